"""What the command line takes, and its help."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

from agent_desktop import __version__

EPILOG = """exit codes: 0 done, 2 usage (a number that cannot be dialled included), 3 not set up,
4 PBX not reachable, 5 PBX refused, 6 answer not understood, 1 anything else

environment: AGENT_DESKTOP_PROFILE is the profile folder; AGENT_DESKTOP_KEY and
AGENT_DESKTOP_WEBHOOK_SECRET stand in for the keyring where they are set"""

MODES = """who hears you, once you have answered your own phone:
  listen   nobody
  whisper  the extension alone
  barge    both sides
  caller   only the one who called
  callee   only the one who was called"""

STATUS_WORDS = "the PBX's words: on (available), ring, talk (on a call), pause, off (the phone is offline)"

SCOPES = "callbacks.scope says whose missed calls count: those that rang you, those of your queues too, or all"

FOR_THE_WINDOWS = "typeset"
"""A verb that the windows call for a PDF, behind a profile at most; nobody types it, and no help or error names it."""

FIRST_YEAR, LAST_YEAR = 1971, 2999
LAST_SEQ = 2**62


class _Parser(argparse.ArgumentParser):
    """Usage errors in one or two plain sentences."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{message[:1].upper()}{message[1:]}. See '{self.prog} --help'.\n")


class _VerbParser(_Parser):
    """A verb's own arguments; --profile may stand behind the verb, too. `more` makes what stands below its help."""

    def __init__(self, more: Callable[[], str] = str, **options: Any) -> None:
        super().__init__(**options)
        self._more = more
        self.add_argument("--profile", metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS)

    def format_help(self) -> str:
        self.epilog = self._more()
        return super().format_help()


_Verbs: TypeAlias = "argparse._SubParsersAction[_VerbParser]"


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2026-03-01")
    return day


def _seq(text: str) -> int:
    try:
        return min(int(text), LAST_SEQ)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not the number of an entry") from None


def build(*, only_program: bool = False) -> argparse.ArgumentParser:
    """The parser: of all verbs, or of those alone that run the program."""
    parser = _Parser(
        prog="agent-desktop",
        description="A call-centre agent's companion for VoiceCloud's hosted PBX.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--profile", metavar="DIR", help="the folder that holds settings, journal and logs")
    parser.add_argument("--version", action="version", version=f"Agent Desktop {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", parser_class=_VerbParser)
    _program_verbs(verbs)
    if not only_program:
        _setup_verbs(verbs)
        _phone_verbs(verbs)
        _record_verbs(verbs)
        _contact_verbs(verbs)
        _keeping_verbs(verbs)
    return parser


