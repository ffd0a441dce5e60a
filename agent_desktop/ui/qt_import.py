"""Loading Qt for Python without what it reads beside."""

import inspect
import sys
from types import SimpleNamespace
from typing import NoReturn


def load_binding() -> None:
    """Load what PySide6 stands on, while there is no other thread yet; the first of PySide6 that a program imports.

    It looks through all loaded modules when it starts, and aborts the program where another thread adds one meanwhile.
    It also asks `inspect` for the source of each of them, and of all that are imported later on, to find those that
    switch its optional features; none of ours does. The lines would stay in Python's cache: 6 MB, and time at the
    start. To PySide6 a module without source is one without features.
    """
    read = inspect.getsource
    inspect.getsource = _no_source  # type: ignore[assignment]
    try:
        import shiboken6  # noqa: F401
    finally:
        inspect.getsource = read
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None:
        feature.inspect = SimpleNamespace(getsource=_no_source)  # type: ignore[attr-defined]


def _no_source(_: object) -> NoReturn:
    raise OSError("not read")
