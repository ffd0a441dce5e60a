"""Words to choose from that the settings hold: reasons for a pause, dispositions. As long as nobody has changed them
they are in the language of the windows. What is chosen is kept, found and sent as it was read.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from agent_desktop.desk.settings import Settings
from agent_desktop.ui.language import phrase

_CONTEXT = "offered"
_UNCHANGED: dict[str, tuple[object, ...]] = {
    "pause.reasons": (
        QT_TRANSLATE_NOOP("offered", "Break"),
        QT_TRANSLATE_NOOP("offered", "Lunch"),
        QT_TRANSLATE_NOOP("offered", "Meeting"),
        QT_TRANSLATE_NOOP("offered", "Training"),
        QT_TRANSLATE_NOOP("offered", "Paperwork"),
    ),
    "wrap_up.dispositions": (
        QT_TRANSLATE_NOOP("offered", "Solved"),
        QT_TRANSLATE_NOOP("offered", "Follow-up"),
        QT_TRANSLATE_NOOP("offered", "Passed on"),
        QT_TRANSLATE_NOOP("offered", "Wrong number"),
    ),
}
"""The settings' defaults, by their names."""


def pause_reasons(settings: Settings) -> tuple[str, ...]:
    """The reasons for a pause, without their minutes."""
    is_changed = settings.pause.reasons != _UNCHANGED["pause.reasons"]
    return tuple(one.name for one in settings.pause.choices) if is_changed else _words("pause.reasons")


def dispositions(settings: Settings) -> tuple[str, ...]:
    """What a call can have come to."""
    words = settings.wrap_up.dispositions
    return words if words != _UNCHANGED["wrap_up.dispositions"] else _words("wrap_up.dispositions")


def shown_value(name: str, value: object) -> object:
    """The value of any setting as a form shows it."""
    return _words(name) if name in _UNCHANGED and value == _UNCHANGED[name] else value


def kept_value(name: str, shown: object) -> object:
    """What a form shows, as the setting's value: what was not changed goes on to follow the language."""
    if name in _UNCHANGED and isinstance(shown, list):
        lines = tuple(line.strip() for line in shown if line.strip())
        if lines == _words(name):
            return _UNCHANGED[name]
    return shown


def _words(name: str) -> tuple[str, ...]:
    return tuple(phrase(_CONTEXT, str(word)) for word in _UNCHANGED[name])
