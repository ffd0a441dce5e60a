import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from agent_desktop.simulator.main import main
from tests.simulator.collector import BASE, Collector

ROOT = Path(__file__).parents[2]
COMMAND = "import os, sys; from agent_desktop.simulator.main import main; sys.exit(main(sys.argv[1:], os.environ))"


def test_the_address_comes_first_and_the_key_only_where_it_was_made(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--calls", "1", "--speed", "1000"], {}) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("PBX_URL=http://127.0.0.1:")
    assert lines[1].startswith("PBX_KEY=")
    assert "bound" in lines[2]
    assert "webhooks sent" in lines[3]
    assert main(["--calls", "1", "--speed", "1000"], {"AGENT_DESKTOP_KEY": "s3cret"}) == 0
    output = capsys.readouterr()
    assert "PBX_KEY" not in output.out
    assert "s3cret" not in output.out + output.err


def test_the_same_seed_prints_the_same_calls(capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for seed in ("3", "3", "4"):  # one call each: who is free for a second one hangs on how fast this computer is
        assert main(["--calls", "1", "--speed", "1000", "--seed", seed], {"AGENT_DESKTOP_KEY": "k"}) == 0
        told.append(sorted(line[8:] for line in capsys.readouterr().out.splitlines()[1:-1]))
    assert told[0] == told[1] != told[2]


@pytest.mark.parametrize("way", ["environment", "argument", "stdin"])
def test_webhooks_go_where_they_are_told_to(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "script.txt"
    script.write_text("pause 101\n", encoding="utf-8")

    async def whole() -> None:
        collector = Collector()
        server = await asyncio.start_server(collector.connected, "127.0.0.1", 0)
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}{BASE}"
        arguments = {"argument": ["--webhook-url", url], "stdin": ["--webhook-url-stdin"]}.get(way, [])
        environ = {**os.environ, "AGENT_DESKTOP_KEY": "k"} | (
            {"AGENT_DESKTOP_WEBHOOK_URL": url} if way == "environment" else {}
        )
        running = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", COMMAND, "--script", str(script), *arguments),
            cwd=ROOT,
            env=environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        output, _ = await running.communicate(f"{url}\n".encode())
        assert running.returncode == 0
        assert b"1 webhook sent, 0 of them to nobody" in output
        assert collector.targets == ["/api/Agent/ChangeStatus?extension=101&status=pause"]
        server.close()

    asyncio.run(whole())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("arguments", [["--calls", "0"], ["--speed", "20"]])
def test_it_ends_cleanly_when_told_to(how: signal.Signals, arguments: list[str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-c", COMMAND, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline().startswith("PBX_URL=")
        running.send_signal(how)
        _, errors = running.communicate()
    assert (running.returncode, errors) == (0, "")


def test_it_ends_after_its_duration(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--calls", "0", "--duration", "0.05"], {}) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(os.name == "nt", reason="a pipe's end is noticed otherwise on Windows")
def test_calls_go_on_when_nobody_reads_any_more() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", COMMAND, "--calls", "3", "--speed", "500"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--fault", "dupe"], "Did you mean 'duplicate'?"),
        (["--speed", "0"], "speed"),
        (["--script", "/no/such/file"], "script"),
        (["--webhook-url", "desk.example.com"], "http://"),
        (["--host", "192.0.2.1", "--port", "9"], "cannot be opened"),
    ],
)
def test_what_cannot_be_used(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments, {}) == 2
    output = capsys.readouterr()
    assert words in output.err
    assert "Traceback" not in output.err


def test_help_names_everything(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"], {})
    assert caught.value.code == 0
    text = capsys.readouterr().out
    for word in (
        "agent-desktop simulate",
        "--webhook-url-stdin",
        "--day",
        "--script",
        "AGENT_DESKTOP_KEY",
        "php-warning",
        "%20",
    ):
        assert word in text
