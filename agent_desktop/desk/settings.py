"""The settings: frozen values. Secrets are not among them; they live in the keyring."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import StrEnum
from typing import Any, Literal, get_args, get_origin, get_type_hints

from agent_desktop.desk.setting_checks import CHECKS, CHECKS_WHEN_GIVEN
from agent_desktop.errors import SettingsInvalid
from agent_desktop.telephony.agent import PauseReason
from agent_desktop.telephony.crm_rule import CrmRule, Moment

JSON = 'JSON such as [{"when": "ringing", "url": "https://crm.example.com/{phone}"}]'


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
    """The screen pop. `linger_seconds` 0 closes a pop when its call ends; `queues` pop whoever they ring; `notify` is
    the desktop's own notification, beside the pop or instead of it; in `quiet_hours` neither is shown.
    """

    enabled: bool = True
    linger_seconds: float = 8.0
    queues: tuple[str, ...] = ()
    outbound: bool = True
    notify: Literal["never", "beside", "instead"] = "never"
    quiet_hours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CallBackSettings:
    """Whose missed calls become call-backs: those that rang this desk, those of its queues too, or all."""

    scope: Literal["mine", "queues", "all"] = "queues"
    keep_days: int = 7


@dataclass(frozen=True, slots=True)
class RingSettings:
    """The ringtone of this computer, beside the phone's. `sound` is a file, "" the built-in tone; `device` is a name of
    the system's, "" its default; `volume` is in per cent.
    """

    enabled: bool = False
    sound: str = ""
    device: str = ""
    volume: int = 60


@dataclass(frozen=True, slots=True)
class PauseSettings:
    """The reasons an agent can give for a pause, such as "Lunch", or "Lunch: 45" with its minutes in a day;
    `when_locked` is what becomes of an available agent while the screen is locked.
    """

    reasons: tuple[str, ...] = ("Break", "Lunch", "Meeting", "Training", "Paperwork")
    when_locked: Literal["nothing", "suggest", "pause"] = "nothing"

    @property
    def choices(self) -> tuple[PauseReason, ...]:
        """The reasons as they are chosen from."""
        return tuple(PauseReason.read(reason) for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class WrapUpSettings:
    """The pause after an own call. `seconds` 0: none. `dispositions` are what a call can have come to."""

    seconds: float = 0.0
    extend_seconds: float = 60.0
    after_outbound: bool = False
    dispositions: tuple[str, ...] = ("Solved", "Follow-up", "Passed on", "Wrong number")


@dataclass(frozen=True, slots=True)
class CrmSettings:
    """What calls do in the CRM."""

    rules: tuple[CrmRule, ...] = ()

    @property
    def opens_calls(self) -> bool:
        """True where a rule says what a click on a call opens."""
        return any(rule.when is Moment.CLICK for rule in self.rules)


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """How it looks: `scheme` and `language` follow the desktop by default. `start_hidden` starts in the tray alone;
    `own_calls` begins the history with own calls alone; `privacy` masks names and numbers.
    """

    scheme: Literal["system", "light", "dark"] = "system"
    language: Literal["system", "en", "ms", "vi"] = "system"
    start_hidden: bool = True
    own_calls: bool = False
    privacy: bool = False


@dataclass(frozen=True, slots=True)
class KeySettings:
    """Keys that work in every program, such as "Ctrl+Alt+C"; "" for none."""

    dial_selection: str = "Ctrl+Alt+C"
    focus_pop: str = "Ctrl+Alt+P"
    open_crm: str = "Ctrl+Alt+O"
    dismiss_pop: str = ""


@dataclass(frozen=True, slots=True)
class LookupSettings:
    """Who calls, asked of a CRM: `url` with {phone} or {phone_e164} in it answers with JSON, in which the paths lead to
    a name and a link. Answers are kept for `keep_hours`.
    """

    url: str = ""
    name_path: str = "name"
    link_path: str = "link"
    keep_hours: float = 24.0


@dataclass(frozen=True, slots=True)
class HistorySettings:
    """The PBX's call records: `sync_days` is how many days back they are fetched by themselves, today included."""

    sync_days: int = 31


