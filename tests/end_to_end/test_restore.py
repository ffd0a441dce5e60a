"""A backup that is restored under a running program: in place from its next start on, without who was deleted since."""

from agent_desktop.store.store import read_page
from agent_desktop.telephony.history import HistoryQuery
from tests.end_to_end.program import Program, wait_for

ANA, BEN = "0938363739", "0912000111"


def calls(program: Program) -> set[object]:
    """The numbers in the history."""
    return {row.number for row in read_page(program.profile / "journal.db", HistoryQuery()).rows}


def test_a_restore_takes_place_at_the_next_start_and_brings_no_deleted_customer_back(program: Program) -> None:
    program.set_up()
    program.start()
    for callid, phone in (("a", ANA), ("b", BEN)):
        program.send(f"/api/callcenter/call_in?phone={phone}&extension=101&callid={callid}&event=RINGING&did=1")
        program.send(f"/api/callcenter/hangup?callid={callid}")
    wait_for(lambda: calls(program) == {ANA, BEN}, "the calls")
    program.json("backup", str(program.profile / "b.zip"))
    gone = program.json("forget", ANA, "--yes")
    assert (gone["deleted"], gone["calls"], gone["webhooks"]) == (True, 1, 2)
    assert calls(program) == {BEN}
    assert program.json("restore", str(program.profile / "b.zip"))["restored"] is False
    program.stop()
    program.start()
    wait_for(lambda: calls(program) == {BEN}, "the backup without the customer")
    assert list(program.profile.glob("before-restore-*"))
    assert ANA.encode() not in program.log()
