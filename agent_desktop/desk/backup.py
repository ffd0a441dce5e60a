"""A profile in one file, and back. The file is a zip: the settings, a copy of the database, and a manifest with their
hashes; never a key or a secret, which are in the keyring.

A restore is laid ready beside the profile and takes its place at the next start, before anything is opened. Each step
is one rename, and a start that finds the steps half done goes on with them: whenever the program or the computer stops,
the next start has the old profile or the new one, whole. The old one is kept in a folder of its own.
"""

import hashlib
import json
import logging
import lzma
import os
import shutil
import sys
import tempfile
import time
import tomllib
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from agent_desktop import __version__
from agent_desktop.desk.settings import Settings
from agent_desktop.desk.settings_file import as_file, load
from agent_desktop.desk.staged import DRAFT, READY
from agent_desktop.errors import StoreFailed, UsageError
from agent_desktop.store.copying import VERSION, carry_forgotten, copy_database, version_of
from agent_desktop.system.part_file import part_file
from agent_desktop.system.paths import Profile

_log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
"""(done, total) in bytes; it breaks the work off by raising."""

FORMAT = 1
MANIFEST = "manifest.json"
SETTINGS = "settings.toml"
DATABASE = "journal.db"
ASIDE = "before-restore-"
_PLAN = "plan.json"
_PIECE = 1 << 20
_LARGEST_MANIFEST = 100_000
_LEFT_FREE = 50_000_000
"""What goes on meanwhile must find room."""
_UNREADABLE = (zipfile.BadZipFile, KeyError, EOFError, RuntimeError, zlib.error, lzma.LZMAError)
"""What reading a damaged or strange zip raises; a RuntimeError for one that is encrypted, nested or of another kind."""

DAMAGED = "The backup is damaged, so nothing was restored."
NEWER = "The backup was made by a newer version of Agent Desktop."


class BrokenOff(Exception):
    """Whoever asked for it does not want it any more."""


class NotABackup(UsageError):
    """The file is something else."""

    title = "That file is not a backup of Agent Desktop."
    advice = "Choose a file that was made by 'Back up now'."


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is in a backup. `made` is in seconds since the epoch; `files` are (bytes, SHA-256) by name."""

    format: int
    made: float
    program: str
    schema: int
    files: Mapping[str, tuple[int, str]]


# Making one.


def back_up(profile: Profile, target: Path, now: float, progress: Progress) -> int:
    """Write the profile into `target`, whole or not at all; its size. May run beside the program.

    A file that is there is replaced where it is a backup. Nothing is written into the profile, whose disk may be full.
    Raises UsageError, StoreFailed, and ExportFailed where the file cannot be written.
    """
    if not target.parent.is_dir():
        raise UsageError(f"There is no folder {target.parent}.", "Choose a folder that is there.")
    if target.exists():
        read_manifest(target)
    with _said_plainly(profile.root):
        total = 2 * profile.database.stat().st_size if profile.database.exists() else 0

    def copied(done: int, pages: int) -> None:
        progress(total * done // (2 * max(pages, 1)), total)

    with part_file(target) as part:
        parts = part.parent
        if not copy_database(profile.database, parts / DATABASE, copied):
            raise UsageError("There is nothing to back up yet.", "Set Agent Desktop up and start it first.")
        try:
            settings = load(profile.settings_file)[0]
        except UsageError:
            settings = Settings()
        (parts / SETTINGS).write_bytes(as_file(settings))
        with os.fdopen(_private(part), "wb") as file:
            _write_zip(file, parts, now, lambda done: progress(total // 2 + done, total))
    with _said_plainly(target.parent):
        _sync(target.parent)
        return target.stat().st_size


def _write_zip(file: Any, parts: Path, now: float, progress: Callable[[int], None]) -> None:
    files: dict[str, tuple[int, str]] = {}
    done = 0
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name in (SETTINGS, DATABASE):
            digest = hashlib.sha256()
            size = 0
            with (parts / name).open("rb") as source, archive.open(name, "w", force_zip64=True) as entry:
                while piece := source.read(_PIECE):
                    digest.update(piece)
                    entry.write(piece)
                    size += len(piece)
                    progress(done + size)
            done += size
            files[name] = (size, digest.hexdigest())
        manifest = Manifest(FORMAT, now, __version__, VERSION, files)
        archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=2))


# Reading one.


def read_manifest(source: Path) -> Manifest:
    """What the file says of itself. Raises UsageError where it is no backup, or a newer version's; StoreFailed."""
    with _said_plainly(source), _opened(source) as archive:
        try:
            if archive.getinfo(MANIFEST).file_size > _LARGEST_MANIFEST:
                raise ValueError
            raw = json.loads(archive.read(MANIFEST))
            files = {str(name): (int(size), str(digest)) for name, (size, digest) in raw["files"].items()}
            manifest = Manifest(int(raw["format"]), float(raw["made"]), str(raw["program"]), int(raw["schema"]), files)
        except (*_UNREADABLE, ValueError, TypeError, AttributeError, OverflowError) as error:
            raise NotABackup from error
    if manifest.format > FORMAT or manifest.schema > VERSION:
        raise UsageError(NEWER, f"Install version {manifest.program} or a later one, then restore it.")
    if set(manifest.files) != {SETTINGS, DATABASE}:
        raise NotABackup
    return manifest


