"""A disk without room, for what is written by way of `part_file`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from agent_desktop.system.part_file import part_file

NEEDS_FULL_DISK = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")


@contextmanager
def part_on_full_disk(target: Path) -> Iterator[Path]:
    """In part_file's place."""
    with part_file(target) as part:
        part.symlink_to("/dev/full")
        yield part
