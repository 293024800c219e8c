"""The page Opfølgning."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.models.promise_list import PromiseList, read_promises
from app.models.promises import Due, Promise
from app.models.types import FollowUp, RecordId
from app.models.words import short_date, whole_number
from app.ui.page import Page
from app.ui.pages.focus import holds_focus
from app.ui.pages.followups import words
from app.ui.pages.followups.answering import answer
from app.ui.pages.followups.form import FollowUpForm, begun
from app.ui.pages.followups.past import PastGroup
from app.ui.pages.followups.returning import Returning
from app.ui.pages.followups.row import PromiseRow, group_of
from app.ui.pages.followups.target import NewFollowUp
from app.ui.pages.scrolled import Scrolled
from app.ui.services import Services
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.layouts import drop_widgets
from app.ui.widgets.measure import button, em, label
from app.ui.widgets.roving import Roving


class FollowUpsPage(Page):
    """Open promises in four groups; every row is done, put off or corrected with one key.

    What was kept or deleted stands below, folded, and can be taken back.
    """

    name = "followups"
    kinds = ("followup", "inquiry", "person", "workplace", "visit")

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._rows: list[PromiseRow] = []
        self._roving, self._returning = Roving(), Returning()
        self._saved = ""
        self._count = label("", "muted")
        self._keys = label(
            self.tr(
                "Mellemrum: gjort · 1: en dag senere · 7: en uge senere · K: kommentér · "
                "F2: ret · O: åbn · N: ny"
            ),
            "caption",
            wrap=True,
        )
        self.new_button = button(self.tr("Ny opfølgning"), name=self.tr("Ny opfølgning (N)"))
        self.referrals_button = button(self.tr("Henvisninger"), "link")
        self.referrals_button.clicked.connect(lambda: services.go("referrals", None))
        self._empty = EmptyState(
            self.tr("Ingen opfølgninger. Aftal en her, eller når du registrerer en henvendelse."),
            self.tr("Ny opfølgning"),
            "followups",
        )
        self.form = FollowUpForm(services)
        self.form.hide()
        self._nothing = label(self.tr("Intet åbent. Det, der er gjort, står nedenfor."), "muted")
        self.kept, self.deleted = PastGroup(self.tr("Gjort")), PastGroup(self.tr("Slettet"))
        self._list = Scrolled()
        self._waiting = _Waiting(self._list)
        self._body = QStackedLayout()
        self._body.addWidget(self._waiting)
        self._body.addWidget(self._list)
        self._body.addWidget(self._empty)
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Read the promises again; the focus stays where it was."""
        kept, deleted = self.kept.limit, self.deleted.limit
        self.services.runner.run(
            lambda store: read_promises(store, kept, deleted), self._show, key="followups"
        )

    def open(self, target: object) -> None:
        """Begin a new promise with a :class:`NewFollowUp`."""
        if isinstance(target, NewFollowUp):
            self._begin(target.wanted, target.about)

    def leave(self) -> None:
        """Keep what is being typed."""
        if not self.form.isHidden() and self.form.is_changed:
            self.form.save()

    def begin_new(self) -> None:
        """Open the form of a promise that is about nothing but itself."""
        self._begin(begun(self.services.today()), "")

    def first_focus(self) -> QWidget | None:
        """Return the first row, or what stands in its place while the rows are read."""
        if self._rows:
            return self._rows[0]
        if self._body.currentWidget() is self._list:
            return self.new_button
        return self._empty.button if self._empty.isVisible() else self._waiting

    def rows(self) -> list[PromiseRow]:
        """Return the rows that are shown, from above."""
        return list(self._rows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move between rows with the arrow keys, and scroll to the row that takes the focus."""
        if not isinstance(watched, PromiseRow):
            return False
        if event.type() == QEvent.Type.FocusIn:
            self._roving.set_current(watched)
            for row in self._rows:
                row.set_current(row is watched)
            self._list.ensureWidgetVisible(watched)
        elif event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return not event.modifiers() and self._roving.move(event.key())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_N and not event.modifiers():
            self.begin_new()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(em(self, 0.86))
        head.addWidget(label(self.tr("Opfølgning"), "title"))
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignBottom)
        below = QHBoxLayout()
        below.addWidget(self._keys, 1)
        below.addStretch()  # the link stays at the right where there are no keys to tell
        below.addWidget(self.referrals_button, 0, Qt.AlignmentFlag.AlignTop)
        self._groups = QVBoxLayout()
        self._groups.setSpacing(em(self, 1.14))
        self._list.column.addWidget(self.form)
        self._list.column.addWidget(self._nothing)
        self._list.column.addLayout(self._groups)
        self._list.column.addWidget(self.kept)
        self._list.column.addWidget(self.deleted)
        self._list.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 1.43), em(self, 1.43), em(self, 1.43), em(self, 1))
        column.setSpacing(em(self, 0.86))
        column.addLayout(head)
        column.addLayout(below)
        column.addLayout(self._body, 1)

    def _connect(self) -> None:
        self._empty.activated.connect(self.begin_new)
        self.new_button.clicked.connect(self.begin_new)
        self.form.left.connect(self._close_form)
        self.form.saved.connect(self._form_saved)
        for group in (self.kept, self.deleted):
            group.wanted.connect(self.reload)
            group.back_asked.connect(self._take_back)

    def _show(self, found: PromiseList) -> None:
        place = self._focused_place()
        waiting = any(map(holds_focus, (self._waiting, self._empty)))
        began = holds_focus(self.new_button)
        self._clear()
        if not self.form.follow(found.open):
            self._put_form_away("")
        for due in Due:
            group = [promise for promise in found.open if promise.due(self.services.today()) is due]
            if group:
                self._add_group(due, group)
        self._show_past(found)
        self._roving.set_members(self._rows)
        for row in self._rows:
            row.set_current(row is self._roving.current)
        nothing = not (found.open or found.kept_count or found.deleted_count)
        self._nothing.setVisible(not found.open and not nothing)
        empty = nothing and self.form.isHidden()
        self._body.setCurrentWidget(self._empty if empty else self._list)
        self.new_button.setVisible(not empty)
        self._tell_count(found.open)
        back = self._returning.see({row.promise.followup.id for row in self._rows})
        wanted = self._saved or (back if place is not None or began else "")
        if wanted:
            self._focus_again(wanted, 0)
            self._saved = ""
        elif place is not None or waiting or (began and empty):
            self._focus_again(*(place or ("", 0)))

    def _show_past(self, found: PromiseList) -> None:
        kept = [
            (each, short_date(each.followup.done_on))
            for each in found.kept
            if each.followup.done_on is not None
        ]
        deleted = [(each.promise, short_date(each.deleted_on)) for each in found.deleted]
        self.kept.show_past(kept, found.kept_count)
        self.deleted.show_past(deleted, found.deleted_count)

    def _begin(self, followup: FollowUp, about: str, *, comment: bool = False) -> None:
        self.form.begin(followup, about)
        self._body.setCurrentWidget(self._list)
        self.new_button.show()
        self.form.open(comment=comment)

    def _edit(self, promise: Promise, comment: bool) -> None:
        self._begin(promise.followup, words.about(promise), comment=comment)

    def _form_saved(self, followup_id: str) -> None:
        self._put_form_away(followup_id)
        self.reload()

    def _put_form_away(self, followup_id: str) -> None:
        """Close the form; had it the focus, that goes to this row as soon as it has been read."""
        held = holds_focus(self.form)
        self.form.hide()
        if held:
            self._saved = followup_id or self.form.followup_id
            self.new_button.setFocus()

    def _close_form(self) -> None:
        """Go back to the row that was being corrected, or the first."""
        corrected = self.form.followup_id
        self.form.hide()
        if self._rows:
            self._focus_again(corrected, 0)
        else:
            self.new_button.setFocus()
            self.reload()

    def _take_back(self, followup_id: str) -> None:
        self.services.commands.run(
            self.tr("Opfølgningen er taget tilbage"),
            lambda store: store.followups.take_back(RecordId(followup_id)),
        )

    def _add_group(self, due: Due, group: list[Promise]) -> None:
        rows = [PromiseRow(promise, self.services.today()) for promise in group]
        for row in rows:
            row.installEventFilter(self)
            row.asked.connect(
                lambda wish, asked=row: answer(self.services, wish, asked.promise, self._edit)
            )
        self._rows += rows
        holder = _titled(f"{words.group_title(due)} · {whole_number(len(group))}", group_of(rows))
        self._groups.addWidget(holder)
        holder.show()  # now, not with the next event: a row may get the focus at once

    def _tell_count(self, promises: tuple[Promise, ...]) -> None:
        late = sum(promise.due(self.services.today()) is Due.LATE for promise in promises)
        text = self.tr("%n åbne", "", len(promises))
        if late:
            text += self.tr(", {count} over tid").format(count=whole_number(late))
        self._count.setText(text if promises else "")
        self._keys.setVisible(bool(promises))

    def _clear(self) -> None:
        self._rows = []
        drop_widgets(self._groups)

    def _focused_place(self) -> tuple[str, int] | None:
        """Return the follow-up whose row has the focus, with its position; None for no row."""
        for position, row in enumerate(self._rows):
            if holds_focus(row):
                return row.promise.followup.id, position
        return None

    def _focus_again(self, followup_id: str, position: int) -> None:
        if not self._rows:
            empty = self._body.currentWidget() is self._empty
            (self._empty.button if empty else self.new_button).setFocus()
            return
        same = [row for row in self._rows if row.promise.followup.id == followup_id]
        self._roving.focus(same[0] if same else self._rows[min(position, len(self._rows) - 1)])


def _titled(title: str, content: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(em(holder, 0.43))
    column.addWidget(label(title, "section"))
    column.addWidget(content)
    return holder


class _Waiting(QWidget):
    """Keeps the focus for the rows until they have been read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Henter opfølgninger"))
