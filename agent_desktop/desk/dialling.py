"""Dialling: what a text would dial and why, and the guard that no customer's phone rings twice."""

import time
from collections.abc import Callable

from agent_desktop.desk.settings import DialSettings
from agent_desktop.desk.updates import DialOutcome, DialPreview
from agent_desktop.errors import NotDialable
from agent_desktop.pbx.answers import DialOutcome as Confirmation
from agent_desktop.pbx.client import PbxClient
from agent_desktop.telephony.number import (
    FEWEST_DIGITS,
    Dialable,
    DialRules,
    SeveralNumbers,
    needs_confirmation,
    parse_dialable,
)

SAME_NUMBER_WITHIN_S = 3.0
"""The same number is not dialled again within this: a double click, a key that bounced."""


NOT_CONFIRMED = "Sent to the PBX, which did not confirm it."


def dial_rules(settings: DialSettings) -> DialRules:
    """The settings as the number reader takes them."""
    return DialRules(settings.country, settings.notation, settings.extension_digits, settings.area_code)


def reading_of(dial: DialSettings) -> str:
    """What numbers' canonical forms depend on: the same for settings that give the same ones."""
    return f"{dial.country.upper()} {dial.extension_digits} {dial.area_code.removeprefix('0')}"


def preview(text: str, rules: DialRules) -> DialPreview:
    """What would be dialled for the text, or why nothing would."""
    if not text.strip():
        return DialPreview()
    try:
        found = parse_dialable(text, rules)
    except SeveralNumbers as several:
        return DialPreview(choices=tuple((one.digits, one.shown) for one in several.candidates), problem=several.title)
    except NotDialable as error:
        is_begun = sum(sign.isdecimal() for sign in text) < FEWEST_DIGITS
        return DialPreview(problem=error.message, is_begun=is_begun)
    return DialPreview(found.digits, found.shown, found.rule, needs_confirmation(found))


class DialGuard:
    """Lets a dial pass, or raises NotDialable with the reason. A number that passed does not pass again until its dial
    is settled, and for three seconds after that.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._held_until: dict[str, float] = {}

    def admit(self, text: str, rules: DialRules, *, confirmed: bool) -> Dialable:
        """The number to dial; `settle` must follow."""
        found = parse_dialable(text, rules)
        if not confirmed and (reason := needs_confirmation(found)):
            raise NotDialable(reason, "Confirm to dial it all the same.")
        now = self._clock()
        self._held_until = {digits: until for digits, until in self._held_until.items() if until > now}
        if found.digits in self._held_until:
            raise NotDialable("That number was dialled a moment ago.", "It is not dialled twice within 3 seconds.")
        self._held_until[found.digits] = float("inf")
        return found

    def settle(self, found: Dialable) -> None:
        """The PBX answered, or failed to; the request may have got through either way."""
        self._held_until[found.digits] = self._clock() + SAME_NUMBER_WITHIN_S


async def dial_once(client: PbxClient, extension: str, found: Dialable) -> DialOutcome:
    """Dial, and never again by itself: a customer's phone would ring twice. Raises PbxError."""
    answer = await client.dial(extension, found.digits)
    if answer.outcome is Confirmation.CONFIRMED:
        return DialOutcome(found.digits, True, "The PBX is calling.")
    said = f"Sent to the PBX, which did not confirm it. It said: {answer.text}" if answer.text else NOT_CONFIRMED
    return DialOutcome(found.digits, False, said)
