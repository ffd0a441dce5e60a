import re

import pytest

from agent_desktop.errors import UsageError
from agent_desktop.simulator import script
from agent_desktop.simulator.script import Step, parse_script
from tests.simulator.collector import listen


def test_a_script_is_read() -> None:
    steps = parse_script(
        """
        # a comment
        inbound queue=queue_x@demo answered_by=102 ring=101,102 talk_s=10   # and another
        & outbound 101 outcome=busy
        inbound answered_by=nobody
        direct 101 answered=no
        wait 2.5
        phone 103 off
        faults late=0.5 drop
        """
    )
    assert steps == (
        Step(
            "inbound",
            (),
            {"queue": "queue_x@demo", "answered_by": "102", "ring": ("101", "102"), "talk_s": 10.0},
            beside=False,
        ),
        Step("outbound", ("101",), {"outcome": "busy"}, beside=True),
        Step("inbound", (), {"answered_by": None}, beside=False),
        Step("direct", ("101",), {"answered": False}, beside=False),
        Step("wait", (2.5,), {}, beside=False),
        Step("phone", ("103", "off"), {}, beside=False),
        Step("faults", ("late=0.5", "drop"), {}, beside=False),
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("ring 101", "no step 'ring'"),
        ("inbound que=1", "no option 'que'"),
        ("inbound talk_s=long", "talk_s cannot be 'long'"),
        ("inbound talk_s=-1", "talk_s cannot be '-1'"),
        ("inbound talk_s=nan", "talk_s cannot be 'nan'"),
        ("outbound 101 outcome=well", "outcome cannot be 'well'"),
        ("outbound", "takes 1 word, not 0"),
        ("phone 101 broken", "cannot be 'broken'"),
        ("wait forever", "cannot be 'forever'"),
        ("inbound 'phone", "No closing quotation"),
        ("day 10 per_minute=0", "per_minute cannot be '0'"),
        ("day -1", "cannot be '-1'"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(line: str, words: str) -> None:
    with pytest.raises(UsageError, match=re.escape(words)) as caught:
        parse_script(f"wait 1\n{line}\n")
    assert "Line 2" in caught.value.title
    assert "inbound" in caught.value.advice


def test_a_fault_that_is_not_known_has_its_own_advice() -> None:
    with pytest.raises(UsageError, match="dupe"):
        parse_script("faults dupe")


def test_the_example_in_the_documentation_plays() -> None:
    example = "\n".join(line[4:] for line in (script.__doc__ or "").splitlines() if line.startswith("    "))
    told = listen(lambda pbx: pbx.script(example))
    statuses = {(fields["status"], fields.get("extension", "")) for fields in told.of("calldata")}
    assert ("BUSY", "101") in statuses
    assert ("off", "103") in [(status, extension) for extension, status in told.statuses]
    assert ("101", "pause") in told.statuses
    assert len({fields["callid"] for fields in told.of("calldata") if "callid" in fields}) == 23


def test_steps_beside_run_at_once() -> None:
    text = "& inbound answered_by=102 ring=102 ring_s=2 talk_s=60\nwait 5\noutbound 101 outcome=busy ring_s=1\n"
    told = listen(lambda pbx: pbx.script(text))
    assert [fields["status"] for fields in told.of("calldata")] == ["BUSY", "ANSWER"]
