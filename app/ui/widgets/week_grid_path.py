"""The way of the arrow keys through the week grid.

The stops of a day are its heading and its blocks from early to late. Up and down go through a day
and, where days stand under each other, on to the next one; left and right go to the next day that
has something, as near in time as can be.
"""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Stop(msgspec.Struct, frozen=True):
    """Something the focus can be on; ``minute`` is None for the heading of a day."""

    widget: QWidget
    minute: int | None


class Path:
    """Rows of days, each with its stops; the first stop of a day is its heading."""

    def __init__(self, rows: Sequence[Sequence[Sequence[Stop]]]) -> None:
        self._rows = [[list(day) for day in row] for row in rows]
        self._where = {
            id(stop.widget): (row, column, place)
            for row, days in enumerate(self._rows)
            for column, day in enumerate(days)
            for place, stop in enumerate(day)
        }

    def widgets(self) -> list[QWidget]:
        """Return all stops in the order in which they are read."""
        return [stop.widget for row in self._rows for day in row for stop in day]

    def after(self, widget: QWidget, key: int) -> QWidget | None:
        """Return where a key leads from ``widget``; None if it leads nowhere."""
        where = self._where.get(id(widget))
        if where is None:
            return None
        row, column, place = where
        day = self._rows[row][column]
        if key == Qt.Key.Key_Home:
            return day[min(1, len(day) - 1)].widget
        if key == Qt.Key.Key_End:
            return day[-1].widget
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return self._up_or_down(row, column, place, 1 if key == Qt.Key.Key_Down else -1)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return self._sideways(row, column, place, 1 if key == Qt.Key.Key_Right else -1)
        return None

    def _up_or_down(self, row: int, column: int, place: int, by: int) -> QWidget | None:
        day = self._rows[row][column]
        if 0 <= place + by < len(day):
            return day[place + by].widget
        row += by
        while 0 <= row < len(self._rows):
            if self._rows[row][column]:
                return self._rows[row][column][0 if by > 0 else -1].widget
            row += by
        return None

    def _sideways(self, row: int, column: int, place: int, by: int) -> QWidget | None:
        """From a heading to the next heading; from a block to the next day that has blocks."""
        minute = self._rows[row][column][place].minute
        days = [day for each in self._rows for day in each]
        at = sum(len(each) for each in self._rows[:row]) + column + by
        while 0 <= at < len(days):
            if minute is None and days[at]:
                return days[at][0].widget
            blocks = days[at][1:]
            if minute is not None and blocks:
                return min(blocks, key=lambda stop: abs((stop.minute or 0) - minute)).widget
            at += by
        return None
