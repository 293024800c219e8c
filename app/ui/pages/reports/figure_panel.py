"""The panel beside the report: what a figure is, and the rows behind it."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QLabel, QVBoxLayout, QWidget

from app.export.figure_answer import Answer
from app.models.figure_people import note_names_copied, read_whose
from app.models.figure_rows import FigureRow
from app.models.store import Store
from app.models.team.told_by import read_told_by, told_by_words
from app.models.types import RecordId
from app.models.words import whole_number
from app.ui import icons
from app.ui.pages.reports.figure_rows_table import FigureRowsTable
from app.ui.pages.reports.figure_ways import open_row
from app.ui.pages.scrolled import Scrolled
from app.ui.services import Services
from app.ui.widgets.clipboard import copy_text
from app.ui.widgets.measure import announce, button, em, label
from app.ui.widgets.notice import Notice
from app.ui.widgets.table import DataTable

translate = QCoreApplication.translate

_DATE, _MONTH, _PLACE, _AMOUNT = 7.3, 9.6, 7.8, 5.9
"""Widths of the columns in multiples of the text size; names have the rest."""


class FigurePanel(QFrame):
    """Shows an answer; ``closed`` asks to go back to the figure."""

    closed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.answer: Answer | None = None
        self.setProperty("surface", "card")
        self.setMinimumSize(em(self, 18), em(self, 12))
        self.name = _words("section")
        self.about = _words("strong")
        self.value = label("", "figure")
        self.share = label("", "muted", wrap=True)
        self.note = Notice("", "info")
        self.known = label("", wrap=True)
        self.definition, self.universe, self.how = (_words(role) for role in ("", "", ""))
        self.count = label("", "strong", wrap=True)
        # A lead has no page of a record: it was reported, and its day is made up.
        lead = services.lead
        keys = (
            self.tr("Esc går tilbage.")
            if lead
            else self.tr("Enter åbner en række, Esc går tilbage.")
        )
        self.keys = label(keys, "caption", wrap=True)
        self.close_button = button("", "quiet", name=self.tr("Luk (Esc)"))
        self.close_button.setToolTip(self.close_button.accessibleName())
        icons.set_icon(self.close_button, "x", "muted", em(self, 1.1))
        self.model = FigureRowsTable(
            self._read_names,
            services.words,
            _headings(lead=lead),
            self,
            by_month=lead,
        )
        self.rows = _RowsView(self.tr("Rækkerne bag tallet"), _MONTH if lead else _DATE)
        self.rows.setModel(self.model)
        self._scrolled = Scrolled()
        self._lay_out()
        self.close_button.clicked.connect(self.closed)
        self.rows.opened.connect(self._open)
        self.rows.copy_asked.connect(self._copy)

    def show_answer(
        self,
        answer: Answer,
        printed: str,
        share: str,
        places: Mapping[str, str],
        about: str = "",
    ) -> None:
        """Show what a figure is; ``share`` says of what it is a part, where it is one.

        ``about`` says whose figure it is and when, where the page beside does not.
        """
        same = self.answer is not None and self.answer.key == answer.key
        words, behind = self._services.words, answer.behind
        chosen = self.rows.currentIndex().row() if same else 0
        self.answer = answer
        named = " · ".join(filter(None, (words(answer.name), about)))
        self.setAccessibleName(f"{named}: {printed}")
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self._scrolled.setAccessibleName(self.accessibleName())
        self.name.setText(words(answer.name))
        self.value.setText(printed)
        self.share.setText(share)
        self.share.setVisible(bool(share))
        self.note.setVisible(answer.note is not None)
        self.note.set_text("" if answer.note is None else words(answer.note))
        self.known.setVisible(answer.known is not None)
        self.known.setText("" if answer.known is None else words(answer.known))
        self.definition.setText(f"{words(answer.word)}: {words(answer.definition)}")
        self.universe.setText(words(answer.universe))
        self.how.setText(words(answer.how))
        self.model.show_rows(behind, places)
        self.count.setText(self._count(len(behind.rows), now=answer.is_corrected))
        self.count.setVisible(answer.tells_rows)
        self.rows.setVisible(bool(behind.rows))
        self.keys.setVisible(bool(behind.rows))
        self.rows.set_widths()
        if behind.rows:
            self.rows.selectRow(min(max(chosen, 0), len(behind.rows) - 1))

    def entry(self) -> QWidget:
        """Return the rows; what is to be read first where not all fits; else the way back."""
        if self._scrolled.verticalScrollBar().maximum():
            return self._scrolled
        return self.rows if self.model.rows else self.close_button

    def enter(self) -> None:
        """Move the focus into the panel, and let a screen reader say what it is about."""
        self.entry().setFocus()
        announce(self, self.accessibleName())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        scrolled = self._scrolled
        scrolled.setProperty("reading", "true")
        scrolled.verticalScrollBar().rangeChanged.connect(self._let_scroll)
        scrolled.column.setSpacing(em(self, 0.57))
        for part in (
            *(self.about, self.value, self.share, self.known, self.note),
            *(self.definition, self.universe, self.how),
        ):
            scrolled.column.addWidget(part)
        for part in (self.count, self.keys):
            scrolled.column.addWidget(part)
        scrolled.column.addWidget(self.rows, 1)
        scrolled.column.addStretch(0)
        side = em(self, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(side, side, side, em(self, 0.57))
        column.addLayout(head)
        column.addWidget(scrolled, 1)

    def _let_scroll(self, _: int, most: int) -> None:
        """Let the arrow keys scroll where not all fits."""
        policy = Qt.FocusPolicy.StrongFocus if most else Qt.FocusPolicy.NoFocus
        self._scrolled.setFocusPolicy(policy)

    def _count(self, rows: int, *, now: bool) -> str:
        if not rows:
            return self.tr("Der er ingen rækker bag tallet.")
        if now:
            return self.tr("Rækkerne, som de er nu: {count}").format(count=whole_number(rows))
        told = self.tr("{count} rækker bag tallet").format(count=whole_number(rows))
        return self.tr("1 række bag tallet") if rows == 1 else told

    def _read_names(
        self, rows: Sequence[FigureRow], done: Callable[[Mapping[RecordId, str]], None]
    ) -> None:
        if self._services.lead:
            self._services.runner.run(lambda store: self._told_by(store, rows), done)
        else:
            self._services.runner.run(lambda store: read_whose(store, rows), done)

    def _told_by(self, store: Store, rows: Sequence[FigureRow]) -> dict[RecordId, str]:
        words = self._services.words
        told = read_told_by(store, rows)
        return {record_id: words(told_by_words(one)) for record_id, one in told.items()}

    def _open(self, at: int) -> None:
        if self._services.lead:
            return
        open_row(self._services, self.model.rows[at])

    def _copy(self) -> None:
        chosen = self.rows.selected_rows() or list(range(len(self.model.rows)))
        rows = [self.model.rows[at] for at in chosen]

        def job(store: Store) -> dict[RecordId, str]:
            if self._services.lead:
                return self._told_by(store, rows)
            note_names_copied(store, rows)
            return read_whose(store, rows)

        def copied(names: Mapping[RecordId, str]) -> None:
            copy_text(self.model.as_tsv(chosen, names))
            told = self.tr("{count} rækker er kopieret").format(count=whole_number(len(rows)))
            self._services.notices.tell(self.tr("1 række er kopieret") if len(rows) == 1 else told)

        self._services.runner.run(job, copied)


class _RowsView(DataTable):
    """Sends ``copy_asked`` for Ctrl+C: what is copied of persons is logged."""

    copy_asked = Signal()

    def __init__(self, name: str, first: float) -> None:
        super().__init__(name)
        self._first = first
        self.setSortingEnabled(False)
        self.setMinimumHeight(em(self, 11))
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)

    def copy_selection(self) -> None:
        """Let the panel copy."""
        self.copy_asked.emit()

    def set_widths(self) -> None:
        """Give dates, places and amounts what they need, and the names the rest."""
        header = self.horizontalHeader()
        for column, width in enumerate((self._first, 0, _PLACE, _AMOUNT)[: header.count()]):
            if width:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(column, em(self, width))
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_widths()


def _headings(*, lead: bool) -> list[str]:
    """Return the headings of the rows: a lead knows no days and nobody by name."""
    place = translate("FigurePanel", "Arbejdsplads")
    if lead:
        return [
            translate("FigurePanel", "Måned"),
            translate("FigurePanel", "Fra computer, og hvad"),
            place,
            "",
        ]
    return [translate("FigurePanel", "Dato"), translate("FigurePanel", "Hvem og hvad"), place, ""]


def _words(role: str) -> QLabel:
    made = label("", role, wrap=True)
    made.setTextFormat(Qt.TextFormat.PlainText)  # a workplace may be called anything
    return made
