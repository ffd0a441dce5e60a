"""What can be wrong with a PBX, each with how likely it is."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from random import Random

from agent_desktop.errors import UsageError

SHAPES = ("list", "result", "data", "names", "map", "result-map", "nested", "nested-map", "mixed")
"""How the status and members actions answer; `mixed` changes from answer to answer."""


@dataclass(frozen=True, slots=True)
class Faults:
    """Probabilities from 0 to 1, unless said otherwise. The first group is about webhooks, the second about REST.

    `raw_space` is the usual way of the real PBX, and so the default.
    """

    raw_space: float = 1.0
    duplicate: float = 0.0
    late: float = 0.0
    cut_off: float = 0.0
    reorder: float = 0.0
    drop: float = 0.0
    odd_words: float = 0.0
    withheld: float = 0.0
    plus: float = 0.0
    json: float = 0.0

    silent_pause: float = 0.0
    refuse_dial: float = 0.0
    unconfirmed_dial: float = 0.0
    echo_key: float = 0.0
    bad_gateway: float = 0.0
    slow: float = 0.0
    reset: float = 0.0
    php_warning: float = 0.0
    empty_404: float = 0.0
    slow_s: float = 12.0
    """Seconds that a slow answer takes, whatever the simulator's speed."""
    shape: str = "result"
    """One of SHAPES."""


_DESCRIPTIONS = {
    "raw_space": "a calldate with a raw space in the request line (usual); else %20, +, T or -",
    "duplicate": "a webhook comes twice",
    "late": "a webhook comes seconds late",
    "cut_off": "a webhook ends in the middle",
    "reorder": "a webhook comes after the next one",
    "drop": "a webhook never comes",
    "odd_words": "Ring, RING or Answer instead of RINGING and ANSWER",
    "withheld": "a caller without a number: anonymous, unknown or nothing",
    "plus": "a caller's number with a + before the country code",
    "json": "a webhook as a POST with JSON",
    "silent_pause": "a pause is taken and never happens",
    "refuse_dial": "a dial is refused, with HTTP 200",
    "unconfirmed_dial": "a dial is answered by something else than Success",
    "echo_key": "an error that repeats the key",
    "bad_gateway": "a gateway's HTML page with 502",
    "slow": "an answer takes slow_s seconds",
    "reset": "a connection cut without an answer",
    "php_warning": "a PHP warning before the JSON",
    "empty_404": "an empty 404 where there is nothing to tell",
    "slow_s": "how slow a slow answer is, in seconds",
    "shape": f"how status and members are told: {', '.join(SHAPES)}",
}


def describe() -> str:
    """One line per fault, for a help text."""
    return "\n".join(f"  {name.replace('_', '-'):17} {_DESCRIPTIONS[name]}" for name in _DESCRIPTIONS)


def parse_faults(texts: Iterable[str], base: Faults | None = None) -> Faults:
    """The faults that `NAME`, `NAME=PROBABILITY` and `shape=WORD` set. Raises UsageError."""
    faults = base or Faults()
    for text in texts:
        name, has_value, value = text.partition("=")
        faults = _with(faults, name.strip().replace("-", "_"), value.strip() if has_value else "1")
    return faults


def _with(faults: Faults, name: str, value: str) -> Faults:
    if name not in _DESCRIPTIONS:
        close = difflib.get_close_matches(name, _DESCRIPTIONS, 1)
        raise UsageError(
            f"There is no fault called {name!r}.", f"Did you mean {close[0]!r}?" if close else "See --help."
        )
    if name == "shape":
        if value not in SHAPES:
            raise UsageError(f"There is no shape called {value!r}.", f"It is one of: {', '.join(SHAPES)}.")
        return replace(faults, shape=value)
    try:
        figure = float(value)
    except ValueError:
        figure = -1.0
    if not 0 <= figure <= (600 if name == "slow_s" else 1):
        raise UsageError(f"The fault {name} cannot be {value!r}.", "It takes a number from 0 to 1.")
    changes: dict[str, float] = {name: figure}
    return replace(faults, **changes)  # type: ignore[arg-type]  # every field but `shape` is a figure


def drawn(faults: Faults, rng: Random) -> frozenset[str]:
    """The faults that strike this time. Always takes the same number of draws, so that one fault moves no other."""
    chances = [
        (f.name, getattr(faults, f.name), rng.random()) for f in fields(faults) if f.name not in ("slow_s", "shape")
    ]
    return frozenset(name for name, chance, draw in chances if draw < chance)
