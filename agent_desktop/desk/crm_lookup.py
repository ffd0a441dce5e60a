"""Asks a CRM who a number belongs to, where the settings say how. It is slow and may fail: nothing waits for it."""

import re
from urllib.parse import quote

from agent_desktop.desk.settings import LookupSettings
from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import Level, Notice
from agent_desktop.errors import PbxError
from agent_desktop.pbx.web_lookup import WebLookup
from agent_desktop.telephony.contact import one_line, web_address

TOPIC = "lookup"
QUIET_AFTER_FAILURE_S = 60.0
"""A CRM that failed is left alone for so long: calls go on meanwhile, and each would wait for it in vain."""


class CrmLookup:
    """One notice where it does not work, taken back when it does; answers are kept for as long as the settings say."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._web = WebLookup()
        self._failed_at = float("-inf")
        self._failed_with = LookupSettings()

    async def close(self) -> None:
        """End the connections."""
        await self._web.close()

    async def ask(self, number: str) -> tuple[str, str] | None:
        """(name, link) of a number, either may be ""; None where the CRM is not asked or does not answer."""
        settings = self._around.connection.settings.lookup
        canonical = self._around.store.contacts.canonical(number)
        digits = re.sub(r"\D", "", canonical)
        if not settings.url or len(digits) <= self._around.connection.settings.dial.extension_digits:
            return None
        contacts, now = self._around.store.contacts, self._around.now()
        since = now - settings.keep_hours * 3600
        known = await contacts.web_name(number, since)
        if known is not None or (settings == self._failed_with and now - self._failed_at < QUIET_AFTER_FAILURE_S):
            return known
        try:
            document = await self._web.ask(lookup_url(settings.url, number, f"+{digits}"))
        except PbxError as error:
            self._failed_at, self._failed_with = now, settings
            self._around.publisher.publish(Notice(TOPIC, Level.WARNING, error.title, error.advice))
            return None
        self._around.publisher.publish(Notice(TOPIC, Level.INFO, ""))
        name, link = read_path(document, settings.name_path), read_path(document, settings.link_path)
        found = one_line(name), web_address(link)
        await contacts.keep_web_name(number, *found, now, since)
        return found


def lookup_url(template: str, phone: str, phone_e164: str) -> str:
    """The address to ask, the number percent-encoded in it."""
    for name, value in (("{phone}", phone), ("{phone_e164}", phone_e164)):
        template = template.replace(name, quote(value.strip(), safe=""))
    return template


def read_path(document: object, path: str) -> str:
    """What stands at `data.items[0].name` of a JSON document, "" where there is nothing. A list without a place in the
    path is read at its first.
    """
    found = document
    for step in re.findall(r"[^.\[\]$]+", path):
        if isinstance(found, list):
            if step.isdigit():
                found = found[int(step)] if int(step) < len(found) else None
                continue
            found = found[0] if found else None
        found = found.get(step) if isinstance(found, dict) else None
    found = found[0] if isinstance(found, list) and found else found
    return str(found) if isinstance(found, (str, int)) and not isinstance(found, bool) and path.strip() else ""
