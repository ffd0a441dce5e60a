"""What an import is foretold to do is what it does."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agent_desktop.desk.contact_outcomes import Forecast, Tally
from agent_desktop.store import contact_rows
from agent_desktop.store.database import open_database
from agent_desktop.telephony.contact import Contact, ContactNumber, Duplicates, Fate, Left, Outcome, tidied

numbers = st.sampled_from(["1", "(1)", "2", "2 ", "+2", "3", "none"]).map(ContactNumber)
contacts = (
    st.builds(
        Contact,
        st.sampled_from(["", "Ann", "ANN", "Bo"]),
        st.sampled_from(["Acme", ""]),
        st.lists(numbers, max_size=3).map(tuple),
        st.sampled_from([(), ("VIP",)]),
        st.sampled_from(["", "x"]),
    )
    .filter(lambda one: one.shown)
    .map(tidied)
)


def canonical(number: str) -> str:
    return "".join(re.findall(r"\d", number))


def canonicals(some: Sequence[Contact]) -> dict[str, str]:
    return {one.number: canonical(one.number) for contact in some for one in contact.numbers}


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_database(tmp_path / "journal.db", 0.0).connection) as connection:
        yield connection


def taken_in(connection: sqlite3.Connection, some: Sequence[Contact], duplicates: Duplicates) -> list[Outcome]:
    return list(contact_rows.take_in(some, canonicals(some), duplicates, set(), connection))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(contacts, max_size=4), st.lists(contacts, max_size=8), st.sampled_from(Duplicates), st.integers(1, 8))
def test_what_is_foretold_happens(connection, there, file, duplicates, at_once) -> None:
    """`at_once` of a file at a time, where some contacts are there already, some of them twice."""
    connection.execute("BEGIN")
    try:
        taken_in(connection, there, Duplicates.ADD)
        forecast = Forecast(duplicates, canonical)
        portions = [file[begin : begin + at_once] for begin in range(0, len(file), at_once)]
        foretold = [
            outcome
            for some in portions
            for outcome in forecast.take(some, canonicals(some), contact_rows.known(some, canonicals(some), connection))
        ]
        happened = [outcome for some in portions for outcome in taken_in(connection, some, duplicates)]
    finally:
        connection.rollback()
    ids: dict[int, int] = {}
    for one, other in zip_longest(foretold, happened):
        assert one.fate is other.fate
        assert replace(one.kept, id=0) == replace(other.kept, id=0)
        assert ids.setdefault(one.kept.id, other.kept.id) == other.kept.id


def test_those_that_are_left_are_named_with_what_they_share() -> None:
    ann = Contact("Ann", numbers=(ContactNumber("1"), ContactNumber("2")), id=7)
    bo = Contact("Bo", numbers=(ContactNumber("3"),), id=8)
    tally = Tally(canonical)
    tally.add([(2, replace(bo, id=0))], [Outcome(Fate.ADDED, bo)])
    tally.add(
        [(3, Contact("Cy", numbers=(ContactNumber("9"), ContactNumber("(2)")))), (5, Contact("Bo"))],
        [Outcome(Fate.SKIPPED, ann), Outcome(Fate.SKIPPED, bo)],
    )
    report = tally.report(())
    assert (report.added, report.merged, report.skipped, tally.count, tally.again) == (1, 0, 2, 3, 1)
    assert report.left == (Left(3, "Cy", "(2)", "Ann"), Left(5, "Bo", "", "Bo", 2))
