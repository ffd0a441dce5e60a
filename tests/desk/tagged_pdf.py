"""A tagged PDF as a screen reader takes it: its structure in reading order, with the text of each part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

ARTIFACT = -1
"""Where what is not to be read aloud is kept: lines, page numbers, repeated headings."""


@dataclass
class Part:
    """A structure element: `scope` is a heading's; `text` is what stands in it and in its parts."""

    tag: str
    scope: str = ""
    text: str = ""
    parts: list["Part"] = field(default_factory=list)

    def all(self, tag: str) -> list["Part"]:
        """Those of this kind, at any depth."""
        found = [self] if self.tag == tag else []
        return found + [one for part in self.parts for one in part.all(tag)]


@dataclass
class TaggedPdf:
    """`artifacts` are the texts, sheet by sheet, that are not read aloud; `metadata` is XMP; `sizes` are those of the
    sheets, `lines` all lines as they stand there.
    """

    catalog: Any
    document: Part
    artifacts: list[str]
    metadata: str
    sizes: list[tuple[float, float]]
    lines: list[str]
    fonts: set[str]


def read(pdf: bytes) -> TaggedPdf:
    """Take it apart."""
    reader = PdfReader(BytesIO(pdf), strict=True)
    catalog: Any = reader.root_object
    pages: list[Any] = list(reader.pages)
    texts = [_texts(page, reader) for page in pages]
    by_sheet = {page.indirect_reference.idnum: text for page, text in zip(pages, texts, strict=True)}
    root = catalog["/StructTreeRoot"]["/K"]
    (document,) = root if isinstance(root, list) else [root]
    return TaggedPdf(
        catalog,
        _part(document.get_object(), by_sheet, {}),
        [text.get(ARTIFACT, "") for text in texts],
        catalog["/Metadata"].get_data().decode(),
        [(float(page.mediabox.width), float(page.mediabox.height)) for page in pages],
        [line for page in pages for line in page.extract_text().splitlines()],
        {font.get("/BaseFont", "").partition("+")[2] for page in pages for font in _fonts(page).values()},
    )


def _part(element: Any, texts: dict[int, dict[int, str]], above: dict[int, str]) -> Part:
    """`texts` are those of each sheet, `above` the ones of the sheet that the element stands in."""
    here = _of_sheet(element, texts, above)
    made = Part(str(element["/S"])[1:], _scope(element))
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object()
        if isinstance(kid, int):
            made.text += here.get(kid, "")
        elif "/S" in kid:
            made.parts.append(_part(kid, texts, here))
            made.text += made.parts[-1].text
        elif "/MCID" in kid:
            made.text += _of_sheet(kid, texts, here).get(kid["/MCID"], "")
    return made


def _of_sheet(element: Any, texts: dict[int, dict[int, str]], above: dict[int, str]) -> dict[int, str]:
    return texts[element.raw_get("/Pg").idnum] if "/Pg" in element else above


def _scope(element: Any) -> str:
    attributes = element.get("/A", [])
    each = (one.get_object() for one in (attributes if isinstance(attributes, list) else [attributes]))
    return next((str(one["/Scope"])[1:] for one in each if "/Scope" in one), "")


def _texts(page: Any, reader: PdfReader) -> dict[int, str]:
    """The page's texts by the marks they stand in."""
    texts: dict[int, str] = {}
    maps = {name: (_characters(font), 1 if font["/Subtype"] == "/Type3" else 2) for name, font in _fonts(page).items()}
    font: tuple[dict[int, str], int] = ({}, 2)
    marks: list[tuple[int, bool]] = []
    for operands, operator in ContentStream(page["/Contents"], reader).operations:
        if operator in (b"BDC", b"BMC"):
            mark, is_said = marks[-1] if marks else (ARTIFACT, False)
            properties = operands[1] if operator == b"BDC" else {}
            mark = ARTIFACT if operands[0] == "/Artifact" else properties.get("/MCID", mark)
            if "/ActualText" in properties:
                texts[mark] = texts.get(mark, "") + properties["/ActualText"]
                is_said = True
            marks.append((int(mark), is_said))
        elif operator == b"EMC":
            marks.pop()
        elif operator == b"Tf":
            font = maps[operands[0]]
        elif operator in (b"Tj", b"TJ"):
            mark, is_said = marks[-1]  # a text without any mark is an error
            if not is_said:
                texts[mark] = texts.get(mark, "") + "".join(_decoded(operands[0], *font))
    return texts


def _fonts(page: Any) -> dict[str, Any]:
    return {name: font.get_object() for name, font in page["/Resources"].get("/Font", {}).items()}


def _decoded(shown: Any, characters: dict[int, str], width: int) -> Iterator[str]:
    """`width` is how many bytes a glyph's code has."""
    pieces: list[Any] = shown if isinstance(shown, list) else [shown]
    for piece in pieces:
        if not isinstance(piece, int | float):  # those move what follows
            codes: bytes = piece if isinstance(piece, bytes) else piece.original_bytes
            for at in range(0, len(codes), width):
                yield characters[int.from_bytes(codes[at : at + width], "big")]


def _characters(font: Any) -> dict[int, str]:
    """What each glyph means, by the font's /ToUnicode."""
    table = font["/ToUnicode"].get_data().decode("latin-1")
    known: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            known[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    return known
