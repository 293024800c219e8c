"""The page Henvisninger: open referrals first, each followed by one key."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.models.case_types import Referral, ReferralState
from app.models.referral_list import ShownReferral, list_referrals
from app.models.referring import (
    ReferralPlan,
    plan_for_person,
    plan_from_inquiry,
    plan_of_referral,
)
from app.models.store import Store
from app.models.taxonomy import Term
from app.models.types import RecordId, TermKind
from app.ui.page import Page
from app.ui.pages.focus import holds_focus
from app.ui.pages.inquiries.target import ShowInquiry
from app.ui.pages.referrals.answering import answer
from app.ui.pages.referrals.form import ReferralForm
from app.ui.pages.referrals.row import ReferralRow
from app.ui.pages.referrals.target import ReferInquiry, ReferPerson, ShowReferral
from app.ui.pages.row_list import RowList
from app.ui.pages.scrolled import Scrolled
from app.ui.pages.targets import ShowPerson
from app.ui.services import Services
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.measure import em, label
from app.ui.widgets.segmented import Option, Segmented

_OPEN, _ALL = "open", "all"


@dataclass(frozen=True, slots=True)
class _Shown:
    """``edited`` is the referral whose form is open, None where there is none (any more)."""

    listed: tuple[ShownReferral, ...]
    terms: dict[str, Term]
    edited: Referral | None


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a form needs: ``referral`` is None for a new one, ``state`` one to be proposed."""

    plan: ReferralPlan
    terms: dict[str, Term]
    referral: Referral | None = None
    state: ReferralState | None = None


