CREATE TABLE journal (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    received REAL NOT NULL,
    method TEXT NOT NULL,
    target TEXT NOT NULL,
    content_type TEXT NOT NULL,
    body BLOB NOT NULL,
    callid TEXT NOT NULL,
    kind TEXT NOT NULL
);
CREATE INDEX journal_callid ON journal (callid) WHERE callid <> '';
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
);
CREATE INDEX calls_direction ON calls (direction);
CREATE INDEX calls_canonical ON calls (canonical);
CREATE INDEX calls_extension ON calls (extension);
CREATE INDEX calls_queue ON calls (queue);
CREATE INDEX calls_status ON calls (status);
CREATE INDEX calls_duration ON calls (duration_s);
CREATE INDEX calls_talk ON calls (talk_s);
CREATE INDEX calls_unreported ON calls (reported) WHERE reported = 0;
CREATE TABLE call_detail (id INTEGER PRIMARY KEY, state TEXT NOT NULL, note TEXT NOT NULL);
CREATE TABLE call_text (id INTEGER PRIMARY KEY, folded TEXT NOT NULL);
CREATE VIRTUAL TABLE calls_fts USING fts5 (
    folded, content = 'call_text', content_rowid = 'id', columnsize = 0, tokenize = 'trigram case_sensitive 1'
);
CREATE TRIGGER call_text_added AFTER INSERT ON call_text BEGIN
    INSERT INTO calls_fts (rowid, folded) VALUES (new.id, new.folded);
END;
CREATE TRIGGER call_text_removed AFTER DELETE ON call_text BEGIN
    INSERT INTO calls_fts (calls_fts, rowid, folded) VALUES ('delete', old.id, old.folded);
END;
CREATE TRIGGER call_text_changed AFTER UPDATE ON call_text BEGIN
    INSERT INTO calls_fts (calls_fts, rowid, folded) VALUES ('delete', old.id, old.folded);
    INSERT INTO calls_fts (rowid, folded) VALUES (new.id, new.folded);
END;
CREATE TABLE watermark (applied_seq INTEGER NOT NULL);
INSERT INTO watermark VALUES (7);
INSERT INTO journal VALUES (7, 1709273740.5, 'GET', '/api/callcenter/hangup?callid=c1', '', x'', 'c1', 'ended');
INSERT INTO calls VALUES (
    1709273740000000, 'c1', 1709273740.0, 'inbound', '0938363739', '+84938363739', '101', '999', '02873001234',
    'ANSWER', 30, 20, -1, '', 1
);
INSERT INTO call_detail VALUES (
    1709273740000000,
    '{"abandoned":false,"ended_at":null,"facts":{"did":[2,"02873001234"],"direction":[2,"inbound"],"duration_s":[2,30],'
    || '"extension":[2,"101"],"number":[2,"0938363739"],"queue":[2,"999"],"started":[2,1709273740.0],'
    || '"status":[2,"ANSWER"],"talk_s":[2,20]},"legs":{"101":[null,null,1709273745.0,null]},"seen_at":1709273740.0}',
    'Gọi lại'
);
INSERT INTO call_text VALUES (1709273740000000, '0938363739 84938363739 101 999 02873001234 842873001234 goi lai');
PRAGMA user_version = 1;
PRAGMA journal_mode = WAL;
