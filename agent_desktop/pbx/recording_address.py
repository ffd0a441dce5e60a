"""Where a recording may be fetched from: decided before anything is asked, and again at each redirect."""

import re
from collections.abc import Sequence
from urllib.parse import quote, urljoin, urlsplit

from agent_desktop.errors import RecordingUnavailable

_PARTS = re.compile(r"(?i)(https?)://([^/?]*)(.*)", re.DOTALL)
_STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_KEPT = "%/?&=+:;,@!$'()*~[]"


def recording_address(told: str, pbx_urls: Sequence[str]) -> str:
    """The address of a recording as the PBX told it, in the characters that a request may hold.

    `pbx_urls` are the PBX's own, to the first of which a bare path belongs. Raises RecordingUnavailable for what is no
    address, or one that must not be asked: anything but https, but for the PBX's own hosts.
    """
    text = told.strip()
    if text and pbx_urls and not _PARTS.match(text) and "://" not in text and not text.startswith("//"):
        text = f"{pbx_urls[0].rstrip('/')}/{text.lstrip('/')}"
    found = _PARTS.fullmatch(text)
    if found is None:
        raise RecordingUnavailable("The PBX gave no usable address for this recording.")
    scheme, host, rest = found[1].lower(), found[2], found[3]
    # What is no "%41" is a percent sign; "#" is part of a file's name, as there is no place to jump to in a sound.
    address = f"{scheme}://{host}{quote(_STRAY_PERCENT.sub('%25', rest), safe=_KEPT)}"
    _check(address, pbx_urls)
    return address


def redirected(address: str, location: str, pbx_urls: Sequence[str]) -> str:
    """Where a redirect from `address` leads. Raises RecordingUnavailable where that is another host, or less safe."""
    there = recording_address(urljoin(address, location), pbx_urls)
    before, after = urlsplit(address), urlsplit(there)
    if before.hostname != after.hostname or (before.scheme == "https" and after.scheme != "https"):
        raise RecordingUnavailable(
            "The recording is said to lie somewhere else now, and was not fetched from there.",
            "Ask your administrator whether recordings have moved.",
        )
    return there


def is_of_pbx(address: str, pbx_urls: Sequence[str]) -> bool:
    """True where the address belongs to one of the PBX's own hosts."""
    return urlsplit(address).hostname in {urlsplit(url).hostname for url in pbx_urls}


def _check(address: str, pbx_urls: Sequence[str]) -> None:
    if not _is_usable(address):
        raise RecordingUnavailable("The PBX gave no usable address for this recording.")
    if not address.startswith("https:") and not is_of_pbx(address, pbx_urls):
        raise RecordingUnavailable(
            "The recording lies where nothing protects it on its way, and was not fetched.",
            "Ask your administrator to offer recordings by https.",
        )


def _is_usable(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        return False
