"""vCards 2.1, 3.0 and 4.0 (RFC 6350), read and written. A card that cannot be read is told with its line; the others
are read.
"""

import binascii
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from agent_desktop.telephony.contact import Contact, ContactNumber, Problem, ReadContacts, one_line, tidied
from agent_desktop.telephony.contact_numbers import numbers_in
from agent_desktop.telephony.number_plan import DialRules
from agent_desktop.telephony.text_encoding import guess_encoding

_PROPERTY = re.compile(r'(?:([\w-]+)\.)?([\w-]+)((?:;(?:"[^"]*"|[^":;])*)*):(.*)', re.DOTALL)
_PARAMETER = re.compile(r';((?:"[^"]*"|[^";])*)')
_LABELS = {"cell": "mobile", "work": "work", "home": "home", "fax": "fax", "pager": "pager", "main": "main"}
_TYPES = {label: word for word, label in _LABELS.items()}
_OCTETS = 75
_HEAD_PARTS = 8
"""What stands before the colon is not folded more often."""


class _Unreadable(Exception):
    """The card cannot be read; the text says why."""


@dataclass(slots=True)
class _Property:
    """One line of a card. `value` is still as it was written, a character for each byte."""

    name: str
    group: str
    value: str
    types: set[str]
    charset: str = ""
    is_quoted: bool = False


@dataclass(slots=True)
class _Card:
    """A card while it is read."""

    line: int
    properties: list[_Property] = field(default_factory=list)
    problem: str = ""


def looks_like_vcard(data: bytes) -> bool:
    """True for a file that begins like one, in whatever encoding."""
    return b"BEGIN:VCARD" in data[:4096].replace(b"\0", b"").upper()


def read_vcards(data: bytes, rules: DialRules, encoding: str = "") -> ReadContacts:
    """The cards in a file's bytes; `rules` tell which texts are numbers. `encoding` is for what does not name its own;
    it is guessed where it is "".
    """
    encoding = encoding or guess_encoding(re.sub(rb"\r?\n[ \t]", b"", data))
    if encoding.startswith("utf-16"):
        data, encoding = data.decode(encoding, errors="replace").encode("utf-8"), "utf-8"
    contacts: list[Contact] = []
    places: list[int] = []
    problems: list[Problem] = []
    for card in _cards(_lines(data)):
        try:
            contact, problem = _contact(card, encoding, rules)
        except _Unreadable as error:
            problems.append(Problem(card.line, str(error)))
            continue
        contacts.append(contact)
        places.append(card.line)
        if problem:
            problems.append(Problem(card.line, problem))
    return ReadContacts(tuple(contacts), tuple(places), tuple(problems))


def _lines(data: bytes) -> Iterator[tuple[int, str]]:
    """Each unfolded line with its number: a character for each byte, as a fold may cut a character in two."""
    parts: list[str] = []
    begun = 0
    text = data.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").decode("latin-1")
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        if parts and line[:1] in (" ", "\t"):
            parts.append(line[1:])
        elif parts and parts[-1].endswith("=") and _is_quoted_printable("".join(parts[:_HEAD_PARTS])):
            parts[-1] = parts[-1][:-1]
            parts.append(line)
        else:
            if parts:
                yield begun, "".join(parts)
            parts, begun = [line] if line else [], number
    if parts:
        yield begun, "".join(parts)


def _is_quoted_printable(line: str) -> bool:
    return "QUOTED-PRINTABLE" in line.partition(":")[0].upper()


def _cards(lines: Iterator[tuple[int, str]]) -> Iterator[_Card]:
    """The cards, complete or not. A card inside another (an assistant's) belongs to nobody here."""
    card: _Card | None = None
    agents = 0
    is_agent = False
    for number, line in lines:
        word = line.strip().upper()
        if word == "BEGIN:VCARD":
            if card is not None and is_agent:
                agents += 1
            else:
                if card is not None:
                    card.problem = "The card has no end."
                    yield card
                card, agents = _Card(number), 0
        elif word == "END:VCARD" and agents:
            agents -= 1
        elif word == "END:VCARD" and card is not None:
            yield card
            card = None
        elif card is not None and not agents and line.strip():
            _add(card, line)
        is_agent = word.startswith("AGENT") and word.endswith(":")
    if card is not None:
        card.problem = "The card has no end."
        yield card


def _add(card: _Card, line: str) -> None:
    match = _PROPERTY.fullmatch(line)
    if match is None:
        card.problem = card.problem or "A line of the card is none of a vCard."
        return
    group, name, parameters, value = match.groups()
    found = _Property(name.upper(), (group or "").lower(), value, set())
    for parameter in _PARAMETER.findall(parameters):
        key, is_named, text = parameter.partition("=")
        key, words = key.strip().upper(), text.strip().strip('"')
        if not is_named:
            key, words = ("ENCODING", key) if key in ("QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT") else ("TYPE", key)
        if key == "TYPE":
            found.types |= {word.strip().lower() for word in words.split(",")}
        elif key == "CHARSET":
            found.charset = words
        elif key == "ENCODING":
            found.is_quoted = words.upper() == "QUOTED-PRINTABLE"
    card.properties.append(found)


