"""`python -m tests.bench [NAME…]`: measure the program beside the barest program on the same stack, in one run.

Exit code 1 where a target is missed.
"""

import argparse
import os
import platform
import sys

import PySide6

from tests.bench import contacts, durable, export, handover, history, memory, pop, rest, start
from tests.bench.figures import Finding, table
from tests.bench.screen import Screen

MEASURES = {
    "pop": pop,
    "durable": durable,
    "start": start,
    "handover": handover,
    "rest": rest,
    "contacts": contacts,
    "history": history,
    "memory": memory,
    "export": export,
}
LONG = frozenset({"export"})


def main() -> int:
    """Measure what is named, or everything that does not take long."""
    arguments = _parser().parse_args()
    names = arguments.names or [name for name in MEASURES if arguments.long or name not in LONG]
    findings: list[Finding] = []
    with Screen() as screen:
        for name in names:
            print(f"measuring: {name} …", file=sys.stderr, flush=True)
            findings += MEASURES[name].measure(screen, quick=arguments.quick)
        where = f"Python {platform.python_version()}, Qt {PySide6.__version__}, {os.cpu_count()} cores, {screen.name}"
    print(f"{where}\n\n{table(findings)}")
    return 0 if all(finding.is_met for finding in findings) else 1


def _known(name: str) -> str:
    if name not in MEASURES:
        raise argparse.ArgumentTypeError(f"{name!r} is none of {', '.join(MEASURES)}")
    return name


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", type=_known, metavar="NAME", help=", ".join(MEASURES))
    parser.add_argument("--quick", action="store_true", help="a few seconds each: does it run at all?")
    parser.add_argument("--long", action="store_true", help=f"also what takes minutes: {', '.join(LONG)}")
    return parser


if __name__ == "__main__":
    sys.exit(main())
