"""Everything about one visit of the plan, and what can be done with it."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.models.plan import PlannedVisit, PlanStatus
from app.models.plan_words import rule_words, time_span
from app.models.types import Shift
from app.models.words import SHIFTS, clock_time, short_date
from app.ui.pages.plan import words
from app.ui.pages.plan.details_panel import Action, DetailsPanel
from app.ui.pages.plan.facts import fact_list, plain
from app.ui.pages.plan.reading import VisitDetails
from app.ui.pages.plan.visit_promises import VisitPromises
from app.ui.services import Services
from app.ui.widgets.measure import button, hairline, label
from app.ui.widgets.notice import Notice

START, END, HOLD, MOVE, ACCEPT = "start", "end", "hold", "move", "accept"
CANCEL, ASSIGN, REINSTATE, RULE, INQUIRIES = "cancel", "assign", "reinstate", "rule", "inquiries"
PROMISE = "promise"
"""What can be asked for with :attr:`VisitPanel.asked`."""

KEYS = {
    START: "S",
    END: "U",
    HOLD: "B",
    MOVE: "F",
    ACCEPT: "J",
    CANCEL: "A",
    ASSIGN: "V",
    REINSTATE: "H",
    RULE: "R",
    INQUIRIES: "E",
    PROMISE: "O",
}
"""The one key of each; the same in every language, and shown on its button."""

_ROLES = {
    PlanStatus.RUNNING: "good",
    PlanStatus.HELD: "good",
    PlanStatus.MOVED: "warn",
    PlanStatus.SKIPPED: "warn",
}


def possible(visit: PlannedVisit, today: date, now: datetime) -> tuple[str, ...]:
    """Return what can be done with a visit now, the likeliest first."""
    status = visit.status
    if status is PlanStatus.RUNNING:
        return (END, INQUIRIES) if visit.contacts else (END,)
    if status is PlanStatus.HELD:
        return (INQUIRIES,) if visit.contacts else ()
    if status is PlanStatus.CANCELLED:
        return (REINSTATE,)
    begins = (START,) if visit.day == today else ()
    was_due = (HOLD,) if visit.end <= now else ()
    if status is PlanStatus.SKIPPED:
        proposed = (ACCEPT,) if visit.proposal is not None else ()
        return (*proposed, REINSTATE, MOVE, *begins, *was_due)
    return (*begins, *was_due, MOVE, CANCEL, ASSIGN)


class VisitPanel(DetailsPanel):
    """``asked`` carries one of the constants of this module; ``visit_asked`` another visit's id.

    ``correct_asked(Promise, bool)`` opens the form of a promise, with True at its comment.
    """

    visit_asked = Signal(str)
    correct_asked = Signal(object, bool)

    def __init__(self, services: Services, details: VisitDetails, warning: str) -> None:
        visit = details.visit
        super().__init__(visit.id, visit.workplace, words.spoken(services.words, visit))
        self.details = details
        self.visit = visit
        self._warning = warning
        self._services = services
        self._add_head()
        self._add_facts()
        self._add_actions()
        self._add_promises()
        self._add_rule()
        self.body.addStretch(1)

    def shows(self, details: VisitDetails, warning: str) -> bool:
        """Tell whether this is what the panel shows already."""
        return (self.details, self._warning) == (details, warning)

    def _add_head(self) -> None:
        visit, translated = self.visit, self._services.words
        day = words.long_date(translated, visit.day)
        self.body.addWidget(
            plain(f"{day[:1].upper()}{day[1:]}, {time_span(visit.start, visit.end)}")
        )
        told = words.state(translated, visit)
        role = _ROLES.get(visit.status, "caption")
        self.body.addWidget(plain(told[:1].upper() + told[1:], role))
        if self._warning:
            self.body.addWidget(Notice(self._warning, "warn"))

    def _add_facts(self) -> None:
        visit, names = self.visit, self.details.names
        shift = self._services.words(SHIFTS[visit.shift]) if visit.shift is not Shift.NONE else ""
        was = visit.occurrence
        moved = visit.status is PlanStatus.MOVED and was is not None and was != visit.day
        begun = visit.status in (PlanStatus.RUNNING, PlanStatus.HELD)
        facts = (
            (self.tr("Sted"), visit.place),
            (self.tr("Vagt"), shift),
            (self.tr("Vejledere"), ", ".join(names[who] for who in visit.counsellor_ids)),
            (self.tr("Flyttet fra"), short_date(was) if moved and was is not None else ""),
            (self.tr("Henvendelser"), str(visit.contacts) if begun else ""),
            (self.tr("Bemærkning"), visit.remark),
        )
        self.body.addWidget(fact_list(self, facts))

    def _add_actions(self) -> None:
        texts = self._texts()
        now = self._services.clock()
        actions = possible(self.visit, self._services.today(), now)
        self.add_actions([Action(name, KEYS[name], texts[name]) for name in actions])

    def _add_promises(self) -> None:
        self.promises = VisitPromises(self._services, self.details.promises)
        self.promises.correct_asked.connect(self.correct_asked)
        self.body.addWidget(hairline())
        self.body.addWidget(self.promises)
        if self.visit.status is not PlanStatus.SKIPPED:
            self.add_actions([Action(PROMISE, KEYS[PROMISE], self.tr("Ny opfølgning"))])

    def _add_rule(self) -> None:
        rule = self.details.rule
        if rule is None:
            return
        self.body.addWidget(hairline())
        self.body.addWidget(label(self.tr("Fremmøderegel"), "section"))
        told = self._services.words(rule_words(rule))
        self.body.addWidget(plain(f"{told[:1].upper()}{told[1:]}"))
        self.add_actions([Action(RULE, KEYS[RULE], self.tr("Ret reglen"))])
        for text, other in (
            (self.tr("Forrige: {when}"), self.details.before),
            (self.tr("Næste: {when}"), self.details.after),
        ):
            if other is not None:
                self.body.addWidget(self._link(text, other), 0, Qt.AlignmentFlag.AlignLeft)

    def _link(self, text: str, other: PlannedVisit) -> QWidget:
        translated = self._services.words
        when = f"{words.date_words(translated, other.day)} {clock_time(other.start)}"
        told = words.state(translated, other)
        made = button(text.format(when=f"{when}, {told}"), "link", elided=True)
        made.setToolTip(made.text())
        made.clicked.connect(lambda: self.visit_asked.emit(other.id))
        return made

    def _texts(self) -> dict[str, str]:
        proposal = self.visit.proposal
        moved_to = words.date_words(self._services.words, proposal) if proposal else ""
        skipped = self.visit.status is PlanStatus.SKIPPED
        return {
            START: self.tr("Start"),
            END: self.tr("Afslut"),
            HOLD: self.tr("Blev holdt"),
            MOVE: self.tr("Flyt"),
            ACCEPT: self.tr("Flyt til {date}").format(date=moved_to),
            CANCEL: self.tr("Aflys"),
            ASSIGN: self.tr("Skift vejleder"),
            REINSTATE: self.tr("Hold alligevel") if skipped else self.tr("Genoptag"),
            INQUIRIES: self.tr("Se henvendelser"),
        }
