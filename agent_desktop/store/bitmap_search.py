"""A page of the history by the bitmaps: they know at once which calls have all that is asked for, or nearly so.

What they choose is looked at before it is listed, so a fragment's groups of characters may stand apart in a text.
Few calls are sorted. Many are listed by time as the bitmaps have them; in another order, its buckets are gone through
one after the other, and most of those that hold nothing are not looked into.
"""

import logging
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import merge
from itertools import islice
from pathlib import Path
from typing import Any

from agent_desktop.store import search_rows
from agent_desktop.store.bitmap_terms import Bucket, bucket, equal, grams, levels
from agent_desktop.store.bitmaps import Bitmaps, Chosen, count
from agent_desktop.store.calls import call_id
from agent_desktop.store.database import doubt, storable
from agent_desktop.store.search_rows import Key, behind, keys_among, page_of, page_of_few
from agent_desktop.store.search_terms import OF_SEVERAL, Condition, Wanted
from agent_desktop.store.search_walks import Walk, fetch, in_order
from agent_desktop.telephony.call import ANSWERED
from agent_desktop.telephony.history import MISSED, NOT_REACHED, OPEN, HistoryPage
from agent_desktop.telephony.outcome import NOT_TOLD

_log = logging.getLogger(__name__)

LISTED = 500
"""So many calls of one bucket are sorted; of more, an index is walked until the page is full."""
_AT_ONCE = 128
"""Calls looked at in one statement: a page of them, and some that do not fit after all."""


def page(connection: sqlite3.Connection, wanted: Wanted) -> HistoryPage | None:
    """None where the bitmaps are no help: for all calls, for one, and as long as too few calls are indexed."""
    query = wanted.query
    is_filtered = wanted.leads or wanted.fragments or query.since is not None or query.until is not None
    if not is_filtered or wanted.is_one_call:
        return None
    try:
        bitmaps = Bitmaps.of(connection)
        return None if bitmaps is None else _page(connection, wanted, bitmaps)
    except zlib.error:
        _log.warning("the bitmaps of the search are damaged")
        (_, _, path) = connection.execute("PRAGMA database_list").fetchone()
        doubt(Path(path))
        return None


def _page(connection: sqlite3.Connection, wanted: Wanted, bitmaps: Bitmaps) -> HistoryPage:
    query = wanted.query
    chosen = _choose(wanted, bitmaps)
    if count(chosen) + len(bitmaps.unindexed) <= search_rows.COUNTED:
        ids = bitmaps.with_unindexed(chosen, None, descending=True)
        return page_of_few(connection, wanted, keys_among(connection, wanted, ids))
    limit = max(1, query.limit)
    if wanted.order == "id":
        ids = bitmaps.with_unindexed(chosen, query.after.id if query.after else None, descending=query.descending)
        keys = _fitting(connection, wanted, ids)
    else:
        keys = _Buckets(connection, wanted, bitmaps).keys(chosen)
    return page_of(connection, list(islice(keys, limit + 1)), limit, None)


def _choose(wanted: Wanted, bitmaps: Bitmaps) -> Chosen:
    """All indexed calls that fit the query, and perhaps some more."""
    query = wanted.query
    groups: list[tuple[str, ...]] = [(gram,) for word in wanted.fragments for gram in grams(word)]
    but: tuple[str, ...] = ()
    if query.direction:
        groups.append((equal("direction", query.direction),))
    if query.outcome == MISSED:
        groups.append((equal("unanswered", 1),))
    elif query.outcome == OPEN:
        groups.append(_any_of("status", NOT_TOLD))
    elif query.outcome == NOT_REACHED:
        groups.append((equal("direction", "outbound"),))
        but = _any_of("status", (ANSWERED, *NOT_TOLD))
    elif query.outcome not in ("", *OF_SEVERAL):
        groups.append(_any_of("status", (query.outcome,)))
    if query.queue:
        groups.append(_any_of("queue", (query.queue,)))
    if query.extensions:
        groups.append(_any_of("extension", query.extensions))
    if query.recorded is not None:
        groups.append((equal("recorded", int(query.recorded)),))
    since, until = (None if at is None else call_id(at) for at in (query.since, query.until))
    return bitmaps.among(bitmaps.between(since, until), groups, but)


