"""What a contact's number is, in the language of the windows. The contacts keep the common ones in English, so that a
list that several desks share reads in each desk's own language.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from agent_desktop.ui.language import phrase

_CONTEXT = "number label"
_LABELS = (
    QT_TRANSLATE_NOOP("number label", "mobile"),
    QT_TRANSLATE_NOOP("number label", "work"),
    QT_TRANSLATE_NOOP("number label", "home"),
    QT_TRANSLATE_NOOP("number label", "extension"),
    QT_TRANSLATE_NOOP("number label", "fax"),
)


def offered_words() -> list[str]:
    """The labels to choose from."""
    return [phrase(_CONTEXT, str(one)) for one in _LABELS]


def label_word(label: str) -> str:
    """A label as it is shown; one that somebody made up as it is."""
    return phrase(_CONTEXT, label) if label in _LABELS else label


def label_of(word: str) -> str:
    """The label that is shown as this word."""
    return next((str(one) for one in _LABELS if phrase(_CONTEXT, str(one)) == word), word)
