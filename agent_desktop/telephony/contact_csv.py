"""Contacts in a table of text: read whatever program wrote it, guessed column by column, and written to be read again.

A row that cannot be read is told with its line and left out; the others are read.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from agent_desktop.telephony.contact import Contact, ContactNumber, Problem, ReadContacts, one_line, tidied
from agent_desktop.telephony.contact_numbers import numbers_in
from agent_desktop.telephony.folded import fold
from agent_desktop.telephony.number_plan import DialRules
from agent_desktop.telephony.text_encoding import decode, guess_encoding


class Field(StrEnum):
    """What a column holds. Several columns of names are one name, in their order; a label is the number's before it."""

    IGNORE = ""
    NAME = "name"
    COMPANY = "company"
    NUMBER = "number"
    LABEL = "label"
    TAGS = "tags"
    VIP = "vip"
    NOTE = "note"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Mapping:
    """How a table is read. `fields` has one entry a column; an empty `delimiter` or `encoding` is guessed."""

    fields: tuple[Field, ...] = ()
    has_header: bool = True
    delimiter: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is: `headings` are "" where it has none; a row comes with the line that it began on."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    problems: tuple[Problem, ...]
    mapping: Mapping


DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_ROWS = 30
_MOST_LINES_IN_A_CELL = 200
_MOST_COLUMNS = 100
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_YES = frozenset({"1", "x", "y", "yes", "true", "vip", "co", "ya", "✓"})

_WORDS: tuple[tuple[Field, str], ...] = (
    (
        Field.NAME,
        "name,full name,display name,contact,contact name,customer,customer name,ten,ho ten,ho va ten,ten khach hang,"
        "khach hang,ten lien he,ten day du,nama,nama penuh,nama pelanggan,pelanggan",
    ),
    (
        Field.COMPANY,
        "company,organization,organisation,organization name,account,account name,business,employer,cong ty,"
        "ten cong ty,to chuc,don vi,doanh nghiep,syarikat,nama syarikat,organisasi",
    ),
    (
        Field.NUMBER,
        "number,phone,phone number,phone no,telephone,tel,mobile,mobile phone,mobile number,cell,cell phone,cellphone,"
        "contact no,contact number,home phone,work phone,business phone,primary phone,other phone,main phone,"
        "company main phone,extension,ext,so,so dien thoai,dien thoai,sdt,dt,di dong,so di dong,dtdd,"
        "dien thoai di dong,may ban,so may le,may le,so dt,telefon,no telefon,nombor telefon,nombor,"
        "no tel,no hp,telefon bimbit,no telefon bimbit,bimbit,sambungan",
    ),
    (Field.LABEL, "label,type,phone type,phone label,number type,loai,loai so,nhan,jenis,jenis nombor"),
    (
        Field.TAGS,
        "tag,tags,category,categories,group,groups,group membership,labels,the,nhom,phan loai,kumpulan,kategori",
    ),
    (Field.VIP, "vip,is vip,khach vip"),
    (Field.NOTE, "note,notes,comment,comments,remark,remarks,description,ghi chu,mo ta,nota,catatan,ulasan"),
    (Field.LINK, "link,url,website,web,web page,crm,crm link,lien ket,trang web,pautan,laman web"),
)
_FIELDS = {word: field for field, words in _WORDS for word in words.split(",")}
_PARTS = (
    "first name,given name,middle name,additional name,last name,surname,family name,ho,ten dem,ho dem,ho lot,"
    "nama pertama,nama akhir,nama keluarga"
)
_NAME_PARTS = frozenset(_PARTS.split(","))
_GROUP_COLUMNS = frozenset({"group membership", "labels"})
"""Google's, where "* friends" is a group and a star marks those that come with the account."""


def read_table(data: bytes, mapping: Mapping | None = None) -> Table:
    """The table in a file's bytes. Without a mapping everything is guessed, and `Table.mapping` says what was."""
    wanted = mapping or Mapping()
    encoding = wanted.encoding or guess_encoding(data)
    text = decode(data, encoding)
    marked = re.match(r"sep=(.)\n", text, re.IGNORECASE)
    first_line = 1
    if marked:
        text, first_line = text[marked.end() :], 2
    delimiter = wanted.delimiter or (marked[1] if marked else _guess_delimiter(text))
    rows: list[tuple[int, tuple[str, ...]]] = []
    problems: list[Problem] = []
    for line, cells, problem in _records(text.split("\n"), delimiter, first_line):
        if problem:
            problems.append(Problem(line, problem))
        elif any(cell.strip() for cell in cells):
            rows.append((line, tuple(cells[:_MOST_COLUMNS])))
    width = max((len(cells) for _, cells in rows[:_SAMPLE_ROWS]), default=0)
    has_header = wanted.has_header if mapping else bool(rows) and _is_header(rows[0][1])
    headings = rows[0][1] if has_header and rows else ()
    headings = (*(one_line(heading) for heading in headings), *[""] * (width - len(headings)))
    body = tuple(rows[1:] if has_header else rows)
    fields = wanted.fields or _guess_fields(headings, [cells for _, cells in body[:_SAMPLE_ROWS]])
    return Table(headings, body, tuple(problems), Mapping(fields, has_header, delimiter, encoding))


