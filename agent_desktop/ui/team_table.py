"""The team's table: each member's status as shape and word, and the ways to join a call on the row in question."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from agent_desktop.desk.updates import TeamMember
from agent_desktop.telephony.agent import SpyMode
from agent_desktop.ui.context import Context
from agent_desktop.ui.models.team_model import MEMBER_ROLE, TeamColumn
from agent_desktop.ui.status_look import StatusLook, paint_status, status_look
from agent_desktop.ui.table import Delegate, Table
from agent_desktop.ui.theme import ICON_SMALL, ROW_HEIGHT, STEP

WIDTHS = (172, 150, 106, 76, 116, 184)
_QUIET = frozenset({TeamColumn.AGE, TeamColumn.QUEUES})


class TeamDelegate(Delegate):
    """Members are bold; a status has its shape, and a stale one is quiet."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._now = context.now

    def tone(self, index: QModelIndex | QPersistentModelIndex) -> tuple[QColor, bool]:
        palette, column = self.theme.palette, TeamColumn(index.column())
        if column is TeamColumn.MEMBER:
            return palette.text, True
        is_quiet = column in _QUIET or (column is TeamColumn.STATUS and self._look(index).hue == "grey")
        return (palette.secondary if is_quiet else palette.text), False

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.column() == TeamColumn.STATUS:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize = QSize(ICON_SMALL, ICON_SMALL)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if index.column() == TeamColumn.STATUS:
            laid_out = QStyleOptionViewItem(option)
            self.initStyleOption(laid_out, index)
            style = option.widget.style()
            room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemDecoration, laid_out, option.widget)
            box = QRectF(0, 0, ICON_SMALL, ICON_SMALL)
            box.moveCenter(QRectF(room).center())
            paint_status(painter, box, self._look(index), self.theme.palette)

    def _look(self, index: QModelIndex | QPersistentModelIndex) -> StatusLook:
        member = index.data(MEMBER_ROLE)
        assert isinstance(member, TeamMember)
        return status_look(member.status.status, member.status.is_stale(self._now()))


class SpyButtons(QWidget):
    """Listen, whisper and barge in, over a row's end. `wanted` carries the mode."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, STEP, 0)
        layout.setSpacing(STEP)
        names = (
            (SpyMode.LISTEN, self.tr("Listen"), self.tr("Hear the call; nobody hears you.")),
            (SpyMode.WHISPER, self.tr("Whisper"), self.tr("Only the member hears you.")),
            (SpyMode.BARGE, self.tr("Barge in"), self.tr("Everybody hears you.")),
        )
        layout.addStretch(1)
        self.buttons: dict[SpyMode, QPushButton] = {}
        for mode, name, tip in names:
            button = QPushButton(name)
            button.setToolTip(tip)
            button.clicked.connect(lambda _checked, mode=mode: self.wanted.emit(mode))
            layout.addWidget(button)
            self.buttons[mode] = button
        self.setAutoFillBackground(True)
        self.hide()


class TeamTable(Table):
    """`spy_wanted` carries (TeamMember, SpyMode). The buttons follow the pointer, else the selected row."""

    spy_wanted = Signal(object, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "", "team", parent)
        self._context = context
        self._hovered = QPersistentModelIndex()
        self.setAccessibleName(self.tr("Team"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(TeamDelegate(context, self))
        self.buttons = SpyButtons(self.viewport())
        self.buttons.wanted.connect(self._spy)
        self.entered.connect(self._hover)
        self.viewport().installEventFilter(self)

    def settle(self) -> None:
        """Once a model is set: columns, order, and the buttons' place."""
        self.restore_columns(WIDTHS)
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(TeamColumn.ACTIONS, QHeaderView.ResizeMode.Fixed)
        header.setSortIndicator(TeamColumn.MEMBER, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.selectionModel().currentChanged.connect(lambda *_: self.place_buttons())
        for changed in (header.sectionResized, header.geometriesChanged, self.verticalScrollBar().valueChanged):
            changed.connect(lambda *_: self.place_buttons())
        for changed in (self.model().dataChanged, self.model().layoutChanged, self.model().rowsRemoved):
            changed.connect(lambda *_: self.place_buttons())

    def member_at(self, index: QModelIndex | QPersistentModelIndex) -> TeamMember | None:
        """Who stands in that row."""
        member = index.data(MEMBER_ROLE) if index.isValid() else None
        return member if isinstance(member, TeamMember) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(QModelIndex())
        elif event.type() == QEvent.Type.Resize:
            self.place_buttons()
        elif isinstance(event, QMouseEvent) and not self.indexAt(event.position().toPoint()).isValid():
            self._hover(QModelIndex())
        return super().eventFilter(watched, event)

    def _hover(self, index: QModelIndex) -> None:
        self._hovered = QPersistentModelIndex(index)
        self.place_buttons()

    def _target(self) -> QModelIndex:
        row = self._hovered.row() if self._hovered.isValid() else self.currentIndex().row()
        return self.model().index(row, TeamColumn.ACTIONS)

    def place_buttons(self) -> None:
        """Put them on the row in question where its member talks to someone else than us, else nowhere."""
        index = self._target()
        if not can_spy(self.member_at(index), self._context.own()):
            self.buttons.hide()
            return
        row = self.visualRect(index)
        width = self.buttons.sizeHint().width()
        box = QRect(self.viewport().width() - width, row.top(), width, ROW_HEIGHT - 1)
        self.buttons.setGeometry(box)
        is_selected = index.row() == self.currentIndex().row()
        self.buttons.setBackgroundRole(QPalette.ColorRole.Highlight if is_selected else QPalette.ColorRole.Base)
        self.buttons.show()

    def _spy(self, mode: SpyMode) -> None:
        member = self.member_at(self._target())
        if member is not None:
            self.spy_wanted.emit(member, mode)


def can_spy(member: TeamMember | None, own: frozenset[str]) -> bool:
    """True for a member in a call that is not ours."""
    return member is not None and member.status.status == "talk" and member.status.extension not in own
