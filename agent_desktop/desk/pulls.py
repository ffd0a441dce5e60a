"""When to ask the REST API for a call's record: a plan with growing gaps, since records arrive late."""

from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

CUT_OFF_DELAYS_S = (0.3, 2.0, 8.0, 30.0, 120.0, 600.0)
"""After a record that came cut off: the PBX has it already."""

ENDED_DELAYS_S = (3.0, 7.0, 20.0, 60.0, 300.0, 900.0)
"""After a call that ended: its record usually comes by itself within a second or two."""

RECENT_DELAYS_S = (0.0, 2.0, 2.0, 4.0, 7.0, 15.0, 30.0, 60.0, 180.0)
"""While a call goes on that the PBX did not name, today's records are looked through for it after these pauses …"""

RECENT_AFTER_S = (1.0, 2.0, 5.0, 20.0, 60.0)
"""… and after these once it is over, which is when most PBXs write the record."""


@dataclass(frozen=True, slots=True)
class _Plan:
    due: float
    near: float
    delays: tuple[float, ...]
    done: int = 0


class PullPlan:
    """The calls whose record is still wanted, and when to ask for each next. Bounded: the oldest give way."""

    LIMIT = 1000

    def __init__(self) -> None:
        self._plans: dict[str, _Plan] = {}
        # When to look at which plan: looked at with every event, so it must not cost a walk through all of them.
        self._agenda: list[tuple[float, str]] = []

    def want(self, callid: str, delays: tuple[float, ...], now: float, near: float) -> None:
        """Plan asking for the call's record; a plan that asks sooner is kept."""
        held = self._plans.get(callid)
        if held is not None and (held.delays == delays or held.due <= now + delays[0]):
            return
        if held is None and len(self._plans) >= self.LIMIT:
            del self._plans[next(iter(self._plans))]
        self._plan(callid, _Plan(now + delays[0], near, delays))

    def _plan(self, callid: str, plan: _Plan) -> None:
        self._plans[callid] = plan
        heappush(self._agenda, (plan.due, callid))
        if len(self._agenda) > 2 * self.LIMIT:
            self._write_agenda()

    def _write_agenda(self) -> None:
        self._agenda = [(plan.due, callid) for callid, plan in self._plans.items()]
        heapify(self._agenda)

    def __contains__(self, callid: str) -> bool:
        return callid in self._plans

    def got(self, callid: str) -> None:
        """The record is there."""
        self._plans.pop(callid, None)

    def due(self, now: float) -> list[tuple[str, float]]:
        """The (callid, near) to ask for now; each is planned again until its delays run out."""
        ready = []
        while (due := self.next_due()) is not None and due <= now:
            callid = heappop(self._agenda)[1]
            ready.append((callid, self._plans.pop(callid)))
        for callid, plan in ready:
            done = plan.done + 1
            if done < len(plan.delays):
                self._plan(callid, _Plan(now + plan.delays[done], plan.near, plan.delays, done))
        return [(callid, plan.near) for callid, plan in ready]

    def clock_set(self, seconds: float) -> None:
        """The clock was set by so much."""
        self._plans = {callid: replace(plan, due=plan.due + seconds) for callid, plan in self._plans.items()}
        self._write_agenda()

    def next_due(self) -> float | None:
        """When `due` has something to say."""
        while self._agenda:
            due, callid = self._agenda[0]
            plan = self._plans.get(callid)
            if plan is not None and plan.due == due:
                return due
            heappop(self._agenda)
        return None
