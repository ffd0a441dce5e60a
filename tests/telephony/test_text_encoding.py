"""What is text, and what is not."""

import codecs

import pytest

from agent_desktop.telephony.text_encoding import is_text

TEXT = "Họ và tên;SĐT\r\nNguyễn Thị Hoà;0938363739\r\n"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16")[:-1],
        "José\n".encode("cp1252"),
        TEXT.encode() + b"\0" * 9,
    ],
)
def test_text_in_any_encoding_is_text(data: bytes) -> None:
    assert is_text(data)


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 100, b"\x7fELF" + b"\0" * 5000 + b"x", b"name\0phone\n", codecs.BOM_UTF16_LE + b"\0\0a\0"],
)
def test_what_holds_a_zero_is_none(data: bytes) -> None:
    assert not is_text(data)
