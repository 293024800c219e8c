"""The cards of the page: what would go out and its tables, and the list of releases."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.errors import UserError
from app.export.cells import Table
from app.export.drawing import Look
from app.export.outside.charts import chart_note
from app.export.outside.profiles import PROFILES, Profile
from app.export.outside.refusing import Refused
from app.export.outside.releasing import MonthOpen
from app.export.outside.report import OutsideReport
from app.export.outside.scopes import Scope
from app.models.releases import ReleaseHead
from app.models.words import short_date
from app.texts import Language
from app.ui.pages.focus import set_usable
from app.ui.pages.outside.refusal_panel import RefusalPanel
from app.ui.pages.outside.watching import Shown
from app.ui.pages.reports.table_card import TableCard
from app.ui.pages.scrolled import bring_into_view
from app.ui.progress_line import ProgressLine, Watch
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import announce, button, em, label
from app.ui.widgets.notice import Notice
from app.ui.widgets.svg_view import SvgView


class ReleaseCard(Card):
    """The banner, what is left out, and the buttons; release asks once more in the page.

    ``close_asked`` is the way to close the month, ``less_asked`` carries the detail of a smaller
    report that can go out, ``cancelled`` is sent when the work is stopped by hand.
    """

    close_asked = Signal()
    less_asked = Signal(object)
    cancelled = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._language = language
        self._is_new, self._protecting = True, True
        self.doing = label("", "caption", wrap=True)
        self.progress = ProgressLine()
        self.banner = label("", "strong", wrap=True)
        self.notes = label("", "caption", wrap=True)
        self.problem = Notice("", "warn", self.tr("Gå til månedens lukning"))
        self.refusal = RefusalPanel(language)
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
        above = (self.doing, self.progress, self.banner, self.notes)
        for widget in (
            *above,
            *(self.problem, self.refusal, self.question, buttons, self.saved),
        ):
            self.body.addWidget(widget)
        self._connect()
        self.saved.hide()
        self.clear()

    def clear(self) -> None:
        """Show that there is nothing to release yet."""
        for widget in (self.banner, self.notes, self.doing, self.problem, self.refusal, self.again):
            widget.hide()
        self._offer(release=False, confirm=False)

    def start(self, title: str) -> Watch:
        """Begin to protect a report, and return the watch of the work."""
        self.set_title(title)
        self.clear()
        self.progress.bar.setAccessibleName(self.tr("Beskytter tallene"))
        self._protecting = True
        return self.progress.start()

    def start_writing(self) -> Watch:
        """Begin to write the files, and return the watch of the work."""
        self.set_busy(True)
        self.progress.bar.setAccessibleName(self.tr("Skriver filerne"))
        self._protecting = False
        return self.progress.start()

    def end(self) -> None:
        """Take the progress away: the work is done or not wanted."""
        self.progress.end()
        self.doing.hide()

    def show_report(self, report: OutsideReport) -> None:
        """Show what would go out, or that it went out already."""
        self.end()
        self._say(self.banner, report.banner)
        told = list(report.notes)
        release = report.protected.release
        if not report.protected.is_new:
            said = self.tr("Udgivet {day} som {name}; det vises, som det gik ud.")
            told.insert(0, said.format(day=short_date(report.made_on), name=release.id))
        self._say(self.notes, " ".join(told))
        self._is_new = report.protected.is_new
        words = self.tr("Udgiv …") if self._is_new else self.tr("Gem filerne igen")
        self.release.setText(words)
        self._offer(release=True, confirm=False)
        announce(self, report.banner)

    def show_problem(self, error: UserError) -> None:
        """Say why nothing can go out, and offer what helps."""
        self.end()
        if isinstance(error, Refused):
            said = self.refusal.show_refusal(error)
        else:
            said = self._problem(error)
            self.problem.set_text(said)
            self.problem.button.setVisible(isinstance(error, MonthOpen))
            self.problem.show()
        self._offer(release=False, confirm=False)
        announce(self, said)

    def _problem(self, error: UserError) -> str:
        """Return what is wrong; of an open month without the command that closes it."""
        if not isinstance(error, MonthOpen):
            return error.message(self._language)
        why = error.why.in_language(self._language)
        closed = self.tr("Kun tal, der ikke ændrer sig, kan udgives: luk måneden først.")
        return f"{why} {closed}"

    def show_cancelled(self) -> None:
        """Offer to begin again; what was only to be written is not released."""
        self.end()
        if self._protecting:
            self._say(self.banner, self.tr("Der er ikke beregnet noget."))
            self.again.show()
            self.again.setFocus()
        else:
            self.set_busy(False)
            self.ask(False)
            announce(self, self.tr("Der er ikke skrevet noget."))

    def ask(self, asking: bool) -> None:
        """Ask whether the figures shall go out, or put the question away."""
        self._offer(release=not asking, confirm=asking)
        focused = self.back if asking else self.release
        focused.setFocus()
        bring_into_view(focused)

    def show_saved(self, text: str) -> None:
        """Say where the files are."""
        self.set_busy(False)
        self.saved.set_text(text)
        self.saved.show()

    def set_busy(self, busy: bool) -> None:
        """Let nothing be pressed while it is written."""
        set_usable(self.release, self.confirm, self.back, usable=not busy)

    def _connect(self) -> None:
        self.release.clicked.connect(self._release_clicked)
        self.back.clicked.connect(lambda: self.ask(False))
        self.progress.told.connect(self._tell)
        self.progress.cancelled.connect(self.show_cancelled)
        self.progress.cancelled.connect(self.cancelled)
        self.problem.activated.connect(self.close_asked)
        self.refusal.chosen.connect(self.less_asked)

    def _release_clicked(self) -> None:
        """Ask before something goes out; what is out already is only written again."""
        if self._is_new:
            self.ask(True)
        else:
            self.confirm.clicked.emit()

    def _tell(self, done: int, of: int) -> None:
        """Say what the bar is about; a search for ways out has steps, that for a pattern has none."""
        if not self._protecting:
            said = self.tr("Skriver filerne …")
        elif of:
            said = self.tr(
                "Opgørelsen kan ikke gå ud, som den er. Søger, hvad der kan: trin {done} af {of} …"
            ).format(done=done, of=of)
        else:
            said = self.tr("Beskytter tallene sammen med alt, der er udgivet før …")
        self._say(self.doing, said)

    def _say(self, where: QLabel, text: str) -> None:
        """Show a text; without one the line takes no room."""
        where.setText(text)
        where.setVisible(bool(text))

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
        self.charts: dict[str, SvgView] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(em(self, 1.14))

    def show_tables(self, shown: Shown | None) -> None:
        """Show the tables of a report with their charts, or none."""
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.cards, self.charts = {}, {}
        for table in shown.report.tables if shown is not None else ():
            card = TableCard(self._language)
            card.model.hint = ""
            if shown is not None and table.key in shown.charts:
                self._draw(card, table, shown.charts[table.key])
            self._column.addWidget(card)
            card.show_table(table)
            card.show()
            self.cards[table.key] = card

    def look(self, width: int) -> Look:
        """Return how charts are drawn for a page of this width, in logical pixels."""
        inside = 2 * em(self, 1.14) + 2
        return Look(width=max(width - inside, em(self, 20)), font_size=em(self, 0.86))

    def _draw(self, card: TableCard, table: Table, svg: bytes) -> None:
        """Put the chart above the table whose figures it draws."""
        note, chart = label(chart_note(table, self._language), "caption", wrap=True), SvgView()
        chart.set_svg(svg, table.title, note.text())
        card.add_chart(note)
        card.add_chart(chart)
        self.charts[table.key] = chart


class ReleaseList(Card):
    """What was released so far, the newest first."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._language = language
        self.set_title(self.tr("Udgivet"))
        self.told = label("", wrap=True)
        self.body.addWidget(self.told)

    def show_heads(self, heads: Sequence[ReleaseHead], names: Mapping[str, str]) -> None:
        """Show the ledger in lines; ``names`` are those of the workplaces by code."""
        lines = [self._line(head, names) for head in reversed(heads)]
        self.told.setText("\n".join(lines) or self.tr("Der er ikke udgivet noget endnu."))

    def _line(self, head: ReleaseHead, names: Mapping[str, str]) -> str:
        profile = PROFILES[Profile(head.profile)].in_language(self._language)
        whose = Scope.of(head.scope).name
        parts = (head.id, short_date(head.released_on), profile, names.get(whose, whose))
        return " · ".join(part for part in parts if part)
