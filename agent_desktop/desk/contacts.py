"""The directory: contacts are found for calls, searched and changed by people, taken in from files and given out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from agent_desktop.desk.card_names import CardNames
from agent_desktop.desk.dialling import dial_rules
from agent_desktop.desk.number_reading import NumbersReadAnew
from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import HistoryShrank, News, SettingsChanged, Update
from agent_desktop.errors import StoreFailed, UsageError
from agent_desktop.telephony.contact import Contact, ContactPage, ContactQuery, tidied
from agent_desktop.telephony.number_plan import DialRules

if TYPE_CHECKING:
    from agent_desktop.desk.contact_files import ContactFiles

COLLEAGUES_KEPT = 5000


@dataclass(frozen=True, slots=True)
class ContactsChanged(News):
    """Contacts were added, changed or removed. `colleagues` has names by extension: who 102 is."""

    colleagues: Mapping[str, str] = field(default_factory=dict)


class Directory:
    """The contacts of this desk. Raises StoreFailed where the disk does not allow what is asked."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._contacts = around.store.contacts
        self._longest = around.connection.settings.dial.extension_digits
        self._cards = CardNames(around)
        self._unsubscribe = around.publisher.subscribe(self._hear)

    @cached_property
    def files(self) -> "ContactFiles":
        """Import and export; loaded when first wanted."""
        from agent_desktop.desk.contact_files import ContactFiles

        def rules() -> DialRules:
            return dial_rules(self._around.connection.settings.dial)

        return ContactFiles(self._around.store.contacts, rules, self._around.publisher.publish, self.tell_changed)

    async def start(self) -> None:
        """Learn the colleagues' names."""
        await self._around.background.forgiving("disk", self.tell_changed())

    async def close(self) -> None:
        """Hear no more."""
        self._unsubscribe()
        await self._cards.close()

    async def find(self, number: str) -> Contact | None:
        """Whose number it is, in whatever notation."""
        return await self._contacts.find(number)

    async def page(self, query: ContactQuery) -> ContactPage:
        """A page of them, by name."""
        return await self._contacts.page(query)

    async def keep(self, contact: Contact) -> Contact:
        """Add it, or change the one with its id. Raises UsageError for one without a name."""
        kept = await self._contacts.keep(checked(contact))
        await self.tell_changed()
        return kept

    async def remove(self, ids: Iterable[int]) -> tuple[Contact, ...]:
        """Forget them; what they were, for `restore`."""
        gone = await self._contacts.remove(ids)
        await self.tell_changed()
        return gone

    async def restore(self, contacts: Iterable[Contact]) -> None:
        """Bring back what was removed."""
        for contact in contacts:
            await self._contacts.keep(contact)
        await self.tell_changed()

    async def tell_changed(self) -> None:
        """Tell the windows, and look again who the open calls are with."""
        try:
            colleagues = await self._contacts.extensions(self._longest, COLLEAGUES_KEPT)
        except StoreFailed:
            colleagues = {}  # whoever asked for the change is told; names are a nicety
        self._around.publisher.publish(ContactsChanged(colleagues))
        self._cards.look_again(colleagues)

    def _hear(self, update: Update) -> None:
        if isinstance(update, SettingsChanged) and update.settings.dial.extension_digits != self._longest:
            self._longest = update.settings.dial.extension_digits
            self._around.background.start("disk", self.tell_changed())
        elif isinstance(update, HistoryShrank | NumbersReadAnew):
            self._around.background.start("disk", self.tell_changed())


def checked(contact: Contact) -> Contact:
    """The contact as it is kept. Raises UsageError for one without a name, or with a link that is none."""
    tidy = tidied(contact)
    if not tidy.shown:
        raise UsageError("A contact needs a name or a company.", "Fill in one of them.")
    if contact.link.strip() and not tidy.link:
        raise UsageError("That is no web address.", "It begins with https:// or http://.")
    return tidy
