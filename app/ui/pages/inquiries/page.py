"""The page Henvendelser."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from app.models.access import note_copied
from app.models.inquiry_details import InquiryDetails, read_details
from app.models.inquiry_list import InquiryFilter, InquiryRow
from app.models.store import Store
from app.models.words import whole_number
from app.ui.page import Page
from app.ui.pages.focus import holds_focus
from app.ui.pages.inquiries.cells import Cells
from app.ui.pages.inquiries.choices import Choices, read_choices
from app.ui.pages.inquiries.details import DetailsPane
from app.ui.pages.inquiries.filter_bar import FilterBar
from app.ui.pages.inquiries.list_pane import ListPane
from app.ui.pages.inquiries.target import ListInquiries, ShowInquiry
from app.ui.pages.inquiries.ways import connect_ways
from app.ui.pages.scrolled import Scrolled
from app.ui.pages.targets import DuplicateInquiry, EditInquiry
from app.ui.services import Services
from app.ui.widgets.clipboard import copy_text
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.measure import announce, button, em, label

_VIEW_DRAFT = "inquiries_view"
_SIDE_BY_SIDE = 56
"""Width in multiples of the text size at which list and details stand side by side."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The answer to a filter: the entry numbers, and how many inquiries there are at all."""

    seqs: tuple[int, ...]
    total: int


