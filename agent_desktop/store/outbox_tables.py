"""The table of the CRM rules' outbox."""

OUTBOX_TABLES = (
    """
    CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        rule TEXT NOT NULL,
        callid TEXT NOT NULL,
        method TEXT NOT NULL,
        url TEXT NOT NULL,
        body TEXT NOT NULL,
        created REAL NOT NULL,
        tries INTEGER NOT NULL DEFAULT 0,
        due REAL NOT NULL,
        done INTEGER NOT NULL,
        UNIQUE (rule, callid)
    )
    """,
    "CREATE INDEX outbox_due ON outbox (due) WHERE done = 0",
)
