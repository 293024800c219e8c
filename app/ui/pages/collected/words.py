"""What the lead's grid says of a month of a laptop: always an icon and a word, never a colour alone."""

from PySide6.QtCore import QCoreApplication

from app.models.periods import month_name, parse_month, short_month
from app.models.team.lead_status import Arrived, LaptopRow, MonthCell, state_words
from app.models.words import short_date, whole_number
from app.texts import Language
from app.ui.pages.collected.reading import Collected
from app.ui.pages.collected.whose import Whose

translate = QCoreApplication.translate

ICONS: dict[Arrived, tuple[str, str]] = {
    Arrived.NOT_EXPECTED: ("", "muted"),
    Arrived.NOT_OVER: ("", "muted"),
    Arrived.AWAITED: ("mail", "muted"),
    Arrived.LATE: ("warning", "warn.text"),
    Arrived.SENT: ("check", "good.text"),
    Arrived.SENT_LATE: ("check", "muted"),
}
"""The icon of each state and the role of its colour; none where nothing is expected."""


def heading(month: str, language: Language) -> str:
    """Return a month as the heading of a narrow column."""
    day = parse_month(month).first
    return f"{short_month(day).in_language(language)} {day:%y}"


def cell_text(cell: MonthCell, language: Language) -> str:
    """Return what stands in the grid."""
    return state_words(cell).in_language(language)


def cell_details(row: LaptopRow, whose: Whose | None, cell: MonthCell, language: Language) -> str:
    """Return all there is to know of one month of one laptop, as one sentence."""
    month = month_name(parse_month(cell.month).first).in_language(language)
    parts = [_in_full(row, cell, whose, language)]
    if cell.received_on is not None:
        said = translate("Collected", "modtaget {day}")
        parts.append(said.format(day=short_date(cell.received_on)))
        counted = translate("Collected", "henvendelser: {contacts}, personer: {persons}")
        parts.append(
            counted.format(contacts=whole_number(cell.contacts), persons=whole_number(cell.persons))
        )
    return f"{who(row, whose)}, {month}: {', '.join(parts)}"


def who(row: LaptopRow, whose: Whose | None) -> str:
    """Return whose laptop it is: the name with the initials, or what there is of them."""
    if whose is not None:
        # Where two have the same initials, or the same name, the model knows how to tell them apart.
        return f"{whose.name} ({row.initials})" if row.called == row.initials else row.called
    return row.initials or row.source[:8]


def remarks(row: LaptopRow, whose: Whose | None) -> str:
    """Return what is wrong with a laptop's letters, or nothing."""
    parts = []
    if whose is None:
        parts.append(translate("Collected", "ikke på deltagerlisten"))
    elif whose.revoked_on is not None:
        said = translate("Collected", "spærret {day}")
        parts.append(said.format(day=short_date(whose.revoked_on)))
    if row.forked:
        said = translate("Collected", "breve, der modsiger andre: {count}")
        parts.append(said.format(count=row.forked))
    if row.gaps:
        said = translate("Collected", "breve, der ikke er nået frem: mindst {count}")
        parts.append(said.format(count=len(row.gaps)))
    return " · ".join(parts)


def unshared_words(read: Collected) -> str:
    """Return what the counsellors do not have yet of what the lead signed, and what to do about it."""
    both = read.unpublished.roster and read.unpublished.package
    if both:
        what = translate("Collected", "Deltagerlisten og projektpakken er ikke delt endnu.")
    elif read.unpublished.roster:
        what = translate("Collected", "Den nye deltagerliste er ikke delt endnu.")
    else:
        what = translate("Collected", "Den nye projektpakke er ikke delt endnu.")
    if read.place is not None:
        how = translate(
            "Collected",
            "»Send og hent nu« lægger det, hvor vejlederne henter det; ellers sendes det, næste gang "
            "stedet kan nås.",
        )
    else:
        how = translate(
            "Collected",
            "Vælg det fælles sted, eller gem det som filer, og send dem til vejlederne.",
        )
    return f"{what} {how}"


def _in_full(row: LaptopRow, cell: MonthCell, whose: Whose | None, language: Language) -> str:
    """Return how a month stands; where it is not expected, why."""
    if cell.state is not Arrived.NOT_EXPECTED:
        return cell_text(cell, language)
    if row.known:
        return translate("Collected", "ventes ikke; den er fra før computerens første måned her")
    if whose is not None:
        return translate("Collected", "ventes ikke, for computeren er spærret")
    return translate("Collected", "ventes ikke, for computeren står ikke på deltagerlisten")
