"""The company's key and the webhook secret: from the environment, the keyring, or for this session only."""

import hmac
import secrets
from collections.abc import Callable, Mapping
from enum import Enum

from agent_desktop.errors import KeyringUnavailable
from agent_desktop.system.system_keyring import KeyringPort, SystemKeyring, find_backend


class Secret:
    """A text that shows itself to no log, error or debugger's repr; `reveal()` is the one way to it."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        return self._value

    def __repr__(self) -> str:
        return "Secret(•••)"

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        mine, theirs = (secret._value.encode(errors="surrogatepass") for secret in (self, other))
        return hmac.compare_digest(mine, theirs)

    def __hash__(self) -> int:
        return hash(self._value)

    def __reduce__(self) -> str:
        raise TypeError("A secret is not to be copied into a file.")


class SecretName(Enum):
    """The value is the name in the keyring."""

    KEY = "key"
    WEBHOOK = "webhook-secret"


class Kept(Enum):
    """Where a secret is. As the answer to a write, ENVIRONMENT means nowhere new: the environment's value rules."""

    KEYRING = "keyring"
    ENVIRONMENT = "environment"
    SESSION = "session"


VARIABLES = {SecretName.KEY: "AGENT_DESKTOP_KEY", SecretName.WEBHOOK: "AGENT_DESKTOP_WEBHOOK_SECRET"}


class SecretStore:
    """One profile's secrets. Reading and writing block: call them on a worker thread.

    A keyring that does not answer within `timeout` seconds is taken for locked.
    """

    def __init__(
        self,
        profile_id: str,
        environ: Mapping[str, str],
        keyring: KeyringPort | None = None,
        timeout: float = 30.0,
    ) -> None:
        self._profile_id = profile_id
        self._environ = environ
        find: Callable[[], KeyringPort] = find_backend if keyring is None else lambda: keyring
        self._keyring = SystemKeyring(timeout, find)
        self._session: dict[SecretName, Secret] = {}

    def read(self, name: SecretName) -> Secret | None:
        """The environment's value, else this session's, else the keyring's. Raises KeyringLocked."""
        if found := self._from_environment(name) or self._session.get(name):
            return found
        try:
            value = self._keyring.get(self._entry(name))
        except KeyringUnavailable:
            return None
        return Secret(value) if value else None

    def write(self, name: SecretName, secret: Secret) -> Kept:
        """Keep a secret, and say where. Raises KeyringLocked; the secret is then kept for this session."""
        if self._from_environment(name):
            return Kept.ENVIRONMENT
        self._session[name] = secret
        try:
            self._keyring.set(self._entry(name), secret.reveal())
        except KeyringUnavailable:
            return Kept.SESSION
        del self._session[name]
        return Kept.KEYRING

    def kept(self, name: SecretName) -> Kept:
        """Where `read` finds a secret, if there is one. Does not block."""
        if self._from_environment(name):
            return Kept.ENVIRONMENT
        return Kept.SESSION if name in self._session else Kept.KEYRING

    def delete(self, name: SecretName) -> None:
        """Forget a secret; the environment's stays what it is. Raises KeyringLocked."""
        self._session.pop(name, None)
        try:
            self._keyring.delete(self._entry(name))
        except KeyringUnavailable:
            return

    def keyring_name(self) -> str:
        """The keyring in use, for people. Raises KeyringUnavailable, KeyringLocked."""
        return self._keyring.name()

    def _from_environment(self, name: SecretName) -> Secret | None:
        value = self._environ.get(VARIABLES[name], "").strip()
        return Secret(value) if value else None

    def _entry(self, name: SecretName) -> str:
        return f"{name.value}@{self._profile_id}"


def new_webhook_secret() -> Secret:
    """192 random bits that may stand in a URL's path as they are."""
    return Secret(secrets.token_urlsafe(24))
