"""What a card of the screen pop says: from a card's values to lines of plain text, and which buttons it offers."""

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from agent_desktop.telephony.call import ANSWERED, ENDED
from agent_desktop.telephony.events import WITHHELD
from agent_desktop.telephony.number import DialRules, describe_place, format_number
from agent_desktop.telephony.screen_pop import Card, CardState, PastCalls
from agent_desktop.ui import wording
from agent_desktop.ui.language import phrase
from agent_desktop.ui.privacy import Privacy

OPEN = Privacy()
"""Shows everything."""
_LONGEST = 200
"""Characters of a name or a note: more never fit on a card."""


class Act(StrEnum):
    """What a card's buttons do, in their order."""

    DONE = "done"
    EXTEND = "extend"
    DISPOSITION = "disposition"
    CALL_BACK = "call_back"
    OPEN_CRM = "open_crm"
    COPY = "copy"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class CardText:
    """A card in words. `started` is when the running timer began, or `ends` when it runs out; where both are None the
    `clock` stands still.

    `number` and `place` share a line; each of `why` has its own, which is kept free where it is "".
    """

    heading: str
    title: str
    clock: str = ""
    started: float | None = None
    ends: float | None = None
    tag: str = ""
    number: str = ""
    place: str = ""
    why: tuple[str, ...] = ()
    note: str = ""
    acts: tuple[Act, ...] = ()
    note_word: str = ""
    """What the note's button says where it has a row of its own: the note, or what it is for."""

    def clock_at(self, now: float) -> str:
        """What the clock shows."""
        if self.ends is not None:
            return wording.duration(self.ends - now + 0.5)
        return self.clock if self.started is None else wording.duration(now - self.started)

    @property
    def main_act(self) -> Act | None:
        """The act whose button stands out."""
        first = self.acts[0] if self.acts else None
        return first if first in (Act.DONE, Act.CALL_BACK, Act.OPEN_CRM) else None

    def spoken(self) -> str:
        """All of it as one sentence, for screen readers."""
        return ". ".join(
            part for part in (self.heading, self.title, self.tag, self.number, self.place, *self.why, self.note) if part
        )


def card_text(
    card: Card,
    rules: DialRules,
    now: float,
    rang_at: float | None = None,
    has_crm: bool = False,
    privacy: Privacy = OPEN,
) -> CardText:
    """The card in words at `now`. `rang_at` is when it began to ring here, where that was seen."""
    has_number = is_dialable(card.number)
    shown = wording.number_stand_in(card.number)
    if has_number:
        shown = privacy.number(format_number(card.number, rules))
    name = privacy.name(_one_line(card.name))
    if privacy.is_on:
        note = privacy.text(card.note)
        card = replace(card, answered_name=privacy.name(card.answered_name), note=note)
    is_wrapping_up = is_wrapped_up(card, now)
    return CardText(
        heading=_heading(card, is_wrapping_up),
        title=name or shown,
        # Not the bare time of day, which would look like the running timer that stood there.
        clock="" if not card.state.is_final else _tr("at %1").replace("%1", wording.clock(card.since)),
        started=None if card.state.is_final else card.since,
        ends=card.wrap_up_until if is_wrapping_up else None,
        tag=_one_line(card.tag),
        number=shown if name else "",
        place=wording.place_words(describe_place(card.number, rules)) if has_number else "",
        why=_why(card, rules, now, rang_at),
        note=_one_line(card.disposition) if is_wrapping_up else _left_with(card),
        acts=_WRAP_UP_ACTS if is_wrapping_up else _acts(card, has_crm or bool(card.link)),
        note_word=(_one_line(card.note) or _tr("Add a note…")) if is_wrapping_up else "",
    )


def is_dialable(number: str) -> bool:
    """True for a number that is known and not withheld."""
    return bool(number) and number != WITHHELD


def is_wrapped_up(card: Card, now: float) -> bool:
    """True while the wrap-up after the card's call lasts."""
    return card.state.is_final and now < card.wrap_up_until


def act_word(act: Act, state: CardState) -> str:
    """What stands on the button."""
    if act is Act.CALL_BACK and state is CardState.NOT_REACHED:
        return _tr("Call again")
    return _tr(_ACTS[act])


