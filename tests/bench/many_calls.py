"""A database with as many calls as one wants: three years of a busy call centre, the same for the same number."""

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from agent_desktop.store import bitmap_tables
from agent_desktop.store.calls import END as TEXT_END
from agent_desktop.store.calls import UNKNOWN_S, call_id
from agent_desktop.store.database import open_database
from agent_desktop.store.folding import number_forms
from agent_desktop.telephony.folded import fold
from agent_desktop.telephony.number import DialRules, canonical
from tests.store.sample import index_all

MIB = 2**20
END = 1_760_000_000.0
"""When the last call begins."""
YEARS_S = 3 * 365 * 86400
FIGURES = 10_000
"""So many different waits and talks."""
OWN = "101"
EXTENSIONS = tuple(str(number) for number in range(101, 161))
QUEUES = (
    "Sales",
    "Support",
    "Bán hàng",
    "999",
    "VIP",
    "Billing",
    "Kỹ thuật",
    "Delivery",
    "Returns",
    "Night",
    "Hotline",
)
DIDS = ("02473001234", "02873001234", "19002028", "1900545464")
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Bùi", "Lim", "Tan")
MIDDLES = ("Thị", "Văn", "Hoàng", "Minh", "Ngọc", "Đức")
GIVEN = ("Hoa", "Bình", "Uyên", "Long", "Hương", "Phước", "Quỳnh", "Khánh", "Wei", "Aisyah")
NOTES = ("Gọi lại chiều thứ hai", "Muốn đổi hàng", "Angry about the invoice", "Wants the new price list")
DISPOSITIONS = ("", "", "", "Resolved", "Call back", "Sale")
_STATE = (
    '{"abandoned":false,"ended_at":%.3f,"facts":{"did":[2,"%s"],"direction":[2,"%s"],"duration_s":[2,%d],'
    '"extension":[2,"%s"],"number":[2,"%s"],"queue":[2,"%s"],"started":[2,%s],"status":[2,"%s"],"talk_s":[2,%d]},'
    '"legs":{"%s":[%s,%s,null,null,null]},"seen_at":%s}'
)
_CALL_COLUMNS = (
    "id, callid, started, direction, number, canonical, extension, queue, did, status, duration_s, talk_s, hold_s,"
    " wait_s, recording_url, recorded, unanswered, reported, who, who_key, disposition"
)


@dataclass(frozen=True, slots=True)
class _Customer:
    number: str
    canonical: str
    forms: str
    name: str
    folded: str


def make(path: Path, calls: int) -> float:
    """Fill a new database; the seconds that took. Indexes are made last, and nothing is logged, which is many times as
    fast.
    """
    begun = time.perf_counter()
    with closing(open_database(path, END).connection) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA cache_size = -200000")
        later = connection.execute(
            "SELECT name, type, sql FROM sqlite_master"
            " WHERE sql IS NOT NULL AND (type = 'trigger' OR (type = 'index' AND tbl_name = 'calls'))"
        ).fetchall()
        for name, kind, _ in later:
            connection.execute(f"DROP {kind} {name}")
        connection.execute("BEGIN")
        _insert(connection, calls)
        for _, _, sql in later:
            connection.execute(sql)
        _hold_texts(connection, 256 * MIB)
        connection.execute("INSERT INTO calls_fts (calls_fts) VALUES ('rebuild')")
        _hold_texts(connection, MIB)
        for statement in bitmap_tables.ANEW:
            connection.execute(statement)
        index_all(connection)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")
    return time.perf_counter() - begun


def _hold_texts(connection: sqlite3.Connection, most: int) -> None:
    """How many bytes of the text's index are made in memory before they are written: one MiB, if nothing is said."""
    connection.execute("INSERT INTO calls_fts (calls_fts, rank) VALUES ('hashsize', ?)", (most,))


def _insert(connection: sqlite3.Connection, calls: int) -> None:
    made = _calls(calls)
    places = ", ".join("?" * 21)
    while some := list(islice(made, 20_000)):
        connection.executemany(
            " ".join(("INSERT INTO calls (", _CALL_COLUMNS, ") VALUES (", places, ")")), [call for call, _, _ in some]
        )
        connection.executemany("INSERT INTO call_detail VALUES (?, ?, ?)", [detail for _, detail, _ in some])
        connection.executemany("INSERT INTO call_text VALUES (?, ?)", [text for _, _, text in some])


