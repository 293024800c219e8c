"""Everything about one visit of the plan, and what can be done with it."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.models.plan import PlannedVisit, PlanStatus
from app.models.plan_words import hour_and_minute, rule_words, time_span
from app.models.types import Shift
from app.models.words import SHIFTS, short_date
from app.ui.pages.focus import holds_focus
from app.ui.pages.plan import words
from app.ui.pages.plan.facts import fact_list, plain
from app.ui.pages.plan.keyed_button import KeyedButton
from app.ui.pages.plan.reading import VisitDetails
from app.ui.services import Services
from app.ui.widgets.action_button import ActionButton
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import button, em, hairline, label
from app.ui.widgets.notice import Notice

START, END, HOLD, MOVE, ACCEPT = "start", "end", "hold", "move", "accept"
CANCEL, ASSIGN, REINSTATE, RULE, INQUIRIES = "cancel", "assign", "reinstate", "rule", "inquiries"
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


class VisitPanel(Card):
    """``asked`` carries one of the constants of this module; ``visit_asked`` another visit's id."""

    asked = Signal(str)
    visit_asked = Signal(str)

    def __init__(self, services: Services, details: VisitDetails, warning: str) -> None:
        super().__init__("")
        self.details = details
        self.visit = details.visit
        self._warning = warning
        self._services = services
        self.buttons: dict[str, ActionButton] = {}
        self.setAccessibleName(words.spoken(services.words, self.visit))
        self._add_head()
        self._add_facts()
        self._add_actions()
        self._add_rule()
        self.body.addStretch(1)

    def shows(self, details: VisitDetails, warning: str) -> bool:
        """Tell whether this is what the panel shows already."""
        return (self.details, self._warning) == (details, warning)

    def press(self, key: int) -> bool:
        """Do what a key stands for; return whether it stands for anything here."""
        for action, made in self.buttons.items():
            if key == ord(KEYS[action]):
                made.click()
                return True
        return False

    def first_button(self) -> QWidget | None:
        """Return the likeliest action, or None where nothing can be done."""
        return next(iter(self.buttons.values()), None)

    def focused_action(self) -> str:
        """Return the action whose button has the focus, or ""."""
        return next((name for name, made in self.buttons.items() if holds_focus(made)), "")

    def focus_action(self, action: str) -> None:
        """Move the focus to an action, or where it is not offered to the likeliest."""
        made = self.buttons.get(action) or self.first_button()
        if made is not None:
            made.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_head(self) -> None:
        visit, translated = self.visit, self._services.words
        day = words.long_date(translated, visit.day)
        self.body.addWidget(plain(visit.workplace, "heading"))
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
        self._add_buttons([(action, texts[action]) for action in actions])

    def _add_buttons(self, actions: Sequence[tuple[str, str]]) -> None:
        if not actions:
            return
        holder = QWidget()
        row = FlowLayout(holder, gap=em(self, 0.43))
        for action, text in actions:
            made = KeyedButton(text, KEYS[action])
            made.clicked.connect(lambda _=False, each=action: self.asked.emit(each))
            self.buttons[action] = made
            row.addWidget(made)
        self.body.addWidget(holder)

    def _add_rule(self) -> None:
        rule = self.details.rule
        if rule is None:
            return
        self.body.addWidget(hairline())
        self.body.addWidget(label(self.tr("Fremmøderegel"), "section"))
        told = self._services.words(rule_words(rule))
        self.body.addWidget(plain(f"{told[:1].upper()}{told[1:]}"))
        self._add_buttons([(RULE, self.tr("Ret reglen"))])
        for text, other in (
            (self.tr("Forrige: {when}"), self.details.before),
            (self.tr("Næste: {when}"), self.details.after),
        ):
            if other is not None:
                self.body.addWidget(self._link(text, other), 0, Qt.AlignmentFlag.AlignLeft)

    def _link(self, text: str, other: PlannedVisit) -> QWidget:
        translated = self._services.words
        when = f"{words.date_words(translated, other.day)} {hour_and_minute(other.start)}"
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
