"""The verb `contacts`: list, add, import, export and remove them. The running program is asked where there is one."""

import argparse
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from agent_desktop.cli.desk_access import with_store
from agent_desktop.cli.handover import profile_of
from agent_desktop.desk import contact_verbs
from agent_desktop.desk.contact_files import ContactFiles
from agent_desktop.desk.contacts import checked
from agent_desktop.desk.dialling import dial_rules
from agent_desktop.desk.settings import Settings
from agent_desktop.store.contacts import read_contacts
from agent_desktop.store.store import Store
from agent_desktop.system.single_instance import NotRunning, request
from agent_desktop.telephony.contact import Contact, ContactQuery

Answer = dict[str, Any]

LONGEST_S = 3600.0
"""A hundred thousand contacts may be taken in."""
PAGE = 1000
SHOWN_LINES = 20


def contacts(arguments: argparse.Namespace) -> int:
    """Do what the action says."""
    return _ACTIONS[arguments.action](arguments)


def _list(arguments: argparse.Namespace) -> int:
    query = ContactQuery(arguments.text, arguments.vip, PAGE)
    found = read_contacts(profile_of(arguments).database, query)
    if arguments.json:
        print(json.dumps([contact_verbs.as_row(contact) for contact in found], ensure_ascii=False))
        return 0
    is_empty = True
    for contact in found:
        is_empty = False
        numbers = ", ".join(f"{one.number} ({one.label})" if one.label else one.number for one in contact.numbers)
        company = contact.company if contact.name else ""
        parts = (contact.shown, company, numbers, ", ".join(contact.tags))
        print(f"{contact.id:>6}  " + "  ".join(part for part in parts if part))
    if is_empty:
        print("No contact fits." if arguments.text or arguments.vip else "There are no contacts.", file=sys.stderr)
    return 0


def _add(arguments: argparse.Namespace) -> int:
    values = {
        "name": arguments.name,
        "company": arguments.company,
        "numbers": arguments.number,
        "tags": [*(["VIP"] if arguments.vip else []), *arguments.tag],
        "note": arguments.note,
        "link": arguments.link,
    }

    async def work(store: Store, _settings: Settings) -> Answer:
        async def keep(contact: Contact) -> Contact:
            return await store.contacts.keep(checked(contact))

        return await contact_verbs.add(keep, values)

    kept = _ask(arguments, "contact-add", work, values)
    print(json.dumps(kept, ensure_ascii=False) if arguments.json else f"Kept as {kept['id']}.")
    return 0


def _remove(arguments: argparse.Namespace) -> int:
    values = {"ids": arguments.id}

    async def work(store: Store, _settings: Settings) -> Answer:
        return await contact_verbs.remove(store.contacts.remove, values)

    told = _ask(arguments, "contact-remove", work, values)
    print(json.dumps(told) if arguments.json else f"Removed: {told['removed']}.")
    return 0


def _import(arguments: argparse.Namespace) -> int:
    path = str(Path(arguments.file).absolute())
    values = {"path": path, "duplicates": arguments.duplicates, "dry_run": arguments.dry_run}

    async def work(store: Store, settings: Settings) -> Answer:
        return await contact_verbs.take_in(_files(store, settings), values)

    told = _ask(arguments, "contact-import", work, values)
    if arguments.json:
        print(json.dumps(told, ensure_ascii=False))
        return 0
    words = {**_WORDS, **(_FORETOLD if arguments.dry_run else {})}
    print(", ".join(f"{told[name]} {words[name][told[name] != 1]}" for name in words if name in told))
    lines = [(problem["line"], problem["reason"]) for problem in told["problems"]]
    lines += [(left["line"], _why_left(left)) for left in told["left"]]
    for line, reason in sorted(lines)[:SHOWN_LINES]:
        print(f"line {line}: {reason}")
    if len(lines) > SHOWN_LINES:
        print(f"and {len(lines) - SHOWN_LINES} more; --json tells them, too")
    return 0


def _why_left(left: Answer) -> str:
    shared = "number" if left["number"] else "name and company"
    place = f" in line {left['other_line']}" if left["other_line"] else ""
    return f"{left['name']}: the same {shared} as {left['other']}{place}"


def _export(arguments: argparse.Namespace) -> int:
    values = {"path": str(Path(arguments.file).absolute())}

    async def work(store: Store, settings: Settings) -> Answer:
        return await contact_verbs.give_out(_files(store, settings), values)

    told = _ask(arguments, "contact-export", work, values)
    print(json.dumps(told, ensure_ascii=False) if arguments.json else f"{told['contacts']} written to {told['file']}")
    return 0


def _files(store: Store, settings: Settings) -> ContactFiles:
    async def changed() -> None:
        pass  # nobody looks

    return ContactFiles(store.contacts, lambda: dial_rules(settings.dial), lambda _: None, changed)


def _ask(
    arguments: argparse.Namespace, verb: str, work: Callable[[Store, Settings], Awaitable[Answer]], values: Answer
) -> Answer:
    """From the running program, or done here where none runs."""
    profile = profile_of(arguments)
    try:
        answer = request(profile, verb, values, timeout=LONGEST_S)
    except NotRunning:
        return with_store(profile, work)
    assert isinstance(answer, dict)
    return answer


_ACTIONS: dict[str, Callable[[argparse.Namespace], int]] = {
    "list": _list,
    "add": _add,
    "import": _import,
    "export": _export,
    "remove": _remove,
}
_WORDS = {
    "contacts": ("can be read", "can be read"),
    "there": ("is there already", "are there already"),
    "again": ("repeats an earlier line", "repeat earlier lines"),
    "added": ("added", "added"),
    "merged": ("completed", "completed"),
    "skipped": ("left as it was", "left as they were"),
}
"""After one, and after any other number."""
_FORETOLD = {
    "added": ("would be added", "would be added"),
    "merged": ("would be completed", "would be completed"),
    "skipped": ("would be left as it is", "would be left as they are"),
}
