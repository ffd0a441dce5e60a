"""The barest tray program: an icon, and Qt's loop. Prints a line (perf_counter_ns) once both are there."""

import signal
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

signal.signal(signal.SIGTERM, signal.SIG_DFL)
application = QApplication(sys.argv)
application.setQuitOnLastWindowClosed(False)
pixmap = QPixmap(22, 22)
pixmap.fill(QColor("green"))
tray = QSystemTrayIcon(QIcon(pixmap))
tray.show()
QTimer.singleShot(0, lambda: print(time.perf_counter_ns(), flush=True))
application.exec()
