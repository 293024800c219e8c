"""The ways from a row behind a figure to the page of its record."""

from app.models.figure_rows import FigureRow, Kind
from app.models.types import FollowUp
from app.ui.pages.followups.answering import show_about
from app.ui.pages.inquiries.target import ShowInquiry
from app.ui.pages.plan.target import ShowActivity, ShowVisit
from app.ui.pages.referrals.target import ShowReferral
from app.ui.pages.targets import ShowPerson
from app.ui.services import Services


def open_row(services: Services, row: FigureRow) -> None:
    """Show the record of a row; of a follow-up what it is about, or the list of open ones."""
    match row.kind:
        case Kind.INQUIRY:
            services.go("inquiries", ShowInquiry(row.id))
        case Kind.PERSON:
            services.go("person", ShowPerson(row.id))
        case Kind.VISIT:
            services.go("plan", ShowVisit(row.id))
        case Kind.ACTIVITY:
            services.go("plan", ShowActivity(row.id, row.date))
        case Kind.REFERRAL:
            services.go("referrals", ShowReferral(row.id))
        case Kind.FOLLOWUP:
            services.runner.run(
                lambda store: store.followups.get(row.id),
                lambda promise: _show_promise(services, promise),
                services.notices.show_error,
            )


def _show_promise(services: Services, promise: FollowUp) -> None:
    about = (promise.inquiry_id, promise.visit_id, promise.person_id, promise.workplace_id)
    if any(about):
        show_about(services, promise)
    else:
        services.go("followups", None)
