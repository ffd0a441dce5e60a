"""What every part of the window works with."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from agent_desktop.desk.dialling import dial_rules
from agent_desktop.telephony.events import WITHHELD
from agent_desktop.telephony.number import describe_place
from agent_desktop.ui.audio import Audio
from agent_desktop.ui.bridge import DeskBridge
from agent_desktop.ui.layout_memory import LayoutMemory
from agent_desktop.ui.privacy import Privacy
from agent_desktop.ui.theme import Theme
from agent_desktop.ui.wording import number_stand_in, place_words


@dataclass(frozen=True, slots=True)
class Context:
    """`write_number` groups digits for people; `now` is seconds since the epoch; `steady` is monotonic seconds."""

    bridge: DeskBridge
    theme: Theme
    memory: LayoutMemory
    write_number: Callable[[str], str] = str
    now: Callable[[], float] = time.time
    steady: Callable[[], float] = time.monotonic
    audio: Audio = field(default_factory=Audio)
    privacy: Privacy = field(default_factory=Privacy)

    def number(self, number: str) -> str:
        """A number as people write it, masked in privacy mode, or words where there is none."""
        if not number or number == WITHHELD:
            return number_stand_in(number)
        return self.privacy.number(self.write_number(number))

    def name(self, name: str) -> str:
        """A name, masked in privacy mode."""
        return self.privacy.name(name)

    def text(self, text: str) -> str:
        """What people wrote, hidden in privacy mode."""
        return self.privacy.text(text)

    def place(self, number: str) -> str:
        """Where a number is from, as "Việt Nam · Hồ Chí Minh", or ""."""
        if not number or number == WITHHELD:
            return ""
        return place_words(describe_place(number, dial_rules(self.bridge.present.settings.dial)))

    def colleague(self, extension: str) -> str:
        """Who an extension is, or the extension."""
        name = self.bridge.present.colleagues.get(extension, "")
        return self.name(name) if name else extension

    def own(self) -> frozenset[str]:
        """This desk's extensions."""
        return frozenset(self.bridge.present.settings.extensions)
