"""The settings as TOML in the profile."""

import os
import tempfile
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path

import tomli_w

from agent_desktop.desk.settings import Settings
from agent_desktop.errors import SettingsInvalid, StoreFailed


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A setting in the file (`section.key`) that cannot be used, and what would do. The value is not told: what it was
    refused for may be a password.
    """

    name: str
    advice: str

    @property
    def title(self) -> str:
        """What happened."""
        return f"The setting {self.name} in the settings file cannot be used."

    @property
    def message(self) -> str:
        """Both sentences."""
        return f"{self.title} {self.advice}"


def load(path: Path) -> tuple[Settings, tuple[PassedOver, ...]]:
    """The settings in the file, and what in it was passed over. No file: the defaults."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))  # some editors begin a file with a mark
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SettingsInvalid(
            "The settings file cannot be read.", f"Mend or remove {path.name} in the profile folder ({error})."
        ) from None
    settings, passed_over = Settings(), []
    for section, values in raw.items():
        for key, value in values.items() if isinstance(values, dict) else ():
            try:
                settings = settings.with_value(f"{section}.{key}", value)
            except SettingsInvalid as error:
                passed_over.append(PassedOver(f"{section}.{key}", error.advice))
    return settings, tuple(passed_over)


def as_file(settings: Settings) -> bytes:
    """What stands in the file."""
    return tomli_w.dumps(asdict(settings)).encode("utf-8")


def save(path: Path, settings: Settings) -> None:
    """Write the file whole or not at all, readable by this user only. Raises StoreFailed."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # A name of its own: the command line may write at the same moment as the running program.
        descriptor, draft = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(as_file(settings))
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
