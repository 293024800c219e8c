"""What came in while nobody looked: refusals until they are seen, and every receipt to read again."""

from collections.abc import Sequence

from PySide6.QtCore import (
    Qt,
    Signal,
)
from PySide6.QtWidgets import QWidget

from app.export.reception_words import came_at, outcome, sums, what, whose
from app.models.store import Store
from app.models.team.receptions import Reception, Receptions
from app.models.words import whole_number
from app.ui.pages.focus import holds_focus
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.headed_model import ROOT, HeadedModel, Index
from app.ui.widgets.measure import button, em, label
from app.ui.widgets.notice import Notice
from app.ui.widgets.table import DataTable

_MOST_LINES, _MOST_ROWS = 5, 8
_WIDTHS = (11, 5, 18)
"""Of the columns, in text sizes; what came of it has the rest."""


class RefusedNotice(Notice):
    """What was refused since somebody looked last, each with its reason; ``seen`` puts it away."""

    seen = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__("", "danger", "")
        self._services = services
        self._shown: tuple[int, ...] = ()
        self.button.setText(self.tr("Set"))
        self.button.setAccessibleName(self.tr("Afvisningerne er set"))
        self.button.show()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.activated.connect(self._see)
        self.hide()

    def show_refused(self, refused: Sequence[Reception], *, more: bool) -> None:
        """Show the newest refusals; ``more`` says that there are others."""
        words = self._services.words
        self._shown = tuple(one.id for one in refused)
        lines = [self.tr("Afvist; intet er ændret af det:")]
        lines += [f"{came_at(one)}  {whose(one)}{words(what(one))}: {words(outcome(one))}"
                  for one in refused[:_MOST_LINES]]  # fmt: skip
        hidden = len(refused) - _MOST_LINES
        if more:
            lines.append(self.tr("og mange flere; de står under »Modtaget«"))
        elif hidden > 0:
            lines.append(self.tr("og %n mere", "", hidden))
        self.setVisible(bool(refused))
        text = "\n".join(lines) if refused else ""
        if text != self.label.text():
            self.set_text(text)

    def _see(self) -> None:
        shown = self._shown

        def job(store: Store) -> None:
            Receptions(store).see(shown)

        # What came meanwhile was not shown, and stays.
        self._services.runner.run(job, lambda _: self.seen.emit())


class HistoryCard(Card):
    """Every letter that came in, the newest first; ``more`` asks for all."""

    more = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__("")
        self.set_title(self.tr("Modtaget"))
        headings = (self.tr("Hvornår"), self.tr("Fra"), self.tr("Hvad"), self.tr("Blev til"))
        self.model = HistoryModel(services, headings)
        self.table = _Table(self.tr("Modtaget"))
        self.table.setModel(self.model)
        for at, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(at, em(self, width))
        self.count = label("", "caption", wrap=True)
        self.all = button(self.tr("Vis alt"), "link")
        self.body.addWidget(self.table)
        self.body.addWidget(self.count)
        self.body.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self.all.clicked.connect(self._show_all)
        self.hide()

    def show_receptions(self, shown: Sequence[Reception], total: int) -> None:
        """Show these of so many; the row that one is in stays while nothing new has come."""
        current = self.table.currentIndex()
        self.model.show_rows(shown)
        if current.isValid() and current.row() < len(shown):
            self.table.setCurrentIndex(self.model.index(current.row(), current.column()))
        rows = min(max(len(shown), 1), _MOST_ROWS)
        height = self.table.verticalHeader().defaultSectionSize() * rows
        head = self.table.horizontalHeader().sizeHint().height()
        bar = self.table.horizontalScrollBar().sizeHint().height()
        self.table.setFixedHeight(height + head + bar + 2 * self.table.frameWidth())
        text = self.tr("De nyeste {shown} af {total}").format(
            shown=whole_number(len(shown)), total=whole_number(total)
        )
        self.count.setText(text)
        self.count.setVisible(len(shown) < total)
        self.all.setVisible(len(shown) < total)
        self.setVisible(bool(shown))

    def _show_all(self) -> None:
        held = holds_focus(self)
        self.more.emit()
        if held:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)


class HistoryModel(HeadedModel):
    """When, from whom, what, and what became of it with the sums."""

    def __init__(self, services: Services, headings: Sequence[str]) -> None:
        super().__init__(headings)
        self._services = services
        self._rows: tuple[tuple[str, ...], ...] = ()

    def show_rows(self, receptions: Sequence[Reception]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        words = self._services.words
        self._rows = tuple(
            (
                *(came_at(one), one.initials, words(what(one))),
                " ".join(filter(None, (words(outcome(one)), words(sums(one))))),
            )
            for one in receptions
        )
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        return None


class _Table(DataTable):
    """In the order in which letters came, which is the only one that receipts add up in."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setSortingEnabled(False)
