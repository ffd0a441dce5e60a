"""The base URL for the vendor."""

import os
import socket
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from agent_desktop.desk.settings import ListenerSettings
from agent_desktop.desk.webhook_address import listen_address, webhook_url


@pytest.mark.parametrize(
    ("listen", "address", "url"),
    [
        ("127.0.0.1:8737", ("127.0.0.1", 8737), "http://127.0.0.1:8737/s3cret"),
        ("localhost:80", ("localhost", 80), "http://localhost:80/s3cret"),
        ("[::1]:9000", ("::1", 9000), "http://[::1]:9000/s3cret"),
        ("::1:9000", ("::1", 9000), "http://[::1]:9000/s3cret"),
    ],
)
def test_an_address_to_listen_at_is_one_to_call(listen, address, url):
    settings = ListenerSettings(listen=listen)
    assert listen_address(settings) == address
    assert webhook_url(settings, "s3cret") == url


def test_the_port_that_was_really_opened_is_told():
    assert webhook_url(ListenerSettings(listen="127.0.0.1:0"), "s", 40123) == "http://127.0.0.1:40123/s"


def test_a_certificate_makes_it_https():
    assert webhook_url(ListenerSettings(tls_certificate="c.pem"), "s") == "https://127.0.0.1:8737/s"


@pytest.mark.parametrize("public", ["https://desk.example.com/hook", "https://desk.example.com/hook/"])
def test_a_public_address_is_what_the_vendor_calls_whatever_is_listened_at(public):
    settings = ListenerSettings(listen="0.0.0.0:8737", public_url=public)
    assert webhook_url(settings, "s", 8737) == "https://desk.example.com/hook/s"


@pytest.mark.parametrize("listen", ["0.0.0.0:8737", "[::]:8737", "*:8737"])
def test_an_address_that_is_everywhere_is_told_as_one_that_can_be_called(listen):
    # In a process of its own: it asks the routing table about an address that is not here.
    code = (
        "import sys; from agent_desktop.desk.settings import ListenerSettings as S;"
        "from agent_desktop.desk.webhook_address import webhook_url; print(webhook_url(S(listen=sys.argv[1]), 's'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, listen], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    parts = urlsplit(done.stdout.strip())
    assert parts.port == 8737
    assert parts.hostname not in (None, "", "0.0.0.0", "::", "*")
    assert parts.path == "/s"
    # The socket at [::] takes IPv6 alone, and one at 0.0.0.0 no IPv6.
    assert parts.hostname == socket.gethostname().lower() or (":" in parts.hostname) == ("[" in listen)
