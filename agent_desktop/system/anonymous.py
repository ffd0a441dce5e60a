"""A log as an outsider may read it: what happened, without numbers, names, home folders and what errors quote."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

MASK = "•••"

_RECORD = re.compile(r"(?P<head>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} (?P<level>[A-Z]+) [\w.]+: )(?P<said>.*)")
_NUMBER = re.compile(r"\+?\d(?:[\s().\-/]{0,2}\d){5,}")
_PLACE = re.compile(r'\s+File ".*?([^/\\"]+[/\\][^/\\"]+)", (line \d+.*)')
_ERROR = re.compile(r"([A-Za-z_][\w.]*(?:Error|Exception|Interrupt|Failed|Refused|Exit|Warning)|[a-z_]+\.[\w.]+)\b.*")
_ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*://)(?:[^/@\s]*@)?([^/?#\s]*)(.*)", re.DOTALL)
_WORD = re.compile(r"\w+")


class People:
    """The names that are to be masked, and the home folder, which holds one."""

    def __init__(self, names: Iterable[str], home: Path) -> None:
        self._home = str(home)
        self._by_first_word: dict[str, list[str]] = {}
        for name in {name.strip() for name in names}:
            if (word := _WORD.search(name)) is not None and len(name) > 2:
                self._by_first_word.setdefault(word.group().casefold(), []).append(name)

    def at_home(self, text: str) -> str:
        """The text without the home folder."""
        if len(self._home) <= 1:
            return text
        return text.replace(self._home, "~").replace(self._home.replace("\\", "\\\\"), "~")

    def mask(self, text: str) -> str:
        """The text without them, and without numbers."""
        text = self.at_home(text)
        for word in {word.casefold() for word in _WORD.findall(text)}:
            for name in self._by_first_word.get(word, ()):
                text = re.sub(re.escape(name), MASK, text, flags=re.IGNORECASE)
        return _NUMBER.sub(MASK, text)


def log_lines(lines: Iterable[str], people: People) -> Iterator[str]:
    """What is of use of a log's lines. DEBUG lines may hold anything, and are left out."""
    is_kept = False
    for line in lines:
        record = _RECORD.match(line)
        if record is not None:
            is_kept = record["level"] != "DEBUG"
            if is_kept:
                yield record["head"] + people.mask(record["said"])
        elif is_kept and (told := _traceback_line(line)):
            yield told


def _traceback_line(line: str) -> str:
    """A traceback's line: where in the program, and what kind of error, without what it says."""
    if (place := _PLACE.match(line)) is not None:
        return f'  File "{place[1]}", {place[2]}'
    if line.startswith("Traceback "):
        return line.rstrip()
    error = _ERROR.match(line)
    return "" if error is None else error[1]


def settings(values: Mapping[str, object]) -> dict[str, object]:
    """Settings without a request's text, every address cut down to its host: what follows may hold a key or a name."""
    return {name: MASK if name == "body" and value else _setting(value) for name, value in values.items()}


def _setting(value: object) -> object:
    if isinstance(value, Mapping):
        return settings(value)
    if isinstance(value, (list, tuple)):
        return [_setting(one) for one in value]
    if isinstance(value, str) and (
        address := re.match(r"([a-z][a-z0-9+.-]*://)(?:[^/@\s]*@)?([^/?#\s]*)(.*)", value, re.I)
    ):
        return f"{address[1]}{address[2]}" + (f"/{MASK}" if len(address[3]) > 1 else "")
    return value
