"""The promises around one person, workplace or visit: made, kept, put off, corrected in place."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.promises import Promise
from app.models.types import FollowUp
from app.ui.pages.focus import holds_focus
from app.ui.pages.followups import words
from app.ui.pages.followups.answering import answer
from app.ui.pages.followups.form import FollowUpForm
from app.ui.pages.followups.row import PromiseRow
from app.ui.pages.plan.facts import plain
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.layouts import drop_widgets
from app.ui.widgets.measure import button, em, hairline, label

_KEPT = 5
"""How many kept ones are shown; all of them stand on the page Opfølgning."""


class PromisesCard(Card):
    """Open promises as on the page Opfølgning, with the same keys; the last kept ones below."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._services = services
        self._wanted: FollowUp | None = None
        self._about = ""
        self.set_title(self.tr("Opfølgning"))
        self.new_button = button(self.tr("Ny"), "quiet", name=self.tr("Ny opfølgning (N)"))
        self.new_button.setToolTip(self.new_button.accessibleName())
        self.new_button.clicked.connect(self.begin)
        self.add_action(self.new_button)
        self.form = FollowUpForm(services)
        self.form.hide()
        self.form.left.connect(self._close)
        self.form.saved.connect(lambda _: self._close())
        self.body.addWidget(self.form)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addLayout(self._column)
        self.body.addStretch(1)
        self.rows: list[PromiseRow] = []

    def show_promises(self, promises: Sequence[Promise], wanted: FollowUp, about: str = "") -> None:
        """Show what was promised; ``wanted`` is what a new one begins with, ``about`` in words.

        The focus stays in the list, and what is being typed stays unless it is about another one.
        """
        if _links(self._wanted) != _links(wanted):
            self._close()
        self._wanted, self._about = wanted, about
        if not self.form.follow(promises):
            self._close()
        held = next((n for n, row in enumerate(self.rows) if holds_focus(row)), None)
        self._clear()
        for promise in promises:
            if promise.followup.done_on is None:
                self._add_row(promise)
        kept = [promise for promise in promises if promise.followup.done_on is not None]
        if kept and self.rows:
            self._column.addSpacing(em(self, 0.57))
        kept.sort(key=lambda promise: promise.followup.done_on or date.min)
        for promise in kept[-_KEPT:]:
            self._add(plain(words.kept(promise), "caption"))
        if len(kept) > _KEPT:
            self._add(label(self.tr("Alle, der er gjort, står under Opfølgning."), "caption"))
        if not promises:
            self._add(label(self.tr("Intet aftalt."), "muted", wrap=True))
        if held is not None:
            left = self.rows[min(held, len(self.rows) - 1)] if self.rows else self.new_button
            left.setFocus()

    def begin(self) -> None:
        """Open the form of a new promise."""
        if self._wanted is not None:
            self._open(self._wanted, self._about)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a new promise with N from anywhere in the card."""
        if event.key() == Qt.Key.Key_N and not event.modifiers():
            self.begin()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Keep what is being typed."""
        if not self.form.isHidden() and self.form.is_changed:
            self.form.save()

    def _open(self, followup: FollowUp, about: str, *, comment: bool = False) -> None:
        self.form.begin(followup, about)
        self.form.open(comment=comment)

    def _edit(self, promise: Promise, comment: bool) -> None:
        self._open(promise.followup, words.about(promise), comment=comment)

    def _close(self) -> None:
        held = holds_focus(self.form)
        self.form.hide()
        if held:
            self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(self, promise: Promise) -> None:
        if self.rows:
            self._add(hairline())
        row = PromiseRow(promise, self._services.today(), _links(self._wanted))
        row.set_current(True)
        row.asked.connect(lambda wish: answer(self._services, wish, promise, self._edit))
        self.rows.append(row)
        self._add(row)

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        widget.show()

    def _clear(self) -> None:
        self.rows = []
        drop_widgets(self._column)


def _links(followup: FollowUp | None) -> tuple[str | None, ...]:
    if followup is None:
        return ()
    return followup.inquiry_id, followup.person_id, followup.workplace_id, followup.visit_id
