"""PDFs of a page of calls, read back as a screen reader does."""

import struct
import sys
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from agent_desktop.desk.call_page import CallPage, PageLook
from agent_desktop.desk.typesetting import typeset
from agent_desktop.resource_files import resource
from tests.desk.tagged_pdf import TaggedPdf, read

LOOK = PageLook("DejaVu Sans", "#16181d", "#566070", "#e1e5eb", "#f6f7f9")
HEADINGS = ("Direction", "Time", "Who", "Number", "Queue", "DID", "Ext.", "Wait", "Talk", "Outcome")
CALL = ("Missed", "9 Oct 10:12", "Nguyễn Thị Hoa", "0938 363 739", "Sales", "19002028", "102", "0:07", "", "Abandoned")


def page(*rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS, language: str = "en") -> CallPage:
    return CallPage("Calls 2025-10-09", f"All {len(rows)} calls.", headings, rows, language, LOOK)


def rows_of(pdf: TaggedPdf) -> list[tuple[str, ...]]:
    """The texts of the table's rows, its headings first."""
    return [tuple(cell.text for cell in row.parts) for row in pdf.document.all("TR")]


@pytest.mark.parametrize("language", ["en", "vi", "ms"])
def test_says_what_each_part_is_in_reading_order(language):
    pdf = read(typeset(page(CALL, CALL[::-1], language=language)))
    title, note, table = pdf.document.parts
    assert [(part.tag, part.text) for part in (title, note)] == [("H1", "Calls 2025-10-09"), ("P", "All 2 calls.")]
    assert [part.tag for part in table.parts] == ["THead", "TBody"]
    assert {(cell.tag, cell.scope) for cell in table.parts[0].parts[0].parts} == {("TH", "Column")}
    assert {cell.tag for row in table.parts[1].parts for cell in row.parts} == {"TD"}
    assert rows_of(pdf) == [HEADINGS, CALL, CALL[::-1]]
    assert pdf.catalog["/Lang"] == language


def test_claims_to_be_accessible_and_shows_its_title():
    pdf = read(typeset(page(CALL)))
    assert "<pdfuaid:part>1</pdfuaid:part>" in pdf.metadata
    assert ">Calls 2025-10-09<" in pdf.metadata
    assert pdf.catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.catalog["/MarkInfo"]["/Marked"]


def test_headings_are_on_each_sheet_and_read_once():
    rows = [(f"{number}", *CALL[1:]) for number in range(100)]
    pdf = read(typeset(page(*rows)))
    assert rows_of(pdf) == [HEADINGS, *rows]
    sheets = len(pdf.artifacts)
    assert sheets > 2
    repeated = "".join(HEADINGS)
    assert pdf.artifacts == [f"{repeated if sheet else ''}{sheet + 1} / {sheets}" for sheet in range(sheets)]


def test_a_page_without_calls_has_no_table():
    assert [part.tag for part in read(typeset(page())).document.parts] == ["H1", "P"]


@pytest.mark.parametrize(("columns", "is_lying"), [(4, False), (10, True)])
def test_many_columns_lie(columns, is_lying):
    ((width, height),) = read(typeset(page(CALL[:columns], headings=HEADINGS[:columns]))).sizes
    assert (width > height) is is_lying


HOSTILE = (
    "#import \"x\"; #panic() *b* _i_ $x^2$ <label> @ref `raw` \\ // = - + / ~ -- ''",
    '"; } ] ) ${x} {{x}} %s %1 &amp; <b>',
    "Ngũ ngôn Đặng Thị Hường",
    "李小龍 ภาษาไทย \U00010fff \ue000 😀",
    "x" * 2000,
    "lorem ipsum " * 166 + "dolores",
    "",
)


def test_what_others_wrote_stays_text():
    assert rows_of(read(typeset(page(*[(text, "x") for text in HOSTILE], headings=("A", "B")))))[1:] == [
        (text, "x") for text in HOSTILE
    ]


@pytest.mark.parametrize(
    ("text", "read_aloud"),
    [
        ("a\x00b\x07c\x1bd\x85e\nf\tg", "a b c d e f g"),
        ("a\ufeffb", "ab"),
        ("a\ud83db\ufffe", "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_what_no_text_may_hold_is_left_out(text, read_aloud):
    assert rows_of(read(typeset(page((text,), headings=("A",)))))[1] == (read_aloud,)


# Signs that join what stands beside them, which no font may have together.
JOINING = st.sampled_from("\u0300\u0302\u0488\u06e7\u0e31\u20e3\ufe0f\u200d\u0600\U0001f3fd\U0001f1fb")
ANY_TEXT = st.text(max_size=60) | st.text(JOINING | st.sampled_from("0aễ李"), max_size=10)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(ANY_TEXT, ANY_TEXT), max_size=20))
@example([("0\u06e7", "\U0001f44d\U0001f3fd")])
def test_any_text_is_typeset_in_its_cells(rows):
    pdf = read(typeset(page(*rows, headings=("A", "B"))))
    assert [len(row) for row in rows_of(pdf)] == [2] * (len(rows) + 1) * bool(rows)


def test_a_mark_on_a_sign_of_another_script_is_a_box_and_all_else_as_ever():
    rows = (("0\u06e7",), ("Đa\u0323\u0306ng",))
    pdf = read(typeset(page(*rows, headings=("A",))))
    assert rows_of(pdf)[1:] == [("0\u06e7",), ("Đặng",)]
    as_ever = read(typeset(page(("Đặng",), headings=("A",))))
    assert pdf.fonts == as_ever.fonts | {"Box"}


def test_a_long_word_ends_at_its_columns_end():
    lines = read(typeset(page((*CALL[:2], "x" * 400, *CALL[3:])))).lines
    assert 5 < max(line.count("x") for line in lines) < 120


def test_what_no_font_has_is_a_box_and_only_that():
    assert "Box" in read(typeset(page(("Đặng 😀 \U00010fff",), headings=("A",)))).fonts
    assert "Box" not in read(typeset(page(CALL))).fonts


@pytest.mark.skipif(sys.platform != "linux", reason="gives this computer a font")
def test_a_font_that_may_not_be_put_into_files_is_done_without(tmp_path, monkeypatch):
    font = (resource("paper") / "box.ttf").read_bytes()
    place = struct.unpack(">I", font[font.index(b"OS/2") + 8 :][:4])[0] + len("wwccll")
    assert font[place + 2 : place + 4] == b"\0\0", "fsType: it may"
    folder = tmp_path / "fonts"
    folder.mkdir()
    named = font[: place + 2] + b"\0\2" + font[place + 4 :]
    (folder / "mine.ttf").write_bytes(named.replace("Agent".encode("utf-16-be"), "Model".encode("utf-16-be")))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    family = "Model Desktop Box For What No Other Font Of A Computer Has"
    rows = (CALL, ("李小龍 Nguyễn \U0001f44d", *CALL[1:]))
    pdf = read(typeset(replace(page(*rows), look=replace(LOOK, font=family))))
    assert rows_of(pdf) == [HEADINGS, *rows]


def test_a_page_is_the_same_to_another_process():
    one = page(CALL, tuple(HOSTILE), ("\ud83d",))
    assert CallPage.from_json(one.to_json()) == one
