"""The table of one row that tells how far numbers' keys are: `reading` names the settings that they stand for, or are
being brought to; `stage` is what is worked at, "" at the end; `reached` is the last key that is done there.
"""

NUMBER_KEYS = ("CREATE TABLE number_keys (reading TEXT NOT NULL, stage TEXT NOT NULL, reached NOT NULL)",)
