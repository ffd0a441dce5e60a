"""The screen pop: every state of a card, the stack, and what is more than the stack."""

from dataclasses import replace

from PySide6.QtCore import QPoint

from agent_desktop.telephony.screen_pop import Card, CardState, PastCalls
from agent_desktop.ui.pop_window import PopWindow
from tests.pictures.people import COMPANY, HOA, LONG_QUEUE, RULES
from tests.pictures.studio import Studio, scene
from tests.ui.stage import NOW

CARD = Card(
    "c1",
    CardState.RINGING,
    NOW - 7,
    "inbound",
    "0938363739",
    "Sales",
    "19002028",
    "101",
    name=HOA,
    tag="VIP",
    past=PastCalls(2, 5, NOW - 20_000, "inbound", "NOANSWER"),
)
LONG = replace(CARD, callid="c2", name=COMPANY, queue=LONG_QUEUE, tag="Khách hàng thân thiết")
UNKNOWN = replace(CARD, callid="c3", name="", tag="", number="60323456789", past=PastCalls())
OVER = {"since": NOW - 3, "talk_s": 161, "hold_s": 13}
CARDS = {
    "ringing": CARD,
    "ringing-long": LONG,
    "ringing-unknown": UNKNOWN,
    "ringing-withheld": replace(UNKNOWN, number="anonymous", past=None),
    "ringing-nothing-known": Card("c1", CardState.RINGING, NOW - 1, "inbound", extension="101"),
    "dialling": replace(CARD, state=CardState.DIALLING, direction="outbound", queue="", did=""),
    "talking": replace(CARD, state=CardState.TALKING, since=NOW - 83, note="Gọi lại thứ sáu"),
    "answered-elsewhere": replace(
        CARD, state=CardState.ANSWERED_ELSEWHERE, answered_by="102", answered_name="Ana Lim", since=NOW
    ),
    "transferred": replace(CARD, state=CardState.TRANSFERRED, answered_by="102", since=NOW),
    "stopped-ringing": Card("c1", CardState.STOPPED_RINGING, NOW, "inbound", extension="101"),
    "missed": replace(LONG, state=CardState.MISSED, since=NOW, hold_s=48),
    "not-reached": replace(CARD, state=CardState.NOT_REACHED, direction="outbound", status="BUSY", since=NOW),
    "ended": replace(CARD, state=CardState.ENDED, note="Gọi lại thứ sáu", **OVER),  # type: ignore[arg-type]
    "wrap-up": replace(CARD, state=CardState.ENDED, wrap_up_until=NOW + 25, **OVER),  # type: ignore[arg-type]
    "wrap-up-disposed": replace(
        LONG,
        state=CardState.ENDED,
        wrap_up_until=NOW + 5,
        disposition="Solved",
        note="Gọi lại",
        **OVER,  # type: ignore[arg-type]
    ),
    "lost": replace(CARD, state=CardState.LOST, since=NOW),
}


def _pop(studio: Studio, *, has_crm: bool = True) -> PopWindow:
    made = PopWindow(studio.stage.theme, lambda: RULES, studio.stage.clock, studio.stage.steady)
    made.crm_available = has_crm
    made.dispositions = ("Solved", "Call back", "Wrong number")
    studio.hold(made)
    return made


@scene
def pop(studio: Studio) -> None:
    """One card in each state."""
    studio.stage.open()
    for what, card in CARDS.items():
        made = _pop(studio)
        made.show_card(card)
        studio.rest(20)
        studio.take(made, what)
        made.close_card(card.callid)
    bare = _pop(studio, has_crm=False)
    bare.show_card(CARD)
    studio.rest(20)
    studio.take(bare, "without-crm")


@scene
def pop_stack(studio: Studio) -> None:
    """Four, and two more."""
    studio.stage.open()
    made = _pop(studio)
    for place, (what, state) in enumerate(
        (("ended", 3), ("missed", 2), ("talking", 0), ("ringing-long", 0), ("ringing", 0), ("ringing-unknown", 0))
    ):
        made.show_card(replace(CARDS[what], callid=f"s{place}", since=NOW - 9 - place - state))
        if place == 3:
            studio.rest(20)
            studio.take(made, "four")
    studio.rest(20)
    studio.take(made, "six")


@scene
def pop_menus(studio: Studio) -> None:
    """A card's menu, its dispositions, and a note that is written."""
    studio.stage.open()
    made = _pop(studio)
    made.show_card(CARDS["talking"])
    studio.rest(20)
    made._open_menu("c1", QPoint(10, 10))
    assert made._menu is not None
    studio.take(made._menu, "more")
    made._menu.close()
    made._open_dispositions(CARD)
    studio.take(made._menu, "dispositions")
    made._menu.close()
    made._open_note(CARDS["talking"])
    studio.rest(20)
    studio.take(made, "note")
    assert made._editor is not None
    studio.take(made._editor, "note-editor")
    made._editor.finish()
