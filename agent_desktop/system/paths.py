"""Where this computer keeps a profile: settings, journal, logs and the running instance's control channel."""

import os
import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from agent_desktop.errors import StoreFailed

# A unix socket's address holds 108 bytes on Linux and 104 on macOS, the closing zero included.
_LONGEST_SOCKET_PATH = 100


@dataclass(frozen=True, slots=True)
class Profile:
    """One desk's folder. `root` is absolute; two profiles share nothing, not even the keyring entry."""

    root: Path

    @property
    def id(self) -> str:
        """12 hex digits that stand for this folder where its path cannot be used."""
        return sha256(os.fsencode(os.path.normcase(self.root))).hexdigest()[:12]

    @property
    def settings_file(self) -> Path:
        return self.root / "settings.toml"

    @property
    def database(self) -> Path:
        return self.root / "journal.db"

    @property
    def log_dir(self) -> Path:
        return self.root / "logs"

    @property
    def recordings(self) -> Path:
        """Recordings that were heard while the program runs."""
        return self.root / "recordings"

    @property
    def lock_file(self) -> Path:
        """Locked by the running instance for as long as it lives."""
        return self.root / "instance.lock"

    @property
    def control_socket(self) -> Path:
        """In the profile where the path is short enough for a socket, else in a private folder of this user's."""
        path = self.root / "control.sock"
        if len(os.fsencode(path)) <= _LONGEST_SOCKET_PATH:
            return path
        return _short_directory() / f"{self.id}.sock"

    def create(self) -> None:
        """Make the folders, for this user alone. A folder that exists keeps its mode. Raises StoreFailed."""
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.log_dir.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise StoreFailed(
                f"The profile folder {self.root} cannot be made: {error.strerror}.",
                "Free some space or choose another folder with --profile.",
            ) from error


def choose_profile(argument: str | os.PathLike[str] | None, environ: Mapping[str, str]) -> Profile:
    """The profile from `--profile`, else from AGENT_DESKTOP_PROFILE, else the platform's own place."""
    chosen = argument or environ.get("AGENT_DESKTOP_PROFILE")
    if chosen:
        return Profile(Path(chosen).expanduser().resolve())
    from platformdirs import user_data_path  # slow to import, and needed in this one case only

    return Profile(user_data_path("agent-desktop", appauthor=False).resolve())


def make_private_directory(path: Path) -> None:
    """Make `path` for this user alone, or make sure that it is. Raises StoreFailed where it is anyone else's."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = path.lstat()
    except OSError as error:
        raise StoreFailed(f"The folder {path} cannot be made: {error.strerror}.") from error
    if sys.platform != "win32":
        mine = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077
        if not mine:
            raise StoreFailed(
                f"The folder {path} is open to other users of this computer.",
                "Remove it, or choose a profile folder with a shorter path.",
            )


def _short_directory() -> Path:
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime:
        return Path(runtime) / "agent-desktop"
    if sys.platform == "win32":
        return Path.home()  # never used there: pipes have names of their own
    return Path("/tmp") / f"agent-desktop-{os.getuid()}"
