"""The verbs that run something: run, demo, simulate."""

import argparse
import os

from agent_desktop.cli.handover import ask_running, profile_of


def run(arguments: argparse.Namespace) -> int:
    """The program itself. A second start raises the first, and is over before it has loaded much."""
    profile = profile_of(arguments)
    running, _ = ask_running(profile, "raise")
    if running:
        return 0
    from agent_desktop.app import run as run_program

    return run_program(profile, os.environ, show=arguments.show)


def demo(arguments: argparse.Namespace) -> int:
    """The program against a simulated PBX."""
    from agent_desktop.demo import demo as run_demo

    return run_demo(arguments.seconds, arguments.output, os.environ)


def simulate(arguments: argparse.Namespace) -> int:
    """A simulated PBX alone."""
    from agent_desktop.simulator.main import main

    return main(arguments.rest, os.environ)
