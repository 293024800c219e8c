"""The page Tilbud: the directory of everything that people can use."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from app.models.offer_list import ShownOffer, list_offers
from app.models.offers import USUAL_ADVICE
from app.models.sorting import danish_key
from app.models.store import Store
from app.models.taxonomy import Term
from app.models.types import Offer, OfferKind, RecordId, TermKind
from app.ui.page import Page
from app.ui.pages.focus import holds_focus
from app.ui.pages.offers.form import OfferForm, Owner
from app.ui.pages.offers.row import DELETE, OfferRow
from app.ui.pages.row_list import RowList
from app.ui.pages.scrolled import Scrolled
from app.ui.services import Services
from app.ui.widgets.columns import Columns
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.measure import button, em, label
from app.ui.widgets.segmented import Option, Segmented

_VALID, _ALL = "valid", "all"
_NEW = Offer(kind=OfferKind.COACHING, provider="", advice_code=USUAL_ADVICE[OfferKind.COACHING])


@dataclass(frozen=True, slots=True)
class _Shown:
    listed: tuple[ShownOffer, ...]
    total: int
    owners: tuple[Owner, ...]
    advice: tuple[Term, ...]
    edited: Offer | None
    """The offer whose form is open, None where there is none (any more)."""


class OffersPage(Page):
    """Finds, adds, corrects and deletes offers; a form stands under the row that it is about."""

    name: ClassVar[str] = "offers"
    kinds: ClassVar[tuple[str, ...]] = ("offer", "workplace", "organisation")

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._shown: _Shown | None = None
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Søg tilbud"))
        self.search.setPlaceholderText(self.tr("Søg leverandør, arbejdsplads, slags"))
        self.search.setClearButtonEnabled(True)
        options = (Option(_VALID, self.tr("Gælder i dag")), Option(_ALL, self.tr("Alle")))
        self.filter = Segmented(self.tr("Vis"), options)
        self.filter.set_value(_VALID)
        self.new_button = button(self.tr("Nyt tilbud"), "primary")
        self._count = label("", "muted")
        self.list = RowList()
        self._none = label(self.tr("Ingen tilbud passer til søgningen."), "muted", wrap=True)
        self.empty = EmptyState(
            self.tr(
                "Her er ingen tilbud endnu. Tilføj det, folk kan bruge: coaching, forsikring …"
            ),
            self.tr("Tilføj det første"),
            "cards",
        )
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Read the offers again; search, focus and what is being typed stay."""
        query, today = self.search.text(), self.services.today()
        edited = RecordId(self.list.form.about_key) if self.list.form is not None else None
        valid_on = today if self.filter.value() == _VALID else None
        index = 0 if self.services.language == "da" else 1

        def job(store: Store) -> _Shown:
            owners = [Owner(one.id, one.name, True) for one in store.organisations.all()]
            owners += [Owner(one.id, one.name, False) for one in store.workplaces.all()]
            terms = store.taxonomy.terms(TermKind.ADVICE, today)
            return _Shown(
                list_offers(store, query, valid_on=valid_on, language_index=index),
                store.offers.count(),
                tuple(sorted(owners, key=lambda owner: danish_key(owner.name))),
                tuple(term for term in terms if term.is_valid(today)),
                store.offers.find(edited) if edited else None,
            )

        self.services.runner.run(job, self._show, key="offers")

    def first_focus(self) -> QWidget:
        """Return the search field, or the button of the empty page."""
        return self.empty.button if self.empty.isVisible() else self.search

    def leave(self) -> None:
        """Keep what was entered in the form."""
        form = self.list.form
        if isinstance(form, OfferForm) and form.is_changed():
            form.save()

    def rows(self) -> list[OfferRow]:
        """Return the rows that are shown, from above."""
        return [row for row in self.list.rows if isinstance(row, OfferRow)]

    def begin_new(self) -> None:
        """Open the form of a new offer."""
        self._open_form(_NEW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the search field to the list with Down or Enter."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            down = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if down and not event.modifiers() and self.list.rows:
                return self.list.focus_row(self.list.rows[0].key)
        return False

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(em(self, 0.86))
        head.addWidget(label(self.tr("Tilbud"), "title"))
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.new_button)
        scrolled = Scrolled()
        scrolled.column.setSpacing(em(self, 0.86))
        self._finding = Columns((self.search, self.filter), least=34, shares=(5, 3), gap=0.86)
        scrolled.column.addWidget(self._finding)
        scrolled.column.addWidget(self._none)
        scrolled.column.addWidget(self.list)
        scrolled.column.addStretch(1)
        self._filled = scrolled
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 1.43), em(self, 1.43), em(self, 1.43), em(self, 1))
        column.setSpacing(em(self, 0.86))
        column.addLayout(head)
        self._body = QStackedLayout()
        column.addLayout(self._body, 1)
        self._body.addWidget(scrolled)
        self._body.addWidget(self.empty)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self.reload())
        self.search.installEventFilter(self)
        self.filter.changed.connect(lambda _: self.reload())
        self.new_button.clicked.connect(self.begin_new)
        self.empty.activated.connect(self.begin_new)
        self.list.emptied.connect(self._to_what_is_left)
        for keys in ("Ctrl+F", "F3"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._to_search)

    def _show(self, shown: _Shown) -> None:
        self._shown = shown
        self._follow(shown.edited)
        said = self.services.words
        advice = {term.code: said(term.short) for term in shown.advice}
        rows = []
        for one in shown.listed:
            row = OfferRow(self.services, one, advice.get(one.offer.advice_code, ""))
            row.asked.connect(lambda wish, asked=one.offer: self._answer(wish, asked))
            rows.append(row)
        self.list.show_rows(rows)
        self._count.setText(self.tr("%n tilbud", "", len(rows)) if rows else "")
        self._none.setVisible(bool(shown.total) and not rows)
        self._show_body()

    def _follow(self, offer: Offer | None) -> None:
        """Let the form say what the store says by now, or close where the offer is gone."""
        form = self.list.form
        if not isinstance(form, OfferForm) or not form.about_key:
            return
        if offer is None and not form.is_changed():
            self.list.close_form()
        elif offer is not None and offer.id == form.about_key:
            form.follow(offer)

    def _show_body(self) -> None:
        filled = self._shown is None or bool(self._shown.total) or self.list.form is not None
        held = holds_focus(self._filled) or holds_focus(self.empty)
        self._body.setCurrentWidget(self._filled if filled else self.empty)
        self.new_button.setVisible(filled)
        if held and not filled:
            self.empty.button.setFocus()

    def _answer(self, wish: str, offer: Offer) -> None:
        if wish == DELETE:
            self.services.commands.run(
                self.tr("Tilbuddet er slettet"), lambda store: store.offers.delete(offer.id)
            )
        else:
            self._open_form(offer)

    def _open_form(self, offer: Offer) -> None:
        if self._shown is None:
            return
        said = self.services.words
        advice = {term.code: said(term.label) for term in self._shown.advice}
        if offer.advice_code:
            advice.setdefault(offer.advice_code, offer.advice_code)  # it was retired since
        form = OfferForm(self.services, offer, self._shown.owners, tuple(advice.items()))
        form.left.connect(self._leave_form)
        form.stored.connect(self._store)
        self._body.setCurrentWidget(self._filled)
        self.new_button.show()
        self.list.open_form(form)

    def _store(self, offer: Offer) -> None:
        form = self.list.form
        assert form is not None

        def change(store: Store) -> Offer:
            return store.offers.change(offer) if offer.id else store.offers.add(offer)

        self.services.commands.run(
            self.tr("Tilbuddet er gemt"), change, self._stored, form.show_error
        )

    def _stored(self, offer: Offer) -> None:
        if self.list.form is not None:
            self.list.form.about_key = offer.id
        self._leave_form()

    def _leave_form(self) -> None:
        self.list.close_form()
        self._show_body()

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _to_what_is_left(self) -> None:
        self.first_focus().setFocus()
