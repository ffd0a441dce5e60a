"""The barest screen pop: a stock h11 listener on the qasync loop, and one window that was built beforehand.

Prints its port, then a line (callid, perf_counter_ns) for each request whose window is painted.
"""

import asyncio
import contextlib
import os
import signal
import sys
import time
from urllib.parse import parse_qsl, urlsplit

os.environ["QT_API"] = "pyside6"

import h11
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from qasync import QEventLoop

from tests.bench.webhooks import OWN

ANSWER = b'{"status code":200,"message":"OK"}'
HEADERS = [("Content-Type", "application/json"), ("Content-Length", str(len(ANSWER)))]


class LastLabel(QLabel):
    """Qt paints it after the others: then all the text is there."""

    callid = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.callid:
            print(self.callid, time.perf_counter_ns(), flush=True)
            self.callid = ""


class Pop(QWidget):
    """Shown without the focus and without the window manager, as the program's own is."""

    def __init__(self) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(
            None, flags | Qt.WindowType.WindowDoesNotAcceptFocus | Qt.WindowType.X11BypassWindowManagerHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFixedWidth(380)
        self.callid = ""
        self.labels = [QLabel(self), QLabel(self), QLabel(self)]
        self.last = LastLabel(self)
        column = QVBoxLayout(self)
        for label in (*self.labels, self.last):
            column.addWidget(label)
        area = QGuiApplication.primaryScreen().availableGeometry()
        self.setGeometry(area.right() - 400, area.bottom() - 200, 380, 160)
        self.winId()

    def take(self, target: str) -> None:
        """Show a call that rings here; a call's end hides it."""
        url = urlsplit(target)
        fields = dict(parse_qsl(url.query))
        if url.path.endswith("hangup"):
            if fields["callid"] == self.callid:
                self.hide()
        elif fields.get("extension") == OWN:
            for label, name in zip(self.labels, ("event", "phone", "queue"), strict=True):
                label.setText(fields[name])
            self.last.setText(fields["did"])
            self.callid = self.last.callid = fields["callid"]
            self.show()


async def serve_all(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, pop: Pop) -> None:
    """One connection, which its sender may break off."""
    with contextlib.suppress(ConnectionError):
        await serve(reader, writer, pop)
    writer.close()


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, pop: Pop) -> None:
    """One connection's requests."""
    connection = h11.Connection(h11.SERVER)
    while True:
        event = connection.next_event()
        if event is h11.NEED_DATA:
            connection.receive_data(await reader.read(65536))
        elif isinstance(event, h11.Request):
            pop.take(event.target.decode())
        elif isinstance(event, h11.EndOfMessage):
            answer = connection.send(h11.Response(status_code=200, headers=HEADERS))
            answer += connection.send(h11.Data(ANSWER)) + connection.send(h11.EndOfMessage())
            writer.write(answer)
            connection.start_next_cycle()
        elif isinstance(event, h11.ConnectionClosed):
            return


async def listen(pop: Pop) -> None:
    """Until ended."""
    server = await asyncio.start_server(lambda reader, writer: serve_all(reader, writer, pop), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


signal.signal(signal.SIGTERM, signal.SIG_DFL)
application = QApplication(sys.argv)
application.setQuitOnLastWindowClosed(False)
loop = QEventLoop(application)
asyncio.set_event_loop(loop)
with loop:
    loop.run_until_complete(listen(Pop()))
