"""What the agent does with the own phone, through the PBX: dial, pause, join a colleague's call."""

from collections.abc import Callable

from agent_desktop.desk.connection import Connection
from agent_desktop.desk.dialling import DialGuard, dial_once, dial_rules
from agent_desktop.desk.session import Session
from agent_desktop.desk.updates import AgentChanged, DialOutcome, DialProgress, DialStage
from agent_desktop.errors import AgentDesktopError, PbxRefused
from agent_desktop.telephony.agent import SpyMode


class Phone:
    """Each action is sent once, whatever comes of it. Raises NotSetUp, UsageError, PbxError."""

    def __init__(
        self,
        connection: Connection,
        session: Session,
        publish: Callable[[AgentChanged | DialProgress], None],
        now: Callable[[], float],
    ) -> None:
        self._connection = connection
        self._session = session
        self._publish = publish
        self._now = now
        self._guard = DialGuard()

    @property
    def _extension(self) -> str:
        return self._connection.settings.pbx.extension

    async def dial(self, text: str, *, confirmed: bool) -> DialOutcome:
        """Ring the own phone, then the number in the text."""
        client = self._connection.link.client
        found = self._guard.admit(text, dial_rules(self._connection.settings.dial), confirmed=confirmed)
        try:
            # Before it is sent: the own phone may ring before the PBX has answered.
            self._session.dialled(self._now())
            self._publish(DialProgress(found.digits, DialStage.ASKED))
            outcome = await dial_once(client, self._extension, found)
        except PbxRefused:
            self._session.dialled(float("-inf"))
            self._publish(DialProgress(found.digits, DialStage.REFUSED))
            raise
        finally:
            self._guard.settle(found)
        self._publish(DialProgress(found.digits, DialStage.TAKEN))
        return outcome

    async def change_pause(self, wanted: bool, reason: str) -> None:
        """Ask for a pause or its end; until the PBX confirms it, it is requested."""
        client, own = self._connection.link.client, self._session.own
        own.request(wanted, reason, self._now())
        requested = own.pause
        self._publish(AgentChanged(own.own, own.pause))
        try:
            await client.pause(self._extension, wanted)
        except AgentDesktopError as error:
            # Something newer may stand there: a confirmation that was faster than the answer, another request.
            if own.pause is requested:
                own.refuse(error.message, self._now())
                self._publish(AgentChanged(own.own, own.pause))
            raise

    async def spy(self, extension: str, mode: SpyMode) -> None:
        """Join the call of an extension; which leg the agent is depends on the call's direction."""
        call = self._session.talking().get(extension)
        direction = call.direction if call is not None else ""
        await self._connection.link.client.spy(self._extension, extension, mode, direction)
