"""The page of the history on paper, and how it looks there and in a PDF."""

from html import escape

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication, QPageLayout, QPageSize, QTextDocument

from agent_desktop.desk.call_page import CallPage, PageLook
from agent_desktop.ui.theme import LIGHT

BODY_PT = 9


def page_look() -> PageLook:
    """The windows' look, in light: paper is white whatever the screen's colours are."""
    colours = (LIGHT.text, LIGHT.secondary, LIGHT.line, LIGHT.ground)
    return PageLook(QFontInfo(QGuiApplication.font()).family(), *(colour.name() for colour in colours))


def page_document(page: CallPage) -> QTextDocument:
    """The page, for a printer. What others wrote stays text."""
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