class InquiriesPage(Page):
    """Finds, shows, corrects, copies and deletes inquiries."""

    name = "inquiries"
    kinds = ("inquiry", "person", "workplace", "counsellor", "followup", "referral", "visit")

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._cells = Cells(services)
        self._to_show = 0  # entry number of the inquiry to choose once the list has been read
        self._kept_columns = ""
        self.filters = FilterBar(services)
        self.list = ListPane(services, self._cells)
        self.details = DetailsPane(services)
        self._count = label("", "muted")
        self.import_button = button(self.tr("Importér …"))
        self.none_at_all = EmptyState(
            self.tr("Ingen henvendelser endnu."), self.tr("Ny henvendelse"), "inquiries"
        )
        self._lay_out()
        self._connect()
        self._set_shortcuts()
        services.runner.run(lambda store: store.drafts.read(_VIEW_DRAFT), self._restore_columns)

    def reload(self) -> None:
        """Read list, choices and details again; selection, scroll and filter stay."""
        today = self.services.today()
        self.services.runner.run(
            lambda store: read_choices(store, today), self._take_choices, key="inquiries-choices"
        )
        self._read_list()
        self._read_details()

    def open(self, target: object) -> None:
        """Take a :class:`ShowInquiry` or a :class:`ListInquiries`."""
        if isinstance(target, ListInquiries):
            self.filters.set_wanted(target.wanted)
        elif isinstance(target, ShowInquiry):
            inquiry_id = target.inquiry_id
            self.services.runner.run(
                lambda store: store.inquiries.get(inquiry_id).seq,
                self._show_inquiry,
                self.services.notices.show_error,
            )

    def first_focus(self) -> QWidget | None:
        """Return the search field, or the button of the empty page."""
        empty = self.none_at_all.isVisible()
        return self.none_at_all.button if empty else self.filters.search

    def leave(self) -> None:
        """Keep how the columns stand."""
        state = self.list.view.get_state()
        if state != self._kept_columns:
            self._kept_columns = state
            self.services.runner.run(lambda store: store.drafts.save(_VIEW_DRAFT, state))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the details beside the list, or under it where that would be too narrow."""
        super().resizeEvent(event)
        beside = self.width() >= em(self, _SIDE_BY_SIDE)
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self._splitter.orientation() != wanted:
            self._splitter.setOrientation(wanted)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(em(self, 0.86))
        head.addWidget(label(self.tr("Henvendelser"), "title"))
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.import_button)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(em(self, 0.86))
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.details)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([em(self, 61), em(self, 18)])
        found = Scrolled()
        found.column.setSpacing(em(self, 0.71))
        found.column.addWidget(self.filters)
        found.column.addWidget(self._splitter, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 1.43), em(self, 1.14), em(self, 1.43), em(self, 1))
        column.setSpacing(em(self, 0.71))
        column.addLayout(head)
        self._body = QStackedLayout()
        column.addLayout(self._body, 1)
        # Only now: a stacked layout shows its first widget at once, as a window if it has no parent.
        self._body.addWidget(found)
        self._body.addWidget(self.none_at_all)

    def _connect(self) -> None:
        go = self.services.go
        self.import_button.clicked.connect(lambda: go("import", None))
        self.none_at_all.activated.connect(lambda: go("register", None))
        self.filters.changed.connect(lambda _: self._read_list())
        self.filters.entered.connect(self.list.enter)
        self.list.reset_asked.connect(self._reset)
        self.list.order_changed.connect(self._read_list)
        self.list.current_changed.connect(self._read_details)
        self.list.view.opened.connect(lambda _: self._edit())
        self.list.view.copy_asked.connect(self._copy)
        self.list.view.delete_asked.connect(lambda: self._delete(self.list.chosen_seqs()))
        self.details.edit_asked.connect(self._edit)
        self.details.duplicate_asked.connect(self._duplicate)
        connect_ways(self.services, self.details)
        self.details.delete_asked.connect(lambda: self._delete([self.list.current_seq()]))

    def _set_shortcuts(self) -> None:
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl+F", self._to_search),
            ("F3", self._to_search),
            ("F2", self._edit),
            ("Ctrl+D", self._duplicate),
        )
        for key, handler in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(handler)

    def _take_choices(self, choices: Choices) -> None:
        terms = (*choices.reasons, *choices.advice)
        self._cells.set_terms(terms)
        self.details.set_terms(terms)
        self.filters.set_choices(choices)

    def _read_list(self) -> None:
        wanted, sort, descending = self.filters.wanted(), self.list.sort, self.list.descending

        def job(store: Store) -> _Found:
            seqs = store.inquiries.list_seqs(wanted, sort, descending=descending)
            return _Found(seqs, store.inquiries.count())

        self.services.runner.run(job, self._show_list, key="inquiries-list")

    def _show_list(self, found: _Found) -> None:
        self.list.show_seqs(found.seqs)
        self.details.setVisible(bool(found.seqs))
        searching = holds_focus(self.filters.search)
        self._body.setCurrentIndex(0 if found.total else 1)
        if searching and not found.total:
            self.none_at_all.button.setFocus()
        self._tell_count(found)
        if self._to_show and self.list.choose(self._to_show):
            self._to_show = 0
        elif self._to_show and self.filters.wanted() != InquiryFilter():
            self.filters.reset()  # reads the list again, with everything in it

    def _tell_count(self, found: _Found) -> None:
        count, total = len(found.seqs), found.total
        if count != total:
            text = self.tr("{count} af {total} henvendelser").format(
                count=whole_number(count), total=whole_number(total)
            )
        elif total == 1:
            text = self.tr("1 henvendelse")
        else:
            text = self.tr("{count} henvendelser").format(count=whole_number(total))
        if text != self._count.text():
            self._count.setText(text if total else "")
            announce(self._count, text)

    def _read_details(self) -> None:
        seq = self.list.current_seq()

        def job(store: Store) -> InquiryDetails | None:
            rows = store.inquiries.rows((seq,))
            return read_details(store, rows[0].id) if rows else None

        self.services.runner.run(job, self.details.show_details, key="inquiries-details")

    def _show_inquiry(self, seq: int) -> None:
        self._to_show = seq
        self._read_list()

    def _restore_columns(self, state: str | None) -> None:
        if state:
            self.list.view.set_state(state)
        self._kept_columns = self.list.view.get_state()

    def _to_search(self) -> None:
        self.filters.search.setFocus()
        self.filters.search.selectAll()

    def _reset(self) -> None:
        self.filters.reset()
        self._to_search()

    def _edit(self) -> None:
        seq = self.list.current_seq()
        self._with_row(seq, lambda row: self.services.go("register", EditInquiry(row.id)))

    def _duplicate(self) -> None:
        """Begin a new inquiry like the chosen one, or like the newest if none is chosen."""
        seq = self.list.current_seq()
        self._with_row(seq, lambda row: self.services.go("register", DuplicateInquiry(row.id)))

    def _with_row(self, seq: int, use: Callable[[InquiryRow], None]) -> None:
        """Use the row of an inquiry, of the newest one for 0; does nothing where there is none."""

        def job(store: Store) -> tuple[InquiryRow, ...]:
            newest = None if seq else store.inquiries.newest()
            return store.inquiries.rows((newest.seq if newest else seq,))

        def found(rows: tuple[InquiryRow, ...]) -> None:
            for row in rows:
                use(row)

        self.services.runner.run(job, found)

    def _copy(self) -> None:
        seqs = self.list.chosen_seqs() or list(self.list.table.seqs)

        def copied(rows: tuple[InquiryRow, ...]) -> None:
            copy_text(self._cells.as_tsv(rows))
            told = self.tr("{count} rækker er kopieret").format(count=whole_number(len(rows)))
            self.services.notices.tell(self.tr("1 række er kopieret") if len(rows) == 1 else told)

        def job(store: Store) -> tuple[InquiryRow, ...]:
            note_copied(store, seqs)
            return store.inquiries.rows(seqs)

        self.services.runner.run(job, copied)

    def _delete(self, seqs: list[int]) -> None:
        if not seqs:
            return

        def change(store: Store) -> None:
            for row in store.inquiries.rows(seqs):
                store.inquiries.delete(row.id)

        told = self.tr("{count} henvendelser er slettet").format(count=whole_number(len(seqs)))
        one = self.tr("Henvendelsen er slettet")
        self.services.commands.run(one if len(seqs) == 1 else told, change)
