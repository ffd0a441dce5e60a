"""A question to an address of the web that answers in JSON: a CRM's, not the PBX's."""

import asyncio
import json
from typing import TYPE_CHECKING

from agent_desktop.errors import PbxUnreachable
from agent_desktop.pbx.http_client import HttpClient

if TYPE_CHECKING:
    import httpx

ANSWER_WITHIN_S = 2.0
_LONGEST_ANSWER = 256 * 1024


class LookupFailed(PbxUnreachable):
    """The CRM did not answer as it should."""

    title = "The contact lookup does not answer."
    advice = "Check the address of the contact lookup in the settings."


class WebLookup:
    """Asks one address after another. The client is made off the loop, with the first question."""

    def __init__(self, transport: "httpx.AsyncBaseTransport | None" = None) -> None:
        self._http = HttpClient(ANSWER_WITHIN_S, transport)

    async def close(self) -> None:
        """Close the connections. The next question would open them again."""
        await self._http.close()

    async def ask(self, url: str) -> object:
        """The document at an http or https address. Raises LookupFailed; no redirect is followed."""
        http = await self._http.get()
        try:
            async with asyncio.timeout(ANSWER_WITHIN_S):
                status, body = await self._read(http, url)
        except TimeoutError:
            raise LookupFailed(f"The contact lookup did not answer within {ANSWER_WITHIN_S:g} seconds.") from None
        if status == 404:
            return None  # nobody has that number
        if not 200 <= status < 300:
            raise LookupFailed(f"The contact lookup answered with HTTP status {status}.")
        try:
            return json.loads(body)
        except (ValueError, RecursionError):
            raise LookupFailed("The contact lookup did not answer with JSON.") from None

    async def _read(self, http: "httpx.AsyncClient", url: str) -> tuple[int, bytes]:
        """Status and body. Every error of the network or of httpx is translated here; none shows the address."""
        import httpx

        body = bytearray()
        try:
            async with http.stream("GET", url) as response:
                async for chunk in response.aiter_bytes():
                    body += chunk
                    if len(body) > _LONGEST_ANSWER:
                        raise LookupFailed("The contact lookup's answer is too long.")
                return response.status_code, bytes(body)
        except httpx.TimeoutException:
            raise TimeoutError from None
        except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError) as error:
            raise LookupFailed(f"The contact lookup cannot be reached ({type(error).__name__}).") from None
