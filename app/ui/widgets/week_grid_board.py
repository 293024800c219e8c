"""Where everything of the week grid lies in one mode, and what is drawn behind the items."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

import msgspec
from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QPainter

from app.ui.widgets.week_grid_layout import Part
from app.ui.widgets.week_grid_types import GridDay, GridItem


class Block(msgspec.Struct, frozen=True):
    """A rectangle of the canvas that stands for one part, or for several that have no room.

    ``place`` is the number of the day among the shown days, ``minute`` its time on that day.
    """

    rect: QRect
    parts: tuple[Part, ...]
    place: int
    minute: int


class Content(msgspec.Struct, frozen=True):
    """What is shown; ``now`` is minutes after midnight of ``today``."""

    days: tuple[GridDay, ...] = ()
    items: tuple[GridItem, ...] = ()
    today: date = date.min
    now: int = 0


class Board(Protocol):
    """The geometry of one mode; all rectangles are of the canvas, in logical pixels."""

    content: Content
    size: QSize
    blocks: Sequence[Block]
    gutter: int
    """Width of the strip at the left that does not scroll sideways."""
    top: int
    """Height of the strip above that does not scroll down."""
    places: Sequence[Sequence[int | None]]
    """The numbers of the days as they stand, in rows."""
    days_above: bool
    """Whether the headings of the days stand in the strip above."""

    def heading(self, place: int) -> QRect:
        """Return where the heading of a day stands."""

    def at(self, point: QPoint) -> tuple[int, int | None] | None:
        """Return the day and, where there are hours, the minute at a point."""

    def opening(self, height: int) -> int:
        """Return how far it is scrolled down at first, in a room of a height."""

    def ghost(self, item: GridItem, day: date, start: int) -> list[QRect]:
        """Return where an item would lie."""

    def draw(self, painter: QPainter, exposed: QRectF) -> None:
        """Draw what lies behind the items."""

    def draw_gutter(self, painter: QPainter, width: int) -> None:
        """Draw the hours or the numbers of the weeks; ``painter`` is at the canvas's height."""

    def draw_top(self, painter: QPainter, height: int) -> None:
        """Draw the strip above, without the headings of the days."""
