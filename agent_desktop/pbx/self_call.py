"""A webhook that the desk sends to itself, as the PBX would: to see that one arrives."""

import asyncio
import ssl
from contextlib import suppress
from urllib.parse import urlsplit

_CLOSING_S = 1.0


def target(extension: str, callid: str) -> str:
    """Path and query, below the secret, of a call that rings this extension."""
    return f"/api/callcenter/call_in?phone=anonymous&queue=&extension={extension}&callid={callid}&event=RINGING&did="


async def send(base_url: str, path: str, *, verify: bool) -> int:
    """The HTTP status that the request was answered with. Raises OSError (no connection, a bad certificate),
    EOFError (hung up on) or ValueError (no HTTP).

    Without `verify`, a certificate may be for any name: one's own listener is asked by its address.
    """
    base = urlsplit(base_url)
    tls = None
    if base.scheme == "https":
        tls = ssl.create_default_context()
        if not verify:
            tls.check_hostname, tls.verify_mode = False, ssl.CERT_NONE
    port = base.port or (443 if tls else 80)
    reader, writer = await asyncio.open_connection(base.hostname, port, ssl=tls)
    try:
        request = f"GET {base.path}{path} HTTP/1.1\r\nHost: {base.netloc}\r\nConnection: close\r\n\r\n"
        writer.write(request.encode("ascii"))
        line = await reader.readuntil(b"\n")
        return int(line.split()[1])
    except (IndexError, asyncio.LimitOverrunError) as error:
        raise ValueError("no HTTP") from error
    finally:
        writer.close()
        with suppress(OSError):
            async with asyncio.timeout(_CLOSING_S):
                await writer.wait_closed()