@contextmanager
def _opened(source: Path) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(source)
    except (*_UNREADABLE, ValueError) as error:
        raise NotABackup from error
    with archive:
        yield archive


def stage(profile: Profile, source: Path, now: float, progress: Progress) -> Manifest:
    """Check a backup, and lay it ready for the next start. Raises UsageError where it cannot be used; StoreFailed."""
    manifest = read_manifest(source)
    with _said_plainly(profile.root):
        draft = Path(tempfile.mkdtemp(prefix=DRAFT, dir=profile.root))
        try:
            _unpack(source, manifest, draft, progress)
            _check(draft)
            aside = f"{ASIDE}{time.strftime('%Y%m%d-%H%M%S', time.localtime(now))}"
            (draft / _PLAN).write_text(json.dumps({"aside": aside, "at": now}), encoding="utf-8")
            for path in (*draft.iterdir(), draft):
                _sync(path)
            drop_staged(profile)
            draft.rename(profile.root / READY)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
        _sync(profile.root)
    return manifest


def _unpack(source: Path, manifest: Manifest, folder: Path, progress: Progress) -> None:
    total, done = sum(size for size, _ in manifest.files.values()), 0
    if total > shutil.disk_usage(folder).free - _LEFT_FREE:
        raise StoreFailed("There is not enough space for what is in the backup.", "Free some space, then try again.")
    try:
        with _opened(source) as archive:
            for name, (size, expected) in manifest.files.items():
                digest, left = hashlib.sha256(), size
                with archive.open(name) as entry, os.fdopen(_private(folder / name), "wb") as file:
                    while piece := entry.read(_PIECE):
                        left -= len(piece)
                        if left < 0:
                            raise zipfile.BadZipFile
                        digest.update(piece)
                        file.write(piece)
                        done += len(piece)
                        progress(done, total)
                if left or digest.hexdigest() != expected:
                    raise zipfile.BadZipFile
    except _UNREADABLE as error:
        raise UsageError(DAMAGED, "Use another backup.") from error


def _check(folder: Path) -> None:
    version = version_of(folder / DATABASE)
    if version is not None and version > VERSION:
        raise UsageError(NEWER, "Install a newer version, then restore it.")
    try:
        tomllib.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        version = None
    if version is None:
        raise UsageError(DAMAGED, "Use another backup.")


# The next start.


def is_staged(profile: Profile) -> bool:
    """True where a restore waits for the next start."""
    return (profile.root / READY).is_dir()


def drop_staged(profile: Profile) -> None:
    """Forget a restore that waits. Raises StoreFailed."""
    ready = profile.root / READY
    with _said_plainly(profile.root):
        if ready.is_dir():
            _remove(ready)


def apply_staged(profile: Profile, now: float) -> bool:
    """Put what was laid ready in the profile's place, or go on with that; True where there was something.

    Only whoever holds the profile may do it, before its files are opened. Raises StoreFailed.
    """
    ready = profile.root / READY
    _remove_drafts(profile)
    if not ready.is_dir():
        return False
    with _said_plainly(profile.root):
        aside = profile.root / str(json.loads((ready / _PLAN).read_text(encoding="utf-8"))["aside"])
        aside.mkdir(mode=0o700, exist_ok=True)
        for name, endings in ((DATABASE, ("-wal", "-shm", "")), (SETTINGS, ("",))):
            if not (ready / name).exists():
                continue  # it is in its place already
            for ending in endings:
                if (old := profile.root / f"{name}{ending}").exists():
                    old.replace(aside / old.name)
            _sync(aside)
            (ready / name).replace(profile.root / name)
            _sync(profile.root)
        try:
            carry_forgotten(aside / DATABASE, profile.database, now)
        except StoreFailed as error:
            _log.warning("who was deleted on request could not be read from the former database: %s", error.title)
        _remove(ready)
    _log.info("a backup was restored; the former profile is kept as %s", aside.name)
    return True


def _remove(folder: Path) -> None:
    """Remove it at once for whoever looks: half a folder would be half a restore."""
    gone = Path(tempfile.mkdtemp(prefix=DRAFT, dir=folder.parent))
    folder.replace(gone / folder.name)
    _sync(folder.parent)
    shutil.rmtree(gone, ignore_errors=True)


def _remove_drafts(profile: Profile) -> None:
    """Remove what a restore left that was stopped half way."""
    for path in profile.root.glob(f"{DRAFT}*"):
        shutil.rmtree(path, ignore_errors=True)


def _private(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)


def _sync(path: Path) -> None:
    """Have it on disk. Windows opens no folders, and needs it for none; of a file it wants the right to write."""
    is_folder = path.is_dir()
    if is_folder and sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY if is_folder else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _said_plainly(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise UsageError(f"There is no file or folder {error.filename or path}.", "Check the name.") from error
    except OSError as error:
        raise StoreFailed(
            f"{path} cannot be used: {error.strerror or 'it is damaged'}.", "Check the rights and the free space."
        ) from error
