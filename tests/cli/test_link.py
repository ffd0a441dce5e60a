"""What the desktop calls for a link that was clicked."""

import sys

import pytest

from agent_desktop.cli import link
from agent_desktop.errors import PbxUnreachable


@pytest.mark.parametrize("has_console", [True, False])
def test_a_refusal_is_said_where_there_is_a_console(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], has_console: bool
) -> None:
    def refuse(*_: object) -> None:
        raise PbxUnreachable

    monkeypatch.setattr(link, "request", refuse)
    if not has_console:  # as for agent-desktopw on Windows
        monkeypatch.setattr(sys, "stderr", None)
    assert link.hand_over(["dial", "--ask", "tel:0938363739"]) == 1
    assert (PbxUnreachable.title in capsys.readouterr().err) is has_console
