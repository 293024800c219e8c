"""The form of a promise about a visit, in the panel of the plan."""

from app.models.plan import PlannedVisit
from app.models.promises import Promise
from app.models.types import FollowUp
from app.models.words import short_date
from app.ui.pages.followups import words
from app.ui.pages.followups.form import FollowUpForm, begun
from app.ui.pages.plan.forms import PlanForms
from app.ui.services import Services


class PromiseForms:
    """Opens it as the other forms of the plan are opened, and closes it when the store has it."""

    def __init__(self, services: Services, forms: PlanForms) -> None:
        self._services = services
        self._forms = forms

    def new(self, visit: PlannedVisit) -> None:
        """Begin a promise about a visit, due on its day or, where that is past, in a week."""
        today = self._services.today()
        wanted = begun(today, visit_id=visit.id)
        if visit.day > today:
            wanted = begun(today, visit_id=visit.id, due_on=visit.day)
        self._open(wanted, f"{visit.workplace} · {short_date(visit.day)}", visit.id)

    def correct(self, promise: Promise, visit_id: str, *, comment: bool) -> None:
        """Show a promise to be corrected, the focus at what was promised or at its comment."""
        form = self._open(promise.followup, words.about(promise), visit_id)
        if comment:
            form.begin_comment()

    def _open(self, followup: FollowUp, about: str, visit_id: str) -> FollowUpForm:
        form = FollowUpForm(self._services)
        form.begin(followup, about)
        form.saved.connect(lambda _: self._forms.done(form))
        self._forms.open(form, visit_id)
        return form
