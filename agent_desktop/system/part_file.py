"""Large files, written whole or not at all: in a folder of their own beside the target, under its name at the end.

The folder is locked while it is in use. A process that dies lets its lock go, so the next one can tell what was left.
"""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from agent_desktop.errors import ExportFailed, StoreFailed
from agent_desktop.system.single_instance import InstanceLock

_PREFIX, _SUFFIX = ".agent-desktop-", ".part"
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_MISSING = {errno.ENOENT, errno.ENOTDIR}


@contextmanager
def part_file(target: Path) -> Iterator[Path]:
    """Where to write what `target` is to be: a path in a folder that may be used for more. Left without an error, the
    file takes the target's place; else nothing of it stays. Raises ExportFailed for what the system refuses within.
    """
    with _said_plainly(target):
        whole = target.resolve()
        if whole.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        _remove_leftovers(whole.parent)
        folder, lock = _new_folder(whole.parent)
        try:
            part = folder / "part"
            yield part
            _to_disk(part)
            part.replace(whole)
        finally:
            _remove(folder, lock)


def _new_folder(parent: Path) -> tuple[Path, InstanceLock]:
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, suffix=_SUFFIX, dir=parent))
        lock = InstanceLock(folder / "lock")
        try:
            is_ours = lock.acquire()
        except StoreFailed:
            is_ours = folder.exists()  # on a disk without locks nobody takes it away
        # Another process may have taken it for a leftover before it was locked.
        if is_ours:
            return folder, lock


def _remove_leftovers(parent: Path) -> None:
    for folder in parent.glob(f"{_PREFIX}*{_SUFFIX}"):
        lock = InstanceLock(folder / "lock")
        with suppress(StoreFailed):
            if (folder / "lock").exists() and lock.acquire():
                _remove(folder, lock)


def _remove(folder: Path, lock: InstanceLock) -> None:
    for entry in folder.iterdir():
        if entry.name != "lock":
            entry.unlink(missing_ok=True)
    lock.release()  # Windows removes no file that is open
    shutil.rmtree(folder, ignore_errors=True)


def _to_disk(part: Path) -> None:
    with part.open("rb+") as file:
        os.fsync(file.fileno())


@contextmanager
def _said_plainly(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ExportFailed(*_words(error, target)) from error


def _words(error: OSError, target: Path) -> tuple[str, str]:
    name, folder = target.name, target.parent
    if error.errno in _FULL:
        return f"There is not enough space for {name}: no file was written.", "Free some space, or choose another disk."
    if error.errno == errno.EISDIR:
        return f"{name} is a folder.", "Choose another name."
    if error.errno in _MISSING:
        return f"There is no folder {folder}.", "Choose a folder that is there."
    if error.errno in _FORBIDDEN:
        advice = "Choose another folder, or close the program that has the file open."
        return f"{name} may not be written in {folder}.", advice
    return f"{name} cannot be written: {error.strerror or 'the disk gives errors'}.", "Choose another name or folder."
