"""What the command line asks about contacts, by values that JSON can carry; with or without a running program."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agent_desktop.errors import UsageError
from agent_desktop.telephony.contact import Contact, ContactNumber, Duplicates

if TYPE_CHECKING:
    from agent_desktop.desk.contact_files import ContactFiles

Answer = dict[str, Any]

Keep = Callable[[Contact], Awaitable[Contact]]
Remove = Callable[[Iterable[int]], Awaitable[tuple[Contact, ...]]]


async def add(keep: Keep, args: Answer) -> Answer:
    """Keep a contact; it, with its id."""
    numbers = tuple(ContactNumber(*_labelled(text)) for text in args["numbers"])
    kept = await keep(Contact(args["name"], args["company"], numbers, tuple(args["tags"]), args["note"], args["link"]))
    return as_row(kept)


async def remove(gone: Remove, args: Answer) -> Answer:
    """Forget contacts; how many that were. Raises UsageError where some are not there; the others are removed."""
    removed = {contact.id for contact in await gone(args["ids"])}
    if missing := [str(one) for one in dict.fromkeys(args["ids"]) if one not in removed]:
        advice = "The others were removed." if removed else "Look for the ids with 'agent-desktop contacts list'."
        raise UsageError(f"No contact has the id {', '.join(missing)}.", advice)
    return {"removed": len(removed)}


async def take_in(files: "ContactFiles", args: Answer) -> Answer:
    """Keep a file's contacts, or only tell what would become of them: how many are what, which are left, and why.
    Raises UsageError where none can be read.
    """
    path, duplicates = Path(args["path"]), Duplicates(args["duplicates"])
    seen: Answer = {}
    if args["dry_run"]:
        compared = await files.compare(path)
        report = compared.reports[duplicates]
        count = report.added + report.merged + report.skipped
        seen = {"contacts": count, "there": compared.there, "again": compared.again}
    else:
        report = await files.take_in(path, duplicates=duplicates)
    if report.is_whole and not report.added + report.merged + report.skipped:
        first = next(iter(report.problems), None)
        advice = "Write a row for each contact." if first is None else f"Line {first.line}: {first.reason}"
        raise UsageError("The file holds no contact that can be read.", advice)
    return {
        **seen,
        "added": report.added,
        "merged": report.merged,
        "skipped": report.skipped,
        "left": [asdict(one) for one in report.left],
        "problems": [asdict(problem) for problem in report.problems],
    }


async def give_out(files: "ContactFiles", args: Answer) -> Answer:
    """Write all contacts to a file, whose ending says how; how many."""
    path = Path(args["path"])
    kinds = {".csv": "csv", ".vcf": "vcard", ".vcard": "vcard"}
    kind = kinds.get(path.suffix.lower())
    if kind is None:
        raise UsageError("The file's ending does not say how to write it.", "End it with .csv or .vcf.")
    return {"file": str(path), "contacts": await files.give_out(path, "csv" if kind == "csv" else "vcard")}


def as_row(contact: Contact) -> Answer:
    """The contact as JSON has it."""
    return {"id": contact.id, **{name: value for name, value in asdict(contact).items() if name != "id"}}


def _labelled(text: str) -> tuple[str, str]:
    """A number and its label, written as 0938363739=mobile."""
    number, _, label = text.partition("=")
    return number, label
