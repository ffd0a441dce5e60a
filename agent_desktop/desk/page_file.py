"""Writes the page of calls that is shown as a PDF. Another process typesets it: that takes much memory, and Python's
lock for longer than a pop may wait.
"""

import logging
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from agent_desktop.desk.call_page import CallPage
from agent_desktop.desk.export_order import Exported
from agent_desktop.errors import ExportFailed, ExportStopped
from agent_desktop.system.part_file import part_file

LOOK_S = 0.1
"""How often it is asked whether the file is still wanted."""

_log = logging.getLogger(__name__)


def write_page(program: Sequence[str], page: CallPage, target: Path, is_stopped: Callable[[], bool]) -> Exported:
    """Write it; `program` is the command of this program. Blocks. The target is there whole at the end or is as it was
    before. Raises ExportFailed, ExportStopped.
    """
    with part_file(target) as part:
        part.write_bytes(_typeset([*program, "typeset"], page, is_stopped))
    return Exported(target, len(page.rows))


def _typeset(command: Sequence[str], page: CallPage, is_stopped: Callable[[], bool]) -> bytes:
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=_quietly(),
        )
    except OSError as error:
        raise _failed() from error
    with process:
        pdf, said = _answer(process, page.to_json(), is_stopped)
    if process.returncode != 0:
        _log.error("typesetting ended with %d: %s", process.returncode, said.decode("utf-8", "replace")[-200:].strip())
        raise _failed()
    return pdf


def _answer(process: "subprocess.Popen[bytes]", order: bytes, is_stopped: Callable[[], bool]) -> tuple[bytes, bytes]:
    """The process's output and its error output, at its end."""
    rest: bytes | None = order
    while True:
        try:
            return process.communicate(rest, timeout=LOOK_S)
        except subprocess.TimeoutExpired:
            rest = None  # communicate goes on with what it was given
            if is_stopped():
                process.kill()
                raise ExportStopped from None


def _quietly() -> int:
    """No console flashes, and a call that rings meanwhile comes first."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    return 0


def _failed() -> ExportFailed:
    return ExportFailed(
        "This computer cannot make a PDF: a part of Agent Desktop is missing, or does not run here.",
        "Print the page, or export the calls as XLSX or CSV. Installing Agent Desktop again may help.",
    )
