"""What is kept: how much and how long, one customer deleted everywhere, backup and restore."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from agent_desktop.desk.keeping import Kept
from agent_desktop.ui.context import Context
from agent_desktop.ui.form_field import FormField
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import phrase, said
from agent_desktop.ui.settings_form import SettingsForm
from agent_desktop.ui.settings_pages.backups import Backups
from agent_desktop.ui.settings_pages.delete_customer import DeleteCustomer
from agent_desktop.ui.settings_pages.page import card, count_box, page
from agent_desktop.ui.wording import day_of

MB = 1_000_000


def _tr(text: str) -> str:
    return phrase("settings", text)


def data_page(context: Context) -> QWidget:
    """Three cards: retention, one customer, the profile in one file."""
    days = count_box(0, 36_500, _tr(" day"), _tr(" days"))
    days.setSpecialValueText(_tr("For ever"))
    size = QSpinBox(minimum=0, maximum=1_000_000, singleStep=100, suffix=_tr(" MB"))
    size.setSpecialValueText(_tr("No limit"))
    fields = {
        "keep.days": FormField(
            _tr("Keep calls for"), days, _tr("Older ones are deleted once a day, with their notes and webhooks.")
        ),
        "keep.size_mb": FormField(
            _tr("Use at most"), size, _tr("Where it is more, the oldest days are deleted. Today always stays.")
        ),
    }
    return page(
        card(_tr("How long calls are kept"), "", KeptSize(context), SettingsForm(context, fields)),
        card(
            _tr("Delete a customer"),
            _tr("Everything about one number, in whatever way it is written. It cannot be undone."),
            DeleteCustomer(context),
        ),
        card(
            _tr("Backup"),
            _tr("Settings, calls, notes and contacts in one file. The key is not in it; customers' data is."),
            Backups(context),
        ),
    )


class KeptSize(QWidget):
    """How much is kept at present; looked at whenever the page is shown."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.words = label(self.tr("Counting…"), kind="secondary", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words)
        context.bridge.calls_lapsed.connect(self._look)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def _look(self) -> None:
        bridge = self._context.bridge
        bridge.ask(bridge.desk.features.keeping.figures(), self._show, lambda error: self.words.setText(said(error)))

    def _show(self, kept: Kept) -> None:
        size = f"{kept.size / MB:,.1f}" if kept.size < 10 * MB else f"{kept.size / MB:,.0f}"
        if kept.since is None:
            self.words.setText(self.tr("%1 MB, no calls yet").replace("%1", size))
            return
        words = self.tr("%1 MB, calls: %2, since %3").replace("%1", size).replace("%2", f"{kept.calls:,}")
        self.words.setText(words.replace("%3", day_of(kept.since)))
