"""Asking for a file, without a loop of its own."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def choose_file(
    parent: QWidget, title: str, kinds: str, chosen: Callable[[Path], None], *, save_as: str = ""
) -> QFileDialog:
    """Open the desktop's dialog; `chosen` gets the file. With `save_as`, a name, it is one to be written."""
    dialog = QFileDialog(parent, title, str(Path.home()), kinds)
    if save_as:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(save_as).suffix.removeprefix("."))
        dialog.selectFile(save_as)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
