"""Files that other programs read: written whole or not at all."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from agent_desktop.errors import StoreFailed


@contextmanager
def _said_plainly(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreFailed(
            f"The file {path} cannot be written: {error.strerror}.", "Check its permissions and the free space."
        ) from error


def replace_text(path: Path, text: str) -> None:
    """Give `path` this text (its mode and a link to it stay), making its folder. Raises StoreFailed."""
    with _said_plainly(path):
        target = path.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o644
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        temporary = Path(name)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
                file.write(text)
                file.flush()
                os.fsync(descriptor)
            temporary.chmod(mode)
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def remove_file(path: Path) -> None:
    """Remove a file, if it is there. Raises StoreFailed."""
    with _said_plainly(path):
        path.unlink(missing_ok=True)


def read_text(path: Path) -> str:
    """The file's text, exactly as `replace_text` would write it back; "" where it cannot be read."""
    try:
        with path.open(encoding="utf-8", errors="surrogateescape", newline="") as file:
            return file.read()
    except OSError:
        return ""
