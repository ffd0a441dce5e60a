"""The table of the call-backs: what the agent planned for a number. The call-backs themselves follow from the calls."""

CALL_BACKS = (
    """
    CREATE TABLE call_backs (
        canonical TEXT PRIMARY KEY,
        number TEXT NOT NULL,
        added_at REAL NOT NULL,
        due_at REAL NOT NULL,
        snoozed_until REAL NOT NULL,
        note TEXT NOT NULL,
        changed_at REAL NOT NULL,
        done_at REAL NOT NULL,
        told_at REAL NOT NULL
    ) WITHOUT ROWID
    """,
)
