"""Which of the PBX's calls explains a card whose call it did not name. Pure."""

from agent_desktop.desk.open_cards import OpenCard
from agent_desktop.telephony.call import Call

SAME_CALL_WITHIN_S = 300.0
"""An announced call may begin this long before or after the moment at which the desk saw it unannounced."""

SLACK_S = 3.0
"""Records tell whole seconds, and the PBX's clock is not quite the desk's."""


def explains(call: Call, held: OpenCard) -> bool:
    """True where a call of the card's extension is the one that the card shows."""
    if call.is_reported:
        # The record of the call before may come late, too: this call's covers the middle of what was seen here.
        lasted = max(call.duration_s or 0, (call.hold_s or 0) + (call.talk_s or 0))
        return call.started <= (held.opened_at + held.heard_at) / 2 <= call.started + lasted
    return abs(call.started - held.opened_at) <= SAME_CALL_WITHIN_S


def silenced(call: Call, heard: Call, extension: str, polling: bool) -> bool:
    """True where a queue's call, as its record tells it, rang this phone, too: the phone fell silent, untaken, when
    somebody else took the call or the caller gave up. `heard` is what the phone did.
    """
    leg = heard.legs.get(extension)
    if leg is None or leg.rang_at is None or leg.rang_last is None or leg.answered_at is not None:
        return False
    if not (call.is_reported and call.queue and call.direction == "inbound") or heard.queue not in ("", call.queue):
        return False
    waited = _waited(call)
    if waited is None or heard.ended_at is None:
        return False
    # Who is told of each change knows the moment; who asks now and then knows that it lies between two answers.
    last_rang = leg.rang_last if polling else heard.ended_at
    began_in_time = call.started <= leg.rang_at + SLACK_S
    return began_in_time and last_rang - SLACK_S <= call.started + waited <= heard.ended_at + SLACK_S


def _waited(call: Call) -> int | None:
    """How long after its start somebody took the call, or the caller gave up; None where the record does not tell."""
    if not call.was_answered:
        return call.hold_s if call.duration_s is None else call.duration_s
    if call.duration_s is None or call.talk_s is None:
        return call.hold_s
    return call.duration_s - call.talk_s
