"""The tables that explain pops that were missed.

- `rang`: which phones an incoming call rang, as webhooks told. An id may be one that its call had before.
- `pop_outcomes`: what became of a pop that has no latency receipt.
- `spans`: when the program ran, and when it listened.
"""

POP_TABLES = (
    "CREATE INDEX receipts_received ON receipts (received, parsed_ms, shown_ms, painted_ms)",
    "CREATE TABLE pop_outcomes"
    " (callid TEXT PRIMARY KEY, at REAL NOT NULL, outcome TEXT NOT NULL, after_ms REAL NOT NULL) WITHOUT ROWID",
    "CREATE INDEX pop_outcomes_at ON pop_outcomes (at, outcome)",
    "CREATE TABLE rang (id INTEGER NOT NULL, extension TEXT NOT NULL, PRIMARY KEY (id, extension)) WITHOUT ROWID",
    "CREATE INDEX rang_extension ON rang (extension, id)",
    "CREATE TABLE spans (kind TEXT NOT NULL, began REAL NOT NULL, ended REAL NOT NULL, PRIMARY KEY (kind, began))"
    " WITHOUT ROWID",
)
POP_TABLE_NAMES = frozenset({"pop_outcomes", "rang", "spans"})
