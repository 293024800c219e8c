"""The charts of a report: one drawing each, the same on screen and in the PDF."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from app.export.cells import Row, Table, Unit, shown
from app.export.drawing import Bar, Look, Point, bar_drawing, column_drawing, line_drawing
from app.export.mention_tables import TOP
from app.export.report import Report
from app.models.over_time import WeekCount
from app.models.periods import short_month
from app.texts import Language, Text

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing


CHART_NOTE = Text("Søjlerne viser alle henvendelser.", "The bars show all inquiries.")
"""What the charts of reasons and advice are drawn from, where their tables have two universes."""


MOST_WORKPLACES = 30
"""How many places the chart of workplaces draws at most."""


def reasons_chart(report: Report, look: Look, over: str = "all") -> "Drawing":
    """Return the reason groups, each in its colour and named, over "all" or "first" contacts."""
    table, groups = report.table("reasons_by_group"), look.colours.groups
    colours = [groups.get(row.key, look.colours.muted) for row in table.rows]
    return bar_drawing(_bars(table, over, colours, report.language), look)


def advice_chart(report: Report, look: Look, over: str = "all") -> "Drawing":
    """Return the most frequent advice over "all" or "first" contacts, under its short names."""
    table, short = report.table("advice"), report.labels.advice_short
    most = replace(table, rows=most_given(report, over))
    bars = _bars(most, over, [look.colours.accent] * len(most.rows), report.language)
    named = [bar._replace(label=short[row.key]) for bar, row in zip(bars, most.rows, strict=True)]
    return bar_drawing(named, look)


def most_given(report: Report, over: str = "all") -> tuple[Row, ...]:
    """Return the rows of the advice that the chart draws, the most frequent first."""
    table = report.table("advice")
    position = table.column(over)
    return tuple(sorted(table.rows, key=lambda row: -_whole(row.cells[position]))[:TOP])


def workplaces_chart(report: Report, look: Look) -> "Drawing":
    """Return the contacts of each workplace, and greyed those that concern none.

    Of more than :data:`MOST_WORKPLACES` the ones with most contacts are drawn, so that the chart
    fits on a page; :func:`workplaces_note` says so.
    """
    position = report.table("by_workplace").column("contacts")
    bars = []
    for row in _drawn_workplaces(report):
        count = _whole(row.cells[position])
        note = shown(count, Unit.COUNT, report.language)
        at_workplace = row.key in report.labels.workplaces
        colour = look.colours.accent if at_workplace else look.colours.muted
        bars.append(Bar(str(row.cells[0]), count, note, colour))
    return bar_drawing(bars, look)


def workplaces_note(report: Report) -> str:
    """Return the sentence that says which workplaces the chart leaves out, or nothing."""
    if len(_drawn_workplaces(report)) == len(report.table("by_workplace").rows):
        return ""
    note = Text(
        "Søjlerne viser de {count} steder med flest henvendelser.",
        "The bars show the {count} places with the most inquiries.",
    )
    return note.format(count=MOST_WORKPLACES).in_language(report.language)


def months_chart(report: Report, look: Look) -> "Drawing":
    """Return the contacts of the last 12 months as a line; January bears its year."""
    points: list[Point] = []
    for month, contacts in report.months:
        first = date.fromisoformat(f"{month}-01")
        name = short_month(first).in_language(report.language)
        label = f"{name} {first:%y}" if first.month == 1 or not points else name
        points.append(_point(label, contacts, report.language))
    return line_drawing(points, look)


def weeks_chart(weeks: Sequence[WeekCount], language: Language, look: Look) -> "Drawing":
    """Return the contacts of the last weeks as columns."""
    word = Text("uge {week}", "week {week}")
    return column_drawing(
        [
            _point(word.format(week=week.week).in_language(language), week.contacts, language)
            for week in weeks
        ],
        look,
    )


def chart_svg(drawing: "Drawing") -> bytes:
    """Return a drawing as SVG for the screen: no clip path, exact colours, the bundled typeface."""
    import io

    from reportlab.graphics import renderSVG

    from app.export.svg_canvas import exact_canvas

    canvas = exact_canvas((int(drawing.width), int(drawing.height)))
    renderSVG.draw(drawing, canvas)
    text = io.StringIO()
    canvas.save(text)
    return text.getvalue().encode()


def _drawn_workplaces(report: Report) -> list[Row]:
    table = report.table("by_workplace")
    position = table.column("contacts")
    by_contacts = sorted(table.rows, key=lambda row: -_whole(row.cells[position]))
    drawn = {row.key for row in by_contacts[:MOST_WORKPLACES]}
    return [row for row in table.rows if row.key in drawn]


def _bars(table: Table, key: str, colours: Sequence[str], language: Language) -> list[Bar]:
    count_at, share_at = table.column(key), table.column(f"{key}_share")
    bars = []
    for row, colour in zip(table.rows, colours, strict=True):
        count = _whole(row.cells[count_at])
        share = shown(row.cells[share_at], Unit.PERCENT, language)
        note = f"{shown(count, Unit.COUNT, language)} ({share})"
        bars.append(Bar(str(row.cells[0]), count, note, colour))
    return bars


def _point(label: str, contacts: int, language: Language) -> Point:
    return Point(label, contacts, shown(contacts, Unit.COUNT, language))


def _whole(cell: object) -> int:
    return cell if isinstance(cell, int) else 0
