import os
from pathlib import Path

import pytest

from agent_desktop.errors import StoreFailed
from agent_desktop.system.atomic_file import read_text, remove_file, replace_text


def test_bytes_that_are_no_text_and_line_ends_survive(tmp_path: Path) -> None:
    file = tmp_path / "list"
    file.write_bytes(b"caf\xe9\r\nend")
    replace_text(file, read_text(file) + "\n")
    assert file.read_bytes() == b"caf\xe9\r\nend\n"


def test_mode_and_link_stay_and_nothing_else_is_left(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "list"
    replace_text(real, "one")
    real.chmod(0o640)
    (tmp_path / "list").symlink_to(real)
    replace_text(tmp_path / "list", "two")
    assert (tmp_path / "list").is_symlink()
    assert real.read_text() == "two"
    assert real.stat().st_mode & 0o777 == 0o640
    assert list(real.parent.iterdir()) == [real]


def test_what_fails_leaves_the_old_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "list"
    replace_text(file, "old")

    def full_disk(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(StoreFailed, match="No space left"):
        replace_text(file, "new")
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_is_not_there_is_empty_and_removed(tmp_path: Path) -> None:
    assert read_text(tmp_path / "none") == ""
    remove_file(tmp_path / "none")
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreFailed):
        remove_file(tmp_path / "folder")
