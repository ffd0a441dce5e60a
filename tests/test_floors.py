"""The floors of the house: who may import whom, and what nobody may do. Read from the source, without running it."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "agent_desktop"

FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"", "errors", "listening", "resource_files"}),  # "" is the package itself, with its version
    frozenset({"telephony"}),
    frozenset({"pbx", "store", "system"}),
    frozenset({"desk", "simulator"}),
    frozenset({"ui", "relay"}),
    frozenset({"app"}),
    frozenset({"demo"}),
    frozenset({"cli"}),
    frozenset({"__main__"}),
)
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}

QT = frozenset({"PySide6", "shiboken6", "qasync"})
QT_ROOMS = frozenset({"ui"})
LATE_QT_ROOMS = frozenset({"app", "demo", "cli"})  # the desk listens before Qt is there
IO_LIBRARIES = frozenset({"asyncio", "h11", "httpx", "socket", "sqlite3", "ssl", "threading"})
HTTP_CLIENTS = tuple(
    f"{PACKAGE}/pbx/{name}.py" for name in ("client", "http_client", "recordings", "web_lookup", "web_request")
)
IMPURE = IO_LIBRARIES | {
    "io",
    "keyring",
    "logging",
    "os",
    "pathlib",
    "platformdirs",
    "random",
    "select",
    "selectors",
    "shutil",
    "signal",
    "subprocess",
    "tempfile",
    "time",
}
CLOCK_AND_IO_CALLS = frozenset({"now", "today", "utcnow", "open", "print", "input"})
EMPTY_WORDS = frozenset({"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"})

FILE_LINES = 400
FUNCTION_LINES = 60


@dataclass(frozen=True, slots=True)
class Import:
    """One imported module; `late` is True inside a function, where it costs nothing until it is called."""

    module: str
    line: int
    late: bool

    @property
    def library(self) -> str:
        return self.module.partition(".")[0]

    @property
    def room(self) -> str | None:
        """The room of our own house it leads to, or None."""
        return room_of(self.module) if self.library == PACKAGE else None


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the program: where it stands and what it says."""

    path: str
    text: str

    @property
    def module(self) -> str:
        return ".".join(Path(self.path).with_suffix("").parts).removesuffix(".__init__")

    @property
    def room(self) -> str:
        return room_of(self.module)

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    def imports(self) -> Iterator[Import]:
        yield from _imports(self.tree, self._package(), late=False)

    def _package(self) -> list[str]:
        parts = list(Path(self.path).with_suffix("").parts)
        return parts[:-1]


Rule = Callable[[Source], Iterator[str]]


def room_of(module: str) -> str:
    """`agent_desktop.pbx.client` stands in `pbx`; the package itself in ""."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def _imports(node: ast.AST, package: list[str], late: bool) -> Iterator[Import]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield Import(alias.name, node.lineno, late)
    elif isinstance(node, ast.ImportFrom):
        base = package[: len(package) - node.level + 1] if node.level else []
        module = ".".join([*base, node.module or ""]).strip(".")
        if module == PACKAGE:  # `from agent_desktop import pbx` names a room; `__version__` does not
            for alias in node.names:
                yield Import(f"{PACKAGE}.{alias.name}" if alias.name in FLOOR_OF else PACKAGE, node.lineno, late)
        else:
            for alias in node.names:
                yield Import(f"{module}.{alias.name}" if module.startswith(PACKAGE) else module, node.lineno, late)
    elif _is_type_checking(node):
        return
    inside = late or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    for child in ast.iter_child_nodes(node):
        yield from _imports(child, package, inside)


def _is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}


def _calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """Every call with the text of what is called: `asyncio.create_task`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node, ast.unparse(node.func)


def imports_go_down(source: Source) -> Iterator[str]:
    here = FLOOR_OF.get(source.room)
    if here is None:
        yield f"{source.path}: the room {source.room!r} stands on no floor; give it one in tests/test_floors.py"
        return
    for found in source.imports():
        if found.room is None or found.room == source.room:
            continue
        there = FLOOR_OF.get(found.room)
        if there is None:
            yield f"{source.path}:{found.line}: imports {found.module}, which stands on no floor"
        elif there >= here and here > 0:
            yield f"{source.path}:{found.line}: {source.room} (floor {here}) imports {found.room} (floor {there})"
        elif there > 0 and here == 0:
            yield f"{source.path}:{found.line}: {source.module} is the ground and imports {found.room}"


def windows_know_only_the_desk(source: Source) -> Iterator[str]:
    if source.room != "ui":
        return
    for found in source.imports():
        if found.room in {"pbx", "store", "system", "simulator"}:
            yield f"{source.path}:{found.line}: a window imports {found.module}, not only the desk and telephony"


