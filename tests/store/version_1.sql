UPDATE watermark SET applied_seq = 7;
INSERT INTO journal VALUES (7, 1709273740.5, 'GET', '/api/callcenter/hangup?callid=c1', '', x'', 'c1', 'ended');
INSERT INTO calls (
    id, callid, started, direction, number, canonical, extension, queue, did, status, duration_s, talk_s, hold_s,
    wait_s, recording_url, recorded, unanswered, reported
) VALUES (
    1709273740000000, 'c1', 1709273740.0, 'inbound', '0938363739', '+84938363739', '101', '999', '02873001234',
    'ANSWER', 30, 20, -1, 10, '', 0, 0, 1
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
