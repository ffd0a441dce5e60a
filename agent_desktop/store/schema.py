"""The tables. `MIGRATIONS[n]` leads from version n to n + 1; one that was released is never edited.

- `journal`: every webhook as it was received. AUTOINCREMENT, because a number that was used before the journal was
  pruned would lie under the watermark and never be applied.
- `calls`: what a list shows. `id` is the start in microseconds since the epoch, moved up until it is free: the order
  of `id` is the order of time, and a row moves when its start becomes known better. Unknown seconds are -1, so that
  they sort and page like any figure. `who_key` is the folded name, by which the list is sorted.
- The indexes of `calls` are the list's orders and filters: each has its column, then time, then all that is filtered
  by, so that a page is found without reading a row that is not on it.
  `unanswered` says that nobody here spoke with a caller.
- `call_detail` and `call_text` have one row for each call, with the same id: the merged state and the note; and the
  folded text that search looks in, which `calls_fts` indexes by groups of three characters;
  `calls_grams` lists these.
- `number_names`: what the customer of a number is called. `calls.who` follows it.
- `receipts`: how soon a call's first event was on the screen; times in milliseconds after it was received.
- What explains missed pops: see pop_tables.
- `pauses`: the agent's own, with their reasons, and which one holds.
- `outbox`: what CRM rules did, and the requests that still have to be sent.
- `watermark`: the last journal entry whose effect is in `calls`.
- `call_backs`: what the agent planned for a number.
- Contacts: see contact_tables.
- `synced_days`: see synced_days.py.
- `forgotten`: see that module; `number_keys`: see number_key_table.
- What a search knows of many calls at once: see bitmap_tables.
"""

from agent_desktop.store import forgotten
from agent_desktop.store.bitmap_tables import BITMAP_TABLE_NAMES, BITMAP_TABLES
from agent_desktop.store.call_back_schema import CALL_BACKS
from agent_desktop.store.contact_tables import CONTACT_TABLE_NAMES, CONTACT_TABLES
from agent_desktop.store.number_key_table import NUMBER_KEYS
from agent_desktop.store.outbox_tables import OUTBOX_TABLES
from agent_desktop.store.pause_tables import PAUSE_AFTER_CALL, PAUSE_BEHIND_LOCK, PAUSE_HOLDS, PAUSE_TABLES
from agent_desktop.store.pop_tables import POP_TABLE_NAMES, POP_TABLES
from agent_desktop.store.synced_days import SYNCED_DAYS

_FACETS = ("direction", "status", "unanswered", "queue", "extension", "recorded")

_ORDERS = (
    "who_key", "canonical", "queue", "did", "extension", "wait_s", "talk_s", "direction", "status", "disposition",
    "recorded",
)  # fmt: skip


def _call_indexes() -> tuple[str, ...]:
    counted = ("id", *_FACETS, "talk_s")
    ordered = tuple(
        f"CREATE INDEX calls_{column} ON calls ({', '.join(dict.fromkeys((column, *counted)))})" for column in _ORDERS
    )
    facets = ", ".join(counted)
    return (
        *ordered,
        f"CREATE INDEX calls_unanswered ON calls ({facets}) WHERE unanswered = 1",
        "CREATE INDEX calls_unreported ON calls (id) WHERE reported = 0",
    )


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
            unanswered INTEGER NOT NULL,
            duration_s INTEGER NOT NULL,
            talk_s INTEGER NOT NULL,
            hold_s INTEGER NOT NULL,
            wait_s INTEGER NOT NULL,
            recording_url TEXT NOT NULL,
            recorded INTEGER NOT NULL,
            reported INTEGER NOT NULL,
            who TEXT NOT NULL DEFAULT '',
            who_key TEXT NOT NULL DEFAULT '',
            disposition TEXT NOT NULL DEFAULT ''
        )
        """,
        *_call_indexes(),
        "CREATE TABLE call_detail (id INTEGER PRIMARY KEY, state TEXT NOT NULL, note TEXT NOT NULL)",
        "CREATE TABLE call_text (id INTEGER PRIMARY KEY, folded TEXT NOT NULL)",
        """
        CREATE VIRTUAL TABLE calls_fts USING fts5 (
            folded, content = 'call_text', content_rowid = 'id', columnsize = 0, tokenize = 'trigram case_sensitive 1'
        )
        """,
        "CREATE VIRTUAL TABLE calls_grams USING fts5vocab ('calls_fts', 'row')",
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
        "CREATE TABLE number_names (canonical TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID",
        """
        CREATE TABLE receipts (
            callid TEXT PRIMARY KEY,
            received REAL NOT NULL,
            parsed_ms REAL NOT NULL,
            shown_ms REAL NOT NULL,
            painted_ms REAL NOT NULL
        ) WITHOUT ROWID
        """,
        *POP_TABLES,
        *PAUSE_TABLES,
        *OUTBOX_TABLES,
        "CREATE TABLE watermark (applied_seq INTEGER NOT NULL)",
        "INSERT INTO watermark VALUES (0)",
        *CALL_BACKS,
        *CONTACT_TABLES,
        *SYNCED_DAYS,
        *forgotten.STATEMENTS,
    ),
    PAUSE_HOLDS,
    NUMBER_KEYS,
    BITMAP_TABLES,
    PAUSE_BEHIND_LOCK,
    PAUSE_AFTER_CALL,
)

TABLES = (
    frozenset({"journal", "calls", "call_detail", "call_text", "calls_fts", "number_names", "receipts", "pauses"})
    | {"watermark", "forgotten", "call_backs", "synced_days", "outbox", "number_keys"}
    | CONTACT_TABLE_NAMES
    | POP_TABLE_NAMES
    | BITMAP_TABLE_NAMES
)
"""What a database of the present version holds at least."""
