"""What this program is, and what to hand to whoever helps."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from agent_desktop import __version__
from agent_desktop.errors import AgentDesktopError
from agent_desktop.ui.announce import tell
from agent_desktop.ui.choose_file import choose_file
from agent_desktop.ui.context import Context
from agent_desktop.ui.form_field import FormField
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import said
from agent_desktop.ui.marks import GlyphButton
from agent_desktop.ui.settings_form import SettingsForm
from agent_desktop.ui.settings_pages.connection import key_words
from agent_desktop.ui.settings_pages.page import card, choice, page
from agent_desktop.ui.theme import STEP


def _tr(text: str) -> str:
    return QCoreApplication.translate("settings", text)


class ReportButton(QWidget):
    """Writes the report, and says where it is."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.save = QPushButton(self.tr("Save a report…"))
        self.words = label(kind="secondary", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(self.save)
        row.addWidget(self.words, 1)
        self.save.clicked.connect(self._choose)

    def _choose(self) -> None:
        name = "agent-desktop-report.zip"
        choose_file(self, self.tr("Save a report"), self.tr("Reports (*.zip)"), self.write, save_as=name)

    def write(self, target: Path) -> None:
        """Write it into this file."""
        bridge = self._context.bridge
        self.save.setEnabled(False)
        self._say(self.tr("Writing…"))
        words = self.tr("Written: %1. Look into it before you send it.").replace("%1", str(target))
        bridge.ask(bridge.desk.features.support.report(target), lambda _: self._end(words), self._failed)

    def _end(self, words: str) -> None:
        self.save.setEnabled(True)
        self._say(words)

    def _failed(self, error: AgentDesktopError) -> None:
        self.save.setEnabled(True)
        self._say(said(error), is_problem=True)

    def _say(self, words: str, *, is_problem: bool = False) -> None:
        tell(self.words, words, is_problem=is_problem)


def about_text(context: Context) -> str:
    """Versions and states, without any secret, address or personal data."""
    present = context.bridge.present
    ok = present.feed.ok
    feed = _tr("News from the PBX (%1): in order") if ok else _tr("News from the PBX (%1): not in order")
    return "\n".join(
        (
            f"Agent Desktop {__version__}",
            f"Qt {qVersion()}, {QGuiApplication.platformName()}",
            feed.replace("%1", present.feed.kind),
            key_words(present.key_kept),
        )
    )


class AboutWords(QWidget):
    """Versions and states, kept true."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._words = label(about_text(context), wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        for signal in (context.bridge.feed_changed, context.bridge.settings_changed):
            signal.connect(self._follow)

    def _follow(self) -> None:
        self._words.setText(about_text(self._context))


def about_page(context: Context) -> QWidget:
    """Version, state, log."""
    copy = GlyphButton(context.theme, Glyph.COPY, _tr("Copy"))
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(about_text(context)))
    buttons = QWidget()
    row = QHBoxLayout(buttons)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(copy)
    row.addStretch(1)
    fields = {
        "log.level": FormField(
            _tr("The log says"),
            choice(("info", _tr("What happens")), ("debug", _tr("Every step, for whoever helps"))),
            _tr("The log never holds the key or the webhook address."),
        )
    }
    return page(
        card(_tr("About"), "", AboutWords(context), buttons),
        card(_tr("Diagnostics"), _tr("“agent-desktop doctor” checks this computer."), SettingsForm(context, fields)),
        card(
            _tr("Report"),
            _tr("For whoever helps: checks, settings, figures and the log. It holds no number, name or secret."),
            ReportButton(context),
        ),
    )
