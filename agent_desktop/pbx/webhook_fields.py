"""A webhook's parameters, wherever they stand: URL, form or JSON, whole or cut off. Pure, and nothing here raises."""

import json
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

Fields = dict[str, object]
"""Parameters by lower-case name; values are decoded text, or whatever JSON made of them (figures as text)."""

MAX_FIELDS = 256
_SALVAGE_LIMIT = 64 * 1024
_WRAPPERS = ("data", "result")
_RECORDING = frozenset({"recordingfile", "recordingpath"})
_KNOWN = _RECORDING | {"phone", "queue", "extension", "callid", "event", "did", "calldate", "duration", "billsec"}
_KNOWN |= {"status", "direction", "holdtime", "queue_name", "callerid", "destination", "did_number", "fee"}
_ENCODED_URL = re.compile(r"(?:https?%3a|%2f)", re.IGNORECASE)
_ENCODED_CONTROL = re.compile(r"%(?:[01][0-9a-f]|7f)", re.IGNORECASE)
_PART_NAME = re.compile(r'\bname="?([^";\r\n]+)')
_JSON_PAIR = re.compile(
    r'"([A-Za-z_]{1,40})"\s{0,9}:\s{0,9}(?:("(?:[^"\\]|\\.){0,4096}")|(-?[0-9][0-9.]{0,20})(?=\s{0,9}[,}\]]))'
)


def read_fields(query: str, body: bytes) -> Fields:
    """All parameters; where a name comes again, the first value that is not empty."""
    return _gather([*_query_pairs(query), *_body_pairs(body)])


def _gather(pairs: Iterable[tuple[str, object]]) -> Fields:
    """Lower-case names; of repeated ones the first that is not empty."""
    fields: Fields = {}
    for name, value in pairs:
        key = name.strip().lower()
        held = fields.get(key)
        if held is None or (isinstance(held, str) and not held.strip()):
            fields[key] = value
    return fields


def _query_pairs(raw: str) -> Iterator[tuple[str, str]]:
    """The pairs of a query or form. An unencoded recording URL, `&` and all, runs on until another field of ours."""
    pieces = raw.split("&", MAX_FIELDS) if raw else []
    seen: set[str] = set()
    at = 0
    while at < len(pieces):
        name, _, value = pieces[at].partition("=")
        name, at = _decode(name).strip().lower(), at + 1
        if name not in _RECORDING or not value or _ENCODED_URL.match(value):
            seen.add(name)
            yield name, _decode(value)
            continue
        while at < len(pieces) and not _starts_field(pieces[at], seen):
            value, at = f"{value}&{pieces[at]}", at + 1
        # As it stands it is a URL: its own percent-encoding is part of it.
        yield name, _ENCODED_CONTROL.sub("", value)


def _starts_field(piece: str, seen: set[str]) -> bool:
    name, equals, _ = piece.partition("=")
    return bool(equals) and name.lower() in _KNOWN and name.lower() not in seen


def _decode(text: str) -> str:
    return unquote(text.replace("+", " "), errors="replace")


def _body_pairs(body: bytes) -> list[tuple[str, object]]:
    """The body's pairs, by what it looks like: the content type is often wrong or missing."""
    if not body:
        return []
    text = body.decode(json.detect_encoding(body), "replace").lstrip("\ufeff \t\r\n")
    if text[:1] in ("{", "["):
        return _json_pairs(text)
    if text.startswith("--") and "form-data" in text:
        return _multipart_pairs(text)
    return list(_query_pairs(text.strip()))


def _json_pairs(text: str) -> list[tuple[str, object]]:
    try:
        value = json.loads(text, object_pairs_hook=_gather, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        return _salvaged_pairs(text[:_SALVAGE_LIMIT])
    outer = _only_object(value)
    inner = [pair for name in _WRAPPERS for pair in _only_object(outer.get(name)).items()]
    return [*outer.items(), *inner]


def _only_object(value: object) -> Fields:
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    return value if isinstance(value, dict) else {}


def _salvaged_pairs(text: str) -> list[tuple[str, object]]:
    """What stands whole in JSON that was cut off."""
    pairs: list[tuple[str, object]] = []
    for name, string, figure in _JSON_PAIR.findall(text):
        try:
            pairs.append((name, json.loads(string, strict=False) if string else figure))
        except ValueError:
            continue
    return pairs


def _multipart_pairs(text: str) -> list[tuple[str, object]]:
    boundary = text.partition("\r\n")[0]
    pairs: list[tuple[str, object]] = []
    for part in text.split(boundary, MAX_FIELDS):
        head, _, content = part.partition("\r\n\r\n")
        if name := _PART_NAME.search(head):
            pairs.append((name[1], content.removesuffix("\r\n")))
    return pairs
