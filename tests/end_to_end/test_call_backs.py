"""Call-backs with the real program: a caller who gave up waits, over a power cut, until someone reaches them."""

from tests.end_to_end.program import Program, wait_for

CUSTOMER, OTHER = "0938363739", "0912345678"


def test_who_gave_up_waits_over_a_power_cut_until_a_colleague_reaches_them(program: Program, pbx):
    program.set_up(pbx.url)
    program.start()
    pbx.webhook_url = program.verb("webhook-url").stdout.strip()

    def waiting() -> dict[str, int]:
        return {row["number"]: row["missed"] for row in program.json("callbacks")}

    for phone in (CUSTOMER, CUSTOMER, OTHER):
        program.on(pbx, pbx.inbound(ring=("101", "102"), answered_by=None, ring_s=1, phone=phone))
    wait_for(lambda: waiting() == {CUSTOMER: 2, OTHER: 1}, "the call-backs")
    program.kill()
    assert waiting() == {CUSTOMER: 2, OTHER: 1}
    program.start()
    assert program.json("callbacks", "done", "+84 912 345 678")["done"]
    program.on(pbx, pbx.outbound("102", CUSTOMER, "busy", ring_s=1))
    wait_for(lambda: program.json("callbacks")[0]["attempts"] == 1, "the attempt")
    program.on(pbx, pbx.outbound("102", CUSTOMER, "answer", ring_s=1, talk_s=1))
    wait_for(lambda: not waiting(), "the end of the list")
    closed = {row["number"]: row["closed_by"] for row in program.json("callbacks", "--all")}
    assert closed == {CUSTOMER: "102", OTHER: None}
    assert program.stop() == ""
    assert CUSTOMER.encode() not in program.log()