def _contact(card: _Card, encoding: str, rules: DialRules) -> tuple[Contact, str]:
    """The card's contact, and what of it was left out."""
    if card.problem:
        raise _Unreadable(card.problem)
    texts: dict[str, list[str]] = {}
    calls: list[tuple[_Property, str]] = []
    labels: dict[str, str] = {}
    for one in card.properties:
        if one.name in ("FN", "N", "ORG", "NOTE", "URL", "CATEGORIES", "TEL", "X-ABLABEL"):
            text = _text(one, encoding)
            if one.name == "TEL":
                calls.append((one, _written_in(text)))
            elif one.name == "X-ABLABEL":
                labels[one.group] = _unescaped(text).removeprefix("_$!<").removesuffix(">!$_")
            else:
                texts.setdefault(one.name, []).append(text)
    name = next((found for text in texts.get("FN", ()) if (found := _unescaped(text).strip())), "")
    company = next((", ".join(filter(None, _parts(text, ";"))) for text in texts.get("ORG", ())), "")
    composed = next((_composed(text) for text in texts.get("N", ())), None)
    if composed == "" and name == company:
        name = ""  # a company's card, which must have a name all the same
    numbers = [numbers_in(written, _label(one, labels), rules) for one, written in calls if written]
    contact = tidied(
        Contact(
            name or composed or "",
            company,
            tuple(number for some, _ in numbers for number in some),
            tuple(tag for text in texts.get("CATEGORIES", ()) for tag in _parts(text, ",")),
            "\n".join(_unescaped(text) for text in texts.get("NOTE", ())),
            next((_unescaped(text) for text in texts.get("URL", ())), ""),
        )
    )
    if not contact.shown:
        raise _Unreadable("The card has neither a name nor a company.")
    return contact, next((problem for _, problem in numbers if problem), "")


def _text(one: _Property, encoding: str) -> str:
    raw = one.value.encode("latin-1")
    if one.is_quoted:
        raw = binascii.a2b_qp(raw)
    try:
        return raw.decode(one.charset or encoding, errors="replace")
    except LookupError:
        raise _Unreadable("The card is in a character set that is not known.") from None


def _parts(text: str, separator: str) -> list[str]:
    """A structured value's parts: those between separators that are not escaped."""
    parts = re.findall(rf"((?:\\.|[^{separator}\\]|\\$)*)(?:{separator}|$)", text, re.DOTALL)
    return [_unescaped(part).strip() for part in parts]


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], text, flags=re.DOTALL)


def _composed(text: str) -> str:
    """A name from its parts, where the card has no name as it is written: given, additional, family."""
    family, given, additional, *_ = [*_parts(text, ";"), "", "", ""]
    return " ".join(part for part in (given, additional, family) if part)


def _written_in(text: str) -> str:
    """The number of a TEL as people write it."""
    written = _unescaped(text).strip()
    if written[:4].lower() == "tel:":
        number, _, rest = unquote(written[4:]).partition(";")
        extension = re.search(r"ext=(\d+)", rest)
        written = f"{number} ext. {extension[1]}" if extension else number
    return one_line(written)


def _label(one: _Property, labels: dict[str, str]) -> str:
    """What a TEL says that its number is."""
    label = labels.get(one.group, "") if one.group else ""
    known = [word for kind, word in _LABELS.items() if kind in one.types]
    # A fax at work is a fax.
    return label or ("fax" if "fax" in known else next(iter(known), ""))


# Writing.


def written(contacts: Iterable[Contact]) -> Iterator[str]:
    """Cards of version 3.0, which every program reads, one after the other. They read back as the same contacts."""
    for contact in contacts:
        lines = ["BEGIN:VCARD", "VERSION:3.0", f"FN:{_escaped(contact.shown)}"]
        lines.append(f"N:{_escaped(contact.name)};;;;")
        if contact.company:
            lines.append(f"ORG:{_escaped(contact.company)}")
        for place, number in enumerate(contact.numbers, start=1):
            lines += _written_number(number, place)
        if contact.tags:
            lines.append("CATEGORIES:" + ",".join(map(_escaped, contact.tags)))
        if contact.note:
            lines.append(f"NOTE:{_escaped(contact.note)}")
        if contact.link:
            lines.append(f"URL:{_escaped(contact.link)}")
        lines.append("END:VCARD")
        yield "".join(f"{_folded(line)}\r\n" for line in lines)


def _written_number(number: ContactNumber, place: int) -> list[str]:
    text = _escaped(number.number)
    if not number.label:
        return [f"TEL:{text}"]
    if number.label in _TYPES:
        return [f"TEL;TYPE={_TYPES[number.label].upper()}:{text}"]
    return [f"item{place}.TEL:{text}", f"item{place}.X-ABLabel:{_escaped(number.label)}"]


def _escaped(text: str) -> str:
    return re.sub(r"([\\,;])", r"\\\1", text).replace("\n", "\\n")


def _folded(line: str) -> str:
    """No part longer than the standard's 75 octets, no character cut in two."""
    parts, octets = [""], 0
    for char in line:
        size = len(char.encode("utf-8"))
        if octets + size > _OCTETS:
            parts.append(" ")
            octets = 1
        parts[-1] += char
        octets += size
    return "\r\n".join(parts)