def _verb(verbs: _Verbs, name: str, does: str, more: Callable[[], str] = str) -> argparse.ArgumentParser:
    """A verb; `does` says what in the list of verbs and on top of its own help, `more` what stands below that help."""
    return verbs.add_parser(
        name,
        help=does,
        description=f"{does[:1].upper()}{does[1:]}.",
        more=more,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _json(verb: argparse.ArgumentParser, what: str = "print JSON") -> None:
    verb.add_argument("--json", action="store_true", help=what)


def _program_verbs(verbs: _Verbs) -> None:
    run = _verb(verbs, "run", "run the program (the default); a second start raises the first")
    run.add_argument("--show", action="store_true", help="open the main window at once")
    demo = _verb(verbs, "demo", "run the program against a simulated PBX, with nothing to set up")
    demo.add_argument("--seconds", type=float, help="end by itself after this long (without a screen: about 30)")
    demo.add_argument("--output", metavar="DIR", help="where log and pictures go (default: demo-output)")
    verbs.add_parser("simulate", help="run a simulated PBX ('simulate --help' tells more)", add_help=False)


def _settings() -> str:
    from agent_desktop.cli.setting_help import setting_help  # the settings take long to load, and few verbs need them

    return setting_help()


def _setup_verbs(verbs: _Verbs) -> None:
    setup = _verb(verbs, "setup", "say where the PBX is and who you are there", _settings)
    setup.add_argument("--pbx-url", metavar="URL", help="the PBX's address")
    setup.add_argument("--report-url", metavar="URL", help="the report host's address, where it differs")
    setup.add_argument("--domain", help="the company's domain at the PBX")
    setup.add_argument("--extension", metavar="EXT", help="your extension")
    setup.add_argument("--listen", metavar="HOST:PORT", help="where webhooks are received (default: 127.0.0.1:8737)")
    setup.add_argument("--key-stdin", action="store_true", help="read the company's key from standard input")
    setup.add_argument(
        "--set",
        metavar="SECTION.KEY=VALUE",
        action="append",
        default=[],
        help="any other setting, such as pop.linger_seconds=5; may be given several times",
    )
    _json(_verb(verbs, "webhook-url", "print the address to give to the vendor; it holds a secret"))
    doctor = _verb(verbs, "doctor", "check this computer, the settings, the listener and the PBX")
    doctor.add_argument("--fix", action="store_true", help="open phone links with Agent Desktop, start it at sign-in")
    _json(doctor)
    report = _verb(verbs, "report", "write a report for whoever helps, without customers' data or secrets")
    report.add_argument("file", metavar="FILE", help="a zip file")
    _json(report)


def _phone_verbs(verbs: _Verbs) -> None:
    dial = _verb(verbs, "dial", "dial a number, or a tel:, callto: or sip: address")
    dial.add_argument("number", metavar="NUMBER|URI", help="as people write it; quote it where it holds spaces")
    dial.add_argument("--ask", action="store_true", help="ask in the running program's window what must be asked first")
    dial.add_argument("--yes", action="store_true", help="dial emergency and premium numbers of a link without asking")
    _json(dial)
    pause = _verb(verbs, "pause", "pause in the queues")
    pause.add_argument("--reason", default="", metavar="TEXT", help="shown on this desk; the PBX does not learn it")
    _json(pause)
    _json(_verb(verbs, "unpause", "end the pause"))
    status = _verb(verbs, "status", "the real-time status of extensions (your own without one)", lambda: STATUS_WORDS)
    status.add_argument("extensions", nargs="*", metavar="EXT")
    _json(status)
    _json(_verb(verbs, "queue", "the members of the queues, with their status", lambda: STATUS_WORDS))
    spy = _verb(verbs, "spy", "join an extension's call from your own phone, which rings", lambda: MODES)
    spy.add_argument("extension", metavar="EXT", help="who is in the call")
    spy.add_argument("--mode", required=True, choices=["listen", "whisper", "barge", "caller", "callee"])
    _json(spy)


def _record_verbs(verbs: _Verbs) -> None:
    history = _verb(verbs, "history", "the calls of some days, newest first (default: today)")
    history.add_argument("--from", dest="first", type=_day, metavar="YYYY-MM-DD", help="the first day")
    history.add_argument("--to", dest="last", type=_day, metavar="YYYY-MM-DD", help="the last day")
    history.add_argument("--callid", default="", help="this call only")
    history.add_argument("--local", action="store_true", help="what this computer knows, without asking the PBX")
    form = history.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument("--csv", action="store_true", help="print CSV")
    form.add_argument(
        "--export",
        type=Path,
        metavar="FILE",
        help="write what this computer knows, however much, to a .csv or .xlsx file, which is replaced if it is there",
    )
    call_backs = _verb(
        verbs, "callbacks", "the customers to call back; 'done NUMBER' takes one off the list", lambda: SCOPES
    )
    call_backs.add_argument("action", nargs="?", choices=["list", "done"], default="list", help="default: list")
    call_backs.add_argument("number", nargs="?", default="", metavar="NUMBER", help="as people write it; with 'done'")
    call_backs.add_argument("--all", action="store_true", help="those that are snoozed or closed, too")
    _json(call_backs)
    sync = _verb(verbs, "sync", "fetch the PBX's call records into the history (default: what is due)")
    sync.add_argument("--from", dest="first", type=_day, metavar="YYYY-MM-DD", help="the first day")
    sync.add_argument("--to", dest="last", type=_day, metavar="YYYY-MM-DD", help="the last day")
    _json(sync)
    audit = _verb(verbs, "audit", "calls that rang you against pops that were shown, and why those differ")
    audit.add_argument("--from", dest="first", type=_day, metavar="YYYY-MM-DD", help="the first day (default: today)")
    audit.add_argument("--to", dest="last", type=_day, metavar="YYYY-MM-DD", help="the last day")
    _json(audit)
    recording = _verb(verbs, "recording", "save the recording of a call")
    recording.add_argument("callid", metavar="CALLID", help="the call's id, which ends its line in 'history'")
    recording.add_argument("--save", metavar="FILE", required=True, help="where to; a file of that name is replaced")
    _json(recording)
    events = _verb(verbs, "events", "the journal of webhooks, oldest first, also while the program runs")
    events.add_argument("--callid", default="", help="this call only")
    events.add_argument("--after", type=_seq, default=0, metavar="SEQ", help="only what came after this entry")
    _json(events, "print JSON, one object a line")


def _contact_verbs(verbs: _Verbs) -> None:
    contacts = _verb(verbs, "contacts", "list, add, import, export or remove contacts")
    actions: _Verbs = contacts.add_subparsers(dest="action", metavar="ACTION", parser_class=_VerbParser, required=True)
    listed = _verb(actions, "list", "the contacts by name, all or those that fit")
    listed.add_argument(
        "text", nargs="?", default="", metavar="TEXT", help="a part of name, company, number, tag, note"
    )
    listed.add_argument("--vip", action="store_true", help="VIPs only")
    add = _verb(actions, "add", "add a contact")
    for name in ("name", "company", "note", "link"):
        add.add_argument(f"--{name}", default="", metavar="TEXT")
    add.add_argument(
        "--number", action="append", default=[], metavar="NUMBER[=LABEL]", help="may be given several times"
    )
    add.add_argument("--tag", action="append", default=[], metavar="TEXT", help="may be given several times")
    add.add_argument("--vip", action="store_true", help="tag it as VIP")
    take_in = _verb(
        actions, "import", "take in a CSV table or vCards; what its columns hold is guessed by their headings"
    )
    take_in.add_argument("--duplicates", choices=["skip", "merge", "add"], default="skip", help="default: skip")
    take_in.add_argument("--dry-run", action="store_true", help="only tell what it would do")
    export = _verb(actions, "export", "write all contacts to a .csv or .vcf file, which is replaced if it is there")
    for verb in (take_in, export):
        verb.add_argument("file", metavar="FILE")
    remove = _verb(actions, "remove", "remove contacts by the ids that 'list' shows")
    remove.add_argument("id", nargs="+", type=_seq, metavar="ID")
    for verb in (listed, add, take_in, export, remove):
        _json(verb)


def _keeping_verbs(verbs: _Verbs) -> None:
    forget = _verb(verbs, "forget", "delete one customer everywhere; it is shown first what that is")
    forget.add_argument("number", metavar="NUMBER", help="the customer's number, as people write it")
    forget.add_argument("--yes", action="store_true", help="delete without asking")
    _json(forget, "print JSON; without --yes nothing is deleted")
    _json(_verb(verbs, "prune", "delete now what keep.days and keep.size_mb do not keep (done daily by itself)"))
    backup = _verb(verbs, "backup", "write settings and history into one file, also while the program runs")
    restore = _verb(verbs, "restore", "put a backup in the profile's place; the former profile is kept beside it")
    backup.add_argument("file", metavar="FILE", help="where to; a file of that name is replaced")
    restore.add_argument("file", metavar="FILE", help="what 'backup' wrote")
    for verb in (backup, restore):
        _json(verb)


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments; `verb` is `run` where none is given. Exits with 2 on a usage error."""
    if [*argv] in ([FOR_THE_WINDOWS], ["--profile", *argv[1:2], FOR_THE_WINDOWS]):
        return argparse.Namespace(verb=FOR_THE_WINDOWS)
    # The other verbs would be built for nothing at a start, and cost as much as reading the settings.
    parser = build(only_program=not argv or argv[0] == "run")
    arguments, rest = parser.parse_known_args(argv)
    if arguments.verb is None:
        arguments, rest = parser.parse_known_args([*argv, "run"])
    if rest and arguments.verb != "simulate":
        parser.prog = f"{parser.prog} {arguments.verb}"
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    arguments.rest = rest  # the simulator reads its own
    return arguments
