"""Why the PBX could not be reached: the operating system's errors in, a plain sentence out."""

import errno
import socket
import ssl
from collections.abc import Iterator

from agent_desktop.errors import PbxUnreachable

_EXPIRED, _NOT_YET_VALID = 10, 9
_OTHER_HOST = (62, 64)  # OpenSSL's verify codes: X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH
_CLOCK_ADVICE = "Check this computer's date and time; if they are right, your administrator must renew the certificate."
_TRUST_ADVICE = "Ask your administrator to install the certificate's authority here, or to check the PBX address."
_NETWORK_ADVICE = "Check this computer's network connection, then try again."
_CUT = "The connection to the PBX was cut."
_NO_NETWORK = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL})


def unreachable(error: BaseException) -> PbxUnreachable:
    """The error for people that `error`, or whatever caused it, amounts to."""
    known = [found for cause in _causes(error, 0) if (found := _known(cause)) is not None]
    # Several addresses of one name may have failed, each in its way: having no way there says the least.
    return min(known, key=lambda found: found.advice == _NETWORK_ADVICE, default=PbxUnreachable(_CUT))


def _causes(error: BaseException | None, depth: int) -> Iterator[BaseException]:
    """The error and all that led to it, the root first."""
    if error is None or depth > 10:
        return
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            yield from _causes(each, depth + 1)
    yield from _causes(error.__cause__ or error.__context__, depth + 1)
    yield error


def _known(error: BaseException) -> PbxUnreachable | None:
    if isinstance(error, ssl.SSLCertVerificationError):
        return _certificate(error.verify_code)
    if isinstance(error, ssl.SSLError):
        return PbxUnreachable(
            "The PBX and this computer cannot agree on a secure connection.",
            "Check whether the PBX address in the settings should begin with http or https, and its port.",
        )
    if isinstance(error, (socket.gaierror, UnicodeError)):
        return PbxUnreachable(
            "The PBX's name cannot be found.", "Check the PBX address in the settings, and the network."
        )
    if isinstance(error, ConnectionRefusedError):
        return PbxUnreachable("Nothing answers at the PBX's address and port.")
    if isinstance(error, OSError) and error.errno in _NO_NETWORK:
        return PbxUnreachable("There is no way to the PBX from this computer.", _NETWORK_ADVICE)
    return None


def _certificate(code: int) -> PbxUnreachable:
    if code == _EXPIRED:
        return PbxUnreachable("The PBX's certificate has expired.", _CLOCK_ADVICE)
    if code == _NOT_YET_VALID:
        return PbxUnreachable("The PBX's certificate is not valid yet.", _CLOCK_ADVICE)
    if code in _OTHER_HOST:
        return PbxUnreachable("The PBX's certificate is for another address.", _TRUST_ADVICE)
    return PbxUnreachable("The PBX's certificate is not trusted by this computer.", _TRUST_ADVICE)
