"""Two programs for a test on a real X server: the screen pop, and another program in which someone types.

They take commands as lines of JSON on standard input and say what happened in lines of JSON on standard output.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit

from agent_desktop.telephony.screen_pop import Card, CardState
from agent_desktop.ui.pop_window import PopWindow
from agent_desktop.ui.theme import Scheme, Theme


def say(what: str, *values: object) -> None:
    sys.stdout.write(json.dumps([what, *values]) + "\n")
    sys.stdout.flush()


def listen(obey: Callable[[list[str]], None]) -> QSocketNotifier:
    def read(*_: object) -> None:
        data = os.read(0, 65536)
        if not data:
            QApplication.quit()
        for line in data.splitlines():
            obey(json.loads(line))

    notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
    notifier.activated.connect(read)
    return notifier


def be_the_pop(app: QApplication) -> None:
    theme = Theme()
    theme.apply(app, Scheme.LIGHT)
    pop = PopWindow(theme)
    pop.warm_up()
    for name in ("copy_requested", "dismissed", "note_changed"):
        getattr(pop, name).connect(lambda *values, name=name: say(name, *values))
    pop.painted.connect(lambda callid, at: say("painted", callid))

    def obey(command: list[str]) -> None:
        match command:
            case ["ring", callid]:
                pop.show_card(
                    Card(callid, CardState.RINGING, time.time(), "inbound", "0938363739", name="Nguyễn Thị Hoa")
                )
            case ["talk", callid]:
                card = next(card for card in pop.cards() if card.callid == callid)
                pop.show_card(replace(card, state=CardState.TALKING))
            case ["close", callid]:
                pop.close_card(callid)
            case ["focus"]:
                pop.take_keyboard()
            case ["where", name]:
                buttons = [one for one in pop.findChildren(QAbstractButton) if one.isVisible()]
                one = next(one for one in buttons if name in (one.text(), one.accessibleName()))
                at = one.mapToGlobal(one.rect().center())
                say("where", at.x(), at.y(), int(pop.winId()))

    keep = listen(obey)
    say("ready")
    app.exec()
    keep.setEnabled(False)
    pop.close()


def be_another_program(app: QApplication) -> None:
    edit = QPlainTextEdit()
    edit.setWindowTitle("Another program")
    edit.textChanged.connect(lambda: say("text", edit.toPlainText()))

    def obey(command: list[str]) -> None:
        if command == ["fill the screen"]:
            edit.showFullScreen()

    keep = listen(obey)
    edit.setGeometry(40, 40, 400, 300)
    edit.show()
    say("ready")
    app.exec()
    keep.setEnabled(False)


if __name__ == "__main__":
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    {"pop": be_the_pop, "other": be_another_program}[sys.argv[1]](application)
