"""Words for times, directions and outcomes, the same in every window. Times are epoch seconds, shown in local time."""

from collections.abc import Callable
from datetime import datetime, tzinfo

from PySide6.QtCore import QT_TRANSLATE_NOOP

from agent_desktop.telephony.call import ABANDONED, ANSWERED, ENDED, NO_ANSWER, RINGING, CallRecord, is_missed
from agent_desktop.telephony.events import WITHHELD, Direction
from agent_desktop.telephony.number_area import Place
from agent_desktop.telephony.screen_pop import CardState
from agent_desktop.ui.language import DESK, phrase

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def _tr(text: object) -> str:
    return phrase("wording", str(text))


def duration(seconds: float | None) -> str:
    """A length of time as "0:07", "12:20" or "1:02:03"; "–" where it is not known."""
    if seconds is None:
        return "–"
    whole = max(0, int(seconds))
    hours, minutes, rest = whole // _HOUR, whole % _HOUR // _MINUTE, whole % _MINUTE
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def length(seconds: float) -> str:
    """A length of time in running text: "48 s", "3 min", "3 h 41"."""
    whole = max(0, int(seconds))
    if whole < _MINUTE:
        return _tr("%1 s").replace("%1", str(whole))
    if whole < _HOUR:
        return _tr("%1 min").replace("%1", str(whole // _MINUTE))
    return _tr("%1 h %2").replace("%1", str(whole // _HOUR)).replace("%2", f"{whole % _HOUR // _MINUTE:02}")


def ago(seconds: float) -> str:
    """An age: "just now", "7 s ago", "2 min ago", "5 h ago", "3 days ago"."""
    whole = max(0, int(seconds))
    if whole < 1:
        return _tr("just now")
    if whole < _DAY:
        unit = _tr("%1 s ago") if whole < _MINUTE else _tr("%1 min ago") if whole < _HOUR else _tr("%1 h ago")
        return unit.replace("%1", str(whole // (1 if whole < _MINUTE else _MINUTE if whole < _HOUR else _HOUR)))
    days = whole // _DAY
    return _tr("1 day ago") if days == 1 else _tr("%1 days ago").replace("%1", str(days))


def clock(at: float, zone: tzinfo | None = None) -> str:
    """The time of day: "10:12". `zone` is for tests; None is this computer's own."""
    then = datetime.fromtimestamp(at, zone)
    return f"{then.hour:02}:{then.minute:02}"


def exact(at: float, zone: tzinfo | None = None) -> str:
    """The moment in full, for a tooltip: "2025-11-23 10:12:03"."""
    return datetime.fromtimestamp(at, zone).strftime("%Y-%m-%d %H:%M:%S")


def day_and_time(at: float, now: float, zone: tzinfo | None = None) -> str:
    """When, seen from `now`: "today 10:12", "yesterday 10:12", "2025-11-21 10:12"."""
    then = datetime.fromtimestamp(at, zone)
    days = (datetime.fromtimestamp(now, zone).date() - then.date()).days
    if days == 0:
        return _tr("today %1").replace("%1", clock(at, zone))
    if days == 1:
        return _tr("yesterday %1").replace("%1", clock(at, zone))
    return then.strftime("%Y-%m-%d %H:%M")


def when(at: float, now: float, zone: tzinfo | None = None) -> str:
    """When, seen from `now`, in a column of times: "10:12" today, else "21 Nov 10:12", or "2024-11-21"."""
    then, today = datetime.fromtimestamp(at, zone), datetime.fromtimestamp(now, zone)
    if then.date() == today.date():
        return clock(at, zone)
    if then.year != today.year:
        return day_of(at, zone)
    return f"{_tr(_MONTHS[then.month - 1]).replace('%1', str(then.day))} {clock(at, zone)}"


def lately(at: float, now: float, zone: tzinfo | None = None) -> str:
    """When, seen from `now`, in few words: "today 10:12", "yesterday 10:12", "Fri 10:12", then as in a column."""
    then, today = datetime.fromtimestamp(at, zone), datetime.fromtimestamp(now, zone)
    days = (today.date() - then.date()).days
    if days in (0, 1):
        return day_and_time(at, now, zone)
    return f"{_tr(_WEEKDAYS[then.weekday()])} {clock(at, zone)}" if 1 < days < len(_WEEKDAYS) else when(at, now, zone)


def day_of(at: float, zone: tzinfo | None = None) -> str:
    """The day of a moment: "2025-11-21"."""
    return datetime.fromtimestamp(at, zone).strftime("%Y-%m-%d")


def ordinal(number: int) -> str:
    """A place in a row: "1st", "2nd", "3rd", "11th"."""
    if number % 100 in (11, 12, 13):
        return _tr("%1th").replace("%1", str(number))
    ending = {1: _tr("%1st"), 2: _tr("%1nd"), 3: _tr("%1rd")}.get(number % 10, _tr("%1th"))
    return ending.replace("%1", str(number))


def direction_word(direction: Direction) -> str:
    """Incoming, Outgoing, or "" where it is not known."""
    return _tr(_DIRECTIONS[direction]) if direction else ""


def outcome_word(status: str, direction: Direction) -> str:
    """A call's outcome in a word or two; a status that has none is shown as it came."""
    if is_missed(status, direction) and status in (NO_ANSWER, "CANCEL"):
        return _tr("Missed")
    word = _OUTCOMES.get(status.upper())
    return status if word is None else _tr(word)


def outcome(record: CallRecord, own: frozenset[str] = frozenset(), colleague: Callable[[str], str] = str) -> str:
    """The outcome of a call of the history: "Answered by 102" where it was not one of `own` extensions. `colleague` is
    who an extension is.
    """
    if record.status == ANSWERED and record.direction == "inbound" and record.extension and record.extension not in own:
        return _tr("Answered by %1").replace("%1", colleague(record.extension))
    return outcome_word(record.status, record.direction)


def number_stand_in(number: str) -> str:
    """What stands where there is no number to show: for a caller who hides it, or one not told yet. Else ""."""
    if number == WITHHELD:
        return _tr("Number withheld")
    return "" if number else _tr("Number not known yet")


def place_words(place: Place) -> str:
    """Where a number is from, as "Việt Nam · Hồ Chí Minh", or ""."""
    return " · ".join(phrase(DESK, part) for part in place.parts)


def card_state_word(state: CardState) -> str:
    """The first words of a card."""
    return _tr(_CARD_STATES[state])


# The language is the windows', which need not be the desktop's: its names of days and months would not do.
_WEEKDAYS = (
    QT_TRANSLATE_NOOP("wording", "Mon"),
    QT_TRANSLATE_NOOP("wording", "Tue"),
    QT_TRANSLATE_NOOP("wording", "Wed"),
    QT_TRANSLATE_NOOP("wording", "Thu"),
    QT_TRANSLATE_NOOP("wording", "Fri"),
    QT_TRANSLATE_NOOP("wording", "Sat"),
    QT_TRANSLATE_NOOP("wording", "Sun"),
)
_MONTHS = (
    QT_TRANSLATE_NOOP("wording", "%1 Jan"),
    QT_TRANSLATE_NOOP("wording", "%1 Feb"),
    QT_TRANSLATE_NOOP("wording", "%1 Mar"),
    QT_TRANSLATE_NOOP("wording", "%1 Apr"),
    QT_TRANSLATE_NOOP("wording", "%1 May"),
    QT_TRANSLATE_NOOP("wording", "%1 Jun"),
    QT_TRANSLATE_NOOP("wording", "%1 Jul"),
    QT_TRANSLATE_NOOP("wording", "%1 Aug"),
    QT_TRANSLATE_NOOP("wording", "%1 Sep"),
    QT_TRANSLATE_NOOP("wording", "%1 Oct"),
    QT_TRANSLATE_NOOP("wording", "%1 Nov"),
    QT_TRANSLATE_NOOP("wording", "%1 Dec"),
)
_DIRECTIONS = {
    "inbound": QT_TRANSLATE_NOOP("wording", "Incoming"),
    "outbound": QT_TRANSLATE_NOOP("wording", "Outgoing"),
}
_OUTCOMES = {
    ANSWERED: QT_TRANSLATE_NOOP("wording", "Answered"),
    NO_ANSWER: QT_TRANSLATE_NOOP("wording", "No answer"),
    ABANDONED: QT_TRANSLATE_NOOP("wording", "Abandoned"),
    RINGING: QT_TRANSLATE_NOOP("wording", "In progress"),
    ENDED: QT_TRANSLATE_NOOP("wording", "Ended"),
    "BUSY": QT_TRANSLATE_NOOP("wording", "Busy"),
    "FAILED": QT_TRANSLATE_NOOP("wording", "Failed"),
    "CONGESTION": QT_TRANSLATE_NOOP("wording", "Failed"),
    "CANCEL": QT_TRANSLATE_NOOP("wording", "Cancelled"),
    "CHANUNAVAIL": QT_TRANSLATE_NOOP("wording", "Not reachable"),
}
_CARD_STATES = {
    CardState.RINGING: QT_TRANSLATE_NOOP("wording", "Incoming"),
    CardState.DIALLING: QT_TRANSLATE_NOOP("wording", "Calling"),
    CardState.TALKING: QT_TRANSLATE_NOOP("wording", "On a call"),
    CardState.ANSWERED_ELSEWHERE: QT_TRANSLATE_NOOP("wording", "Answered by a colleague"),
    CardState.TRANSFERRED: QT_TRANSLATE_NOOP("wording", "Transferred"),
    CardState.STOPPED_RINGING: QT_TRANSLATE_NOOP("wording", "Stopped ringing here"),
    CardState.MISSED: QT_TRANSLATE_NOOP("wording", "Missed"),
    CardState.NOT_REACHED: QT_TRANSLATE_NOOP("wording", "Not reached"),
    CardState.ENDED: QT_TRANSLATE_NOOP("wording", "Ended"),
    CardState.LOST: QT_TRANSLATE_NOOP("wording", "No news from the PBX"),
}
