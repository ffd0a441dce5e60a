"""The catalogue's second version, found as a reader finds it: from the end."""

import re

from PySide6.QtGui import QGuiApplication

from agent_desktop.ui.call_page import CallPage, pdf
from agent_desktop.ui.pdf_language import with_language


def test_a_reader_finds_the_language_and_the_rest(qapp: QGuiApplication) -> None:
    content = pdf(CallPage("Calls", "All 1 calls.", ("Who",), (("Nguyễn Thị Hoa",),)))
    starts = re.findall(rb"startxref\s+(\d+)", content)
    at = int(starts[-1])
    section = content[at:]
    head = re.match(rb"xref\n(\d+) 1\n(\d{10}) 00000 n \ntrailer\n<<", section)
    assert head is not None
    number, place = head[1], int(head[2])
    assert content[place:].startswith(number + b" 0 obj\n<< /Type /Catalog")
    catalog = content[place:at]
    assert b"/Lang (en)" in catalog
    assert b"/DisplayDocTitle true" in catalog
    assert b"/Pages" in catalog
    assert b"/Root " + number + b" 0 R" in section
    assert b"/Prev " + starts[0] in section
    assert content[int(starts[0]) :].startswith(b"xref")


def test_another_shape_stays_as_it_is() -> None:
    assert with_language(b"%PDF-1.4 something else", "en") == b"%PDF-1.4 something else"
