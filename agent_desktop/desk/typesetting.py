"""A page of calls as a PDF that can be read aloud: text, headings, table and language are marked as such (PDF/UA-1)."""

import json
from contextlib import suppress
from dataclasses import asdict
from unicodedata import normalize

from agent_desktop.desk.call_page import CallPage
from agent_desktop.resource_files import resource

_NOT_TEXT = (
    dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], " ")
    | dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\N{REPLACEMENT CHARACTER}")
    | {0xFEFF: ""}
)
"""Control characters, halves of characters and what is none: PDF/UA allows no such thing in a text."""

_ATTEMPTS = ((True, ""), (True, r"[\p{M}\p{Emoji_Modifier}\p{Prepended_Concatenation_Mark}\u{200D}]+"))
_LAST_ATTEMPT = (False, r"[^\u{20}-\u{7E}\u{A0}-\u{17F}\u{1A0}\u{1A1}\u{1AF}\u{1B0}\u{1EA0}-\u{1EF9}]+")
"""Whether this computer's fonts are used, and what is a box whatever fonts there are. A sign may stand together with
another script's mark, and no font has both; a font may be broken, or not be for files. The library's own, of the last
attempt, have all letters that are left to them: English, Vietnamese and Malay among them.
"""


def typeset(page: CallPage) -> bytes:
    """The PDF. Takes some 0.2 s, and memory that is not given back: for a process of its own. What no font of this
    computer has is shown as a box, and still read aloud. Raises ImportError where the library is not there.
    """
    from typst import Fonts, TypstError, compile  # 84 MB on disk

    folder = resource("paper")
    order = json.dumps(_with_text_only(asdict(page)))

    def made(has_system_fonts: bool, boxed: str) -> bytes:
        return compile(
            str(folder / "calls.typ"),
            format="pdf",
            font_paths=Fonts(include_system_fonts=has_system_fonts, font_paths=[str(folder)]),
            sys_inputs={"page": order, "boxed": boxed},
            pdf_standards="ua-1",
        )

    for attempt in _ATTEMPTS:
        with suppress(TypstError):
            return made(*attempt)
    return made(*_LAST_ATTEMPT)


def _with_text_only(value: object) -> object:
    if isinstance(value, str):
        return normalize("NFC", value.translate(_NOT_TEXT))  # Vietnamese with its marks as letters of their own
    if isinstance(value, dict):
        return {key: _with_text_only(part) for key, part in value.items()}
    return [_with_text_only(part) for part in value] if isinstance(value, tuple) else value
