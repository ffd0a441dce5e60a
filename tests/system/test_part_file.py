import errno
import subprocess
import sys
from pathlib import Path

import pytest

from agent_desktop.errors import ExportFailed
from agent_desktop.system import single_instance
from agent_desktop.system.part_file import part_file


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_takes_the_targets_place_at_the_end(tmp_path):
    target = tmp_path / "calls.csv"
    target.write_text("old")
    with part_file(target) as part:
        part.write_text("new")
        (part.parent / "scratch").write_text("of the writer's own")
        assert target.read_text() == "old"
    assert target.read_text() == "new"
    assert names(tmp_path) == ["calls.csv"]


def test_a_failure_leaves_what_was_there(tmp_path):
    target = tmp_path / "calls.csv"
    target.write_text("old")

    def write() -> None:
        with part_file(target) as part:
            part.write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert target.read_text() == "old"
    assert names(tmp_path) == ["calls.csv"]


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    with part_file(tmp_path / "link.csv") as part:
        part.write_text("new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text() == "new"


def test_what_a_process_left_that_died_is_removed_and_what_is_in_use_is_not(tmp_path):
    died = (
        "import os, sys; from pathlib import Path; from agent_desktop.system.part_file import part_file\n"
        "with part_file(Path(sys.argv[1])) as part:\n    part.write_text('half'); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", died, str(tmp_path / "calls.csv")], check=False)
    (left,) = tmp_path.iterdir()
    with part_file(tmp_path / "a.csv") as first, part_file(tmp_path / "b.csv") as second:
        assert not left.exists()
        first.write_text("a")
        second.write_text("b")
    assert names(tmp_path) == ["a.csv", "b.csv"]


def test_a_disk_without_locks_is_written_without_one(tmp_path, monkeypatch):
    tries = []

    def no_locks(descriptor):
        tries.append(descriptor)
        assert len(tries) < 5
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(single_instance, "_lock", no_locks)
    with part_file(tmp_path / "calls.csv") as part:
        part.write_text("new")
    assert (tmp_path / "calls.csv").read_text() == "new"
    assert names(tmp_path) == ["calls.csv"]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "There is not enough space for calls.csv: no file was written."),
        (errno.EACCES, "calls.csv may not be written in"),
        (errno.EROFS, "calls.csv may not be written in"),
        (errno.EIO, "calls.csv cannot be written: "),
    ],
)
def test_says_why_it_cannot_be_written(tmp_path, number, said):
    with pytest.raises(ExportFailed) as caught, part_file(tmp_path / "calls.csv"):
        raise OSError(number, "as the system says it")
    assert caught.value.title.startswith(said)
    assert caught.value.advice
    assert names(tmp_path) == []


def test_a_folder_is_no_file_and_a_folder_must_be_there(tmp_path):
    with pytest.raises(ExportFailed, match="is a folder"), part_file(tmp_path):
        pass
    with pytest.raises(ExportFailed, match="There is no folder"), part_file(tmp_path / "none" / "calls.csv"):
        pass
