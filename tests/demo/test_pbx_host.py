"""The demo's PBX, on a thread of its own."""

import socket
import threading
import urllib.request

import pytest

from agent_desktop.demo.pbx_host import PbxHost
from agent_desktop.simulator.simulator import SimulatorOptions


def test_it_serves_until_its_end_and_takes_what_runs_with_it():
    started, ended = threading.Event(), threading.Event()

    async def call(simulator):
        try:
            started.set()
            await simulator.sleep(10_000)
        finally:
            ended.set()

    with PbxHost(SimulatorOptions()) as host:
        host.start(call(host.simulator))
        assert started.wait(30)
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(host.simulator.url, timeout=30)
        refused.value.close()
        assert refused.value.code == 404
    assert ended.is_set()
    assert not any(thread.name == "simulated PBX" for thread in threading.enumerate())


def test_a_port_that_is_taken_is_an_error_at_once():
    with socket.create_server(("127.0.0.1", 0)) as other:
        host = PbxHost(SimulatorOptions(port=other.getsockname()[1]))
        with pytest.raises(OSError, match="address already in use"), host:
            pass
