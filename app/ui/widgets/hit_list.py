"""The list of hits under a search field."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.palette import tokens
from app.ui.widgets.hit import Hit
from app.ui.widgets.measure import em, target

_HIT = Qt.ItemDataRole.UserRole


class HitList(QFrame):
    """Shows hits, one of them marked; takes no focus, so typing goes on."""

    taken = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("surface", "overlay")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 0.28), em(self, 0.28), em(self, 0.28), em(self, 0.28))
        self.list = QListWidget()
        self.list.setProperty("bare", "true")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_HitDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda item: self.taken.emit(item.data(_HIT).key))
        column.addWidget(self.list)
        self.hide()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.list.setAccessibleName(name)

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Show these hits with the first one marked."""
        self.list.clear()
        for hit in hits:
            item = QListWidgetItem(" · ".join(filter(None, (hit.title, hit.detail))))
            item.setData(_HIT, hit)
            self.list.addItem(item)
        if hits:
            self.list.setCurrentRow(0)

    def step(self, by: int) -> None:
        """Move the mark, round the ends."""
        if self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + by) % self.list.count())

    def current_key(self) -> str:
        """Return the key of the marked hit, or ""."""
        return self._current().key

    def current_title(self) -> str:
        """Return the title of the marked hit, or ""."""
        return self._current().title

    def _current(self) -> Hit:
        index = self.list.currentIndex()
        hit = index.data(_HIT) if index.isValid() else None
        return hit if isinstance(hit, Hit) else Hit("", "")

    def wanted_height(self) -> int:
        """Return the height at which nothing needs to scroll."""
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        return rows + em(self, 0.56) + 4

    def wanted_width(self) -> int:
        """Return the width at which nothing is cut short."""
        hits = (self.list.item(row).data(_HIT) for row in range(self.list.count()))
        strong = QFont(self.list.font())
        strong.setWeight(QFont.Weight.Medium)
        bold, plain = QFontMetrics(strong), self.list.fontMetrics()
        gap = plain.height() / 2
        widest = 0.0
        for hit in hits:
            width = 2 * gap + bold.horizontalAdvance(hit.title)
            for text in filter(None, (hit.detail, hit.keys)):
                width += gap + plain.horizontalAdvance(text)
            widest = max(widest, width + (2 * gap if hit.colour else 0))
        return round(widest) + 2 * em(self, 0.28) + em(self, 1)


class _HitDelegate(QStyledItemDelegate):
    """Draws dot, title, muted detail and, at the right, the shortcut."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        owner = self.parent()
        assert isinstance(owner, QWidget)
        return QSize(0, target(owner, 2.2))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        hit, colours = index.data(_HIT), tokens()
        metrics = option.fontMetrics
        gap = metrics.height() * 0.5
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        if marked or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colours.selection if marked else colours.hover))
            painter.drawRoundedRect(box, 4, 4)
        x, right = box.left() + gap, box.right() - gap
        if hit.colour:
            size = metrics.height() * 0.5
            painter.setBrush(QColor(colours.group(hit.colour).solid))
            painter.drawEllipse(QRectF(x, box.center().y() - size / 2, size, size))
            x += size + gap
        if hit.keys:
            width = metrics.horizontalAdvance(hit.keys)
            _write(
                painter,
                QRectF(right - width, box.y(), width + 2, box.height()),
                hit.keys,
                colours.muted,
            )
            right -= width + gap
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.Medium)
        painter.setFont(strong)
        title = painter.fontMetrics().elidedText(
            hit.title, Qt.TextElideMode.ElideRight, int(right - x)
        )
        _write(painter, QRectF(x, box.y(), right - x, box.height()), title, colours.text)
        x += painter.fontMetrics().horizontalAdvance(title) + gap
        painter.setFont(option.font)
        if hit.detail and right - x > metrics.averageCharWidth() * 4:
            detail = metrics.elidedText(hit.detail, Qt.TextElideMode.ElideRight, int(right - x))
            _write(painter, QRectF(x, box.y(), right - x, box.height()), detail, colours.muted)
        painter.restore()


def _write(painter: QPainter, box: QRectF, text: str, ink: str) -> None:
    painter.setPen(QColor(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