@dataclass(frozen=True, slots=True)
class KeepSettings:
    """How long calls are kept, and how much of the disk they may take; 0 is without end."""

    days: int = 365
    size_mb: int = 0


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
    callbacks: CallBackSettings = field(default_factory=CallBackSettings)
    ring: RingSettings = field(default_factory=RingSettings)
    pause: PauseSettings = field(default_factory=PauseSettings)
    wrap_up: WrapUpSettings = field(default_factory=WrapUpSettings)
    crm: CrmSettings = field(default_factory=CrmSettings)
    window: WindowSettings = field(default_factory=WindowSettings)
    keys: KeySettings = field(default_factory=KeySettings)
    lookup: LookupSettings = field(default_factory=LookupSettings)
    history: HistorySettings = field(default_factory=HistorySettings)
    keep: KeepSettings = field(default_factory=KeepSettings)
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

    def with_given(self, name: str, value: object) -> "Settings":
        """The same for what a user gives now, which must work on this computer, too. Raises SettingsInvalid."""
        changed = self.with_value(name, value)
        section, _, key = name.partition(".")
        check = CHECKS_WHEN_GIVEN.get(name)
        if check is not None and (complaint := check(getattr(getattr(changed, section), key))):
            raise _cannot_be(name, value, complaint)
        return changed


def _names(instance: Any) -> set[str]:
    return {f.name for f in fields(instance)}


def _read(name: str, hint: Any, value: object) -> object:
    try:
        read = _convert(hint, value)
    except (ValueError, TypeError, OverflowError, KeyError, AttributeError, RecursionError):
        raise _cannot_be(name, value, _expected(hint)) from None
    check = CHECKS.get(name)
    if check is not None and (complaint := check(read)):
        raise _cannot_be(name, value, complaint)
    return read


def _cannot_be(name: str, value: object, complaint: str) -> SettingsInvalid:
    return SettingsInvalid(f"The setting {name} cannot be {value!r}.", complaint)


def _convert(hint: Any, value: object) -> object:
    if get_origin(hint) is Literal:
        return get_args(hint)[get_args(hint).index(str(value).strip().lower())]
    if get_origin(hint) is tuple and is_dataclass(kind := get_args(hint)[0]):
        return _convert_parts(kind, value)
    if get_origin(hint) is tuple:
        items = value.split(",") if isinstance(value, str) else value
        if not isinstance(items, (list, tuple)):
            raise TypeError
        return tuple(text for item in items if (text := _text(str(item))))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(str(value).strip().lower())
    if hint is bool:
        return _convert_bool(value)
    if hint in (int, float):
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            raise TypeError
        return hint(value)
    if not isinstance(value, str):
        raise TypeError
    return _text(value)


def _convert_parts(kind: Any, value: object) -> tuple[object, ...]:
    """Several values of a dataclass, from tables or from JSON."""
    items = json.loads(value) if isinstance(value, str) else value
    if not isinstance(items, (list, tuple)):
        raise TypeError
    hints = get_type_hints(kind)
    made = []
    for item in items:
        known = item if isinstance(item, Mapping) else {name: getattr(item, name) for name in hints}
        made.append(kind(**{name: _convert(hints[name], part) for name, part in known.items()}))
    return tuple(made)


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


def kind_of(hint: Any) -> str:
    """What a value of this type is called."""
    if get_origin(hint) is tuple:
        return JSON if is_dataclass(get_args(hint)[0]) else "a list, separated by commas"
    return {bool: "true or false", int: "a whole number", float: "a number"}.get(hint, "text")


def _expected(hint: Any) -> str:
    if get_origin(hint) is Literal:
        return f"It is one of: {', '.join(get_args(hint))}."
    return f"It takes {kind_of(hint)}."
