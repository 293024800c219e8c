"""The page of workplaces: find one at the left, keep it at the right."""

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import InvalidInput
from app.models import words
from app.models.typed_dates import parse_date
from app.models.types import RecordId, Workplace
from app.models.workplace_drafts import NEW, WorkplaceDraft, save_drafts
from app.models.workplace_editing import delete_workplace, save_workplace
from app.ui.page import Page
from app.ui.pages.focus import holds_focus
from app.ui.pages.workplaces.form import FormWords
from app.ui.pages.workplaces.reading import Shown, Wanted, has_ended, read_page
from app.ui.pages.workplaces.target import ShowRules
from app.ui.pages.workplaces.view import WorkplacesView
from app.ui.services import Services
from app.ui.widgets.entry_list import Entry

_DRAFT_PAUSE_MS = 700
_OF_THE_FORM = ("workplace", "organisation", "offer")
_OF_THE_PLAN = (
    "presence_rule",
    "closing_days",
    "visit",
    "activity",
    "inquiry",
    "counsellor",
    "setting",
)


class WorkplacesPage(Page):
    """Keeps unsaved changes of every workplace until they are saved or thrown away."""

    name: ClassVar[str] = "workplaces"
    kinds: ClassVar[tuple[str, ...]] = (*_OF_THE_FORM, *_OF_THE_PLAN)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._shown: Shown | None = None
        self._drafts: dict[str, WorkplaceDraft] = {}
        self._current: str | None = None
        self._in_form: str | None = None
        self._baseline = WorkplaceDraft()
        self.view = WorkplacesView(services, _words(services, self._advice))
        self.list, self.form = self.view.list, self.view.form
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._draft_timer = QTimer(self, singleShot=True, interval=_DRAFT_PAUSE_MS)
        self._draft_timer.timeout.connect(self._keep_drafts)
        self._connect()

    def reload(self) -> None:
        """Read list and workplace again; what is being typed stays."""
        wanted = Wanted(
            query=self.list.search.text(),
            sector=self.list.sector.value(),
            state=self.list.state.value(),
            current=self._current or "",
        )
        today = self.services.today()
        self.services.runner.run(
            lambda store: read_page(store, wanted, today), self._show, key="workplaces"
        )

    def open(self, target: object) -> None:
        """Show the workplace with the id ``target``, or its rules; an empty id begins a new one."""
        if target == NEW:
            self._begin_new()
        elif isinstance(target, ShowRules):
            self.form.rules.go_to(target)
            self._choose(target.workplace_id or self._current)
        elif isinstance(target, str):
            self._choose(target)

    def first_focus(self) -> QWidget:
        """Return the search field, or the button of the empty page."""
        empty = self.view.empty.isVisible()
        return self.view.empty.button if empty else self.list.search

    def leave(self) -> None:
        """Keep what has not been saved."""
        self._stash()
        self._keep_drafts()
        self.form.rules.leave()

    def save(self) -> None:
        """Save the workplace in the form, or say what is wrong with it."""
        unreadable = self.form.unreadable_date()
        if unreadable is not None:
            self.form.go_to(unreadable)
        elif self._is_changed():
            draft = self.form.draft()
            self.services.commands.run(
                self.tr("Arbejdspladsen er gemt"),
                lambda store: save_workplace(store, draft),
                self._saved,
                self._refused,
            )
        else:
            self.services.notices.tell(self.tr("Der er ingen ændringer at gemme."))

    def discard(self) -> None:
        """Throw the unsaved changes of the shown workplace away."""
        self._forget_draft()
        if self._current == NEW:
            self._current = None
        self._in_form = None
        self.reload()

    def delete(self) -> None:
        """Delete the shown workplace, if nothing refers to it."""
        if not self._current:
            self.discard()
            return
        doomed = RecordId(self._current)

        def deleted(_: Workplace) -> None:
            self._forget_draft()
            self._current = self._in_form = None
            self.reload()

        self.services.commands.run(
            self.tr("Arbejdspladsen er slettet"),
            lambda store: delete_workplace(store, doomed),
            deleted,
        )

    def _advice(self) -> tuple[tuple[str, str], ...]:
        terms = self._shown.advice if self._shown else ()
        return tuple((term.code, self.services.words(term.label)) for term in terms)

    def _connect(self) -> None:
        self.list.wanted.connect(self.reload)
        self.list.chosen.connect(self._choose)
        self.list.entered.connect(self._to_form)
        self.list.delete_asked.connect(self.delete)
        self.form.changed.connect(self._edited)
        self.form.rules.form_changed.connect(self._show_state)
        self.view.new_button.clicked.connect(self._begin_new)
        self.view.empty.activated.connect(self._begin_new)
        self.view.import_button.clicked.connect(lambda: self.services.go("import", None))
        self.view.save_button.clicked.connect(self.save)
        self.view.discard_button.clicked.connect(self.discard)
        self.view.delete_button.clicked.connect(self.delete)
        for keys, action in (
            ("Ctrl+S", self.save),
            ("Ctrl+Return", self.save),
            ("Ctrl+F", self._to_search),
            ("F3", self._to_search),
            ("Esc", self._to_list),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _begin_new(self) -> None:
        self._choose(NEW)
        self._to_form()

    def _to_form(self) -> None:
        self.form.go_to(self.form.details.name)

    def _to_search(self) -> None:
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def _to_list(self) -> None:
        self.list.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, workplace_id: str | None) -> None:
        if workplace_id != self._current:
            self._stash()
            self._current = workplace_id
            self.reload()

    def _show(self, shown: Shown) -> None:
        if self._shown is None:
            self._drafts = dict(shown.drafts)
        self._shown = shown
        gone = bool(self._current) and shown.current is None
        if self._current is None or gone:
            self._current = self._first()
            if self._current:
                self.reload()
                return
        nothing = not shown.total and self._current is None
        begins = holds_focus(self.first_focus())
        self.view.show_parts(filled=not nothing, form=self._current is not None)
        if begins:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_list()
        if self._current is not None:
            self._show_form(shown)
            self.form.show_plan_of(RecordId(self._current))

    def _first(self) -> str | None:
        """Return what to show when nothing is chosen: the first of the list, or unsaved work."""
        assert self._shown is not None
        if NEW in self._drafts:
            return NEW
        return self._shown.listed[0][0].id if self._shown.listed else None

    def _show_list(self) -> None:
        assert self._shown is not None
        waiting = self.tr("Ikke gemt")
        entries = [
            _entry(self.services, place, organisation, waiting if self._waits(place.id) else "")
            for place, organisation in self._shown.listed
        ]
        if self._current == NEW or NEW in self._drafts:
            draft = self.form.draft() if self._in_form == NEW else self._drafts.get(NEW)
            name = draft.workplace.name if draft else ""
            entries.insert(0, Entry(NEW, name or self.tr("Ny arbejdsplads"), "", False, waiting))
        self.list.show_entries(entries, self._current if self._current is not None else "-")

    def _show_form(self, shown: Shown) -> None:
        same = self._in_form == self._current
        if same and self._is_changed():
            return
        stored = shown.current or WorkplaceDraft()
        wanted = self._drafts.get(self._current or NEW, stored)
        if not same or self.form.draft() != wanted:
            own = stored.workplace.code
            taken = tuple(code for code in shown.codes if code != own)
            self.form.set_draft(stored, shown.organisations, taken)
            self._baseline = self.form.draft()
            if wanted != stored:
                self.form.set_draft(wanted, shown.organisations, taken)
            self._in_form = self._current
        self._show_state()

    def _is_changed(self) -> bool:
        return self._in_form is not None and self.form.draft() != self._baseline

    def _waits(self, workplace_id: str) -> bool:
        if workplace_id == self._in_form:
            return self._is_changed()
        return workplace_id in self._drafts

    def _edited(self) -> None:
        self._stash()
        self._draft_timer.start()
        self._show_list()
        self._show_state()

    def _show_state(self) -> None:
        changed, in_rule = self._is_changed(), self.form.rules.form is not None
        self.view.show_state(changed=changed, stored=bool(self._current), in_rule=in_rule)

    def _stash(self) -> None:
        if self._in_form is None:
            return
        if self._is_changed():
            self._drafts[self._in_form] = self.form.draft()
        else:
            self._drafts.pop(self._in_form, None)

    def _forget_draft(self) -> None:
        self._drafts.pop(self._current or NEW, None)
        self._keep_drafts()

    def _keep_drafts(self) -> None:
        self._draft_timer.stop()
        if self._shown is not None:
            drafts = dict(self._drafts)
            self.services.runner.run(lambda store: save_drafts(store, drafts))

    def _saved(self, workplace: Workplace) -> None:
        self._forget_draft()
        self._current, self._in_form = workplace.id, None
        self.reload()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, InvalidInput):
            said = self.services.words
            self.form.set_problems(
                {problem.field: said(problem.text) for problem in error.problems}
            )
        self.services.notices.show_error(error)


def _words(services: Services, advice: Callable[[], tuple[tuple[str, str], ...]]) -> FormWords:
    said = services.words
    return FormWords(
        sectors=tuple((key.value, said(text)) for key, text in words.SECTORS.items()),
        contact_roles=tuple((key.value, said(text)) for key, text in words.CONTACT_ROLES.items()),
        offer_kinds=tuple((key.value, said(text)) for key, text in words.OFFER_KINDS.items()),
        advice=advice,
        parse_date=lambda text: parse_date(text, services.today()),
    )


def _entry(services: Services, place: Workplace, organisation: str, unsaved: str) -> Entry:
    today = services.today()
    detail = _detail(services, place, organisation, today)
    return Entry(place.id, place.name, detail, has_ended(place, today), unsaved)


def _detail(services: Services, place: Workplace, organisation: str, today: date) -> str:
    parts = [place.code, organisation, services.words(words.SECTORS[place.sector])]
    if has_ended(place, today) and place.ended_on is not None:
        ended = QCoreApplication.translate("WorkplacesPage", "afsluttet {day}")
        parts.append(ended.format(day=words.short_date(place.ended_on)))
    return " · ".join(filter(None, parts))
