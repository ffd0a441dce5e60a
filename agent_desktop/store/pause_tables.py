"""The table of own pauses: see pauses."""

PAUSE_TABLES = ("CREATE TABLE pauses (began REAL PRIMARY KEY, ended REAL NOT NULL, reason TEXT NOT NULL)",)

PAUSE_HOLDS = (
    "ALTER TABLE pauses ADD COLUMN holds INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE pauses ADD COLUMN until REAL NOT NULL DEFAULT 0",
)
"""`holds` until the pause is over; `until` is when it is to be lifted, 0 where it is not."""

PAUSE_BEHIND_LOCK = ("ALTER TABLE pauses ADD COLUMN behind_lock INTEGER NOT NULL DEFAULT 0",)
"""1 where it is to be lifted when the screen is unlocked."""

PAUSE_AFTER_CALL = ("ALTER TABLE pauses ADD COLUMN callid TEXT NOT NULL DEFAULT ''",)
"""The call that the wrap-up follows, '' where it is none, or one that the PBX did not name."""
