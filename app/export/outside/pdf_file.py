"""A protected report as a PDF to print: cover, figures with their charts, method, definitions."""

from typing import Any

from app.export.cells import Cell, Table, Unit
from app.export.drawing import Look
from app.export.fonts import BOLD, SEMI_BOLD, register_fonts
from app.export.outside.charts import chart_note, has_chart, split_chart
from app.export.outside.marks import legend
from app.export.outside.report import OutsideReport, outside_profile
from app.export.pdf_contents import contents
from app.export.pdf_document import build_pdf
from app.export.pdf_parts import headline, sentences
from app.export.pdf_style import (
    ACCENT,
    MUTED,
    SMALL_SIZE,
    SOFT,
    TEXT,
    TEXT_WIDTH,
    WARNING,
    caption,
    figures_table,
    grid,
    heading,
    paragraph,
    style,
)
from app.models.words import short_date
from app.texts import Language, Text

_CHART = Look(width=TEXT_WIDTH, font_size=8)
_LONGEST_KEPT = 30
"""Lines of a table that is kept on one page."""
_CONTENTS = Text("Indhold", "Contents")
_TEXT_SHARES = {"quarter": 0.3, "activity": 0.5, "activity_to_date": 0.5}


def to_pdf(report: OutsideReport) -> bytes:
    """Return the report as A4 pages. The same report gives the same bytes."""
    from reportlab.platypus import PageBreak

    register_fonts()
    story = [*_cover(report), PageBreak()]
    for table in report.tables:
        story += _section(report, table)
    story.append(PageBreak())
    story += [
        *_sentences(report.method, report.language),
        *_sentences(report.definitions, report.language),
    ]
    return build_pdf(
        story,
        title=report.title,
        author=report.project,
        language=report.language,
        demo=report.demo,
    )


def _cover(report: OutsideReport) -> list[Any]:
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import Spacer

    language = report.language
    released = Text("Udgivet {day}", "Released on {day}").format(day=short_date(report.made_on))
    whom = outside_profile(report.protected).in_language(language)
    banner = grid(
        [[paragraph(report.banner, style(10, ACCENT, SEMI_BOLD))]],
        [TEXT_WIDTH],
        ("BACKGROUND", (0, 0), (-1, -1), HexColor(SOFT)),
        ("ROUNDEDCORNERS", [6, 6, 6, 6]),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
        ("TOPPADDING", (0, 0), (-1, -1), 7),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
    )
    flowables = [
        paragraph(report.project, style(11, MUTED, SEMI_BOLD, spaceAfter=2)),
        paragraph(report.period[:1].upper() + report.period[1:], style(24, TEXT, BOLD, leading=30)),
        paragraph(report.whose, style(10, TEXT, spaceBefore=2)),
        paragraph(
            f"{whom} · {released.in_language(language)} · {report.protected.release.id}",
            style(SMALL_SIZE, TEXT, spaceBefore=2),
        ),
    ]
    if report.demo:
        demo = Text(
            "DEMO: alle personer og henvendelser er opdigtede.",
            "DEMO: all persons and inquiries are invented.",
        )
        flowables.append(
            paragraph(demo.in_language(language), style(10, WARNING, SEMI_BOLD, spaceBefore=6))
        )
    notes = [paragraph(note, style(SMALL_SIZE, MUTED, spaceBefore=3)) for note in report.notes]
    return [
        *(*flowables, Spacer(1, 10), banner, Spacer(1, 8), *_headline(report), *notes),
        Spacer(1, 22),
        paragraph(_CONTENTS.in_language(language), style(13, ACCENT, SEMI_BOLD, spaceAfter=6)),
        *contents([(table.key, table.title) for table in report.all_tables]),
    ]


def _headline(report: OutsideReport) -> list[Any]:
    """Return the figures that most readers want, large; a withheld one keeps its mark."""
    from reportlab.platypus import Spacer

    activity = report.table("activity") or report.table("activity_to_date")
    if activity is None:
        return []
    sums = activity.all_rows[-1]
    figures: list[tuple[str, Cell, Unit]] = [
        (column.title, cell, column.unit)
        for column, cell in zip(activity.columns[1:], sums.cells[1:], strict=True)
    ]
    kinds = report.table("kinds")
    month = report.protected.request.close.month
    if kinds is not None and kinds.columns[1].key == month:
        figures += [
            (str(row.cells[0]), row.cells[1], Unit.COUNT)
            for row in kinds.rows
            if row.key == "first"
        ]
    box = headline(figures, report.language)
    marks = legend((cell for _, cell, _ in figures), report.language)
    return [box, Spacer(1, 4), *([caption(marks)] if marks else [])]


def _section(report: OutsideReport, table: Table) -> list[Any]:
    """Return a heading, what is counted with the legend, the chart, and the table."""
    from reportlab.platypus import KeepTogether, Spacer

    parts = [heading(table.title, table.key), caption(table.universe)]
    if has_chart(table):
        parts += [
            split_chart(table, _CHART),
            caption(chart_note(table, report.language)),
            Spacer(1, 2),
        ]
    share = {"text_share": _TEXT_SHARES[table.key]} if table.key in _TEXT_SHARES else {}
    figures = figures_table(table, report.language, **share)
    if len(table.all_rows) > _LONGEST_KEPT:
        return [*parts, figures]
    return [KeepTogether([*parts, figures])]


def _sentences(table: Table, language: Language) -> list[Any]:
    """Return a table of words with their sentences, under its heading."""
    return [heading(table.title, table.key), caption(table.universe), sentences(table, language)]
