"""What an item of the week grid looks like: fonts, and a mark and a line for every tone."""

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from app.ui import icons
from app.ui.palette import colour, tokens
from app.ui.widgets.measure import em, target
from app.ui.widgets.painting import draw_ring
from app.ui.widgets.week_grid_types import GridItem, clock

_RING = 3.5
_NARROW = 3.2
"""Width of a lane, in multiples of the text size, below which it has no room for a detail."""

_GRAPHIC_WARNING = "warn.text"


class _Colours(msgspec.Struct, frozen=True):
    """Roles of the palette, the icon that says the tone without colour, and the kind of edge."""

    fill: str
    ink: str
    faint: str
    edge: str
    mark: str = ""
    dashed: bool = False
    struck: bool = False


_TONES = {
    "planned": _Colours("accent_soft", "text", "muted", "accent"),
    "running": _Colours("accent", "on_accent", "on_accent", "accent", "play"),
    "held": _Colours("accent_faint", "text", "muted", "accent", "check"),
    "cancelled": _Colours("hover", "muted", "muted", "muted", "x", struck=True),
    "moved": _Colours("accent_soft", "text", "muted", "accent", "redo", dashed=True),
    "skipped": _Colours("card", "muted", "muted", "muted", dashed=True),
    "unsettled": _Colours("card", "text", "muted", "warn.text", "info", dashed=True),
    "activity": _Colours("good.soft", "text", "muted", "good.solid", "people"),
}


class Look:
    """Fonts and sizes of the grid, taken once from a widget."""

    def __init__(self, widget: QWidget) -> None:
        self.em = em(widget)
        self.row = target(widget, 1.75)
        self.title = _font(widget, 0.9, QFont.Weight.DemiBold)
        self.line = _font(widget, 0.86, QFont.Weight.Medium)
        self.detail = _font(widget, 0.86)
        self.caption = _font(widget, 0.82)
        self.heading = _font(widget, 1.0, QFont.Weight.DemiBold)
        self.title_metrics = QFontMetrics(self.title)
        self.detail_metrics = QFontMetrics(self.detail)


class Shown(msgspec.Struct, frozen=True):
    """How a block stands there just now."""

    selected: bool = False
    focused: bool = False
    hovered: bool = False
    one_line: bool = False
    goes_on: bool = False


def draw_item(painter: QPainter, box: QRectF, item: GridItem, look: Look, shown: Shown) -> None:
    """Draw one item into ``box``."""
    colours, roles = tokens(), _TONES[item.tone]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = look.em * 0.35
    whole = box
    if shown.focused:
        draw_ring(painter, box, colours.accent, radius)
        box = box.adjusted(_RING, _RING, -_RING, -_RING)
    fill = roles.fill
    if item.tone != "running":
        fill = "selection" if shown.selected else "hover" if shown.hovered else fill
    edge = QColor(colour(colours, roles.edge))
    _draw_box(painter, box, QColor(colour(colours, fill)), edge, radius, roles, shown)
    ink, faint = colour(colours, roles.ink), colour(colours, roles.faint)
    narrow = box.width() < look.em * _NARROW
    side = look.em * (0.45 if narrow else 0.6)
    inner = box.adjusted(side, 0, 0 if narrow else -look.em * 0.3, 0)
    high = look.title_metrics.height()
    # The ring takes nothing from the height of the text: its lines stay as they are.
    pad = min(look.em * 0.35, max((whole.height() - high) / 2, 0))
    inner.setTop(whole.top() + pad)
    inner.setBottom(whole.bottom() - (0 if pad < look.em * 0.35 else pad))
    right = inner.right()
    inner.setRight(_draw_marks(painter, inner, item, look, roles))
    _draw_title(painter, inner, item, ink, look, shown, narrow=narrow, struck=roles.struck)
    if not shown.one_line and not narrow:
        below = QRectF(inner.x(), inner.y() + high, right - inner.x(), 0)
        below.setBottom(inner.bottom())
        _draw_detail(painter, below, item.detail, faint, look)


