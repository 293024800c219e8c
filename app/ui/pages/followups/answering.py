"""What a row of a promise asks for, done to the store."""

from PySide6.QtCore import QCoreApplication

from app.models.promises import Promise, snoozed
from app.models.words import short_date
from app.ui.pages.followups.row import DAY, DELETE, DONE, OPEN
from app.ui.pages.inquiries.target import ShowInquiry
from app.ui.services import Services

translate = QCoreApplication.translate


def answer(services: Services, wish: str, promise: Promise) -> None:
    """Keep, put off, delete or open a promise; ``wish`` is one that a row can send."""
    followup, run = promise.followup, services.commands.run
    if wish == DONE:
        run(
            translate("Promises", "Opfølgningen er gjort"),
            lambda store: store.followups.done(followup.id),
        )
    elif wish == DELETE:
        run(
            translate("Promises", "Opfølgningen er slettet"),
            lambda store: store.followups.delete(followup.id),
        )
    elif wish == OPEN:
        if followup.inquiry_id is not None:
            services.go("inquiries", ShowInquiry(followup.inquiry_id))
    else:
        due_on = snoozed(followup, services.today(), 1 if wish == DAY else 7)
        run(
            translate("Promises", "Udsat til {date}").format(date=short_date(due_on)),
            lambda store: store.followups.snooze(followup.id, due_on),
        )
