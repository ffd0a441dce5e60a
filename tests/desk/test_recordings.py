"""The desk's recordings over a simulated PBX, and over servers that are slow, late or full of nonsense."""

import asyncio
import errno
from pathlib import Path

import pytest

from agent_desktop.desk import recording_file
from agent_desktop.desk.recordings import KEPT_FILES, RecordingProgress, Recordings
from agent_desktop.errors import RecordingMissing, RecordingNotReady, RecordingUnavailable, StoreFailed
from agent_desktop.simulator.http_server import HttpReply, HttpRequest, HttpServer
from agent_desktop.simulator.recording import recording
from agent_desktop.simulator.simulator import Simulator
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import CallReported
from tests.desk.running_desk import RunningDesk, play, running_desk, simulated_pbx

WAV = recording("c1", 3)


async def keep(desk: RunningDesk, callid: str, url: str, ended_ago: float = 3600.0) -> Recordings:
    """The call is in the history."""
    started = desk.service._now() - ended_ago - 74
    report = CallReported(
        callid, started=started, duration_s=74, talk_s=61, status="ANSWER", recording_url=url, complete=True
    )
    await desk.store.save((Call.of(report, started),), 0)
    return desk.service.features.recordings


def files(folder: Path) -> list[Path]:
    return sorted((folder / "recordings").glob("*"))


def test_a_call_of_the_pbx_is_fetched_once_saved_and_gone_at_the_end(tmp_path: Path) -> None:
    async def scene(desk: RunningDesk, pbx: Simulator) -> None:
        callid = (await pbx.calls.inbound(answered_by="101", ring=["101"], ring_s=1, talk_s=5)).callid
        await desk.service.features.sync.sync()
        recordings = desk.service.features.recordings
        first, second = await asyncio.gather(recordings.open(callid), recordings.open(callid))
        assert first == second
        assert first.is_whole
        assert first.path.read_bytes()[:4] == b"RIFF"
        assert first.path.stat().st_mode & 0o077 == 0
        await recordings.save_as(callid, tmp_path / "saved.wav")
        assert (tmp_path / "saved.wav").read_bytes() == first.path.read_bytes()
        assert files(tmp_path / "profile") == [first.path]

    play(tmp_path / "profile", scene)
    assert files(tmp_path / "profile") == []
    assert (tmp_path / "saved.wav").exists()


class Server:
    """Sends the recording in parts, each when `more` is called."""

    def __init__(self, body: bytes = WAV) -> None:
        self.body = body
        self.asked = 0
        self.reply: HttpReply | None = None
        self._more = asyncio.Semaphore(0)

    def more(self, parts: int = 1) -> None:
        for _ in range(parts):
            self._more.release()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        self.asked += 1
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: audio/wav\r\nContent-Length: %d\r\n\r\n" % len(self.body))
        half = len(self.body) // 2
        try:
            for part in (self.body[:half], self.body[half:]):
                await self._more.acquire()
                writer.write(part)
                await writer.drain()
        except (OSError, asyncio.CancelledError):
            pass  # nobody wants it any more
        finally:
            writer.close()


def slowly(tmp_path: Path, scene, **options) -> None:
    """A scene with a desk and a server that sends when it is told to."""

    async def run() -> None:
        server = Server(**options)
        listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
        url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
        try:
            async with running_desk(tmp_path, pbx__url=url) as desk:
                await scene(desk, server, await keep(desk, "c1", "/r/1.wav"))
        finally:
            listening.close()

    asyncio.run(run())


def test_playing_can_begin_before_all_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recording_file, "BEGIN_BYTES", 1000)
    monkeypatch.setattr(recording_file, "BEGIN_AFTER_S", 0.0)

    async def scene(desk: RunningDesk, server: Server, recordings: Recordings) -> None:
        body = server.body
        server.more()
        begun = await recordings.open("c1")
        assert (begun.is_whole, begun.total) == (False, len(body))
        assert body.startswith(begun.path.read_bytes())
        saving = asyncio.ensure_future(recordings.save_as("c1", tmp_path / "saved.wav"))
        server.more()
        await saving
        assert (tmp_path / "saved.wav").read_bytes() == body == begun.path.read_bytes()
        told = [update for update in desk.told if isinstance(update, RecordingProgress)]
        assert told[-1].recording.is_whole
        assert [update.recording.received for update in told] == sorted(update.recording.received for update in told)
        assert server.asked == 1

    slowly(tmp_path, scene, body=recording("c1", 20))


