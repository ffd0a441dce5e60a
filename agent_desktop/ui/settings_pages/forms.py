"""The pages that are one form each."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QLineEdit, QPlainTextEdit, QWidget

from agent_desktop.ui.context import Context
from agent_desktop.ui.form_field import FormField
from agent_desktop.ui.language import LANGUAGES
from agent_desktop.ui.settings_form import SettingsForm
from agent_desktop.ui.settings_pages.computer import ComputerSwitches
from agent_desktop.ui.settings_pages.page import card, choice, count_box, page
from agent_desktop.ui.settings_pages.ringtone import ringtone_card


def _tr(text: str) -> str:
    return QCoreApplication.translate("settings", text)


def numbers_page(context: Context) -> QWidget:
    """How numbers are read and dialled, and which extensions are ours."""
    dialling = {
        "dial.country": FormField(
            _tr("Country"), QLineEdit(maxLength=2), _tr("Two letters, such as VN or MY: how local numbers are read.")
        ),
        "dial.notation": FormField(
            _tr("The PBX dials"),
            choice(("national", _tr("0938 363 739 (national)")), ("international", _tr("84938363739 (international)"))),
        ),
        "dial.area_code": FormField(
            _tr("Area code (optional)"), QLineEdit(), _tr("Put before local numbers that come without one.")
        ),
        "dial.extension_digits": FormField(
            _tr("Longest extension"),
            count_box(0, 8, _tr(" digit"), _tr(" digits")),
            _tr("Numbers up to this length are dialled as they are."),
        ),
    }
    desk = {
        "pbx.more_extensions": FormField(
            _tr("More extensions of yours"), QPlainTextEdit(), _tr("One to a line: their calls pop here too.")
        ),
        "pbx.zone": FormField(
            _tr("Time zone of the PBX"),
            QLineEdit(placeholderText="Asia/Ho_Chi_Minh"),
            _tr("Empty where it is this computer's own."),
        ),
        "pbx.timeout_seconds": FormField(
            _tr("Wait for the PBX"), QDoubleSpinBox(minimum=1, maximum=30, decimals=0, suffix=_tr(" s"))
        ),
    }
    return page(
        card(_tr("Dialling"), "", SettingsForm(context, dialling)),
        card(_tr("Your desk"), "", SettingsForm(context, desk)),
    )


def pop_page(context: Context) -> QWidget:
    """What pops, and for how long."""
    fields = {
        "pop.enabled": FormField(_tr("Show who calls in a corner of the screen"), QCheckBox()),
        "pop.outbound": FormField(_tr("Show calls that I make, too"), QCheckBox()),
        "pop.linger_seconds": FormField(
            _tr("Keep it after the call for"),
            QDoubleSpinBox(minimum=0, maximum=3600, decimals=0, suffix=_tr(" s")),
            _tr("0 closes it when the call ends."),
        ),
        "pop.notify": FormField(
            _tr("The desktop's own notification"),
            choice(
                ("never", _tr("Never")),
                ("beside", _tr("Beside the pop")),
                ("instead", _tr("Instead of the pop")),
            ),
        ),
        "pop.quiet_hours": FormField(
            _tr("Do not disturb me at (optional)"),
            QPlainTextEdit(),
            _tr("Hours such as 22:00-07:00, or Sat 00:00-24:00, one to a line. Calls are still in the history."),
        ),
        "pop.queues": FormField(
            _tr("Also show calls of these queues (optional)"),
            QPlainTextEdit(),
            _tr("One queue to a line, whoever they ring."),
        ),
    }
    words = _tr("It never takes the keyboard from what you are doing.")
    return page(card(_tr("Screen pop"), words, SettingsForm(context, fields)), ringtone_card(context))


def pause_page(context: Context) -> QWidget:
    """The reasons for a pause."""
    fields = {
        "pause.reasons": FormField(
            _tr("Reasons"),
            QPlainTextEdit(),
            _tr("One to a line, in the menu's order. “Lunch: 45” gives it 45 minutes in a day."),
        ),
        "pause.when_locked": FormField(
            _tr("While the screen is locked"),
            choice(
                ("nothing", _tr("Stay as I am")),
                ("suggest", _tr("Stay available, and tell me afterwards")),
                ("pause", _tr("Pause me until it is unlocked")),
            ),
        ),
    }
    words = _tr("What you can choose from when you pause.")
    wrap_up = {
        "wrap_up.seconds": FormField(
            _tr("Pause after each call for"),
            QDoubleSpinBox(minimum=0, maximum=3600, decimals=0, suffix=_tr(" s")),
            _tr("0: no wrap-up. It ends by itself, but never a pause that you chose meanwhile."),
        ),
        "wrap_up.extend_seconds": FormField(
            _tr("“More time” adds"), QDoubleSpinBox(minimum=1, maximum=3600, decimals=0, suffix=_tr(" s"))
        ),
        "wrap_up.after_outbound": FormField(_tr("After calls that I make, too"), QCheckBox()),
        "wrap_up.dispositions": FormField(
            _tr("Dispositions"), QPlainTextEdit(), _tr("What a call can have come to, one to a line.")
        ),
    }
    wrap_up_words = _tr("Time to finish what a call left to do, before the next one comes.")
    return page(
        card(_tr("Pause reasons"), words, SettingsForm(context, fields)),
        card(_tr("Wrap-up"), wrap_up_words, SettingsForm(context, wrap_up)),
    )


def call_backs_page(context: Context) -> QWidget:
    """Whose missed calls become call-backs, and for how long."""
    scope = choice(
        ("mine", _tr("That rang my phone")),
        ("queues", _tr("Of my queues, too")),
        ("all", _tr("Of everyone")),
    )
    fields = {
        "callbacks.scope": FormField(
            _tr("Missed calls"), scope, _tr("Your queues are those whose calls ring your phone.")
        ),
        "callbacks.keep_days": FormField(_tr("Keep them for"), count_box(1, 90, _tr(" day"), _tr(" days"))),
    }
    words = _tr("Who called in vain stays on the list until someone has spoken with them.")
    return page(card(_tr("Call-backs"), words, SettingsForm(context, fields)))


def appearance_page(context: Context) -> QWidget:
    """How it looks."""
    scheme = choice(
        ("system", _tr("As the desktop")),
        ("light", _tr("Light")),
        ("dark", _tr("Dark")),
    )
    language = choice(("system", _tr("As the desktop")), *LANGUAGES.items())
    fields = {
        "window.language": FormField(_tr("Language"), language),
        "window.scheme": FormField(_tr("Colours"), scheme),
        "window.start_hidden": FormField(
            _tr("Start in the tray, without a window"), QCheckBox(), _tr("Where there is no tray, the window is shown.")
        ),
        "window.privacy": FormField(
            _tr("Privacy mode"), QCheckBox(), _tr("Masks names and numbers everywhere, for when the screen is shared.")
        ),
        "window.own_calls": FormField(_tr("Begin the history with my own calls only"), QCheckBox()),
    }
    return page(
        card(_tr("Appearance"), "", SettingsForm(context, fields)),
        card(_tr("This computer"), "", ComputerSwitches(context)),
    )
