import subprocess
import sys

PROGRAM = """
import gc
from agent_desktop.system.collector import hold_collector, settle_collector

class Ring:
    def __init__(self):
        self.itself = self

def rings():
    return sum(isinstance(thing, Ring) for thing in gc.get_objects())

hold_collector()
for _ in range(10_000):
    Ring()
assert rings() == 10_000
stays = {"loaded": []}
settle_collector()
assert rings() == 0
assert not any(thing is stays for thing in gc.get_objects())  # nor is it looked through
for _ in range(10_000):
    Ring()
assert rings() < 10_000
"""


def test_it_rests_during_the_start_and_leaves_what_started_alone() -> None:
    subprocess.run([sys.executable, "-c", PROGRAM], check=True)
