"""The three kinds of chart, as drawings that serve the screen and the PDF alike.

A drawing is one ``reportlab.graphics`` object. Texts lie on whole units, because the SVG writer
places them on whole units.
"""

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from app.export.fonts import REGULAR, SEMI_BOLD, fitted, register_fonts, text_width

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

_PRINTED_GROUPS = {"P": "#1f66b0", "S": "#7a3f9d", "F": "#a8560f", "R": "#24734a", "O": "#59646b"}


@dataclass(frozen=True, slots=True)
class ChartColours:
    """The colours of a chart as ``#rrggbb``; the defaults are those for white paper."""

    text: str = "#1b2326"
    muted: str = "#5c686d"
    grid: str = "#dfe4e3"
    accent: str = "#0e5a63"
    groups: Mapping[str, str] = field(default_factory=lambda: dict(_PRINTED_GROUPS))


@dataclass(frozen=True, slots=True)
class Look:
    """How wide a chart is, how large its letters are (in its own units) and what its colours.

    ``height`` 0 leaves the height to the chart; bars are always as high as there are bars.
    """

    width: int = 480
    font_size: int = 12
    height: int = 0
    colours: ChartColours = ChartColours()


class Bar(NamedTuple):
    """One bar: its name, its length, what is written behind it, and its colour."""

    label: str
    value: int
    note: str
    colour: str


class Point(NamedTuple):
    """One point of a line, or one column: its name, its height and the figure written above."""

    label: str
    value: int
    note: str


def bar_drawing(bars: Sequence[Bar], look: Look) -> "Drawing":
    """Return horizontal bars with their names before and their figures behind them."""
    pen = _Pen(look, height=max(1, len(bars)) * _row(look))
    size = look.font_size
    names = max((text_width(bar.label, REGULAR, size) for bar in bars), default=0)
    notes = max((text_width(bar.note, REGULAR, size) for bar in bars), default=0)
    left = min(names, 0.5 * look.width) + size
    track = max(0.0, look.width - left - notes - 0.8 * size)
    longest = max((bar.value for bar in bars), default=0) or 1
    thickness = round(0.75 * size)
    for index, bar in enumerate(bars):
        middle = pen.drawing.height - (index + 0.5) * _row(look)
        baseline = round(middle - 0.36 * size)
        length = track * bar.value / longest
        pen.text(fitted(bar.label, left - size, REGULAR, size), 0, baseline)
        if bar.value:
            pen.bar(left, middle - thickness / 2, max(length, thickness), thickness, bar.colour)
        start = left + (max(length, thickness) + 0.7 * size if bar.value else 0)
        pen.text(bar.note, start, baseline)
    return pen.drawing


def line_drawing(points: Sequence[Point], look: Look) -> "Drawing":
    """Return a line through the points, each with its figure beside it and its name below.

    The figure stands where the line does not cross it: above its point, in a valley below it, on
    a slope towards the open side.
    """
    size = look.font_size
    pen = _Pen(look, height=look.height or 15 * size)
    scale = _grid(pen, points, bottom=3.4 * size)
    step = look.width / max(1, len(points))
    spots = [((index + 0.5) * step, scale(point.value)) for index, point in enumerate(points)]
    pen.line(spots)
    for index, ((x, y), point) in enumerate(zip(spots, points, strict=True)):
        pen.dot(x, y)
        aside, beside = _clear_of_the_line(points, index)
        half = text_width(point.note, SEMI_BOLD, size) / 2
        middle = min(max(x + aside * size, half), look.width - half)
        pen.centred(point.note, middle, round(y + beside * size), SEMI_BOLD)
        pen.centred(point.label, x, round(0.4 * size), colour=look.colours.muted)
    return pen.drawing


