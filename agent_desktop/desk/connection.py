"""Settings and secrets of one profile, loaded, stored and tried: everything that says where the PBX is."""

import asyncio
import logging
from collections.abc import Callable
from datetime import tzinfo
from itertools import count
from typing import Literal

from agent_desktop.desk import settings_file
from agent_desktop.desk.aside import aside
from agent_desktop.desk.pbx_link import PbxLink, client_options
from agent_desktop.desk.settings import PbxSettings, Settings
from agent_desktop.desk.updates import Check, ConnectionDraft, Level, Notice
from agent_desktop.desk.zone import pbx_zone
from agent_desktop.errors import AgentDesktopError, KeyringLocked, KeyringUnavailable, PbxError, SettingsInvalid
from agent_desktop.pbx.client import PbxClient
from agent_desktop.system.clock import clock_skew, skew_notice
from agent_desktop.system.paths import Profile
from agent_desktop.system.redact import Redactor
from agent_desktop.system.secrets import Kept, Secret, SecretName, SecretStore, new_webhook_secret

_log = logging.getLogger(__name__)

KeyKept = Literal["", "keyring", "environment", "session"]


class Connection:
    """Loaded with `load`, which never fails: what is wrong is told in `notices`."""

    def __init__(self, profile: Profile, secrets: SecretStore, redact: Callable[[Secret], None]) -> None:
        self.profile = profile
        self._secrets = secrets
        self._redact = redact
        self._key: Secret | None = None
        self.settings = Settings()
        self.zone: tzinfo = pbx_zone("")
        self.webhook_secret = Secret("")
        self.key_kept: KeyKept = ""
        self.link = PbxLink()
        self.notices: list[Notice] = []

    async def load(self) -> None:
        """Read the settings file and the secrets."""
        self.read_settings()
        await self.unlock()

    async def unlock(self) -> None:
        """Read the secrets, as long as the keyring takes. A first run makes the webhook secret."""
        self.webhook_secret = await self._read_webhook_secret()
        self._redact(self.webhook_secret)
        self._key = await self._read_key()

    def read_settings(self) -> None:
        """Read the settings file."""
        try:
            self.settings, passed_over = settings_file.load(self.profile.settings_file)
        except SettingsInvalid as error:
            self.notices.append(Notice("settings", Level.ERROR, error.title, self._set_settings_aside()))
            return
        if passed_over:
            first, *others = passed_over
            advice = " ".join([first.advice, *(one.message for one in others)])
            self.notices.append(Notice("settings", Level.WARNING, first.title, advice))
        self.zone = pbx_zone(self.settings.pbx.zone)

    def _set_settings_aside(self) -> str:
        """Keep what the user may want to mend out of the way of a later save; what became of it."""
        broken = self.profile.settings_file
        names = (broken.with_suffix(".unreadable" if n == 1 else f".unreadable-{n}") for n in count(1))
        kept = next(path for path in names if not path.exists())
        try:
            broken.rename(kept)
        except OSError as error:
            return f"It cannot be set aside either ({error.strerror}): look at {broken.name} in the profile folder."
        return f"It was set aside as {kept.name} in the profile folder, and fresh settings are used."

    async def _read_webhook_secret(self) -> Secret:
        try:
            found = await aside(self._secrets.read, SecretName.WEBHOOK)
            if found is not None:
                return found
            fresh = new_webhook_secret()
            if await aside(self._secrets.write, SecretName.WEBHOOK, fresh) is Kept.SESSION:
                self._note_keyring(KeyringUnavailable())
            return fresh
        except KeyringLocked as error:
            # A secret made now must not replace the one that the vendor was given, so it is kept nowhere.
            self._note_keyring(error)
            return self.webhook_secret or new_webhook_secret()

    async def _read_key(self) -> Secret | None:
        try:
            key = await aside(self._secrets.read, SecretName.KEY)
        except KeyringLocked as error:
            self._note_keyring(error)
            return self._key
        if key is not None:
            self._redact(key)
            self.key_kept = self._secrets.kept(SecretName.KEY).value
        return key

    def _note_keyring(self, error: AgentDesktopError) -> None:
        _log.warning("%s", error.title)
        self.notices.append(Notice("keyring", Level.WARNING, error.title, error.advice))

    def take_notices(self) -> list[Notice]:
        """What there is to say since this was last asked; one without a title takes back what was said."""
        taken, self.notices = self.notices, []
        return taken

    async def open_link(self) -> None:
        """Make the client for the present settings."""
        await self.link.configure(self.settings.pbx, self._key)

    @property
    def is_complete(self) -> bool:
        """True once nothing is missing."""
        return self.settings.is_complete and self._key is not None

    async def reload(self, key: Secret | None = None) -> None:
        """Another process changed them; `key` is one that it could keep nowhere else."""
        self.notices = [Notice(topic, Level.INFO, "") for topic in ("settings", "keyring")]
        if key is not None:
            await self._keep_key(key)
        await self.load()
        await self.open_link()

    async def change(self, settings: Settings) -> None:
        """Store and use these settings. Raises StoreFailed, and keeps the old ones then."""
        await asyncio.to_thread(settings_file.save, self.profile.settings_file, settings)
        self.settings = settings
        self.zone = pbx_zone(settings.pbx.zone)
        await self.open_link()

    async def connect(self, draft: ConnectionDraft) -> None:
        """Store what the first-run page holds: the key in the keyring, or for this session where there is none."""
        settings = self._drafted(draft)
        if draft.key:
            self._key = Secret(draft.key)
            self._redact(self._key)
            kept = await self._keep_key(self._key)
            if kept is Kept.KEYRING:
                self.notices.append(Notice("keyring", Level.INFO, ""))
            self.key_kept = kept.value
        await self.change(settings)

    async def _keep_key(self, key: Secret) -> Kept:
        try:
            return await aside(self._secrets.write, SecretName.KEY, key)
        except KeyringLocked as error:
            # It is kept for this session, so the agent can work; the notice says what to do about it.
            self._note_keyring(error)
            return Kept.SESSION

    def _drafted(self, draft: ConnectionDraft) -> Settings:
        settings = self.settings
        for name in ("url", "report_url", "domain", "extension"):
            settings = settings.with_value(f"pbx.{name}", getattr(draft, name))
        return settings

    async def test(self, draft: ConnectionDraft) -> tuple[Check, ...]:
        """Ask the PBX with what was typed, storing nothing."""
        try:
            settings = self._drafted(draft).pbx
        except SettingsInvalid as error:
            return (Check("failed", error.title, error.advice),)
        key = Secret(draft.key) if draft.key else self._key
        missing = _missing(settings, key)
        if missing:
            return (Check("failed", f"Still missing: {', '.join(missing)}.", "Fill it in and test again."),)
        assert key is not None
        self._redact(key)
        client = PbxClient(client_options(settings), key)
        try:
            return await check_pbx(client, settings.extension)
        except PbxError as error:
            return (Check("failed", error.title, error.advice),)
        finally:
            await client.close()

    def clean(self, text: str) -> str:
        """The text with the key and the webhook secret masked."""
        redactor = Redactor()
        for secret in (self._key, self.webhook_secret):
            if secret is not None:
                redactor.add(secret)
        return redactor.clean(text)

    def clock_notice(self, now: float) -> Notice | None:
        """A warning where this computer's clock and the PBX's differ by minutes."""
        if not self.link.is_set_up:
            return None
        skew = clock_skew(self.link.client.last_server_date, now)
        text = skew_notice(skew) if skew is not None else None
        return Notice("clock", Level.WARNING, text[0], text[1]) if text else None


def _missing(settings: PbxSettings, key: Secret | None) -> list[str]:
    named = {
        "PBX address": settings.url,
        "domain": settings.domain,
        "extension": settings.extension,
        "key": "known" if key is not None else "",
    }
    return [name for name, value in named.items() if not value]


async def check_pbx(client: PbxClient, extension: str) -> tuple[Check, ...]:
    """Ask for own status and the queues, as a person would to see whether it works. Raises PbxError."""
    statuses = await client.statuses((extension,))
    checks = [Check("ok", "The PBX answered, and took the key.")]
    status = statuses.get(extension, "")
    if status == "off":
        checks.append(
            Check("warning", f"Extension {extension} has no phone registered.", "Check that your phone is on.")
        )
    elif status:
        checks.append(Check("ok", f"Extension {extension} is known there."))
    else:
        advice = "Check the extension; if it is right, carry on."
        checks.append(Check("warning", f"The PBX does not tell the status of extension {extension}.", advice))
    try:
        await client.members()
        checks.append(Check("ok", "The list of queues can be read."))
    except PbxError as error:
        checks.append(Check("warning", f"The list of queues cannot be read. {error.title}", error.advice))
    return tuple(checks)
