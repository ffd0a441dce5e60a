"""Scripts: one step per line, in order. A step behind `&` runs beside those that follow.

    # a ring-all call that a colleague takes, then a click-to-call to a customer who is busy
    inbound queue=999 answered_by=102 ring=101,102 talk_s=10
    wait 3
    & inbound answered_by=101 transfer_to=103
    outbound 101 outcome=busy
    pause 101
    phone 103 off
    faults late=0.5
    day 20 per_minute=12

`inbound`, `direct` and `outbound` take the arguments of `Calls`; seconds are the simulation's.
"""

import shlex
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from agent_desktop.errors import UsageError
from agent_desktop.simulator.calls import OUTBOUND_OUTCOMES
from agent_desktop.simulator.faults import parse_faults

if TYPE_CHECKING:
    from agent_desktop.simulator.simulator import Simulator


def _seconds(text: str) -> float:
    figure = float(text)
    if not 0 <= figure <= 86_400:
        raise ValueError
    return figure


def _count(text: str) -> int:
    return int(_seconds(text))


def _rate(text: str) -> float:
    figure = _seconds(text)
    if figure == 0:
        raise ValueError
    return figure


def _list(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(",") if part)


def _one_of(*choices: str) -> Callable[[str], str]:
    return lambda text: choices[choices.index(text)]


def _flag(text: str) -> bool:
    return _one_of("no", "yes")(text) == "yes"


def _nobody(text: str) -> str | None:
    return None if text in ("", "nobody") else text


_TIMES: Mapping[str, Callable[[str], object]] = {"ring_s": _seconds, "talk_s": _seconds}
_INBOUND: Mapping[str, Callable[[str], object]] = {**_TIMES, "phone": str, "did": str, "transfer_to": str}
_OPTIONS: Mapping[str, Mapping[str, Callable[[str], object]]] = {
    "inbound": {**_INBOUND, "queue": str, "answered_by": _nobody, "ring": _list, "missed_by": _list},
    "direct": {**_INBOUND, "answered": _flag},
    "outbound": {**_TIMES, "phone": str, "outcome": _one_of(*OUTBOUND_OUTCOMES)},
    "day": {"per_minute": _rate},
    "wait": {},
    "pause": {},
    "unpause": {},
    "phone": {},
    "faults": {},
}
_WORDS: Mapping[str, tuple[Callable[[str], object], ...]] = {
    "direct": (str,),
    "outbound": (str,),
    "day": (_count,),
    "wait": (_seconds,),
    "pause": (str,),
    "unpause": (str,),
    "phone": (str, _one_of("off", "idle", "ring", "talk")),
}


@dataclass(frozen=True, slots=True)
class Step:
    """A line of a script, its words and options read."""

    verb: str
    words: tuple[Any, ...]
    options: Mapping[str, Any]
    beside: bool


def parse_script(text: str) -> tuple[Step, ...]:
    """The steps of a script. Raises UsageError, which names the line."""
    steps = []
    for number, line in enumerate(text.splitlines(), 1):
        try:
            words = shlex.split(line, comments=True)
            beside = bool(words) and words[0] == "&"
            if words[beside:]:
                steps.append(_step(words[beside], words[beside + 1 :], beside))
        except ValueError as error:
            raise UsageError(f"Line {number} of the script cannot be read: {error}.", _ADVICE) from None
    return tuple(steps)


_ADVICE = f"The steps are: {', '.join(_OPTIONS)}."


def _step(verb: str, words: list[str], beside: bool) -> Step:
    if verb not in _OPTIONS:
        raise ValueError(f"there is no step {verb!r}")
    if verb == "faults":
        parse_faults(words)
        return Step(verb, tuple(words), {}, beside)
    plain = [word for word in words if "=" not in word]
    readers = _WORDS.get(verb, ())
    if len(plain) != len(readers):
        wanted = "1 word" if len(readers) == 1 else f"{len(readers)} words"
        raise ValueError(f"{verb} takes {wanted}, not {len(plain)}")
    values = tuple(_read(word, reader, word) for word, reader in zip(plain, readers, strict=True))
    options = {}
    for name, _, value in (word.partition("=") for word in words if "=" in word):
        if name not in _OPTIONS[verb]:
            raise ValueError(f"{verb} has no option {name!r}")
        options[name] = _read(name, _OPTIONS[verb][name], value)
    return Step(verb, values, options, beside)


def _read(name: str, reader: Callable[[str], object], text: str) -> object:
    try:
        return reader(text)
    except ValueError:
        raise ValueError(f"{name} cannot be {text!r}") from None


async def run_script(steps: tuple[Step, ...], simulator: "Simulator") -> None:
    """Play the steps, and wait for those that run beside."""
    beside = []
    for step in steps:
        work = _work(step, simulator)
        if step.beside:
            beside.append(simulator.start(work))
        else:
            await work
    for task in beside:
        await task


def _work(step: Step, simulator: "Simulator") -> Coroutine[Any, Any, object]:
    match step.verb:
        case "inbound" | "direct" | "outbound":
            call: Callable[..., Coroutine[Any, Any, object]] = getattr(simulator, step.verb)
            return call(*step.words, **step.options)
        case "wait":
            return simulator.sleep(*step.words)
        case "day":
            return simulator.run_day(*step.words, **step.options)
        case "phone":
            return simulator.set_phones([step.words[0]], step.words[1])
        case "faults":
            return _set_faults(step.words, simulator)
        case _:
            return simulator.set_paused(step.words[0], step.verb == "pause")


async def _set_faults(texts: tuple[str, ...], simulator: "Simulator") -> None:
    simulator.faults = parse_faults(texts, simulator.faults)
