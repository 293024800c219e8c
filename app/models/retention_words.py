"""What retention is called, for the window and the command line alike."""

from app.models.case_types import RetentionPeriod, RetentionSubject
from app.models.retention_due import Due
from app.models.retention_erasing import Disposal
from app.models.retention_periods import Standing
from app.models.words import short_date, whole_number
from app.texts import Text

SUBJECTS = {
    RetentionSubject.PERSON: Text("Personer", "Persons"),
    RetentionSubject.NOTE: Text("Private noter", "Private notes"),
    RetentionSubject.FOLLOWUP: Text("Opfølgninger", "Follow-ups"),
    RetentionSubject.REFERRAL: Text("Henvisninger", "Referrals"),
    RetentionSubject.HISTORY: Text("Gamle værdier i historikken", "Old values in the history"),
}
MEANINGS = {
    RetentionSubject.PERSON: Text(
        "Fra den sidste henvendelse, hvis ingen opfølgning eller henvisning er åben. Personen slettes"
        " for altid, og henvendelserne tælles stadig.",
        "From the last inquiry, if no follow-up or referral is open. The person is erased for good,"
        " and the inquiries still count.",
    ),
    RetentionSubject.NOTE: Text(
        "Fra henvendelsen. Noten tømmes, og henvendelsen bliver.",
        "From the inquiry. The note is emptied, and the inquiry stays.",
    ),
    RetentionSubject.FOLLOWUP: Text(
        "Fra den dag, opfølgningen blev gjort. Teksten tømmes, og opfølgningen tælles stadig.",
        "From the day on which it was done. The text is emptied, and the follow-up still counts.",
    ),
    RetentionSubject.REFERRAL: Text(
        "Fra den dag, henvisningen sluttede. Teksterne tømmes, og henvisningen tælles stadig.",
        "From the day on which it ended. The texts are emptied, and the referral still counts.",
    ),
    RetentionSubject.HISTORY: Text(
        "Fra den dag, der blev rettet. Det, der stod før, slettes; hvem der rettede og hvornår, kan"
        " stadig ses.",
        "From the day of the change. What stood there before is erased; who changed it and when can"
        " still be seen.",
    ),
}
"""From when the months count, and what goes."""

STANDINGS = {
    Standing.EARLIER: Text("tidligere", "earlier"),
    Standing.HOLDS: Text("gælder i dag", "holds today"),
    Standing.COMING: Text("kommende", "coming"),
}
NO_PERIOD = Text("ingen periode: intet udløber", "no period: nothing runs out")
NOBODY_DECIDED = Text(
    "Kommunen har ikke fastsat nogen periode endnu.",
    "The municipality has not set any period yet.",
)
NOTHING_DUE = Text("Intet har overskredet sin periode.", "Nothing is past its period.")

_SINCE = {
    RetentionSubject.PERSON: Text("person, senest her {day}", "person, last here {day}"),
    RetentionSubject.NOTE: Text("note fra {day}", "note of {day}"),
    RetentionSubject.FOLLOWUP: Text("opfølgning gjort {day}", "follow-up done {day}"),
    RetentionSubject.REFERRAL: Text("henvisning slut {day}", "referral ended {day}"),
    RetentionSubject.HISTORY: Text("ændringer siden {day}", "changes since {day}"),
}
_ANONYMOUS = Text("Anonym", "Anonymous")


def period_words(period: RetentionPeriod) -> Text:
    """Return how long, from which day, and by which law."""
    months, day = whole_number(period.months), short_date(period.valid_from)
    return Text(
        f"{months} {'måned' if period.months == 1 else 'måneder'} fra {day} · {period.legal_basis}",
        f"{months} {'month' if period.months == 1 else 'months'} from {day} · {period.legal_basis}",
    )


def due_words(due: Due) -> Text:
    """Return what has run out, since when it was kept, and when the period was over."""
    who = Text(due.person, due.person) if due.person else _ANONYMOUS
    if due.subject is RetentionSubject.HISTORY:
        count = whole_number(due.count)
        who = Text(f"Gamle værdier: {count}", f"Old values: {count}")
    since = _SINCE[due.subject].format(day=short_date(due.since))
    over = Text("udløb {day}", "ran out {day}").format(day=short_date(due.until))
    return Text(" · ".join((who.da, since.da, over.da)), " · ".join((who.en, since.en, over.en)))


def disposal_words(done: Disposal) -> Text:
    """Return what was deleted, in numbers."""
    counts = (
        (done.persons, Text("personer: {n}", "persons: {n}")),
        (done.notes, Text("noter: {n}", "notes: {n}")),
        (done.followups, Text("opfølgninger: {n}", "follow-ups: {n}")),
        (done.referrals, Text("henvisninger: {n}", "referrals: {n}")),
        (done.changes, Text("gamle værdier: {n}", "old values: {n}")),
    )
    told = [text.format(n=whole_number(number)) for number, text in counts if number]
    return Text(
        f"Slettet: {', '.join(text.da for text in told)}",
        f"Erased: {', '.join(text.en for text in told)}",
    )
