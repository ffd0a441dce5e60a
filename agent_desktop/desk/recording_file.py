"""One recording on its way to a file, which can be played from before it is whole."""

import asyncio
import errno
import os
import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from agent_desktop.errors import (
    AgentDesktopError,
    RecordingMissing,
    RecordingNotReady,
    RecordingUnavailable,
    StoreFailed,
)
from agent_desktop.pbx.recordings import RecordingSource
from agent_desktop.telephony.call import CallRecord

BEGIN_BYTES = 512 * 1024
BEGIN_AFTER_S = 1.5
"""A recording that is not whole after so long can be played as soon as so much of it is there."""

FRESH_S = 600.0
"""For so long after a call its recording may still be in the making."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording's file. `kind` is the ending of its name; `total` is 0 where the PBX does not tell its size."""

    callid: str
    path: Path
    kind: str
    received: int
    total: int
    is_whole: bool


class RecordingFile:
    """Filled by `fetch`, once. `begun` is done as soon as playing can begin, `whole` when all is there; both raise
    what went wrong.
    """

    def __init__(self, callid: str, folder: Path, changed: Callable[[], None] = lambda: None) -> None:
        self.callid = callid
        self.error: AgentDesktopError | None = None
        self._folder = folder
        self._changed = changed
        self._path = folder / secrets.token_hex(8)
        self._kind = ""
        self._received = 0
        self._total = 0
        self._is_whole = False
        self._begun = asyncio.Event()
        self._ended = asyncio.Event()

    @property
    def recording(self) -> Recording:
        """As far as it is there."""
        return Recording(self.callid, self._path, self._kind, self._received, self._total, self._is_whole)

    @property
    def is_under_way(self) -> bool:
        """True until it is whole or has failed."""
        return not self._ended.is_set()

    async def begun(self) -> Recording:
        """Done once enough is there to begin."""
        await self._begun.wait()
        return self._found()

    async def whole(self) -> Recording:
        """Done once all is there."""
        await self._ended.wait()
        return self._found()

    def _found(self) -> Recording:
        if self.error is not None:
            raise self.error
        return self.recording

    def discard(self) -> None:
        """Remove the file. Where another program has it open it stays until the next start."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError:
            pass

    async def fetch(self, source: RecordingSource, record: CallRecord, now: float) -> None:
        """Fill the file. Raises nothing that a user could do something about: `begun` and `whole` do."""
        try:
            await self._fetch(source, record.recording_url)
            self._is_whole = True
        except RecordingMissing as error:
            self.error = RecordingNotReady() if may_come(record, now) else error
        except AgentDesktopError as error:
            self.error = error
        finally:
            if not self._is_whole:
                await asyncio.to_thread(self.discard)
            self.end()
            self._changed()

    def end(self) -> None:
        """Nothing more comes."""
        if not self._is_whole and self.error is None:
            self.error = RecordingUnavailable("The recording was not fetched to its end.")
        self._begun.set()
        self._ended.set()

    async def _fetch(self, source: RecordingSource, address: str) -> None:
        loop = asyncio.get_running_loop()
        began_at = loop.time()
        async with source.open(address) as stream:
            self._kind, self._total = stream.kind, stream.total or 0
            self._path = self._path.with_suffix(f".{stream.kind}")
            try:
                file = await asyncio.to_thread(_open_private, self._path)
                try:
                    async for chunk in stream.chunks:
                        await asyncio.to_thread(_append, file, chunk)
                        self._received += len(chunk)
                        if self._received >= BEGIN_BYTES and loop.time() - began_at >= BEGIN_AFTER_S:
                            self._begun.set()
                        self._changed()
                finally:
                    await asyncio.to_thread(file.close)
            except OSError as error:
                raise _not_written(error) from error


def may_come(record: CallRecord, now: float) -> bool:
    """True where the call goes on or ended a moment ago, so that its recording may still be in the making."""
    return now - (record.started + (record.duration_s or record.talk_s or 0)) < FRESH_S


def copy_to(recording: Recording, target: Path) -> None:
    """Put a whole recording at `target`, entirely or not at all. Raises StoreFailed."""
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        try:
            shutil.copyfile(recording.path, beside)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise _not_written(error) from error


def _open_private(path: Path) -> BinaryIO:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "wb")


def _append(file: BinaryIO, chunk: bytes) -> None:
    file.write(chunk)
    file.flush()


def _not_written(error: OSError) -> StoreFailed:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreFailed("There is no space left for the recording.", "Free some space, then try again.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StoreFailed("The recording cannot be kept there.", "Choose a folder that you may write to.")
    return StoreFailed(f"The recording cannot be kept: {error.strerror or 'the disk failed'}.")
