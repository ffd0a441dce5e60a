"""The report for whoever helps, and what the doctor puts right."""

import json
import logging
import sys
import zipfile
from pathlib import Path

import pytest

from agent_desktop.store.contact_rows import keep
from agent_desktop.store.database import open_database
from agent_desktop.system.log import set_up_logging
from agent_desktop.system.redact import Redactor
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.contact import Contact, ContactNumber
from agent_desktop.telephony.events import CallReported
from tests.cli.conftest import KEY, WEBHOOK_SECRET, CommandLine

NUMBER = "0938363739"
PERSONAL = (
    "0938363739",
    "938 363",
    "84938363739",
    "Nguyễn",
    "Hoa",
    "ask for the invoice",
    KEY,
    WEBHOOK_SECRET,
    "token",
)


@pytest.fixture
def full(agent_desktop: CommandLine) -> CommandLine:
    """A profile with a customer in everything."""
    lookup = "https://crm.example.com/who?token=1&phone={phone}"
    agent_desktop.set_up("http://127.0.0.1:9/portal", listener__listen="127.0.0.1:0", lookup__url=lookup)
    event = CallReported("c1", "inbound", "101", NUMBER, "999", "", 1_709_273_740.0, "ANSWER", 30, 20)
    agent_desktop.keep(Call.of(event, 1_709_273_740.0))
    agent_desktop.journal(f"/api/callcenter/call_in?phone={NUMBER}&callid=c1")
    connection = open_database(agent_desktop.profile.database, 0.0).connection
    keep(Contact("Nguyễn Thị Hoa", numbers=(ContactNumber(NUMBER),)), {NUMBER: "84938363739"}, set(), connection)
    connection.execute("UPDATE call_detail SET note = 'ask for the invoice'")
    connection.close()
    set_up_logging(agent_desktop.profile.log_dir, "debug", Redactor())
    log = logging.getLogger("agent_desktop.desk")
    log.warning("Nguyễn Thị Hoa (+84 938 363 739) could not be reached")
    log.debug("the card of Hoa")
    log.info("the listener is open")
    set_up_logging(agent_desktop.profile.root / "none" / "logs", "warning", Redactor())
    return agent_desktop


def test_a_report_tells_what_happened_and_of_nobody(full: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "report.zip"
    told = json.loads(full("report", str(target), "--json").out)
    assert told == {"file": str(target), "bytes": target.stat().st_size}
    with zipfile.ZipFile(target) as report:
        texts = {name: report.read(name).decode() for name in report.namelist()}
    assert set(texts) == {"report.txt", "settings.toml", "figures.json", "logs/agent-desktop.log"}
    for name, text in texts.items():
        assert not [one for one in PERSONAL if one in text], name
    assert "the listener is open" in texts["logs/agent-desktop.log"]
    assert "could not be reached" in texts["logs/agent-desktop.log"]
    assert "Python" in texts["report.txt"]
    assert 'extension = "101"' in texts["settings.toml"]
    figures = json.loads(texts["figures.json"])
    assert (figures["calls"], figures["contacts"], figures["journal"]) == (1, 1, 1)


def test_a_report_can_be_had_before_anything_is_set_up(agent_desktop: CommandLine, tmp_path: Path) -> None:
    assert agent_desktop("report", str(tmp_path / "r.zip")).code == 0
    agent_desktop.profile.create()
    agent_desktop.profile.settings_file.write_text("= =", encoding="utf-8")
    assert agent_desktop("report", str(tmp_path / "r.zip")).code == 0


def test_a_report_that_cannot_be_written_is_said(agent_desktop: CommandLine, tmp_path: Path) -> None:
    outcome = agent_desktop("report", str(tmp_path / "nowhere" / "r.zip"))
    assert (outcome.code, "cannot be written" in outcome.err) == (1, True)


@pytest.mark.skipif(sys.platform != "linux", reason="Linux's files")
def test_the_doctor_registers_what_is_missing(agent_desktop: CommandLine, tmp_path: Path) -> None:
    agent_desktop.set_environment("XDG_CONFIG_HOME", str(tmp_path / "config"))
    agent_desktop.set_environment("XDG_DATA_HOME", str(tmp_path / "data"))
    before = agent_desktop("doctor").out
    assert "Starts when you sign in: no." in before
    assert not (tmp_path / "config").exists()
    fixed = agent_desktop("doctor", "--fix").out
    assert "Starts when you sign in: yes." in fixed
    assert "Phone links (tel:) open in Agent Desktop." in fixed
