"""Keep the translations with the source: `python packaging/translations.py [--check]`; `make translations` calls it.

Reads every text that a user can see out of the source, brings `resources/translations/*.ts` (Qt Linguist's files) up
to it, and compiles them. Qt's own tool for Python sees neither texts that a function of ours translates nor the
sentences of the desk, which knows no Qt. `--check` changes nothing and says what is missing.
"""

import argparse
import ast
import re
import subprocess
import sys
import sysconfig
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "agent_desktop"
FOLDER = ROOT / "resources" / "translations"
SENTENCES = SOURCE / "ui" / "desk_sentences.py"
LANGUAGES = ("vi", "ms")
DESK = "desk"

BELOW_WINDOWS = ("errors.py", "telephony", "pbx", "store", "system", "desk")
LOG_METHODS = frozenset({"debug", "info", "warning", "error", "exception", "critical", "log"})

QT_TEXTS: dict[str, tuple[str, ...]] = {
    "QPlatformTheme": ("OK", "Save", "Open", "&Yes", "&No", "Cancel", "Close", "Apply", "Reset", "Discard", "Help"),
    "QDialogButtonBox": ("OK",),
    "QLineEdit": ("&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All"),
    "QWidgetTextControl": ("&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All"),
    "QAbstractSpinBox": ("&Select All", "&Step up", "Step &down"),
    "QFileDialog": (
        *("Open", "Save As", "Cancel", "&Look in:", "File &name:", "Files of &type:", "Directory:"),
        *("&Choose", "&Save", "&Open", "&Rename", "&Delete", "&New Folder", "Show &hidden files", "Create New Folder"),
        *("Back", "Forward", "Parent Directory", "List View", "Detail View"),
        "%1 already exists.\nDo you want to replace it?",
    ),
    "QFileSystemModel": ("Name", "Size", "Type", "Date Modified"),
}
"""What Qt itself shows here, by its contexts; it brings neither Vietnamese nor Malay."""

DESK_PHRASES = (
    "%1, dialled as it is",
    "%1; extension %2 left out",
    "%1: %2 added",
    "%1: %2 left out",
    "%1: the %2 after %3 left out",
    "%1: %2 became %3",
    "extension",
    "emergency number",
    "short number",
    "not a known number",
    "international",
    "national",
    "Mobile",
    "Toll-free",
    "Service number",
    "Extension",
    "PBX address",
    "domain",
    "key",
    "true or false",
    "a whole number",
    "a number",
    "text",
    "a list, separated by commas",
    'JSON such as [{"when": "ringing", "url": "https://crm.example.com/{phone}"}]',
    "1 minute",
    "%1 minutes",
    "1 hour",
    "%1 hours",
    "1 day",
    "%1 days",
    "Permission denied",
    "No space left on device",
    "No such file or directory",
    "Read-only file system",
    "Input/output error",
    "File name too long",
    "Is a directory",
)
"""What the desk says in less than a sentence: the rule that made a number, where one is from, and what stands at the
places of sentences, such as a system's reason."""

Texts = dict[str, dict[str, None]]
"""Source texts by context, in the order of the source."""


def texts_of_source() -> Texts:
    """Every text to be translated."""
    found: Texts = {context: dict.fromkeys(texts) for context, texts in QT_TEXTS.items()}
    for path in sorted(SOURCE.joinpath("ui").rglob("*.py")):
        if path != SENTENCES:
            for context, text in _window_texts(ast.parse(path.read_text(encoding="utf-8")), ""):
                found.setdefault(context, {})[text] = None
    found.setdefault(DESK, {}).update(dict.fromkeys(DESK_PHRASES))
    for name in BELOW_WINDOWS:
        place = SOURCE / name
        for path in sorted(place.rglob("*.py")) if place.is_dir() else (place,):
            for text in _sentences(ast.parse(path.read_text(encoding="utf-8"))):
                found.setdefault(DESK, {})[text] = None
    return found


def _window_texts(node: ast.AST, context: str) -> Iterator[tuple[str, str]]:
    """(context, text) of self.tr, of translate and its kind, and of a module's own `_tr`."""
    own = _context_of_own(node) if isinstance(node, ast.Module) else ""
    for child in ast.walk(node) if own else ():
        if isinstance(child, ast.Call) and _name(child.func) == "_tr" and (text := _text(child.args[:1])):
            yield own, text
    yield from _called_texts(node, context)


