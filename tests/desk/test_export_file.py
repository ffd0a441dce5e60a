"""Exports, read back as other programs would."""

import csv
import io
import random
import subprocess
import sys
import xml.etree.ElementTree as ET
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest

from agent_desktop.desk import export_file
from agent_desktop.desk.export_file import write_export
from agent_desktop.desk.export_order import ExportFormat, ExportOrder, format_of
from agent_desktop.errors import ExportFailed, ExportStopped, UsageError
from agent_desktop.store import calls
from agent_desktop.store.database import open_database
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.history import MISSED, HistoryQuery
from tests.desk.full_disk import NEEDS_FULL_DISK, part_on_full_disk
from tests.store.sample import AT, fold_number, reported

SAIGON = ZoneInfo("Asia/Ho_Chi_Minh")
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HOSTILE = '=HYPERLINK("https://evil.example","x")'
FORMATS = pytest.mark.parametrize("format_", list(ExportFormat))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    folder = tmp_path / "profile"
    folder.mkdir()
    return folder / "journal.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


def keep(database: Path, *kept: Call, **notes: str) -> None:
    with closing(open_database(database, 0.0).connection) as connection:
        connection.execute("BEGIN")
        calls.save(kept, 0, fold_number, connection)
        for callid, note in notes.items():
            calls.set_note(callid, note, fold_number, connection)
        connection.execute("COMMIT")


def order(folder: Path, format_: ExportFormat, **query: Any) -> ExportOrder:
    return ExportOrder(HistoryQuery(**query), folder / f"calls.{format_}", format_, zone=SAIGON)


def write(database: Path, wanted: ExportOrder) -> int:
    told: list[tuple[int, int]] = []
    exported = write_export(database, wanted, lambda done, total: told.append((done, total)), lambda: False)
    assert told[0] == (0, exported.rows)
    assert told[-1] == (exported.rows, exported.rows)
    assert [entry.name for entry in wanted.target.parent.iterdir()] == [wanted.target.name]
    return exported.rows


def csv_rows(path: Path) -> list[list[str]]:
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def xlsx_sheets(path: Path) -> list[list[dict[str, Any]]]:
    """Cells by column letter: text, or a figure."""
    with ZipFile(path) as book:
        assert book.testzip() is None
        names = sorted(name for name in book.namelist() if name.startswith("xl/worksheets/sheet"))
        roots = [ET.fromstring(book.read(name)) for name in names]
    for root in roots:
        assert root.find(f".//{MAIN}f") is None, "a formula"
        assert root.find(f".//{MAIN}pane[@state='frozen']") is not None
    return [[dict(map(_cell, row)) for row in root.iter(f"{MAIN}row")] for root in roots]


def _cell(cell: ET.Element) -> tuple[str, Any]:
    column = cell.attrib["r"].rstrip("0123456789")
    if cell.get("t") == "inlineStr":
        return column, "".join(cell.itertext())
    return column, float(cell.findtext(f"{MAIN}v") or "nan")


def ids(path: Path) -> list[str]:
    """The calls of a file, by their ids."""
    if path.suffix == ".csv":
        heading, *rows = csv_rows(path)
        assert all(len(row) == len(heading) for row in rows)
        return [row[-1] for row in rows]
    return [row["P"] for sheet in xlsx_sheets(path) for row in sheet[1:]]


def test_csv_says_everything_with_the_times_zone(database, folder):
    keep(database, reported("c1", talk_s=17), c1="gọi lại\nthứ sáu")
    assert write(database, order(folder, ExportFormat.CSV)) == 1
    heading, row = csv_rows(folder / "calls.csv")
    assert dict(zip(heading, row, strict=True)) == {
        "Started (Asia/Ho_Chi_Minh)": "2024-03-01T13:15:40+07:00",
        "Direction": "Incoming",
        "Outcome": "Answered",
        "Name": "",
        "Number": "0938363739",
        "Queue": "999",
        "DID": "02873001234",
        "Extension": "101",
        "Wait (seconds)": "13",
        "Talk (seconds)": "17",
        "Duration (seconds)": "30",
        "Status of the PBX": "ANSWER",
        "Disposition": "",
        "Note": "gọi lại\nthứ sáu",
        "Recording": "",
        "Call ID": "c1",
    }


def test_xlsx_has_real_dates_and_figures_and_keeps_zeros(database, folder):
    keep(database, reported("c1", talk_s=17))
    write(database, order(folder, ExportFormat.XLSX))
    ((_, row),) = xlsx_sheets(folder / "calls.xlsx")
    assert datetime(1899, 12, 30) + timedelta(days=row["A"]) == pytest.approx(  # noqa: DTZ001 - Excel knows no zones
        datetime(2024, 3, 1, 13, 15, 40),  # noqa: DTZ001
        abs=timedelta(milliseconds=1),
    )
    assert (row["E"], row["I"], row["J"], row["K"]) == ("0938363739", 13, 17, 30)


@FORMATS
def test_what_looks_like_a_formula_stays_text(database, folder, format_):
    signs = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1")
    keep(database, *(reported(f"c{n}", AT + n, queue=sign) for n, sign in enumerate(signs)), c0=HOSTILE)
    write(database, order(folder, format_, descending=False))
    if format_ is ExportFormat.CSV:
        rows = csv_rows(folder / "calls.csv")[1:]
        assert [row[5] for row in rows] == [f"'{sign}" for sign in signs]
        assert rows[0][13] == f"'{HOSTILE}"
    else:
        ((_, *cells),) = xlsx_sheets(folder / "calls.xlsx")
        assert [row["F"] for row in cells][:4] == list(signs[:4])
        assert cells[0]["N"] == HOSTILE


