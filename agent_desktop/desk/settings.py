"""The settings: frozen values, kept as TOML in the profile. Secrets are not among them; they live in the keyring."""

import os
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints
from urllib.parse import urlsplit

import tomli_w

from agent_desktop.desk.zone import pbx_zone
from agent_desktop.errors import SettingsInvalid, StoreFailed


@dataclass(frozen=True, slots=True)
class PbxSettings:
    """Where the PBX is and who we are there. `zone` is an IANA name; "" is this computer's own zone."""

    url: str = ""
    report_url: str = ""
    domain: str = ""
    extension: str = ""
    more_extensions: tuple[str, ...] = ()
    zone: str = ""
    timeout_seconds: float = 10.0


@dataclass(frozen=True, slots=True)
class ListenerSettings:
    """Where webhooks are received. `listen` is HOST:PORT; `public_url` is what the vendor calls, where it differs."""

    listen: str = "127.0.0.1:8737"
    public_url: str = ""
    allowed_senders: tuple[str, ...] = ()
    tls_certificate: str = ""
    tls_key: str = ""


@dataclass(frozen=True, slots=True)
class FeedSettings:
    """How news of calls arrives: `webhook`, or `poll` for a desk that the PBX cannot reach."""

    kind: Literal["webhook", "poll"] = "webhook"
    poll_seconds: float = 2.0


@dataclass(frozen=True, slots=True)
class DialSettings:
    """How numbers are read and dialled. `country` is an ISO region; `notation` is what the PBX's tenant dials."""

    country: str = "VN"
    notation: Literal["national", "international"] = "national"
    extension_digits: int = 6
    area_code: str = ""


@dataclass(frozen=True, slots=True)
class PopSettings:
    """The screen pop. `linger_seconds` 0 closes a pop when its call ends; `queues` pop whoever they ring."""

    enabled: bool = True
    linger_seconds: float = 8.0
    queues: tuple[str, ...] = ()
    outbound: bool = True


@dataclass(frozen=True, slots=True)
class PauseSettings:
    """The reasons an agent can give for a pause."""

    reasons: tuple[str, ...] = ("Break", "Lunch", "Meeting", "Training", "Paperwork")


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """How it looks: `scheme` follows the desktop by default. `start_hidden` starts in the tray alone."""

    scheme: Literal["system", "light", "dark"] = "system"
    start_hidden: bool = True


@dataclass(frozen=True, slots=True)
class LogSettings:
    """How much is written to the log file: `info` or `debug`."""

    level: Literal["info", "debug"] = "info"


@dataclass(frozen=True, slots=True)
class Settings:
    """All of them."""

    pbx: PbxSettings = field(default_factory=PbxSettings)
    listener: ListenerSettings = field(default_factory=ListenerSettings)
    feed: FeedSettings = field(default_factory=FeedSettings)
    dial: DialSettings = field(default_factory=DialSettings)
    pop: PopSettings = field(default_factory=PopSettings)
    pause: PauseSettings = field(default_factory=PauseSettings)
    window: WindowSettings = field(default_factory=WindowSettings)
    log: LogSettings = field(default_factory=LogSettings)

    @property
    def is_complete(self) -> bool:
        """True once the PBX's address, the domain and the extension are known (the key is apart)."""
        return bool(self.pbx.url and self.pbx.domain and self.pbx.extension)

    @property
    def extensions(self) -> tuple[str, ...]:
        """Own extensions, the first being the one that dials."""
        return tuple(dict.fromkeys(x for x in (self.pbx.extension, *self.pbx.more_extensions) if x))

    def with_value(self, name: str, value: object) -> "Settings":
        """A copy with `section.key` set; text is read as the key's type. Raises SettingsInvalid."""
        section_name, _, key = name.partition(".")
        section = getattr(self, section_name, None) if section_name in _names(self) else None
        if section is None or key not in _names(section):
            raise SettingsInvalid(f"There is no setting called {name!r}.", "See the README for the list of settings.")
        hint = get_type_hints(type(section))[key]
        return replace(self, **{section_name: replace(section, **{key: _read(name, hint, value)})})