def column_drawing(points: Sequence[Point], look: Look) -> "Drawing":
    """Return upright columns, each with its figure above and its name below."""
    size = look.font_size
    pen = _Pen(look, height=look.height or 11 * size)
    scale = _grid(pen, points, bottom=2.0 * size)
    step = look.width / max(1, len(points))
    width = min(0.6 * step, 3.0 * size)
    for index, point in enumerate(points):
        x = (index + 0.5) * step
        if point.value:
            height = scale(point.value) - scale(0)
            pen.bar(x - width / 2, scale(0), width, height, look.colours.accent, radius=2)
        pen.centred(point.note, x, round(scale(point.value) + 0.4 * size), SEMI_BOLD)
        pen.centred(point.label, x, round(0.4 * size), colour=look.colours.muted)
    return pen.drawing


def _row(look: Look) -> int:
    return round(2.1 * look.font_size)


def _clear_of_the_line(points: Sequence[Point], index: int) -> tuple[float, float]:
    """Return how far right of its point and above it a figure stands, in letter sizes."""
    steps = [after.value - before.value for before, after in itertools.pairwise(points)] or [0]
    came, goes = steps[max(0, index - 1)], steps[min(index, len(steps) - 1)]
    if came < 0 < goes:
        return 0, -1.3
    rises, falls = came >= 0 and goes > 0, came < 0 and goes <= 0
    return 0.7 * (falls - rises), 0.6


def _grid(pen: "_Pen", points: Sequence[Point], *, bottom: float) -> Callable[[int], float]:
    """Draw the lines of a grid above ``bottom``; return the height at which a figure lies."""
    step, top = _grid_steps(max((point.value for point in points), default=0))
    upper = pen.drawing.height - 2.2 * pen.look.font_size

    def height_of(value: int) -> float:
        return float(bottom + (upper - bottom) * value / top)

    for value in range(0, top + 1, step):
        pen.grid_line(height_of(value))
    return height_of


def _grid_steps(largest: int) -> tuple[int, int]:
    """Return a round step and the top of an axis of at most four steps that holds ``largest``."""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if 4 * step >= largest:
                return step, step * max(1, -(-largest // step))
        size *= 10


class _Pen:
    """Draws simple shapes in the colours of one look."""

    def __init__(self, look: Look, height: int) -> None:
        from reportlab.graphics import shapes

        register_fonts()
        self.look = look
        self.drawing: Any = shapes.Drawing(look.width, height)
        self._shapes = shapes

    def text(self, text: str, x: float, y: float, font: str = REGULAR, *, colour: str = "") -> None:
        fill = _colour(colour or self.look.colours.text)
        size = self.look.font_size
        self.drawing.add(
            self._shapes.String(x, y, text, fontName=font, fontSize=size, fillColor=fill)
        )

    def centred(
        self, text: str, x: float, y: float, font: str = REGULAR, *, colour: str = ""
    ) -> None:
        half = text_width(text, font, self.look.font_size) / 2
        self.text(text, x - half, y, font, colour=colour)

    def bar(
        self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0
    ) -> None:
        corner = min(radius or min(width, height) / 2, width / 2, height / 2)
        self.drawing.add(
            self._shapes.Rect(
                x,
                y,
                width,
                height,
                rx=corner,
                ry=corner,
                fillColor=_colour(colour),
                strokeColor=None,
            )
        )

    def line(self, spots: Sequence[tuple[float, float]]) -> None:
        colour = _colour(self.look.colours.accent)
        width = self.look.font_size / 6
        # A path and not a PolyLine, which the SVG writer would fill with black.
        path = self._shapes.Path(
            fillColor=None, strokeColor=colour, strokeWidth=width, strokeLineJoin=1
        )
        for index, (x, y) in enumerate(spots):
            (path.lineTo if index else path.moveTo)(x, y)
        self.drawing.add(path)

    def dot(self, x: float, y: float) -> None:
        colour = _colour(self.look.colours.accent)
        radius = self.look.font_size / 4.5
        self.drawing.add(self._shapes.Circle(x, y, radius, fillColor=colour, strokeColor=None))

    def grid_line(self, y: float) -> None:
        colour = _colour(self.look.colours.grid)
        self.drawing.add(
            self._shapes.Line(0, y, self.look.width, y, strokeColor=colour, strokeWidth=0.75)
        )


def _colour(value: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(value)
