"""The words of month closing: what stands on the check list, and how a closed month is told."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from app.models.words import short_date, weekday
from app.texts import Text

if TYPE_CHECKING:
    from app.models.close_types import MonthClose
    from app.models.month_checks import Check

CHECKS: Mapping[str, tuple[Text, Text]] = {
    "not_over": (
        Text("Måneden er ikke slut.", "The month is not over."),
        Text("Måneden er ikke slut.", "The month is not over."),
    ),
    "no_data": (
        Text("Der er ingen data i måneden", "There are no data in the month"),
        Text("Der er ingen data i måneden", "There are no data in the month"),
    ),
    "running_visit": (
        Text("1 fremmøde er stadig i gang", "1 visit is still running"),
        Text("{count} fremmøder er stadig i gang", "{count} visits are still running"),
    ),
    "unsettled_visit": (
        Text("1 fremmøde er hverken holdt eller aflyst", "1 visit was neither held nor cancelled"),
        Text(
            "{count} fremmøder er hverken holdt eller aflyst",
            "{count} visits were neither held nor cancelled",
        ),
    ),
    "draft": (
        Text("1 kladde er ikke gemt", "1 draft has not been saved"),
        Text("{count} kladder er ikke gemt", "{count} drafts have not been saved"),
    ),
    "no_reason": (
        Text("1 henvendelse mangler en årsag", "1 inquiry has no reason"),
        Text("{count} henvendelser mangler en årsag", "{count} inquiries have no reason"),
    ),
    "not_reported": (
        Text("1 computer har ikke sendt måneden", "1 computer has not sent the month"),
        Text("{count} computere har ikke sendt måneden", "{count} computers have not sent it"),
    ),
    "letter_lost": (
        Text(
            "Breve fra 1 computer er ikke nået frem; de kan handle om måneden",
            "Letters from 1 computer did not arrive; they may tell of the month",
        ),
        Text(
            "Breve fra {count} computere er ikke nået frem; de kan handle om måneden",
            "Letters from {count} computers did not arrive; they may tell of the month",
        ),
    ),
    "earlier_open": (
        Text("1 tidligere måned er stadig åben", "1 earlier month is still open"),
        Text("{count} tidligere måneder er stadig åbne", "{count} earlier months are still open"),
    ),
    "corrected_not_restated": (
        Text(
            "1 lukket måned er rettet, uden at de lukkede tal er rettet",
            "1 closed month was corrected without restating its figures",
        ),
        Text(
            "{count} lukkede måneder er rettet, uden at de lukkede tal er rettet",
            "{count} closed months were corrected without restating their figures",
        ),
    ),
}
"""What each point says of one thing, and of several."""


STATES: Mapping[str, Text] = {
    "not_over": Text("Ikke slut.", "Not over."),
    "open": Text("Åben; der er noget på tjeklisten.", "Open; something is on the check list."),
    "ready": Text("Åben; klar til at lukke.", "Open; ready to be closed."),
    "closed": Text("Lukket.", "Closed."),
    "corrected": Text(
        "Rettet siden på enkelte arbejdspladser.", "Corrected since at single workplaces."
    ),
}
"""Where a month stands."""


SENT = Text("Gjort klar til projektlederen.", "Made ready for the lead.")
"""That a closed month is in a letter to the lead; how far that has come, the outbox says."""


def check_words(check: "Check", count: int) -> Text:
    """Return a point of the check list with how many things were found."""
    one, several = CHECKS[check]
    return one if count == 1 else several.format(count=count)


def visit_line(day: date, workplace: str) -> Text:
    """Return a visit in words: day and workplace."""
    return Text(f"{_day(day).da}, {workplace}", f"{_day(day).en}, {workplace}")


def contact_line(day: date, workplace: str = "") -> Text:
    """Return a contact in words that name nobody: its day, and its workplace where it has one."""
    return visit_line(day, workplace) if workplace else _day(day)


def letters_line(laptop: str, letters: Sequence[int]) -> Text:
    """Return whose letters did not arrive, by their numbers."""
    numbers = ", ".join(map(str, letters))
    return Text(f"{laptop}: brev {numbers}", f"{laptop}: letter {numbers}")


def closed_words(close: "MonthClose", initials: str) -> Text:
    """Return when a month was closed or restated, and by whom."""
    day = short_date(close.closed_on)
    if close.revision == 1:
        told = Text("Lukket {day} af {who}.", "Closed on {day} by {who}.")
    else:
        told = Text(
            "Lukkede tal rettet {day} af {who} (udgave {revision}): {reason}",
            "Closed figures restated on {day} by {who} (revision {revision}): {reason}",
        )
    reason = close.reason
    # Whoever wrote the reason may have ended it; what follows begins a sentence either way.
    ended = reason if reason.endswith((".", "!", "?", "…")) else f"{reason}."
    return told.format(day=day, who=initials, revision=close.revision, reason=ended)


def changed_words(count: int) -> Text:
    """Return how many figures the data would now give differently."""
    if count == 1:
        return Text(
            "Rettet siden månedslukningen: 1 tal.", "Corrected since the month close: 1 figure."
        )
    return Text(
        f"Rettet siden månedslukningen: {count} tal.",
        f"Corrected since the month close: {count} figures.",
    )


def release_words(count: int) -> Text:
    """Return how many releases hold figures of a month: its own, and years to date of later ones."""
    if count == 1:
        return Text("Tal er med i 1 udgivelse.", "Figures are in 1 release.")
    return Text(f"Tal er med i {count} udgivelser.", f"Figures are in {count} releases.")


def _day(day: date) -> Text:
    name = weekday(day)
    return Text(f"{name.da} {short_date(day)}", f"{name.en} {short_date(day)}")
