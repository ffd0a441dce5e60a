"""A profile in one file and back: checked before it is used, and never half in place."""

import errno
import fcntl
import json
import os
import random
import signal
import sqlite3
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from agent_desktop.desk import backup
from agent_desktop.desk.settings import Settings
from agent_desktop.desk.settings_file import load, save
from agent_desktop.errors import ExportFailed, StoreFailed, UsageError
from agent_desktop.store.database import open_database
from agent_desktop.store.schema import MIGRATIONS
from agent_desktop.system.paths import Profile

NOW = 1_760_000_000.0
ROOT = Path(__file__).resolve().parents[2]


def ignore(done: int, total: int) -> None:
    """Nobody looks."""


def make(folder: Path, name: str) -> Profile:
    """A profile that is called something in each of its parts."""
    profile = Profile(folder)
    profile.create()
    save(profile.settings_file, Settings().with_value("pbx.domain", name))
    with closing(open_database(profile.database, NOW).connection) as connection:
        connection.execute("INSERT INTO number_names VALUES ('84938363739', ?)", (name,))
    return profile


def name_of(profile: Profile) -> tuple[str, list[str]]:
    """What it is called in each."""
    with closing(open_database(profile.database, NOW).connection) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM number_names")]
    return load(profile.settings_file)[0].pbx.domain, names


def whole(name: str) -> tuple[str, list[str]]:
    return name, [name]


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A backup of another profile."""
    file = tmp_path / "new.zip"
    backup.back_up(make(tmp_path / "other", "new"), file, NOW, ignore)
    return file


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return make(tmp_path / "profile", "old")


def test_a_backup_comes_back_whole_and_the_former_profile_stays(saved: Path, profile: Profile) -> None:
    steps: list[tuple[int, int]] = []
    manifest = backup.stage(profile, saved, NOW, lambda done, total: steps.append((done, total)))
    assert manifest.made == NOW
    assert steps[-1][0] == steps[-1][1] > 0
    assert name_of(profile) == whole("old"), "until the next start"
    assert backup.apply_staged(profile, NOW)
    assert name_of(profile) == whole("new")
    (aside,) = profile.root.glob("before-restore-*")
    assert name_of(Profile(aside)) == whole("old")
    assert not backup.apply_staged(profile, NOW)
    assert name_of(profile) == whole("new")


def test_a_backup_is_of_what_the_log_still_holds_and_private(tmp_path: Path) -> None:
    profile = make(tmp_path / "profile", "old")
    with closing(open_database(profile.database, NOW).connection) as writer:
        writer.execute("UPDATE number_names SET name = 'newest'")
        backup.back_up(profile, tmp_path / "b.zip", NOW, ignore)
    assert oct((tmp_path / "b.zip").stat().st_mode)[-3:] in ("600", "666")
    backup.stage(profile, tmp_path / "b.zip", NOW, ignore)
    backup.apply_staged(profile, NOW)
    assert name_of(profile) == ("old", ["newest"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.zip", "profile"]


def test_a_backup_replaces_a_backup_and_nothing_else(saved: Path, profile: Profile, tmp_path: Path) -> None:
    backup.back_up(profile, saved, NOW + 5, ignore)
    assert backup.read_manifest(saved).made == NOW + 5
    diary = tmp_path / "diary.txt"
    diary.write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="not a backup"):
        backup.back_up(profile, diary, NOW, ignore)
    assert diary.read_text(encoding="utf-8") == "mine"


def test_a_backup_that_is_broken_off_leaves_nothing(profile: Profile, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise backup.BrokenOff

    with pytest.raises(backup.BrokenOff):
        backup.back_up(profile, tmp_path / "b.zip", NOW, stop)
    assert [path.name for path in tmp_path.iterdir()] == ["profile"]


def test_nothing_is_written_into_the_profile(profile: Profile, tmp_path: Path) -> None:
    before = {path.name for path in profile.root.rglob("*")}
    seen: set[str] = set()
    backup.back_up(profile, tmp_path / "b.zip", NOW, lambda *_: seen.update(p.name for p in profile.root.rglob("*")))
    assert seen - before <= {"journal.db-wal", "journal.db-shm"}  # SQLite's own, of a database that is open


def test_where_the_disk_has_no_room_for_the_copy_it_is_the_file_that_cannot_be_written(
    profile: Profile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def on_a_full_disk(path: Path | str, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(path, **options)
        if not options:  # the copy's
            connection.execute("PRAGMA max_page_count = 2")
        return connection

    (tmp_path / "stick").mkdir()
    monkeypatch.setattr(sqlite3, "connect", on_a_full_disk)
    with pytest.raises(ExportFailed, match=r"not enough space for b\.zip"):
        backup.back_up(profile, tmp_path / "stick" / "b.zip", NOW, ignore)
    assert not list((tmp_path / "stick").iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows bounds no file's size")
def test_where_the_disk_takes_no_file_so_large_it_is_the_file_that_cannot_be_written(
    profile: Profile, tmp_path: Path
) -> None:
    import resource

    (tmp_path / "stick").mkdir()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(ExportFailed, match=r"b\.zip cannot be written"):
            backup.back_up(profile, tmp_path / "stick" / "b.zip", NOW, ignore)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert not list((tmp_path / "stick").iterdir())


def rewritten(source: Path, changes: dict[str, bytes], manifest: dict[str, object] | None = None) -> Path:
    """The backup with other contents."""
    target = source.with_name("changed.zip")
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = changes.get(name, old.read(name))
            if name == backup.MANIFEST and manifest is not None:
                content = json.dumps({**json.loads(content), **manifest}).encode()
            new.writestr(name, content)
    return target


def spoiled(saved: Path) -> Iterator[tuple[Path, str]]:
    """Files that cannot be used, and what is said of them."""
    raw = saved.read_bytes()
    for kept in (0, 10, len(raw) // 2, len(raw) - 1):
        cut = saved.with_name(f"cut-{kept}.zip")
        cut.write_bytes(raw[:kept])
        yield cut, "not a backup"
    yield rewritten(saved, {"journal.db": b"SQLite format 3\0" + b"x" * 99}), "damaged"
    yield rewritten(saved, {"settings.toml": b"= ="}), "damaged"
    yield rewritten(saved, {}, {"schema": len(MIGRATIONS) + 1}), "newer version"
    yield rewritten(saved, {}, {"format": backup.FORMAT + 1}), "newer version"
    yield rewritten(saved, {}, {"files": {"../../escape": [1, "00"], "settings.toml": [1, "00"]}}), "not a backup"
    for manifest in (b"[]", b"[" * 50_000, b'{"format": Infinity, "files": {}}'):
        yield rewritten(saved, {backup.MANIFEST: manifest}), "not a backup"
    # The packed manifest, which is the last entry; and the bit that tells that it is encrypted.
    packed = raw.rindex(b"PK\x03\x04") + 30 + len(backup.MANIFEST)
    for at, flip in ((packed + 20, 0xFF), (raw.rindex(b"PK\x01\x02") + 8, 1)):
        other = bytearray(raw)
        other[at] ^= flip
        strange = saved.with_name(f"strange-{at}.zip")
        strange.write_bytes(other)
        yield strange, "not a backup"
    yield saved.with_name("missing.zip"), "no file"


def test_what_cannot_be_used_is_refused_plainly_and_changes_nothing(saved: Path, profile: Profile) -> None:
    before = sorted(profile.root.rglob("*"))
    for file, words in spoiled(saved):
        with pytest.raises(UsageError, match=words):
            backup.stage(profile, file, NOW, ignore)
    assert sorted(profile.root.rglob("*")) == before
    assert name_of(profile) == whole("old")


def test_a_backup_that_would_fill_the_disk_is_not_unpacked(saved: Path, profile: Profile) -> None:
    bomb = rewritten(saved, {}, {"files": {"settings.toml": [1, "00"], "journal.db": [10**18, "00"]}})
    with pytest.raises(StoreFailed, match="space"):
        backup.stage(profile, bomb, NOW, ignore)
    assert not backup.is_staged(profile)


def test_a_restore_is_laid_ready_where_only_a_file_that_may_be_written_is_flushed(
    saved: Path, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows."""
    flush = os.fsync

    def windows_flush(descriptor: int) -> None:
        may_write = fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE != os.O_RDONLY
        if not may_write and not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", windows_flush)
    backup.stage(profile, saved, time.time(), lambda done, total: None)
    assert backup.is_staged(profile)


