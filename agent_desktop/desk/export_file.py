"""Writes an export: CSV for programs, XLSX for people, each as long as the history is and in bounded memory."""

import csv
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from agent_desktop.desk.export_order import Cell, Exported, ExportFormat, ExportOrder
from agent_desktop.errors import ExportFailed, ExportStopped
from agent_desktop.store.walk import walk
from agent_desktop.system.part_file import part_file

SHEET_ROWS = 1_048_576
"""As many as a sheet of XLSX can have, its heading included."""
GIVE_WAY_S = 0.0005
"""One thread has Python at a time, and lets go after this when another waits: a pop must not be late."""
_WIDTHS = (22, 10, 12, 28, 18, 14, 14, 10, 14, 14, 17, 17, 18, 40, 30, 22)
_LONGEST_CELL = 32_767
_FORMULA_SIGNS = frozenset("=@+-\t\r\n＝＠＋－")

Progress = Callable[[int, int], None]


class _Sink(Protocol):
    """A file that takes rows."""

    def write(self, row: tuple[Cell, ...]) -> None:
        """The next call."""

    def close(self) -> None:
        """All rows are there: finish the file."""

    def discard(self) -> None:
        """Let go of it; nobody wants it."""


def write_export(database: Path, order: ExportOrder, tell: Progress, is_stopped: Callable[[], bool]) -> Exported:
    """Write it. Blocks; `tell` hears (rows done, rows in all) now and then. The target is there whole at the end or is
    as it was before. Raises ExportFailed, ExportStopped, StoreFailed.
    """
    done = 0
    with (
        _giving_way(),
        part_file(order.target) as part,
        walk(database, order.query, is_stopped) as walked,
        _sink(part, order, is_stopped) as sink,
    ):
        tell(0, walked.total)
        for page in walked.pages:
            for row in order.rows(page):
                sink.write(row)
            done += len(page.rows)
            tell(done, walked.total)
    return Exported(order.target, done)


@contextmanager
def _giving_way() -> Iterator[None]:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(GIVE_WAY_S)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


@contextmanager
def _sink(part: Path, order: ExportOrder, is_stopped: Callable[[], bool]) -> Iterator[_Sink]:
    sink = _CsvSink(part, order) if order.format is ExportFormat.CSV else _XlsxSink(part, order, is_stopped)
    try:
        yield sink
        sink.close()
    finally:
        sink.discard()


def safe_cell(value: str) -> str:
    """A text that a spreadsheet would take for a formula stays text; a number's leading + or - is no formula."""
    if value[:1] not in _FORMULA_SIGNS:
        return value
    is_number = value[:1] in ("+", "-") and value[1:].isdigit()
    return value if is_number else f"'{value}"


class _CsvSink:
    """UTF-8 with a mark, without which Excel would not know it; times in ISO 8601 with their zone."""

    def __init__(self, part: Path, order: ExportOrder) -> None:
        self._file = part.open("w", encoding="utf-8-sig", newline="", errors="backslashreplace")
        self._writer = csv.writer(self._file)
        self._writer.writerow(map(safe_cell, order.headings()))

    def write(self, row: tuple[Cell, ...]) -> None:
        self._writer.writerow(map(_csv_cell, row))

    def close(self) -> None:
        self._file.flush()

    def discard(self) -> None:
        _close(self._file)


def _csv_cell(cell: Cell) -> str | int | None:
    if isinstance(cell, str):
        return safe_cell(cell)
    return cell.isoformat(timespec="seconds") if isinstance(cell, datetime) else cell


class _XlsxSink:
    """Real dates and figures; a text is a text whatever it begins with. A full sheet is followed by another."""

    def __init__(self, part: Path, order: ExportOrder, is_stopped: Callable[[], bool]) -> None:
        from xlsxwriter import Workbook  # half a second that only an export pays for

        self._file = _StoppableFile(part, is_stopped)
        options = {"constant_memory": True, "tmpdir": str(part.parent), "strings_to_formulas": False}
        self._book: Any = Workbook(self._file, options | {"strings_to_urls": False, "strings_to_numbers": False})
        self._book.use_zip64()
        self._book.set_properties({"title": order.words.sheet})
        self._bold: Any = self._book.add_format({"bold": True})
        self._moment: Any = self._book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        self._order = order
        self._begin_sheet()

    def _begin_sheet(self) -> None:
        count = len(self._book.worksheets())
        name = self._order.words.sheet if not count else f"{self._order.words.sheet} {count + 1}"
        self._sheet: Any = self._book.add_worksheet(name)
        for column, width in enumerate(_WIDTHS):
            self._sheet.set_column(column, column, width)
        self._sheet.freeze_panes(1, 0)
        for column, heading in enumerate(self._order.headings()):
            self._sheet.write_string(0, column, heading, self._bold)
        self._row = 1

    def write(self, row: tuple[Cell, ...]) -> None:
        if self._row == SHEET_ROWS:
            self._begin_sheet()
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                if cell:
                    self._sheet.write_string(self._row, column, cell[:_LONGEST_CELL])
            elif isinstance(cell, datetime):
                self._sheet.write_datetime(self._row, column, cell.replace(tzinfo=None), self._moment)
            elif cell is not None:
                self._sheet.write_number(self._row, column, cell)
        self._row += 1

    def close(self) -> None:
        from xlsxwriter.exceptions import FileCreateError, XlsxWriterException

        try:
            self._book.close()
        except FileCreateError as error:
            raise error.args[0] from error  # the system's own
        except XlsxWriterException as error:
            raise ExportFailed("The calls do not fit into an XLSX file.", "Export them as CSV.") from error
        self._file.flush()

    def discard(self) -> None:
        for sheet in self._book.worksheets():
            _close(sheet.row_data_fh)
        _close(self._file)


class _StoppableFile:
    """The book is put together and packed in one call at the end, which may take as long as all before it. An archive
    that nobody wants is closed all the same, whenever it is collected: what it writes by then goes nowhere.
    """

    def __init__(self, part: Path, is_stopped: Callable[[], bool]) -> None:
        self._file = part.open("wb")
        self._is_stopped = is_stopped
        self._place = 0

    def write(self, data: bytes) -> int:
        if not self._file.closed:
            if self._is_stopped():
                raise ExportStopped
            self._file.write(data)
        self._place += len(data)
        return len(data)

    def seek(self, place: int) -> int:
        if not self._file.closed:
            self._file.seek(place)
        self._place = place
        return place

    def tell(self) -> int:
        return self._place

    def flush(self) -> None:
        if not self._file.closed:
            self._file.flush()

    def close(self) -> None:
        self._file.close()


def _close(file: Any) -> None:
    """Of a file that is wanted everything is written by now."""
    with suppress(OSError):
        file.close()
