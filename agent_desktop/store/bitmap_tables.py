"""The tables of the bitmaps, by which a search knows at once which calls have all that is asked for.

- `bitmap_blocks`: `size` calls that follow each other in time: those from `first` up to, but not with, `stop`.
- `bitmap_calls`: the ids of a block's calls, in their order, eight bytes each and a page of the file at a time: `id` is
  the block's, times 256, and the number of the part.
- `bitmaps`: of a block, which of its calls are filed under a term (see bitmap_terms): one bit each, packed where that
  makes it small. Rows of a block that is not there are leftovers, and are removed by and by.
- `unindexed`: calls that were added, changed or deleted since their block was made, each once or several times. They
  are looked at one by one, so whatever a block says of them does not matter.
"""

ANEW = (
    "DELETE FROM bitmap_blocks",
    "DELETE FROM bitmap_calls",
    "DELETE FROM unindexed",
    "INSERT INTO unindexed (id) SELECT id FROM calls",
)
"""Forget all blocks: they are made again in the background."""

BITMAP_TABLES = (
    """
    CREATE TABLE bitmap_blocks (
        id INTEGER PRIMARY KEY, first INTEGER NOT NULL UNIQUE, stop INTEGER NOT NULL, size INTEGER NOT NULL
    )
    """,
    "CREATE TABLE bitmap_calls (id INTEGER PRIMARY KEY, ids BLOB NOT NULL)",
    "CREATE TABLE bitmaps (id INTEGER PRIMARY KEY, block INTEGER NOT NULL, term TEXT NOT NULL, bits BLOB NOT NULL)",
    "CREATE UNIQUE INDEX bitmaps_term ON bitmaps (block, term)",
    "CREATE TABLE unindexed (seq INTEGER PRIMARY KEY, id INTEGER NOT NULL)",
    "CREATE TRIGGER calls_added AFTER INSERT ON calls BEGIN INSERT INTO unindexed (id) VALUES (new.id); END",
    """
    CREATE TRIGGER calls_changed AFTER UPDATE ON calls WHEN
        (old.direction, old.status, old.queue, old.extension, old.did, old.disposition)
        IS NOT (new.direction, new.status, new.queue, new.extension, new.did, new.disposition)
        OR (old.who_key, old.canonical, old.unanswered, old.recorded, old.wait_s, old.talk_s)
        IS NOT (new.who_key, new.canonical, new.unanswered, new.recorded, new.wait_s, new.talk_s)
    BEGIN
        INSERT INTO unindexed (id) VALUES (new.id);
    END
    """,
    "CREATE TRIGGER calls_removed AFTER DELETE ON calls BEGIN INSERT INTO unindexed (id) VALUES (old.id); END",
    """
    CREATE TRIGGER call_text_unindexed AFTER UPDATE ON call_text BEGIN
        INSERT INTO unindexed (id) VALUES (new.id);
    END
    """,
    *ANEW,
)

BITMAP_TABLE_NAMES = frozenset({"bitmap_blocks", "bitmap_calls", "bitmaps", "unindexed"})
