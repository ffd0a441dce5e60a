"""The settings: every key can be set by text, what is saved is what is loaded, and nothing odd is believed."""

import errno
import os
import stat
import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from agent_desktop.desk.settings import Settings
from agent_desktop.desk.settings_file import load, save
from agent_desktop.errors import SettingsInvalid, StoreFailed

SECTIONS = tuple(f.name for f in fields(Settings))
OTHER_VALUES = {
    "pbx.url": "https://pbx.example.com:8443/portal",
    "pbx.report_url": "http://reports.example.com",
    "pbx.domain": "acme.example",
    "pbx.extension": "101",
    "pbx.more_extensions": "102, 103",
    "pbx.zone": "Asia/Kuala_Lumpur",
    "pbx.timeout_seconds": "2.5",
    "listener.listen": "[::1]:9000",
    "listener.public_url": "https://desk.example.com/hook",
    "listener.allowed_senders": "192.0.2.7,198.51.100.0/24",
    "listener.tls_certificate": "cert.pem",
    "listener.tls_key": "key.pem",
    "feed.kind": "Poll",
    "feed.poll_seconds": "0.5",
    "dial.country": "MY",
    "dial.notation": "international",
    "dial.extension_digits": "4",
    "dial.area_code": "24",
    "pop.enabled": "no",
    "pop.linger_seconds": "0",
    "callbacks.scope": "all",
    "callbacks.keep_days": "30",
    "pop.queues": "999,998",
    "pop.outbound": "off",
    "pop.notify": "beside",
    "pop.quiet_hours": "22:00-07:00, Sat 0:00-24:00",
    "pause.reasons": "Cơm trưa, Họp",
    "pause.when_locked": "pause",
    "wrap_up.seconds": "30",
    "wrap_up.extend_seconds": "15",
    "wrap_up.after_outbound": "yes",
    "wrap_up.dispositions": "Sold, Not sold",
    "crm.rules": '[{"when": "Ringing", "url": "https://crm.example.com/{phone}", "queues": ["999"]}]',
    "ring.enabled": "true",
    "ring.sound": "/home/me/ring.mp3",
    "ring.device": "Headset, Ümlaut",
    "ring.volume": "25",
    "keys.dial_selection": "F9",
    "keys.focus_pop": "Ctrl+Shift+Space",
    "keys.open_crm": "Meta+O",
    "keys.dismiss_pop": "Ctrl+Alt+Del",
    "window.scheme": "dark",
    "window.language": "vi",
    "window.start_hidden": "false",
    "window.own_calls": "true",
    "window.privacy": "true",
    "lookup.url": "https://crm.example.com/who?n={phone_e164}",
    "lookup.name_path": "data[0].full_name",
    "lookup.link_path": "data[0].url",
    "lookup.keep_hours": "1.5",
    "history.sync_days": "7",
    "keep.days": "30",
    "keep.size_mb": "500",
    "log.level": "debug",
}
"""A value unlike the default for every setting there is."""


def names() -> list[str]:
    return [f"{section}.{f.name}" for section in SECTIONS for f in fields(getattr(Settings(), section))]


def read(settings: Settings, name: str) -> object:
    section, _, key = name.partition(".")
    return getattr(getattr(settings, section), key)


def test_every_setting_is_tried_here():
    assert sorted(OTHER_VALUES) == sorted(names())


