"""What a text is that should be a contact's number: one number, several of them, or none."""

import re

from agent_desktop.telephony.contact import ContactNumber
from agent_desktop.telephony.number import canonical, find_numbers
from agent_desktop.telephony.number_plan import DialRules

_PLAINLY_ONE = re.compile(r"\+?\d{1,15}|0\d{2,3}(?:[ .-]\d{3,4}){2}|\+\d{1,3}(?: \d{2,4}){2,3}", re.ASCII)
"""To look closer takes a quarter of a millisecond, and a file may hold a hundred thousand."""


def numbers_in(text: str, label: str, rules: DialRules) -> tuple[tuple[ContactNumber, ...], str]:
    """The numbers of a text on one line, as they are written there, and what is wrong with it.

    Digits that are no number are kept all the same: they may tell somebody something.
    """
    whole = (ContactNumber(text, label),)
    if _PLAINLY_ONE.fullmatch(text) or canonical(text, rules):
        return whole, ""
    if found := find_numbers(text, rules):
        return tuple(ContactNumber(one.text, label) for one in found), ""
    if any(char.isdigit() for char in text):
        return whole, "The number is none that can be called; it is kept as it is written."
    return (), "There is no number where one should be."
