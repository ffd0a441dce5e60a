"""The tables. `MIGRATIONS[n]` leads from version n to n + 1; one that was released is never edited.

- `journal`: every webhook as it was received. AUTOINCREMENT, because a number that was used before the journal was
  pruned would lie under the watermark and never be applied.
- `calls`: what a list shows, narrow enough to be scanned. `id` is the start in microseconds since the epoch, moved up
  until it is free: the order of `id` is the order of time, and a row moves when its start becomes known better.
  Unknown seconds are -1, so that they sort and page like any figure.
- `call_detail` and `call_text` have one row for each call, with the same id: the merged state and the note; and the
  folded text that search looks in, which `calls_fts` indexes by groups of three characters.
- `watermark`: the last journal entry whose effect is in `calls`.
"""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE journal (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            received REAL NOT NULL,
            method TEXT NOT NULL,
            target TEXT NOT NULL,
            content_type TEXT NOT NULL,
            body BLOB NOT NULL,
            callid TEXT NOT NULL,
            kind TEXT NOT NULL
        )
        """,
        "CREATE INDEX journal_callid ON journal (callid) WHERE callid <> ''",
        """
        CREATE TABLE calls (
            id INTEGER PRIMARY KEY,
            callid TEXT NOT NULL UNIQUE,
            started REAL NOT NULL,
            direction TEXT NOT NULL,
            number TEXT NOT NULL,
            canonical TEXT NOT NULL,
            extension TEXT NOT NULL,
            queue TEXT NOT NULL,
            did TEXT NOT NULL,
            status TEXT NOT NULL,
            duration_s INTEGER NOT NULL,
            talk_s INTEGER NOT NULL,
            hold_s INTEGER NOT NULL,
            recording_url TEXT NOT NULL,
            reported INTEGER NOT NULL
        )
        """,
        "CREATE INDEX calls_direction ON calls (direction)",
        "CREATE INDEX calls_canonical ON calls (canonical)",
        "CREATE INDEX calls_extension ON calls (extension)",
        "CREATE INDEX calls_queue ON calls (queue)",
        "CREATE INDEX calls_status ON calls (status)",
        "CREATE INDEX calls_duration ON calls (duration_s)",
        "CREATE INDEX calls_talk ON calls (talk_s)",
        "CREATE INDEX calls_unreported ON calls (reported) WHERE reported = 0",
        "CREATE TABLE call_detail (id INTEGER PRIMARY KEY, state TEXT NOT NULL, note TEXT NOT NULL)",
        "CREATE TABLE call_text (id INTEGER PRIMARY KEY, folded TEXT NOT NULL)",
        """
        CREATE VIRTUAL TABLE calls_fts USING fts5 (
            folded, content = 'call_text', content_rowid = 'id', columnsize = 0, tokenize = 'trigram case_sensitive 1'
        )
        """,
        """
        CREATE TRIGGER call_text_added AFTER INSERT ON call_text BEGIN
            INSERT INTO calls_fts (rowid, folded) VALUES (new.id, new.folded);
        END
        """,
        """
        CREATE TRIGGER call_text_removed AFTER DELETE ON call_text BEGIN
            INSERT INTO calls_fts (calls_fts, rowid, folded) VALUES ('delete', old.id, old.folded);
        END
        """,
        """
        CREATE TRIGGER call_text_changed AFTER UPDATE ON call_text BEGIN
            INSERT INTO calls_fts (calls_fts, rowid, folded) VALUES ('delete', old.id, old.folded);
            INSERT INTO calls_fts (rowid, folded) VALUES (new.id, new.folded);
        END
        """,
        "CREATE TABLE watermark (applied_seq INTEGER NOT NULL)",
        "INSERT INTO watermark VALUES (0)",
    ),
)

TABLES = frozenset({"journal", "calls", "call_detail", "call_text", "calls_fts", "watermark"})
"""What a database of the present version holds at least."""
