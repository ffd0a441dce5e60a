"""Figures of the history, for the windows' picture of the day."""

from agent_desktop.store.store import Store
from agent_desktop.telephony.figures import CallFigure
from agent_desktop.telephony.history import HistoryQuery


class Figures:
    """Asked by the windows."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def of(self, query: HistoryQuery) -> tuple[CallFigure, ...]:
        """Of all calls that the query asks for. Cancelling it breaks the count off. Raises StoreFailed."""
        return await self._store.figures(query)
