"""Which digits of a text are numbers: the whole of it, the items of a list, or what stands out from prose."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from operator import itemgetter

from agent_desktop.telephony.number_plan import DialRules, Fit, Reading, read_digits
from agent_desktop.telephony.number_text import MASK, Group, Run, Written, alone, items, mask, plain, runs, written_from
from agent_desktop.telephony.number_uri import UriNumber, decoded, find_uris, read_uri

_MOST_READINGS = 400
_MOST_ITEMS = 40
_MOST_GROUPS = 9
_LONGEST_NUMBER = 17
_SHORTEST_NUMBER = 7
_CODES_IN_USE = ("84", "60")
"""Country codes that count without a + among prose, beside the home country's."""


def search(text: str, rules: DialRules) -> list[Written]:
    """What may be numbers: the whole text where it is one or a list of them, else what stands out from the prose."""
    text = plain(text)
    if "%" in text and not any(c.isspace() for c in text):
        text = plain(decoded(text))
    uri = read_uri(text)
    if uri is not None:
        return _search_uri(uri, rules)
    embedded = list(islice(find_uris(text), _MOST_ITEMS))
    if not embedded:
        return [written for _, written in _search_masked(mask(text), rules)]
    found = [(uri.at, written) for uri, _ in embedded for written in _search_uri(uri, rules)]
    for uri, end in embedded:
        text = text[: uri.at] + MASK * (end - uri.at) + text[end:]
    found += _search_prose(mask(text), rules)
    return [written for _, written in sorted(found, key=itemgetter(0))]


def _search_uri(uri: UriNumber, rules: DialRules) -> list[Written]:
    masked = mask(plain(uri.number))
    run = alone(masked)
    if run is not None:
        return list(_read_alone(replace(run, left_out=run.left_out or uri.left_out), rules))
    return [] if uri.strict else [written for _, written in _search_masked(masked, rules)]


def _search_masked(masked: str, rules: DialRules) -> Iterable[tuple[int, Written]]:
    whole = items(masked)
    if whole is None:
        return _search_prose(masked, rules)
    return ((run.at, written) for run in whole[:_MOST_ITEMS] for written in _read_alone(run, rules))


def _search_prose(masked: str, rules: DialRules) -> Iterable[tuple[int, Written]]:
    budget = _Budget()
    return ((run.at, written) for run in runs(masked) for written in _segments(run, rules, budget))


class _Budget:
    """How many readings one text may still cost: hostile text holds thousands of groups of digits."""

    def __init__(self) -> None:
        self.left = _MOST_READINGS

    def spend(self) -> bool:
        self.left -= 1
        return self.left >= 0


def _read_alone(run: Run, rules: DialRules) -> Iterator[Written]:
    """A run that is all there is: one number if it can be, and dialled as typed if it is none that is known."""
    groups = list(run.groups)
    whole = written_from(groups, run.left_out)
    one_number = not any(group.plus for group in groups[1:])
    sliced = any("/" in group.gap for group in groups)
    if len(whole.digits) <= rules.extension_digits and not whole.plus:
        if not sliced and not any("." in group.gap for group in groups):
            yield whole
        return
    if one_number and read_written(whole, rules).fit is Fit.VALID:
        yield whole
        return
    parts = list(_segments(run, rules, _Budget()))
    apart = not one_number or any(group.far for group in groups)
    if parts and (apart or "".join(part.digits for part in parts) == whole.digits):
        yield from parts
    elif one_number and not sliced:
        yield whole


def _segments(run: Run, rules: DialRules, budget: _Budget) -> Iterator[Written]:
    """The numbers in a run of groups: from the left, the longest that fits a plan, but not past a likely border."""
    groups, start = list(run.groups), 0
    while start < len(groups) and budget.left > 0:
        end = _longest(groups, start, run, rules, budget)
        if end:
            yield written_from(groups[start:end], run.left_out if end == len(groups) else "")
        start = end or start + 1


def _longest(groups: list[Group], start: int, run: Run, rules: DialRules, budget: _Budget) -> int:
    best = 0
    for end in range(start + 1, min(len(groups), start + _MOST_GROUPS) + 1):
        last = groups[end - 1]
        if end - start > 1 and (last.plus or (best and last.far)):
            break
        written = written_from(groups[start:end])
        if len(written.digits) > _LONGEST_NUMBER:
            break
        if len(written.digits) < _SHORTEST_NUMBER or not budget.spend():
            continue
        closed = run.clean if end == len(groups) else groups[end].far or groups[end].plus
        if _stands_out(written, read_written(written, rules), rules, closed):
            best = end
    return best


def _stands_out(written: Written, reading: Reading, rules: DialRules, closed: bool) -> bool:
    """True where digits among prose are surely a number, not an order, an account or an amount."""
    if reading.fit is Fit.POSSIBLE:
        return closed and (written.plus or (written.digits[:1] == "0" and len(written.digits) >= 9 and reading.home))
    if reading.fit is not Fit.VALID or reading.parsed is None:
        return False
    if written.plus or written.digits.startswith("00") or written.digits == reading.national:
        return True
    return reading.e164 == written.digits and (reading.home or written.digits.startswith(_CODES_IN_USE))


def read_written(written: Written, rules: DialRules) -> Reading:
    """What a written number is to a desk with these rules."""
    return read_digits(written.digits, written.plus, rules)
