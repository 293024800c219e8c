"""From each thing on the check list to the place where it is mended."""

from app.models.inquiry_drafts import KeptDraft, kept_drafts
from app.models.month_checks import Check, Finding
from app.models.periods import Period
from app.models.store import Store
from app.models.types import RecordId
from app.ui.pages.collected.target import ShowMonths
from app.ui.pages.plan.target import ShowVisit
from app.ui.pages.targets import EditInquiry
from app.ui.services import Services


def go_to(services: Services, finding: Finding) -> None:
    """Show what a finding is about, ready to be mended."""
    ref = RecordId(finding.ref)
    if finding.check is Check.RUNNING:
        services.go("today", None)
    elif finding.check is Check.UNSETTLED:
        services.go("plan", ShowVisit(ref))
    elif finding.check is Check.NO_REASON:
        services.go("register", EditInquiry(ref))
    elif finding.check is Check.DRAFT:
        _take_up(services, finding.ref)
    elif finding.check in (Check.NOT_REPORTED, Check.LETTER_LOST):
        services.go("collected", ShowMonths())
    else:
        services.go("reports", Period.month(finding.day))


def _take_up(services: Services, draft_id: str) -> None:
    def read(store: Store) -> KeptDraft | None:
        return next((kept for kept in kept_drafts(store) if kept.id == draft_id), None)

    services.runner.run(read, lambda kept: services.go("register", kept))