def _called_texts(node: ast.AST, context: str) -> Iterator[tuple[str, str]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            match _name(child.func):
                case "self.tr" if text := _text(child.args[:1]):
                    yield context, text
                case "QCoreApplication.translate" | "QT_TRANSLATE_NOOP" | "phrase" if text := _text(child.args[1:2]):
                    yield _text(child.args[:1]), text
        yield from _called_texts(child, child.name if isinstance(child, ast.ClassDef) else context)


def _context_of_own(module: ast.Module) -> str:
    """The context that a module's function `_tr` translates in, or ""."""
    for node in module.body:
        if isinstance(node, ast.FunctionDef) and node.name == "_tr":
            calls = (call for call in ast.walk(node) if isinstance(call, ast.Call))
            return next((found for call in calls if (found := _text(call.args[:1]))), "")
    return ""


def _name(node: ast.expr) -> str:
    return ast.unparse(node) if isinstance(node, (ast.Name, ast.Attribute)) else ""


def _text(arguments: list[ast.expr]) -> str:
    match arguments:
        case [ast.Constant(value=str(text))]:
            return text
    return ""


def _sentences(node: ast.AST) -> Iterator[str]:
    """Whole sentences among the strings: neither docstrings nor what goes to the log. What changes becomes %1, %2."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue
        if isinstance(child, ast.Call) and isinstance(child.func, ast.Attribute) and child.func.attr in LOG_METHODS:
            continue
        template = _template(child)
        if template is None:
            yield from _sentences(child)
        elif re.fullmatch(r"(?!UPDATE|WHERE|SELECT|FROM|INSERT|DELETE|.* \?)(?:[A-Z]|%1 )[^ ]* .*[.?!…]", template):
            yield template


def _template(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return None
    parts, places = [], 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            parts.append(str(part.value))
        else:
            places += 1
            parts.append(f"%{places}")
    return "".join(parts)


def read(language: str) -> dict[tuple[str, str], str]:
    """A language's translations by (context, text)."""
    path = FOLDER / f"{language}.ts"
    if not path.exists():
        return {}
    found = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            translated = message.findtext("translation") or ""
            if translated:
                found[context.findtext("name") or "", message.findtext("source") or ""] = translated
    return found


def write(language: str, texts: Texts, known: dict[tuple[str, str], str]) -> None:
    """The language's file, with what is known and places for what is not."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    for context in sorted(texts):
        branch = ET.SubElement(root, "context")
        ET.SubElement(branch, "name").text = context
        for text in sorted(texts[context]):
            message = ET.SubElement(branch, "message")
            ET.SubElement(message, "source").text = text
            translation = ET.SubElement(message, "translation")
            translated = known.get((context, text), "")
            if translated:
                translation.text = translated
            else:
                translation.set("type", "unfinished")
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    FOLDER.joinpath(f"{language}.ts").write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8"
    )


def sentences_module(texts: Texts) -> str:
    """The source of the module that lists the desk's sentences with something in them that changes."""
    listed = "".join(f"    {_quoted(text)},\n" for text in sorted(texts[DESK]) if re.search(r"%\d", text))
    return (
        '"""Sentences of the desk in which something changes; written by packaging/translations.py."""\n\n'
        f"TEMPLATES = (\n{listed})\n"
    )


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("\n", "\\n")
    return f"'{escaped}'" if '"' in text and "'" not in text else '"' + escaped.replace('"', '\\"') + '"'


def compile_to(language: str, target: Path) -> None:
    """Make the file that Qt loads."""
    lrelease = Path(sysconfig.get_path("purelib")) / "PySide6" / "lrelease"
    program = lrelease if lrelease.exists() else lrelease.with_suffix(".exe")
    subprocess.run(
        [program, "-silent", "-removeidentical", str(FOLDER / f"{language}.ts"), "-qm", str(target)], check=True
    )


def problems(texts: Texts) -> Iterator[str]:
    """What is missing or wrong, in a line each."""
    if not SENTENCES.exists() or SENTENCES.read_text(encoding="utf-8") != sentences_module(texts):
        yield f"{SENTENCES.name} is not up to the source"
    for language in LANGUAGES:
        known = read(language)
        for context, wanted in texts.items():
            for text in wanted:
                translated = known.get((context, text))
                if translated is None:
                    yield f"{language}: {context}: {text!r} is not translated"
                elif sorted(re.findall(r"%\d", text)) != sorted(re.findall(r"%\d", translated)):
                    yield f"{language}: {context}: {text!r} and its translation hold other places"


def main() -> int:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--check", action="store_true", help="change nothing, say what is missing")
    texts = texts_of_source()
    if not arguments.parse_args().check:
        FOLDER.mkdir(exist_ok=True)
        SENTENCES.write_text(sentences_module(texts), encoding="utf-8")
        for language in LANGUAGES:
            write(language, texts, read(language))
            compile_to(language, FOLDER / f"{language}.qm")
    missing = list(problems(texts))
    for line in missing:
        print(line)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
