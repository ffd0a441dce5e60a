"""The shapes of an answer's body: where its JSON is, whether that is an error, and where in it the rows are. Pure.

Nothing here raises. `NOTHING` stands for "holds no JSON".
"""

import json
import re
from collections.abc import Iterator, Mapping

from agent_desktop.pbx.fields import first, read_agent_status, read_extension, read_queue, read_text
from agent_desktop.telephony.agent import QueueMember

NOTHING = object()
_DEPTH_LIMIT = 8
_JSON_ATTEMPTS = 50

# JSON stands at the start, or behind a warning of PHP's: on a line of its own or after a tag.
_JSON_START = re.compile(r"(?:\A|(?<=[\n\r>\ufeff]))[\[{]")
_PAGE = re.compile(r"<(?:!doctype|html|head|body|script|\?xml)\b", re.IGNORECASE)
_XML_ERROR = re.compile(r"<error>([^<]*)</error>", re.IGNORECASE)

_WRAPPERS = ("result", "data")
_EXTENSION_NAMES = ("ext", "exten", "extension", "agent")
_STATUS_NAMES = ("status", "state")
_QUEUE_NAMES = ("queue", "queue_name", "queues")
_MEMBERS_NAMES = frozenset({"members", "agents", "extensions", "list"})
_WORD_NAMES = ("error", "errors", "message", "msg", "reason", "description")
_ABOUT_THE_ANSWER = frozenset({"status", "success", "total", "count", "code", "key", "time", *_WRAPPERS, *_WORD_NAMES})
_FAILURE_WORDS = frozenset({"false", "error", "fail", "failed", "failure"})
_NO_ERROR_WORDS = frozenset({"", "0", "false", "no", "none", "null"})
_ERROR_CODES = frozenset(str(code) for code in range(400, 600))


def find_json(text: str) -> object:
    """The JSON value that `text` is, or the one that stands in it behind or before a warning; else NOTHING."""
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return _find_json_among_warnings(text)
    return value


def _find_json_among_warnings(text: str) -> object:
    page = _PAGE.search(text)
    decoder = json.JSONDecoder()
    for attempt, match in enumerate(_JSON_START.finditer(text, 0, page.start() if page else len(text))):
        if attempt == _JSON_ATTEMPTS:
            break
        try:
            value, end = decoder.raw_decode(text, match.start())
        except (ValueError, RecursionError):
            continue
        rest = text[end:].lstrip()
        if (not rest and _is_structured(value)) or (isinstance(value, dict) and rest.startswith("<")):
            found: object = value
            return found
    return NOTHING


def _is_structured(value: object) -> bool:
    """False for what may be a part of a sentence, such as `[1]`."""
    return isinstance(value, dict) or (
        isinstance(value, list) and all(isinstance(item, (dict, list)) for item in value)
    )


def is_page(text: str) -> bool:
    """True for a web page or an XML document, which no action answers with when all is well."""
    return _PAGE.search(text) is not None


def complaint(value: object) -> str | None:
    """The PBX's words where `value` is an error, "" where it gives none; None where it is no error."""
    if value is False:
        return ""
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict) and "error" in value[0]:
        value = value[0]
    if not isinstance(value, dict):
        return None
    fields = lower(value)
    failed = any(_word(fields.get(name)) not in _NO_ERROR_WORDS for name in ("error", "errors"))
    if not any(name in fields for name in (*_EXTENSION_NAMES, "callid")):
        failed = failed or any(_word(fields.get(name)) in _FAILURE_WORDS for name in ("status", "success", "result"))
        failed = failed or any(_word(fields.get(name)) in _ERROR_CODES for name in ("status", "code", "status code"))
    return words(fields) if failed else None


def xml_complaint(text: str) -> str | None:
    """The same for an XML document."""
    if not text[:5].lower().startswith(("<?xml", "<xml")):
        return None
    match = _XML_ERROR.search(text)
    return match[1] if match and match[1].strip() else None


def _word(value: object) -> str:
    if isinstance(value, (dict, list)):
        return "something" if value else ""
    return str(value).lower() if isinstance(value, bool) else read_text(value).lower()


def words(value: object, depth: int = 0) -> str:
    """What an answer says to people, wherever in it that stands; "" for nothing."""
    if isinstance(value, str):
        return value
    if depth < _DEPTH_LIMIT and isinstance(value, list):
        return "; ".join(filter(None, (words(item, depth + 1) for item in value[:_DEPTH_LIMIT])))
    if depth < _DEPTH_LIMIT and isinstance(value, dict):
        fields = lower(value)
        return next(filter(None, (words(fields.get(name), depth + 1) for name in _WORD_NAMES)), "")
    return ""


