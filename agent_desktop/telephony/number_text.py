"""Free text to groups of digits that may be numbers. Knows how people write, and no country's numbering plan."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

LONGEST_TEXT = 4000
"""Characters of a text that are looked at; what comes after is not read."""

MASK = "\0"
"""Stands where something was blotted out; no text holds it."""

_COMMAS = re.compile(r"(?<![\d,])0\d{2,3},\d{3},\d{3,4}(?![\d,])")
_DASHES = {"\u2212", "\u2010", "\u30fc"}
_DOTS = {"\u00b7", "\u2022", "\u2219", "\u30fb"}
_KEYCAP = {"\ufe0f", "\u20e3"}


def plain(text: str) -> str:
    """The text in ASCII digits, plain spaces, dashes, dots, slashes and brackets, without invisible characters."""
    head = text[:LONGEST_TEXT]
    if not (head.isascii() and head.isprintable()):
        head = "".join(_plain_character(c) for c in unicodedata.normalize("NFC", head))
    if len(text) > LONGEST_TEXT:
        return head.strip().rstrip("+ ().-/") + "_"  # a number at the cut may go on: as if glued to a word, it is none
    return _COMMAS.sub(lambda match: match[0].replace(",", "."), head.strip())


def _plain_character(c: str) -> str:
    if c.isascii():
        return c if c.isprintable() else "\n"
    digit = unicodedata.decimal(c, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(c)
    if category == "Zs":
        return " "
    if category in ("Zl", "Zp", "Cc"):
        return "\n"
    if category == "Cf" or c in _KEYCAP:
        return ""
    if category == "Pd" or c in _DASHES:
        return "-"
    if c in _DOTS:
        return "."
    if category in ("Po", "Ps", "Pe", "Sm"):
        folded = unicodedata.normalize("NFKC", c)
        return folded if len(folded) == 1 else c
    return c


_OCTET = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_YEAR = r"(?:19|20)\d\d"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_UNIT = r"(?:[đ₫€£$%]|vnđ|vnd|usd|myr|rm|eur|dong|đồng|triệu|tỷ|kg|km)"
_OTHER_LABELS = "mst|mã số thuế|stk|số tài khoản|cmnd|cccd|mã đơn|tax code|account|order|invoice|iban|nric|ic"
_NOT_NUMBERS = (
    r"(?P<number>\+\d[\d ().\-]*)",  # after a + it is neither a date nor an amount
    r"(?<!\w)(?:[a-z][a-z0-9+.\-]{0,20}://|www\.)[^\s<>\"']+",  # addresses on the web
    r"(?<!\S)(?:\.{0,2}/|[a-z]:\\)[^\s\"']+",  # paths
    r"(?<![\w.+%\-])[\w.+%\-]+@[\w.\-]+",  # e-mail
    rf"(?<![\w.+])(?!0\d){_OCTET}(?:\.0*{_OCTET}){{3}}(?::\d+|/\d+)?(?!\.?\w)",  # IPv4
    # Dates, alone or with a time.
    rf"(?<![\d.\-/+]){_YEAR}([-/. ]){_MONTH}\2{_DAY}(?![\d]|[\-/.]\d)(?:t\d[\d:]*(?:[.,]\d+)?)?",
    rf"(?<![\d.\-/+]){_DAY}([-/. ]){_MONTH}\3{_YEAR}(?![\d]|[\-/.]\d)",
    rf"(?<![\d.\-/+]){_DAY}([-/.]){_MONTH}\4\d\d(?![\d]|[ \-/.]\d)",
    r"(?<![\d+])\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?(?!\d)",  # times
    r"[$€£¥₫]\s?\d[\d.,]*",
    r"(?<!\w)(?:rm|vnd|usd|myr)\s?\d[\d.,]*",
    rf"(?<![\d+.,\-])[1-9][\d.,]*\s?{_UNIT}(?![\w/])",
    r"(?<![\d+.,\-])(?!84|60)[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d{1,2})?(?![\d]|[.,\-]\d)",  # 1.500.000
    r"(?<![\d+.,\-])[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d{1,2})?(?![\d]|[.,\-]\d)",  # 1,500,000
    r"(?<![\d+.,])(?<!\d-)(?!84|60)(?:0[.,]\d+|[1-9]\d{0,2}[.,]\d{5,})(?![\d]|[.\- ]\d)",  # 0.938, 10.762622
    r"[*#]\d+[*#][\d*#]*",  # star codes
    rf"(?<!\w)(?:{_OTHER_LABELS})[ .:#]*\d[\d\-]*",
)
_FIELD = re.compile(r"(?<![\w.\-])([a-z_][\w.\-]*)\s?=\s?(\"?[^\s&;,\"'<>]*)", re.IGNORECASE)
_PHONE_FIELDS = {"phone", "tel", "telephone", "mobile", "msisdn", "caller", "callerid", "sdt", "dt", "number"}


@cache
def _not_numbers() -> re.Pattern[str]:
    """The longest pattern of the program: compiled when first wanted, not at each start."""
    return re.compile("|".join(_NOT_NUMBERS), re.IGNORECASE)


def mask(text: str) -> str:
    """The (plain) text with addresses, dates, times, amounts and the like blotted out; it keeps its length."""
    text = _not_numbers().sub(lambda match: match["number"] or MASK * len(match[0]), text)
    return _FIELD.sub(_mask_field, text)


def _mask_field(match: re.Match[str]) -> str:
    if match[1].lower().replace("_", "").replace("-", "") not in _PHONE_FIELDS:
        return MASK * len(match[0])
    start = match.start(2) - match.start()
    return MASK * start + match[0][start:].replace('"', MASK)


@dataclass(frozen=True, slots=True)
class Written:
    """A number as written. `plus` is True after a +; `left_out` are digits for after the answer ("ext. 12")."""

    text: str
    digits: str
    plus: bool = False
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Digits without anything between them, and what stands before them in the run."""

    gap: str
    digits: str

    @property
    def plus(self) -> bool:
        """True where a + stands before it: a number begins here."""
        return "+" in self.gap

    @property
    def far(self) -> bool:
        """True where what stands before it more likely parts two numbers than the groups of one."""
        return "/" in self.gap or " - " in self.gap or "  " in self.gap


