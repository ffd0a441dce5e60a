"""Every setting is told with the default that it has, in the help and in the README."""

import re
from dataclasses import fields
from pathlib import Path

from agent_desktop.cli.setting_help import default_text
from agent_desktop.desk.settings import Settings

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
DEFAULTS = {
    f"{section.name}.{key.name}": getattr(getattr(Settings(), section.name), key.name)
    for section in fields(Settings)
    for key in fields(getattr(Settings(), section.name))
}
NOTHING_IS = ("this computer's", "anyone with the secret", "the built-in one", "the system's")
"""What the README calls a setting that stands for something else while it is empty."""


def told_by_readme() -> list[tuple[str, str]]:
    """Each setting with its default."""
    table = README.partition("## Settings")[2].partition("\n## ")[0]
    told: list[tuple[str, str]] = []
    for row in re.findall(r"^\| (`.*?`) \| (.*?) ?\|", table, re.MULTILINE):
        names = [name.strip("`") for name in row[0].split(", ")]
        values = row[1].split(", ") if len(names) > 1 and row[1] else [row[1]] * len(names)
        told += zip(names, (value.strip("`") for value in values), strict=True)
    return told


def test_the_readme_names_every_setting_once():
    assert sorted(name for name, _ in told_by_readme()) == sorted(DEFAULTS)


def test_the_defaults_of_the_readme_are_the_real_ones():
    for name, told in told_by_readme():
        real = default_text(DEFAULTS[name])
        if "…" in told:
            assert real.startswith(told.partition("…")[0].replace(", ", ",")), name
        else:
            assert ("" if told in NOTHING_IS else told) == real, name


def test_the_help_of_setup_tells_the_real_defaults(agent_desktop):
    told = " ".join(agent_desktop("setup", "--help").out.split())
    for name, value in DEFAULTS.items():
        default = default_text(value)
        found = re.findall(rf" {re.escape(name)}(?:=({re.escape(default)}))?(?=,| \(| [a-z]|$| A list)", told)
        assert found == [default], name
    assert "listener.listen=127.0.0.1:8737" in told
    assert f"(default: {Settings().listener.listen})" in told


def test_the_help_of_setup_tells_what_else_can_be_chosen(agent_desktop):
    told = " ".join(agent_desktop("setup", "--help").out.split())
    assert "pause.when_locked=nothing (or suggest, pause)" in told
    assert "crm.rules (JSON such as" in told
