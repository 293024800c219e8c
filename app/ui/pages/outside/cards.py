"""The cards of the page: what would go out and its tables, and the list of releases."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.export.outside.profiles import PROFILES, Profile
from app.export.outside.report import OutsideReport
from app.export.outside.scopes import Scope
from app.models.releases import ReleaseHead
from app.models.words import short_date
from app.texts import Language
from app.ui.pages.evaluator.watch import ProgressLine, Watch
from app.ui.pages.focus import set_usable
from app.ui.pages.reports.table_card import TableCard
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import announce, button, em, label
from app.ui.widgets.notice import Notice


class ReleaseCard(Card):
    """The banner, what is left out, and the buttons; release asks once more in the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._is_new = True
        self.progress = ProgressLine()
        self.progress.bar.setAccessibleName(self.tr("Beskytter tallene"))
        self.banner = label("", "strong", wrap=True)
        self.notes = label("", "caption", wrap=True)
        self.problem = Notice("", "warn")
        self.problem.hide()
        self.release = button(self.tr("Udgiv …"), "primary")
        self.confirm = button(self.tr("Udgiv tallene"), "primary")
        self.back = button(self.tr("Tilbage"))
        self.again = button(self.tr("Beregn igen"))
        self.question = label(
            self.tr(
                "Udgivne tal kan ikke trækkes tilbage, og måneden kan ikke åbnes igen. "
                "Senere udgivelser beskyttes sammen med dem."
            ),
            wrap=True,
        )
        self.saved = Notice("", "good", self.tr("Åbn mappen"))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=em(self, 0.57))
        for made in (self.release, self.confirm, self.back, self.again):
            flow.addWidget(made)
        parts = (self.progress, self.banner, self.notes, self.problem, self.question)
        for widget in (*parts, buttons, self.saved):
            self.body.addWidget(widget)
        self.release.clicked.connect(self._release_clicked)
        self.back.clicked.connect(lambda: self.ask(False))
        self.saved.hide()
        self.clear()

    def clear(self) -> None:
        """Show that there is nothing to release yet."""
        self.banner.setText("")
        self.notes.setText("")
        self.problem.hide()
        self.again.hide()
        self._offer(release=False, confirm=False)

    def start(self, title: str) -> Watch:
        """Begin to protect a report, and return the watch of the work."""
        self.set_title(title)
        self.clear()
        return self.progress.start()

    def show_report(self, report: OutsideReport) -> None:
        """Show what would go out, or that it went out already."""
        self.progress.end()
        self.banner.setText(report.banner)
        told = list(report.notes)
        release = report.protected.release
        if not report.protected.is_new:
            said = self.tr("Udgivet {day} som {name}.")
            told.insert(0, said.format(day=short_date(report.made_on), name=release.id))
        self.notes.setText(" ".join(told))
        self._is_new = report.protected.is_new
        words = self.tr("Udgiv …") if self._is_new else self.tr("Gem filerne igen")
        self.release.setText(words)
        self._offer(release=True, confirm=False)
        announce(self, report.banner)

    def show_problem(self, text: str) -> None:
        """Say why nothing can go out."""
        self.progress.end()
        self.problem.set_text(text)
        self.problem.show()
        self._offer(release=False, confirm=False)
        announce(self, text)

    def show_cancelled(self) -> None:
        """Offer to begin again."""
        self.progress.end()
        self.banner.setText(self.tr("Der er ikke beregnet noget."))
        self.again.show()
        self.again.setFocus()

    def ask(self, asking: bool) -> None:
        """Ask whether the figures shall go out, or put the question away."""
        self._offer(release=not asking, confirm=asking)
        (self.back if asking else self.release).setFocus()

    def _release_clicked(self) -> None:
        """Ask before something goes out; what is out already is only written again."""
        if self._is_new:
            self.ask(True)
        else:
            self.confirm.clicked.emit()

    def set_busy(self, busy: bool) -> None:
        """Let nothing be pressed while it is written."""
        set_usable(self.release, self.confirm, self.back, usable=not busy)

    def _offer(self, *, release: bool, confirm: bool) -> None:
        self.release.setVisible(release)
        for widget in (self.confirm, self.back, self.question):
            widget.setVisible(confirm)


class Tables(QWidget):
    """The tables of a report below each other, each with its legend."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.cards: dict[str, TableCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(em(self, 1.14))

    def show_tables(self, report: OutsideReport | None) -> None:
        """Show the tables of a report, or none."""
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = {}
        for table in report.tables if report is not None else ():
            card = TableCard(self._language)
            card.model.hint = ""
            self._column.addWidget(card)
            card.show_table(table)
            card.show()
            self.cards[table.key] = card


class ReleaseList(Card):
    """What was released so far, the newest first."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._language = language
        self.set_title(self.tr("Udgivet"))
        self.told = label("", wrap=True)
        self.body.addWidget(self.told)

    def show_heads(self, heads: Sequence[ReleaseHead]) -> None:
        """Show the ledger in lines."""
        lines = [self._line(head) for head in reversed(heads)]
        self.told.setText("\n".join(lines) or self.tr("Der er ikke udgivet noget endnu."))

    def _line(self, head: ReleaseHead) -> str:
        profile = PROFILES[Profile(head.profile)].in_language(self._language)
        parts = (head.id, short_date(head.released_on), profile, Scope.of(head.scope).name)
        return " · ".join(part for part in parts if part)
