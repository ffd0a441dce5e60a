"""Who is on the pictures: callers with long names, colleagues, and a desk that knows them."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

from agent_desktop.desk.call_details import CallDetails, HeardEvent
from agent_desktop.desk.keeping import Kept
from agent_desktop.desk.recording_file import Recording
from agent_desktop.desk.updates import TeamChanged, TeamMember
from agent_desktop.errors import RecordingUnavailable
from agent_desktop.telephony.agent import AgentStatus, StatusSource
from agent_desktop.telephony.call import CallRecord
from agent_desktop.telephony.contact import Contact, ContactNumber
from agent_desktop.telephony.events import CallAnswered, CallRinging, Direction
from agent_desktop.telephony.history import HistoryPage, HistoryQuery
from agent_desktop.telephony.latency import LatencyReceipt
from agent_desktop.telephony.number import DialRules
from tests.ui.call_backs_fake import FakeCallBacks
from tests.ui.contacts_fake import FakeContacts
from tests.ui.desk_fake import FakeDesk
from tests.ui.stage import NOW, READY

RULES = DialRules("VN", "national", 6, "")
HOA = "Nguyễn Thị Hoa"
COMPANY = "Công ty Trách nhiệm hữu hạn Một thành viên Xuất nhập khẩu Thương mại Minh Long"
LONG_QUEUE = "Chăm sóc khách hàng doanh nghiệp"
NAMES = {
    "c01": HOA,
    "c02": HOA,
    "c03": "Trần Văn Bình",
    "c05": "Lê Hoàng Phương Uyên Công Tằng Tôn Nữ",
    "c07": COMPANY,
}
COLLEAGUES = {"102": "Ana Lim", "103": "Nguyễn Phạm Khánh Huyền", "104": "Lê Minh", "106": "Nurul binti Ahmad"}


def _call(
    place: int,
    minutes: float,
    direction: Direction,
    number: str,
    extension: str = "101",
    status: str = "ANSWER",
    talk_s: int | None = 61,
    hold_s: int | None = 13,
    queue: str = "Sales",
) -> CallRecord:
    whole = None if talk_s is None else talk_s + (hold_s or 0)
    recorded = "https://pbx.example.com/recordings/1.wav" if talk_s and place % 3 else ""
    return CallRecord(
        f"c{place:02}",
        NOW - minutes * 60,
        direction,
        number,
        extension,
        queue if direction == "inbound" else "",
        "19002028" if direction == "inbound" else "",
        status,
        whole,
        talk_s,
        hold_s,
        recorded,
    )


CALLS = (
    _call(1, 0.7, "inbound", "0938363739", status="RINGING", talk_s=None, hold_s=None),
    _call(2, 6, "inbound", "0938363739", "", "ABANDON", 0, 48),
    _call(3, 11, "outbound", "0912345678", hold_s=None),
    _call(4, 21, "inbound", "60323456789", "", "ABANDON", 0, 31, "Support"),
    _call(5, 33, "inbound", "0901122334", "102", talk_s=740, hold_s=5, queue="Support"),
    _call(6, 44, "outbound", "0911111111", status="NOANSWER", talk_s=0, hold_s=None),
    _call(7, 51, "inbound", "02838229999", talk_s=4187, hold_s=4),
    _call(8, 60, "inbound", "anonymous", talk_s=187, hold_s=4, queue=LONG_QUEUE),
    *(
        _call(
            place,
            50 + place * 11,
            "inbound" if place % 3 else "outbound",
            f"09{place:08}",
            status="BUSY" if place % 7 == 0 else "ABANDON" if place % 5 == 0 else "ANSWER",
            talk_s=0 if place % 35 in (0, 5, 7, 10, 14, 15) else 30 + 7 * place,
            hold_s=place % 40,
        )
        for place in range(9, 60)
    ),
)
FIRST_NAMES = ("Hoa", "Lan", "Ánh", "Đức", "Hùng", "Tuấn", "Ngọc", "Phương")
CONTACTS = (
    Contact("", COMPANY, (ContactNumber("19002028"),), id=99),
    *(
        Contact(
            f"Nguyễn Thị {FIRST_NAMES[place % 8]} {place}",
            f"Công ty {FIRST_NAMES[place * 3 % 8]}" if place % 3 else "",
            (ContactNumber(f"09383637{place:02}", "mobile"), ContactNumber("02838234567", "work"))[: 1 + place % 2],
            ("VIP", "gold") if place % 5 == 0 else ("lead",) if place % 7 == 0 else (),
            "Prefers mornings, speaks Malay; ask for the invoice of last month" if place % 6 == 0 else "",
            id=place + 10,
        )
        for place in range(40)
    ),
)


def member(
    extension: str, status: str, age: float, queues: tuple[str, ...] = ("Sales",), heard: float = 3, number: str = ""
) -> TeamMember:
    """A member of the team: in this status for so long, confirmed so long ago."""
    known = AgentStatus(extension, status, StatusSource.API, NOW - age, NOW - heard)
    return TeamMember(known, queues, number, "inbound" if number else "")


TEAM = TeamChanged(
    (
        member("101", "on", 72),
        member("102", "talk", 243, ("Sales", "Support"), number="0938363739"),
        member("103", "ring", 4, number="02873000000"),
        member("104", "pause", 760, ("Support", LONG_QUEUE)),
        member("105", "off", 5000, (LONG_QUEUE,)),
        member("106", "on", 900, (LONG_QUEUE, "Sales"), heard=720),
        member("107", "wrapup", 30, ("Support",)),
    ),
    NOW - 5,
)


def crowd(queues: int, members: int) -> TeamChanged:
    """So many queues with so many members each."""
    words = ("on", "talk", "ring", "pause", "off", "on", "talk")
    return TeamChanged(
        tuple(
            member(f"{queue}{place:03}", words[place % len(words)], 60 + place, (f"queue_{queue}",))
            for queue in range(1, queues + 1)
            for place in range(members)
        ),
        NOW - 5,
    )


class PictureDesk(FakeDesk):
    """Knows callers by name, has contacts, call-backs and recordings."""

    def __init__(self) -> None:
        super().__init__(CALLS, READY)
        features = self.features
        FakeCallBacks(self)
        self.contacts = FakeContacts(self, CONTACTS)
        features.keeping.kept = Kept(93_000_000, 123_456, NOW - 86400 * 700)
        features.recordings = Recordings()
        features.crm = SimpleNamespace()
        found = features.call_browser.found
        found["c03"] = details(CALLS[2])

    async def history(self, query: HistoryQuery) -> HistoryPage:
        page = await super().history(query)
        return replace(
            page, names=NAMES, notes={"c03": "Gọi lại thứ sáu, hỏi về hoá đơn tháng 9"}, dispositions={"c03": "Solved"}
        )


class Recordings:
    """None of them can be fetched."""

    async def open(self, callid: str) -> Recording:
        """Fails."""
        raise RecordingUnavailable()

    async def cancel(self, callid: str) -> None:
        """Nothing goes on."""

    async def save_as(self, callid: str, path: Path) -> Recording:
        """Fails."""
        raise RecordingUnavailable()


def details(record: CallRecord) -> CallDetails:
    """All that is known of a call."""
    began = record.started
    events = (
        HeardEvent(began, CallRinging(record.callid, "inbound", "101"), "GET /api/callcenter/call_in?callid=c03"),
        HeardEvent(began + 13.2, CallAnswered(record.callid, "inbound", "101"), "POST /api/callcenter\n\n{}"),
    )
    receipt = LatencyReceipt(began, 0.21, 0.74, 4.0)
    return CallDetails(record, NAMES.get(record.callid, ""), "Gọi lại thứ sáu", "Solved", receipt, events)