_WITHOUT_ACTS = (
    CardState.ANSWERED_ELSEWHERE,
    CardState.TRANSFERRED,
    CardState.STOPPED_RINGING,
    CardState.LOST,
)
_WRAP_UP_ACTS = (Act.DONE, Act.EXTEND, Act.DISPOSITION, Act.NOTE)
_ACTS = {
    Act.DONE: QT_TRANSLATE_NOOP("pop", "Ready"),
    Act.EXTEND: QT_TRANSLATE_NOOP("pop", "More time"),
    Act.DISPOSITION: QT_TRANSLATE_NOOP("pop", "Disposition ▾"),
    Act.CALL_BACK: QT_TRANSLATE_NOOP("pop", "Call back"),
    Act.OPEN_CRM: QT_TRANSLATE_NOOP("pop", "Open CRM"),
    Act.COPY: QT_TRANSLATE_NOOP("pop", "Copy"),
    Act.NOTE: QT_TRANSLATE_NOOP("pop", "Note"),
}


def _tr(text: object) -> str:
    return phrase("pop", str(text))


def _one_line(text: str) -> str:
    """Others' text on one line, without the invisible characters that turn a line around."""
    line = " ".join(text[:_LONGEST].split())
    return line if line.isprintable() else "".join(c for c in line if c.isprintable())


def _heading(card: Card, is_wrapping_up: bool) -> str:
    if is_wrapping_up:
        return " · ".join(part for part in (_tr("Wrap-up"), _queue(card)) if part)
    word = wording.card_state_word(card.state)
    other = _one_line(card.answered_name or card.answered_by)
    match card.state:
        case CardState.ANSWERED_ELSEWHERE if other:
            word = _tr("Answered by %1").replace("%1", other)
        case CardState.TRANSFERRED if other:
            word = _tr("Transferred to %1").replace("%1", other)
        case CardState.NOT_REACHED if card.status not in ("", ENDED):
            word = f"{word} · {wording.outcome_word(card.status, card.direction)}"
        case CardState.ENDED if card.talk_s is not None:
            word = f"{word} · {wording.duration(card.talk_s)}"
    return " · ".join(part for part in (word, _queue(card)) if part)


def _left_with(card: Card) -> str:
    """What the agent left with the call: disposition and note."""
    note = _one_line(card.note)
    return " · ".join(part for part in (_one_line(card.disposition), f"“{note}”" if note else "") if part)


def _queue(card: Card) -> str:
    queue = _one_line(card.queue)
    return _tr("queue %1").replace("%1", queue) if queue.isdecimal() else queue


def _why(card: Card, rules: DialRules, now: float, rang_at: float | None) -> tuple[str, ...]:
    rang = "" if rang_at is None or not card.state.is_final else _rang(card, card.since - rang_at)
    history = " · ".join(part for part in _past(card.past, now) if part)
    called = _tr("to %1").replace("%1", format_number(card.did, rules)) if card.did else ""
    did = " · ".join(part for part in (rang, called) if part)
    # What is known of earlier calls comes a moment after the call: its line is kept free, so that nothing moves.
    is_awaited = card.past is None and is_dialable(card.number) and not card.state.is_final
    return tuple(line for line, is_there in ((history, history or is_awaited), (did, did)) if is_there)


def _rang(card: Card, seconds: float) -> str:
    if card.state is CardState.MISSED and card.hold_s is not None:
        seconds = card.hold_s
    if seconds < 1:
        return ""
    match card.state:
        case CardState.MISSED:
            return _tr("Waited %1").replace("%1", wording.length(seconds))
        case CardState.ANSWERED_ELSEWHERE | CardState.STOPPED_RINGING:
            return _tr("Rang here %1").replace("%1", wording.length(seconds))
    return ""


def _past(past: PastCalls | None, now: float) -> tuple[str, ...]:
    if past is None:
        return ()
    if not past.total:
        return (_tr("First call"),)
    # The present call is none of the earlier ones.
    this_week = _tr("%1 call this week").replace("%1", wording.ordinal(past.this_week + 1)) if past.this_week else ""
    if not past.last_at:
        return (this_week,)
    last = (_tr("last %1") if this_week else _tr("Last call %1")).replace("%1", wording.lately(past.last_at, now))
    outcome = wording.outcome_word(past.last_status, past.last_direction).lower()
    return (this_week, f"{last}, {outcome}" if outcome and past.last_status != ANSWERED else last)


def _acts(card: Card, has_crm: bool) -> tuple[Act, ...]:
    if card.state in _WITHOUT_ACTS:
        return ()
    unreached = card.state in (CardState.MISSED, CardState.NOT_REACHED)
    offers = (
        (Act.CALL_BACK, unreached and is_dialable(card.number)),
        (Act.OPEN_CRM, has_crm),
        (Act.COPY, is_dialable(card.number)),
        (Act.NOTE, not unreached),
    )
    return tuple(act for act, is_offered in offers if is_offered)