def _draw_title(
    painter: QPainter,
    inner: QRectF,
    item: GridItem,
    ink: str,
    look: Look,
    shown: Shown,
    *,
    narrow: bool,
    struck: bool,
) -> None:
    """Write the title on one line; in a narrow lane its first letters say more than dots."""
    font = QFont(look.line if shown.one_line else look.title)
    font.setStrikeOut(struck)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    title = f"{clock(item.start)} {item.title}" if shown.one_line else item.title
    if not narrow:
        metrics = painter.fontMetrics()
        title = metrics.elidedText(title, Qt.TextElideMode.ElideRight, int(inner.width()))
    line = QRectF(inner.x(), inner.y(), inner.width() + 1, look.title_metrics.height())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, title)


def _draw_box(
    painter: QPainter,
    box: QRectF,
    fill: QColor,
    edge: QColor,
    radius: float,
    roles: _Colours,
    shown: Shown,
) -> None:
    """Draw the tinted box with its coloured left edge; a dashed or chosen one has a line round."""
    shape = QPainterPath()
    shape.addRoundedRect(box, radius, radius)
    painter.fillPath(shape, fill)
    painter.save()
    painter.setClipPath(shape)
    side = Qt.PenStyle.DotLine if shown.goes_on else Qt.PenStyle.SolidLine
    painter.setPen(QPen(edge, 8, side, Qt.PenCapStyle.FlatCap))
    painter.drawLine(box.topLeft(), box.bottomLeft())
    painter.restore()
    if roles.dashed or (shown.selected and not shown.focused):
        line = Qt.PenStyle.DashLine if roles.dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(edge, 1.5 if shown.selected else 1, line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)


def _draw_marks(
    painter: QPainter, inner: QRectF, item: GridItem, look: Look, roles: _Colours
) -> float:
    """Draw the warning and the mark of the tone at the right; return where the text must end."""
    warning = roles.ink if item.tone == "running" else _GRAPHIC_WARNING
    marks = [("warning", warning)] if item.warning else []
    if roles.mark:
        marks.append((roles.mark, roles.faint if item.tone != "activity" else roles.edge))
    size, right = round(look.em * 0.9), inner.right()
    ratio = painter.device().devicePixelRatio()
    for name, role in marks:
        if right - size < inner.left() or (name != "warning" and right - size * 4 < inner.left()):
            break
        y = inner.top() + (look.title_metrics.height() - size) / 2
        picture = icons.pixmap(name, colour(tokens(), role), size, ratio)
        painter.drawPixmap(round(right - size), round(y), picture)
        right -= size + look.em * 0.15
    return right


def _draw_detail(painter: QPainter, room: QRectF, text: str, ink: str, look: Look) -> None:
    """Write as many whole lines of the detail as there is room for."""
    line = look.detail_metrics.lineSpacing()
    lines = int(room.height() // line)
    if lines < 1 or not text:
        return
    painter.setFont(look.detail)
    painter.setPen(QColor(ink))
    for number, row in enumerate(_rows(text, look.detail_metrics, room.width(), lines)):
        cut = look.detail_metrics.elidedText(row, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(QRectF(room.x(), room.y() + number * line, room.width() + 1, line), 0, cut)


def _rows(text: str, metrics: QFontMetrics, wide: float, most: int) -> list[str]:
    """Break a text between words into rows; the last one has all that is left."""
    rows = [""]
    for word in text.split():
        longer = f"{rows[-1]} {word}".strip()
        if rows[-1] and len(rows) < most and metrics.horizontalAdvance(longer) > wide:
            rows.append(word)
        else:
            rows[-1] = longer
    return rows


def _font(widget: QWidget, multiple: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(widget.font())
    font.setPointSizeF(font.pointSizeF() * multiple)
    font.setWeight(weight)
    return font