def test_what_nobody_wants_any_more_leaves_nothing(tmp_path: Path) -> None:
    async def scene(desk: RunningDesk, server: Server, recordings: Recordings) -> None:
        server.more()
        opening = asyncio.ensure_future(recordings.open("c1"))
        await desk.until(lambda: [update for update in desk.told if isinstance(update, RecordingProgress)])
        await recordings.cancel("c1")
        with pytest.raises(RecordingUnavailable):
            await opening
        assert files(tmp_path) == []
        server.more(3)  # the connection that was given up takes one
        assert (await recordings.open("c1")).is_whole

    slowly(tmp_path, scene, body=recording("c1", 20))


def test_a_desk_that_ends_leaves_nothing(tmp_path: Path) -> None:
    async def scene(desk: RunningDesk, server: Server, recordings: Recordings) -> None:
        server.more()
        opening = asyncio.ensure_future(recordings.open("c1"))
        await desk.until(lambda: files(tmp_path))
        desk.service._tasks.start(asyncio.wait([opening]), "wait for it")

    slowly(tmp_path, scene, body=recording("c1", 20))
    assert files(tmp_path) == []


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(recording_file, "_append", full)

    async def scene(desk: RunningDesk, server: Server, recordings: Recordings) -> None:
        server.more(2)
        with pytest.raises(StoreFailed, match="no space left"):
            await recordings.open("c1")
        assert files(tmp_path) == []

    slowly(tmp_path, scene)


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    async def scene(desk: RunningDesk, server: Server, recordings: Recordings) -> None:
        server.more(2)
        with pytest.raises(StoreFailed):
            await recordings.save_as("c1", tmp_path / "nowhere" / "saved.wav")
        assert (await recordings.open("c1")).is_whole

    slowly(tmp_path, scene)


@pytest.mark.parametrize(
    ("ended_ago", "url", "kind"),
    [
        (60.0, "/gone.wav", RecordingNotReady),
        (3600.0, "/gone.wav", RecordingMissing),
        (60.0, "", RecordingNotReady),
        (3600.0, "", RecordingMissing),
    ],
)
def test_what_may_still_come_is_told_from_what_is_gone(
    tmp_path: Path, ended_ago: float, url: str, kind: type[Exception]
) -> None:
    async def run() -> None:
        async with simulated_pbx() as pbx, running_desk(tmp_path, pbx) as desk:
            recordings = await keep(desk, "c1", url and f"{pbx.url}/recordings{url}", ended_ago)
            for _ in range(2):  # tried again, it is asked again
                with pytest.raises(RecordingMissing) as caught:
                    await recordings.open("c1")
                assert type(caught.value) is kind
            with pytest.raises(RecordingMissing, match="not in the history"):
                await recordings.open("c2")

    asyncio.run(run())


def test_the_oldest_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert KEPT_FILES > 2
    monkeypatch.setattr("agent_desktop.desk.recordings.KEPT_FILES", 2)

    async def answer(request: HttpRequest) -> HttpReply:
        return HttpReply(200, WAV, "audio/wav")

    async def run() -> None:
        server = HttpServer(answer, "127.0.0.1", 0)
        await server.start()
        async with running_desk(tmp_path, pbx__url=f"http://127.0.0.1:{server.port}") as desk:
            recordings = desk.service.features.recordings
            for callid in ("c1", "c2"):
                await keep(desk, callid, f"/{callid}.wav")
                await recordings.open(callid)
            first = await recordings.open("c1")
            await (await keep(desk, "c3", "/c3.wav")).open("c3")
            assert len(files(tmp_path)) == 2
            assert first.path.exists(), "the last to be heard stays"
        await server.close()

    asyncio.run(run())


def test_leftovers_of_a_run_that_was_killed_are_removed(tmp_path: Path) -> None:
    (tmp_path / "recordings").mkdir(parents=True)
    (tmp_path / "recordings" / "left.wav").write_bytes(WAV)

    async def run() -> None:
        async with simulated_pbx() as pbx, running_desk(tmp_path, pbx) as desk:
            await desk.until(lambda: not files(tmp_path))

    asyncio.run(run())
