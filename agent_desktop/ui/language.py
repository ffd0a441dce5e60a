"""The language of the windows: chosen by setting or by the system, and switched while the program runs.

What the desk says arrives as English sentences, because it knows no windows; `sentence` finds their translation, where
a file's name or a number stands in one, too.
"""

import re
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator, Signal

from agent_desktop.errors import AgentDesktopError
from agent_desktop.resource_files import resource

ENGLISH = "en"
LANGUAGES = {ENGLISH: "English", "ms": "Bahasa Melayu", "vi": "Tiếng Việt"}
"""By code, each in its own words."""

DESK = "desk"
"""The context of the sentences that come from below the windows."""

_PLACE = re.compile(r"%(\d)")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.?!…]) (?=[A-Z0-9])")


class Language(QObject):
    """The application's present language. `changed` asks whoever shows words to say them anew."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.code = ENGLISH
        self._translator: QTranslator | None = None

    def use(self, choice: str) -> bool:
        """Speak this language from now on, "system" being the desktop's. True where that is another than before."""
        code = choice if choice in LANGUAGES else _system_language()
        if code == self.code:
            return False
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        if code != ENGLISH:
            self._translator = QTranslator(self)
            self._translator.load(str(resource(f"translations/{code}.qm")))
            QCoreApplication.installTranslator(self._translator)
        self.code = code
        for kept in (phrase, _templates, sentence):
            kept.cache_clear()
        self.changed.emit()
        return True


def _system_language() -> str:
    wanted = (name.replace("_", "-").partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in wanted if code in LANGUAGES), ENGLISH)


@cache
def phrase(context: str, text: str) -> str:
    """A text of the windows' own, in the present language. Kept: a card asks for a dozen before it is painted."""
    return QCoreApplication.translate(context, text)


@lru_cache(maxsize=1000)
def sentence(text: str) -> str:
    """What the desk says, in the present language; as it came where nobody has translated it."""
    known = QCoreApplication.translate(DESK, text)
    if known != text or not text:
        return known
    parts = _BETWEEN_SENTENCES.split(text)
    said_each = [sentence(part) for part in parts] if len(parts) > 1 else []
    # A place takes in whatever stands there, another sentence too: those that follow each other are told apart first.
    if said_each and all(one != part for one, part in zip(said_each, parts, strict=True)):
        return " ".join(said_each)
    for pattern, translated in _templates():
        if (found := pattern.fullmatch(text)) is not None:
            return _PLACE.sub(lambda place: _filled(found[f"p{place[1]}"]), translated)
    return " ".join(said_each) or text


def _filled(text: str) -> str:
    """What stands at a place of a sentence: words of the desk, a list of them, or what nobody can translate."""
    known = sentence(text)
    return ", ".join(phrase(DESK, part) for part in text.split(", ")) if known == text else known


def said(error: AgentDesktopError) -> str:
    """What an error says: what happened, and what to do about it."""
    return f"{sentence(error.title)} {sentence(error.advice)}".strip()


@cache
def _templates() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The sentences in which something stands that changes, the most particular first; none to look for in English."""
    if QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel":
        return ()
    from agent_desktop.ui.desk_sentences import TEMPLATES

    pairs = ((one, QCoreApplication.translate(DESK, one)) for one in TEMPLATES)
    found = [(one, translated) for one, translated in pairs if translated != one]
    found.sort(key=lambda pair: len(_PLACE.sub("", pair[0])), reverse=True)
    return tuple((_pattern(one), translated) for one, translated in found)


def _pattern(template: str) -> re.Pattern[str]:
    parts = _PLACE.split(template)
    return re.compile(
        "".join(f"(?P<p{part}>.+?)" if place % 2 else re.escape(part) for place, part in enumerate(parts)), re.DOTALL
    )
