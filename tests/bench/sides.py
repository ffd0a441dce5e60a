"""The two sides of every benchmark as processes: the program with a profile of its own, and the barest programs."""

import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType

from agent_desktop.system.paths import Profile
from agent_desktop.system.single_instance import request
from tests.bench.process_use import memory_mb, processor_ns
from tests.bench.screen import Screen
from tests.bench.webhooks import OWN, SECRET

KEY = "bench-key"
PATIENCE_S = 30.0


class Side:
    """A process that runs until it is left. `started_ns` (perf_counter_ns) is taken before it exists."""

    def __init__(self, arguments: list[str], environment: Mapping[str, str]) -> None:
        self.port = 0
        self._arguments = [sys.executable, "-m", *arguments]
        self._environment = dict(environment)
        self._process: subprocess.Popen[bytes] | None = None
        self.started_ns = 0
        self._unread = b""

    def __enter__(self) -> "Side":
        self.started_ns = time.perf_counter_ns()
        self._process = subprocess.Popen(self._arguments, env=self._environment, stdout=subprocess.PIPE)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        process, self._process = self.process, None
        assert process.stdout is not None
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise
        finally:
            process.stdout.close()

    @property
    def process(self) -> "subprocess.Popen[bytes]":
        """While it runs."""
        assert self._process is not None
        return self._process

    @property
    def environment(self) -> dict[str, str]:
        """What it was started with."""
        return dict(self._environment)

    @property
    def memory_mb(self) -> tuple[float, float]:
        """Resident and proportional."""
        return memory_mb(self.process.pid)

    @property
    def processor_ns(self) -> int:
        """Time on a processor up to now."""
        return processor_ns(self.process.pid)

    def line(self) -> str:
        """The next line that it prints."""
        stdout = self.process.stdout
        assert stdout is not None
        while b"\n" not in self._unread:
            ready, _, _ = select.select([stdout], [], [], PATIENCE_S)
            piece = os.read(stdout.fileno(), 65536) if ready else b""
            if not piece:
                raise SystemExit(f"{self._arguments[2]} said nothing.")
            self._unread += piece
        line, _, self._unread = self._unread.partition(b"\n")
        return line.decode()


class Barest(Side):
    """One of the `barest_*` programs. Those that listen print their port first."""

    def __init__(self, name: str, screen: Screen, *, listens: bool = True) -> None:
        super().__init__([f"tests.bench.barest_{name}"], screen.environment)
        self._listens = listens

    def __enter__(self) -> "Barest":
        super().__enter__()
        if self._listens:
            self.port = int(self.line())
        return self

    def painted_ns(self, callid: str) -> int:
        """When the window of this call was painted."""
        while True:
            painted, at = self.line().split()
            if painted == callid:
                return int(at)


class Program(Side):
    """`agent-desktop run`, set up beforehand and listening when entered. `settings` are `section.key=value`."""

    def __init__(self, screen: Screen, *settings: str, pbx_url: str = "http://127.0.0.1:9") -> None:
        self._folder = tempfile.mkdtemp(prefix="bench-")
        home = Path(self._folder, "home")
        home.mkdir()
        self.profile = Profile(Path(self._folder, "profile").resolve())
        # Nothing of the user's own is read or changed, and no keyring is asked.
        environment = {
            **screen.environment,
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home),
            "XDG_DATA_HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "AGENT_DESKTOP_PROFILE": str(self.profile.root),
            "AGENT_DESKTOP_KEY": KEY,
            "AGENT_DESKTOP_WEBHOOK_SECRET": SECRET,
        }
        super().__init__(["agent_desktop", "run"], environment)
        self.port = free_port()
        self._set_up(pbx_url, settings)
        self.listening_ns = 0

    def _set_up(self, pbx_url: str, settings: tuple[str, ...]) -> None:
        verb = ["agent_desktop", "setup", "--pbx-url", pbx_url, "--domain", "demo", "--extension", OWN]
        verb += ["--listen", f"127.0.0.1:{self.port}"]
        for setting in settings:
            verb += ["--set", setting]
        subprocess.run([sys.executable, "-m", *verb], env=self._environment, check=True, stdout=subprocess.DEVNULL)

    def __enter__(self) -> "Program":
        super().__enter__()
        while not accepts(self.port):
            if self.process.poll() is not None:
                raise SystemExit("The program ended by itself.")
            time.sleep(0.001)
        self.listening_ns = time.perf_counter_ns()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            super().__exit__(kind, error, at)
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    def receipts(self) -> dict[str, int]:
        """When (perf_counter_ns) the pop of each of the last calls was painted, by callid."""
        answer = request(self.profile, "receipts")
        assert isinstance(answer, list)
        return {callid: painted for callid, _, painted in answer}

    def painted_ns(self, callid: str) -> int:
        """When the pop of this call was painted."""
        return wait_for(lambda: self.receipts().get(callid), f"the pop of {callid}")


class Pbx(Side):
    """The simulated PBX: its REST API and no calls."""

    def __init__(self, screen: Screen) -> None:
        environment = {**screen.environment, "AGENT_DESKTOP_KEY": KEY}
        super().__init__(["agent_desktop", "simulate", "--calls", "0"], environment)
        self.url = ""

    def __enter__(self) -> "Pbx":
        super().__enter__()
        self.url = self.line().partition("=")[2]
        return self


class Flood(Side):
    """Webhooks for other extensions, `rate` a second to each port, for as long as it is there."""

    def __init__(self, prefix: str, rate: float, *ports: int) -> None:
        super().__init__(["tests.bench.sender", "paced", prefix, str(rate), *map(str, ports)], os.environ)


def send_in_full(prefix: str, port: int, seconds: float, at_once: int, how: str) -> dict[str, float]:
    """Webhooks as fast as they are acknowledged, from a process of its own (see `sender`)."""
    arguments = ["tests.bench.sender", "full", prefix, str(port), str(seconds), str(at_once), how]
    done = subprocess.run([sys.executable, "-m", *arguments], check=True, capture_output=True)
    sent: dict[str, float] = json.loads(done.stdout)
    return sent


def send_own(prefix: str, port: int, calls: int, at_once: int) -> None:
    """All that is told of so many calls for this desk, from a process of its own (see `sender`)."""
    arguments = ["tests.bench.sender", "own", prefix, str(port), str(calls), str(at_once)]
    subprocess.run([sys.executable, "-m", *arguments], check=True)


def wait_for(value: Callable[[], int | None], what: str) -> int:
    """The first value that there is."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        if (found := value()) is not None:
            return found
        time.sleep(0.02)
    raise SystemExit(f"Waited in vain for {what}.")


def accepts(port: int) -> bool:
    """True while someone listens."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
