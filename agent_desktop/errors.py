"""Every error a user can meet: what happened (`title`), and what to do about it (`advice`).

Outside libraries' errors are translated into these in one place each. Anything else that is raised is a bug.
"""


class AgentDesktopError(Exception):
    """The root. `title` and `advice` are plain sentences for people, without secrets or personal data."""

    title = "Something went wrong."
    advice = ""

    def __init__(self, title: str = "", advice: str = "") -> None:
        self.title = title or type(self).title
        self.advice = advice or type(self).advice
        super().__init__(self.title)

    @property
    def message(self) -> str:
        """One or two plain sentences."""
        return f"{self.title} {self.advice}".strip()


class UsageError(AgentDesktopError):
    """What was typed or passed cannot be used; nothing was done."""

    title = "That cannot be used as it is."


class NotDialable(UsageError):
    """A text holds no number that can be dialled."""

    title = "There is no number in that which can be dialled."
    advice = "Check the number and try again."


class SettingsInvalid(UsageError):
    """A setting's name or value is not known."""

    title = "A setting is not valid."


class NotSetUp(AgentDesktopError):
    """The PBX address, domain, extension or key is missing."""

    title = "Agent Desktop is not set up yet."
    advice = "Run 'agent-desktop setup', or fill in the first page of the window."


class PbxError(AgentDesktopError):
    """The PBX did not do what was asked."""


class PbxUnreachable(PbxError):
    """No answer from the PBX itself: refused, reset, timed out, or a gateway's error page."""

    title = "The PBX cannot be reached."
    advice = "Check the network and the PBX address in the settings, then try again."


class PbxRefused(PbxError):
    """The PBX answered with an error of its own, at whatever HTTP status."""

    title = "The PBX refused the request."
    advice = "If that should not be so, ask your administrator."


class AnswerNotUnderstood(PbxError):
    """The PBX answered with something that is none of its known shapes."""

    title = "The PBX gave an answer that is not understood."
    advice = "Check the PBX address in the settings; if it is right, send a report to your administrator."


class RecordingUnavailable(PbxError):
    """A recording cannot be had: it is no audio, too big, was cut off, or lies where it must not be fetched from."""

    title = "The recording cannot be fetched."
    advice = "Ask your administrator, or try again later."


class RecordingMissing(RecordingUnavailable):
    """There is none, or it was deleted."""

    title = "The recording is not there."
    advice = "The PBX may have deleted it, or did not record this call."


class RecordingNotReady(RecordingMissing):
    """The call ended a moment ago; the PBX may still be writing its recording."""

    title = "The recording is not ready yet."
    advice = "The PBX needs a few minutes after a call. Try again then."


class RecordingForbidden(PbxRefused):
    """The PBX does not give it to us."""

    title = "The PBX does not allow this recording to be heard."
    advice = "Ask your administrator for the right to hear recordings."


class KeyringUnavailable(AgentDesktopError):
    """This computer has no keyring service."""

    title = "This computer has no keyring, so the key is kept for this session only."
    advice = "Install a keyring service (GNOME Keyring or KWallet), or set AGENT_DESKTOP_KEY."


class KeyringLocked(AgentDesktopError):
    """The keyring is there but closed, or was not unlocked in time."""

    title = "The keyring is locked."
    advice = "Unlock it (sign in to your desktop's keyring) and try again."


class ListenerFailed(AgentDesktopError):
    """The webhook listener cannot be opened: port taken, address not here, certificate not usable."""

    title = "The listener for the PBX's calls cannot be opened."


class StoreFailed(AgentDesktopError):
    """The journal cannot be written or read: disk full, no permission."""

    title = "The call journal cannot be written."


class ExportFailed(AgentDesktopError):
    """A file that was asked for cannot be written; nothing is left under its name but what was there before."""

    title = "The file cannot be written."


class ExportStopped(AgentDesktopError):
    """The export was called off; nothing was written."""

    title = "The export was stopped. No file was written."


class StillStarting(AgentDesktopError):
    """The instance is there, and not ready for what was asked."""

    title = "Agent Desktop is still starting."
    advice = "Try again in a moment."


class AlreadyRunning(AgentDesktopError):
    """Another instance owns this profile."""

    title = "Agent Desktop is already running for this profile."
