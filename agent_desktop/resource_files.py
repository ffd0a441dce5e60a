"""Where the program's own files are (icons, sounds, translations, the desktop entry), in a checkout and installed."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_resources"
_CHECKOUT = _PACKAGE.parent / "resources"


def resource(name: str) -> Path:
    """The file or folder `name` ("icons") of `resources/`. FileNotFoundError where it is not there."""
    root = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    path = root / name
    if not path.exists():
        raise FileNotFoundError(f"The program's own file {name!r} is missing; please install it again.")
    return path