def test_a_turned_bit_is_found(saved: Path, profile: Profile) -> None:
    with zipfile.ZipFile(saved) as archive:
        entry = archive.getinfo("journal.db")
    raw = bytearray(saved.read_bytes())
    raw[entry.header_offset + 100 + entry.compress_size // 2] ^= 4
    saved.write_bytes(raw)
    with pytest.raises(UsageError, match="damaged"):
        backup.stage(profile, saved, NOW, ignore)


class Killed(BaseException):
    """The process ended here."""


def test_a_kill_between_any_two_steps_leaves_one_profile_whole(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every rename of staging and applying in turn is the last thing that the process did."""
    rename, replace = Path.rename, Path.replace
    left = [0]

    def dying(step):
        def act(path, target):
            if left[0] == 0:
                raise Killed
            left[0] -= 1
            return step(path, target)

        return act

    outcomes = set()
    for steps in range(12):
        profile = make(tmp_path / f"profile-{steps}", "old")
        with closing(sqlite3.connect(profile.database)) as crashed:  # a log that was not written back
            crashed.execute("UPDATE number_names SET name = 'old'")
            crashed.commit()
            left[0] = steps
            monkeypatch.setattr(Path, "rename", dying(rename))
            monkeypatch.setattr(Path, "replace", dying(replace))
            try:
                backup.stage(profile, saved, NOW, ignore)
                backup.apply_staged(profile, NOW)
            except Killed:
                pass
            monkeypatch.undo()
        backup.apply_staged(profile, NOW)  # the next start
        outcome = name_of(profile)
        assert outcome in (whole("old"), whole("new")), steps
        assert not [path.name for path in profile.root.iterdir() if path.name.startswith((".restore", "restore"))]
        outcomes.add(outcome[0])
    assert outcomes == {"old", "new"}


RESTORE = """
import sys
from pathlib import Path
from agent_desktop.desk import backup
from agent_desktop.system.paths import Profile
profile = Profile(Path(sys.argv[1]))
print("ready", flush=True)
while True:
    backup.stage(profile, Path(sys.argv[2]), 1_760_000_000.0, lambda done, total: None)
    backup.apply_staged(profile, 1_760_000_000.0)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of Unix")
def test_a_kill_at_any_moment_leaves_one_profile_whole(saved: Path, tmp_path: Path) -> None:
    chance = random.Random(4)
    profile = make(tmp_path / "killed", "old")
    for _ in range(6):
        program = [sys.executable, "-c", RESTORE, str(profile.root), str(saved)]
        with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.random() * 0.05)
            os.kill(process.pid, signal.SIGKILL)
        backup.apply_staged(profile, NOW)
        assert name_of(profile) in (whole("old"), whole("new"))
