"""Where the window was, how wide its columns were: kept in an ini file of the profile, apart from the settings."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class LayoutMemory:
    """What the window remembers of its looks. A file that cannot be read or written is the same as none."""

    def __init__(self, path: Path) -> None:
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    def state(self, name: str) -> QByteArray:
        """What was kept under the name, or nothing."""
        kept = self._file.value(name)
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Keep a geometry or a header's state."""
        self._file.setValue(name, state)

    def word(self, name: str) -> str:
        """The word kept under the name, or ""."""
        kept = self._file.value(name)
        return kept if isinstance(kept, str) else ""

    def keep_word(self, name: str, word: str) -> None:
        """Keep a word."""
        self._file.setValue(name, word)

    def save(self) -> None:
        """Write it now."""
        self._file.sync()
