"""CRM rules: which moment of which call opens an address or sends a request, and what stands in it. Pure."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from hashlib import blake2b
from typing import Literal
from urllib.parse import quote, urlsplit

from agent_desktop.telephony.events import WITHHELD, Direction
from agent_desktop.telephony.screen_pop import Card, CardState

VARIABLES = (
    "phone",
    "phone_e164",
    "callid",
    "queue",
    "did",
    "extension",
    "name",
    "direction",
    "status",
    "state",
    "started",
    "talk_s",
    "hold_s",
    "disposition",
    "note",
)
"""What an address or a body can hold, each between braces. `started` is ISO 8601; seconds are whole, or nothing."""

_PLACE = re.compile(r"\{([a-z0-9_]*)\}")


class Moment(StrEnum):
    """When a rule acts. CLICK: the agent asks for it."""

    RINGING = "ringing"
    ANSWERED = "answered"
    ENDED = "ended"
    CLICK = "click"


Act = Literal["open", "get", "post"]


@dataclass(frozen=True, slots=True)
class CrmRule:
    """`when` it acts, for which calls ("" and () are any), and what it does: `open` shows the address in the browser,
    `get` and `post` send a request to it. `body` is what a `post` sends, JSON where it begins with a brace.
    """

    when: Moment = Moment.CLICK
    url: str = ""
    act: Act = "open"
    direction: Direction = ""
    queues: tuple[str, ...] = ()
    dids: tuple[str, ...] = ()
    body: str = ""
    name: str = ""

    @property
    def key(self) -> str:
        """Tells it from other rules, also after a restart; a rule that was changed is another one."""
        parts = (repr(getattr(self, field.name)) for field in fields(self) if field.name != "name")
        return blake2b("\0".join(parts).encode(), digest_size=8).hexdigest()

    def fits(self, moment: Moment, card: Card, canonical: Callable[[str], str]) -> bool:
        """True where the rule acts at this moment of this call. `canonical` makes one of all notations of a DID."""
        return (
            moment is self.when
            and (not self.direction or self.direction == card.direction)
            and (not self.queues or card.queue in self.queues)
            and (not self.dids or any(_is_same(did, card.did, canonical) for did in self.dids))
        )

    def problem(self) -> str:
        """What is wrong with it, in a sentence, or ""."""
        if problem := url_problem(self.url):
            return problem
        unknown = [name for name in _PLACE.findall(self.url + self.body) if name not in VARIABLES and name]
        if unknown:
            return f"There is no {{{unknown[0]}}}; there are {', '.join('{' + name + '}' for name in VARIABLES)}."
        return ""


def _is_same(wanted: str, did: str, canonical: Callable[[str], str]) -> bool:
    # Some PBXs say a word where the DID belongs.
    return wanted == did or (bool(key := canonical(wanted)) and key == canonical(did))


def url_problem(url: str) -> str:
    """What is wrong with an address that may hold variables, or "". The host can hold none: a caller's name is not to
    choose whom we talk to.
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return "That is no address."
    if parts.scheme not in ("http", "https") or not host:
        return "An address begins with https:// or http://, and names a host."
    if "{" in parts.netloc or "}" in parts.netloc:
        return "The host of an address cannot be a variable."
    if parts.username or parts.password:
        return "It must hold no user name or password."
    return ""


def moment_of(card: Card) -> Moment | None:
    """The moment that a card's state is; None while nobody can tell what became of the call."""
    if card.state in (CardState.RINGING, CardState.DIALLING):
        return Moment.RINGING
    if card.state is CardState.TALKING:
        return Moment.ANSWERED
    return None if card.state in (CardState.STOPPED_RINGING, CardState.LOST) else Moment.ENDED


def facts_of(card: Card, e164: str, started: str) -> dict[str, str]:
    """What the variables stand for. `e164` is the number with + and country code, or ""."""
    return {
        "phone": "" if card.number == WITHHELD else card.number,
        "phone_e164": e164,
        "callid": card.callid,
        "queue": card.queue,
        "did": card.did,
        "extension": card.extension,
        "name": card.name,
        "direction": card.direction,
        "status": card.status,
        "state": card.state.value,
        "started": started,
        "talk_s": "" if card.talk_s is None else str(card.talk_s),
        "hold_s": "" if card.hold_s is None else str(card.hold_s),
        "disposition": card.disposition,
        "note": card.note,
    }


def fill_url(template: str, facts: Mapping[str, str]) -> str:
    """The address with every variable percent-encoded, so that nothing of a caller's becomes part of its structure."""
    return _PLACE.sub(lambda place: quote(facts.get(place[1], ""), safe=""), template)


def fill_body(template: str, facts: Mapping[str, str]) -> str:
    """The body: in JSON variables are escaped as JSON's strings are, else percent-encoded as in a form."""
    encode = _json_inside if is_json(template) else (lambda text: quote(text, safe=""))
    return _PLACE.sub(lambda place: encode(facts.get(place[1], "")) if place[1] else place[0], template)


def is_json(template: str) -> bool:
    """True for a body that is JSON."""
    return template.lstrip()[:1] in ("{", "[") and template.lstrip()[1:2] not in _LETTERS


_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
"""What follows the brace of a variable; in JSON there is a quotation mark, a space or a bracket."""


def _json_inside(text: str) -> str:
    escaped = (_ESCAPES.get(char) or (f"\\u{ord(char):04x}" if char < " " else char) for char in text)
    return "".join(escaped)


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
