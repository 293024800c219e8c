"""Where each page lives; a page is imported and made when it is first shown."""

from app.ui.page import Page


def page_class(name: str) -> type[Page]:
    """Return the class of the page called ``name``; raise KeyError for a name that is none."""
    # Plain imports, not names in strings, so that the frozen build and the checkers see them.
    if name == "today":
        from app.ui.pages.today.page import TodayPage

        return TodayPage
    if name == "inquiries":
        from app.ui.pages.inquiries.page import InquiriesPage

        return InquiriesPage
    if name == "register":
        from app.ui.pages.register.page import RegisterPage

        return RegisterPage
    if name == "person":
        from app.ui.pages.person.page import PersonPage

        return PersonPage
    if name == "followups":
        from app.ui.pages.followups.page import FollowUpsPage

        return FollowUpsPage
    if name == "referrals":
        from app.ui.pages.referrals.page import ReferralsPage

        return ReferralsPage
    if name == "duplicates":
        from app.ui.pages.duplicates.page import DuplicatesPage

        return DuplicatesPage
    return _office_page_class(name)


def _office_page_class(name: str) -> type[Page]:
    if name == "plan":
        from app.ui.pages.plan.page import PlanPage

        return PlanPage
    if name == "workplaces":
        from app.ui.pages.workplaces.page import WorkplacesPage

        return WorkplacesPage
    if name == "offers":
        from app.ui.pages.offers.page import OffersPage

        return OffersPage
    if name == "reports":
        from app.ui.pages.reports.page import ReportsPage

        return ReportsPage
    if name == "outside":
        from app.ui.pages.outside.page import OutsidePage

        return OutsidePage
    if name == "evaluator":
        from app.ui.pages.evaluator.page import EvaluatorPage

        return EvaluatorPage
    if name == "cards":
        from app.ui.pages.cards.page import CardsPage

        return CardsPage
    if name == "settings":
        from app.ui.pages.settings.page import SettingsPage

        return SettingsPage
    if name == "sharing":
        from app.ui.pages.sharing.page import SharingPage

        return SharingPage
    if name == "collected":
        from app.ui.pages.collected.page import CollectedPage

        return CollectedPage
    if name == "import":
        from app.ui.pages.import_wizard.page import ImportPage

        return ImportPage
    raise KeyError(name)


PAGE_NAMES = (
    "today",
    "inquiries",
    "register",
    "person",
    "duplicates",
    "followups",
    "referrals",
    "plan",
    "workplaces",
    "offers",
    "reports",
    "outside",
    "evaluator",
    "cards",
    "settings",
    "import",
    "sharing",
    "collected",
)
"""Every page of the window."""
