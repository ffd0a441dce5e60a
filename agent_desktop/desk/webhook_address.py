"""The base URL that the vendor is given: it ends with the webhook secret, so it is for eyes and clipboards only."""

import socket

from agent_desktop.desk.settings import ListenerSettings


def listen_address(settings: ListenerSettings) -> tuple[str, int]:
    """Host and port to listen at."""
    host, _, port = settings.listen.rpartition(":")
    return "0.0.0.0" if host == "*" else host.strip("[]"), int(port)


def webhook_url(settings: ListenerSettings, secret: str, port: int | None = None) -> str:
    """`{CRM_URL}`: the public address where there is one, else the listen address; `port` is the one really opened."""
    if settings.public_url:
        return f"{settings.public_url.rstrip('/')}/{secret}"
    host, wanted = listen_address(settings)
    if host in ("0.0.0.0", "::"):
        host = _own_address()
    if ":" in host:
        host = f"[{host}]"
    scheme = "https" if settings.tls_certificate else "http"
    return f"{scheme}://{host}:{wanted if port is None else port}/{secret}"


def _own_address() -> str:
    """The address by which the local network knows this computer; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # the documentation network: only asks the routing table
            return str(probe.getsockname()[0])
        except OSError:
            return socket.gethostname()
