"""Call-backs: kept true as calls come in, planned by the agent, and told of when their time has come."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from sqlite3 import Connection

from agent_desktop.desk.alarm import Alarm
from agent_desktop.desk.contacts import ContactsChanged
from agent_desktop.desk.number_reading import NumbersReadAnew
from agent_desktop.desk.settings import Settings
from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import (
    CallChanged,
    HistoryShrank,
    Level,
    News,
    Notice,
    SettingsChanged,
    TeamChanged,
    Update,
)
from agent_desktop.errors import AgentDesktopError, NotDialable
from agent_desktop.store import call_backs as kept
from agent_desktop.telephony.call import ANSWERED, RINGING
from agent_desktop.telephony.call_back import CallBack, Claim, Plan, Scope

LOOK_AFTER_S = 0.1
"""What happens within this time is looked at together."""
AT_ONCE = 20
"""Numbers of one question: whatever else is looked up meanwhile must not wait long."""
DAY_S = 24 * 3600.0
LOOK_BACK_EVERY_S = 3600.0
"""So often all of it is looked at, for what has grown too old."""

DUE = "call-backs"
"""The notice's topic."""


class NoCallBack(AgentDesktopError):
    """The customer was reached meanwhile, or never waited."""

    title = "There is no open call-back for this number."
    advice = "Someone may have reached the customer meanwhile."


@dataclass(frozen=True, slots=True)
class CallBacksChanged(News):
    """All open call-backs, in the order of the list. `due` counts those that are to be called now."""

    call_backs: tuple[CallBack, ...] = ()
    due: int = 0


def claim_of(settings: Settings, queues: Iterable[str]) -> Claim:
    """Which missed calls are this desk's. `queues` are those that are known to be its own."""
    scope = Scope(settings.callbacks.scope)
    return Claim(scope, frozenset(settings.extensions), frozenset((*queues, *settings.pop.queues)))


def look_back(settings: Settings, now: float) -> float:
    """Calls that began before are not missed any more."""
    return now - settings.callbacks.keep_days * DAY_S


