"""Logging is the whole process's, so each case runs in a process of its own."""

import logging
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from agent_desktop.system.log import ProfileLog

KEY = "s3cret/key"
PROGRAM = """
import logging, os, sys, threading
from pathlib import Path
from agent_desktop.system.log import set_up_logging
from agent_desktop.system.redact import Redactor
from agent_desktop.system.secrets import Secret

KEY = "s3cret/key"
folder = Path(sys.argv[1])
redactor = Redactor()
redactor.add(Secret(KEY))
set_up_logging(folder, "info", redactor)
log = logging.getLogger("agent_desktop.test")
"""


def run(folder: Path, lines: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM + lines, str(folder)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )


def written(folder: Path) -> str:
    return (folder / "agent-desktop.log").read_text(encoding="utf-8")


def test_what_is_logged_is_clean_and_for_the_owner_alone(tmp_path: Path) -> None:
    done = run(
        tmp_path,
        """
os.umask(0)
log.debug("too fine")
log.info("Xin chào \\ud800 %s", KEY)
logging.getLogger("httpx").info("HTTP Request: GET /dial/key/%s", KEY)
""",
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    text = written(tmp_path)
    assert "INFO agent_desktop.test: Xin chào \\ud800 •••" in text
    assert "too fine" not in text
    assert "HTTP Request" not in text
    assert stat.S_IMODE((tmp_path / "agent-desktop.log").stat().st_mode) == 0o600


def test_a_line_ends_alike_on_every_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows' files turn line ends into two characters unless they are told not to."""
    asked: list[int] = []
    opened = os.open

    def note(path: str, flags: int, mode: int) -> int:
        asked.append(flags)
        return opened(path, flags & ~(1 << 30), mode)

    monkeypatch.setattr(os, "O_BINARY", 1 << 30, raising=False)
    monkeypatch.setattr(os, "open", note)
    handler = ProfileLog(tmp_path)
    handler.emit(logging.makeLogRecord({"msg": "one"}))
    handler.close()
    assert (tmp_path / "agent-desktop.log").read_bytes() == b"one\n"
    assert asked[0] & 1 << 30


def test_old_lines_make_room(tmp_path: Path) -> None:
    run(tmp_path, "for _ in range(700): log.info('x' * 10_000)")
    files = sorted(tmp_path.iterdir())
    assert len(files) == 5
    assert all(file.stat().st_size <= 1_000_000 for file in files)
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)


@pytest.mark.parametrize(
    "failure",
    [
        "raise ValueError(KEY)",
        "thread = threading.Thread(target=lambda: {}[KEY]); thread.start(); thread.join()",
        "class Odd:\n    def __del__(self): raise ValueError(KEY)\nodd = Odd(); del odd",
    ],
)
def test_what_nobody_caught_is_logged_clean_and_not_printed(failure: str, tmp_path: Path) -> None:
    done = run(tmp_path, failure)
    assert "Traceback" not in done.stderr
    assert KEY not in done.stderr
    assert "Traceback" in written(tmp_path)
    assert "•••" in written(tmp_path)
    assert KEY not in written(tmp_path)


def test_an_interruption_is_no_error(tmp_path: Path) -> None:
    done = run(tmp_path, "raise KeyboardInterrupt")
    assert done.stderr == ""
    assert written(tmp_path) == ""


def test_hooks_of_others_stay(tmp_path: Path) -> None:
    done = run(
        tmp_path,
        """
sys.excepthook = lambda *error: print("mine")
set_up_logging(folder, "debug", redactor)
log.debug("once")
raise ValueError
""",
    )
    assert done.stdout == "mine\n"
    assert written(tmp_path).count("once") == 1


@pytest.mark.parametrize("failure", ["log.error('lost %s', KEY)", "raise ValueError(KEY)"])
def test_a_log_that_cannot_be_written_stops_nothing_and_prints_nothing_odd(failure: str, tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    done = run(tmp_path / "logs", failure)
    assert KEY not in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_full_disk_is_not_the_users_to_read(tmp_path: Path) -> None:
    (tmp_path / "agent-desktop.log").symlink_to("/dev/full")
    done = run(tmp_path, "log.error('lost')\nlog.handlers\nprint('goes on')")
    assert done.stdout == "goes on\n"
    assert "Traceback" not in done.stderr
