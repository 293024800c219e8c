"""The plan of several workplaces as a PDF to print: a table for every week."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from app.export.fonts import BOLD, SEMI_BOLD, register_fonts
from app.export.pdf_document import build_pdf
from app.export.pdf_style import (
    ACCENT,
    HAIRLINE,
    MUTED,
    SMALL_SIZE,
    TEXT,
    TEXT_WIDTH,
    WARNING,
    grid,
    paragraph,
    style,
)
from app.export.plan_rows import PlanRow, brief
from app.export.plan_table import PlanSheet
from app.models.periods import monday
from app.models.plan_words import short_weekday, time_span, week_of
from app.models.words import short_date
from app.texts import Language, Text

_HEADS = (
    Text("Dag", "Day"),
    Text("Tid", "Time"),
    Text("Arbejdsplads", "Workplace"),
    Text("Sted", "Place"),
    Text("Vejledere", "Counsellors"),
    Text("Status", "Status"),
)
_SHARES = (0.15, 0.125, 0.235, 0.205, 0.11, 0.175)
_PADDING = 4
_TITLE = Text("Fremmødeplan", "Presence plan")
_MADE = Text("Lavet {day}", "Made on {day}")
_NOTHING = Text("Der er intet i planen i perioden.", "There is nothing in the plan in the period.")
_DEMO = Text("DEMO: alt i planen er opdigtet.", "DEMO: everything in the plan is invented.")


def to_pdf(sheet: PlanSheet) -> bytes:
    """Return the plan as A4 pages. The same plan gives the same bytes."""
    register_fonts()
    story = cover(sheet, _TITLE.in_language(sheet.language), sheet.chosen)
    if not sheet.rows:
        story.append(paragraph(_NOTHING.in_language(sheet.language), style(11)))
    for week, members in groupby(sheet.rows, key=lambda row: monday(row.day)):
        name = week_of(week).in_language(sheet.language)
        story.append(_week_heading(f"{name[:1].upper()}{name[1:]}, {week.isocalendar().year}"))
        story.append(_week_table(tuple(members), sheet.language))
    return build_pdf(
        story, title=sheet.title, author=sheet.project, language=sheet.language, demo=sheet.demo
    )


def cover(sheet: PlanSheet, title: str, subtitle: str) -> list[Any]:
    """Return the top of the first page: project, title, what was chosen, when it was made."""
    language = sheet.language
    made = _MADE.format(day=short_date(sheet.made_on)).in_language(language)
    period = sheet.period.label.in_language(language)
    lines = [
        paragraph(sheet.project, style(11, MUTED, SEMI_BOLD, spaceAfter=2)),
        paragraph(title, style(24, TEXT, BOLD, leading=30)),
        paragraph(subtitle, style(10, TEXT, spaceBefore=2)),
        paragraph(
            f"{period[:1].upper()}{period[1:]} · {made}", style(SMALL_SIZE, MUTED, spaceBefore=2)
        ),
    ]
    if sheet.demo:
        lines.append(
            paragraph(_DEMO.in_language(language), style(10, WARNING, SEMI_BOLD, spaceBefore=6))
        )
    return lines


def _week_heading(text: str) -> Any:
    flowable = paragraph(
        text, style(12, ACCENT, SEMI_BOLD, spaceBefore=14, spaceAfter=2, keepWithNext=1)
    )
    flowable.bookmark = (text, text)
    return flowable


def _week_table(rows: Sequence[PlanRow], language: Language) -> Any:
    from reportlab.lib.colors import HexColor

    head, body, off = style(SMALL_SIZE, MUTED, SEMI_BOLD), style(), style(colour=MUTED)
    lines = [[paragraph(name.in_language(language), head) for name in _HEADS]]
    for row in rows:
        look = off if row.is_off else body
        lines.append([paragraph(text, look) for text in _cells(row, language)])
    return grid(
        lines,
        [share * TEXT_WIDTH for share in _SHARES],
        ("LINEBELOW", (0, 0), (-1, 0), 0.75, HexColor(MUTED)),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, HexColor(HAIRLINE)),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        repeatRows=1,
    )


def _cells(row: PlanRow, language: Language) -> list[str]:
    where = ", ".join(row.workplaces)
    if not row.is_visit:
        where = ": ".join(part for part in (row.kind_words.in_language(language), where) if part)
    shift = row.shift_words(language)
    return [
        f"{short_weekday(row.day).in_language(language)} {short_date(row.day)}",
        time_span(row.start, row.end),
        brief(where),
        ", ".join(part for part in (row.place, shift.lower()) if part),
        ", ".join(row.counsellors),
        row.state.in_language(language),
    ]
