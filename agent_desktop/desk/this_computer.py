"""What this program is to the computer it runs on: the opener of phone links, and a program that starts at sign-in."""

import os
from dataclasses import dataclass
from pathlib import Path

from agent_desktop.desk.aside import aside
from agent_desktop.system.autostart import Autostart, autostart_for
from agent_desktop.system.own_command import own_command
from agent_desktop.system.paths import Profile
from agent_desktop.system.tel_handler import TelHandler, tel_handler_for


@dataclass(frozen=True, slots=True)
class Registrations:
    """`links_owner` is the program that opens `tel:` links now, "" for none; `links_advice` what else it takes for them
    to be ours.
    """

    opens_links: bool
    links_owner: str
    links_advice: str
    starts_at_sign_in: bool


class Computer:
    """Looks and registers at once. Blocks as files and the registry do; raises StoreFailed, UsageError."""

    def __init__(self, profile: Profile, tel_handler: TelHandler, autostart: Autostart) -> None:
        self._profile = profile
        self._tel_handler = tel_handler
        self._autostart = autostart

    def look(self) -> Registrations:
        """How it is now."""
        owner = self._tel_handler.status()
        return Registrations(owner.ours, owner.name, owner.advice, self._autostart.is_registered())

    def open_links(self, wanted: bool) -> None:
        """Open phone links, or give them back to whoever had them."""
        if wanted:
            self._tel_handler.register([*own_command(self._profile), "dial", "--ask"])
        else:
            self._tel_handler.unregister()

    def start_at_sign_in(self, wanted: bool) -> None:
        """Start with the user's session, or not."""
        if wanted:
            self._autostart.register([*own_command(self._profile), "run"])
        else:
            self._autostart.unregister()


def this_computer(profile: Profile) -> Computer:
    """The one that this runs on."""
    home = Path.home()
    return Computer(profile, tel_handler_for(os.environ, home), autostart_for(os.environ, home))


class ThisComputer:
    """The same for the windows."""

    def __init__(self, profile: Profile) -> None:
        self._computer = this_computer(profile)

    async def look(self) -> Registrations:
        """How it is now."""
        return await aside(self._computer.look)

    async def open_links(self, wanted: bool) -> Registrations:
        """Open phone links or not; how it is then."""
        await aside(self._computer.open_links, wanted)
        return await self.look()

    async def start_at_sign_in(self, wanted: bool) -> Registrations:
        """Start with the user's session or not; how it is then."""
        await aside(self._computer.start_at_sign_in, wanted)
        return await self.look()
