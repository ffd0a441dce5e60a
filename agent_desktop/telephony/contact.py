"""A contact: whom numbers belong to. Values only; what two of them share is decided here, too."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from agent_desktop.telephony.folded import fold

VIP = "VIP"
"""The tag that a pop shows."""

LONGEST_LINE = 200
LONGEST_NOTE = 4000
MOST_NUMBERS = 20
MOST_TAGS = 20


@dataclass(frozen=True, slots=True)
class ContactNumber:
    """A number as it was written, and what it is: "mobile", "work", or any word."""

    number: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """`id` is 0 for one that is not kept yet; `link` is an address of the web, or ""."""

    name: str = ""
    company: str = ""
    numbers: tuple[ContactNumber, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""
    link: str = ""
    id: int = 0

    @property
    def shown(self) -> str:
        """The name, or what stands for it."""
        return self.name or self.company

    @property
    def is_vip(self) -> bool:
        """True where it has the tag, in whatever case."""
        return any(fold(tag) == fold(VIP) for tag in self.tags)

    @property
    def tag(self) -> str:
        """What a pop says beside the name: VIP, else the first tag."""
        return VIP if self.is_vip else next(iter(self.tags), "")

    @property
    def key(self) -> str:
        """The same for two contacts of the same name and company."""
        return f"{fold(self.name)}\x1f{fold(self.company)}"


class Duplicates(StrEnum):
    """What becomes of a contact that is there already: by a number, or by name and company."""

    SKIP = "skip"
    MERGE = "merge"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class ContactCursor:
    """Where a page ended. Only `ContactPage.next` makes one."""

    sort_key: str
    id: int


@dataclass(frozen=True, slots=True)
class ContactQuery:
    """What to list, by name. `text` finds fragments of names, companies, tags, notes and numbers in any notation;
    every word must occur, accents and case do not matter. `after` continues where a page ended.
    """

    text: str = ""
    vip_only: bool = False
    limit: int = 100
    after: ContactCursor | None = None


@dataclass(frozen=True, slots=True)
class ContactPage:
    """`next` is None on the last page; `total` counts all matches, None where they are too many to count."""

    rows: tuple[Contact, ...]
    next: ContactCursor | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """What of a file was passed over, and why. `line` counts from 1."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReadContacts:
    """What a file holds; `lines` has the line of each contact."""

    contacts: tuple[Contact, ...]
    lines: tuple[int, ...]
    problems: tuple[Problem, ...] = ()


class Fate(StrEnum):
    """What becomes of a contact of a file."""

    ADDED = "added"
    MERGED = "merged"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a contact of a file. `kept` is the one that is there then, with its id."""

    fate: Fate
    kept: Contact


@dataclass(frozen=True, slots=True)
class Left:
    """A contact of a file that is left, as `other` has its `number`, or its name and company where that is "".

    `other_line` is where `other` stands in the file, 0 where it was there before.
    """

    line: int
    name: str
    number: str
    other: str
    other_line: int = 0


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of a file's contacts, and the first of those that were `left`. `is_whole` is False where it was
    stopped on the way.
    """

    added: int = 0
    merged: int = 0
    skipped: int = 0
    problems: tuple[Problem, ...] = ()
    is_whole: bool = True
    left: tuple[Left, ...] = ()


@dataclass(frozen=True, slots=True)
class Colleagues:
    """Names of contacts whose number is an extension, by that extension."""

    names: Mapping[str, str] = field(default_factory=dict)


def tidied(contact: Contact) -> Contact:
    """The contact as it is kept: no stray spaces or invisible characters, nothing endless, each number and tag once."""
    numbers = {
        written: ContactNumber(written, one_line(number.label))
        for number in contact.numbers
        if (written := one_line(number.number))
    }
    tags = {fold(word): word for tag in contact.tags if (word := one_line(tag.replace(",", " ").replace(";", " ")))}
    return replace(
        contact,
        name=one_line(contact.name),
        company=one_line(contact.company),
        numbers=tuple(numbers.values())[:MOST_NUMBERS],
        tags=tuple(tags.values())[:MOST_TAGS],
        note=_note(contact.note),
        link=web_address(contact.link),
    )


def one_line(text: str) -> str:
    """Text of others on one line, without the characters that cannot be seen or that turn a line around."""
    line = unicodedata.normalize("NFC", " ".join(text.split()))
    if not line.isprintable():
        line = " ".join("".join(char for char in line if char.isprintable()).split())
    return line[:LONGEST_LINE].rstrip()


def _note(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = ("".join(char for char in line.replace("\t", " ") if char.isprintable()).rstrip() for line in lines)
    return unicodedata.normalize("NFC", "\n".join(kept)).strip()[:LONGEST_NOTE].rstrip()


def web_address(text: str) -> str:
    """The text where it is an address of the web, else ""."""
    address = text.strip()
    usable = re.fullmatch(r"https?://[^\s<>\"]+", address, re.IGNORECASE) and address.isprintable()
    return address if usable and len(address) <= 2000 else ""


def joined(held: Contact, other: Contact, same: Iterable[str] = ()) -> Contact:
    """What is known of both: `held` wins, its gaps are filled. Numbers of `other` in `same` are held in another
    notation already.
    """
    known = {number.number for number in held.numbers} | set(same)
    note = held.note
    if other.note and other.note not in note:
        note = f"{note}\n{other.note}" if note else other.note
    return tidied(
        Contact(
            held.name or other.name,
            held.company or other.company,
            (*held.numbers, *(number for number in other.numbers if number.number not in known)),
            (*held.tags, *(tag for tag in other.tags if fold(tag) not in map(fold, held.tags))),
            note,
            held.link or other.link,
            held.id,
        )
    )
