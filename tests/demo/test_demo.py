"""The demo without a screen: the real program against a simulated PBX, which ends by itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from agent_desktop.demo.photographer import PANELS

ROOT = Path(__file__).resolve().parent.parent.parent
SECONDS = 11.0
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def played(tmp_path_factory) -> tuple["subprocess.CompletedProcess[str]", Path, Path]:
    """A short demo: what it printed, its folder, and where it put what it throws away."""
    folder, thrown_away = tmp_path_factory.mktemp("demo"), tmp_path_factory.mktemp("tmp")
    environ = {**os.environ, "TMPDIR": str(thrown_away), "PYTHONWARNINGS": "error", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "agent_desktop", "demo", "--seconds", str(SECONDS), "--output", str(folder / "out")],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
        cwd=folder,
    )
    return done, folder / "out", thrown_away


def test_it_ends_by_itself_without_a_complaint(played):
    done, _, _ = played
    assert (done.returncode, done.stderr) == (0, "")


def test_it_names_the_folder_with_the_log_and_the_pictures(played):
    done, folder, _ = played
    pictures = list(folder.glob("*.png"))
    assert done.stdout.splitlines()[-1] == f"The log and {len(pictures)} pictures are in {folder}"
    assert all(picture.read_bytes().startswith(PNG) for picture in pictures)
    assert all(picture.stat().st_size > 2000 for picture in pictures), "an empty picture"
    names = {picture.stem for picture in pictures}
    assert names >= {f"{panel}-{scheme}" for panel in PANELS for scheme in ("light", "dark")}
    assert any(name.startswith("pop") for name in names)


def test_the_log_tells_a_story_that_can_be_read(played):
    done, folder, _ = played
    log = (folder / "demo.log").read_text(encoding="utf-8")
    assert log == done.stdout.rpartition("The log and")[0]
    for words in ("A simulated PBX serves at", "Status: available", "Pop:", "rings", "Picture:"):
        assert words in log, words
    assert "Notice:" not in log
    seconds = [float(line.split(" s  ")[0]) for line in log.splitlines()]
    assert seconds == sorted(seconds)


def test_it_leaves_nothing_else_behind(played):
    _, folder, thrown_away = played
    assert list(thrown_away.iterdir()) == []
    assert {path.suffix for path in folder.iterdir()} == {".log", ".png"}
    assert [path.name for path in folder.parent.iterdir()] == ["out"]