def _names(instance: Any) -> set[str]:
    return {f.name for f in fields(instance)}


def _read(name: str, hint: Any, value: object) -> object:
    try:
        read = _convert(hint, value)
    except (ValueError, TypeError, OverflowError):
        raise SettingsInvalid(f"The setting {name} cannot be {value!r}.", _expected(hint)) from None
    check = _CHECKS.get(name)
    if check is not None and (complaint := check(read)):
        raise SettingsInvalid(f"The setting {name} cannot be {value!r}.", complaint)
    return read


def _convert(hint: Any, value: object) -> object:
    if get_origin(hint) is Literal:
        return get_args(hint)[get_args(hint).index(str(value).strip().lower())]
    if get_origin(hint) is tuple:
        items = value.split(",") if isinstance(value, str) else value
        if not isinstance(items, (list, tuple)):
            raise TypeError
        return tuple(text for item in items if (text := _text(str(item))))
    if hint is bool:
        return _convert_bool(value)
    if hint in (int, float):
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            raise TypeError
        return hint(value)
    if not isinstance(value, str):
        raise TypeError
    return _text(value)


def _text(value: str) -> str:
    value.encode("utf-8")  # what a file cannot hold, such as an argument's stray byte, is no value
    return value.strip()


def _convert_bool(value: object) -> bool:
    if isinstance(value, bool):
        return value
    words = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}
    word = str(value).strip().lower()
    if word not in words:
        raise ValueError
    return words[word]


def _expected(hint: Any) -> str:
    if get_origin(hint) is Literal:
        return f"It is one of: {', '.join(get_args(hint))}."
    kinds = {bool: "true or false", int: "a whole number", float: "a number", str: "text"}
    return f"It takes {kinds.get(hint, 'a list, separated by commas')}."


def _url(value: Any) -> str:
    if not value:
        return ""
    example = "It takes an address such as https://pbx.example.com."
    try:
        parts = urlsplit(value)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return example
    if not usable:
        return example
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


def _between(low: float, high: float) -> Any:
    return lambda value: "" if low <= value <= high else f"It takes a number from {low:g} to {high:g}."


def _extension(value: Any) -> str:
    usable = not value or (value.isascii() and value.replace("_", "").replace("-", "").isalnum() and len(value) <= 32)
    return "" if usable else "It takes an extension such as 101."


def _country(value: Any) -> str:
    return "" if len(value) == 2 and value.isascii() and value.isupper() else "It takes two letters, such as VN or MY."


_CHECKS: Mapping[str, Any] = {
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
    "pop.linger_seconds": _between(0, 3600),
}


def load(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings in the file, and a sentence for each thing in it that was passed over. No file: the defaults."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))  # some editors begin a file with a mark
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SettingsInvalid(
            "The settings file cannot be read.", f"Mend or remove {path.name} in the profile folder ({error})."
        ) from None
    settings, complaints = Settings(), []
    for section, values in raw.items():
        for key, value in values.items() if isinstance(values, dict) else ():
            try:
                settings = settings.with_value(f"{section}.{key}", value)
            except SettingsInvalid as error:
                complaints.append(error.message)
    return settings, tuple(complaints)


def save(path: Path, settings: Settings) -> None:
    """Write the file whole or not at all, readable by this user only. Raises StoreFailed."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # A name of its own: the command line may write at the same moment as the running program.
        descriptor, draft = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(tomli_w.dumps(asdict(settings)).encode("utf-8"))
                file.flush()
                os.fsync(file.fileno())
            Path(draft).replace(path)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise StoreFailed(
            f"The settings cannot be written: {error.strerror}.", "Check the profile folder and the free space."
        ) from error
