"""What an event of the journal says, in a sentence."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from agent_desktop.telephony.events import (
    AgentNoAnswer,
    AgentStatusChanged,
    CallAbandoned,
    CallAnswered,
    CallEnded,
    CallReported,
    CallRinging,
    Event,
)
from agent_desktop.ui.wording import duration, outcome_word

_Words = tuple[str, tuple[str, ...]]


def _tr(text: str) -> str:
    return QCoreApplication.translate("events", text)


def event_words(event: Event, write_number: Callable[[str], str]) -> str:
    """The event for people. What it does not say is left open, as "?"."""
    words, values = _words(event, write_number)
    for place, value in enumerate(values, 1):
        words = words.replace(f"%{place}", value or "?")
    return words


def _words(event: Event, write_number: Callable[[str], str]) -> _Words:
    match event:
        case CallRinging(direction="outbound"):
            return _tr("Extension %1 calls %2."), (event.extension, write_number(event.number))
        case CallRinging():
            return _tr("It rings at extension %1."), (event.extension,)
        case CallAnswered(direction="outbound"):
            return _tr("The customer answered extension %1."), (event.extension,)
        case CallAnswered():
            return _tr("Extension %1 answered."), (event.extension,)
        case CallEnded():
            return _tr("Hung up."), ()
        case CallAbandoned():
            return _tr("The caller gave up after waiting %1."), (duration(event.hold_s),)
        case AgentNoAnswer():
            return _tr("Extension %1 did not answer."), (event.extension,)
        case CallReported(complete=False):
            return _tr("A record of the call that was cut off."), ()
        case CallReported():
            outcome = outcome_word(event.status, event.direction)
            return _tr("The record of the call: %1, talk %2."), (outcome, duration(event.talk_s))
        case AgentStatusChanged():
            return _tr("Extension %1 is now: %2."), (event.extension, event.status)
        case _:
            return _tr("An event that could not be read: %1."), (event.reason,)