@pytest.mark.parametrize("name", names())
def test_every_setting_can_be_set_by_text_and_survives_the_file(name, tmp_path):
    changed = Settings().with_value(name, OTHER_VALUES[name])
    value = read(changed, name)
    assert value != read(Settings(), name)
    assert isinstance(value, type(read(Settings(), name)))
    assert [other for other in names() if read(changed, other) != read(Settings(), other)] == [name]
    save(tmp_path / "settings.toml", changed)
    assert load(tmp_path / "settings.toml") == (changed, ())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("pbx.url", "pbx.example.com"),
        ("pbx.url", "ftp://pbx.example.com"),
        ("pbx.url", "https://"),
        ("pbx.url", "https://pbx.example.com:99999"),
        ("pbx.url", "https://pbx.example.com:0"),
        ("pbx.url", "http://[::1"),
        ("pbx.url", "https://ana:secret@pbx.example.com"),
        ("pbx.url", "https://pbx.example.com/#/login"),
        ("pbx.url", "https://pbx.example.com/?x=1"),
        ("pbx.report_url", "https://pbx.example.com/?"),
        ("listener.public_url", "https://desk.example.com/#hook"),
        ("pbx.extension", "101@acme"),
        ("pbx.extension", "10 1"),
        ("pbx.extension", "١٠١"),
        ("pbx.extension", "1" * 33),
        ("pbx.zone", "Mars/Olympus"),
        ("pbx.zone", "../../etc/passwd"),
        ("pbx.zone", "Asia"),
        ("pbx.timeout_seconds", "0"),
        ("pbx.timeout_seconds", "nan"),
        ("pbx.timeout_seconds", "soon"),
        ("listener.listen", "8737"),
        ("listener.listen", "127.0.0.1:"),
        ("listener.listen", "127.0.0.1:65536"),
        ("listener.listen", "127.0.0.1:-1"),
        ("listener.listen", "127.0.0.1:" + "9" * 5000),
        ("listener.listen", "pbx..example.com:8737"),
        ("listener.listen", "x" * 100 + ":8737"),
        ("listener.listen", "local\x00host:8737"),
        ("listener.listen", "my computer:8737"),
        ("feed.kind", "carrier pigeon"),
        ("feed.kind", ""),
        ("feed.poll_seconds", "0.1"),
        ("feed.poll_seconds", "inf"),
        ("dial.country", "Vietnam"),
        ("dial.country", "vn"),
        ("dial.notation", "octal"),
        ("dial.extension_digits", "9"),
        ("dial.extension_digits", "2.5"),
        ("dial.extension_digits", "1e400"),
        ("pop.enabled", "perhaps"),
        ("pop.linger_seconds", "-1"),
        ("callbacks.scope", "theirs"),
        ("callbacks.keep_days", "0"),
        ("window.scheme", "sepia"),
        ("log.level", "everything"),
        ("pbx.domain", 5),
        ("pbx.more_extensions", 5),
        ("pop.linger_seconds", True),
        ("pbx.domain", "acme\udcff"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_with_its_name_and_what_would_do(name, value):
    with pytest.raises(SettingsInvalid) as caught:
        Settings().with_value(name, value)
    assert name in caught.value.title
    assert caught.value.advice.endswith(".")


NOT_HERE = [
    ("listener.allowed_senders", "foo"),
    ("listener.allowed_senders", "192.0.2.7,foo"),
    ("listener.tls_certificate", "/nope.pem"),
    ("listener.tls_key", "/"),
    ("dial.country", "XX"),
    ("dial.area_code", "abc"),
    ("dial.area_code", "٢٤"),
    ("ring.sound", "/nope.wav"),
    ("ring.sound", "README.md"),
    ("ring.sound", "/nope\x00.wav"),
]


@pytest.mark.parametrize(("name", "value"), NOT_HERE)
def test_what_does_not_work_here_is_refused_when_it_is_given_and_loaded_as_ever(name, value, tmp_path):
    with pytest.raises(SettingsInvalid) as caught:
        Settings().with_given(name, value)
    assert name in caught.value.title
    assert caught.value.advice.endswith(".")
    loaded = Settings().with_value(name, value)
    save(tmp_path / "settings.toml", loaded)
    assert load(tmp_path / "settings.toml") == (loaded, ())


@pytest.mark.parametrize("name", [*sorted({name for name, _ in NOT_HERE}), "pbx.domain"])
def test_what_works_here_can_be_given_and_taken_away(name, tmp_path):
    file = tmp_path / "a file"
    file.write_text("")
    value = str(file) if name in ("ring.sound", "listener.tls_certificate", "listener.tls_key") else OTHER_VALUES[name]
    assert Settings().with_given(name, value) == Settings().with_value(name, value)
    if name != "dial.country":
        assert Settings().with_value(name, value).with_given(name, "") == Settings()


@pytest.mark.parametrize("name", ["", "pbx", "pbx.", ".url", "pbx.urls", "secrets.key", "pbx.url.host", "__class__.x"])
def test_a_setting_that_is_not_there_is_refused(name):
    with pytest.raises(SettingsInvalid, match="no setting called"):
        Settings().with_value(name, "x")


def test_a_complete_connection_is_address_domain_and_extension():
    settings = Settings()
    for name in ("pbx.url", "pbx.domain", "pbx.extension"):
        assert not settings.is_complete
        settings = settings.with_value(name, OTHER_VALUES[name])
    assert settings.is_complete


def test_own_extensions_are_each_told_once_the_one_that_dials_first():
    settings = Settings().with_value("pbx.extension", "103").with_value("pbx.more_extensions", "101,103,101")
    assert settings.extensions == ("103", "101")
    assert Settings().extensions == ()


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ANY_VALUE = st.one_of(
    TEXTS, st.text(max_size=3), st.floats(), st.integers(), st.booleans(), st.lists(TEXTS, max_size=3)
)


def _settings_of(values: list[tuple[str, object]]) -> Settings:
    settings = Settings()
    for name, value in values:
        try:
            settings = settings.with_value(name, value)
        except SettingsInvalid:
            continue
    return settings


@given(st.lists(st.tuples(st.sampled_from(names()), ANY_VALUE), max_size=12))
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_was_accepted_is_loaded_as_it_was_saved(tmp_path, values):
    settings = _settings_of(values)
    path = tmp_path / "settings.toml"
    save(path, settings)
    assert load(path) == (settings, ())
    for name in names():
        assert isinstance(read(settings, name), type(read(Settings(), name))), name


def test_no_file_is_the_defaults(tmp_path):
    assert load(tmp_path / "none" / "settings.toml") == (Settings(), ())


def test_what_cannot_be_used_in_a_file_is_told_and_the_rest_is_kept(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text(
        'stray = 1\n[pbx]\nurl = "https://pbx.example.com"\nextension = 101\ntimeout_seconds = 99\n'
        '[feed]\nkind = "pigeon"\n[future]\nkey = true\n[pop]\nlinger_seconds = 3\nqueues = ["999", ""]\n',
        encoding="utf-8",
    )
    settings, passed_over = load(path)
    assert settings.pbx.url == "https://pbx.example.com"
    assert (settings.pop.linger_seconds, settings.pop.queues) == (3.0, ("999",))
    assert settings.pbx.timeout_seconds == Settings().pbx.timeout_seconds
    named = ["pbx.extension", "pbx.timeout_seconds", "feed.kind", "future.key"]
    assert [one.name for one in passed_over] == named
    assert all(one.name in one.message for one in passed_over)


def test_a_file_that_begins_with_an_editors_mark_is_read(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_bytes(b'\xef\xbb\xbf[pbx]\r\nextension = "102"\r\n')
    assert load(path)[0].pbx.extension == "102"


@pytest.mark.parametrize(
    "content", [b"[pbx\nurl = ", b"\xff\xfe\x00", b"pbx = 1\npbx = 2\n", b"pbx = " + b"[" * 20_000]
)
def test_a_file_that_is_no_settings_file_is_said_to_be_so(tmp_path, content):
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    with pytest.raises(SettingsInvalid) as caught:
        load(path)
    assert "cannot be read" in caught.value.title
    assert path.read_bytes() == content


def test_the_file_is_for_its_owner_and_replaced_whole(tmp_path):
    path = tmp_path / "profile" / "settings.toml"
    save(path, Settings())
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    save(path, Settings().with_value("pbx.domain", "acme"))
    assert tomllib.loads(path.read_text(encoding="utf-8"))["pbx"]["domain"] == "acme"
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.toml"]


def test_a_file_that_cannot_be_written_is_said_plainly_and_the_old_one_stays(tmp_path, monkeypatch):
    (tmp_path / "a file").write_text("")
    with pytest.raises(StoreFailed) as caught:
        save(tmp_path / "a file" / "settings.toml", Settings())
    assert "settings" in caught.value.message
    path = tmp_path / "profile" / "settings.toml"
    save(path, Settings())
    before = path.read_bytes()

    def full(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreFailed, match="No space"):
        save(path, Settings().with_value("pbx.domain", "acme"))
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.toml"]


def test_two_who_write_at_once_leave_one_whole_file(tmp_path):
    path = tmp_path / "settings.toml"
    choices = [Settings().with_value("pbx.domain", letter * size) for letter, size in (("a", 5), ("b", 5000))]

    def write(settings):
        for _ in range(50):
            save(path, settings)

    with ThreadPoolExecutor() as both:
        list(both.map(write, choices))
    assert load(path)[0] in choices
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.toml"]
