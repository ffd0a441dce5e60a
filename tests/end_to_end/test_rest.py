"""What is loaded at the start, and what at rest: whatever else there is costs nothing before it is wanted."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from tests.end_to_end.program import PATIENCE_S, Program

AT_REST = """
import json, sys
from pathlib import Path
from agent_desktop.app import run
from agent_desktop.system.paths import Profile

def told(desktop, _):
    import PySide6.QtGui, PySide6.QtWidgets
    print(json.dumps([sorted(sys.modules), sorted(vars(PySide6.QtWidgets))]))
    desktop.quit_from_any_thread()

run(Profile(Path(sys.argv[1])), ready=told)
"""

FOR_A_WINDOW = {
    *(
        f"agent_desktop.ui.{name}"
        for name in ("dial_popup", "labels", "main_window", "mini_window", "player", "playback")
    ),
    *(
        f"agent_desktop.ui.{name}"
        for name in ("history_panel", "team_panel", "contacts_panel", "pop_note", "settings_panel")
    ),
    *(
        f"agent_desktop.desk.{name}"
        for name in ("backup", "control", "diagnostics", "exports", "recordings", "support")
    ),
    *("PySide6.QtMultimedia", "PySide6.QtPrintSupport", "PySide6.QtNetwork", "html.entities", "xlsxwriter", "keyring"),
}
"""Of each: the window, the field or the verb brings it."""

WIDGETS = {"QAbstractButton", "QApplication", "QMenu", "QStyle", "QStyleFactory", "QSystemTrayIcon", "QWidget"}
"""What the tray and the pop are made of. A class of Qt's that is used is half a megabyte, if it is a large one."""

BROUGHT_ALONG = {"QCommonStyle", "QIntList", "QWidgetAction"}
"""By the binding, with those."""


def test_at_rest_there_is_what_the_tray_and_the_pop_need(tmp_path: Path) -> None:
    program = Program(tmp_path / "profile")
    program.set_up()
    done = subprocess.run(
        [sys.executable, "-c", AT_REST, str(program.profile)],
        env=program.environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )
    modules, widgets = json.loads(done.stdout)
    assert all(find_spec(name) for name in FOR_A_WINDOW if name.startswith("agent_desktop"))
    assert FOR_A_WINDOW.isdisjoint(modules)
    classes = {name for name in widgets if name.startswith("Q") and not name.endswith("Event")}
    assert classes <= WIDGETS | BROUGHT_ALONG


def test_the_listener_waits_for_nothing_that_comes_later() -> None:
    program = "import agent_desktop.app, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    later = {
        "PySide6",
        "shiboken6",
        "httpx",
        "email",
        "phonenumbers",
        "keyring",
        "jeepney",
        "xlsxwriter",
        "platformdirs",
    }
    assert later.isdisjoint(loaded)
