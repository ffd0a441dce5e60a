"""The verbs that run something: run, demo, simulate."""

import argparse
import os

from agent_desktop.cli.desk_access import profile_of


def run(arguments: argparse.Namespace) -> int:
    """The program itself."""
    from agent_desktop.app import run as run_program

    return run_program(profile_of(arguments), os.environ, show=getattr(arguments, "show", False))


def demo(arguments: argparse.Namespace) -> int:
    """The program against a simulated PBX."""
    from agent_desktop.demo import demo as run_demo

    return run_demo(arguments.seconds, arguments.output, os.environ)


def simulate(arguments: argparse.Namespace) -> int:
    """A simulated PBX alone."""
    from agent_desktop.simulator.main import main

    return main(arguments.rest, os.environ)
