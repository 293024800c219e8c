"""The page Opfølgning."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.models.promises import Due, Promise, open_promises
from app.models.words import whole_number
from app.ui.page import Page
from app.ui.pages.focus import holds_focus
from app.ui.pages.followups import words
from app.ui.pages.followups.answering import answer
from app.ui.pages.followups.row import PromiseRow, group_of
from app.ui.pages.scrolled import Scrolled
from app.ui.services import Services
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.measure import button, em, label
from app.ui.widgets.roving import Roving


class FollowUpsPage(Page):
    """Open promises in four groups; every row is done or put off with one key."""

    name = "followups"
    kinds = ("followup", "inquiry", "person", "workplace")

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._rows: list[PromiseRow] = []
        self._roving = Roving()
        self._count = label("", "muted")
        keys = self.tr("Mellemrum: gjort · 1: en dag senere · 7: en uge senere · F2: åbn")
        self._keys = label(keys, "caption", wrap=True)
        self._keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.referrals_button = button(self.tr("Henvisninger"), "link")
        self.referrals_button.clicked.connect(lambda: services.go("referrals", None))
        self._empty = EmptyState(
            self.tr("Ingen opfølgninger. Aftal en, når du registrerer en henvendelse."),
            self.tr("Ny henvendelse"),
            "followups",
        )
        self._empty.activated.connect(lambda: services.go("register", None))
        self._list = Scrolled()
        self._waiting = _Waiting(self._list)
        self._body = QStackedLayout()
        self._body.addWidget(self._waiting)
        self._body.addWidget(self._list)
        self._body.addWidget(self._empty)
        self._lay_out()

    def reload(self) -> None:
        """Read the open promises again; the focus stays where it was."""
        self.services.runner.run(open_promises, self._show, key="followups")

    def first_focus(self) -> QWidget | None:
        """Return the first row, or what stands in its place while the rows are read."""
        if self._rows:
            return self._rows[0]
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

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(em(self, 0.86))
        head.addWidget(label(self.tr("Opfølgning"), "title"))
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self._keys, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 1.43), em(self, 1.43), em(self, 1.43), em(self, 1))
        column.setSpacing(em(self, 0.86))
        column.addLayout(head)
        column.addLayout(self._body, 1)
        column.addWidget(self.referrals_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _show(self, promises: tuple[Promise, ...]) -> None:
        place = self._focused_place()
        today = self.services.today()
        waiting = holds_focus(self._waiting)
        self._clear()
        for due in Due:
            group = [promise for promise in promises if promise.due(today) is due]
            if group:
                self._add_group(due, group)
        self._list.column.addStretch(1)
        self._roving.set_members(self._rows)
        for row in self._rows:
            row.set_current(row is self._roving.current)
        self._body.setCurrentWidget(self._list if self._rows else self._empty)
        self._tell_count(promises)
        if place is not None or waiting:
            self._focus_again(*(place or ("", 0)))

    def _add_group(self, due: Due, group: list[Promise]) -> None:
        rows = [PromiseRow(promise, self.services.today()) for promise in group]
        for row in rows:
            row.installEventFilter(self)
            row.asked.connect(lambda wish, asked=row: answer(self.services, wish, asked.promise))
        self._rows += rows
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.43))
        heading = f"{words.group_title(due)} · {whole_number(len(group))}"
        column.addWidget(label(heading, "section"))
        column.addWidget(group_of(rows))
        self._list.column.addWidget(holder)
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
        while self._list.column.count():
            item = self._list.column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _focused_place(self) -> tuple[str, int] | None:
        """Return the follow-up whose row has the focus, with its position; None for no row."""
        for position, row in enumerate(self._rows):
            if holds_focus(row):
                return row.promise.followup.id, position
        return None

    def _focus_again(self, followup_id: str, position: int) -> None:
        if not self._rows:
            self._empty.button.setFocus()
            return
        same = [row for row in self._rows if row.promise.followup.id == followup_id]
        self._roving.focus(same[0] if same else self._rows[min(position, len(self._rows) - 1)])


class _Waiting(QWidget):
    """Keeps the focus for the rows until they have been read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Henter opfølgninger"))
