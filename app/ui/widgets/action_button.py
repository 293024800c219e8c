"""The button of the program."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontInfo, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.ui.palette import tokens
from app.ui.widgets.painting import draw_ring


class ActionButton(QPushButton):
    """A push button whose focus is seen on a filled ground too, and that can be cut short.

    With ``elided`` the text ends in … where the room does; its tool tip then has the whole of it.
    """

    def __init__(self, text: str = "", kind: str = "", *, elided: bool = False) -> None:
        super().__init__(text)
        self.elided = elided
        self.least = 5.5
        """The width in text sizes below which it is not cut short."""
        self.setAutoDefault(False)
        if elided:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if kind:
            self.setProperty("kind", kind)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        if not self.elided:
            return hint
        return QSize(
            min(hint.width(), round(self.least * QFontInfo(self.font()).pixelSize())), hint.height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.elided and self.width() < self.sizeHint().width():
            self._paint_cut_short()
        else:
            super().paintEvent(event)
        if self.hasFocus() and self._is_filled():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            draw_ring(painter, box, tokens().on_accent, 4)

    def _is_filled(self) -> bool:
        return self.property("kind") == "primary" or (
            self.property("kind") == "segment" and self.isChecked()
        )

    def _paint_cut_short(self) -> None:
        # Dear to load, and in the window as it opens every text fits.
        from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        contents = QStyle.SubElement.SE_PushButtonContents
        inside = self.style().subElementRect(contents, option, self).width()
        if not self.icon().isNull():
            inside -= self.iconSize().width() + 4
        option.text = option.fontMetrics.elidedText(
            self.text(), Qt.TextElideMode.ElideRight, max(inside, 0) + 1
        )
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
