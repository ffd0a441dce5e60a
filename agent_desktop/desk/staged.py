"""What a restore lays into the profile folder before it is done (see desk.backup)."""

from agent_desktop.system.paths import Profile

READY = "restore-at-next-start"
DRAFT = ".restore-"


def is_anything_staged(profile: Profile) -> bool:
    """True where `backup.apply_staged` has something to do: at most starts it has not, and need not be loaded."""
    return any(path.name.startswith((READY, DRAFT)) for path in profile.root.iterdir())