class ReferralsPage(Page):
    """Lists referrals; a form stands under the row that it is about."""

    name: ClassVar[str] = "referrals"
    kinds: ClassVar[tuple[str, ...]] = ("referral", "inquiry", "person", "workplace", "offer")

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._shown: _Shown | None = None
        self._back: tuple[str, object] | None = None
        self._waited_for = False  # the first row shall have the focus as soon as it has been read
        options = (Option(_OPEN, self.tr("Åbne")), Option(_ALL, self.tr("Alle")))
        self.filter = Segmented(self.tr("Vis"), options)
        self.filter.set_value(_OPEN)
        self._count = label("", "muted")
        self._keys = label(
            self.tr(
                "Mellemrum: session i dag · 1 accepteret · 2 begyndt · 3 afsluttet · 4 stoppet · "
                "5 afvist · Enter: ret"
            ),
            "caption",
            wrap=True,
        )
        self.list = RowList()
        self.empty = EmptyState(
            self.tr("Ingen åbne henvisninger. Henvis fra en henvendelse eller en person."),
            self.tr("Henvendelser"),
            "people",
        )
        self._lay_out()
        self.filter.changed.connect(lambda _: self.reload())
        self.list.emptied.connect(self._to_what_is_left)
        self.empty.activated.connect(lambda: services.go("inquiries", None))

    def reload(self) -> None:
        """Read the referrals again; the focus and what is being typed stay."""
        only_open, today = self.filter.value() == _OPEN, self.services.today()
        edited = RecordId(self.list.form.about_key) if self.list.form is not None else None

        def job(store: Store) -> _Shown:
            terms = store.taxonomy.terms(TermKind.ADVICE, today)
            listed = list_referrals(store, only_open=only_open)
            kept = store.referrals.find(edited) if edited else None
            return _Shown(listed, {term.code: term for term in terms}, kept)

        self.services.runner.run(job, self._show, key="referrals")

    def open(self, target: object) -> None:
        """Take one of the targets of :mod:`app.ui.pages.referrals.target`."""
        if isinstance(target, ReferInquiry):
            self._back = ("inquiries", ShowInquiry(target.inquiry_id))
            inquiry_id = target.inquiry_id
            self._ask(lambda store: _asked(store, plan_from_inquiry(store, inquiry_id)))
        elif isinstance(target, ReferPerson):
            self._back = ("person", ShowPerson(target.person_id))
            person_id = target.person_id
            self._ask(lambda store: _asked(store, plan_for_person(store, person_id)))
        elif isinstance(target, ShowReferral):
            back = target.person_id
            self._back = None if back is None else ("person", ShowPerson(back))
            self._edit(target.referral_id, target.state)

    def first_focus(self) -> QWidget:
        """Return the first row, or the filter where there is none or as long as none is read."""
        self._waited_for = self._shown is None
        return self.list.rows[0] if self.list.rows else self.filter.button(self.filter.value())

    def leave(self) -> None:
        """Keep what was entered in the form."""
        form = self.list.form
        if isinstance(form, ReferralForm) and form.is_changed():
            self._back = None
            form.save()

    def rows(self) -> list[ReferralRow]:
        """Return the rows that are shown, from above."""
        return [row for row in self.list.rows if isinstance(row, ReferralRow)]

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(em(self, 0.86))
        head.addWidget(label(self.tr("Henvisninger"), "title"))
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignRight)
        scrolled = Scrolled()
        scrolled.column.addWidget(self.list)
        scrolled.column.addStretch(1)
        self._filled = scrolled
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 1.43), em(self, 1.43), em(self, 1.43), em(self, 1))
        column.setSpacing(em(self, 0.86))
        column.addLayout(head)
        column.addWidget(self._keys)
        self._body = QStackedLayout()
        column.addLayout(self._body, 1)
        self._body.addWidget(scrolled)
        self._body.addWidget(self.empty)

    def _show(self, shown: _Shown) -> None:
        self._shown = shown
        self._follow(shown.edited)
        rows = []
        for one in shown.listed:
            row = ReferralRow(self.services, one, shown.terms)
            row.asked.connect(
                lambda wish, asked=one.referral: answer(self.services, wish, asked, self._reopen)
            )
            rows.append(row)
        self.list.show_rows(rows)
        count = len(rows)
        only_open = self.filter.value() == _OPEN
        told = self.tr("%n åbne", "", count) if only_open else self.tr("%n i alt", "", count)
        self._count.setText(told if rows else "")
        self._keys.setVisible(bool(rows))
        self._show_body()
        self._enter()

    def _enter(self) -> None:
        """Go to the first row when it has come, unless somebody has gone elsewhere meanwhile."""
        waited, self._waited_for = self._waited_for, False
        if waited and self.list.rows and holds_focus(self.filter):
            self.list.focus_row(self.list.rows[0].key)

    def _follow(self, referral: Referral | None) -> None:
        """Let the form say what the store says by now, or close where the referral is gone."""
        form = self.list.form
        if not isinstance(form, ReferralForm) or not form.about_key:
            return
        if referral is None and not form.is_changed():
            self.list.close_form()
        elif referral is not None and referral.id == form.about_key:
            form.follow(referral)

    def _show_body(self) -> None:
        filled = bool(self.list.rows) or self.list.form is not None
        held = holds_focus(self._filled)
        self._body.setCurrentWidget(self._filled if filled else self.empty)
        if held and not filled:
            self.empty.button.setFocus()

    def _reopen(self, referral: Referral, state: ReferralState | None) -> None:
        self._back = None
        self._edit(referral.id, state)

    def _edit(self, referral_id: RecordId, state: ReferralState | None) -> None:
        def job(store: Store) -> _Asked:
            referral = store.referrals.get(referral_id)
            return _asked(store, plan_of_referral(store, referral), referral, state)

        self._ask(job)

    def _ask(self, job: Callable[[Store], _Asked]) -> None:
        self.services.runner.run(
            job, self._open_form, self.services.notices.show_error, key="referrals.form"
        )

    def _open_form(self, asked: _Asked) -> None:
        form = ReferralForm(self.services, asked.plan, asked.terms, asked.referral)
        if asked.state is not None:
            form.propose_state(asked.state)
        form.left.connect(self._leave_form)
        form.stored.connect(self._store)
        self._body.setCurrentWidget(self._filled)
        self.list.open_form(form)

    def _store(self, referral: Referral) -> None:
        form = self.list.form
        assert form is not None

        def change(store: Store) -> Referral:
            if referral.id:
                return store.referrals.correct(referral)
            return store.referrals.add(referral)

        told = self.tr("Henvisningen er gemt")
        self.services.commands.run(told, change, self._stored, form.show_error)

    def _stored(self, referral: Referral) -> None:
        if self.list.form is not None:
            self.list.form.about_key = referral.id
        self._leave_form()

    def _leave_form(self) -> None:
        back, self._back = self._back, None
        self.list.close_form()
        self._show_body()
        if back is not None:
            self.services.go(*back)

    def _to_what_is_left(self) -> None:
        left = self.empty.button if self.empty.isVisible() else self.filter.button(_OPEN)
        left.setFocus()


def _asked(
    store: Store,
    plan: ReferralPlan,
    referral: Referral | None = None,
    state: ReferralState | None = None,
) -> _Asked:
    terms = {term.code: term for term in store.taxonomy.terms(TermKind.ADVICE, plan.day)}
    current = {code: term for code, term in terms.items() if term.is_valid(plan.day)}
    return _Asked(plan, current, referral, state)
