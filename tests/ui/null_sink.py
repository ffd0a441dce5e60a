"""A sound device that swallows what it is given, at the pace of a real one: Qt's own, where there is no other."""

import pytest

from agent_desktop.ui.audio import Audio, Silence

sound_words_ignored = pytest.mark.qt_log_ignore(
    "^This plugin does not support",
    "^No audio device",
    "^PulseAudioService",
    "symbols",
    "^Couldn.t load",
    "^Using Qt multimedia",
    "^Could not open media",
)
"""What Qt says of a computer without sound, and of a file that is none."""


class NullSink(Audio):
    """Says that something can be heard."""

    def _silence(self) -> Silence:
        return Silence.NONE
