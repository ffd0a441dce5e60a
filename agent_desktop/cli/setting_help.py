"""What `setup --help` says of the settings: their names, their defaults and what else some of them can be."""

from collections.abc import Iterator
from dataclasses import fields
from textwrap import wrap
from typing import Any, Literal, get_args, get_origin, get_type_hints

from agent_desktop.desk.settings import JSON, Settings, kind_of

_WIDTH = 110
_INDENT = "  "
_NO_BREAK = "\N{NO-BREAK SPACE}"


def setting_help() -> str:
    """A paragraph for each section, as the settings themselves have it."""
    told = ["settings for --set, with their defaults (the README tells what they mean):"]
    for section in fields(Settings):
        named = (name.replace(" ", _NO_BREAK) for name in _named(section.name, getattr(Settings(), section.name)))
        lines = wrap(
            ", ".join(named), _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT, break_on_hyphens=False
        )
        told += [line.replace(_NO_BREAK, " ") for line in lines]
    return "\n".join([*told, "", "A list is separated by commas. A running program takes the changes over at once."])


def _named(section: str, values: Any) -> Iterator[str]:
    hints = get_type_hints(type(values))
    for field in fields(values):
        default = default_text(getattr(values, field.name))
        yield f"{section}.{field.name}{'=' if default else ''}{default}{_others(hints[field.name], default)}"


def default_text(value: object) -> str:
    """A default as it would be given to --set; "" where there is none."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return f"{value:g}"
    return ",".join(value) if isinstance(value, tuple) else str(value)


def _others(hint: Any, default: str) -> str:
    if get_origin(hint) is Literal:
        return f" (or {', '.join(choice for choice in get_args(hint) if choice != default)})"
    return f" ({JSON})" if kind_of(hint) == JSON else ""
