"""A combination of keys as it is written in the settings: `Ctrl+Alt+D`."""

import re
from dataclasses import dataclass

_MODIFIERS = {
    "ctrl": "Ctrl",
    "control": "Ctrl",
    "alt": "Alt",
    "option": "Alt",
    "shift": "Shift",
    "meta": "Meta",
    "super": "Meta",
    "win": "Meta",
    "cmd": "Meta",
}
_ORDER = ("Ctrl", "Alt", "Shift", "Meta")
_NAMED = ("Space", "Ins", "Del", "Home", "End", "PgUp", "PgDown", "Left", "Up", "Right", "Down", "Pause")
_KEYS = {name.lower(): name for name in _NAMED} | {"insert": "Ins", "delete": "Del", "pageup": "PgUp"}
_SINGLE = re.compile(r"[A-Z0-9]", re.ASCII)
_FUNCTION = re.compile(r"F(?:[1-9]|1\d|2[0-4])", re.ASCII)


@dataclass(frozen=True, slots=True)
class KeyCombination:
    """`modifiers` of Ctrl, Alt, Shift, Meta (the Windows or Command key); `key` is A to Z, 0 to 9, F1 to F24, or one of
    Space Ins Del Home End PgUp PgDown Left Up Right Down Pause.
    """

    modifiers: frozenset[str]
    key: str

    @classmethod
    def read(cls, text: str) -> "KeyCombination":
        """As people write it. Raises ValueError for none, and for one that would take a key from everybody's typing."""
        *before, last = (part.strip() for part in text.split("+"))
        modifiers = frozenset(_MODIFIERS.get(part.lower(), "") for part in before)
        key = _KEYS.get(last.lower(), last.upper())
        known = key in _NAMED or _SINGLE.fullmatch(key) or _FUNCTION.fullmatch(key)
        if "" in modifiers or not known or not (modifiers - {"Shift"} or _FUNCTION.fullmatch(key)):
            raise ValueError(text)
        return cls(modifiers, key)

    @property
    def ordered(self) -> tuple[str, ...]:
        """The modifiers in the order in which they are written."""
        return tuple(name for name in _ORDER if name in self.modifiers)

    def __str__(self) -> str:
        return "+".join((*self.ordered, self.key))
