"""The form of one presence rule."""

from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from app.models.periods import monday
from app.models.plan import USUAL_MINUTES
from app.models.plan_types import PresenceRule, RulePlace
from app.models.plan_words import week_of
from app.models.rule_editing import RuleEntry, has_begun
from app.models.rules import is_clock_time, is_length
from app.models.upcoming import FirstTime, first_times, same_rhythm, upcoming
from app.ui.pages.workplaces import rule_words
from app.ui.pages.workplaces.inline_form import InlineForm, saves
from app.ui.pages.workplaces.rule_fields import RuleFields
from app.ui.pages.workplaces.rule_reading import ShownRules
from app.ui.services import Services
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import button, em, label

translate = QCoreApplication.translate

_DATES_AHEAD = 4
_USUAL_TIME = "09:00"


class RuleForm(InlineForm):
    """A new rule (``base`` is None), or a rule that shall be another from a day on.

    ``entered(RuleEntry)`` asks to store it, ``discarded`` to forget what was typed; ``changed`` is
    sent when a person edits.
    """

    entered = Signal(object)
    changed = Signal()
    discarded = Signal()

    def __init__(self, services: Services, shown: ShownRules, base: PresenceRule | None) -> None:
        if base is None:
            title, about = translate("Workplaces", "Ny regel"), ""
        else:
            title = translate("Workplaces", "Ret reglen")
            about = rule_words.sentence(services.words, base)
        super().__init__(services, title, translate("Workplaces", "Gem reglen"), about)
        self._shown, self._today = shown, services.today()
        self._has_begun = base is not None and has_begun(base, self._today)
        self._base = base or _new_rule(shown, self._today)
        self._anchor = None if base is None else base.anchor
        self.sentence, self.dates = label("", "strong", wrap=True), label("", wrap=True)
        self.part = RuleFields(
            services, shown, self._base, self._preview(), has_begun=self._has_begun
        )
        self.discard_button = button(self.tr("Kassér"))
        self.fields.addWidget(self.part)
        self.add_button(self.discard_button)
        self.part.show_rule(self._base)
        self.part.begins.set_value(self._first_day())
        self._refresh()
        self._fresh = self.entry()
        self.part.changed.connect(self._edited)
        self.part.first_time.chosen.connect(self._first_time_chosen)
        self.discard_button.clicked.connect(self.discarded)

    def grids(self) -> tuple[FormGrid, ...]:
        """Return the grids of fields, from above."""
        return self.part.grids()

    def first_field(self) -> QWidget:
        """Return the rhythm that is chosen."""
        return self.part.rhythm.usual.button(self.part.rhythm.usual.value())

    def entry(self) -> RuleEntry:
        """Return what stands in the form."""
        base, begins = self._base, self.part.begins.value()
        rule = self.part.applied_to(base)
        if not self._has_begun:
            rule = replace(rule, valid_from=begins or base.valid_from)
        rule = replace(
            rule,
            anchor=self._anchor or self._earliest(rule),
            end_reason=base.end_reason if rule.valid_until == base.valid_until else "",
        )
        if not self._has_begun:
            return RuleEntry(rule=rule)
        return RuleEntry(rule=rule, day=begins, reason=self.part.reason.text().strip())

    def show_entry(self, entry: RuleEntry) -> None:
        """Show what was typed before and not saved."""
        self._anchor = entry.rule.anchor
        self.part.show_rule(entry.rule)
        self.part.begins.set_value(entry.day if self._has_begun else entry.rule.valid_from)
        self.part.reason.setText(entry.reason)
        self._refresh()

    def is_changed(self) -> bool:
        """Tell whether anything was entered."""
        return self.entry() != self._fresh

    def save(self) -> None:
        """Send what was entered, or say which date cannot be read."""
        unreadable = self.unreadable_date()
        if unreadable is not None:
            self.go_to(unreadable)
        elif self._base.id and not self.is_changed():
            self.services.notices.tell(self.tr("Der er ingen ændringer at gemme."))
            self.left.emit()
        else:
            self.entered.emit(self.entry())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a plain Enter in a line do nothing: a long form is not done after one field."""
        plain = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not saves(event)
        if not (plain and isinstance(self.window().focusWidget(), QLineEdit)):
            super().keyPressEvent(event)

    def _preview(self) -> QFrame:
        well = QFrame()
        well.setProperty("surface", "well")
        column = QVBoxLayout(well)
        side = em(self, 0.71)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(em(self, 0.29))
        column.addWidget(self.sentence)
        column.addWidget(self.dates)
        return well

    def _first_day(self) -> date:
        """Return from when the rule would be another: its next visit, unless it has not begun."""
        if not self._has_begun:
            return self._base.valid_from
        ahead = upcoming(self._base, self._shown.closures, self._today, 1)
        return ahead[0].day if ahead else self._today

    def _earliest(self, rule: PresenceRule) -> date:
        """Return the week in which a new rule begins soonest, until another is chosen."""
        times = first_times(rule, rule.valid_from) if _is_complete(rule) else ()
        return times[0].anchor if times else monday(rule.valid_from)

    def _edited(self) -> None:
        self._refresh()
        self.changed.emit()

    def _first_time_chosen(self, anchor: str) -> None:
        self._anchor = date.fromisoformat(anchor)
        self._edited()

    def _refresh(self) -> None:
        """Show what the rule in the form would bring."""
        rule, words = self.entry().rule, self.services.words
        if not _is_complete(rule):
            self.part.offer_first_times((), "")
            self.sentence.setText(self.tr("Vælg mindst én ugedag, så står datoerne her."))
            self.dates.hide()
            return
        since = self.part.begins.value() or self._today
        self._offer_first_times(rule, first_times(rule, since))
        ahead = upcoming(rule, self._shown.closures, since, _DATES_AHEAD)
        told = rule_words.preview(words, ahead, in_turn=len(rule.places) > 1)
        self.sentence.setText(rule_words.sentence(words, rule))
        self.dates.setText(self.tr("Næste datoer: {dates}").format(dates=told or self.tr("ingen")))
        self.dates.show()

    def _offer_first_times(self, rule: PresenceRule, times: tuple[FirstTime, ...]) -> None:
        """Offer the weeks in which the rhythm can begin, where there is more than one."""
        words = self.services.words
        options = [
            (
                each.anchor.isoformat(),
                f"{rule_words.short_day(words, each.day)} ({words(week_of(each.day))})",
            )
            for each in times
        ]
        same = [each for each in times if same_rhythm(rule, each.anchor)]
        self.part.offer_first_times(options, same[0].anchor.isoformat() if same else "")


def _is_complete(rule: PresenceRule) -> bool:
    """Tell whether enough is entered to say when the visits are."""
    known = rule.every_weeks and rule.weekdays and is_clock_time(rule.time)
    return bool(known) and is_length(rule.minutes)


def _new_rule(shown: ShownRules, today: date) -> PresenceRule:
    return PresenceRule(
        workplace_id=shown.workplace_id,
        weekdays=(),
        time=_USUAL_TIME,
        minutes=USUAL_MINUTES,
        places=tuple(RulePlace(room=room) for room in shown.rooms),
        counsellor_ids=(shown.me,) if shown.me else (),
        anchor=monday(today),
        valid_from=today,
    )
