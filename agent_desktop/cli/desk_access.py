"""How a verb gets at the PBX where no program runs for the profile: with a client of its own."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from agent_desktop.desk.settings import Settings
from agent_desktop.desk.settings_file import load
from agent_desktop.errors import AlreadyRunning, KeyringUnavailable, NotSetUp
from agent_desktop.system.paths import Profile
from agent_desktop.system.secrets import Secret, SecretName, SecretStore

if TYPE_CHECKING:
    from agent_desktop.store.store import Store

Result = TypeVar("Result")


def settings_of(profile: Profile) -> Settings:
    """The profile's settings."""
    return load(profile.settings_file)[0]


def secret_store(profile: Profile) -> SecretStore:
    """The profile's secrets."""
    return SecretStore(profile.id, os.environ)


def read_key(profile: Profile) -> Secret:
    """The company's key. Raises NotSetUp, KeyringLocked."""
    store = secret_store(profile)
    if (key := store.read(SecretName.KEY)) is not None:
        return key
    try:
        store.keyring_name()
    except KeyringUnavailable:
        advice = (
            "This computer has no keyring to keep it in: set AGENT_DESKTOP_KEY, or give it in the program's window."
        )
        raise NotSetUp("The PBX key is not known.", advice) from None
    raise NotSetUp("The PBX key is not known.", "Run 'agent-desktop setup --key-stdin', or set AGENT_DESKTOP_KEY.")


def with_client(profile: Profile, use: Callable[..., Awaitable[Result]]) -> Result:
    """`use(client, settings)` with a client of our own."""
    from agent_desktop.desk.pbx_link import client_options
    from agent_desktop.pbx.client import PbxClient

    settings = _complete_settings(profile)
    key = read_key(profile)

    async def work() -> Result:
        client = PbxClient(client_options(settings.pbx), key)
        try:
            return await use(client, settings)
        finally:
            await client.close()

    return asyncio.run(work())


def _complete_settings(profile: Profile) -> Settings:
    settings, passed_over = load(profile.settings_file)
    needed = {
        "pbx.url": ("PBX address", settings.pbx.url),
        "pbx.domain": ("domain", settings.pbx.domain),
        "pbx.extension": ("extension", settings.pbx.extension),
    }
    if missing := [words for words, value in needed.values() if not value]:
        reasons = [one.message for one in passed_over if one.name in needed]
        advice = " ".join([*reasons, "Run 'agent-desktop setup --help'."])
        raise NotSetUp(f"Still missing: {', '.join(missing)}.", advice)
    return settings


def with_store(profile: Profile, use: Callable[["Store", Settings], Awaitable[Result]]) -> Result:
    """`use(store, settings)` with the database of a profile for which no program runs. Raises AlreadyRunning."""
    import time

    from agent_desktop.desk.dialling import dial_rules, reading_of
    from agent_desktop.store.store import Store
    from agent_desktop.telephony.number import canonical

    settings = settings_of(profile)
    rules = dial_rules(settings.dial)
    profile.create()

    async def work() -> Result:
        store = await Store.open(profile.database, lambda number: canonical(number, rules), time.time())
        try:
            await store.number_keys.begin(reading_of(settings.dial))
            return await use(store, settings)
        finally:
            await store.close()

    with holding(profile):
        return asyncio.run(work())


@contextmanager
def holding(profile: Profile) -> Iterator[None]:
    """No program runs for the profile meanwhile. Raises AlreadyRunning."""
    from agent_desktop.system.single_instance import InstanceLock

    lock = InstanceLock(profile.lock_file)
    if not lock.acquire():
        raise AlreadyRunning("Agent Desktop is just starting or ending.", "Try again in a moment.")
    try:
        yield
    finally:
        lock.release()
