"""`typeset`: the page of calls on standard input as a PDF on standard output. The windows call it; nobody types it."""

import argparse
import os
import sys

from agent_desktop.desk.call_page import CallPage
from agent_desktop.desk.typesetting import typeset as typeset_page

_NICE = 10


def typeset(_: argparse.Namespace) -> int:
    """Write it. A call that rings meanwhile comes first."""
    if sys.platform != "win32":  # there, whoever starts it sets that
        os.nice(_NICE)
    page = CallPage.from_json(sys.stdin.buffer.read())
    sys.stdout.buffer.write(typeset_page(page))
    return 0
