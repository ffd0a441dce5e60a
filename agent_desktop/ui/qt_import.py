"""Loading Qt for Python without what it reads beside."""

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn


@contextmanager
def without_reading_sources() -> Iterator[None]:
    """Import PySide6, and what uses it, within this.

    PySide6 asks `inspect` for the source of every module that is imported after it, to find those that switch its
    optional features; none of ours does. The lines would stay in Python's cache: 5 MB, and time at the start. To
    PySide6 a module without source is one without features.
    """
    read = inspect.getsource
    inspect.getsource = _no_source  # type: ignore[assignment]
    try:
        yield
    finally:
        inspect.getsource = read


def load_binding() -> None:
    """Load what PySide6 stands on, while there is no other thread yet.

    It looks through all loaded modules when it starts, and aborts the program where another thread adds one meanwhile.
    """
    with without_reading_sources():
        import shiboken6  # noqa: F401


def _no_source(_: object) -> NoReturn:
    raise OSError("not read")
