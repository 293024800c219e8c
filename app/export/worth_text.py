"""What the presence of a period brought, as lines for a terminal."""

import textwrap
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.export.cells import Column, Row, Table, Unit
from app.export.plain_text import WIDTH, table_lines
from app.export.table_source import TOTAL, rate
from app.export.visit_tables import HOURS, PER_HOUR, VISITS, WORKPLACE
from app.models.periods import Period
from app.models.plan_advice import Suggestion, Unvisited
from app.models.plan_words import WEEKDAYS
from app.models.universes import universe_texts
from app.models.visit_tallies import rate_limits
from app.models.words import SHIFTS, short_date
from app.models.worth import PresenceWorth
from app.texts import Language, Text

_DEMO = Text("DEMO: opdigtede data", "DEMO: invented data")
_TITLE = Text("Er fremmødet det værd?", "Is the presence worth it?")
_CODE, _SHIFT, _WEEKDAY = Text("Kode", "Code"), Text("Vagt", "Shift"), Text("Ugedag", "Weekday")
_ZERO = Text("Uden henvendelser", "Without inquiries")
_CONTACTS = Text("Henvendelser", "Inquiries")
_LOW, _HIGH = Text("Lavest", "Lowest"), Text("Højest", "Highest")
_NO_VISITS = Text(
    "Der er ingen holdte fremmøder i perioden.", "There are no held visits in the period."
)
_SUGGESTED = Text(
    "Forslag fra de seneste 26 uger: henvendelser pr. time",
    "Suggestions from the last 26 weeks: inquiries per hour",
)
_UNVISITED = Text("Længe uden fremmøde", "Long without a visit")
_SINCE = Text(
    "{workplace}: intet fremmøde i {days} dage, senest {day}.",
    "{workplace}: no visit for {days} days, last on {day}.",
)
_NEVER = Text(
    "{workplace}: intet fremmøde i {days} dage, endnu ingen holdt.",
    "{workplace}: no visit for {days} days, none held yet.",
)


class Worth(NamedTuple):
    """What came of a period, what the last half year suggests, and where nobody has been."""

    project: str
    demo: bool
    period: Period
    figures: tuple[PresenceWorth, ...]
    suggestions: tuple[Suggestion, ...]
    unvisited: tuple[Unvisited, ...]


def to_text(worth: Worth, language: Language) -> str:
    """Return the figures with their method, the suggestions, and the places without visits."""
    label = worth.period.label.in_language(language)
    title = f"{worth.project} · {label}"
    lines = [_DEMO.in_language(language)] if worth.demo else []
    lines += [title, "=" * len(title), ""]
    if worth.figures:
        lines += table_lines(_table(worth.figures, language), language)
    else:
        lines.append(_NO_VISITS.in_language(language))
    lines += _listed(_SUGGESTED, [_suggestion(one) for one in worth.suggestions], language)
    lines += _listed(_UNVISITED, [_waiting(one) for one in worth.unvisited], language)
    return "\n".join(lines) + "\n"


def _table(figures: Sequence[PresenceWorth], language: Language) -> Table:
    titles = (
        (_CODE, Unit.TEXT),
        (WORKPLACE, Unit.TEXT),
        (_SHIFT, Unit.TEXT),
        (_WEEKDAY, Unit.TEXT),
        (VISITS, Unit.COUNT),
        (_ZERO, Unit.COUNT),
        (HOURS, Unit.HOURS),
        (_CONTACTS, Unit.COUNT),
        (PER_HOUR, Unit.RATE),
        (_LOW, Unit.RATE),
        (_HIGH, Unit.RATE),
    )
    return Table(
        "presence",
        _TITLE.in_language(language),
        universe_texts(chosen=False)["presence"].in_language(language),
        tuple(Column(title.en, title.in_language(language), unit) for title, unit in titles),
        tuple(_row(one, language) for one in figures),
        _total(figures, language),
    )


def _row(one: PresenceWorth, language: Language) -> Row:
    cells = (
        one.code,
        one.workplace,
        SHIFTS[one.shift].in_language(language) if one.shift else None,
        WEEKDAYS[one.weekday - 1].in_language(language),
        one.visits,
        one.zero_visits,
        one.minutes,
        one.contacts,
        rate(one.contacts, one.minutes),
        one.low,
        one.high,
    )
    return Row(one.code, cells)


def _total(figures: Sequence[PresenceWorth], language: Language) -> Row:
    visits, zero = sum(one.visits for one in figures), sum(one.zero_visits for one in figures)
    minutes, contacts = sum(one.minutes for one in figures), sum(one.contacts for one in figures)
    low, high = rate_limits(contacts, minutes)
    said = TOTAL.in_language(language)
    per_hour = rate(contacts, minutes)
    return Row("all", (said, "", "", "", visits, zero, minutes, contacts, per_hour, low, high))


def _suggestion(one: Suggestion) -> Text:
    shift = SHIFTS[one.shift] if one.shift else Text("", "")
    where = [
        ", ".join(part for part in (one.workplace, weekday, told.lower()) if part)
        for weekday, told in zip(WEEKDAYS[one.weekday - 1], shift, strict=True)
    ]
    return Text("{where}: {text}", "{where}: {text}").format(where=Text(*where), text=one.text)


def _waiting(one: Unvisited) -> Text:
    words = {"workplace": one.workplace, "days": one.days}
    if one.last_held is None:
        return _NEVER.format(**words)
    return _SINCE.format(**words, day=short_date(one.last_held))


def _listed(title: Text, texts: Sequence[Text], language: Language) -> Iterable[str]:
    if not texts:
        return
    heading = title.in_language(language)
    yield from ("", heading, "-" * len(heading))
    for text in texts:
        told = text.in_language(language)
        yield from textwrap.wrap(told, WIDTH, initial_indent="- ", subsequent_indent="  ")
