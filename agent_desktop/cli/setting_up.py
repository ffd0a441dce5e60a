"""The verbs that say where the PBX is, and where the PBX finds us: setup, webhook-url."""

import argparse
import json
import sys

from agent_desktop.cli.desk_access import secret_store
from agent_desktop.cli.handover import ask_running, profile_of
from agent_desktop.desk.settings_file import load, save
from agent_desktop.errors import KeyringUnavailable, NotSetUp, UsageError
from agent_desktop.system.paths import Profile
from agent_desktop.system.secrets import Kept, Secret, SecretName, new_webhook_secret

LONGEST_KEY = 1024


def setup(arguments: argparse.Namespace) -> int:
    """Store settings and key. All is checked before anything is written."""
    profile = profile_of(arguments)
    given = _given(arguments)
    settings, passed_over = load(profile.settings_file)
    for name, value in given.items():
        settings = settings.with_given(name, value)
    key = _read_key() if arguments.key_stdin else None
    profile.create()
    save(profile.settings_file, settings)
    kept = _keep_secrets(profile, key)
    running, _ = ask_running(profile, "reload", **({"key": key.reveal()} if key and kept is Kept.SESSION else {}))
    if key is not None and kept is Kept.SESSION and not running:
        raise KeyringUnavailable(
            "The settings are saved, but this computer has no keyring to keep the key in.",
            "Set AGENT_DESKTOP_KEY and AGENT_DESKTOP_WEBHOOK_SECRET, or give the key in the program's window.",
        )
    for one in passed_over:
        if one.name not in given:
            print(f"Not kept: {one.message}")
    print("Saved. 'agent-desktop webhook-url' prints the address to give to the vendor.")
    return 0


def _given(arguments: argparse.Namespace) -> dict[str, str]:
    """The values by their settings' names. Raises UsageError."""
    named = {
        "pbx.url": arguments.pbx_url,
        "pbx.report_url": arguments.report_url,
        "pbx.domain": arguments.domain,
        "pbx.extension": arguments.extension,
        "listener.listen": arguments.listen,
    }
    given = {name: value for name, value in named.items() if value is not None}
    for assignment in arguments.set:
        name, equals, value = assignment.partition("=")
        if not equals:
            raise UsageError(f"--set takes SECTION.KEY=VALUE, not {assignment!r}.", "For example pop.linger_seconds=5.")
        given[name.strip()] = value
    return given


def _read_key() -> Secret:
    try:
        text = sys.stdin.read(LONGEST_KEY + 2).strip("\ufeff \t\r\n")  # PowerShell's pipes begin with a mark
    except UnicodeDecodeError:
        text = ""
    if not text or len(text) > LONGEST_KEY or not text.isprintable():
        raise UsageError("There was no usable key on standard input.", "Pipe the key in, alone on one line.")
    return Secret(text)


def _keep_secrets(profile: Profile, key: Secret | None) -> Kept | None:
    """Keep the key, and make the webhook secret where there is none; where the key is now."""
    store = secret_store(profile)
    kept = store.write(SecretName.KEY, key) if key is not None else None
    if store.read(SecretName.WEBHOOK) is None:
        store.write(SecretName.WEBHOOK, new_webhook_secret())
    return kept


def webhook_url(arguments: argparse.Namespace) -> int:
    """Print the base URL alone on a line: the running program's, else the one that it will have."""
    from agent_desktop.desk.webhook_address import webhook_url as address

    profile = profile_of(arguments)
    running, url = ask_running(profile, "webhook-url")
    if not running or not url:
        secret = _webhook_secret(profile)
        url = address(load(profile.settings_file)[0].listener, secret.reveal())
    print(json.dumps({"url": url}) if arguments.json else url)
    return 0


def _webhook_secret(profile: Profile) -> Secret:
    store = secret_store(profile)
    found = store.read(SecretName.WEBHOOK)
    if found is None:
        found = new_webhook_secret()
        if store.write(SecretName.WEBHOOK, found) is Kept.SESSION:
            raise NotSetUp(
                "This computer has no keyring, so the address is made anew at each start of the program.",
                "Start 'agent-desktop run' first, or set AGENT_DESKTOP_WEBHOOK_SECRET.",
            )
    return found