def contacts_of(table: Table, rules: DialRules) -> ReadContacts:
    """The table's contacts, by its mapping; `rules` tell which texts are numbers."""
    found: list[tuple[Contact, int]] = []
    problems = list(table.problems)
    if not {Field.NAME, Field.COMPANY} & set(table.mapping.fields):
        return ReadContacts((), (), (Problem(1, "No column is the name or the company."),))
    for line, cells in table.rows:
        contact, problem = _contact(table.headings, cells, table.mapping.fields, rules)
        if problem:
            problems.append(Problem(line, problem))
        if contact is not None:
            found.append((contact, line))
    contacts, lines = zip(*found, strict=True) if found else ((), ())
    return ReadContacts(contacts, lines, tuple(sorted(problems, key=lambda problem: problem.line)))


# Reading.


def _records(
    lines: Sequence[str], delimiter: str, first_line: int, most: int | None = None
) -> Iterator[tuple[int, list[str], str]]:
    """(line, cells, what is wrong with them). A quotation mark that is never closed costs its own line only."""
    place, count = 0, 0
    while place < len(lines) and (most is None or count < most):
        end, is_open = place, False
        while end < len(lines) and end - place < _MOST_LINES_IN_A_CELL:
            is_open = _is_open(lines[end], delimiter, is_open)
            end += 1
            if not is_open:
                break
        count += 1
        if is_open:
            yield first_line + place, [], "A quotation mark is not closed."
            place += 1
            continue
        try:
            # Over several lines only what is quoted as it should be: a stray mark must not swallow the next row.
            text, is_strict = "\n".join(lines[place:end]), end - place > 1
            cells = next(csv.reader([text], delimiter=delimiter, strict=is_strict), [])
        except csv.Error:
            yield first_line + place, [], "The quotation marks of the row do not fit together."
            place += 1
        else:
            yield first_line + place, cells, ""
            place = end


def _is_open(line: str, delimiter: str, is_open: bool) -> bool:
    """Whether a quoted cell goes on behind this line. A mark opens a cell only where the cell begins."""
    if '"' not in line:
        return is_open
    at_start, place = True, 0
    while place < len(line):
        char = line[place]
        if is_open:
            if char == '"':
                if line[place + 1 : place + 2] == '"':
                    place += 1
                else:
                    is_open = False
        elif char == '"' and at_start:
            is_open = True
        at_start = not is_open and char == delimiter
        place += 1
    return is_open


def _guess_delimiter(text: str) -> str:
    """The one that cuts the first rows into the same number of cells, and into the most."""
    lines = text[:200_000].split("\n")[:400]

    def fit(delimiter: str) -> tuple[float, int]:
        widths = [len(cells) for _, cells, _ in _records(lines, delimiter, 1, _SAMPLE_ROWS) if any(cells)]
        usual = max(set(widths), key=widths.count) if widths else 1
        return (widths.count(usual) / len(widths), usual) if usual > 1 else (0.0, 1)

    return max(DELIMITERS, key=fit)


def _heading_word(heading: str) -> str:
    folded = re.sub(r"[^\w]+|_", " ", fold(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading))).strip()
    return re.sub(r"\s+(\d+|value)$", "", re.sub(r"\s+\d+\s+", " ", folded)) or folded


def _field_of(heading: str) -> Field:
    if re.fullmatch(r"phone \d+ - (type|label)", heading, re.IGNORECASE):
        return Field.LABEL
    return _FIELDS.get(_heading_word(heading), Field.IGNORE)


def _is_header(cells: Sequence[str]) -> bool:
    named = any(_field_of(cell) or _heading_word(cell) in _NAME_PARTS for cell in cells)
    return named and not any(_looks_like_number(cell) for cell in cells)


def _looks_like_number(cell: str) -> bool:
    return sum(char.isdigit() for char in cell) >= 6 and bool(re.fullmatch(r"[\d\s().+/,;:'-]+", cell.strip()))


def _guess_fields(headings: Sequence[str], sample: Sequence[Sequence[str]]) -> tuple[Field, ...]:
    fields = [_field_of(heading) for heading in headings]
    parts = [place for place, heading in enumerate(headings) if _heading_word(heading) in _NAME_PARTS]
    # "Họ" beside "Tên": the second is a part, too. Beside a whole name the parts say nothing new.
    names = [place for place, field in enumerate(fields) if field is Field.NAME]
    whole = [place for place in names if _heading_word(headings[place]) != "ten" or not parts]
    for place in parts if not whole else ():
        fields[place] = Field.NAME
    for place in names if whole else ():
        fields[place] = Field.NAME if place == whole[0] else Field.IGNORE
    if not any(fields):
        _guess_by_content(fields, sample)
    return tuple(fields)


