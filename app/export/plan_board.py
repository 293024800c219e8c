"""The notice board of one workplace: when and where the counsellor sits, to hang up."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from app.export.fonts import BOLD, SEMI_BOLD, register_fonts
from app.export.pdf_document import build_pdf
from app.export.pdf_style import (
    ACCENT,
    HAIRLINE,
    MUTED,
    TEXT,
    TEXT_WIDTH,
    WARNING,
    grid,
    paragraph,
    style,
)
from app.export.plan_rows import PlanRow, brief
from app.export.plan_table import PlanSheet
from app.models.closures import Closure
from app.models.periods import MONTHS
from app.models.plan_words import time_span
from app.models.types import Profession
from app.models.words import PROFESSIONS, weekday
from app.texts import Text

_TITLE = Text("Vejlederen sidder her", "The counsellor is here")
_PURPOSE = Text(
    "Kom forbi, hvis noget er ved at blive for meget: en dårlig ryg, dårlig søvn, stress, familien,"
    " eller reglerne om sygdom og arbejde. Vi finder sammen ud af, hvad der kan hjælpe, og du"
    " behøver hverken at bestille tid eller at sige, hvem du er.",
    "Come by when something is getting too much: a bad back, poor sleep, stress, the family, or the"
    " rules about illness and work. Together we find out what can help, and you need neither an"
    " appointment nor to say who you are.",
)
_MEET = Text("Du møder", "You will meet")
_NONE = Text("Der er ingen fremmøder i perioden.", "There is no counsellor here in the period.")
_CANCELLED = Text("aflyst", "cancelled")
_DEMO = Text("DEMO: alt i planen er opdigtet.", "DEMO: everything in the plan is invented.")
_DATE_SHARE, _TIME_SHARE = 0.4, 0.23
_MANY_LINES = 8


def to_board(sheet: PlanSheet) -> bytes:
    """Return an A4 page in large letters, or more where the period is long.

    It shows the visits of the workplace; one that is cancelled or falls on a closed day stays, so
    that nobody waits. The counsellors stand with their names, which are meant for the board; what
    was typed about a closed day is not.
    """
    register_fonts()
    language = sheet.language
    rows = _without_closed_twice([row for row in sheet.rows if row.is_visit])
    period = sheet.period.label.in_language(language)
    story = [
        paragraph(sheet.project, style(12, MUTED, SEMI_BOLD, spaceAfter=6)),
        paragraph(_TITLE.in_language(language), style(36, ACCENT, BOLD, leading=43)),
        paragraph(
            brief(" ".join(sheet.workplace_names)), style(22, TEXT, BOLD, leading=28, spaceBefore=4)
        ),
        paragraph(f"{period[:1].upper()}{period[1:]}", style(13, MUTED, leading=18, spaceBefore=2)),
        paragraph(
            _PURPOSE.in_language(language),
            style(13, TEXT, leading=20, spaceBefore=12, spaceAfter=16),
        ),
    ]
    if sheet.demo:
        story.append(
            paragraph(_DEMO.in_language(language), style(11, WARNING, SEMI_BOLD, spaceAfter=10))
        )
    if rows:
        story.append(_dates(rows, sheet))
        story.extend(_people(rows, sheet))
    else:
        story.append(paragraph(_NONE.in_language(language), style(15, TEXT, leading=21)))
    return build_pdf(
        story,
        title=f"{' '.join(sheet.workplace_names)} · {sheet.title}",
        author=sheet.project,
        language=language,
        demo=sheet.demo,
    )


def _dates(rows: Sequence[PlanRow], sheet: PlanSheet) -> Any:
    from reportlab.lib.colors import HexColor

    large, strong = style(15, TEXT, leading=20), style(15, TEXT, SEMI_BOLD, leading=20)
    off, cancelled = style(15, MUTED, leading=20), style(15, WARNING, SEMI_BOLD, leading=20)
    several = len({row.counsellors for row in rows if not row.is_off}) > 1
    many_years = len({row.day.year for row in rows}) > 1
    lines: list[list[Any]] = []
    spans: list[tuple[Any, ...]] = []
    year = None
    for row in rows:
        if many_years and row.day.year != year:
            year = row.day.year
            spans.append(("SPAN", (0, len(lines)), (-1, len(lines))))
            lines.append(
                [paragraph(str(year), style(12, ACCENT, SEMI_BOLD, spaceBefore=6)), "", ""]
            )
        time = time_span(row.start, row.end)
        if row.closure is not None:
            spans.append(("SPAN", (1, len(lines)), (-1, len(lines))))
            nobody = paragraph(_nobody(row.closure).in_language(sheet.language), off)
            lines.append([paragraph(_day(row, sheet), off), nobody, ""])
        elif row.is_off:
            word = paragraph(_CANCELLED.in_language(sheet.language), cancelled)
            lines.append([paragraph(_day(row, sheet), off), paragraph(time, off), word])
        else:
            where = _place(row, sheet, large, several=several)
            lines.append([paragraph(_day(row, sheet), strong), paragraph(time, large), where])
    # Eight weeks of visits are to stand on one page.
    above = 6 if len(lines) < _MANY_LINES else 3
    widths = [_DATE_SHARE, _TIME_SHARE, 1 - _DATE_SHARE - _TIME_SHARE]
    return grid(
        lines,
        [share * TEXT_WIDTH for share in widths],
        ("LINEABOVE", (0, 0), (-1, 0), 1, HexColor(ACCENT)),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, HexColor(HAIRLINE)),
        ("TOPPADDING", (0, 0), (-1, -1), above),
        ("BOTTOMPADDING", (0, 0), (-1, -1), above + 2),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        *spans,
    )


def _without_closed_twice(rows: Sequence[PlanRow]) -> list[PlanRow]:
    """Return the rows with one for a closed day, also where several visits would fall on it."""
    closed: set[date] = set()
    shown = []
    for row in rows:
        if row.closure is None or row.day not in closed:
            shown.append(row)
        if row.closure is not None:
            closed.add(row.day)
    return shown


def _nobody(closure: Closure) -> Text:
    why = closure.public_words
    return Text("intet fremmøde ({why})", "nobody here ({why})").format(why=why)


def _day(row: PlanRow, sheet: PlanSheet) -> str:
    month, name = MONTHS[row.day.month - 1], weekday(row.day)
    if sheet.language == "da":
        return f"{name.da} {row.day.day}. {month.da}".capitalize()
    return f"{name.en} {row.day.day} {month.en}"


def _place(row: PlanRow, sheet: PlanSheet, look: Any, *, several: bool) -> list[Any]:
    """Return the room, below it the shift, and who comes where that is not always the same."""
    small = style(10, MUTED, leading=14)
    lines = [paragraph(row.place, look)] if row.place else []
    notes = [row.shift_words(sheet.language)] if row.shift else []
    if several:
        notes.append(brief(", ".join(sheet.people[who].name for who in row.counsellors)))
    if notes:
        lines.append(paragraph(" · ".join(notes), small if lines else look))
    return lines


def _people(rows: Sequence[PlanRow], sheet: PlanSheet) -> list[Any]:
    """Return the names and professions of those who come, who comes first before the others."""
    coming = dict.fromkeys(who for row in rows if not row.is_off for who in row.counsellors)
    if not coming:
        return []
    lines = [
        paragraph(
            _MEET.in_language(sheet.language),
            style(12, ACCENT, SEMI_BOLD, spaceBefore=20, spaceAfter=4, keepWithNext=1),
        )
    ]
    for initials in coming:
        who = sheet.people[initials]
        profession = PROFESSIONS[who.profession].in_language(sheet.language).lower()
        # That somebody is of another profession than those in the list tells nobody anything.
        told = who.name if who.profession is Profession.OTHER else f"{who.name}, {profession}"
        lines.append(paragraph(told, style(15, TEXT, leading=22)))
    return lines
