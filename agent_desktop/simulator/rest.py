"""The six REST actions of the simulated PBX, with the odd ways of the real one."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from random import Random
from typing import Any
from urllib.parse import parse_qsl, unquote

from agent_desktop.simulator.calls import Calls, OutboundOutcome
from agent_desktop.simulator.faults import SHAPES, Faults, drawn
from agent_desktop.simulator.http_server import HttpReply, HttpRequest
from agent_desktop.simulator.live_call import Exchange
from agent_desktop.simulator.recording import recording, serve_recording
from agent_desktop.simulator.shapes import members_answer, statuses_answer

DIAL = "/api/CallControl/dial/"
STATUS = "/api/Agent/status/format/json"
SPY = "/api/Agent/spy/format/json"
MEMBERS = "/api/Agent/all_members/format/json"
PAUSE = "/api/Agent/update_status"
RECORDS = "/internal/Reports/cdr/format/json"
RECORDINGS = "/recordings/"

_SPY_MODES = ("whisper", "threeway", "caller", "callee")
_RECORDING_S = 6
_PHP_WARNING = b"<br />\n<b>Warning</b>:  Undefined array key [0] in <b>/srv/Agent.php</b> on line <b>118</b><br />\n"
_BAD_GATEWAY = b"<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"
_BAD_URI = b"<html><body><h1>Error</h1><p>The URI you submitted has disallowed characters.</p></body></html>"
_NOT_FOUND = b"<html><head><title>404</title></head><body><h1>404 Page Not Found</h1></body></html>"


@dataclass(frozen=True, slots=True)
class RestCall:
    """A request that was served: the action's name, its fields without the key, and the HTTP status (0: cut)."""

    action: str
    fields: dict[str, object]
    status: int


