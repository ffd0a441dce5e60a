"""Why a call that rang had no pop, in words."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from agent_desktop.telephony.pop_audit import MissedPop, Why
from agent_desktop.ui.language import phrase

_BEHIND_OTHERS_MS = 3000.0

_WORDS = {
    Why.OFF: QT_TRANSLATE_NOOP("audit", "Screen pops were switched off."),
    Why.QUIET: QT_TRANSLATE_NOOP("audit", "It rang in your quiet hours."),
    Why.UNDISTURBED: QT_TRANSLATE_NOOP("audit", "You did not want to be disturbed."),
    Why.NOTIFIED: QT_TRANSLATE_NOOP("audit", "The desktop's notification was shown instead of the pop."),
    Why.DISMISSED: QT_TRANSLATE_NOOP("audit", "Its card was dismissed before it could be seen."),
    Why.NOT_RUNNING: QT_TRANSLATE_NOOP("audit", "Agent Desktop was not running, or the computer slept."),
    Why.CLOSED: QT_TRANSLATE_NOOP("audit", "Agent Desktop ran, but could not listen for the PBX at that time."),
    Why.ENDED: QT_TRANSLATE_NOOP("audit", "Agent Desktop ended just then."),
    Why.NOT_POLLED: QT_TRANSLATE_NOOP("audit", "It rang too shortly for a desk that asks the PBX now and then."),
    Why.NOT_SENT: QT_TRANSLATE_NOOP(
        "audit", "Nothing arrived from the PBX: it sent nothing, or it was lost on its way."
    ),
    Why.ONLY_ITS_END: QT_TRANSLATE_NOOP("audit", "The PBX told only that it ended, not that it rang here."),
    Why.LATE: QT_TRANSLATE_NOOP("audit", "The PBX told of it when it was over."),
    Why.UNKNOWN: QT_TRANSLATE_NOOP("audit", "We do not know why. Please send a report."),
}


def why_words(missed: MissedPop) -> str:
    """A sentence, or two."""
    if missed.why is not Why.FOLDED:
        return phrase("audit", str(_WORDS[missed.why]))
    if missed.after_ms > _BEHIND_OTHERS_MS:
        return phrase("audit", "Its card waited behind four others until the call was over.")
    words = phrase("audit", "It was over, or answered elsewhere, %1 ms after we heard of it: before it could be shown.")
    return words.replace("%1", f"{missed.after_ms:.0f}")
