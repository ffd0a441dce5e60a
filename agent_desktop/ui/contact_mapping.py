"""What each column of a table of contacts holds: guessed, shown with what stands in it, and changed here."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from agent_desktop.telephony.contact_csv import DELIMITERS, Field, Mapping
from agent_desktop.telephony.text_encoding import ENCODINGS
from agent_desktop.ui.labels import ElidedLabel, label
from agent_desktop.ui.scrolling import scrolling, tab_through
from agent_desktop.ui.theme import STEP
from agent_desktop.ui.wheel import keep_from_wheel

HIGHEST = 60 * STEP


def _tr(text: str) -> str:
    return QCoreApplication.translate("contacts", text)


def field_words() -> dict[Field, str]:
    """What a column may hold, in words."""
    return {
        Field.IGNORE: _tr("Leave out"),
        Field.NAME: _tr("Name"),
        Field.COMPANY: _tr("Company"),
        Field.NUMBER: _tr("Number"),
        Field.LABEL: _tr("What the number is"),
        Field.TAGS: _tr("Tags"),
        Field.VIP: _tr("VIP: yes or no"),
        Field.NOTE: _tr("Note"),
        Field.LINK: _tr("Page in the CRM"),
    }


class ContactMapping(QWidget):
    """`changed` says that the table is to be read anew, by `value`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mapping = Mapping()
        self.fields: list[QComboBox] = []
        self.encoding = _choice(
            ("utf-8", "UTF-8"), ("utf-16", "UTF-16"), ("cp1258", _tr("Windows, Vietnamese")),
            ("cp1252", _tr("Windows, Western")),
        )  # fmt: skip
        self.delimiter = _choice(
            (",", _tr("Comma")), (";", _tr("Semicolon")), ("\t", _tr("Tab")), ("|", _tr("Vertical bar"))
        )
        self.has_header = QCheckBox(_tr("The first row has headings"))
        self.encoding.setAccessibleName(_tr("Characters"))
        self.delimiter.setAccessibleName(_tr("Separator"))
        self._lay_out()
        self.encoding.activated.connect(lambda _: self._read_anew())
        self.delimiter.activated.connect(lambda _: self._read_anew())
        self.has_header.clicked.connect(lambda _: self._read_anew())

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2 * STEP)
        for name, part in ((_tr("Characters"), self.encoding), (_tr("Separator"), self.delimiter)):
            top.addWidget(label(name, kind="secondary"))
            top.addWidget(part)
            top.addSpacing(2 * STEP)
        top.addWidget(self.has_header)
        top.addStretch(1)
        self._area = scrolling()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * STEP)
        layout.addLayout(top)
        layout.addWidget(self._area)

    def show_table(self, mapping: Mapping, headings: tuple[str, ...], cells: tuple[tuple[str, ...], ...]) -> None:
        """Show how the table was read."""
        self._mapping = mapping
        family = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}
        self.encoding.setCurrentIndex(self.encoding.findData(family.get(mapping.encoding, mapping.encoding)))
        self.delimiter.setCurrentIndex(self.delimiter.findData(mapping.delimiter))
        self.has_header.setChecked(mapping.has_header)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 3 * STEP, 0)
        grid.setHorizontalSpacing(3 * STEP)
        grid.setVerticalSpacing(STEP)
        grid.setColumnStretch(2, 1)
        self.fields = []
        for place, field in enumerate(mapping.fields):
            heading = headings[place] if place < len(headings) else ""
            name = heading or _tr("Column %1").replace("%1", str(place + 1))
            shown = ElidedLabel(bold=True)
            shown.say(name)
            shown.setFixedWidth(36 * STEP)
            box = _choice(*((one.value, words) for one, words in field_words().items()))
            box.setCurrentIndex(box.findData(field.value))
            box.setAccessibleName(name)
            box.activated.connect(lambda _: self.changed.emit())
            sample = ElidedLabel(kind="secondary")
            sample.say(" · ".join(row[place].strip() for row in cells[:4] if place < len(row) and row[place].strip()))
            for column, part in enumerate((shown, box, sample)):
                grid.addWidget(part, place, column)
            self.fields.append(box)
        grid.setRowStretch(len(mapping.fields), 1)
        self._area.setWidget(page)
        tab_through(self.encoding, self.delimiter, self.has_header, *self.fields)
        self._area.setFixedHeight(min(HIGHEST, page.sizeHint().height()))

    @property
    def value(self) -> Mapping:
        """The mapping as it stands."""
        return replace(self._mapping, fields=tuple(Field(box.currentData()) for box in self.fields))

    def _read_anew(self) -> None:
        """The table is cut otherwise, so what its columns hold is guessed anew."""
        delimiter, encoding = self.delimiter.currentData(), self.encoding.currentData()
        assert delimiter in DELIMITERS
        assert encoding in ENCODINGS
        held = self._mapping.encoding
        encoding = held if held.startswith(encoding) else encoding
        self._mapping = Mapping((), self.has_header.isChecked(), delimiter, encoding)
        self.fields = []
        self.changed.emit()


def _choice(*choices: tuple[str, str]) -> QComboBox:
    box = QComboBox()
    keep_from_wheel(box)
    for value, words in choices:
        box.addItem(words, value)
    return box
