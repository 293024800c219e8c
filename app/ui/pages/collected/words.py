"""What the lead's grid says of a month of a laptop: always an icon and a word, never a colour alone."""

from PySide6.QtCore import QCoreApplication

from app.models.periods import month_name, parse_month, short_month
from app.models.team.lead_status import Arrived, LaptopRow, MonthCell, state_words
from app.models.words import short_date, whole_number
from app.texts import Language

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


def cell_details(row: LaptopRow, cell: MonthCell, language: Language) -> str:
    """Return all there is to know of one month of one laptop, as one sentence."""
    month = month_name(parse_month(cell.month).first).in_language(language)
    parts = [cell_text(cell, language)]
    if cell.received_on is not None:
        said = translate("Collected", "modtaget {day}")
        parts.append(said.format(day=short_date(cell.received_on)))
        counted = translate("Collected", "henvendelser: {contacts}, personer: {persons}")
        parts.append(
            counted.format(contacts=whole_number(cell.contacts), persons=whole_number(cell.persons))
        )
    return f"{who(row)}, {month}: {', '.join(parts)}"


def who(row: LaptopRow) -> str:
    """Return whose laptop it is."""
    return row.called


def remarks(row: LaptopRow) -> str:
    """Return what is wrong with a laptop's letters, or nothing."""
    parts = []
    if not row.known:
        parts.append(translate("Collected", "ikke på deltagerlisten"))
    if row.forked:
        parts.append(translate("Collected", "modstridende: {count}").format(count=row.forked))
    if row.gaps:
        listed = ", ".join(map(str, row.gaps[:5])) + (" …" if len(row.gaps) > 5 else "")
        parts.append(translate("Collected", "brev {numbers} mangler").format(numbers=listed))
    return " · ".join(parts)
