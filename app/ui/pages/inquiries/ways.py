"""The ways from an inquiry to its person, to a promise and to an offer."""

from app.ui.pages.followups.form import begun
from app.ui.pages.followups.target import NewFollowUp
from app.ui.pages.inquiries.detail_words import subtitle, title
from app.ui.pages.inquiries.details import DetailsPane
from app.ui.pages.referrals.target import ReferInquiry
from app.ui.pages.targets import ShowPerson
from app.ui.services import Services


def connect_ways(services: Services, pane: DetailsPane) -> None:
    """Let the buttons of the details lead to other pages, about the inquiry that is shown."""
    pane.person_asked.connect(lambda: _show_person(services, pane))
    pane.promise_asked.connect(lambda: _promise(services, pane))
    pane.refer_asked.connect(lambda: _refer(services, pane))


def _show_person(services: Services, pane: DetailsPane) -> None:
    if pane.shown is not None and pane.shown.person is not None:
        services.go("person", ShowPerson(pane.shown.person.id))


def _promise(services: Services, pane: DetailsPane) -> None:
    shown = pane.shown
    if shown is not None:
        wanted = begun(services.today(), inquiry_id=shown.inquiry.id)
        about = f"{title(services, shown)} · {subtitle(services, shown)}"
        services.go("followups", NewFollowUp(wanted, about))


def _refer(services: Services, pane: DetailsPane) -> None:
    if pane.shown is not None:
        services.go("referrals", ReferInquiry(pane.shown.inquiry.id))
