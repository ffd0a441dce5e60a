"""What bytes of a file say as text, whichever program wrote it."""

import codecs
import re

ENCODINGS = ("utf-8", "utf-16", "cp1258", "cp1252")
"""What a person may choose where the guess is wrong."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Windows' Vietnamese writes a tone as a character of its own behind the vowel: a pair that no other language has.
_VOWEL = rb"[AEIOUYaeiouy\xc0-\xc3\xc8-\xcb\xcd\xd3\xd4\xd5\xd9\xda\xdd\xe0-\xe3\xe8-\xeb\xed\xf3\xf4\xf5\xf9\xfa\xfd]"
_TONE = re.compile(_VOWEL + rb"[\xcc\xd2\xde\xec\xf2]")
_SAMPLE = 4096


def guess_encoding(data: bytes) -> str:
    """A name that Python knows."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    sample = data[:_SAMPLE]
    if sample.count(0) > len(sample) // 4:
        return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1258" if _TONE.search(data) else "cp1252"
    return "utf-8"


def is_text(data: bytes) -> bool:
    """False for what holds a zero that belongs to no UTF-16; zeros that fill up the end do not count."""
    encoding = guess_encoding(data)
    if encoding.startswith("utf-16"):
        return "\0" not in data.decode(encoding, errors="replace").rstrip("\0")
    return b"\0" not in data.rstrip(b"\0")


def decode(data: bytes, encoding: str = "") -> str:
    """The text, by the guess where no encoding is named. Never fails: what says nothing becomes a question mark."""
    text = data.decode(encoding or guess_encoding(data), errors="replace").removeprefix("\ufeff")
    return text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
