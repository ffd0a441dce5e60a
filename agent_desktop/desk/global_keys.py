"""Keys that work whoever has the focus: dial what is selected, and reach the screen pop without the mouse."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field

from agent_desktop.desk.settings import KeySettings
from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import News, SettingsChanged, Update
from agent_desktop.errors import StillStarting
from agent_desktop.system.hotkeys import Hotkeys, Listener, own_hotkeys
from agent_desktop.system.key_combination import KeyCombination

DIAL_SELECTION = "dial_selection"
LINK_WAITS_S = 30.0
"""A link that is dialled later would surprise whoever clicked it."""


@dataclass(frozen=True, slots=True)
class KeysChanged(News):
    """`problems` says by the setting's name why a key does not work, "" where it does. Keys that are off have none."""

    problems: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class KeyPressed(News):
    """`action` is the setting's name; `text` what was selected, None where only the windows can tell."""

    action: str
    count: int
    text: str | None = field(default=None, repr=False)

    @property
    def key(self) -> object:
        return (KeyPressed, self.count)

    @property
    def is_fleeting(self) -> bool:
        return True


class GlobalKeys:
    """Has the keys that the settings name, from the first settings on."""

    def __init__(self, around: Surroundings, make: Callable[[Listener], Hotkeys] = own_hotkeys) -> None:
        self._around = around
        self._make = make
        self._hotkeys: Hotkeys | None = None
        self._bound: KeySettings | None = None
        self._problems: Mapping[str, str] = {}
        self._is_known = asyncio.Event()
        self._has_begun = asyncio.Event()
        self._count = 0
        around.publisher.subscribe(self._hear)

    async def close(self) -> None:
        """Let them go."""
        if self._hotkeys is not None:
            self._hotkeys.close()

    async def look(self) -> dict[str, str]:
        """Why each key that is set does not work, "" where it does."""
        await self._is_known.wait()
        return dict(self._problems)

    def dial(self, text: str) -> None:
        """Dial this as if it had been selected: what must be asked first is asked beside the pointer. Raises
        StillStarting while there are no windows to ask in.
        """
        if not self._around.publisher.has_windows:
            raise StillStarting
        self._tell(DIAL_SELECTION, text)

    async def dial_link(self, link: str) -> None:
        """As `dial`, for a link that the system hands to the windows: it may be what the program was started for, so it
        waits for the desk. Raises StillStarting where that takes too long.
        """
        try:
            async with asyncio.timeout(LINK_WAITS_S):
                await self._has_begun.wait()
        except TimeoutError:
            raise StillStarting from None
        self.dial(link)

    async def focus(self, window: int) -> bool:
        """Give a window of ours the keyboard. False where it must ask for it itself."""
        return self._hotkeys is not None and self._hotkeys.focus(window)

    async def give_back(self, window: int) -> None:
        """Let the one have the keyboard again that had it before that window of ours."""
        if self._hotkeys is not None:
            self._hotkeys.give_back(window)

    def _hear(self, update: Update) -> None:
        if not isinstance(update, SettingsChanged):
            return
        self._has_begun.set()  # they are told at the start, and not before
        if update.settings.keys != self._bound:
            self._bound = update.settings.keys
            self._bind(self._bound)

    def _bind(self, settings: KeySettings) -> None:
        if self._hotkeys is None:
            loop = asyncio.get_running_loop()

            def pressed(action: str) -> None:
                loop.call_soon_threadsafe(self._press, action)

            def bound(problems: Mapping[str, str]) -> None:
                loop.call_soon_threadsafe(self._note, problems)

            self._hotkeys = self._make(Listener(pressed, bound))
        written: dict[str, str] = asdict(settings)
        self._hotkeys.bind({name: KeyCombination.read(keys) for name, keys in written.items() if keys})

    def _note(self, problems: Mapping[str, str]) -> None:
        self._problems = problems
        self._is_known.set()
        self._around.publisher.publish(KeysChanged(problems))

    def _press(self, action: str) -> None:
        if action == DIAL_SELECTION:
            self._around.tasks.start(self._dial(), "dial what is selected")
        else:
            self._tell(action)

    async def _dial(self) -> None:
        if self._hotkeys is not None:
            self._tell(DIAL_SELECTION, await self._hotkeys.selection())

    def _tell(self, action: str, text: str | None = None) -> None:
        self._count += 1
        self._around.publisher.publish(KeyPressed(action, self._count, text))
