"""Requests to a CRM, as its rules say: sent once a time, with a plain sentence for what went wrong."""

import asyncio
from typing import TYPE_CHECKING
from urllib.parse import quote

from agent_desktop.errors import PbxUnreachable
from agent_desktop.pbx.http_client import HttpClient

if TYPE_CHECKING:
    import httpx

ANSWER_WITHIN_S = 10.0
AGAIN = frozenset({408, 425, 429})
"""Statuses below 500 after which the same request may succeed later."""


class CrmUnreachable(PbxUnreachable):
    """The CRM did not take a request; it may take it later."""

    title = "The CRM does not answer."
    advice = "Check the CRM's address in the settings, and the network; what waits is sent when it answers again."


class CrmRefused(PbxUnreachable):
    """The CRM will not take this request."""

    title = "The CRM refused a request."
    advice = "Check the rule's address and text in the settings."


class CrmSender:
    """One client for all requests, made off the loop with the first."""

    def __init__(self, transport: "httpx.AsyncBaseTransport | None" = None) -> None:
        self._http = HttpClient(ANSWER_WITHIN_S, transport)

    async def close(self) -> None:
        """Close the connections. The next request would open them again."""
        await self._http.close()

    async def send(self, method: str, url: str, body: str, content_type: str, key: str) -> int:
        """Send it; the HTTP status of the CRM that took it. `key` lets a CRM tell a repeat of the same request.

        Raises CrmUnreachable, CrmRefused; neither shows the address, which holds a customer's data.
        """
        http = await self._http.get()
        # A PBX's callid may hold what a header cannot.
        headers = {"Idempotency-Key": quote(key, safe="@")} | ({"Content-Type": content_type} if body else {})
        status = await self._status(http, method, url, body, headers)
        if 200 <= status < 300:
            return status
        if status >= 500 or status in AGAIN:
            raise CrmUnreachable(f"The CRM answered with HTTP status {status}.")
        raise CrmRefused(f"The CRM refused a request with HTTP status {status}.")

    async def _status(
        self, http: "httpx.AsyncClient", method: str, url: str, body: str, headers: dict[str, str]
    ) -> int:
        """Every error of the network or of httpx is translated here. The answer's text is of no use: it is not read."""
        import httpx

        try:
            async with (
                asyncio.timeout(ANSWER_WITHIN_S),
                http.stream(method, url, content=body.encode() or None, headers=headers) as response,
            ):
                return response.status_code
        except (TimeoutError, httpx.TimeoutException):
            raise CrmUnreachable(f"The CRM did not answer within {ANSWER_WITHIN_S:g} seconds.") from None
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError):
            raise CrmRefused("The rule's address cannot be used.") from None
        except (httpx.HTTPError, OSError):
            raise CrmUnreachable() from None
