"""A log as an outsider may read it."""

from pathlib import Path

import pytest

from agent_desktop.system.anonymous import People, log_lines, settings

HEAD = "2026-03-01 13:15:40,123 INFO agent_desktop.desk.service: "
ANA = People(["Nguyễn Thị Hoa", "Acme"], Path("/home/ana"))


@pytest.mark.parametrize(
    "number", ["0938363739", "+84 938 363 739", "0938.363.739", "84-938-363-739", "(02) 473 001 234", "(+84)938363739"]
)
def test_numbers_are_masked(number: str) -> None:
    (line,) = log_lines([f"{HEAD}dialled {number}, twice\n"], ANA)
    assert not [group for group in ("363", "739", "473", "938") if group in line.removeprefix(HEAD)]
    assert line.startswith(f"{HEAD}dialled ")
    assert line.endswith(", twice")


@pytest.mark.parametrize("said", ["the port 8737 is taken", "3 calls in 12.5 s", "Python 3.11 on Linux", "101 is on"])
def test_small_figures_stay(said: str) -> None:
    assert list(log_lines([HEAD + said], ANA)) == [HEAD + said]


def test_known_names_and_the_home_folder_are_masked() -> None:
    (line,) = log_lines([f"{HEAD}NGUYỄN THỊ HOA of Acme wrote /home/ana/x; Acmeland stays"], ANA)
    assert line == f"{HEAD}••• of ••• wrote ~/x; •••land stays"


def test_what_is_logged_for_debugging_is_left_out_with_what_follows() -> None:
    lines = [
        "2026-03-01 13:15:40,123 DEBUG desk: card for Nobody Known\n",
        "more of it\n",
        f"{HEAD}ready\n",
    ]
    assert list(log_lines(lines, ANA)) == [f"{HEAD}ready"]


def test_a_traceback_keeps_its_places_and_loses_what_it_quotes() -> None:
    lines = [
        f"{HEAD.replace('INFO', 'ERROR')}task failed\n",
        "Traceback (most recent call last):\n",
        '  File "/home/ana/env/agent_desktop/desk/session.py", line 7, in receive\n',
        '    raise ValueError("Somebody New")\n',
        "ValueError: Somebody New 0938363739\n",
        "sqlite3.IntegrityError: UNIQUE: Somebody New\n",
        "Somebody New\n",
    ]
    assert list(log_lines(lines, ANA))[1:] == [
        "Traceback (most recent call last):",
        '  File "desk/session.py", line 7, in receive',
        "ValueError",
        "sqlite3.IntegrityError",
    ]


def test_addresses_in_settings_end_with_their_host() -> None:
    values = {
        "pbx": {"url": "https://ana:secret@pbx.example.com:8443/portal?key=1", "extension": "101"},
        "rules": [{"url": "https://crm.example.com/?token=abc", "body": '{"key": "abc"}'}, {"body": ""}],
        "plain": "http://127.0.0.1",
        "seconds": 3,
    }
    assert settings(values) == {
        "pbx": {"url": "https://pbx.example.com:8443/•••", "extension": "101"},
        "rules": [{"url": "https://crm.example.com/•••", "body": "•••"}, {"body": ""}],
        "plain": "http://127.0.0.1",
        "seconds": 3,
    }


def test_the_home_folder_is_nowhere() -> None:
    assert People([], Path("/home/ana")).at_home("/home/ana/ring.wav") == "~/ring.wav"
    assert People([], Path("/")).at_home("/ring.wav") == "/ring.wav"
