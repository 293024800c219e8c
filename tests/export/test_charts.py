"""The charts: one drawing for screen and paper, complete, in the right colours."""

import itertools
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

from app.export.charts import (
    advice_chart,
    chart_svg,
    months_chart,
    reasons_chart,
    weeks_chart,
    workplaces_chart,
)
from app.export.drawing import Bar, ChartColours, Look, Point, bar_drawing, line_drawing
from app.export.fonts import text_width
from app.export.report import Report
from app.models.over_time import WeekCount

GROUP_COLOURS = {"P": "#101010", "S": "#202020", "F": "#303030", "R": "#404040", "O": "#505050"}
LOOK = Look(width=400, colours=ChartColours(accent="#060606", groups=GROUP_COLOURS))
CHARTS = [reasons_chart, advice_chart, workplaces_chart, months_chart]


def texts(drawing: Any) -> list[str]:
    found = re.findall(r"<text[^>]*>([^<]*)</text>", chart_svg(drawing).decode())
    return [unescape(text) for text in found]


def fills(drawing: Any) -> list[str]:
    return re.findall(r"<rect[^>]*fill: (#[0-9a-f]{6})", chart_svg(drawing).decode())


def test_reason_groups_are_named_and_have_their_five_colours(report: Report) -> None:
    drawing = reasons_chart(report, LOOK)
    assert fills(drawing) == list(GROUP_COLOURS.values())
    names = [str(row.cells[0]) for row in report.table("reasons_by_group").rows]
    shown = texts(drawing)
    assert shown[::2] == names
    assert shown[1] == "4 (50\N{NO-BREAK SPACE}%)"


def test_advice_has_its_short_names_and_figures(report: Report) -> None:
    shown = texts(advice_chart(report, LOOK))
    assert shown[:2] == ["Sundhedsforsikring", "3 (33\N{NO-BREAK SPACE}%)"]


def test_a_workplace_with_no_contacts_has_a_name_and_a_nought_but_no_bar(report: Report) -> None:
    drawing = workplaces_chart(report, LOOK)
    shown = texts(drawing)
    assert shown[shown.index("Ældrecenter Åbrinken") + 1] == "0"
    assert len(fills(drawing)) == 4


def test_twelve_months_are_named_with_their_figures_and_the_year(report: Report) -> None:
    shown = texts(months_chart(report, Look(width=700)))
    assert len(shown) == 24
    assert {"nov 25", "jan 26", "okt"} <= set(shown)
    assert shown[-2:] == ["7", "okt"]


def test_weeks_are_columns_in_the_language_of_the_window() -> None:
    weeks = [WeekCount(2026, 53, 0), WeekCount(2027, 1, 4)]
    assert texts(weeks_chart(weeks, "da", LOOK)) == ["0", "uge 53", "4", "uge 1"]
    assert "week 1" in texts(weeks_chart(weeks, "en", LOOK))


@pytest.mark.parametrize("chart", CHARTS)
def test_qt_draws_every_chart_and_nothing_is_clipped_away(
    chart: Callable[[Report, Look], Any], report: Report
) -> None:
    drawing = chart(report, LOOK)
    svg = chart_svg(drawing)
    assert svg == chart_svg(chart(report, LOOK))
    assert b"clipPath" not in svg
    assert b"url(" not in svg
    assert set(re.findall(rb"font-family: ([^;]+);", svg)) == {b"Inter"}
    renderer = QSvgRenderer(QByteArray(svg))
    assert renderer.isValid()
    assert renderer.defaultSize().width() == 400
    assert renderer.defaultSize().height() == drawing.height


def test_everything_lies_inside_the_drawing_even_with_long_names() -> None:
    long = Bar(
        "Et meget langt navn på et råd, der aldrig kan stå der helt ud", 9, "9 (100 %)", "#000000"
    )
    drawing = bar_drawing([long, Bar("Kort", 1, "1 (11 %)", "#000000")], LOOK)
    left, bottom, right, top = drawing.getBounds()
    assert left >= 0
    assert bottom >= 0
    assert right <= 400
    assert top <= drawing.height
    assert texts(drawing)[0].endswith("…")


def test_a_line_of_noughts_and_an_empty_chart_are_drawn() -> None:
    assert texts(line_drawing([Point("jan", 0, "0"), Point("feb", 0, "0")], LOOK))
    assert texts(bar_drawing([], LOOK)) == []
    assert line_drawing([], LOOK).height > 0


def test_the_line_crosses_no_figure() -> None:
    values = (5, 20, 38, 12, 3, 3, 40)
    drawing = line_drawing([Point("x", value, str(value)) for value in values], LOOK)
    spots = [(shape.cx, shape.cy) for shape in drawing.contents if hasattr(shape, "cx")]
    figures = [s for s in drawing.contents if getattr(s, "fontName", "") == "Inter-SemiBold"]
    assert len(spots) == len(figures) == len(values)
    for figure in figures:
        right = figure.x + text_width(figure.text, "Inter-SemiBold", LOOK.font_size)
        low, high = figure.y, figure.y + 0.73 * LOOK.font_size
        assert figure.x >= 0
        assert right <= LOOK.width
        for (x1, y1), (x2, y2) in itertools.pairwise(spots):
            for x in range(int(max(x1, figure.x)) + 1, int(min(x2, right)) + 1):
                y = y1 + (y2 - y1) * (x - x1) / (x2 - x1)
                assert not low <= y <= high, figure.text


def test_higher_figures_lie_higher() -> None:
    drawing = line_drawing([Point("a", 1, "1"), Point("b", 3, "3"), Point("c", 2, "2")], LOOK)
    heights = [shape.cy for shape in drawing.contents if hasattr(shape, "cy")]
    assert sorted(heights) == [heights[0], heights[2], heights[1]]
    assert max(heights) < drawing.height
