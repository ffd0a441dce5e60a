"""The HTTP client that all requests go through: it trusts what this computer trusts, and is made late."""

import asyncio
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ssl

    import httpx


class HttpClient:
    """Made off the loop with the first request, as that takes 50 ms and more. Follows no redirects."""

    def __init__(self, timeout_s: float, transport: "httpx.AsyncBaseTransport | None" = None) -> None:
        self._timeout_s = timeout_s
        self._transport = transport
        self.made: httpx.AsyncClient | None = None
        """None before the first request and after `close`."""
        self._making = asyncio.Lock()

    async def get(self) -> "httpx.AsyncClient":
        """The client; the same one until `close`."""
        async with self._making:
            if self.made is None:
                self.made = await asyncio.to_thread(_built, self._timeout_s, self._transport)
            return self.made

    async def close(self) -> None:
        """Close the connections; what is under way ends as cut off. The next request would open them again."""
        made, self.made = self.made, None
        if made is not None:
            await made.aclose()


def _built(timeout_s: float, transport: "httpx.AsyncBaseTransport | None") -> "httpx.AsyncClient":
    import ssl

    # httpx brings a command line of its own, and loads it where the libraries for that happen to be: 2 MB.
    sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
    import httpx

    # This computer's own authorities, as a company may have one, and the public ones for a Python that has none.
    context = ssl.create_default_context(capath=_folder_of_authorities())
    if not _knows_authorities(context):
        import certifi

        context.load_verify_locations(certifi.where())
    # Python 3.13 demands what many a company's authority leaves out, and browsers and earlier Pythons do not miss.
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    return httpx.AsyncClient(
        verify=context,
        timeout=timeout_s,
        transport=transport,
        follow_redirects=False,
        headers={"Accept": "application/json", "User-Agent": "AgentDesktop"},
        mounts={f"all://{host}": None for host in ("127.0.0.1", "localhost", "[::1]")},  # never through a proxy
    )


def _folder_of_authorities() -> str | None:
    """Where each authority is looked up when it is needed; read all at once they are 2.5 MB. None where there is no
    such folder, or where the environment names a file instead.
    """
    import ssl

    folder = ssl.get_default_verify_paths().capath
    is_hashed = bool(folder) and "SSL_CERT_FILE" not in os.environ and any(Path(str(folder)).glob("*.0"))
    return folder if is_hashed else None


def _knows_authorities(context: "ssl.SSLContext") -> bool:
    """True where the system has authorities: read already (Windows, a file), or found when one is needed (a folder)."""
    import ssl

    found = ssl.get_default_verify_paths()
    if found.cafile or context.cert_store_stats()["x509_ca"]:
        return True
    return bool(found.capath) and any(Path(found.capath).iterdir())