class Rest:
    """Answers requests. `dial_outcome` is what becomes of dialled calls, or None to draw it."""

    def __init__(
        self,
        exchange: Exchange,
        calls: Calls,
        key: str,
        domain: str,
        seed: int,
        faults: Callable[[], Faults],
        start: Callable[[Coroutine[Any, Any, object]], object],
    ) -> None:
        self.requests: list[RestCall] = []
        self.dial_outcome: OutboundOutcome | None = None
        self._exchange = exchange
        self._calls = calls
        self._key = key
        self._domain = domain
        self._faults = faults
        self._start = start
        self._rng = Random(f"{seed}/rest")

    async def handle(self, request: HttpRequest) -> HttpReply | None:
        """The reply to any request, or None to cut the connection."""
        path = request.target.partition("?")[0]
        if path.startswith(RECORDINGS):
            return self._recording(request, unquote(path.removeprefix(RECORDINGS)))
        struck = drawn(self._faults(), self._rng)
        name, fields = _read(request, path)
        reply = None if "reset" in struck else await self._answer(name, fields, struck)
        shown = {field: value for field, value in fields.items() if field != "key"}
        self.requests.append(RestCall(name, shown, reply.status if reply else 0))
        return reply

    async def _answer(self, name: str, fields: dict[str, object], struck: frozenset[str]) -> HttpReply:
        if "slow" in struck:
            await asyncio.sleep(self._faults().slow_s)
        if "bad_gateway" in struck:
            return HttpReply(502, _BAD_GATEWAY, "text/html")
        if not name:
            return HttpReply(404, _NOT_FOUND, "text/html")
        if name == "dial" and not str(fields.get("to_number", "0")).isdigit():
            return HttpReply(400, _BAD_URI, "text/html")
        if fields.get("key") != self._key:
            return _error("Invalid API Key.", 403)
        if "echo_key" in struck:
            return _error(f"The key {self._key} is over its rate limit.", 401)
        reply = await self._act(name, fields, struck)
        if "php_warning" in struck and reply.content_type == "application/json":
            return HttpReply(reply.status, _PHP_WARNING + reply.body, "text/html")
        return reply

    async def _act(self, name: str, fields: dict[str, object], struck: frozenset[str]) -> HttpReply:
        match name:
            case "dial":
                return self._dial(fields, struck)
            case "status":
                return self._statuses(fields, struck)
            case "spy":
                return self._spy(fields)
            case "members":
                queues = self._exchange.roster.queues
                told = {queue: [self._exchange.roster.agent(ext) for ext in queues[queue]] for queue in queues}
                return _json(members_answer(told, self._shape(), self._domain))
            case "pause":
                return self._pause(fields, struck)
            case _:
                return self._records(fields, struck)

    def _shape(self) -> str:
        return self._rng.choice(SHAPES[:-1]) if self._faults().shape == "mixed" else self._faults().shape

    def _dial(self, fields: dict[str, object], struck: frozenset[str]) -> HttpReply:
        if fields.get("domain") != self._domain:
            return _error("Invalid domain.", 403)
        extension, phone = str(fields.get("from_number", "")), str(fields.get("to_number", ""))
        agent = self._exchange.roster.agents.get(extension)
        if "refuse_dial" in struck or agent is None or agent.phone == "off":
            return _error(f"Extension {extension} is not registered.", 200)
        self._start(self._calls.outbound(extension, phone, self.dial_outcome))
        return HttpReply(200, b"Queued" if "unconfirmed_dial" in struck else b"Success", "text/html")

    def _statuses(self, fields: dict[str, object], struck: frozenset[str]) -> HttpReply:
        listed = fields.get("list")
        asked = [str(item.get("ext")) for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
        agents = [self._exchange.roster.agents[ext] for ext in asked if ext in self._exchange.roster.agents]
        if not agents and "empty_404" in struck:
            return HttpReply(404)
        return _json(statuses_answer(agents, self._shape(), self._domain))

    def _spy(self, fields: dict[str, object]) -> HttpReply:
        src, dst = str(fields.get("src", "")), str(fields.get("dst", ""))
        if fields.get("mode") not in _SPY_MODES:
            return _error("Unknown mode.", 200)
        agent = self._exchange.roster.agents.get(dst)
        if agent is None or agent.phone != "talk":
            return _error(f"Extension {dst} is not in a call.", 200)
        self._start(self._listen_in(src, dst))
        return _json({"status": True})

    async def _listen_in(self, src: str, dst: str) -> None:
        await self._exchange.set_phones([src], "ring", "spy")
        await self._exchange.sleep(1.0)
        await self._exchange.set_phones([src], "talk", "spy")
        while self._exchange.roster.agent(dst).phone == "talk":
            await self._exchange.sleep(0.5)
        await self._exchange.set_phones([src], "idle", "spy")

    def _pause(self, fields: dict[str, object], struck: frozenset[str]) -> HttpReply:
        extension, wanted = str(fields.get("exten", "")), fields.get("status")
        if extension not in self._exchange.roster.agents:
            return _error(f"Extension {extension} is in no queue.", 200)
        if wanted not in ("0", "1"):
            return _error("status must be 0 or 1.", 200)
        if "silent_pause" not in struck:
            self._start(self._pause_soon(extension, wanted == "1"))
        return _json({"status": True})

    async def _pause_soon(self, extension: str, paused: bool) -> None:
        await self._exchange.sleep(0.3)
        await self._exchange.set_paused(extension, paused)

    def _records(self, fields: dict[str, object], struck: frozenset[str]) -> HttpReply:
        start, end, callid = (str(fields.get(name) or "") for name in ("startdate", "enddate", "callid"))
        rows = self._exchange.records.rows(start, end, callid, self._rng)
        if not rows and "empty_404" in struck:
            return HttpReply(404)
        return _json({"result": rows, "total": len(rows)})

    def _recording(self, request: HttpRequest, name: str) -> HttpReply:
        found = self._exchange.records.recorded(name.removesuffix(".wav"))
        if found is None:
            return HttpReply(404, _NOT_FOUND, "text/html")
        return serve_recording(request, recording(found.callid, max(1, min(found.talk_s, _RECORDING_S))))


def _read(request: HttpRequest, path: str) -> tuple[str, dict[str, object]]:
    """The action, or "" for none, and its fields."""
    if path.startswith(DIAL):
        # As in the vendor's framework: a query makes the path's arguments vanish, and an empty segment shifts the rest.
        parts = [] if "?" in request.target else [unquote(part) for part in path.removeprefix(DIAL).split("/") if part]
        return "dial", dict(zip(parts[::2], parts[1::2], strict=False))
    names = {STATUS: "status", SPY: "spy", MEMBERS: "members", PAUSE: "pause", RECORDS: "records"}
    if request.method != "POST" or path not in names:
        return "", {}
    try:
        body = json.loads(request.body)
    except ValueError:
        body = dict(parse_qsl(request.body.decode("utf-8", "replace")))
    return names[path], body if isinstance(body, dict) else {}


def _json(value: object) -> HttpReply:
    return HttpReply(200, json.dumps(value).encode())


def _error(text: str, status: int) -> HttpReply:
    return HttpReply(status, json.dumps({"status": False, "error": text}).encode())
