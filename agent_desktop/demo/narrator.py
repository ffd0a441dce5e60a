"""Tells what happens in the demo, a readable line each."""

import threading
import time
from typing import TextIO

from agent_desktop.desk.updates import (
    AgentChanged,
    CallChanged,
    CardClosed,
    CardShown,
    FeedChanged,
    Notice,
    TeamChanged,
    Update,
)
from agent_desktop.telephony.agent import PausePhase
from agent_desktop.telephony.number import DialRules, format_number
from agent_desktop.telephony.screen_pop import Card, CardState

STATUS_WORDS = {
    "on": "available",
    "off": "phone offline",
    "pause": "paused",
    "ring": "ringing",
    "talk": "on a call",
    "": "not known yet",
}
CARD_WORDS = {
    CardState.RINGING: "rings",
    CardState.DIALLING: "is being dialled",
    CardState.TALKING: "is on the line",
    CardState.ANSWERED_ELSEWHERE: "was answered by a colleague",
    CardState.TRANSFERRED: "was handed to a colleague",
    CardState.STOPPED_RINGING: "does not ring here any more",
    CardState.MISSED: "gave up: a missed call",
    CardState.NOT_REACHED: "was not reached",
    CardState.ENDED: "has hung up",
    CardState.LOST: "is no longer heard of",
}


class Narrator:
    """Says each thing once, on the screen and in the log, from whatever thread."""

    def __init__(self, log: TextIO, rules: DialRules | None = None) -> None:
        self._log = log
        self._rules = rules or DialRules()
        self._began = time.monotonic()
        self._said: dict[str, str] = {}
        self._lock = threading.Lock()

    def tell(self, line: str) -> None:
        """A line, with the seconds since the beginning."""
        text = f"{time.monotonic() - self._began:6.2f} s  {line}"
        with self._lock:
            print(text, flush=True)
            print(text, file=self._log, flush=True)

    def hear(self, update: Update) -> None:
        """What the desk tells its windows."""
        topic, line = self._words(update)
        if line and self._said.get(topic) != line:
            self._said[topic] = line
            self.tell(line)

    def _words(self, update: Update) -> tuple[str, str]:
        match update:
            case CardShown(card):
                return f"card {card.callid}", self._card(card)
            case CardClosed(callid):
                return f"card {callid}", f"The card closes ({callid})."
            case AgentChanged(status=status, pause=pause):
                asked = " (pause requested)" if pause.phase is PausePhase.REQUESTED and pause.wanted else ""
                return "status", f"Status: {STATUS_WORDS.get(status.status, status.status)}{asked}"
            case FeedChanged(feed):
                return "feed", feed.detail
            case Notice(topic=topic, title=title, advice=advice) if title:
                return f"notice {topic}", f"Notice: {title} {advice}"
            case CallChanged(record=record) if record.duration_s is not None and record.callid in self._carded():
                number = format_number(record.number, self._rules)
                return f"call {record.callid}", f"History: {number}, {record.status}, {record.duration_s} s"
            case TeamChanged(members=members):
                return "team", f"Team: {len(members)} {'member' if len(members) == 1 else 'members'}"
        return "", ""

    def _carded(self) -> set[str]:
        return {topic.removeprefix("card ") for topic in self._said if topic.startswith("card ")}

    def _card(self, card: Card) -> str:
        who = format_number(card.number, self._rules) if card.number else "A number not known yet"
        ringing = card.state is CardState.RINGING and card.queue
        return f"Pop: {who} {CARD_WORDS[card.state]}{f' (queue {card.queue})' if ringing else ''}"