def qt_stays_upstairs(source: Source) -> Iterator[str]:
    if source.room in QT_ROOMS:
        return
    for found in source.imports():
        late = found.late and source.room in LATE_QT_ROOMS
        if (found.library in QT or found.room in QT_ROOMS) and not late:
            yield f"{source.path}:{found.line}: imports {found.module}; Qt belongs in ui, or late above it"


def simulator_uses_the_pure_part_of_pbx(source: Source) -> Iterator[str]:
    if source.room != "simulator":
        return
    for found in source.imports():
        if found.room in {"store", "system", "desk"}:
            yield f"{source.path}:{found.line}: the simulator imports {found.module}, not telephony or pbx"
        elif found.room == "pbx" and (used := _used_for_io(found.module)):
            yield f"{source.path}:{found.line}: imports {found.module}, which is not pure: {', '.join(used)}"


def _used_for_io(module: str) -> list[str]:
    """The IO libraries that a module of ours imports; its last part may be a name inside the module."""
    for name in (module, module.rpartition(".")[0]):
        path = ROOT / (name.replace(".", "/") + ".py")
        if path.is_file():
            source = Source(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8"))
            return sorted({found.library for found in source.imports()} & IO_LIBRARIES)
    return []


def httpx_in_the_clients_only(source: Source) -> Iterator[str]:
    for found in source.imports():
        if found.library == "httpx" and source.path not in HTTP_CLIENTS:
            yield f"{source.path}:{found.line}: imports httpx; its errors are translated in {', '.join(HTTP_CLIENTS)}"


def telephony_is_pure(source: Source) -> Iterator[str]:
    if source.room != "telephony":
        return
    for found in source.imports():
        if found.library in IMPURE:
            yield f"{source.path}:{found.line}: telephony imports {found.library}; time and IO come in as arguments"
    for call, name in _calls(source.tree):
        if name.rpartition(".")[2] in CLOCK_AND_IO_CALLS:
            yield f"{source.path}:{call.lineno}: telephony calls {name}(); time and IO come in as arguments"


THE_LOOP = (f"{PACKAGE}/ui/desktop.py", "QApplication.exec")
"""The program's own event loop is the one that may run; any other would run inside it."""


def no_nested_event_loop(source: Source) -> Iterator[str]:
    for call, name in _calls(source.tree):
        if name.endswith((".exec", ".exec_")) and (source.path, name) != THE_LOOP:
            yield f"{source.path}:{call.lineno}: {name}() nests an event loop and kills tasks; use open() and signals"
        if name.endswith("processEvents"):
            yield f"{source.path}:{call.lineno}: {name}() nests an event loop and kills tasks"


def no_bare_tasks(source: Source) -> Iterator[str]:
    if source.path == f"{PACKAGE}/desk/tasks.py":
        return
    for call, name in _calls(source.tree):
        owner, _, verb = name.rpartition(".")
        bare = owner in {"", "asyncio"} or owner.endswith(("loop", "loop()"))
        if verb == "ensure_future" or (verb == "create_task" and bare):
            yield f"{source.path}:{call.lineno}: {name}() starts a task that nobody keeps; desk/tasks.py does"


def names_say_something(source: Source) -> Iterator[str]:
    for part in Path(source.path).with_suffix("").parts:
        if empty := EMPTY_WORDS & set(part.lower().split("_")):
            yield f"{source.path}: {', '.join(sorted(empty))!r} names nothing; use the trade's word"


def files_stay_small(source: Source) -> Iterator[str]:
    lines = source.text.count("\n")
    if lines > FILE_LINES:
        yield f"{source.path}: {lines} lines, at most {FILE_LINES}"


def functions_stay_small(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                yield f"{source.path}:{node.lineno}: {node.name} has {lines} lines, at most {FUNCTION_LINES}"


RULES: tuple[Rule, ...] = (
    imports_go_down,
    windows_know_only_the_desk,
    qt_stays_upstairs,
    simulator_uses_the_pure_part_of_pbx,
    httpx_in_the_clients_only,
    telephony_is_pure,
    no_nested_event_loop,
    no_bare_tasks,
    names_say_something,
    files_stay_small,
    functions_stay_small,
)
RULES_FOR_TESTS: tuple[Rule, ...] = (names_say_something, files_stay_small, functions_stay_small)


def sources(folder: str) -> list[Source]:
    """Every Python file under a top-level folder."""
    return [
        Source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / folder).rglob("*.py"))
    ]


