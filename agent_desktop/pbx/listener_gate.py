"""Who is let in: a secret in the path, and nothing that a web page in the agent's browser could send.

A browser adds `Origin` or `Sec-Fetch-*`, and a page that points its own name at this computer (DNS rebinding) cannot
hide that name: it stands in `Host`.
"""

import hashlib
import hmac
import re
import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import unquote_to_bytes

from agent_desktop.errors import ListenerFailed
from agent_desktop.pbx.listener_options import ListenerOptions
from agent_desktop.pbx.listener_reader import Head
from agent_desktop.pbx.request_line import RequestRefused

ANYWHERE = frozenset({"0.0.0.0", "::", "*", ""})
"""Listen addresses that stand for all of this computer's."""

_METHODS = frozenset({b"GET", b"POST", b"PUT"})
_TARGET = re.compile(rb"(?:https?://([^/?]*))?/+([^/?]*)(.*)\Z", re.IGNORECASE)
_HOSTS_REMEMBERED = 16
_LONG_SECRET = 16

Address = IPv4Address | IPv6Address


def is_own_address(address: Address) -> bool:
    """True where the address is one of this computer's: only those can be bound. Nothing is sent."""
    family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.bind((str(address), 0))
    except OSError:
        return False
    return not (address.is_unspecified or address.is_multicast)


def host_name(authority: str) -> str:
    """The host of `host:port` in lower case, without port, brackets and final dot."""
    text = authority.strip().lower()
    name = text[1:].partition("]")[0] if text.startswith("[") else text.partition(":")[0]
    return name.rstrip(".")


def _address(text: str) -> Address | None:
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return (address.ipv4_mapped if isinstance(address, IPv6Address) else None) or address


class Gate:
    """Decides who is let in. Raises ListenerFailed for a list of senders that cannot be read."""

    def __init__(
        self,
        secret: str,
        options: ListenerOptions,
        own_name: str,
        is_own: Callable[[Address], bool] = is_own_address,
    ) -> None:
        if not secret:
            raise ValueError("a listener needs a secret")
        self._secret = secret
        self._digest = hashlib.sha256(secret.encode()).digest()
        self._senders = tuple(_network(text) for text in options.allowed_senders)
        host = options.host.strip("[]").lower()
        self._listens_anywhere = host in ANYWHERE
        self._is_own = is_own
        short = own_name.lower().partition(".")[0]
        own_names = {own_name.lower(), short, f"{short}.local"} if self._listens_anywhere and short else set()
        self._names = {"localhost", host, *map(host_name, options.public_hosts), *own_names} - {""}
        self._remembered: set[bytes] = set()

    def allows_sender(self, sender: str) -> bool:
        """True where requests from this address are heard."""
        if not self._senders:
            return True
        address = _address(sender)
        return address is not None and any(address in network for network in self._senders)

    def admit(self, head: Head) -> str:
        """The target without the secret. Raises RequestRefused, which tells the sender nothing but 404."""
        parts = _TARGET.match(head.target)
        if parts is None or not self._is_secret(parts[2]):
            raise RequestRefused(404, "secret")
        if head.method not in _METHODS:
            raise RequestRefused(404, "method")
        authority = parts[1]
        for name, value in head.headers:
            if name == b"origin" or name.startswith(b"sec-fetch-"):
                raise RequestRefused(404, "browser")
            if name == b"host" and authority is None:
                authority = value
        if authority and not self._is_ours(authority):
            raise RequestRefused(404, "host")
        rest: str = parts[3].decode("ascii", "replace")
        return self._without_secret(rest if rest.startswith("/") else f"/{rest}")

    def _is_secret(self, segment: bytes) -> bool:
        said = hashlib.sha256(unquote_to_bytes(segment)).digest()
        return hmac.compare_digest(said, self._digest)

    def _without_secret(self, target: str) -> str:
        # A base URL that was pasted twice. A secret this long stands nowhere by chance.
        return target.replace(self._secret, "") if len(self._secret) >= _LONG_SECRET else target

    def _is_ours(self, authority: bytes) -> bool:
        if authority in self._remembered:
            return True
        name = host_name(authority.decode("latin-1"))
        address = _address(name)
        ours = name in self._names or (
            address is not None and (address.is_loopback or (self._listens_anywhere and self._is_own(address)))
        )
        if ours and len(self._remembered) < _HOSTS_REMEMBERED:
            self._remembered.add(authority)
        return ours


def _network(text: str) -> IPv4Network | IPv6Network:
    try:
        return ip_network(text.strip(), strict=False)
    except ValueError:
        raise ListenerFailed(
            f"The allowed sender {text!r} is not an address.",
            "In the settings, write addresses such as 203.0.113.7 or networks such as 203.0.113.0/24.",
        ) from None