def _guess_by_content(fields: list[Field], sample: Sequence[Sequence[str]]) -> None:
    for place in range(len(fields)):
        cells = [row[place] for row in sample if place < len(row) and row[place].strip()]
        if cells and sum(map(_looks_like_number, cells)) > len(cells) / 2:
            fields[place] = Field.NUMBER
        elif cells and Field.NAME not in fields:
            fields[place] = Field.NAME
        elif cells and Field.COMPANY not in fields:
            fields[place] = Field.COMPANY


def _contact(
    headings: Sequence[str], cells: Sequence[str], fields: Sequence[Field], rules: DialRules
) -> tuple[Contact | None, str]:
    """The row's contact, and what of it was left out."""
    texts: dict[Field, list[str]] = {}
    numbers: list[ContactNumber] = []
    problem = ""
    newest = 0  # the first number of the last column of numbers
    for place, (cell, field) in enumerate(zip(cells, fields, strict=False)):
        text = _unguarded(cell)
        if not text or field is Field.IGNORE:
            continue
        if field is Field.NUMBER:
            newest = len(numbers)
            found, complaint = _numbers(text, _number_label(headings[place]), rules)
            numbers += found
            problem = problem or complaint
        elif field is Field.LABEL:
            numbers[newest:] = [replace(number, label=text) for number in numbers[newest:]]
        else:
            is_group = field is Field.TAGS and _heading_word(headings[place]) in _GROUP_COLUMNS
            texts.setdefault(field, []).append(re.sub(r"(^|::: )\* ", r"\1", text) if is_group else text)
    tags = [tag for text in texts.get(Field.TAGS, ()) for tag in re.split(r"[,;\n]| ::: ", text)]
    if any(fold(text) in _YES for text in texts.get(Field.VIP, ())):
        tags.insert(0, "VIP")
    contact = tidied(
        Contact(
            " ".join(texts.get(Field.NAME, ())),
            ", ".join(texts.get(Field.COMPANY, ())),
            tuple(numbers),
            tuple(tags),
            "\n".join(texts.get(Field.NOTE, ())),
            next(iter(texts.get(Field.LINK, ())), ""),
        )
    )
    if not contact.shown:
        return None, "There is neither a name nor a company."
    return contact, problem


def _number_label(heading: str) -> str:
    """What a column's heading says of its numbers, as one word."""
    word = _heading_word(heading)
    labels = {"mobile": ("mobile", "cell", "di dong", "dtdd", "bimbit", "hp"), "home": ("home",), "fax": ("fax",)}
    labels |= {"work": ("work", "business", "company", "may ban"), "extension": ("ext", "may le", "sambungan")}
    return next((label for label, signs in labels.items() if any(sign in word for sign in signs)), "")


def _numbers(text: str, label: str, rules: DialRules) -> tuple[list[ContactNumber], str]:
    """The numbers of a cell. A spreadsheet that took a long one for a figure has destroyed it."""
    if re.fullmatch(r"\d([.,]\d+)?E\+\d+", text, re.IGNORECASE):
        return [], "A spreadsheet rounded the number: it cannot be told any more. Format its column as text."
    found: list[ContactNumber] = []
    problem = ""
    for part in re.split(r"[,;\n|]| ::: | / ", text):
        written = one_line(part).removeprefix("'")
        if written:
            numbers, complaint = numbers_in(written, label, rules)
            found += numbers
            problem = problem or complaint
    return found, problem


def _unguarded(cell: str) -> str:
    """A cell without the apostrophe that kept a spreadsheet from taking it for a formula."""
    text = cell.strip()
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(_FORMULA_SIGNS) else text


# Writing.


def _guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula; a plain number with its + is none."""
    is_formula = text.lstrip("'").startswith(_FORMULA_SIGNS) and not re.fullmatch(r"\+\d+", text)
    return f"'{text}" if is_formula else text


class _Line:
    """Where csv writes to: the last row as text."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> int:
        self.text = text
        return len(text)


def written(contacts: Iterable[Contact], most_numbers: int) -> Iterator[str]:
    """The table's lines, headings first, wide enough for so many numbers. It reads back as the same contacts."""
    line = _Line()
    writer = csv.writer(line, lineterminator="\r\n")
    columns = [f"{word} {place}" if place > 1 else word for place in range(1, most_numbers + 1)
        for word in ("Number", "Label")]  # fmt: skip
    writer.writerow(["Name", "Company", *columns, "Tags", "Note", "Link"])
    yield "\ufeff" + line.text  # without the mark Excel reads UTF-8 as something else
    for contact in contacts:
        numbers = [text for number in contact.numbers[:most_numbers] for text in (number.number, number.label)]
        numbers += [""] * (2 * most_numbers - len(numbers))
        cells = (contact.name, contact.company, *numbers, ", ".join(contact.tags), contact.note, contact.link)
        writer.writerow([_guarded(cell) for cell in cells])
        yield line.text
