"""What the PBX answers: a response in, plain values or an error out. Pure.

No answer of the PBX is documented, so every shape that was seen or is likely is read, and an error is told by what it
says rather than by its HTTP status. An error never repeats the key, nor more than a line of the PBX's own words.
"""

import re
from dataclasses import dataclass, field
from datetime import tzinfo
from enum import StrEnum

from agent_desktop.errors import AnswerNotUnderstood, PbxRefused, PbxUnreachable
from agent_desktop.pbx.fields import reported_call
from agent_desktop.pbx.shapes import (
    NOTHING,
    call_rows,
    complaint,
    find_json,
    holds_data,
    is_page,
    is_success,
    queue_members,
    words,
    xml_complaint,
)
from agent_desktop.pbx.wording import shown
from agent_desktop.telephony.agent import QueueMember
from agent_desktop.telephony.events import CallReported

ADDRESS_ADVICE = "The PBX address in the settings is probably wrong: compare it with the one that the vendor gave you."
KEY_ADVICE = "Check the key, the domain and the extension in the settings with your administrator."

_ABOUT_THE_KEY = re.compile(
    r"\b(?:key|token|domain|credentials?|login|access|auth\w*|unauthori[sz]ed)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP response; its content type says nothing. `key` is the secret that no text made from it may hold."""

    status: int
    body: bytes = field(default=b"", repr=False)
    key: str = field(default="", repr=False)

    @property
    def text(self) -> str:
        """The body, trimmed; bytes that are no UTF-8 are replaced."""
        return self.body.decode("utf-8", "replace").strip("\ufeff \t\r\n")


class DialOutcome(StrEnum):
    """How sure it is that the PBX dials: it said so, or it took the request and said something else."""

    CONFIRMED = "confirmed"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class DialAnswer:
    """What came of a dial; `text` is the PBX's own words where they are not the known ones."""

    outcome: DialOutcome
    text: str = ""


def read_dial(answer: Answer) -> DialAnswer:
    """CONFIRMED for `Success` (bare, quoted, in an object), SENT for another 2xx without an error. Raises PbxError."""
    value = _payload(answer)
    if is_success(answer.text if value is NOTHING else value):
        return DialAnswer(DialOutcome.CONFIRMED)
    return DialAnswer(DialOutcome.SENT, shown(words(value) or answer.text, answer.key))


def read_done(answer: Answer) -> None:
    """Return where the PBX took a pause or a spy: any 2xx that is neither an error nor a web page. Raises PbxError."""
    if _payload(answer) is NOTHING and is_page(answer.text):
        raise AnswerNotUnderstood("The PBX answered with a web page.", ADDRESS_ADVICE)


def read_statuses(answer: Answer) -> dict[str, str]:
    """Status by extension, for those whose status is told. Raises PbxError."""
    return {member.extension: member.status for member in read_members(answer) if member.status}


def read_members(answer: Answer) -> tuple[QueueMember, ...]:
    """Each extension once per queue, with the last status told of it there. Raises PbxError."""
    value = _result(answer)
    found: dict[tuple[str, str], QueueMember] = {}
    for member in queue_members(value):
        place = (member.queue, member.extension)
        if member.status or place not in found:
            found[place] = member
    if not found and holds_data(value):
        raise AnswerNotUnderstood
    return tuple(found.values())


def read_records(answer: Answer, zone: tzinfo) -> tuple[CallReported, ...]:
    """The call data records in the order in which they came, exact repeats left out. Raises PbxError."""
    value = _result(answer)
    read = (reported_call(row, zone, from_api=True) for row in call_rows(value))
    records = tuple(dict.fromkeys(record for record in read if record is not None))
    if not records and holds_data(value):
        raise AnswerNotUnderstood
    return records


def _result(answer: Answer) -> object:
    """The list or map that answers a question; None where there is nothing to tell."""
    if answer.status in (204, 404) and _is_empty(answer.text):
        return None
    value = _payload(answer)
    if value is None or value == "" or isinstance(value, (dict, list)):
        return value
    raise AnswerNotUnderstood("The PBX answered with something else than data.", ADDRESS_ADVICE)


def _is_empty(text: str) -> bool:
    value = find_json(text) if text else None
    return value is not NOTHING and complaint(value) is None and not words(value) and not holds_data(value)


def _payload(answer: Answer) -> object:
    """The JSON of an answer that is no error, or NOTHING where it holds none."""
    text = answer.text
    value = find_json(text)
    said = xml_complaint(text) if value is NOTHING else complaint(value)
    if said is None and answer.status >= 400 and value is not NOTHING:
        said = words(value)
    if said is not None:
        raise _refused(said, answer)
    if 200 <= answer.status < 300:
        return value
    raise _failure(answer)


def _failure(answer: Answer) -> Exception:
    """What an HTTP status alone amounts to, where the body is none of the PBX's errors."""
    if answer.status < 400:
        return AnswerNotUnderstood("The PBX address leads to another address.", ADDRESS_ADVICE)
    if answer.status >= 500:
        return PbxUnreachable(f"The PBX cannot be reached: a server before it answered with error {answer.status}.")
    if answer.status == 404:
        return AnswerNotUnderstood("There is no PBX at this address.", ADDRESS_ADVICE)
    return _refused(answer.text, answer)


def _refused(said: str, answer: Answer) -> PbxRefused:
    said = shown(said, answer.key).rstrip(". ")
    is_about_us = answer.status in (401, 403) or _ABOUT_THE_KEY.search(said) is not None
    return PbxRefused(f"The PBX refused the request: {said}." if said else "", KEY_ADVICE if is_about_us else "")
