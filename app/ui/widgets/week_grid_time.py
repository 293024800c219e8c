"""The geometry of days with hours: one column for each day."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from app.ui.palette import tokens
from app.ui.widgets.measure import MIN_TARGET
from app.ui.widgets.week_grid_board import Block, Content
from app.ui.widgets.week_grid_layout import Lane, Part, lay_out, split
from app.ui.widgets.week_grid_look import Look
from app.ui.widgets.week_grid_types import DAY, GridItem, clock

FIRST_HOUR, LAST_HOUR = 8, 17
"""The hours that are always shown; the day grows to what its items need."""

MOST_LANES = 4
_GAP = 2

_NARROWEST = 7.4
"""Least width of one of several days in text sizes: all seven stand beside a panel at 1366×768."""


class TimeBoard:
    """Columns with hours. ``also`` is a span of minutes that is to be shown too."""

    days_above = True

    def __init__(
        self,
        content: Content,
        room: QSize,
        look: Look,
        *,
        most: int | None = MOST_LANES,
        also: tuple[int, int] | None = None,
    ) -> None:
        self.content, self._look = content, look
        self._columns = {each.day: place for place, each in enumerate(content.days)}
        self.places: Sequence[Sequence[int | None]] = [range(len(content.days))]
        hour = look.em * 4.3
        shortest = ceil((MIN_TARGET + _GAP) * 60 / hour)
        lanes = self._lanes(content.items, shortest, most)
        spans = [(lane.start, lane.end) for _, lane in lanes] + ([also] if also else [])
        self._first = min([FIRST_HOUR, *(start // 60 for start, _ in spans)])
        self._last = max([LAST_HOUR, *(ceil(end / 60) for _, end in spans)])
        self._pad = look.em * 0.7
        hours = self._last - self._first
        self.hour = max(hour, (room.height() - 2 * self._pad) / hours)
        count = max(len(content.days), 1)
        lanes_used = max([lane.lanes for _, lane in lanes], default=1)
        wanted = look.em * (8.5 * lanes_used if most is None else _NARROWEST)
        self._gap = look.em * 0.3
        narrowest = lanes_used * (MIN_TARGET + _GAP + 1) + 2 * self._gap
        self._width = max(room.width() / count, wanted, narrowest)
        self.size = QSize(round(self._width * count), round(self.hour * hours + 2 * self._pad))
        self.gutter = round(QFontMetrics(look.caption).horizontalAdvance("00.00") + look.em)
        notes = any(each.note for each in content.days)
        self.top = max(round(look.em * (3.5 if notes else 2.5)), MIN_TARGET)
        self.blocks: Sequence[Block] = [self._block(place, lane) for place, lane in lanes]

    def _lanes(
        self, items: Sequence[GridItem], shortest: int, most: int | None
    ) -> list[tuple[int, Lane]]:
        by_column: dict[int, list[Part]] = defaultdict(list)
        for part in split(self._columns, items):
            by_column[part.column].append(part)
        return [
            (column, lane)
            for column in sorted(by_column)
            for lane in lay_out(by_column[column], shortest, most)
        ]

    def _block(self, place: int, lane: Lane) -> Block:
        wide = (self._width - 2 * self._gap) / lane.lanes
        left = place * self._width + self._gap + lane.lane * wide
        y = self.y(lane.start)
        rect = QRectF(left, y, wide, self.y(lane.end) - y).toRect().adjusted(0, 0, -_GAP, -_GAP)
        return Block(rect, lane.parts, place, lane.start)

    def y(self, minute: int) -> float:
        """Return where a minute of the day lies."""
        return self._pad + (minute - self._first * 60) * self.hour / 60

    def heading(self, place: int) -> QRect:
        left = round(place * self._width)
        return QRect(left, 0, round((place + 1) * self._width) - left, self.top - 1)

    def at(self, point: QPoint) -> tuple[int, int | None] | None:
        place = int(point.x() // self._width)
        if not 0 <= place < len(self.content.days):
            return None
        minute = int(self._first * 60 + (point.y() - self._pad) * 60 / self.hour)
        return place, min(max(minute, 0), DAY - 1)

    def opening(self, height: int) -> int:
        """Return where the working day begins, or else where more beginnings can be seen whole."""
        lowest = max(self.size.height() - height, 0)
        rects = [block.rect for block in self.blocks if not block.parts[0].before]
        tops = [self.y(FIRST_HOUR * 60), *sorted(rect.top() for rect in rects)]
        offers = [min(max(round(top) - self._look.em, 0), lowest) for top in tops]

        def seen(offer: int) -> int:
            return sum(offer <= each.top() and each.bottom() <= offer + height for each in rects)

        return max(offers, key=seen)

    def ghost(self, item: GridItem, day: date, start: int) -> list[QRect]:
        length = max(item.end - item.start, 1)
        moved = GridItem(item.key, day, start, start + length, "", "", "")
        shown = ((each.column, each) for each in split(self._columns, [moved]))
        shortest = ceil(MIN_TARGET * 60 / self.hour)
        return [
            self._block(
                column, Lane((part,), part.start, max(part.end, part.start + shortest), 0, 1)
            ).rect
            for column, part in shown
        ]

    def draw(self, painter: QPainter, exposed: QRectF) -> None:
        colours = tokens()
        high = self.size.height()
        for place, each in enumerate(self.content.days):
            column = QRectF(place * self._width, 0, self._width, high)
            if not column.intersects(exposed):
                continue
            if each.closed:
                painter.fillRect(column, QColor(colours.window))
            elif each.day == self.content.today and len(self.content.days) > 1:
                painter.fillRect(column, QColor(colours.accent_faint))
        painter.setPen(QPen(QColor(colours.border), 1))
        for hour in range(self._first, self._last + 1):
            y = round(self.y(hour * 60)) + 0.5
            painter.drawLine(QPointF(exposed.left(), y), QPointF(exposed.right(), y))
        for place in range(1, len(self.content.days)):
            x = round(place * self._width) + 0.5
            painter.drawLine(QPointF(x, 0), QPointF(x, high))
        self._draw_now(painter)

    def _draw_now(self, painter: QPainter) -> None:
        """Draw the line of now; items lie over it, and the gutter says the time."""
        place = self._columns.get(self.content.today)
        if place is None or not self._shows_now():
            return
        left, y = place * self._width, round(self.y(self.content.now))
        painter.setPen(QPen(QColor(tokens().danger.solid), 2))
        painter.drawLine(QPointF(left, y), QPointF(left + self._width, y))

    def _shows_now(self) -> bool:
        is_shown = self._first * 60 <= self.content.now <= self._last * 60
        return is_shown and self.content.today in self._columns

    def draw_gutter(self, painter: QPainter, width: int) -> None:
        painter.setFont(self._look.caption)
        painter.setPen(QColor(tokens().muted))
        high = QFontMetrics(self._look.caption).height()
        for hour in range(self._first, self._last + 1):
            box = QRectF(0, self.y(hour * 60) - high / 2, width - self._look.em * 0.5, high)
            text = clock(hour * 60) if hour < 24 else "24.00"
            painter.drawText(box, Qt.AlignmentFlag.AlignRight, text)
        if self._shows_now():
            self._draw_time_of_now(painter, width, high)

    def _draw_time_of_now(self, painter: QPainter, width: int, high: int) -> None:
        tone, side = tokens().danger, self._look.em * 0.2
        box = QRectF(side, self.y(self.content.now) - high / 2 - 1, width - 2 * side, high + 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone.solid))
        painter.drawRoundedRect(box, side, side)
        painter.setPen(QColor(tone.on_solid))
        box.setRight(width - self._look.em * 0.5)
        painter.drawText(
            box,
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            clock(self.content.now),
        )

    def draw_top(self, painter: QPainter, height: int) -> None:
        painter.setPen(QColor(tokens().border))
        for place in range(1, len(self.content.days)):
            x = round(place * self._width) + 0.5
            painter.drawLine(QPointF(x, 0), QPointF(x, height))
