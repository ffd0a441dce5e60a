"""The page of the history on paper: real text in a real table, with a title, a language and repeated headings."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from agent_desktop.ui.pdf_language import with_language

BODY_PT = 9


@dataclass(frozen=True, slots=True)
class CallPage:
    """`note` says what is on it, and what is not; `language` is that of all these words, as a code."""

    title: str
    note: str
    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    language: str = "en"


def page_document(page: CallPage) -> QTextDocument:
    """The page, for a printer or a PDF. What others wrote stays text."""
    document = QTextDocument()
    # The windows' font has a size in pixels, of which a printer has many more.
    body = QFont(QGuiApplication.font())
    body.setPointSize(BODY_PT)
    document.setDefaultFont(body)
    head = "".join(f"<th align='left'>{escape(heading)}</th>" for heading in page.headings)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in page.rows)
    # Paper is white whatever the screen's colours are.
    document.setHtml(
        f"<html><head><title>{escape(page.title)}</title></head>"
        f"<body style='color: black'><h1>{escape(page.title)}</h1><p>{escape(page.note)}</p>"
        "<table width='100%' border='1' cellspacing='0' cellpadding='3'"
        " style='border-collapse: collapse; border-style: solid; border-color: #888888'>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></body></html>"
    )
    return document


def page_layout() -> QPageLayout:
    """A sheet of A4, lying. Its margins are the document's: 2 cm, with the page's number in the lower one."""
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF())


def pdf(page: CallPage) -> bytes:
    """The page as a PDF."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(page.title)
    writer.setCreator("Agent Desktop")
    writer.setPageLayout(page_layout())
    page_document(page).print_(writer)
    del writer  # writes the end
    return with_language(bytes(content.data()), page.language)