class CallBacks:
    """What the windows and the command line ask for. A number may be given in any notation. Raises StoreFailed."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._store = around.store
        self._settings = around.connection.settings
        self._open: dict[str, CallBack] = {}
        self._rung_in: frozenset[str] = frozenset()
        self._member_of: frozenset[str] = frozenset()
        self._touched: set[str] = set()
        self._looks_back = False
        self._looked_back_at = 0.0
        self._is_looking = False
        self._has_started = False
        self._news = CallBacksChanged()
        self._told: dict[str, float] = {}
        self._done_before: dict[str, float] = {}
        self._changing = asyncio.Lock()
        self._alarm = Alarm(self._next_due, around.now, self._wake)
        around.publisher.subscribe(self._hear)

    async def start(self) -> None:
        """Look at what earlier runs and the PBX's records left."""
        self._has_started = True
        self._touch_all()

    async def close(self) -> None:
        """Remind no more."""
        self._alarm.close()

    def look_again(self) -> None:
        """This computer slept: what was due meanwhile is told now."""
        if self._has_started:
            self._wake()

    # What happens.

    def _hear(self, update: Update) -> None:
        match update:
            case CallChanged(record=record):
                canonical = self._store.canonical(record.number)
                # An answer, or a call that still goes on, matters only to a customer who waits.
                if canonical and (canonical in self._open or record.status not in (ANSWERED, RINGING)):
                    self._touched.add(canonical)
                if record.queue and record.extension in self._settings.extensions:
                    self._learn_queues(self._rung_in | {record.queue}, self._member_of)
                self._look_soon()
            case TeamChanged(members=members):
                own = [member for member in members if member.status.extension in self._settings.extensions]
                self._learn_queues(self._rung_in, frozenset(queue for member in own for queue in member.queues))
            case HistoryShrank() | NumbersReadAnew():
                self._touch_all()
            case ContactsChanged():
                self._touched |= self._open.keys()
                self._look_soon()
            case SettingsChanged(settings=settings):
                before, self._settings = self._settings, settings
                if _relevant(before) != _relevant(settings):
                    self._touch_all()

    def _learn_queues(self, rung_in: frozenset[str], member_of: frozenset[str]) -> None:
        if (rung_in, member_of) != (self._rung_in, self._member_of):
            self._rung_in, self._member_of = rung_in, member_of
            self._touch_all()

    def _touch_all(self) -> None:
        self._looks_back = True
        self._look_soon()

    def _look_soon(self) -> None:
        is_wanted = self._looks_back or self._touched
        if is_wanted and self._has_started and not self._is_looking:
            self._is_looking = True
            self._around.background.start("disk", self._look_while_touched())

    async def _look_while_touched(self) -> None:
        try:
            while self._looks_back or self._touched:
                await asyncio.sleep(LOOK_AFTER_S)
                await self._look()
        finally:
            # What could not be looked at is, with what comes next.
            self._is_looking = False

    async def _look(self) -> None:
        looks_back, self._looks_back = self._looks_back, False
        touched, self._touched = self._touched, set()
        try:
            if looks_back:
                touched |= await self._look_back()
            await self._look_at(touched)
            if looks_back:
                since = look_back(self._settings, self._around.now())
                await self._store.writer.submit(partial(kept.forget, since, tuple(self._open)))
        except BaseException:
            self._looks_back |= looks_back
            self._touched |= touched
            raise

    async def _look_back(self) -> set[str]:
        now = self._looked_back_at = self._around.now()
        since = look_back(self._settings, now)
        question = partial(kept.queues_of, extensions=self._settings.extensions, since=since)
        self._rung_in |= await self._store.look_through(question)
        found = await self._store.look_through(partial(kept.may_wait, since=since))
        return {*found, *self._open}

    async def _look_at(self, canonicals: Iterable[str]) -> None:
        rest = sorted(canonicals)
        while rest:
            some, rest = rest[:AT_ONCE], rest[AT_ONCE:]
            found = await self._store.look_up(partial(self._question, canonicals=some))
            for canonical in some:
                self._open.pop(canonical, None)
            self._open |= {one.canonical: one for one in found if one.is_open}
        self._publish()

    def _question(self, connection: Connection, canonicals: Iterable[str]) -> tuple[CallBack, ...]:
        return kept.look(connection, canonicals, self._claim(), look_back(self._settings, self._around.now()))

    def _claim(self) -> Claim:
        return claim_of(self._settings, self._rung_in | self._member_of)

    # What is told.

    def _publish(self) -> None:
        now = self._around.now()
        ordered = tuple(sorted(self._open.values(), key=lambda one: (one.place, one.canonical)))
        news = CallBacksChanged(ordered, sum(one.is_due(now) for one in ordered))
        if news != self._news:
            self._news = news
            self._around.publisher.publish(news)
        self._remind(now)
        self._alarm.look_again()

    def _remind(self, now: float) -> None:
        """Say once of each whose time has come."""
        for canonical in [canonical for canonical in self._told if not self._is_due(canonical, now)]:
            del self._told[canonical]
            if not self._told:
                self._around.publisher.publish(Notice(DUE, Level.INFO, ""))
        untold = [one for one in self._open.values() if one.is_untold(now) and one.canonical not in self._told]
        if untold:
            self._told |= dict.fromkeys((one.canonical for one in untold), now)
            title = "A call-back is due." if len(self._told) == 1 else f"{len(self._told)} call-backs are due."
            self._around.publisher.publish(Notice(DUE, Level.WARNING, title, "You find it under Call-backs."))
            self._around.background.start("disk", self._keep_told([one.canonical for one in untold], now))

    def _is_due(self, canonical: str, now: float) -> bool:
        one = self._open.get(canonical)
        return one is not None and one.is_due(now)

    async def _keep_told(self, canonicals: list[str], now: float) -> None:
        async with self._changing:
            await self._store.writer.submit(partial(kept.keep_told, canonicals, now))

    def _next_due(self) -> float | None:
        if not self._has_started:
            return None
        now = self._around.now()
        times = [one.wakes_at for one in self._open.values() if one.wakes_at > now]
        return min([*times, self._looked_back_at + LOOK_BACK_EVERY_S])

    def _wake(self) -> None:
        now = self._around.now()
        if not self._looked_back_at <= now < self._looked_back_at + LOOK_BACK_EVERY_S:
            # Where it fails it is done with what comes next; without news, in an hour.
            self._looked_back_at = now
            self._touch_all()
        self._publish()

    # What the agent wants.

    async def closed(self) -> tuple[CallBack, ...]:
        """The latest that are done: the customer was reached, or the agent said so. The newest first."""
        since = look_back(self._settings, self._around.now())
        return await self._store.look_through(partial(kept.closed, claim=self._claim(), since=since))

    async def add(self, number: str) -> None:
        """Put a number on the list by hand. Raises NotDialable where it cannot be called back."""
        await self._plan(number, added_at=self._around.now(), must_be_open=False)

    async def snooze(self, number: str, until: float) -> None:
        """Put it off. Raises NoCallBack."""
        await self._plan(number, snoozed_until=until)

    async def set_due(self, number: str, at: float) -> None:
        """When it is to be called; 0 takes that back. Raises NoCallBack."""
        await self._plan(number, due_at=at, snoozed_until=0.0)

    async def note(self, number: str, text: str) -> None:
        """Keep a note with it. Raises NoCallBack."""
        await self._plan(number, note=text)

    async def done(self, number: str) -> None:
        """It need not be called any more. Raises NoCallBack."""
        async with self._changing:
            canonical = self._canonical(number)
            await self._look_at([canonical])
            waiting = self._open.get(canonical)
            if waiting is None:
                raise NoCallBack
            before = await self._stored(canonical)
            self._done_before[canonical] = before.done_at
            at = max(self._around.now(), waiting.last_at)
            await self._store.writer.submit(partial(kept.finish, canonical, waiting.number, at))
            await self._look_at([canonical])

    async def reopen(self, number: str) -> None:
        """Take `done` back; a customer who was reached goes on the list by hand."""
        async with self._changing:
            canonical = self._canonical(number)
            before = await self._stored(canonical)
            await self._keep(canonical, replace(before, done_at=self._done_before.pop(canonical, 0.0)))
        if canonical not in self._open:
            await self.add(number)

    async def _plan(self, number: str, *, must_be_open: bool = True, **changes: object) -> None:
        async with self._changing:
            canonical = self._canonical(number)
            waiting = self._open.get(canonical)
            if waiting is None and must_be_open:
                raise NoCallBack
            before = await self._stored(canonical)
            planned = replace(
                before, number=number, due_at=0.0, snoozed_until=0.0, note="", changed_at=self._around.now()
            )
            if waiting is not None:  # what was planned before the customer was last reached is no more
                planned = replace(
                    planned,
                    number=waiting.number,
                    due_at=waiting.due_at,
                    snoozed_until=waiting.snoozed_until,
                    note=waiting.note,
                )
            await self._keep(canonical, replace(planned, **changes))  # type: ignore[arg-type]

    def _canonical(self, number: str) -> str:
        canonical = self._store.canonical(number)
        if not canonical:
            raise NotDialable("That is not a number that can be called back.")
        return canonical

    async def _stored(self, canonical: str) -> Plan:
        return await self._store.look_up(partial(kept.plan, canonical=canonical))

    async def _keep(self, canonical: str, planned: Plan) -> None:
        await self._store.writer.submit(partial(kept.keep, canonical, planned))
        await self._look_at([canonical])


def _relevant(settings: Settings) -> tuple[object, ...]:
    return settings.callbacks, settings.extensions, settings.pop.queues
