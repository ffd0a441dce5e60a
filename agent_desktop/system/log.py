"""The log file: small, rotated, for its owner's eyes, without secrets; and what becomes of errors nobody expected."""

import logging
import logging.handlers
import os
import sys
import threading
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType

from agent_desktop.system.redact import Redactor

_log = logging.getLogger(__name__)

_LARGEST_BYTES = 1_000_000
_OLDER_FILES = 4


class ProfileLog(logging.handlers.RotatingFileHandler):
    """Five files of a megabyte, mode 0600."""

    def __init__(self, log_dir: Path) -> None:
        super().__init__(
            log_dir / "agent-desktop.log", maxBytes=_LARGEST_BYTES, backupCount=_OLDER_FILES, encoding="utf-8"
        )

    def _open(self) -> TextIOWrapper:
        # Windows would end each line twice: once here, once below.
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
        file = os.fdopen(os.open(self.baseFilename, flags, 0o600), "ab")
        return TextIOWrapper(file, encoding="utf-8", errors="backslashreplace", newline="\n")


def set_up_logging(log_dir: Path, level: str, redactor: Redactor) -> None:
    """Send everything from `level` ("info", "debug") on to the profile's log, cleaned by `redactor`.

    Never fails: where the file cannot be written the program goes on without. May be called again.
    """
    root = logging.getLogger()
    for former in [handler for handler in root.handlers if isinstance(handler, ProfileLog)]:
        root.removeHandler(former)
        former.close()
    handler: logging.Handler
    try:
        handler = ProfileLog(log_dir)
    except OSError:
        handler = logging.NullHandler()  # with no handler at all, logging would print to the screen
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.addFilter(redactor)
    root.addHandler(handler)
    root.setLevel(level.upper())
    for chatty in ("httpx", "httpcore"):  # they log every URL, and the PBX wants the key in one
        logging.getLogger(chatty).setLevel(logging.WARNING)
    logging.raiseExceptions = False  # a full disk is no reason to print on a user's screen
    _catch_unexpected_errors()


def log_files(log_dir: Path) -> list[Path]:
    """The log and its older files, the oldest first."""
    return sorted(log_dir.glob("agent-desktop.log*"), key=lambda path: (len(path.name), path.name), reverse=True)


def lines_with(log_dir: Path, is_in: Callable[[str], bool]) -> int:
    """How many lines of the logs hold something."""
    return sum(is_in(line) for path in log_files(log_dir) for line in _lines(path))


def remove_lines(log_dir: Path, is_in: Callable[[str], bool]) -> int:
    """Take these lines out of the logs, also out of the one that is being written; how many."""
    handlers = [handler for handler in logging.getLogger().handlers if isinstance(handler, ProfileLog)]
    removed = 0
    for handler in handlers:
        handler.acquire()
    try:
        for path in log_files(log_dir):
            lines = _lines(path)
            kept = [line for line in lines if not is_in(line)]
            if len(kept) < len(lines):
                removed += len(lines) - len(kept)
                with path.open("r+", encoding="utf-8", newline="") as file:
                    file.write("".join(kept))
                    file.truncate()
    finally:
        for handler in handlers:
            handler.release()
    return removed


def _lines(path: Path) -> list[str]:
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        return file.read().splitlines(keepends=True)


def _catch_unexpected_errors() -> None:
    """Log what nobody caught, instead of printing it. Hooks that someone else has set stay."""
    if sys.excepthook is sys.__excepthook__:
        sys.excepthook = _log_uncaught
    if threading.excepthook is threading.__excepthook__:
        threading.excepthook = _log_uncaught_in_thread
    if sys.unraisablehook is sys.__unraisablehook__:
        sys.unraisablehook = _log_unraisable


def _log_uncaught(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    _log.critical("An unexpected error", exc_info=(kind, error, traceback))
    if sys.stderr is not None:  # there is none without a console on Windows
        sys.stderr.write("Agent Desktop met an unexpected error; its log says more.\n")


def _log_uncaught_in_thread(arguments: "threading.ExceptHookArgs") -> None:
    if arguments.exc_value is not None:
        _log_uncaught(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)


def _log_unraisable(unraisable: "sys.UnraisableHookArgs") -> None:
    error = unraisable.exc_value
    if error is not None:
        _log.error(
            "%s", unraisable.err_msg or "An error while tidying up", exc_info=(type(error), error, error.__traceback__)
        )
