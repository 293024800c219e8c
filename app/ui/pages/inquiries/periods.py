"""The periods that the list can be narrowed to with one choice."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from app.models.periods import Period, monday, months_back

translate = QCoreApplication.translate

ALL, OWN = "all", "own"

Days = tuple[date | None, date | None]


def period_choices() -> list[tuple[str, str]]:
    """Return the keys of the periods with their names, in the order offered."""
    return [
        (ALL, translate("Inquiries", "Hele perioden")),
        ("today", translate("Inquiries", "I dag")),
        ("week", translate("Inquiries", "Denne uge")),
        ("month", translate("Inquiries", "Denne måned")),
        ("last_month", translate("Inquiries", "Sidste måned")),
        ("year", translate("Inquiries", "I år")),
        ("last_year", translate("Inquiries", "Sidste år")),
        (OWN, translate("Inquiries", "Fra … til …")),
    ]


def days_of(key: str, today: date) -> Days:
    """Return the first and last day of a period; None is an open end."""
    if key == "today":
        return today, today
    if key == "week":
        return monday(today), monday(today) + timedelta(days=6)
    if key in ("month", "last_month"):
        month = Period.month(months_back(today, 1 if key == "last_month" else 0))
        return month.first, month.last
    if key in ("year", "last_year"):
        year = today.year - (key == "last_year")
        return date(year, 1, 1), date(year, 12, 31)
    return None, None


def key_of(days: Days, today: date) -> str:
    """Return the key of the period with these days, the own period if there is no other."""
    for key, _ in period_choices():
        if key != OWN and days_of(key, today) == days:
            return key
    return OWN
