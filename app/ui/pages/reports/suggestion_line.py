"""A suggestion for the plan as one figure: where, what to do, and what it rests on."""

from app.export.cells import Unit, shown
from app.models.plan_advice import Suggestion
from app.models.plan_words import WEEKDAYS
from app.models.words import SHIFTS
from app.texts import Language, Text
from app.ui.pages.reports.figures import Figure

_BEHIND = Text(
    "{visits} fremmøder, {hours} timer, {contacts} henvendelser; mellem {low} og {high} pr. time.",
    "{visits} visits, {hours} hours, {contacts} inquiries; between {low} and {high} an hour.",
)


def suggestion_line(suggestion: Suggestion, language: Language) -> Figure:
    """Return the rate as the value, the place and time as the name, the rest as the meaning."""
    figures = suggestion.figures
    parts = [
        suggestion.workplace,
        SHIFTS[suggestion.shift].in_language(language).lower() if suggestion.shift else "",
        WEEKDAYS[suggestion.weekday - 1].in_language(language),
    ]
    behind = _BEHIND.in_language(language).format(
        visits=shown(figures.visits, Unit.COUNT, language),
        hours=shown(figures.minutes, Unit.HOURS, language),
        contacts=shown(figures.contacts, Unit.COUNT, language),
        low=shown(figures.low, Unit.RATE, language),
        high=shown(figures.high, Unit.RATE, language),
    )
    return Figure(
        ", ".join(part for part in parts if part),
        shown(figures.per_100_hours, Unit.RATE, language),
        f"{suggestion.text.in_language(language)} {behind}",
    )