def written_from(groups: list[Group], left_out: str = "") -> Written:
    """The groups as one number."""
    text = "".join(g.gap + g.digits for g in groups).strip(" .-/")
    if text.count("(") != text.count(")"):
        text = text.lstrip("(") if text.count("(") > text.count(")") else text
    digits = "".join(g.digits for g in groups)
    return Written(text, digits, groups[0].plus and not digits.startswith("0"), left_out)


@dataclass(frozen=True, slots=True)
class Run:
    """Groups of digits in a row: one number, several, or none. `clean` is False where a word continues it."""

    groups: tuple[Group, ...]
    at: int = 0
    left_out: str = ""
    clean: bool = True


_GROUP = re.compile(r"([ ().\-/+]*)(\d+)")
_RUN = re.compile(r"[+(]{0,3}\d(?:[ ().\-/+]*\d)*")
_LABEL_WORDS = (
    "tel|telephone|phone|ph|mobile|mob|cell|hotline|call|dial|no|ext|extn|extension|"
    "đt|đtdđ|dt|sđt|sdt|điện thoại|dien thoai|di động|gọi|máy lẻ|số|số máy|telefon|h/p|hp"
)
_LABEL = re.compile(rf"(?<!\w)(?:{_LABEL_WORDS})(?!\w)[ .:\-]*", re.IGNORECASE)
_LABEL_BEFORE = re.compile(rf"(?<!\w)(?:{_LABEL_WORDS})-?\Z", re.IGNORECASE)
_GLUED_BEFORE = re.compile(r"(?:([^\W\d])[-_]?|[_#$€£₫%&=\\*])\Z")
_EXTENSION = re.compile(r"\s*\(?(?:ext\.?|extn\.?|extension|máy lẻ|nội bộ|x)[ .:]*(\d{1,6})(?!\w)", re.IGNORECASE)


def runs(masked: str) -> Iterator[Run]:
    """The runs of digits in a masked text, in order, without those glued to a word (INV-0012, 0xff, 12ab)."""
    position = 0
    while match := _RUN.search(masked, position):
        position = match.end()
        before, left_out = masked[max(0, match.start() - 20) : match.start()], ""
        if extension := _EXTENSION.match(masked, position):
            left_out, position = extension[1], extension.end()
        after = masked[position : position + 2]
        if _is_glued(before) or after[:1] in ("_", "@", "#", "*") or _is_cased(after[:1]):
            continue
        clean = not (after[:1] == "-" and _is_cased(after[1:]))
        yield Run(tuple(Group(g[1], g[2]) for g in _GROUP.finditer(match[0])), match.start(), left_out, clean)


def _is_glued(before: str) -> bool:
    glued = _GLUED_BEFORE.search(before)
    return glued is not None and (glued[1] is None or _is_cased(glued[1])) and not _LABEL_BEFORE.search(before)


def _is_cased(c: str) -> bool:
    # Chinese, Thai and the like put no space between a word and a number.
    return c.lower() != c.upper()


def alone(masked: str) -> Run | None:
    """The run where a masked text is nothing but one number, a label such as "Tel:" aside; else None."""
    text = masked.strip(" \n\"'<>[]{},;:.!?=")
    if label := _LABEL.match(text):
        text = text[label.end() :]
    text = text.rstrip(" -/)") if text.count("(") < text.count(")") else text.rstrip(" -/")
    match = _RUN.match(text)
    if match is None:
        return None
    left_out, rest = "", text[match.end() :]
    if extension := _EXTENSION.fullmatch(rest.rstrip(")")):
        left_out, rest = extension[1], ""
    if rest not in ("", ")"):
        return None
    return Run(tuple(Group(g[1], g[2]) for g in _GROUP.finditer(match[0])), left_out=left_out)


_BETWEEN_ITEMS = re.compile(r"[,;|\n]+|\s(?:or|and|hoặc|và)\s", re.IGNORECASE)


def items(masked: str) -> list[Run] | None:
    """The numbers where a masked text is one number or a list of them and nothing else; else None."""
    found = [alone(piece) for piece in _BETWEEN_ITEMS.split(masked) if piece.strip(" .")]
    whole = [run for run in found if run is not None]
    return whole if whole and len(whole) == len(found) else None


_STAR_CODE = re.compile(r"[\d*#+ ().\-]*[*#][\d*#+ ().\-]*")


def star_code(text: str) -> str:
    """The code where a (plain) text is one of the phone's own star or hash codes (*97, *21*0912#), else ""."""
    text = "".join(text.split())
    return text if _STAR_CODE.fullmatch(text) and any(c.isdigit() for c in text) else ""
