"""A link that a Mac hands to the whole program as an event: it may be what the program was started for."""

import sys

from agent_desktop.simulator.simulator import Simulator
from tests.end_to_end.program import Program, wait_for

HANDED_OVER = """
import os, sys
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from agent_desktop.app import run
from agent_desktop.system.paths import choose_profile

def hand_over(desktop, opened):
    QCoreApplication.postEvent(QCoreApplication.instance(), QFileOpenEvent(QUrl(sys.argv[1])))

sys.exit(run(choose_profile(None, os.environ), ready=hand_over))
"""


def test_a_link_that_starts_the_program_is_dialled(program: Program, pbx: Simulator) -> None:
    program.set_up(pbx.url)
    program.process = program.spawn(sys.executable, "-c", HANDED_OVER, "tel:+84-938%20363%20739")
    wait_for(lambda: [call for call in pbx.requests if call.action == "dial"], "the dial")
    assert [call.fields["to_number"] for call in pbx.requests if call.action == "dial"] == ["0938363739"]
    program.stop()
