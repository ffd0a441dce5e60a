"""What the desk said last, for panels that are built after it was said."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from agent_desktop.desk.contacts import ContactsChanged
from agent_desktop.desk.settings import Settings
from agent_desktop.desk.updates import (
    AgentChanged,
    CardClosed,
    CardShown,
    Feed,
    FeedChanged,
    News,
    Notice,
    SettingsChanged,
    TeamChanged,
    Update,
)
from agent_desktop.telephony.agent import AgentStatus, Pause
from agent_desktop.telephony.screen_pop import Card


@dataclass(slots=True)
class Present:
    """The present state. `team` is None until the PBX was asked; `is_known` is False until settings arrived."""

    status: AgentStatus = field(default_factory=lambda: AgentStatus(""))
    pause: Pause = field(default_factory=Pause)
    team: TeamChanged | None = None
    feed: Feed = field(default_factory=Feed)
    settings: Settings = field(default_factory=Settings)
    key_kept: str = ""
    is_known: bool = False
    colleagues: Mapping[str, str] = field(default_factory=dict)
    cards: dict[str, Card] = field(default_factory=dict)
    notices: dict[str, Notice] = field(default_factory=dict)
    news: dict[object, News] = field(default_factory=dict)
    """By `key`; what is fleeting is not kept."""

    def take_in(self, update: Update) -> None:
        """Remember what the update says; calls are the history's to keep."""
        match update:
            case CardShown(card):
                self.cards[card.callid] = card
            case CardClosed(callid):
                self.cards.pop(callid, None)
            case AgentChanged(status, pause):
                self.status, self.pause = status, pause
            case TeamChanged():
                self.team = update
            case FeedChanged(feed):
                self.feed = feed
            case SettingsChanged(settings, key_kept):
                self.settings, self.key_kept, self.is_known = settings, key_kept, True
            case Notice(topic=topic, title=title):
                self.notices.pop(topic, None)
                if title:
                    self.notices[topic] = update
            case ContactsChanged(colleagues):
                self.colleagues = colleagues
            case News() if not update.is_fleeting:
                self.news[update.key] = update
            case _:
                pass
