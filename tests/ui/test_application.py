"""Links that a Mac hands to the running application; the event is Qt's own."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent

from agent_desktop.errors import StillStarting
from agent_desktop.ui.application import Application
from agent_desktop.ui.desktop import Desktop
from tests.ui.stage import Stage


@pytest.mark.parametrize(
    "link", ["tel:+84-938%20363%20739", "callto:0938363739", "sip:101@cty.example.com", "tel:*21#"]
)
def test_a_link_is_told_as_it_was_clicked_and_a_file_is_none(qapp: Application, link: str) -> None:
    opened: list[str] = []
    connection = qapp.link_opened.connect(opened.append)
    QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile("/tmp/contacts.csv")))
    QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl(link)))
    qapp.link_opened.disconnect(connection)
    assert opened == [link]


def test_the_windows_have_it_dialled_and_say_what_went_wrong(
    stage: Stage, tmp_path: Path, qapp: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Desktop, "_obey_signals", lambda _: None)
    stage.desk.failures["dial_link"] = StillStarting()
    desktop = Desktop(qapp, stage.desk, stage.thread.loop, tmp_path / "desktop.ini")
    told: list[str] = []
    desktop.bridge.notice.connect(lambda notice: told.append(notice.title))
    try:
        desktop.dial_link("tel:0938363739")
        stage.until(lambda: StillStarting.title in told)
        assert stage.desk.asked == [("dial_link", "tel:0938363739")]
    finally:
        desktop.close()
        desktop.pop.deleteLater()
