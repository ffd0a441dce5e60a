"""One running program, beside a simulated PBX, for the tests that leave it as they found it."""

from collections.abc import Iterator

import pytest

from agent_desktop.demo.pbx_host import PbxHost
from agent_desktop.simulator.simulator import Simulator, SimulatorOptions
from tests.end_to_end.program import KEY, Program


@pytest.fixture(scope="module")
def pbx() -> Iterator[Simulator]:
    """A simulated PBX."""
    with PbxHost(SimulatorOptions(key=KEY, domain="demo.example", speed=20)) as host:
        yield host.simulator


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, pbx: Simulator) -> Iterator[Program]:
    """The program, set up for the PBX and running."""
    program = Program(tmp_path_factory.mktemp("profile"))
    program.set_up(pbx.url, "--set", "pbx.zone=Asia/Ho_Chi_Minh")
    program.start()
    pbx.webhook_url = program.verb("webhook-url").stdout.strip()
    yield program
    program.kill()


@pytest.fixture
def program(tmp_path) -> Iterator[Program]:
    """A program that is not started yet."""
    program = Program(tmp_path)
    yield program
    program.kill()
