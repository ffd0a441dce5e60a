"""`tel:`, `callto:`, `sip:` and `sips:` URIs to the number inside (RFC 3966, RFC 3261, and what pages really hold)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

_WHOLE = re.compile(r"[<\"']?\s*(?:url:)?\s*(tel|callto|sips?)\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)
_EMBEDDED = re.compile(
    r"(?<![\w.\-])(?:(sips?):([^\s\"'<>|]++)|(tel|callto):([^\s\"'<>|,]++)(?!\s?[\d(+\-./]))", re.IGNORECASE
)
_PARAMETER = re.compile(r";([a-z][a-z0-9\-]*)(?:=([^;?]*))?", re.IGNORECASE)
_ESCAPE = re.compile(r"%[0-9a-f]{2}", re.IGNORECASE)
_PAUSE = re.compile(r"[,pw]+", re.IGNORECASE)
_SENT_LATER = re.compile(r"(\d{1,6})(?:[,pw#].*)?", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class UriNumber:
    """What a URI says. `strict` where nothing but one number counts; `at` is where the URI stood in a longer text."""

    number: str
    left_out: str = ""
    strict: bool = False
    at: int = 0


def decoded(text: str) -> str:
    """The text with its percent escapes resolved, twice at most (links are found escaped twice)."""
    for _ in range(2):
        if not _ESCAPE.search(text):
            break
        text = unquote(text, errors="replace")
    return text


def read_uri(text: str) -> UriNumber | None:
    """What a text says that is one URI from its first character on; None for any other text."""
    match = _WHOLE.fullmatch(text)
    return None if match is None else _read(match[1], match[2], 0)


def find_uris(text: str) -> Iterator[tuple[UriNumber, int]]:
    """The URIs within a longer text, each with the position of its end."""
    for match in _EMBEDDED.finditer(text):
        scheme, rest = (match[1], match[2]) if match[1] else (match[3], match[4])
        yield _read(scheme, rest, match.start()), match.end()


def _read(scheme: str, rest: str, at: int) -> UriNumber:
    rest = rest.strip().lstrip("/").rstrip("/>\"'.)") if rest.count("(") < rest.count(")") else _trimmed(rest)
    if scheme.lower().startswith("sip"):
        return _read_sip(rest, at)
    number, _, _ = rest.partition("?")
    parameters = {m[1].lower(): decoded(m[2] or "") for m in _PARAMETER.finditer(number)}
    number = decoded(_PARAMETER.sub("", number))
    left_out = _digits(parameters.get("ext", ""))
    before, *after = _PAUSE.split(number, maxsplit=1)
    if after and len(_digits(before)) >= 7 and (sent := _SENT_LATER.fullmatch(after[0])):
        number, left_out = before, sent[1]
    context = parameters.get("phone-context", "")
    if context.startswith("+") and "+" not in number and len(_digits(number)) > 6:
        number = context + " " + number.strip()
    return UriNumber(number.strip(), left_out, at=at)


def _trimmed(rest: str) -> str:
    return rest.strip().lstrip("/").rstrip("/>\"'.")


def _read_sip(rest: str, at: int) -> UriNumber:
    user, found, _ = rest.partition("@")
    if not found:
        user = re.split(r"[?]|:\d+", rest, maxsplit=1)[0]
    parameters = {m[1].lower(): m[2] or "" for m in _PARAMETER.finditer(user)}
    user = decoded(_PARAMETER.sub("", user)).partition(":")[0]
    return UriNumber(user.strip(), _digits(parameters.get("ext", "")), strict=True, at=at)


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isascii() and c.isdigit())
