"""What a row of a promise asks for, done to the store."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.models.promise_rhythm import next_due
from app.models.promises import Promise, snoozed
from app.models.types import FollowUp
from app.models.words import short_date
from app.ui.pages.followups import words
from app.ui.pages.followups.row import COMMENT, DAY, DELETE, DONE, EDIT, OPEN
from app.ui.pages.inquiries.target import ShowInquiry
from app.ui.pages.plan.target import ShowVisit
from app.ui.pages.targets import ShowPerson
from app.ui.services import Services

translate = QCoreApplication.translate

Edit = Callable[[Promise, bool], None]
"""Opens the form of a promise, with True at its comment."""


def answer(services: Services, wish: str, promise: Promise, edit: Edit) -> None:
    """Keep, put off, correct, delete or open a promise; ``wish`` is one that a row can send."""
    followup, run = promise.followup, services.commands.run
    if wish == DONE:
        keep(services, followup)
    elif wish == DELETE:
        run(
            translate("Promises", "Opfølgningen er slettet"),
            lambda store: store.followups.delete(followup.id),
        )
    elif wish in (EDIT, COMMENT):
        edit(promise, wish == COMMENT)
    elif wish == OPEN:
        show_about(services, followup)
    else:
        due_on = snoozed(followup, services.today(), 1 if wish == DAY else 7)
        run(
            translate("Promises", "Udsat til {date}").format(date=short_date(due_on)),
            lambda store: store.followups.snooze(followup.id, due_on),
        )


def keep(services: Services, followup: FollowUp) -> None:
    """Mark a promise as kept, and say when it is due again."""
    again = next_due(followup.due_on, followup.repeat, services.today())
    services.commands.run(words.done_again(again), lambda store: store.followups.done(followup.id))


def show_about(services: Services, followup: FollowUp) -> None:
    """Show what a promise is about: the talk before the visit, the person, the workplace."""
    if followup.inquiry_id is not None:
        services.go("inquiries", ShowInquiry(followup.inquiry_id))
    elif followup.visit_id is not None:
        services.go("plan", ShowVisit(followup.visit_id))
    elif followup.person_id is not None:
        services.go("person", ShowPerson(followup.person_id))
    elif followup.workplace_id is not None:
        services.go("workplaces", followup.workplace_id)
