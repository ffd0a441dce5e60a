from pathlib import Path

import pytest

from agent_desktop import resource_files
from agent_desktop.resource_files import resource


def test_a_checkout_has_its_files_at_the_top() -> None:
    assert resource("agent-desktop.desktop").read_text(encoding="utf-8").startswith("[Desktop Entry]")


def test_an_installed_program_has_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "icons").mkdir()
    monkeypatch.setattr(resource_files, "_INSTALLED", tmp_path)
    assert resource("icons") == tmp_path / "icons"


def test_a_missing_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"icons/none\.svg"):
        resource("icons/none.svg")
