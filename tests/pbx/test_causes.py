import socket
import ssl

import httpx
import pytest

from agent_desktop.pbx.causes import unreachable


def caused_by(cause: BaseException) -> httpx.ConnectError:
    error = httpx.ConnectError("All connection attempts failed")
    error.__cause__ = cause
    return error


def certificate_error(code: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_code = code
    return error


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        (certificate_error(10), ("expired", "date and time")),
        (certificate_error(9), ("not valid yet", "date and time")),
        (certificate_error(18), ("not trusted", "install")),
        (certificate_error(20), ("not trusted", "install")),
        (certificate_error(62), ("another address", "address")),
        (ssl.SSLError(1, "WRONG_VERSION_NUMBER"), ("secure connection", "http or https")),
        (socket.gaierror(-2, "unknown"), ("name cannot be found", "address")),
        (UnicodeError("label too long"), ("name cannot be found", "address")),
        (ConnectionRefusedError(111, "refused"), ("Nothing answers", "address")),
        (OSError(101, "unreachable"), ("no way", "network")),
        (ConnectionResetError(104, "reset"), ("cut", "network")),
        (
            ExceptionGroup("both", [OSError(101, "v6"), ConnectionRefusedError(111, "v4")]),
            ("Nothing answers", "address"),
        ),
    ],
)
def test_each_cause_has_its_sentence(cause: BaseException, words: tuple[str, str]) -> None:
    error = unreachable(caused_by(cause))
    assert words[0] in error.title
    assert words[1] in error.advice