def breaches(rule: Rule, house: list[Source]) -> list[str]:
    return [breach for source in house for breach in rule(source)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_program_keeps(rule: Rule) -> None:
    found = breaches(rule, sources(PACKAGE))
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("rule", RULES_FOR_TESTS, ids=lambda rule: rule.__name__)
def test_the_tests_keep(rule: Rule) -> None:
    found = breaches(rule, sources("tests") + sources("packaging"))
    assert not found, "\n" + "\n".join(found)


def test_the_program_needs_no_qasync() -> None:
    users = {source.path for source in sources(PACKAGE) if any(i.library == "qasync" for i in source.imports())}
    assert not users, f"qasync is a benchmark's; it is imported in {', '.join(sorted(users))}"


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (imports_go_down, "pbx/client.py", "from agent_desktop.desk.session import Session"),
        (imports_go_down, "pbx/client.py", "from agent_desktop.store import journal"),
        (imports_go_down, "store/calls.py", "from agent_desktop import system"),
        (imports_go_down, "system/paths.py", "import agent_desktop.pbx.webhook"),
        (imports_go_down, "desk/session.py", "from ..ui import tray"),
        (imports_go_down, "telephony/call.py", "from agent_desktop.pbx.webhook import parse"),
        (imports_go_down, "errors.py", "from agent_desktop.telephony.call import Call"),
        (imports_go_down, "desk/session.py", "def late() -> None:\n    import agent_desktop.app\n"),
        (imports_go_down, "attic/box.py", ""),
        (windows_know_only_the_desk, "ui/tray.py", "from agent_desktop.system.secrets import Secrets"),
        (windows_know_only_the_desk, "ui/models/calls.py", "from agent_desktop.store.calls import search"),
        (qt_stays_upstairs, "desk/desk.py", "from PySide6.QtCore import QObject"),
        (qt_stays_upstairs, "desk/desk.py", "def late() -> None:\n    import qasync\n"),
        (qt_stays_upstairs, "cli.py", "from PySide6 import QtWidgets"),
        (qt_stays_upstairs, "cli.py", "from agent_desktop.ui.desktop import Desktop"),
        (simulator_uses_the_pure_part_of_pbx, "simulator/pbx.py", "from agent_desktop.store.calls import Calls"),
        (httpx_in_the_clients_only, "pbx/answers.py", "import httpx"),
        (telephony_is_pure, "telephony/number.py", "import logging"),
        (telephony_is_pure, "telephony/call.py", "from time import monotonic"),
        (telephony_is_pure, "telephony/call.py", "from datetime import datetime\nseen = datetime.now()"),
        (no_nested_event_loop, "ui/settings.py", "dialog.exec()"),
        (no_nested_event_loop, "ui/settings.py", "QApplication.exec()"),
        (no_nested_event_loop, "ui/settings.py", "QApplication.processEvents()"),
        (no_bare_tasks, "desk/desk.py", "asyncio.create_task(work())"),
        (no_bare_tasks, "desk/desk.py", "from asyncio import create_task\ncreate_task(work())"),
        (no_bare_tasks, "desk/desk.py", "asyncio.get_running_loop().create_task(work())"),
        (no_bare_tasks, "ui/bridge.py", "self._loop.create_task(work())"),
        (no_bare_tasks, "ui/bridge.py", "asyncio.ensure_future(work())"),
        (names_say_something, "desk/call_helpers.py", ""),
        (names_say_something, "utils/text.py", ""),
        (files_stay_small, "desk/desk.py", "x = 1\n" * (FILE_LINES + 1)),
        (functions_stay_small, "desk/desk.py", "def f() -> None:\n" + "    x = 1\n" * FUNCTION_LINES),
    ],
)
def test_a_breach_is_caught(rule: Rule, path: str, text: str) -> None:
    assert breaches(rule, [Source(f"{PACKAGE}/{path}", text)])


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (
            "pbx/client.py",
            "import httpx\nfrom agent_desktop.telephony.call import Call\nfrom agent_desktop.errors import E",
        ),
        ("desk/session.py", "from agent_desktop.pbx import client\nfrom agent_desktop import __version__"),
        ("ui/tray.py", "from PySide6.QtWidgets import QMenu\nfrom agent_desktop.desk.desk import Desk\nmenu.open()"),
        ("cli.py", "def run() -> None:\n    from PySide6 import QtWidgets\n    from agent_desktop.app import App\n"),
        ("desk/tasks.py", "asyncio.create_task(work())"),
        (
            "desk/session.py",
            "async def f() -> None:\n    async with asyncio.TaskGroup() as g:\n        g.create_task(w())\n",
        ),
        ("telephony/call.py", "from datetime import datetime\ndef since(now: datetime) -> None: ..."),
    ],
)
def test_what_is_allowed_passes(path: str, text: str) -> None:
    found = [breach for rule in RULES for breach in breaches(rule, [Source(f"{PACKAGE}/{path}", text)])]
    assert not found
