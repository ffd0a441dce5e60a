"""The page of calls as a file, typeset by the program itself in a process of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

from agent_desktop.desk import page_file
from agent_desktop.desk.export_order import Exported
from agent_desktop.desk.page_file import write_page
from agent_desktop.errors import ExportFailed, ExportStopped
from tests.desk.full_disk import NEEDS_FULL_DISK, part_on_full_disk
from tests.desk.tagged_pdf import read
from tests.desk.test_typesetting import CALL, HEADINGS, page, rows_of

PROGRAM = (sys.executable, "-m", "agent_desktop")
ENDLESS = (sys.executable, "-c", "import time; time.sleep(3600)")
FAILS = (sys.executable, "-c", "raise SystemExit(3)")


def never() -> bool:
    return False


def names(folder: Path) -> list[str]:
    return [entry.name for entry in folder.iterdir()]


def test_the_program_writes_it(tmp_path):
    target = tmp_path / "page.pdf"
    target.write_text("old")
    assert write_page(PROGRAM, page(CALL), target, never) == Exported(target, 1)
    assert rows_of(read(target.read_bytes())) == [HEADINGS, CALL]
    assert names(tmp_path) == ["page.pdf"]


def test_the_running_program_loads_none_of_it(tmp_path):
    code = (
        "import sys; from pathlib import Path; from agent_desktop.desk.page_file import write_page\n"
        "from tests.desk.test_page_file import PROGRAM, never; from tests.desk.test_typesetting import CALL, page\n"
        "write_page(PROGRAM, page(CALL), Path(sys.argv[1]), never); print('typst' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "page.pdf")], capture_output=True, check=True, timeout=60
    )
    assert done.stdout.split() == [b"False"]


@pytest.mark.parametrize("program", [("no such program",), FAILS], ids=["none", "fails"])
def test_a_program_that_does_not_run_is_said(tmp_path, program):
    with pytest.raises(ExportFailed, match="This computer cannot make a PDF"):
        write_page(program, page(CALL), tmp_path / "page.pdf", never)
    assert names(tmp_path) == []


def test_a_missing_library_is_said_and_its_name_is_in_the_log(tmp_path, monkeypatch, caplog):
    (tmp_path / "path").mkdir()
    (tmp_path / "path" / "typst.py").write_text("raise ImportError('typst does not load')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "path"))
    with pytest.raises(ExportFailed, match="a part of Agent Desktop is missing"):
        write_page(PROGRAM, page(CALL), tmp_path / "page.pdf", never)
    assert "ImportError: typst does not load" in caplog.text
    assert CALL[2] not in caplog.text
    assert names(tmp_path) == ["path"]


def test_where_it_may_not_be_is_said(tmp_path):
    with pytest.raises(ExportFailed, match="There is no folder"):
        write_page(PROGRAM, page(CALL), tmp_path / "none" / "page.pdf", never)


@NEEDS_FULL_DISK
def test_a_full_disk_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(page_file, "part_file", part_on_full_disk)
    with pytest.raises(ExportFailed, match="There is not enough space"):
        write_page(PROGRAM, page(CALL), tmp_path / "page.pdf", never)
    assert names(tmp_path) == []


def test_stopped_it_ends_and_leaves_what_was_there(tmp_path):
    target = tmp_path / "page.pdf"
    target.write_text("old")
    with pytest.raises(ExportStopped):
        write_page(ENDLESS, page(CALL), target, lambda: True)
    assert target.read_text() == "old"
    assert names(tmp_path) == ["page.pdf"]
