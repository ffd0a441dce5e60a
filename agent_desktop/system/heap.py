"""The C library's heap: one for all threads."""

import ctypes
import sys
from contextlib import suppress

_M_ARENA_MAX = -8


def share_one_heap() -> None:
    """Call before the first thread starts. With glibc each thread gets a heap of its own, which costs this program
    6 MB; Python's lock lets only one of them allocate at a time anyway.
    """
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library has no such thing
            ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)
