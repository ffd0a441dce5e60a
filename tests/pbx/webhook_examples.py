"""The documented webhooks as they arrive, and what each of them tells."""

from datetime import timedelta, timezone

from agent_desktop.telephony.events import (
    AgentNoAnswer,
    AgentStatusChanged,
    CallAbandoned,
    CallAnswered,
    CallEnded,
    CallReported,
    CallRinging,
    Event,
)

ZONE = timezone(timedelta(hours=7))
STARTED = 1709273740.0
"""2024-03-01 13:15:40 in ZONE."""

RECORDING = "https://pbx.example.com/play.php?id=1709273740.12&file=a b.wav"
CDR = CallReported(
    callid="1709273740.12",
    direction="inbound",
    extension="101",
    number="0938363739",
    did="02473001234",
    started=STARTED,
    status="ANSWER",
    duration_s=70,
    talk_s=58,
    recording_url=RECORDING.replace(" ", "%20"),
)

EXAMPLES: dict[str, tuple[str, Event]] = {
    "ringing": (
        "/api/callcenter/call_in?phone=0938363739&queue=999&extension=101&callid=17.1&event=RINGING&did=02473001234",
        CallRinging("17.1", "inbound", "101", "0938363739", "999", "02473001234"),
    ),
    "answered": (
        "/api/callcenter/call_in?phone=0938363739&queue=999&extension=101&callid=17.1&event=ANSWER&did=02473001234",
        CallAnswered("17.1", "inbound", "101", "0938363739", "999", "02473001234"),
    ),
    "ended": ("/api/callcenter/hangup?callid=17.1", CallEnded("17.1")),
    "reported": (
        "/api/callcenter/calldata?callid=1709273740.12&calldate=2024-03-01 13:15:40&duration=70&billsec=58"
        "&status=ANSWER&did=02473001234&extension=101&phone=0938363739&direction=Inbound"
        f"&recordingfile={RECORDING}",
        CDR,
    ),
    "abandoned": (
        "/api/callcenter/calldata?callid=17.1&holdtime=42&status=ABANDON&queue=999&phone=0938363739",
        CallAbandoned("17.1", "0938363739", "999", 42),
    ),
    "no answer": (
        "/api/callcenter/calldata?callid=17.1&status=NOANSWER&queue=999&extension=101&phone=0938363739",
        AgentNoAnswer("17.1", "101", "0938363739", "999"),
    ),
    "dialling": (
        "/api/callcenter/init?extension=101&phone=0938363739&callid=17.2&event=RINGING",
        CallRinging("17.2", "outbound", "101", "0938363739"),
    ),
    "customer answered": (
        "/api/callcenter/init?extension=101&phone=0938363739&callid=17.2&event=ANSWER",
        CallAnswered("17.2", "outbound", "101", "0938363739"),
    ),
    "status": ("/api/Agent/ChangeStatus?extension=101&status=pause", AgentStatusChanged("101", "pause")),
}
