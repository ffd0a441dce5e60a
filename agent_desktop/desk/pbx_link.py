"""The desk's line to the REST API: one client for the present settings, and what its failures mean to the user."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta, tzinfo

from agent_desktop.desk.settings import PbxSettings
from agent_desktop.desk.zone import day_of, pbx_zone
from agent_desktop.errors import NotSetUp, PbxError
from agent_desktop.pbx.client import PbxClient, PbxOptions
from agent_desktop.system.secrets import Secret
from agent_desktop.telephony.events import CallReported

DAY = timedelta(days=1)


def client_options(settings: PbxSettings) -> PbxOptions:
    """The settings as the client takes them."""
    return PbxOptions(
        url=settings.url,
        report_url=settings.report_url,
        domain=settings.domain,
        zone=pbx_zone(settings.zone),
        timeout_s=settings.timeout_seconds,
    )


class PbxLink:
    """Holds the client. `client` raises NotSetUp while something is missing."""

    def __init__(self) -> None:
        self._client: PbxClient | None = None
        self._made_of: tuple[PbxSettings, Secret | None] = (PbxSettings(), None)
        self._zone: tzinfo = pbx_zone("")

    @property
    def is_set_up(self) -> bool:
        """True once the PBX can be asked."""
        return self._client is not None

    @property
    def client(self) -> PbxClient:
        """The client for the present settings."""
        if self._client is None:
            raise NotSetUp()
        return self._client

    async def configure(self, settings: PbxSettings, key: Secret | None) -> None:
        """Use these from now on. Where they are others than before, requests under way end with the old client."""
        if (settings, key) == self._made_of:
            return
        self._made_of = (settings, key)
        old, self._client = self._client, None
        self._zone = pbx_zone(settings.zone)
        if settings.url and settings.domain and settings.extension and key is not None:
            self._client = PbxClient(client_options(settings), key)
        if old is not None:
            await old.close()

    async def records_near(self, near: float, callid: str = "") -> Sequence[CallReported]:
        """Records of the day of `near` and the days beside it: a call may cross midnight, a clock may be wrong."""
        day = day_of(near, self._zone)
        return await self.client.records(day - DAY, day + DAY, callid)

    async def records_since(self, since: float, now: float) -> Sequence[CallReported]:
        """All records from the day of `since` to today."""
        return await self.client.records(day_of(since, self._zone), day_of(now, self._zone))

    async def close(self) -> None:
        """End it."""
        with suppress(PbxError):
            await self.configure(PbxSettings(), None)
