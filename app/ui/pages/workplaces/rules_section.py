"""The card of a workplace's presence rules: the list, or the form of one of them in its place."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import NotFound
from app.models.plan_types import PresenceRule
from app.models.rule_editing import RuleDraft, RuleEntry, save_rule, save_rule_drafts
from app.models.store import Store
from app.models.tally_types import PresenceTally
from app.models.types import RecordId
from app.ui.pages.scrolled import bring_into_view
from app.ui.pages.workplaces import rule_words
from app.ui.pages.workplaces.end_rule_form import EndRuleForm
from app.ui.pages.workplaces.inline_form import InlineForm
from app.ui.pages.workplaces.rule_form import RuleForm
from app.ui.pages.workplaces.rule_line import DELETE, EDIT, END
from app.ui.pages.workplaces.rule_list import RuleList
from app.ui.pages.workplaces.rule_reading import ShownRules, read_rules, read_worth
from app.ui.pages.workplaces.target import ShowRules
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.measure import em, label

_DRAFT_PAUSE_MS = 700
_NEW = RecordId("")


class RulesSection(Card):
    """Every change is stored at once, apart from the form of the workplace around it.

    What is typed about a rule is kept until it is saved or thrown away, also while another
    workplace or page is shown. ``form_changed`` is sent when a form is opened or closed.
    """

    form_changed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Fremmøderegler"))
        self.services = services
        self.form: InlineForm | None = None
        self._workplace = _NEW
        self._shown: ShownRules | None = None
        self._drafts: dict[str, RuleDraft] = {}
        self._drafts_read = False
        self._opened_by = (_NEW, "")
        self._asked: ShowRules | None = None
        self.list = RuleList(services.words, self._act)
        self.list.new_button.clicked.connect(lambda: self._open_rule(None))
        self._listed = self._list_part()
        self.body.addWidget(self._listed)
        self._timer = QTimer(self, singleShot=True, interval=_DRAFT_PAUSE_MS)
        self._timer.timeout.connect(self._store_drafts)

    def show_workplace(self, workplace_id: RecordId) -> None:
        """Show the rules of a workplace, read again; no id shows nothing."""
        if workplace_id != self._workplace:
            self._keep_draft(is_open=True)
            self._close()
            self._workplace, self._shown = workplace_id, None
            self.list.show_rules(())
            self._show_worth(())
        self.setVisible(bool(workplace_id))
        if not workplace_id:
            return
        today = self.services.today()
        run = self.services.runner.run
        gone = self._not_read
        run(lambda store: read_rules(store, workplace_id, today), self._show, gone, key="rules")
        run(
            lambda store: read_worth(store, workplace_id, today),
            self._show_worth,
            gone,
            key="worth",
        )

    def go_to(self, asked: ShowRules) -> None:
        """Move the focus to what is asked for, as soon as it is read."""
        self._asked = asked
        if self._shown is not None:
            self._go(self._shown)

    def leave(self) -> None:
        """Keep what is being typed."""
        self._keep_draft(is_open=True)
        self._store_drafts()

    def _list_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.57))
        worth_of = self.tr("Det gav fremmødet de seneste 12 måneder")
        self._worth_title = label(worth_of, "caption", wrap=True)
        self.worth = label("", wrap=True)
        column.addWidget(self.list)
        column.addWidget(self._worth_title)
        column.addWidget(self.worth)
        return part

    def _show(self, shown: ShownRules) -> None:
        if shown.workplace_id != self._workplace:
            return
        if not self._drafts_read:
            self._drafts, self._drafts_read = dict(shown.drafts), True
        self._shown = shown
        self.list.show_rules(shown.rules)
        if self.form is None:
            self._open_waiting(shown)
        self._go(shown)

    def _go(self, shown: ShownRules) -> None:
        asked = self._asked
        if asked is None or (asked.workplace_id or self._workplace) != self._workplace:
            return
        self._asked = None
        if self.form is not None:
            self.form.go_to(self.form.first_field())
            return
        current = (each.rule for each in shown.rules if not each.has_ended)
        found = (rule.id for rule in current if rule.series_id == asked.series_id)
        self.list.focus(next(found, _NEW), EDIT)
        bring_into_view(self)

    def _open_waiting(self, shown: ShownRules) -> None:
        """Open the form that was open before; forget what belongs to a rule that is over."""
        rules = {self._key(each.rule): each.rule for each in shown.rules if not each.has_ended}
        for key, draft in list(self._drafts.items()):
            if key != self._key(None) and key not in rules:
                if key.startswith(self._workplace):
                    del self._drafts[key]
            elif draft.is_open and self.form is None:
                self._open_rule(rules.get(key), to_form=False)

    def _not_read(self, error: Exception) -> None:
        """Let a workplace that was deleted meanwhile pass: the page shows another one then."""
        if not isinstance(error, NotFound):
            self.services.notices.show_error(error)

    def _show_worth(self, tallies: tuple[PresenceTally, ...]) -> None:
        words = self.services.words
        self.worth.setText("\n".join(rule_words.worth(words, tally) for tally in tallies))
        for part in (self._worth_title, self.worth):
            part.setVisible(bool(tallies))

    def _act(self, what: str, rule_id: RecordId) -> None:
        rule = self._rule(rule_id)
        if rule is None:
            return
        if what == EDIT:
            self._open_rule(rule)
        elif what == END:
            self._open_end(rule)
        elif what == DELETE:
            self._delete(rule)

    def _rule(self, rule_id: RecordId) -> PresenceRule | None:
        rules = self._shown.rules if self._shown else ()
        return next((each.rule for each in rules if each.rule.id == rule_id), None)

    def _open_rule(self, rule: PresenceRule | None, *, to_form: bool = True) -> None:
        if self._shown is None:
            return
        form = RuleForm(self.services, self._shown, rule)
        key = self._key(rule)
        draft = self._drafts.get(key)
        if draft is not None:
            form.show_entry(draft.entry)
        form.entered.connect(self._save)
        form.discarded.connect(lambda: self._discard(key))
        form.changed.connect(self._typed)
        self._open(form, _NEW if rule is None else rule.id, EDIT, to_form=to_form)

    def _open_end(self, rule: PresenceRule) -> None:
        form = EndRuleForm(self.services, rule)

        def end(last_day: date, reason: str) -> None:
            self._run(
                self.tr("Reglen er afsluttet"),
                lambda store: store.presence_rules.end(rule.id, last_day, reason),
            )

        form.ended.connect(end)
        self._open(form, rule.id, END)

    def _delete(self, rule: PresenceRule) -> None:
        self._opened_by = (_NEW, "")
        self._run(self.tr("Reglen er slettet"), lambda store: store.presence_rules.delete(rule.id))

    def _save(self, entry: RuleEntry) -> None:
        key = self._draft_key(entry.rule.id)
        self._run(self.tr("Reglen er gemt"), lambda store: save_rule(store, entry), key)

    def _run(
        self, done: str, job: Callable[[Store], PresenceRule], draft_key: str | None = None
    ) -> None:
        """Do something to a rule, and close the form when it is done."""
        form = self.form

        def finished(rule: PresenceRule) -> None:
            if draft_key is not None:
                self._drafts.pop(draft_key, None)
                self._store_drafts()
            if self.form is form:
                self._close()
                self.list.focus(rule.id, EDIT)

        failed = self.services.notices.show_error if form is None else form.show_error
        self.services.commands.run(done, job, finished, failed)

    def _open(
        self, form: InlineForm, rule_id: RecordId, what: str, *, to_form: bool = True
    ) -> None:
        self._close()
        self.form, self._opened_by = form, (rule_id, what)
        form.left.connect(self._leave_form)
        self._listed.hide()
        self.body.addWidget(form)
        form.show()
        self.form_changed.emit()
        if to_form:
            form.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(form)

    def _leave_form(self) -> None:
        """Go back to the list; a rule that is half typed is there when its form is opened again."""
        self._keep_draft(is_open=False)
        self._store_drafts()
        self._close()
        self.list.focus(*self._opened_by)

    def _discard(self, key: str) -> None:
        self._close()
        self._drafts.pop(key, None)
        self._store_drafts()
        self.list.focus(*self._opened_by)

    def _close(self) -> None:
        form, self.form = self.form, None
        self._listed.show()
        if form is not None:
            self.body.removeWidget(form)
            form.hide()
            form.deleteLater()
            self.form_changed.emit()

    def _typed(self) -> None:
        self._keep_draft(is_open=True)
        self._timer.start()

    def _keep_draft(self, *, is_open: bool) -> None:
        if not isinstance(self.form, RuleForm):
            return
        entry = self.form.entry()
        key = self._draft_key(entry.rule.id)
        if self.form.is_changed():
            self._drafts[key] = RuleDraft(entry=entry, is_open=is_open)
        else:
            self._drafts.pop(key, None)

    def _store_drafts(self) -> None:
        self._timer.stop()
        if self._drafts_read:
            drafts = dict(self._drafts)
            self.services.runner.run(lambda store: save_rule_drafts(store, drafts))

    def _key(self, rule: PresenceRule | None) -> str:
        return self._draft_key(_NEW if rule is None else rule.id)

    def _draft_key(self, rule_id: RecordId) -> str:
        return f"{self._workplace} {rule_id}"
