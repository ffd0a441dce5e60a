"""The recordings of calls: fetched when someone wants to hear one, kept while the program runs, saved on demand."""

import asyncio
import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from agent_desktop.desk.recording_file import Recording, RecordingFile, copy_to, may_come
from agent_desktop.desk.settings import PbxSettings
from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import HistoryShrank, News, Update
from agent_desktop.errors import AgentDesktopError, RecordingMissing, RecordingNotReady
from agent_desktop.pbx.recordings import RecordingSource
from agent_desktop.telephony.call import CallRecord
from agent_desktop.telephony.history import HistoryQuery

KEPT_BYTES = 400_000_000
KEPT_FILES = 100


@dataclass(frozen=True, slots=True)
class RecordingProgress(News):
    """How far the recording that is being fetched has come; `error` is what ended it."""

    recording: Recording
    error: AgentDesktopError | None = None

    @property
    def key(self) -> object:
        return (RecordingProgress, self.recording.callid)

    @property
    def is_fleeting(self) -> bool:
        return True


def recording_source(settings: PbxSettings) -> RecordingSource:
    """Where recordings come from. A bare path is the report host's, where the records came from."""
    return RecordingSource((settings.report_url, settings.url), settings.timeout_seconds)


class Recordings:
    """One file for each call that was asked for, the oldest removed where they grow too many; none outlives the
    program.
    """

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._files: dict[str, RecordingFile] = {}
        self._fetches: dict[str, asyncio.Task[None]] = {}
        self._source = recording_source(PbxSettings())
        self._made_of = PbxSettings()
        self._looking = asyncio.Lock()
        around.publisher.subscribe(self._hear)

    @property
    def _folder(self) -> Path:
        return self._around.connection.profile.recordings

    def _hear(self, update: Update) -> None:
        if isinstance(update, HistoryShrank) and self._files:
            self._around.tasks.start(self.clear(), "forget recordings")

    async def close(self) -> None:
        """Nothing is left behind."""
        await self.clear()
        await self._source.close()

    async def clear(self) -> None:
        """Forget all recordings, also those under way."""
        for callid in list(self._files):
            await self.cancel(callid)
        self._files.clear()
        await asyncio.to_thread(shutil.rmtree, self._folder, ignore_errors=True)

    async def open(self, callid: str) -> Recording:
        """The call's recording, once playing can begin; `RecordingProgress` tells how it goes on from there.

        Raises RecordingUnavailable and its kind, RecordingForbidden, PbxUnreachable, StoreFailed.
        """
        return await (await self._file(callid)).begun()

    async def save_as(self, callid: str, path: Path) -> Recording:
        """Fetch all of it, and put it at `path`. Raises as `open` does."""
        recording = await (await self._file(callid)).whole()
        await asyncio.to_thread(copy_to, recording, path)
        return recording

    async def cancel(self, callid: str) -> None:
        """Nobody wants it any more: what is whole is kept for another time, what is not ends here."""
        task = self._fetches.get(callid)
        if task is not None:
            task.cancel()
            await asyncio.wait([task])

    async def _file(self, callid: str) -> RecordingFile:
        async with self._looking:  # two that want the same one get the same one
            found = self._files.get(callid)
            if found is not None and found.error is None:
                self._files[callid] = self._files.pop(callid)  # the last to be removed
                return found
            record = await self._record(callid)
            await self._renew_source()
            return self._begin(record)

    def _begin(self, record: CallRecord) -> RecordingFile:
        callid = record.callid
        file = self._files[callid] = RecordingFile(callid, self._folder, partial(self._tell, callid))
        work = file.fetch(self._source, record, self._around.now())
        task = self._fetches[callid] = self._around.tasks.start(work, "fetch a recording")

        def ended(_: "asyncio.Task[None]") -> None:
            work.close()  # where it was cancelled before it began
            file.end()
            self._fetches.pop(callid, None)

        task.add_done_callback(ended)
        return file

    async def _record(self, callid: str) -> CallRecord:
        page = await self._around.book.page(HistoryQuery(callid=callid, limit=1))
        if not page.rows:
            raise RecordingMissing("That call is not in the history.", "Sync the history, then try again.")
        record = page.rows[0]
        if not record.recording_url:
            raise RecordingNotReady() if may_come(record, self._around.now()) else RecordingMissing()
        return record

    async def _renew_source(self) -> None:
        settings = self._around.connection.settings.pbx
        if settings != self._made_of:
            old, self._source, self._made_of = self._source, recording_source(settings), settings
            await old.close()

    def _tell(self, callid: str) -> None:
        file = self._files.get(callid)
        if file is not None:
            self._around.publisher.publish(RecordingProgress(file.recording, file.error))
            if not file.is_under_way:
                self._make_room(callid)

    def _make_room(self, newest: str) -> None:
        for callid, file in list(self._files.items()):
            kept = sum(held.recording.received for held in self._files.values())
            if callid == newest or (kept <= KEPT_BYTES and len(self._files) <= KEPT_FILES):
                return
            if not file.is_under_way:
                del self._files[callid]
                file.discard()
