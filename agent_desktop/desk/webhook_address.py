"""The base URL that the vendor is given: it ends with the webhook secret, so it is for eyes and clipboards only."""

import socket

from agent_desktop.desk.settings import ListenerSettings

# The documentation networks: asking for the way there sends nothing. The socket for `::` takes IPv6 alone.
_ANYWHERE = {"0.0.0.0": (socket.AF_INET, "192.0.2.1"), "::": (socket.AF_INET6, "2001:db8::1")}


def listen_address(settings: ListenerSettings) -> tuple[str, int]:
    """Host and port to listen at."""
    host, _, port = settings.listen.rpartition(":")
    return "0.0.0.0" if host == "*" else host.strip("[]"), int(port)


def webhook_url(settings: ListenerSettings, secret: str, port: int | None = None) -> str:
    """`{CRM_URL}`: the public address where there is one, else the listen address; `port` is the one really opened."""
    if settings.public_url:
        return f"{settings.public_url.rstrip('/')}/{secret}"
    host, wanted = listen_address(settings)
    if host in _ANYWHERE:
        host = _own_address(*_ANYWHERE[host])
    if ":" in host:
        host = f"[{host}]"
    scheme = "https" if settings.tls_certificate else "http"
    return f"{scheme}://{host}:{wanted if port is None else port}/{secret}"


def _own_address(family: socket.AddressFamily, elsewhere: str) -> str:
    """The address by which the local network knows this computer, or its name; only asks the routing table."""
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((elsewhere, 9))
            return str(probe.getsockname()[0])
    except OSError:
        return socket.gethostname()
