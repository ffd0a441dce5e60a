"""A power cut at any moment: whatever was acknowledged is there afterwards."""

import threading
import time
from datetime import datetime, timedelta

from tests.end_to_end.program import Program, wait_for

ROUNDS = 5
SENDERS = 4


class Load:
    """Senders that do not stop before the program does. `acknowledged` are the call ids that it said it has."""

    def __init__(self, program: Program, name: str) -> None:
        self.acknowledged: list[str] = []
        self._program = program
        self._name = name
        self._threads = [threading.Thread(target=self._send, args=(n,), name=f"sender {n}") for n in range(SENDERS)]
        for thread in self._threads:
            thread.start()

    def _send(self, sender: int) -> None:
        number = 0
        while True:
            number += 1
            callid = f"{self._name}-{sender}-{number}"
            target = (
                f"/api/callcenter/call_in?phone=0938{number:06}&queue=999&extension=102&callid={callid}&event=RINGING"
            )
            try:
                answer = self._program.send(target)
            except OSError:
                return
            if not answer:
                return
            if answer.endswith("200 OK"):
                self.acknowledged.append(callid)

    def wait(self) -> None:
        for thread in self._threads:
            thread.join()


def test_what_was_acknowledged_survives_kill_9_under_load(program):
    program.set_up()
    acknowledged: list[str] = []
    for number in range(ROUNDS):
        program.start()
        load = Load(program, f"round{number}")
        # Later in each round: in the middle of loading the windows, of a replay, of a save behind the journal.
        wait_for(lambda load=load: len(load.acknowledged) > 20, "the load to begin")
        time.sleep(0.15 * number)
        program.kill()
        load.wait()
        acknowledged += load.acknowledged
        kept = {event["callid"] for event in program.events()}
        assert kept >= set(acknowledged), "an acknowledged webhook is gone"
    assert len(acknowledged) > ROUNDS * 20

    program.start()
    wait_for(lambda: _history(program) >= set(acknowledged), "the calls to follow from the journal")
    assert program.stop() == ""
    seqs = [event["seq"] for event in program.events()]
    assert seqs == list(range(seqs[0], seqs[0] + len(seqs)))


def _history(program: Program) -> set[str]:
    today = datetime.now().astimezone().date()
    days = ("--from", (today - timedelta(days=1)).isoformat(), "--to", (today + timedelta(days=1)).isoformat())
    return {row["callid"] for row in program.json("history", "--local", *days)}
