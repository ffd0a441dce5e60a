"""The command line for a profile of its own, in this process; and a simulated PBX beside it."""

import io
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from agent_desktop.cli import main
from agent_desktop.demo.pbx_host import PbxHost
from agent_desktop.desk.settings import Settings
from agent_desktop.desk.settings_file import save
from agent_desktop.simulator.simulator import Simulator, SimulatorOptions
from agent_desktop.store import journal
from agent_desktop.store.calls import save as save_calls
from agent_desktop.store.database import open_database
from agent_desktop.store.journal import JournalEntry
from agent_desktop.system.paths import Profile
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.number import DialRules, canonical

KEY = "test-key-4711"
WEBHOOK_SECRET = "test-webhook-secret"
LONGEST_MESSAGE = 500


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a verb left behind."""

    code: int
    out: str
    err: str


class CommandLine:
    """`agent-desktop` with some arguments. Whatever it does, it shows no secret and no traceback."""

    def __init__(self, profile: Profile, monkeypatch, capsys, caplog) -> None:
        self.profile = profile
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        self._caplog = caplog

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Outcome:
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        self._capsys.readouterr()
        try:
            code = main(arguments)
        except SystemExit as end:
            code = int(end.code or 0)
        captured = self._capsys.readouterr()
        outcome = Outcome(code, captured.out, captured.err)
        self._check(outcome, arguments)
        return outcome

    def _check(self, outcome: Outcome, arguments: tuple[str, ...]) -> None:
        shown = outcome.out + outcome.err + self._caplog.text
        assert KEY not in shown
        assert "Traceback" not in shown
        if "webhook-url" not in arguments:
            assert WEBHOOK_SECRET not in shown
        if outcome.code == 0 and outcome.out:
            assert outcome.err == ""
        elif outcome.code == 0:
            assert outcome.err.count("\n") <= 1, "at most one line that says that there is nothing"
        elif "doctor" not in arguments:
            assert outcome.err.count("\n") == 1, "one line that says what happened"
            assert outcome.err.rstrip().endswith((".", "?", ")"))
            assert len(outcome.err) < LONGEST_MESSAGE

    def set_up(self, url: str, **values: str) -> None:
        """Settings for a desk at extension 101 of a PBX; `section__key` sets others."""
        settings = Settings()
        named = {"pbx.url": url, "pbx.domain": "demo", "pbx.extension": "101", "listener.listen": "127.0.0.1:0"}
        for name, value in {**named, **{name.replace("__", "."): value for name, value in values.items()}}.items():
            settings = settings.with_value(name, value)
        self.profile.create()
        save(self.profile.settings_file, settings)

    def set_environment(self, name: str, value: str | None) -> None:
        """Set or remove an environment variable."""
        if value is None:
            self._monkeypatch.delenv(name, raising=False)
        else:
            self._monkeypatch.setenv(name, value)

    def keep(self, *calls: Call) -> None:
        """Calls that this computer knows."""
        self.profile.create()
        with closing(open_database(self.profile.database, 0.0).connection) as connection:
            save_calls(calls, 0, lambda number: canonical(number, DialRules()), connection)

    def journal(self, *targets: str, body: bytes = b"", received: float = 1_709_273_740.5) -> None:
        """Webhooks that this computer received, a second apart."""
        self.profile.create()
        with closing(open_database(self.profile.database, 0.0).connection) as connection:
            for seconds, target in enumerate(targets):
                entry = JournalEntry(received + seconds, "POST" if body else "GET", target, "", body, "ringing", "17.1")
                journal.insert([entry], connection)


@pytest.fixture
def agent_desktop(tmp_path: Path, monkeypatch, capsys, caplog) -> CommandLine:
    """The command line, with its secrets in the environment."""
    monkeypatch.setenv("AGENT_DESKTOP_PROFILE", str(tmp_path / "profile"))
    monkeypatch.setenv("AGENT_DESKTOP_KEY", KEY)
    monkeypatch.setenv("AGENT_DESKTOP_WEBHOOK_SECRET", WEBHOOK_SECRET)
    return CommandLine(Profile((tmp_path / "profile").resolve()), monkeypatch, capsys, caplog)


@pytest.fixture
def pbx(agent_desktop: CommandLine) -> Iterator[Simulator]:
    """A simulated PBX, and a profile that is set up for it."""
    with PbxHost(SimulatorOptions(key=KEY, domain="demo", speed=20)) as host:
        agent_desktop.set_up(host.simulator.url)
        yield host.simulator
