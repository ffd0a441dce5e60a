"""The tables of contacts.

- `contacts`: one row each, AUTOINCREMENT, because one that was removed may come back under its id. `tags` are separated
  by commas; `sort_key` is what they are listed by, `key` the same for two of the same name and company; `folded` is
  what search looks in, which `contacts_fts` indexes by groups of three characters.
- `contact_numbers`: a number belongs to a contact; `canonical` is the same for all its notations.
- `web_names`: what a CRM answered for a number, "" for nothing, and when.
"""

CONTACT_TABLES = (
    """
    CREATE TABLE contacts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        company TEXT NOT NULL,
        note TEXT NOT NULL,
        tags TEXT NOT NULL,
        link TEXT NOT NULL,
        is_vip INTEGER NOT NULL,
        sort_key TEXT NOT NULL,
        key TEXT NOT NULL,
        folded TEXT NOT NULL
    )
    """,
    "CREATE INDEX contacts_sorted ON contacts (sort_key, id)",
    "CREATE INDEX contacts_vip ON contacts (sort_key, id) WHERE is_vip",
    "CREATE INDEX contacts_key ON contacts (key)",
    """
    CREATE TABLE contact_numbers (
        canonical TEXT NOT NULL,
        contact_id INTEGER NOT NULL,
        place INTEGER NOT NULL,
        number TEXT NOT NULL,
        label TEXT NOT NULL,
        PRIMARY KEY (contact_id, place)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX contact_numbers_canonical ON contact_numbers (canonical)",
    """
    CREATE VIRTUAL TABLE contacts_fts USING fts5 (
        folded, content = 'contacts', content_rowid = 'id', columnsize = 0, tokenize = 'trigram case_sensitive 1'
    )
    """,
    """
    CREATE TRIGGER contacts_added AFTER INSERT ON contacts BEGIN
        INSERT INTO contacts_fts (rowid, folded) VALUES (new.id, new.folded);
    END
    """,
    """
    CREATE TRIGGER contacts_removed AFTER DELETE ON contacts BEGIN
        INSERT INTO contacts_fts (contacts_fts, rowid, folded) VALUES ('delete', old.id, old.folded);
    END
    """,
    """
    CREATE TRIGGER contacts_changed AFTER UPDATE OF folded ON contacts BEGIN
        INSERT INTO contacts_fts (contacts_fts, rowid, folded) VALUES ('delete', old.id, old.folded);
        INSERT INTO contacts_fts (rowid, folded) VALUES (new.id, new.folded);
    END
    """,
    """
    CREATE TABLE web_names (
        canonical TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        link TEXT NOT NULL,
        found_at REAL NOT NULL
    ) WITHOUT ROWID
    """,
)

CONTACT_TABLE_NAMES = frozenset({"contacts", "contact_numbers", "contacts_fts", "web_names"})