def _any_of(column: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(equal(column, storable(value)) for value in values)


def _fitting(
    connection: sqlite3.Connection, wanted: Wanted, ids: Iterator[int], more: tuple[Condition, ...] = ()
) -> Iterator[Key]:
    """Those of the calls that fit the query, in their order."""
    while some := list(islice(ids, _AT_ONCE)):
        place = {call: number for number, call in enumerate(some)}
        yield from sorted(keys_among(connection, wanted, some, more), key=lambda key: place[key[1]])


@dataclass(frozen=True, slots=True)
class _Buckets:
    """All that is listed in the order of a column, from behind the cursor on."""

    connection: sqlite3.Connection
    wanted: Wanted
    bitmaps: Bitmaps

    def keys(self, chosen: Chosen) -> Iterator[Key]:
        """In order."""
        loose = behind(self.wanted, keys_among(self.connection, self.wanted, self.bitmaps.unindexed))
        return self._within(None, 0, chosen, loose)

    def _within(self, whole: Bucket | None, level: int, chosen: Chosen, loose: list[Key]) -> Iterator[Key]:
        """What lies in a bucket, by the narrower ones that it has at a level."""
        value = self._first(whole)
        while value is not None:
            some = bucket(self.wanted.order, level, value)
            inside = self.bitmaps.among(chosen, ((some.term,),))
            mine = [key for key in loose if some.holds(key[0])]
            yield from self._in(some, level, inside, mine)
            value = self._next(whole, some)

    def _in(self, some: Bucket, level: int, inside: Chosen, loose: list[Key]) -> Iterator[Key]:
        descending = self.wanted.query.descending
        many = count(inside)
        if not many:
            yield from sorted(loose, reverse=descending)
        elif some.is_single:
            yield from self._by_time(some, inside, loose)
        elif many <= LISTED:
            ids = self.bitmaps.ids(inside, None, descending=True)
            listed = behind(self.wanted, keys_among(self.connection, self.wanted, ids, self._range(some)))
            yield from sorted(listed + loose, reverse=descending)
        elif level + 1 < levels(self.wanted.order):
            yield from self._within(some, level + 1, inside, loose)
        else:
            walk = in_order(self.wanted)
            walk = replace(walk, conditions=(*self._range(some), *walk.conditions))
            keys = (f"calls.{self.wanted.order}", "calls.id")
            yield from fetch(self.connection, self.wanted.query, walk, keys, max(1, self.wanted.query.limit) + 1)

    def _by_time(self, single: Bucket, inside: Chosen, loose: list[Key]) -> Iterator[Key]:
        query = self.wanted.query
        after = query.after.id if query.after and query.after.value == single.low else None
        ids = self.bitmaps.ids(inside, after, descending=query.descending)
        keys = _fitting(self.connection, self.wanted, ids, self._range(single))
        return merge(keys, sorted(loose, reverse=query.descending), reverse=query.descending)

    def _range(self, some: Bucket) -> tuple[Condition, ...]:
        column = f"calls.{self.wanted.order}"
        low = Condition(f"{column} >= ?", (some.low,))
        return (low,) if some.high is None else (low, Condition(f"{column} < ?", (some.high,)))

    # The values that there are, by the index of the order.

    def _first(self, whole: Bucket | None) -> Any:
        query = self.wanted.query
        if query.after is not None and (whole is None or whole.holds(query.after.value)):
            return query.after.value
        return self._value(self._range(whole) if whole else ())

    def _next(self, whole: Bucket | None, last: Bucket) -> Any:
        """The first value behind a bucket. One limit each way: SQLite would begin at the wrong one of two."""
        column = f"calls.{self.wanted.order}"
        if self.wanted.query.descending:
            low = (Condition(f"{column} >= ?", (whole.low,)),) if whole else ()
            return self._value((*low, Condition(f"{column} < ?", (last.low,))))
        if last.high is None:
            return None
        high = (Condition(f"{column} < ?", (whole.high,)),) if whole and whole.high is not None else ()
        return self._value((*high, Condition(f"{column} >= ?", (last.high,))))

    def _value(self, limits: tuple[Condition, ...]) -> Any:
        column = self.wanted.order
        walk = Walk(f"calls INDEXED BY calls_{column}", "calls.id", limits)
        order = f"ORDER BY calls.{column} {'DESC' if self.wanted.query.descending else ''} LIMIT 1"
        statement, values = walk.select(f"calls.{column}", (), order)
        row = self.connection.execute(statement, values).fetchone()
        return None if row is None else row[0]