def is_success(value: object) -> bool:
    """True for `Success`, or for an object that says so."""
    if isinstance(value, dict):
        fields = lower(value)
        return any(
            _word(fields.get(name)) in ("true", "success") for name in ("status", "success", "result", "message")
        )
    return isinstance(value, str) and value.strip().casefold() == "success"


def lower(value: Mapping[str, object]) -> dict[str, object]:
    """The same with lower-case names."""
    return {key.lower(): item for key, item in value.items()}


def holds_data(value: object, depth: int = 0) -> bool:
    """True where an answer tells more than how the request went."""
    if depth > _DEPTH_LIMIT:
        return True
    if isinstance(value, list):
        return any(holds_data(item, depth + 1) for item in value)
    if isinstance(value, dict):
        items = ((item, key.lower() in _ABOUT_THE_ANSWER) for key, item in value.items())
        return any(
            holds_data(item, depth + 1) for item, is_about in items if isinstance(item, (dict, list)) or not is_about
        )
    return value is not None and value != ""


def _unwrap(fields: Mapping[str, object]) -> list[object]:
    """What stands under `result` or `data`, where an answer has one of them."""
    return [fields[name] for name in _WRAPPERS if isinstance(fields.get(name), (dict, list))]


def call_rows(value: object, depth: int = 0) -> Iterator[dict[str, object]]:
    """Every object that names a call, with lower-case names."""
    if depth > _DEPTH_LIMIT:
        return
    if isinstance(value, list):
        for item in value:
            yield from call_rows(item, depth + 1)
    elif isinstance(value, dict):
        fields = lower(value)
        if "callid" in fields:
            yield fields
        else:
            for item in _unwrap(fields) or fields.values():
                yield from call_rows(item, depth + 1)


def queue_members(value: object, queue: str = "", depth: int = 0) -> Iterator[QueueMember]:
    """Every extension: from rows, maps of extension to status and bare lists, perhaps below a queue's name."""
    if depth > _DEPTH_LIMIT:
        return
    if isinstance(value, list):
        for item in value:
            if isinstance(item, (dict, list)):
                yield from queue_members(item, queue, depth + 1)
            elif _is_extension(item):
                yield QueueMember(read_extension(item), queue)
    elif isinstance(value, dict):
        fields = lower(value)
        if _is_row(fields):
            yield from _row_members(fields, first(fields, *_EXTENSION_NAMES), queue)
        elif inner := _unwrap(fields):
            for item in inner:
                yield from queue_members(item, queue, depth + 1)
        else:
            yield from _map_members(value, read_queue(first(fields, *_QUEUE_NAMES)) or queue, depth)


def _row_members(fields: Mapping[str, object], extension: object, queue: str) -> Iterator[QueueMember]:
    name = read_extension(extension)
    status = read_agent_status(first(fields, *_STATUS_NAMES))
    stated = first(fields, *_QUEUE_NAMES)
    queues = [read_queue(item) for item in (stated if isinstance(stated, list) else [stated])]
    for place in [place for place in queues if place] or [queue]:
        if name:
            yield QueueMember(name, place, status)


def _map_members(value: Mapping[str, object], queue: str, depth: int) -> Iterator[QueueMember]:
    is_indexed = set(value) == {str(index) for index in range(len(value))}
    for key, item in value.items():
        if isinstance(item, dict) and _is_row_of_its_key(lower(item)):
            yield from _row_members(lower(item), key, queue)
        elif isinstance(item, (dict, list)):
            names_a_queue = not (is_indexed or key.lower() in _MEMBERS_NAMES or _is_row(item))
            yield from queue_members(item, read_queue(key) if names_a_queue else queue, depth + 1)
        elif key.lower() not in _ABOUT_THE_ANSWER and _is_extension(key):
            yield QueueMember(read_extension(key), queue, read_agent_status(item))


def _is_row(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    named = first(lower(value), *_EXTENSION_NAMES)
    return not isinstance(named, (dict, list)) and named != ""


def _is_row_of_its_key(fields: Mapping[str, object]) -> bool:
    """True for `{"status": …}` that stands under its extension."""
    if _is_row(fields) or not any(name in fields for name in _STATUS_NAMES):
        return False
    return not any(isinstance(item, (dict, list)) for name, item in fields.items() if name not in _QUEUE_NAMES)


def _is_extension(value: object) -> bool:
    name = read_extension(value)
    return any(c.isdigit() for c in name) and " " not in name
