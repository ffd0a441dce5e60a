import inspect
import subprocess
import sys
from pathlib import Path

import pytest

from agent_desktop.ui.qt_import import load_binding

LINES_KEPT = """
import linecache
from agent_desktop.ui.qt_import import load_binding
{first}
import agent_desktop.ui.theme, wave
read = [name for name, entry in linecache.cache.items() if len(entry) > 2]
print(sum(not name.startswith("<") for name in read))  # since Python 3.13, these very lines are kept as a "<string>"
"""


def test_no_source_is_read_while_qt_is_imported_and_afterwards() -> None:
    def sources_read(first: str) -> int:
        program = LINES_KEPT.format(first=first)
        return int(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout)

    assert sources_read("load_binding()") == 0
    assert sources_read("") > 0, "PySide6 reads no sources any more: the detour can go"


FIRST_THREAD = """
import sys, threading
from pathlib import Path
from agent_desktop import app, demo
from agent_desktop.system.paths import Profile

def start(thread):
    print("shibokensupport" in sys.modules, "PySide6.QtCore" in sys.modules)
    sys.exit()

threading.Thread.start = start
{run}
"""


@pytest.mark.parametrize("run", ["app.run(Profile(Path(sys.argv[1])))", "demo.demo(None, sys.argv[1], {})"])
def test_no_thread_imports_beside_the_bindings_start(tmp_path: Path, run: str) -> None:
    program = [sys.executable, "-c", FIRST_THREAD.format(run=run), str(tmp_path)]
    told = subprocess.run(program, capture_output=True, text=True, check=True).stdout
    assert told == "True False\n"


def test_others_can_read_sources_afterwards() -> None:
    load_binding()
    assert "def test_others" in inspect.getsource(test_others_can_read_sources_afterwards)
