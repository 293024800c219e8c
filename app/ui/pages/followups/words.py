"""How an open promise is told in words."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.models.promises import Due, Promise
from app.models.types import PromisedChannel, Repeat
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
    if promise.visit_on is not None:
        parts.append(
            translate("Promises", "fremmøde {date}").format(date=short_date(promise.visit_on))
        )
    return " · ".join(part for part in parts if part) or translate(
        "Promises", "Uden person og arbejdsplads"
    )


def how(promise: Promise) -> str:
    """Return by what channel it is kept and how often it comes back, in one line; perhaps nothing."""
    channels = {
        PromisedChannel.OPEN: "",
        PromisedChannel.WORKPLACE: translate("Promises", "På arbejdspladsen"),
        PromisedChannel.ELSEWHERE: translate("Promises", "Andet sted"),
        PromisedChannel.PHONE: translate("Promises", "Telefon"),
        PromisedChannel.EMAIL: translate("Promises", "E-mail"),
        PromisedChannel.VIDEO: translate("Promises", "Video"),
    }
    repeats = {
        Repeat.NEVER: "",
        Repeat.WEEK: translate("Promises", "hver uge"),
        Repeat.FORTNIGHT: translate("Promises", "hver 2. uge"),
        Repeat.MONTH: translate("Promises", "hver måned"),
        Repeat.QUARTER: translate("Promises", "hvert kvartal"),
    }
    told = (channels[promise.followup.channel], repeats[promise.followup.repeat])
    return " · ".join(filter(None, told))


def kept(promise: Promise) -> str:
    """Return a promise that was kept, with the day."""
    assert promise.followup.done_on is not None
    return translate("Promises", "{text} (gjort {date})").format(
        text=title(promise), date=short_date(promise.followup.done_on)
    )


def done_again(due_on: date | None) -> str:
    """Return what is said when a promise was kept; ``due_on`` is when it is due again, if it is."""
    if due_on is None:
        return translate("Promises", "Opfølgningen er gjort")
    told = translate("Promises", "Opfølgningen er gjort. Den næste er den {date}")
    return told.format(date=short_date(due_on))


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
        Due.LATER: translate("Promises", "Venter"),
    }[due]
