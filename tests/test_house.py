"""The house itself: what lies where, what is pinned, and what must never be committed."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version
from PySide6.QtCore import QObject

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENT_FILES = ("packaging/requirements.txt", "packaging/requirements-dev.txt")
TOP_LEVEL = {
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "agent_desktop",
    "packaging",
    "pyproject.toml",
    "resources",
    "tests",
}
# Where this was written; a home that a test makes up ("/home/ana") is none.
MACHINE_PATHS = re.compile(rb"(?<![\w.~}/])/(?:work|root)/[\w.]")
HOMES = re.compile(rb"(?<![\w.~}/])/home/\w")
# Somebody else's host or folder has no place beside a version and its hashes.
HOSTS = re.compile(r"://|--(?:extra-)?index-url|--find-links|--trusted-host|^-[if]\b|^[./~]|@ ", re.MULTILINE)


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    """Every file under version control."""
    listing = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    try:
        names = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout, or git is not here")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def pins(name: str) -> dict[str, tuple[Requirement, str]]:
    """Each pinned requirement of a file, by its name, with its whole text."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    parsed = [(Requirement(line.split("--hash", 1)[0]), line) for line in lines]
    return {requirement.name.lower().replace("_", "-"): (requirement, line) for requirement, line in parsed}


def declared() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [Requirement(text) for text in [*project["dependencies"], *project["optional-dependencies"]["dev"]]]


def test_nothing_else_lies_at_the_top(tracked: list[Path]) -> None:
    entries = {path.relative_to(ROOT).parts[0] for path in tracked}
    assert {entry for entry in entries if not entry.startswith(".")} <= TOP_LEVEL


def test_no_path_of_a_machine_is_committed(tracked: list[Path]) -> None:
    found = [str(path.relative_to(ROOT)) for path in tracked if MACHINE_PATHS.search(path.read_bytes())]
    assert not found
    program = [path for path in tracked if path.is_relative_to(ROOT / "agent_desktop")]
    assert not [str(path) for path in program if HOMES.search(path.read_bytes())]


@pytest.mark.parametrize("folder", [b"work", b"root"])
def test_a_path_of_a_machine_is_seen(folder: bytes) -> None:
    assert MACHINE_PATHS.search(b'see "/%b/.cache"' % folder)


@pytest.mark.parametrize("folder", [b"work", b"root"])
@pytest.mark.parametrize("before", [b"~", b"${HOME}", b"https://example.com", b"at home"])
def test_other_paths_are_not(before: bytes, folder: bytes) -> None:
    assert not MACHINE_PATHS.search(b"%b/%b/x" % (before, folder))


@pytest.mark.parametrize("name", REQUIREMENT_FILES)
def test_pins_name_no_host_and_carry_hashes(name: str) -> None:
    assert not HOSTS.search((ROOT / name).read_text(encoding="utf-8"))
    for requirement, line in pins(name).values():
        assert re.fullmatch(r"==[\w.]+", str(requirement.specifier)), requirement
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", line), requirement


@pytest.mark.parametrize("text", ["--index-url x", "-i x", "x @ file:x", "./x.whl", "https://x", "--find-links=x"])
def test_a_host_among_pins_is_seen(text: str) -> None:
    assert HOSTS.search(f"a==1\n{text}\n")


def test_what_is_declared_is_pinned_within_its_bounds() -> None:
    pinned = pins("packaging/requirements-dev.txt")
    for wanted in declared():
        requirement, _ = pinned[wanted.name.lower()]
        version = next(iter(requirement.specifier)).version
        assert wanted.specifier.contains(version), f"{wanted} is pinned at {version}; see packaging/README.md"


def test_both_files_pin_the_same() -> None:
    program, everything = (pins(name) for name in REQUIREMENT_FILES)
    assert {name: pin[0].specifier for name, pin in program.items()}.items() <= {
        name: pin[0].specifier for name, pin in everything.items()
    }.items()


@pytest.mark.parametrize("name", ["pyside6-essentials", "shiboken6"])
def test_the_qt_that_aborts_is_not_pinned(name: str) -> None:
    requirement, _ = pins("packaging/requirements.txt")[name]
    assert Version(next(iter(requirement.specifier)).version) < Version("6.12")


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_a_qt_call_keeps_its_reference_to_none() -> None:
    """PySide6 6.12.0 dropped one with every void call, and Python 3.11 aborted after about a thousand."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("thing")
    assert abs(sys.getrefcount(None) - before) < 100


def test_the_readme_says_how_to_start() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make demo" in text
    assert "make test" in text


def test_every_room_has_its_tests() -> None:
    rooms = [path for path in sorted((ROOT / "agent_desktop").iterdir()) if len(list(path.rglob("*.py"))) > 1]
    assert not [room.name for room in rooms if not list((ROOT / "tests" / room.name).rglob("test_*.py"))]


def test_packaging_does_not_hide_the_library_of_that_name() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_a_window_that_is_gone_hears_nothing() -> None:
    """A lambda goes on being called when its window was built anew; a method does not."""
    connects = re.compile(r"(bridge\.\w+|theme\.changed)\.connect\((lambda|partial)")
    windows = (path for path in (ROOT / "agent_desktop/ui").rglob("*.py") if path.name != "desktop.py")
    assert [path.name for path in windows if connects.search(path.read_text(encoding="utf-8"))] == []