def _customers(count: int, dice: random.Random) -> list[_Customer]:
    fold_number = partial(canonical, rules=DialRules())
    made = []
    for _ in range(count):
        begin = dice.choice(("090", "091", "093", "098", "035", "070", "0283", "+6012", "+6038"))
        number = begin + "".join(dice.choices("0123456789", k=11 - len(begin) - (begin[0] == "0")))
        name = (
            " ".join((dice.choice(FAMILIES), dice.choice(MIDDLES), dice.choice(GIVEN))) if dice.random() < 0.6 else ""
        )
        forms = " ".join(dict.fromkeys(filter(None, number_forms(number, fold_number))))
        made.append(_Customer(number, fold_number(number), forms, name, fold(name)))
    return made


def _statuses(of: dict[str, int]) -> tuple[str, ...]:
    """As many of each as there are to be in a hundred calls."""
    return tuple(status for status, count in of.items() for _ in range(count))


INBOUND = _statuses({"ANSWER": 70, "NOANSWER": 12, "ABANDON": 9, "BUSY": 7, "FAILED": 2})
OUTBOUND = _statuses({"ANSWER": 70, "NOANSWER": 21, "BUSY": 7, "FAILED": 2})


def _calls(count: int) -> Iterator[tuple[tuple[object, ...], tuple[object, ...], tuple[object, ...]]]:
    dice = random.Random(count)
    customers = _customers(max(100, min(50_000, count // 20)), dice)
    did_forms = {did: " ".join(filter(None, number_forms(did, partial(canonical, rules=DialRules())))) for did in DIDS}
    folded = {text: fold(text) for text in (*QUEUES, *NOTES, *DISPOSITIONS)}
    waits = [int(dice.expovariate(1 / 20)) for _ in range(FIGURES)]
    talks = [int(dice.expovariate(1 / 180)) + 1 for _ in range(FIGURES)]
    began, throw = END - YEARS_S, dice.random
    for number in range(count):
        started = round(began + YEARS_S * (number + 1) / count, 3)
        customer = customers[int(len(customers) * throw() ** 2)]
        if throw() < 0.65:
            direction, status = "inbound", INBOUND[int(100 * throw())]
            queue, did = QUEUES[int(len(QUEUES) * throw())], DIDS[int(len(DIDS) * throw())]
        else:
            direction, status, queue, did = "outbound", OUTBOUND[int(100 * throw())], "", ""
        extension = "" if status == "ABANDON" else EXTENSIONS[int(len(EXTENSIONS) * throw())]
        wait = waits[int(FIGURES * throw())]
        talk = talks[int(FIGURES * throw())] if status == "ANSWER" else 0
        recording = f"https://pbx.example.com/recordings/{number}.wav" if talk and throw() < 0.8 else ""
        note = NOTES[int(len(NOTES) * throw())] if throw() < 0.03 else ""
        disposition = DISPOSITIONS[int(len(DISPOSITIONS) * throw())] if talk else ""
        row = call_id(started)
        callid = f"{int(started)}.{number}"
        record = (started, direction, customer.number, customer.canonical, extension, queue, did, status)
        figures = (wait + talk, talk, wait if queue else UNKNOWN_S, wait, recording, bool(recording))
        missed = direction == "inbound" and status != "ANSWER"
        call = (row, callid, *record, *figures, missed, 1, customer.name, customer.folded, disposition)
        over = started + wait + talk
        at = f"{started:.3f}"
        facts = (over, did, direction, wait + talk, extension, customer.number, queue, at, status, talk)
        state = _STATE % (*facts, extension, at, at, at)
        texts = (customer.forms, extension, folded.get(queue), did_forms.get(did), customer.folded)
        text = " ".join(filter(None, (*texts, folded.get(disposition), folded.get(note)))) + TEXT_END
        yield call, (row, state, note), (row, text)