@FORMATS
def test_only_what_is_filtered_in_its_order(database, folder, format_):
    missed = [reported(f"m{n}", AT + n, status="ABANDON") for n in range(5)]
    keep(database, *missed, reported("answered"))
    assert write(database, order(folder, format_, outcome=MISSED, descending=False, limit=2)) == 5
    assert ids(folder / f"calls.{format_}") == ["m0", "m1", "m2", "m3", "m4"]


def test_a_full_sheet_is_followed_by_another(database, folder, monkeypatch):
    monkeypatch.setattr(export_file, "SHEET_ROWS", 3)
    keep(database, *(reported(f"c{n}", AT + n) for n in range(5)))
    write(database, order(folder, ExportFormat.XLSX, descending=False))
    sheets = xlsx_sheets(folder / "calls.xlsx")
    assert [[row["P"] for row in sheet[1:]] for sheet in sheets] == [["c0", "c1"], ["c2", "c3"], ["c4"]]
    assert all(sheet[0]["A"].startswith("Started") for sheet in sheets)


@FORMATS
def test_nothing_to_export_is_a_file_with_headings(database, folder, format_):
    assert write(database, order(folder, format_)) == 0
    assert ids(folder / f"calls.{format_}") == []


@pytest.mark.parametrize(
    ("format_", "checks"), [("csv", 0), ("csv", 1), ("xlsx", 0), ("xlsx", 1), ("xlsx", 3), ("xlsx", 6)]
)
def test_stopped_anywhere_it_leaves_what_was_there(database, folder, format_, checks):
    keep(database, reported("c1"))
    wanted = order(folder, ExportFormat(format_))
    wanted.target.write_text("old")
    asked = count()
    with pytest.raises(ExportStopped):
        write_export(database, wanted, lambda *_: None, lambda: next(asked) >= checks)
    assert wanted.target.read_text() == "old"
    assert [entry.name for entry in folder.iterdir()] == [wanted.target.name]


@FORMATS
@NEEDS_FULL_DISK
def test_a_full_disk_is_said(database, folder, format_, monkeypatch):
    keep(database, *(reported(f"c{n}", AT + n) for n in range(3)))
    monkeypatch.setattr(export_file, "part_file", part_on_full_disk)
    with pytest.raises(ExportFailed, match="There is not enough space"):
        write_export(database, order(folder, format_), lambda *_: None, lambda: False)


def test_a_file_cannot_be_where_none_may_be(database, folder):
    with pytest.raises(ExportFailed, match="There is no folder"):
        write_export(database, order(folder / "none", ExportFormat.CSV), lambda *_: None, lambda: False)


def test_the_day_on_which_clocks_change_has_both_offsets(database, folder):
    berlin = ZoneInfo("Europe/Berlin")
    change = datetime(2024, 10, 27, 1, tzinfo=UTC).timestamp()
    keep(database, *(reported(f"c{n}", change + (n - 1) * 1800) for n in range(4)))
    wanted = replace(order(folder, ExportFormat.CSV, descending=False), zone=berlin)
    write(database, wanted)
    assert [row[0][11:] for row in csv_rows(wanted.target)[1:]] == [
        "02:30:00+02:00",
        "02:00:00+01:00",
        "02:30:00+01:00",
        "03:00:00+01:00",
    ]


def test_the_name_says_the_format():
    assert format_of(Path("calls.CSV")) is ExportFormat.CSV
    with pytest.raises(UsageError, match=r"calls\.pdf does not say"):
        format_of(Path("calls.pdf"))


KILLED = """
import os, signal, sys, time
from pathlib import Path
from agent_desktop.desk.export_file import write_export
from agent_desktop.desk.export_order import ExportOrder, format_of
from agent_desktop.telephony.history import HistoryQuery
import xlsxwriter
database, target, *points = sys.argv[1:]
order = ExportOrder(HistoryQuery(), Path(target), format_of(Path(target)))
def run():
    write_export(Path(database), order, lambda *_: None, lambda: False)
begun = time.perf_counter()
run()
took = time.perf_counter() - begun
for point in points:
    child = os.fork()
    if not child:
        run()
        os._exit(0)
    time.sleep(float(point) * took)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    print(Path(target).stat().st_size, flush=True)
"""


@FORMATS
@pytest.mark.skipif(sys.platform == "win32", reason="kills a fork of itself")
def test_killed_at_random_points_nothing_is_lost_or_doubled(database, folder, format_):
    kept = {f"c{n}" for n in range(2500)}
    keep(database, *(reported(callid, AT + n) for n, callid in enumerate(sorted(kept))))
    wanted = order(folder, format_)
    chance = random.Random(4711)
    points = [str(chance.random()) for _ in range(12)]
    command = [sys.executable, "-c", KILLED, str(database), str(wanted.target), *points]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    found = ids(wanted.target)
    assert len(found) == len(kept)
    assert set(found) == kept
    write(database, wanted)  # what the dead left is gone
    assert set(ids(wanted.target)) == kept
