"""A call's merged state as text, so that what comes later can be merged into it."""

import json

from agent_desktop.telephony.call import Call, Leg


def encode(call: Call) -> str:
    """The same text for the same state. The call id is not part of it."""
    legs = {
        extension: [leg.rang_at, leg.rang_last, leg.answered_at, leg.missed_at, leg.answered_last]
        for extension, leg in call.legs.items()
    }
    state = {
        "seen_at": call.seen_at,
        "ended_at": call.ended_at,
        "abandoned": call.abandoned,
        "legs": legs,
        "facts": call.facts,
    }
    return json.dumps(state, sort_keys=True, separators=(",", ":"))


def decode(callid: str, text: str) -> Call:
    """The call. Raises ValueError, TypeError, KeyError or AttributeError for a text that `encode` did not make."""
    state = json.loads(text)
    return Call(
        callid,
        state["seen_at"],
        state["ended_at"],
        state["abandoned"],
        {extension: Leg(*times) for extension, times in state["legs"].items()},
        {name: (rank, value) for name, (rank, value) in state["facts"].items()},
    )
