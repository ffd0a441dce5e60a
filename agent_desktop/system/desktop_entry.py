"""Desktop entries and the lists of default programs, as freedesktop.org specifies them. Pure: text in, text out."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

DEFAULTS = "Default Applications"
ADDED = "Added Associations"

_NEEDS_QUOTES = re.compile(r"[\s\"'\\><~|&;$*?#()`]")


def desktop_entry(
    name: str, command: Sequence[str], arguments: str = "", extra: Mapping[str, str] | None = None
) -> str:
    """A desktop entry that runs `command`; `arguments` are field codes such as `%u`, put behind it."""
    fields = {
        "Type": "Application",
        "Name": name,
        "Exec": f"{exec_line(command)} {arguments}".strip(),
        "Icon": "agent-desktop",
        "Terminal": "false",
        **(extra or {}),
    }
    return "[Desktop Entry]\n" + "".join(f"{key}={value}\n" for key, value in fields.items())


def exec_line(command: Sequence[str]) -> str:
    """The value of `Exec` that runs exactly these arguments."""
    return " ".join(_quoted(word) for word in command).replace("\\", "\\\\")


def entries(text: str, group: str, key: str) -> list[str]:
    """The desktop entries listed under a key of a group, in order; of repeated keys the last counts."""
    found: list[str] = []
    for line_group, line in _grouped(text):
        if line_group == group and _key(line) == key:
            found = _listed(line)
    return found


def with_first(text: str, group: str, key: str, entry: str) -> str:
    """The list with `entry` first under the key, and everything else as it was."""
    if any(line_group == group and _key(line) == key for line_group, line in _grouped(text)):
        return _edited(text, group, key, lambda listed: [entry, *(other for other in listed if other != entry)])
    if text and not text.endswith("\n"):
        text += "\n"
    line = f"{key}={entry};\n"
    if header := re.search(rf"^\[{re.escape(group)}\][^\S\n]*\n", text, re.MULTILINE):
        return text[: header.end()] + line + text[header.end() :]
    return f"{text}\n[{group}]\n{line}".lstrip("\n")


def without(text: str, group: str, key: str, entry: str) -> str:
    """The list with `entry` no longer under the key, and everything else as it was."""
    return _edited(text, group, key, lambda listed: [other for other in listed if other != entry])


def entry_name(text: str) -> str:
    """The untranslated name that a desktop entry gives its program; "" for none."""
    for group, line in _grouped(text):
        if group == "Desktop Entry" and _key(line) == "Name":
            return line.partition("=")[2].strip()
    return ""


def _edited(text: str, group: str, key: str, change: Callable[[list[str]], list[str]]) -> str:
    lines = []
    for line_group, line in _grouped(text):
        if line_group == group and _key(line) == key:
            before = _listed(line)
            after = change(before)
            if not after:
                continue
            if after != before:
                end = line[len(line.rstrip("\r\n")) :]
                line = f"{key}={''.join(f'{entry};' for entry in after)}{end}"
        lines.append(line)
    return "".join(lines)


def _grouped(text: str) -> Iterator[tuple[str, str]]:
    group = ""
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        if line.startswith("["):
            group = line.strip().removeprefix("[").removesuffix("]")
        yield group, line


def _key(line: str) -> str:
    key, equals, _ = line.partition("=")
    return key.strip() if equals and not line.startswith("#") else ""


def _listed(line: str) -> list[str]:
    return [entry for part in line.partition("=")[2].split(";") if (entry := part.strip())]


def _quoted(word: str) -> str:
    word = word.replace("%", "%%")
    if word and not _NEEDS_QUOTES.search(word):
        return word
    return '"' + re.sub(r'(["`$\\])', r"\\\1", word) + '"'
