"""The control channel between real processes: one instance wins, others hand over, hostile input costs a connection."""

import asyncio
import errno
import json
import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent_desktop.errors import AgentDesktopError, AlreadyRunning, NotDialable, PbxUnreachable, StoreFailed
from agent_desktop.system.control_server import ControlServer
from agent_desktop.system.paths import Profile
from agent_desktop.system.single_instance import (
    LARGEST_REQUEST,
    InstanceLock,
    NotAnswering,
    NotRunning,
    is_running,
    open_pipe,
    request,
)

INSTANCE = """
import asyncio, sys
from pathlib import Path
from agent_desktop.errors import AlreadyRunning
from agent_desktop.system.control_server import ControlServer
from agent_desktop.system.paths import Profile

async def handler(verb, args):
    return [verb, args]

async def main():
    try:
        await ControlServer(Profile(Path(sys.argv[1]))).start(handler)
    except AlreadyRunning:
        print("second", flush=True)
        return
    print("first", flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    made = Profile(tmp_path / "desk")
    made.create()
    return made


@pytest.fixture
def processes() -> Iterator[list[subprocess.Popen[str]]]:
    started: list[subprocess.Popen[str]] = []
    yield started
    for process in started:
        process.kill()
        process.communicate()


def launch(profile: Profile) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", INSTANCE, str(profile.root)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def first_word(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


async def echo(verb: str, args: dict[str, object]) -> object:
    return {"verb": verb, **args}


async def ask(profile: Profile, verb: str, args: dict[str, object] | None = None) -> object:
    return await asyncio.to_thread(request, profile, verb, args)


async def say(profile: Profile, line: bytes) -> bytes:
    """Whatever the server answers to raw bytes, up to the end of the connection."""
    reader, writer = await asyncio.open_unix_connection(profile.control_socket)
    try:
        writer.write(line)
        return await reader.read()
    except ConnectionResetError:
        return b""
    finally:
        writer.close()


def test_a_request_is_answered_and_the_profile_is_let_go(profile: Profile) -> None:
    async def script() -> None:
        server = ControlServer(profile)
        await server.start(echo)
        assert is_running(profile)
        assert stat.S_IMODE(profile.control_socket.stat().st_mode) == 0o600
        assert await ask(profile, "dial", {"number": "0938 363 739 – Hoa"}) == {
            "verb": "dial",
            "number": "0938 363 739 – Hoa",
        }
        answers = await asyncio.gather(*(ask(profile, "status", {"n": n}) for n in range(8)))
        assert answers == [{"verb": "status", "n": n} for n in range(8)]
        await server.close()
        await server.close()
        assert not is_running(profile)
        assert not profile.control_socket.exists()

        again = ControlServer(profile)
        await again.start(echo)
        await again.close()

    asyncio.run(script())


def test_without_an_instance_the_asker_is_told_at_once(profile: Profile, tmp_path: Path) -> None:
    for asked in (profile, Profile(tmp_path / "never made")):
        assert not is_running(asked)
        with pytest.raises(NotRunning):
            request(asked, "raise")


def test_a_long_profile_path_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    profile = Profile(tmp_path / ("far" * 40))
    profile.create()

    async def script() -> None:
        server = ControlServer(profile)
        await server.start(echo)
        assert await ask(profile, "raise") == {"verb": "raise"}
        await server.close()

    asyncio.run(script())
    assert profile.control_socket.parent == tmp_path / "agent-desktop"


class NotConnected(PbxUnreachable):
    """A kind of error that only its module knows."""


def test_errors_arrive_as_what_they_are(profile: Profile) -> None:
    async def handler(verb: str, args: dict[str, object]) -> object:
        if verb == "pause":
            raise NotConnected
        if verb == "dial":
            raise NotDialable("'abc' holds no number.", "Type one.")
        if verb == "odd result":
            return object()
        raise ZeroDivisionError("a bug")

    async def script() -> None:
        server = ControlServer(profile)
        await server.start(handler)
        with pytest.raises(NotDialable) as refused:
            await ask(profile, "dial")
        assert (refused.value.title, refused.value.advice) == ("'abc' holds no number.", "Type one.")
        with pytest.raises(PbxUnreachable):
            await ask(profile, "pause")
        for verb in ("bug", "odd result"):
            with pytest.raises(AgentDesktopError) as failed:
                await ask(profile, verb)
            assert type(failed.value) is AgentDesktopError
            assert "bug" not in failed.value.message
        await server.close()

    asyncio.run(script())


@pytest.mark.parametrize(
    "line",
    [
        b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"\x00\xff\xfe\n",
        b"\n",
        b"[" * 60_000 + b"\n",
        b'{"verb": 1, "args": {}}\n',
        b'{"verb": "dial"}\n',
        b'{"verb": "dial", "args": []}\n',
        b"x" * (LARGEST_REQUEST * 4),
    ],
)
def test_hostile_input_costs_its_connection_only(profile: Profile, line: bytes) -> None:
    heard: list[str] = []

    async def handler(verb: str, args: dict[str, object]) -> object:
        heard.append(verb)
        return None

    async def script() -> None:
        server = ControlServer(profile)
        await server.start(handler)
        assert await say(profile, line) == b""
        assert await ask(profile, "status") is None
        await server.close()

    asyncio.run(script())
    assert heard == ["status"]


def test_silent_connections_do_not_keep_others_out_forever(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agent_desktop.system.control_server._REQUEST_SECONDS", 0.05)
    monkeypatch.setattr("agent_desktop.system.control_server._MOST_CONVERSATIONS", 2)

    async def script() -> None:
        server = ControlServer(profile)
        await server.start(echo)
        silent = [await asyncio.open_unix_connection(profile.control_socket) for _ in range(4)]
        for reader, writer in silent:
            assert await reader.read() == b""
            writer.close()
        assert await ask(profile, "status") == {"verb": "status"}
        await server.close()

    asyncio.run(script())


def test_closing_waits_for_no_one_who_hangs_but_lets_the_one_who_asked_have_the_answer(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agent_desktop.system.control_server._CLOSING_SECONDS", 0.05)
    server = ControlServer(profile)

    async def script() -> None:
        started = asyncio.Event()

        async def handler(verb: str, args: dict[str, object]) -> object:
            if verb == "quit":
                await server.close()
                return "bye"
            started.set()
            return await asyncio.Event().wait()

        await server.start(handler)
        stuck = asyncio.create_task(ask(profile, "stuck"))
        await started.wait()
        assert await ask(profile, "quit") == "bye"
        with pytest.raises(NotAnswering):
            await stuck

    asyncio.run(script())
    assert not is_running(profile)


def test_an_instance_that_hangs_is_given_up_on(profile: Profile) -> None:
    lock = InstanceLock(profile.lock_file)
    assert lock.acquire()
    with pytest.raises(NotAnswering):
        request(profile, "status", timeout=0.05)  # it never listens
    with socket.socket(socket.AF_UNIX) as endpoint:
        endpoint.bind(str(profile.control_socket))
        endpoint.listen()
        with pytest.raises(NotAnswering):
            request(profile, "status", timeout=0.05)  # it never answers
    lock.release()


def test_an_answer_that_is_none_is_not_taken_for_one(profile: Profile) -> None:
    async def babble(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readline()
        writer.write(b'{"ok": false, "error": "?"}\n')
        writer.close()

    async def script() -> None:
        async with await asyncio.start_unix_server(babble, profile.control_socket):
            with pytest.raises(NotAnswering):
                await ask(profile, "status")

    asyncio.run(script())


def test_a_socket_of_another_user_is_not_talked_to(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    async def script() -> None:
        server = ControlServer(profile)
        await server.start(echo)
        monkeypatch.setattr(os, "getuid", lambda: 12345)
        with pytest.raises(NotAnswering):
            await ask(profile, "status")
        monkeypatch.undo()
        await server.close()

    asyncio.run(script())


@pytest.mark.skipif(not hasattr(socket, "SO_PEERCRED"), reason="the system does not say who connects")
def test_another_users_connection_is_closed(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    async def script() -> None:
        server = ControlServer(profile)
        await server.start(echo)
        monkeypatch.setattr(os, "getuid", lambda: 12345)
        assert await say(profile, json.dumps({"verb": "status", "args": {}}).encode() + b"\n") == b""
        monkeypatch.undo()
        await server.close()

    asyncio.run(script())


def test_of_simultaneous_starts_one_wins_and_the_others_reach_it(
    profile: Profile, processes: list[subprocess.Popen[str]]
) -> None:
    processes += [launch(profile) for _ in range(4)]
    assert sorted(first_word(process) for process in processes) == ["first", "second", "second", "second"]
    assert request(profile, "raise", {"window": "history"}) == ["raise", {"window": "history"}]


def test_what_a_killed_instance_leaves_behind_stops_no_one(
    profile: Profile, processes: list[subprocess.Popen[str]]
) -> None:
    processes.append(launch(profile))
    assert first_word(processes[0]) == "first"
    processes[0].send_signal(signal.SIGKILL)
    processes[0].wait()
    assert profile.control_socket.exists()
    with pytest.raises(NotRunning):
        request(profile, "raise")
    processes.append(launch(profile))
    assert first_word(processes[1]) == "first"
    assert request(profile, "status") == ["status", {}]


def test_a_second_start_in_the_same_process_is_refused_too(profile: Profile) -> None:
    async def script() -> None:
        server = ControlServer(profile)
        await server.start(echo)
        with pytest.raises(AlreadyRunning):
            await ControlServer(profile).start(echo)
        assert await ask(profile, "status") == {"verb": "status"}
        await server.close()

    asyncio.run(script())


def test_a_profile_that_cannot_hold_a_socket_is_let_go(profile: Profile) -> None:
    profile.control_socket.mkdir()
    with pytest.raises(StoreFailed):
        asyncio.run(ControlServer(profile).start(echo))
    assert not is_running(profile)


def test_the_asker_imports_no_event_loop_and_no_window_toolkit() -> None:
    program = (
        "import sys; import agent_desktop.system.single_instance as s;"
        "print([m for m in ('asyncio', 'PySide6', 'httpx', 'keyring', 'sqlite3', 'platformdirs') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert done.stdout.strip() == "[]"


def test_a_pipe_that_is_busy_is_told_from_one_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python tells the first as an argument that is not valid."""
    with pytest.raises(FileNotFoundError):
        open_pipe(str(tmp_path / "pipe"))

    def refuse(*_: object, **options: object) -> None:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(BlockingIOError):
        open_pipe(str(tmp_path / "pipe"))
