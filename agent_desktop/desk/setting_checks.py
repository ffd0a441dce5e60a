"""What a setting's value must be. A check answers with a sentence that says what it takes, or "" where it is fine."""

from collections.abc import Callable, Mapping
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from agent_desktop.desk.zone import pbx_zone
from agent_desktop.system.key_combination import KeyCombination
from agent_desktop.telephony.number_plan import is_country
from agent_desktop.telephony.quiet_hours import QuietHours

Check = Callable[[Any], str]

SMALLEST_MB = 20
"""A day of a busy company takes some; less would empty the history while it is looked at."""
LARGEST_MB = 1_000_000
LONGEST_AREA_CODE = 6


def _url(value: Any) -> str:
    if not value:
        return ""
    example = "It takes an address such as https://pbx.example.com."
    try:
        parts = urlsplit(value)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return example
    if not usable:
        return example
    if "?" in value or "#" in value:  # a page's address, which would swallow the path of each request
        return "It must hold no question mark and no #. Leave out what stands from there on."
    return "It must hold no user name or password." if parts.username or parts.password else ""


def _is_host(text: str) -> bool:
    """True for what the system's resolver takes for a name or an address; whether there is one is another question."""
    try:
        text.encode("idna")
    except UnicodeError:
        return False
    return bool(text) and text.isprintable() and " " not in text


def _address(value: Any) -> str:
    host, _, port = str(value).rpartition(":")
    usable = _is_host(host) and port.isascii() and port.isdigit() and len(port) <= 5 and int(port) <= 65535
    return "" if usable else "It takes HOST:PORT, such as 127.0.0.1:8737."


def _zone(value: Any) -> str:
    try:
        if value:
            pbx_zone(value)
    except (OSError, ValueError, KeyError):
        return "It takes a zone such as Asia/Ho_Chi_Minh, or nothing for this computer's own."
    return ""


def _between(low: float, high: float) -> Check:
    return lambda value: "" if low <= value <= high else f"It takes a number from {low:g} to {high:g}."


def _extension(value: Any) -> str:
    usable = not value or (value.isascii() and value.replace("_", "").replace("-", "").isalnum() and len(value) <= 32)
    return "" if usable else "It takes an extension such as 101."


def _country(value: Any) -> str:
    return "" if len(value) == 2 and value.isascii() and value.isupper() else "It takes two letters, such as VN or MY."


def _known_country(value: Any) -> str:
    return "" if is_country(value) else "There is no such country. It takes two letters, such as VN or MY."


def _area_code(value: Any) -> str:
    usable = not value or (value.isascii() and value.isdigit() and len(value) <= LONGEST_AREA_CODE)
    return "" if usable else "It takes digits such as 24 or 024, or nothing."


def _senders(value: Any) -> str:
    try:
        for sender in value:
            ip_network(sender, strict=False)
    except ValueError:
        return "It takes addresses such as 203.0.113.7 or networks such as 203.0.113.0/24."
    return ""


def _file(value: Any) -> str:
    """The program starts in a folder of its own, so that a part of a path leads nowhere."""
    try:
        path = Path(value)
        if value and not (path.is_absolute() and path.is_file()):
            return "It takes the whole path of a file that is there."
    except (OSError, ValueError):
        return "It takes the whole path of a file that can be read."
    return ""


def _lookup_url(value: Any) -> str:
    if not value:
        return ""
    example = "It takes an address such as https://crm.example.com/api/contacts?phone={phone_e164}."
    try:
        parts = urlsplit(value)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return example
    if not usable or "{" in parts.netloc or not ("{phone}" in value or "{phone_e164}" in value):
        return example
    return "It must hold no user name or password." if parts.username or parts.password else ""


def _size(value: Any) -> str:
    usable = value == 0 or SMALLEST_MB <= value <= LARGEST_MB
    return "" if usable else f"It takes 0 for no limit, or megabytes from {SMALLEST_MB} to {LARGEST_MB}."


def _rules(value: Any) -> str:
    return next((problem for rule in value if (problem := rule.problem())), "")


def _quiet_hours(value: Any) -> str:
    try:
        for span in value:
            QuietHours.read(span)
    except ValueError:
        return "It takes hours such as 22:00-07:00, or Sat 00:00-24:00."
    return ""


def _key(value: Any) -> str:
    try:
        if value:
            KeyCombination.read(value)
    except ValueError:
        return "It takes keys such as Ctrl+Alt+C or F9, or nothing for none."
    return ""


CHECKS: Mapping[str, Check] = {
    "pbx.url": _url,
    "pbx.report_url": _url,
    "pbx.extension": _extension,
    "pbx.zone": _zone,
    "pbx.timeout_seconds": _between(1, 30),
    "listener.listen": _address,
    "listener.public_url": _url,
    "feed.poll_seconds": _between(0.5, 60),
    "dial.country": _country,
    "dial.extension_digits": _between(0, 8),
    "wrap_up.seconds": _between(0, 3600),
    "wrap_up.extend_seconds": _between(1, 3600),
    "lookup.url": _lookup_url,
    "lookup.keep_hours": _between(0, 8760),
    "pop.quiet_hours": _quiet_hours,
    "crm.rules": _rules,
    "keys.dial_selection": _key,
    "keys.focus_pop": _key,
    "keys.open_crm": _key,
    "keys.dismiss_pop": _key,
    "pop.linger_seconds": _between(0, 3600),
    "callbacks.keep_days": _between(1, 90),
    "history.sync_days": _between(1, 366),
    "keep.days": _between(0, 36_500),
    "keep.size_mb": _size,
    "ring.volume": _between(0, 100),
}
"""By the setting's name."""

CHECKS_WHEN_GIVEN: Mapping[str, Check] = {
    "listener.allowed_senders": _senders,
    "listener.tls_certificate": _file,
    "listener.tls_key": _file,
    "dial.country": _known_country,
    "dial.area_code": _area_code,
    "ring.sound": _file,
}
"""What is checked besides when a user gives a value, and not when it is loaded: a file may come and go, and a list of
senders that cannot be read must not become one that lets in everyone.
"""
