"""The geometry of a month: a row for each ISO week, and in each day a list of its items."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from app.ui.palette import tokens
from app.ui.widgets.measure import MIN_TARGET
from app.ui.widgets.week_grid_board import Block, Content
from app.ui.widgets.week_grid_layout import Part
from app.ui.widgets.week_grid_look import Look
from app.ui.widgets.week_grid_types import GridItem

_LINES = 3
"""How many lines a day has room for at least."""


class MonthBoard:
    """Weeks under each other. ``weekdays`` are the seven short names, Monday first."""

    days_above = False

    def __init__(self, content: Content, room: QSize, look: Look, weekdays: Sequence[str]) -> None:
        self.content, self._look, self._names = content, look, weekdays
        self._place = {each.day: place for place, each in enumerate(content.days)}
        self._weeks = sorted({each.day.isocalendar()[:2] for each in content.days})
        self._weekdays = sorted({each.day.weekday() for each in content.days})
        self.places: Sequence[Sequence[int | None]] = [
            [self._find(week, weekday) for weekday in self._weekdays] for week in self._weeks
        ]
        rows, columns = max(len(self._weeks), 1), max(len(self._weekdays), 1)
        self._head = look.row + 2
        self._line = max(look.row - round(look.em * 0.1), MIN_TARGET + 1)
        least = self._head + _LINES * self._line + look.em * 0.4
        self._high = max(room.height() / rows, least)
        self._wide = max(room.width() / columns, look.em * 6.5)
        self.size = QSize(round(self._wide * columns), round(self._high * rows))
        self.gutter = round(QFontMetrics(look.caption).horizontalAdvance("00") + look.em)
        self.top = max(round(look.em * 2), MIN_TARGET)
        self.blocks: Sequence[Block] = self._blocks()

    def _find(self, week: tuple[int, int], weekday: int) -> int | None:
        return self._place.get(date.fromisocalendar(*week, weekday + 1))

    def _cell(self, place: int) -> QRectF:
        day = self.content.days[place].day
        row = self._weeks.index(day.isocalendar()[:2])
        column = self._weekdays.index(day.weekday())
        return QRectF(column * self._wide, row * self._high, self._wide, self._high)

    def _blocks(self) -> list[Block]:
        by_day: dict[int, list[GridItem]] = defaultdict(list)
        for item in self.content.items:
            if item.day in self._place:
                by_day[self._place[item.day]].append(item)
        blocks = []
        for place in sorted(by_day):
            items = sorted(by_day[place], key=lambda each: (each.start, each.title, each.key))
            parts = [Part(item, place, item.start, item.end) for item in items]
            room = int((self._high - self._head - self._look.em * 0.2) // self._line)
            fitting = len(parts) if len(parts) <= room else room - 1
            groups = [(part,) for part in parts[:fitting]]
            rest = tuple(parts[fitting:])
            for number, group in enumerate([*groups, rest] if rest else groups):
                rect = self._line_rect(place, number)
                blocks.append(Block(rect, tuple(group), place, group[0].start))
        return blocks

    def _line_rect(self, place: int, number: int) -> QRect:
        cell, side = self._cell(place), self._look.em * 0.25
        top = cell.top() + self._head + number * self._line
        return QRectF(cell.left() + side, top, cell.width() - 2 * side, self._line - 1).toRect()

    def heading(self, place: int) -> QRect:
        cell = self._cell(place)
        return QRectF(cell.left() + 1, cell.top() + 1, cell.width() - 1, self._head - 2).toRect()

    def at(self, point: QPoint) -> tuple[int, int | None] | None:
        row, column = int(point.y() // self._high), int(point.x() // self._wide)
        if not (0 <= row < len(self._weeks) and 0 <= column < len(self._weekdays)):
            return None
        place = self.places[row][column]
        return None if place is None else (place, None)

    def opening(self, height: int) -> int:
        return 0

    def ghost(self, item: GridItem, day: date, start: int) -> list[QRect]:
        place = self._place.get(day)
        if place is None:
            return []
        cell = self._cell(place).adjusted(2, 2, -2, -2)
        return [cell.toRect()]

    def draw(self, painter: QPainter, exposed: QRectF) -> None:
        colours = tokens()
        for place, each in enumerate(self.content.days):
            cell = self._cell(place)
            if each.closed:
                painter.fillRect(cell, QColor(colours.window))
            elif each.day == self.content.today:
                painter.fillRect(cell, QColor(colours.accent_faint))
        painter.setPen(QColor(colours.border))
        for row in range(1, len(self._weeks)):
            y = round(row * self._high) + 0.5
            painter.drawLine(QPointF(0, y), QPointF(self.size.width(), y))
        for column in range(1, len(self._weekdays)):
            x = round(column * self._wide) + 0.5
            painter.drawLine(QPointF(x, 0), QPointF(x, self.size.height()))

    def draw_gutter(self, painter: QPainter, width: int) -> None:
        painter.setFont(self._look.caption)
        painter.setPen(QColor(tokens().muted))
        for row, (_, week) in enumerate(self._weeks):
            box = QRectF(0, row * self._high, width - self._look.em * 0.5, self._head)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(week)
            )

    def draw_top(self, painter: QPainter, height: int) -> None:
        painter.setFont(self._look.caption)
        painter.setPen(QColor(tokens().muted))
        for column, weekday in enumerate(self._weekdays):
            left = column * self._wide + self._look.em * 0.5
            box = QRectF(left, 0, self._wide, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._names[weekday])
