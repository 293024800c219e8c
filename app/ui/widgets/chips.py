"""Chips: small pills that are chosen or not, and a board of them in named groups."""

from collections.abc import Collection, Sequence

import msgspec
from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui.palette import tokens
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.group_title import GroupTitle
from app.ui.widgets.measure import TOUCH_GAP, em, target
from app.ui.widgets.painting import draw_ring
from app.ui.widgets.roving import Roving, take_place

_MOVES = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Chip(QPushButton):
    """A pill that is chosen or not, in the colour of its group when it is."""

    def __init__(self, key: str, text: str, colour: str = "O", *, detail: str = "") -> None:
        super().__init__(text)
        self.key = key
        self.elided = True
        self._colour = colour
        self._detail = detail
        self._digit = ""
        self.setShortcut(QKeySequence())  # the text is drawn as it is: "&" is a letter in it
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{text}, {detail}" if detail else text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_digit(self, digit: str) -> None:
        """Show the digit key that chooses this chip; empty for none."""
        self._digit = digit
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self._text_width() + em(self, 1.5)
        return QSize(max(width, target(self, 2.4)), target(self, 2.0))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), em(self, 12)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_cut = self.width() < self.sizeHint().width()
        self.setToolTip(self.accessibleName() if is_cut else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (_NO_MODIFIER, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in _ENTER:
            self.click()
        elif event.key() in _MOVES or event.key() in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        tone = colours.group(self._colour)
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        radius = box.height() / 2
        if self.hasFocus():
            draw_ring(painter, box, colours.accent, radius - 1)
            box = box.adjusted(3.5, 3.5, -3.5, -3.5)
            radius = box.height() / 2
        hover = colours.hover if self.underMouse() else colours.card
        painter.setBrush(QColor(tone.solid if chosen else hover))
        edge = tone.solid if chosen else (colours.hover if self.hasFocus() else colours.border)
        painter.setPen(QPen(QColor(edge), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        ink = tone.on_solid if chosen else colours.text
        self._draw_text(painter, ink, ink if chosen else colours.muted)

    def _draw_text(self, painter: QPainter, ink: str, faint: str) -> None:
        metrics = self.fontMetrics()
        x = (self.width() - min(self._text_width(), self.width() - em(self, 0.8))) / 2
        for text, colour in ((self._digit, faint), (self.text(), ink), (self._detail, faint)):
            if text:
                room = self.width() - x - em(self, 0.4)
                shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room) + 1)
                painter.setPen(QColor(colour))
                painter.drawText(
                    QRectF(x, 0, room + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, shown
                )
                x += metrics.horizontalAdvance(shown) + em(self, 0.5)

    def _text_width(self) -> int:
        metrics = QFontMetrics(self.font())
        parts = [text for text in (self._digit, self.text(), self._detail) if text]
        return sum(map(metrics.horizontalAdvance, parts)) + em(self, 0.5) * (len(parts) - 1)


_NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class ChipItem(msgspec.Struct, frozen=True):
    """What one chip stands for; ``detail`` is shown after the title where there is room."""

    key: str
    title: str
    detail: str = ""


class ChipGroup(msgspec.Struct, frozen=True):
    """A named row of chips; ``colour`` is a group code (P, S, F, R, O) or empty for no dot."""

    title: str
    items: Sequence[ChipItem]
    colour: str = ""


class ChipBoard(QWidget):
    """Groups of chips in a fixed order, with one tab stop and, if wanted, a suggested row.

    ``toggled`` is sent when a person chooses or unchooses a chip, never by ``set_selected``.
    While a chip has the focus, the arrow keys move, Space and Enter toggle, and the digits 1 to 9
    toggle the chips of the suggested row. A suggested chip leaves its own group meanwhile.
    """

    toggled = Signal(str, bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._groups: list[ChipGroup] = []
        self._suggested = ChipGroup("", ())
        self._selected: set[str] = set()
        self._chips: list[Chip] = []
        self._parts: list[QWidget] = []
        self._roving = Roving()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(em(self, 0.35))

    def set_groups(self, groups: Sequence[ChipGroup]) -> None:
        """Show these groups; what was chosen stays chosen."""
        self._groups = list(groups)
        self._rebuild()

    def set_suggested(self, title: str, items: Sequence[ChipItem]) -> None:
        """Show a first row of suggestions under ``title``; no items removes the row."""
        suggested = ChipGroup(title, tuple(items))
        if suggested != self._suggested:
            self._suggested = suggested
            self._rebuild()

    def set_selected(self, keys: Collection[str]) -> None:
        """Choose exactly these chips, without sending ``toggled``."""
        self._selected = set(keys)
        for chip in self._chips:
            chip.setChecked(chip.key in self._selected)

    def keys(self) -> list[str]:
        """Return the chosen keys in the order in which the chips stand."""
        shown = [chip.key for chip in self._chips if chip.isChecked()]
        return shown + sorted(self._selected.difference(shown))

    def chip(self, key: str) -> Chip:
        """Return the chip that stands for ``key``; raises KeyError if there is none."""
        for chip in self._chips:
            if chip.key == key:
                return chip
        raise KeyError(key)

    def focus_first(self) -> None:
        """Move the focus to the first chip."""
        if self._chips:
            self._roving.focus(self._chips[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_0
        plain = event.modifiers() in (_NO_MODIFIER, Qt.KeyboardModifier.KeypadModifier)
        if plain and 1 <= digit <= min(9, len(self._suggested.items)):
            self._chips[digit - 1].click()
        elif not (plain and self._roving.move(event.key())):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, Chip):
            self._roving.set_current(watched)
        return False

    def _rebuild(self) -> None:
        focused = next((chip.key for chip in self._chips if chip.hasFocus()), None)
        old = self._parts
        self._parts = []
        self._chips = []
        suggested = {item.key for item in self._suggested.items}
        if suggested:
            self._add_group(self._suggested, digits=True)
        for group in self._groups:
            left = [item for item in group.items if item.key not in suggested]
            if left:
                self._add_group(ChipGroup(group.title, left, group.colour))
        for part in self._parts:
            part.show()  # at once, so that the focus can go there
        take_place(self, self._chips)
        self._roving.set_members(self._chips)
        for chip in self._chips:
            if chip.key == focused:
                self._roving.focus(chip)
        for part in old:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()

    def _add_group(self, group: ChipGroup, *, digits: bool = False) -> None:
        if group.title:
            self._add_part(GroupTitle(group.title, group.colour))
        row = QWidget(self)
        row.setAccessibleName(group.title)
        flow = FlowLayout(row, gap=em(self, TOUCH_GAP))
        for number, item in enumerate(group.items, start=1):
            chip = Chip(item.key, item.title, self._colour_of(item.key, group), detail=item.detail)
            chip.setChecked(item.key in self._selected)
            chip.set_digit(str(number) if digits and number <= 9 else "")
            chip.clicked.connect(lambda on, key=item.key: self._clicked(key, on))
            chip.installEventFilter(self)
            flow.addWidget(chip)
            self._chips.append(chip)
        self._add_part(row)

    def _add_part(self, part: QWidget) -> None:
        self._column.addWidget(part)
        self._parts.append(part)

    def _colour_of(self, key: str, group: ChipGroup) -> str:
        owner = next((g for g in self._groups if any(i.key == key for i in g.items)), group)
        return owner.colour or group.colour or "O"

    def _clicked(self, key: str, on: bool) -> None:
        (self._selected.add if on else self._selected.discard)(key)
        self.toggled.emit(key, on)
