"""The real program in a process of its own, with a profile in a temporary folder and its secrets in the environment."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

from agent_desktop.simulator.simulator import Simulator

Result = TypeVar("Result")

KEY = "test-key-4711"
WEBHOOK_SECRET = "test-webhook-secret"
PATIENCE_S = 60.0


class Program:
    """`agent-desktop` for one profile."""

    def __init__(self, profile: Path, **environment: str) -> None:
        self.profile = profile
        self.environment = {
            **os.environ,
            "AGENT_DESKTOP_PROFILE": str(profile),
            "AGENT_DESKTOP_KEY": KEY,
            "AGENT_DESKTOP_WEBHOOK_SECRET": WEBHOOK_SECRET,
            "PYTHONWARNINGS": "error",
            **environment,
        }
        self.process: subprocess.Popen[str] | None = None
        self._spawned: list[subprocess.Popen[str]] = []

    def verb(self, *arguments: str, stdin: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
        """Run one verb to its end."""
        return subprocess.run(
            [sys.executable, "-m", "agent_desktop", *arguments],
            input=stdin,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            env={**self.environment, **environment},
            check=False,
        )

    def json(self, *arguments: str) -> Any:
        """What a verb that must succeed prints with --json."""
        done = self.verb(*arguments, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def events(self) -> list[dict[str, Any]]:
        """The journal."""
        done = self.verb("events", "--json")
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    def set_up(self, pbx_url: str = "http://127.0.0.1:9", *more: str) -> None:
        """Settings for a desk at extension 101, listening at a free port."""
        self.port = free_port()
        done = self.verb(
            "setup",
            "--pbx-url",
            pbx_url,
            "--domain",
            "demo.example",
            "--extension",
            "101",
            "--listen",
            f"127.0.0.1:{self.port}",
            *more,
        )
        assert done.returncode == 0, done.stderr

    def start(self) -> None:
        """Run the program, and wait until it listens."""
        self.process = self.spawn()
        wait_for(self._listens, "the program to listen")

    def spawn(self, *command: str) -> "subprocess.Popen[str]":
        """Run the program, by a command of its own where one is given. `kill` ends it where the test does not."""
        process = subprocess.Popen(
            command or [sys.executable, "-m", "agent_desktop", "run"],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._spawned.append(process)
        return process

    def _listens(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, self.process.communicate()
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self) -> str:
        """End it as a desktop does at log-out; what it wrote to stderr."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        _, errors = self.process.communicate(timeout=PATIENCE_S)
        assert self.process.returncode == 0, errors
        self.process = None
        return errors

    def kill(self) -> None:
        """End it as a power cut does."""
        for process in self._spawned:
            if process.poll() is None:
                process.kill()
                process.communicate()
        self._spawned.clear()
        self.process = None

    def is_held(self) -> bool:
        """True once a program has taken the profile."""
        return (self.profile / "control.sock").exists()

    def log(self) -> bytes:
        """What it logged."""
        return b"".join(path.read_bytes() for path in self.profile.glob("logs/*"))

    def on(self, pbx: Simulator, work: Coroutine[Any, Any, Result]) -> Result:
        """Let a simulated PBX, which lives on a thread of its own, do something; what came of it."""
        loop = pbx._group._loop
        assert loop is not None
        return asyncio.run_coroutine_threadsafe(work, loop).result(PATIENCE_S)

    def send(self, path: str, *, secret: str = WEBHOOK_SECRET, headers: str = "") -> str:
        """A webhook as the PBX sends it: the request line as it is, a raw space included. The status line."""
        request = (
            f"GET /{secret}{path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nUser-Agent: curl/7.64.0\r\n"
            f"Accept: */*\r\nContent-Type: application/x-www-form-urlencoded\r\n{headers}\r\n"
        )
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE_S) as connection:
            connection.sendall(request.encode())
            answer = connection.makefile("rb").readline()
        return answer.decode().strip()


def wait_for(condition: Any, what: str) -> Any:
    """The condition's first true value."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        if value := condition():
            return value
        time.sleep(0.02)
    raise AssertionError(f"waited in vain for {what}")


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
