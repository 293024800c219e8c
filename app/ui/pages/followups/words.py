"""How an open promise is told in words."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.models.promises import Due, Promise
from app.models.words import grouped_phone, short_date

translate = QCoreApplication.translate


def title(promise: Promise) -> str:
    """Return what was promised; a promise without words is a call back."""
    return promise.followup.text.strip() or translate("Promises", "Følg op")


def about(promise: Promise) -> str:
    """Return whom it concerns and when it was promised, in one line."""
    parts = [promise.person, grouped_phone(promise.phone), promise.workplace]
    if promise.inquiry_on is not None:
        parts.append(
            translate("Promises", "aftalt {date}").format(date=short_date(promise.inquiry_on))
        )
    return " · ".join(part for part in parts if part) or translate(
        "Promises", "Uden person og arbejdsplads"
    )


def due_words(day: date, today: date) -> str:
    """Return how far away a due date is."""
    days = (day - today).days
    if days == 0:
        return translate("Promises", "i dag")
    if days == 1:
        return translate("Promises", "i morgen")
    if days > 1:
        return translate("Promises", "om {days} dage").format(days=days)
    return (
        translate("Promises", "1 dag over tid")
        if days == -1
        else translate("Promises", "{days} dage over tid").format(days=-days)
    )


def group_title(due: Due) -> str:
    """Return the heading of a group of promises."""
    return {
        Due.LATE: translate("Promises", "Over tid"),
        Due.TODAY: translate("Promises", "I dag"),
        Due.THIS_WEEK: translate("Promises", "Resten af ugen"),
        Due.LATER: translate("Promises", "Senere"),
    }[due]
