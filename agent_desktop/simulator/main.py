"""`agent-desktop simulate`: a PBX to try the program against, on the command line."""

import argparse
import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from agent_desktop.errors import AgentDesktopError, UsageError
from agent_desktop.simulator.faults import describe, parse_faults
from agent_desktop.simulator.script import parse_script
from agent_desktop.simulator.simulator import Simulator, SimulatorOptions

KEY_VARIABLE = "AGENT_DESKTOP_KEY"
WEBHOOK_URL_VARIABLE = "AGENT_DESKTOP_WEBHOOK_URL"
IDLE_CALLS_PER_MINUTE = 5.0
BUSY_CALLS_PER_MINUTE = 10.0
BUSY_DAY_CALLS = 400

_EPILOG = f"""\
The first line printed is PBX_URL=…, the address for the settings of Agent Desktop. The key is taken from
{KEY_VARIABLE}; without one, a fresh key is made and printed on the second line as PBX_KEY=…. The webhook URL
(it holds a secret) is what 'agent-desktop webhook-url' prints; without one no webhook is sent.

faults (NAME is always, NAME=0.2 is one in five):
{describe()}

example:
  export {KEY_VARIABLE}=any-key {WEBHOOK_URL_VARIABLE}="$(agent-desktop webhook-url)"
  agent-desktop simulate --calls 20 --speed 5 --fault duplicate=0.2 --fault late=0.1
"""


def main(argv: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run the verb. 0 when it ended by itself, by Ctrl+C or by SIGTERM; 2 for what cannot be used."""
    arguments = _parser().parse_args(argv)
    try:
        options = _options(arguments, environ)
        script = Path(arguments.script).read_text(encoding="utf-8") if arguments.script else ""
        parse_script(script)
    except AgentDesktopError as error:
        sys.stderr.write(f"{error.message}\n")
        return 2
    except (OSError, UnicodeDecodeError) as error:
        sys.stderr.write(f"The script cannot be read ({error}).\n")
        return 2
    try:
        asyncio.run(_run(options, arguments, script, show_key=not environ.get(KEY_VARIABLE)))
    except OSError:
        where = f"Port {options.port} of {options.host}"
        sys.stderr.write(f"{where} cannot be opened; it may be taken. Choose another with --port.\n")
        return 2
    except KeyboardInterrupt:
        pass
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="agent-desktop simulate",
        description="A PBX to try Agent Desktop against: serves its REST API, makes up calls and sends their webhooks.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--host", default="127.0.0.1", help="address to serve on (default: %(default)s)")
    add("--port", type=int, default=0, help="port to serve on (default: any free one)")
    add(
        "--webhook-url",
        default="",
        metavar="URL",
        help=f"where to send webhooks; better given in {WEBHOOK_URL_VARIABLE}",
    )
    add("--webhook-url-stdin", action="store_true", help="read the webhook URL from the first line of standard input")
    add("--domain", default="demo", help="the company's domain (default: %(default)s)")
    add("--extension", default="101", help="the desk's extension (default: %(default)s)")
    add("--seed", type=int, default=1, help="the same seed makes the same calls (default: %(default)s)")
    add("--speed", type=float, default=1.0, help="10 makes a minute of calls take 6 s (default: %(default)s)")
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--calls", type=int, metavar="N", help="end after N calls; 0 makes none (default: one now and then)"
    )
    what.add_argument("--day", action="store_true", help=f"a busy day: {BUSY_DAY_CALLS} calls, many at once, then end")
    what.add_argument("--script", metavar="FILE", help="play the calls of a file, then end")
    add("--history", type=int, default=0, metavar="N", help="records of N past calls, in the REST API only")
    add("--history-days", type=int, default=7, metavar="N", help="over so many days (default: %(default)s)")
    add("--fault", action="append", default=[], metavar="NAME[=P]", help="something that goes wrong; see below")
    add("--duration", type=float, metavar="S", help="end after S seconds at the latest")
    return parser


def _options(arguments: argparse.Namespace, environ: Mapping[str, str]) -> SimulatorOptions:
    if not 0 < arguments.speed <= 10_000:
        raise UsageError("The speed must be a number above 0.")
    url = arguments.webhook_url or environ.get(WEBHOOK_URL_VARIABLE, "")
    if arguments.webhook_url_stdin:
        url = sys.stdin.readline().strip()
    if url and not url.startswith(("http://", "https://")):
        raise UsageError("The webhook URL must begin with http:// or https://.")
    return SimulatorOptions(
        host=arguments.host,
        port=arguments.port,
        key=environ.get(KEY_VARIABLE, ""),
        domain=arguments.domain,
        webhook_url=url,
        extension=arguments.extension,
        seed=arguments.seed,
        speed=arguments.speed,
        faults=parse_faults(arguments.fault),
    )


async def _run(options: SimulatorOptions, arguments: argparse.Namespace, script: str, *, show_key: bool) -> None:
    loop = asyncio.get_running_loop()
    work = asyncio.current_task()
    assert work is not None
    with contextlib.suppress(NotImplementedError):  # Windows knows no SIGTERM handler; its Ctrl+C is an exception
        for each in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(each, work.cancel)
    with contextlib.suppress(asyncio.CancelledError, TimeoutError):
        async with asyncio.timeout(arguments.duration), Simulator(options, say=_say) as simulator:
            _say(f"PBX_URL={simulator.url}")
            if show_key:
                _say(f"PBX_KEY={simulator.key}")
            simulator.add_history(arguments.history, days=max(1, arguments.history_days))
            await _play(simulator, arguments, script)
            await simulator.settled()
            sent = "1 webhook" if len(simulator.sent) == 1 else f"{len(simulator.sent)} webhooks"
            _say(f"{sent} sent, {simulator.lost} of them to nobody.")


async def _play(simulator: Simulator, arguments: argparse.Namespace, script: str) -> None:
    if script:
        await simulator.script(script)
    elif arguments.day:
        await simulator.run_day(BUSY_DAY_CALLS, BUSY_CALLS_PER_MINUTE)
    elif arguments.calls == 0:
        await asyncio.Event().wait()
    else:
        await simulator.run_day(arguments.calls, IDLE_CALLS_PER_MINUTE)


def _say(line: str) -> None:
    try:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the first line may be gone; the calls go on.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
