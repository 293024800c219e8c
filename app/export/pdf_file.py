"""The report as a PDF to print: headline figures, charts with their tables, definitions.

The writer makes no tagged PDF; the spreadsheet and the CSV hold the same figures for a reader
that needs structure.
"""

from dataclasses import replace
from typing import Any

from app.export.cells import Cell, Unit
from app.export.charts import (
    CHART_NOTE,
    advice_chart,
    months_chart,
    reasons_chart,
    workplaces_chart,
    workplaces_note,
)
from app.export.definitions import INTERNAL
from app.export.drawing import Look
from app.export.fonts import BOLD, SEMI_BOLD, register_fonts
from app.export.long_tables import shortened
from app.export.pdf_document import build_pdf
from app.export.pdf_parts import headline, sentences
from app.export.pdf_style import (
    MUTED,
    SMALL_SIZE,
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
from app.export.report import Report
from app.models.words import short_date
from app.texts import Text

_CHART = Look(width=TEXT_WIDTH, font_size=8)
_NAMED_PLACES = 8
_MONTHS_TABLE = 165
_MONTHS_HEIGHT = 205
_NO_SIDES = (("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0))
_COLUMN_GAP = 22


def to_pdf(report: Report) -> bytes:
    """Return the report as A4 pages. The same report gives the same bytes.

    Of tables with more lines than anybody reads on paper the largest ones are printed.
    """
    register_fonts()
    tables = tuple(shortened(table, report.language) for table in report.tables)
    report = replace(report, tables=tables)
    story = [
        *_cover(report),
        *_section(report, "contacts", text_share=0.7),
        *_section(report, "key_figures"),
        *_section(report, "reasons_by_group", chart=reasons_chart(report, _CHART)),
        *_section(report, "advice_top", chart=advice_chart(report, _CHART)),
        *_months(report),
        *_section(report, "visits", text_share=0.2),
        *_workplaces(report),
        *_plan(report),
        *_small_tables(
            report,
            Text("Unikke personer", "Unique persons"),
            ("gender", "age"),
            ("sector", "role"),
        ),
        *_small_tables(
            report,
            Text("Alle henvendelser", "All inquiries"),
            ("roles", "sick_leave", "channels"),
        ),
        *_section(report, "reasons_by_code", text_share=0.62),
        *_section(report, "advice"),
        *_activities(report),
        *_cases(report),
        *_corrections(report),
        *_definitions(report),
    ]
    return build_pdf(
        story, title=report.title, author=report.project, language=report.language, demo=report.demo
    )


def _cover(report: Report) -> list[Any]:
    from reportlab.platypus import Spacer

    language = report.language
    period = report.period.label.in_language(language)
    made = Text("Opgjort {day}", "Counted on {day}").format(day=short_date(report.made_on))
    flowables = [
        paragraph(report.project, style(11, MUTED, SEMI_BOLD, spaceAfter=2)),
        paragraph(period[:1].upper() + period[1:], style(24, TEXT, BOLD, leading=30)),
        paragraph(_places(report), style(10, TEXT, spaceBefore=2)),
        paragraph(
            f"{made.in_language(language)} · {INTERNAL.in_language(language)}",
            style(SMALL_SIZE, TEXT, spaceBefore=2),
        ),
    ]
    flowables += [paragraph(note, style(SMALL_SIZE, TEXT, spaceBefore=2)) for note in report.notes]
    if report.demo:
        demo = Text(
            "DEMO: alle personer og henvendelser er opdigtede.",
            "DEMO: all persons and inquiries are invented.",
        )
        look = style(10, WARNING, SEMI_BOLD, spaceBefore=6)
        flowables.append(paragraph(demo.in_language(language), look))
    return [*flowables, Spacer(1, 12), _headline(report)]


def _places(report: Report) -> str:
    """Return the chosen workplaces: their names, or how many where the names would fill a page."""
    names = report.workplace_names
    if not names:
        return Text("Alle arbejdspladser", "All workplaces").in_language(report.language)
    if len(names) <= _NAMED_PLACES:
        return ", ".join(names)
    some = Text(
        "{count} arbejdspladser, som står i tabellen »{table}«",
        "{count} workplaces, named in the table “{table}”",
    )
    title = report.table("by_workplace").title
    return some.format(count=len(names), table=title).in_language(report.language)


def _headline(report: Report) -> Any:
    """Return the five figures that most readers want, large."""
    tally, language = report.tally, report.language
    rate = report.table("visits").rows[0].cells[-1]
    figures: tuple[tuple[Text, Cell, Unit], ...] = (
        (Text("henvendelser", "inquiries"), tally.contacts.all, Unit.COUNT),
        (Text("unikke personer", "unique persons"), tally.contacts.first, Unit.COUNT),
        (Text("gengangere", "returning"), tally.contacts.returning, Unit.COUNT),
        (Text("fremmøder", "visits"), tally.visits.held, Unit.COUNT),
        (Text("henv. pr. time", "inquiries per hour"), rate, Unit.RATE),
    )
    return headline(
        [(name.in_language(language), value, unit) for name, value, unit in figures], language
    )


def _section(
    report: Report,
    key: str,
    *,
    chart: Any = None,
    text_share: float | None = None,
) -> list[Any]:
    """Return a heading, what is counted, the chart where there is one, and the table."""
    from reportlab.platypus import KeepTogether, Spacer

    table = report.table(key)
    share = {} if text_share is None else {"text_share": text_share}
    head = [heading(table.title, key), caption(table.universe)]
    if chart is not None:
        note = CHART_NOTE.in_language(report.language)
        head = [heading(table.title, key), caption(f"{table.universe} {note}")]
        head += [Spacer(1, 2), chart, Spacer(1, 4)]
    if key == "key_figures":
        body = sentences(table, report.language)
    else:
        body = figures_table(table, report.language, **share)
    return [KeepTogether([*head, body])]


def _months(report: Report) -> list[Any]:
    """Return the line of the 12 months with its table beside it."""
    from reportlab.platypus import KeepTogether

    table = report.table("twelve_months")
    width = TEXT_WIDTH - _MONTHS_TABLE - _COLUMN_GAP
    look = Look(width, _CHART.font_size, height=_MONTHS_HEIGHT)
    side_by_side = grid(
        [[months_chart(report, look), figures_table(table, report.language, _MONTHS_TABLE)]],
        [TEXT_WIDTH - _MONTHS_TABLE, _MONTHS_TABLE],
        *_NO_SIDES,
    )
    head = [heading(table.title, table.key), caption(table.universe)]
    return [KeepTogether([*head, side_by_side])]


def _workplaces(report: Report) -> list[Any]:
    """Return the chart of the workplaces and their table, on one page where they fit."""
    from reportlab.platypus import KeepTogether, Spacer

    table = report.table("by_workplace")
    flowables = [
        heading(table.title, table.key),
        caption(f"{table.universe} {workplaces_note(report)}"),
        Spacer(1, 2),
        workplaces_chart(report, _CHART),
        Spacer(1, 4),
        figures_table(table, report.language, text_share=0.42),
    ]
    return [KeepTogether(flowables)]


def _plan(report: Report) -> list[Any]:
    """Return what was planned, and what the held visits were worth, where there is any."""
    parts = []
    if report.has_plan:
        parts += _section(report, "planned", text_share=0.2)
        parts += _section(report, "planned_by_workplace", text_share=0.2)
    if report.tally.presence:
        parts += _section(report, "presence", text_share=0.45)
    return parts


def _activities(report: Report) -> list[Any]:
    """Return the activities, where there are any."""
    if not report.has_activities:
        return []
    tables = ("activities", "activities_by_workplace", "topics")
    return [part for key in tables for part in _section(report, key)]


def _cases(report: Report) -> list[Any]:
    """Return the referrals and the follow-ups, where there are any."""
    parts = []
    if report.has_referrals:
        for key in ("referrals", "referrals_by_state", "referral_outcomes"):
            parts += _section(report, key)
    return [*parts, *(_section(report, "followups") if report.has_followups else [])]


def _corrections(report: Report) -> list[Any]:
    """Return what was restated of earlier months, and what changed since the month was closed.

    Such a table can be longer than a page, so it is not kept together.
    """
    parts = []
    for table in report.corrections:
        parts += [heading(table.title, table.key), caption(table.universe)]
        parts.append(figures_table(table, report.language, text_share=0.72))
    return parts


def _small_tables(report: Report, title: Text, *rows: tuple[str, ...]) -> list[Any]:
    """Return small tables that share a universe, those of each row beside each other."""
    from reportlab.platypus import KeepTogether

    grids = []
    for keys in rows:
        width = (TEXT_WIDTH - _COLUMN_GAP * (len(keys) - 1)) / len(keys)
        share = 0.46 if len(keys) == 2 else 0.54
        tables = [figures_table(report.table(key), report.language, width, share) for key in keys]
        widths = [width + _COLUMN_GAP] * (len(keys) - 1) + [width]
        grids.append(grid([tables], widths, *_NO_SIDES, ("BOTTOMPADDING", (0, 0), (-1, -1), 12)))
    first = rows[0][0]
    head = [
        heading(title.in_language(report.language), first),
        caption(report.table(first).universe),
    ]
    return [KeepTogether([*head, *grids])]


def _definitions(report: Report) -> list[Any]:
    from reportlab.platypus import KeepTogether

    table = report.table("definitions")
    head = [heading(table.title, table.key), caption(table.universe)]
    return [KeepTogether([*head, sentences(table, report.language)])]
