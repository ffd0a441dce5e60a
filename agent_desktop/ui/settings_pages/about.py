"""What this program is, and what to hand to whoever helps."""

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from agent_desktop import __version__
from agent_desktop.ui.context import Context
from agent_desktop.ui.form_field import FormField
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.labels import label
from agent_desktop.ui.marks import GlyphButton
from agent_desktop.ui.settings_form import SettingsForm
from agent_desktop.ui.settings_pages.page import card, choice, page


def _tr(text: str) -> str:
    return QCoreApplication.translate("settings", text)


def about_text(context: Context) -> str:
    """Versions and states, without any secret, address or personal data."""
    present = context.bridge.present
    feed = f"{present.feed.kind}, {'in order' if present.feed.ok else 'not in order'}"
    return "\n".join(
        (
            f"Agent Desktop {__version__}",
            f"Qt {qVersion()}, {QGuiApplication.platformName()}",
            f"News from the PBX: {feed}",
            f"Key: {present.key_kept or 'none'}",
        )
    )


def about_page(context: Context) -> QWidget:
    """Version, state, log."""
    words = label(about_text(context), wrap=True)
    copy = GlyphButton(context.theme, Glyph.COPY, _tr("Copy"))
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(about_text(context)))
    buttons = QWidget()
    row = QHBoxLayout(buttons)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(copy)
    row.addStretch(1)
    bridge = context.bridge
    for signal in (bridge.feed_changed, bridge.settings_changed):
        signal.connect(lambda _: words.setText(about_text(context)))
    fields = {
        "log.level": FormField(
            _tr("The log says"),
            choice(("info", _tr("What happens")), ("debug", _tr("Every step, for whoever helps"))),
            _tr("The log never holds the key or the webhook address."),
        )
    }
    return page(
        card(_tr("About"), "", words, buttons),
        card(_tr("Diagnostics"), _tr("“agent-desktop doctor” checks this computer."), SettingsForm(context, fields)),
    )
