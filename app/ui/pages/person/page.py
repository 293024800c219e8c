"""The page of one person."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.models.access import Access, Way
from app.models.person_file import PersonDetails, read_person
from app.models.sorting import danish_key
from app.models.store import Store
from app.models.taxonomy import Term
from app.models.types import RecordId, TermKind, Workplace
from app.ui.page import Page
from app.ui.pages.focus import holds_focus
from app.ui.pages.followups.card import PromisesCard
from app.ui.pages.followups.form import begun
from app.ui.pages.inquiries.target import ShowInquiry
from app.ui.pages.person import words
from app.ui.pages.person.consent import ConsentCard
from app.ui.pages.person.contacts import ContactList
from app.ui.pages.person.facts import FactsCard
from app.ui.pages.person.form import PersonForm
from app.ui.pages.person.referrals import ReferralsCard
from app.ui.pages.person.rights import RightsCard, open_folder
from app.ui.pages.person.same_person import SamePersonCard
from app.ui.pages.scrolled import Scrolled
from app.ui.pages.targets import ForPerson, ShowPerson
from app.ui.services import Services
from app.ui.widgets.columns import Columns
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.measure import button, em, label


@dataclass(frozen=True, slots=True)
class _Shown:
    details: PersonDetails | None
    terms: dict[str, Term]
    workplaces: tuple[Workplace, ...]


class PersonPage(Page):
    """Shows the person it was opened with; master data are corrected in place."""

    name: ClassVar[str] = "person"
    kinds: ClassVar[tuple[str, ...]] = (
        *("person", "inquiry", "followup", "referral", "different_people"),
        *("workplace", "counsellor", "visit"),
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._person_id = RecordId("")
        self._shown: _Shown | None = None
        self._receipts: Path | None = None
        self._noted = True
        self.title = label("", "title", wrap=True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.summary = label("", "muted", wrap=True)
        self.new_button = button(self.tr("Ny henvendelse fra personen"))
        self.contacts = ContactList(services)
        self.promises = PromisesCard(services)
        self.consent = ConsentCard(services)
        self.referrals = ReferralsCard(services)
        self.facts = FactsCard(services)
        self.form = PersonForm(services)
        self.same = SamePersonCard(services)
        self.rights = RightsCard(services)
        self._none_chosen = self.tr("Ingen person er valgt. Find en med Ctrl+K.")
        self._nobody = self.tr("Personen er slettet eller findes ikke længere.")
        self.empty = EmptyState(self._none_chosen, self.tr("Henvendelser"), "person")
        self.gone = EmptyState(
            self.tr("Personen er slettet for altid. Kvitteringen ligger i eksportmappen."),
            self.tr("Åbn mappen"),
            "person",
        )
        self._waiting = QWidget()
        self._waiting.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._waiting.setAccessibleName(self.tr("Henter personen"))
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Read the person again; what is being typed, the focus and open notes stay."""
        person_id, today = self._person_id, self.services.today()

        def job(store: Store) -> _Shown:
            terms = (term for kind in TermKind for term in store.taxonomy.terms(kind, today))
            places = sorted(store.workplaces.all(), key=lambda place: danish_key(place.name))
            return _Shown(
                read_person(store, person_id) if person_id else None,
                {term.code: term for term in terms},
                tuple(places),
            )

        self.services.runner.run(job, self._show, key="person")

    def open(self, target: object) -> None:
        """Take a :class:`~app.ui.pages.targets.ShowPerson`."""
        if isinstance(target, ShowPerson):
            self._receipts = None
            self._noted = False
            if target.person_id != self._person_id:
                self._wait_for(target.person_id)
            self.reload()

    def first_focus(self) -> QWidget:
        """Return the button that begins a new inquiry, or what stands in its place."""
        if self._shown is not None and self._shown.details is not None:
            return self.new_button
        return self.gone.button if self._receipts is not None else self.empty.button

    def leave(self) -> None:
        """Keep what was corrected."""
        if not self.form.isHidden() and self.form.is_changed:
            self.form.save()
        self.promises.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give a consent, go to the button that withdraws it, or begin a promise, with one key."""
        plain, shown = not event.modifiers(), self._filled.isVisible()
        if plain and shown and event.key() == Qt.Key.Key_N:
            self.promises.begin()
        elif not (plain and shown and self.consent.press(event.key())):
            super().keyPressEvent(event)

    def answer_frame(self, event: QKeyEvent) -> None:
        """Answer the keys of the page wherever the focus is while somebody is shown."""
        if event.key() == Qt.Key.Key_F2 and not event.modifiers():
            self.edit()
        else:
            self.keyPressEvent(event)

    def edit(self) -> None:
        """Open the form with the master data."""
        details = self._shown.details if self._shown else None
        if self._shown is None or details is None or not self.form.isHidden():
            return
        self.form.begin(details.person, self._shown.workplaces)
        self.facts.hide()
        self.form.show()
        self.form.go_to(self.form.first_field())

    def back(self) -> None:
        """Close what is open, or go to the list of inquiries."""
        if not self.rights.keep():
            self.services.go("inquiries", None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(em(self, 0.86))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.summary)
        head.addLayout(names, 1)
        head.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignTop)
        left, right = (
            _column(self.contacts, self.referrals),
            _column(self.promises, self.facts, self.form, self.consent, self.same, self.rights),
        )
        self.form.hide()
        scrolled = Scrolled()
        top = QWidget()
        top.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        scrolled.column.addWidget(top)
        scrolled.column.addWidget(Columns((left, right), least=62, shares=(14, 9)))
        scrolled.column.addStretch(1)
        self._filled = scrolled
        outer = QVBoxLayout(self)
        outer.setContentsMargins(em(self, 1.43), em(self, 1.14), em(self, 1.43), em(self, 1))
        self._body = QStackedLayout()
        outer.addLayout(self._body)
        for part in (self.empty, self._waiting, scrolled, self.gone):
            self._body.addWidget(part)

    def _connect(self) -> None:
        go = self.services.go
        self.new_button.clicked.connect(lambda: go("register", ForPerson(self._person_id)))
        self.contacts.opened.connect(lambda asked: go("inquiries", ShowInquiry(RecordId(asked))))
        self.facts.edit_button.clicked.connect(self.edit)
        self.referrals.emptied.connect(self.referrals.refer_button.setFocus)
        self.form.left.connect(self._leave_form)
        self.form.saved.connect(self._leave_form)
        self.rights.erased.connect(self._erased)
        self.empty.activated.connect(lambda: go("inquiries", None))
        self.gone.activated.connect(self._open_receipts)
        keys: tuple[tuple[str, Callable[[], None]], ...] = (("F2", self.edit), ("Esc", self.back))
        for key, handler in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(handler)

    def _wait_for(self, person_id: RecordId) -> None:
        """Show nothing of the one before until the next person has been read."""
        held = holds_focus(self)
        self._person_id = person_id
        self._close_form()
        self._body.setCurrentWidget(self._waiting)
        if held:
            self._waiting.setFocus()

    def _show(self, shown: _Shown) -> None:
        self._shown = shown
        details = shown.details
        if details is None:
            self._show_nobody()
            return
        self.title.setText(details.person.name)
        self.summary.setText(words.summary(details))
        self.setAccessibleName(details.person.name)
        self.contacts.show_contacts(details.contacts, shown.terms)
        self._show_promises(details)
        self.consent.show_person(details.person)
        self.referrals.show_referrals(details.person.id, details.referrals, shown.terms)
        self.facts.show_facts(details)
        self.rights.show_person(details.person.id)
        self._person_id = details.person.id  # a merged record is shown as the one it became
        self.same.show_person(details)
        held = holds_focus(self)
        waited = held and not holds_focus(self._filled)
        self._body.setCurrentWidget(self._filled)
        if waited:
            self.new_button.setFocus()
        self._note_look_up(details)

    def _note_look_up(self, details: PersonDetails) -> None:
        """Let the log tell that the page was opened; the page stands there already."""
        if self._noted:
            return
        self._noted, people = True, (details.person.id,)
        self.services.runner.run(
            lambda store: store.access.note_if_possible(Access.LOOKED_UP, people, Way.PAGE)
        )

    def _show_promises(self, details: PersonDetails) -> None:
        person = details.person
        new = begun(self.services.today(), person_id=person.id, workplace_id=person.workplace_id)
        self.promises.show_promises(details.promises, new, person.name)

    def _show_nobody(self) -> None:
        held = holds_focus(self)
        shown = self.empty if self._receipts is None else self.gone
        # Whoever asked for somebody has chosen: then it is the person who is not there.
        self.empty.sentence.setText(self._nobody if self._person_id else self._none_chosen)
        self._body.setCurrentWidget(shown)
        if held:
            shown.button.setFocus()

    def _erased(self, folder: Path) -> None:
        self._receipts = folder
        self._show_nobody()
        if self.isVisible():
            self.gone.button.setFocus()

    def _open_receipts(self) -> None:
        if self._receipts is not None:
            open_folder(self._receipts)

    def _leave_form(self) -> None:
        held = holds_focus(self.form)
        self._close_form()
        if held:
            self.facts.edit_button.setFocus()

    def _close_form(self) -> None:
        self.form.hide()
        self.facts.show()


def _column(*parts: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(em(holder, 1.14))
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return holder
