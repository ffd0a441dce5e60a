"""What other processes of this user may ask of the running desk (the command line, a second start)."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from datetime import date

from agent_desktop.desk import contact_verbs
from agent_desktop.desk.questions import call_records, queue_rows, status_rows
from agent_desktop.desk.service import DeskService
from agent_desktop.desk.updates import Notice, Update
from agent_desktop.errors import UsageError
from agent_desktop.system.secrets import Secret
from agent_desktop.telephony.agent import SpyMode

Args = dict[str, object]


class Control:
    """Answers the control channel's verbs with values that JSON can carry."""

    def __init__(self, desk: DeskService, quit_program: Callable[[], None]) -> None:
        self._desk = desk
        self._quit = quit_program
        self._verbs: dict[str, Callable[[Args], Awaitable[object]]] = {
            "raise": self._raise,
            "dial": self._dial,
            "dial-asking": self._dial_asking,
            "pause": self._pause,
            "unpause": self._unpause,
            "spy": self._spy,
            "status": self._status,
            "queue": self._queue,
            "records": self._records,
            "sync": self._sync,
            "sync-progress": self._sync_progress,
            "sync-stop": self._sync_stop,
            "callback-done": self._call_back_done,
            "webhook-url": self._webhook_url,
            "reload": self._reload,
            "receipts": self._receipts,
            "notices": self._notices,
            "audit": self._audit,
            "self-test": self._self_test,
            "keys": self._keys,
            "contact-add": lambda args: contact_verbs.add(desk.features.contacts.keep, args),
            "contact-remove": lambda args: contact_verbs.remove(desk.features.contacts.remove, args),
            "contact-import": lambda args: contact_verbs.take_in(desk.features.contacts.files, args),
            "contact-export": lambda args: contact_verbs.give_out(desk.features.contacts.files, args),
            "customer": self._customer,
            "forget": self._forget,
            "prune": self._prune,
            "quit": self._end,
        }

    async def answer(self, verb: str, args: Args) -> object:
        """The verb's result. Raises UsageError for one that is not known."""
        action = self._verbs.get(verb)
        if action is None:
            raise UsageError(f"The running Agent Desktop does not know the verb {verb!r}.", "Restart it.")
        return await action(args)

    async def _raise(self, args: Args) -> object:
        await self._desk.raise_window()
        return None

    async def _dial(self, args: Args) -> object:
        outcome = await self._desk.dial(str(args["text"]), confirmed=bool(args.get("confirmed")))
        return asdict(outcome)

    async def _dial_asking(self, args: Args) -> object:
        self._desk.features.keys.dial(str(args["text"]))
        return None

    async def _pause(self, args: Args) -> object:
        await self._desk.pause(str(args.get("reason", "")))
        return None

    async def _unpause(self, args: Args) -> object:
        await self._desk.unpause()
        return None

    async def _spy(self, args: Args) -> object:
        await self._desk.spy(str(args["extension"]), SpyMode(str(args["mode"])))
        return None

    async def _call_back_done(self, args: Args) -> object:
        await self._desk.features.call_backs.done(str(args["number"]))
        return None

    async def _status(self, args: Args) -> object:
        wanted = args.get("extensions")
        named = [str(extension) for extension in wanted] if isinstance(wanted, list) else []
        return await status_rows(self._desk.client, named or [self._desk.settings.pbx.extension])

    async def _queue(self, args: Args) -> object:
        return await queue_rows(self._desk.client)

    async def _records(self, args: Args) -> object:
        first, last = _day(args["first"]), _day(args["last"])
        found = await call_records(self._desk.client, first, last, str(args.get("callid", "")))
        return [asdict(record) for record in found]

    async def _sync(self, args: Args) -> object:
        days = (_day(args["first"]), _day(args["last"])) if "first" in args else ()
        await self._desk.features.sync.begin(*days)
        return None

    async def _sync_progress(self, args: Args) -> object:
        told = await self._desk.features.sync.follow()
        return asdict(told) | {"day": told.day and told.day.isoformat()}

    async def _sync_stop(self, args: Args) -> object:
        await self._desk.features.sync.stop()
        return None

    async def _webhook_url(self, args: Args) -> object:
        return self._desk.webhook_url

    async def _reload(self, args: Args) -> object:
        key = args.get("key")
        await self._desk.reload(Secret(key) if isinstance(key, str) and key else None)
        return None

    async def _receipts(self, args: Args) -> object:
        return list(self._desk.features.receipts.latest)

    async def _notices(self, args: Args) -> object:
        """What does not work at present."""
        present: list[Update] = []
        self._desk.subscribe(present.append)()
        return [asdict(update) for update in present if isinstance(update, Notice)]

    async def _audit(self, args: Args) -> object:
        since, until = float(str(args["since"])), float(str(args["until"]))
        return asdict(await self._desk.features.diagnostics.audit(since, until))

    async def _keys(self, args: Args) -> object:
        return await self._desk.features.keys.look()

    async def _self_test(self, args: Args) -> object:
        return [asdict(check) for check in (await self._desk.features.self_test.test()).checks]

    async def _customer(self, args: Args) -> object:
        return asdict(await self._desk.features.keeping.look_up(str(args["number"])))

    async def _forget(self, args: Args) -> object:
        return asdict(await self._desk.features.keeping.forget(str(args["number"])))

    async def _prune(self, args: Args) -> object:
        return asdict(await self._desk.features.keeping.prune())

    async def _end(self, args: Args) -> object:
        self._quit()
        return None


def _day(value: object) -> date:
    return date.fromisoformat(str(value))
