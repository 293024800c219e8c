"""The months of all laptops, the files that come by hand, and the receipt of what was taken in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.export.letters.handing import FileTaken
from app.export.letters.taking import Taken
from app.models.team.lead_status import Arrived
from app.models.team.reported import sum_lines, total_sum
from app.models.team.standing import Standing
from app.models.words import whole_number
from app.ui.pages.collected.beginning import Beginning
from app.ui.pages.collected.grid import Grid, GridModel
from app.ui.pages.collected.reading import Collected
from app.ui.pages.collected.words import unshared_words
from app.ui.progress_line import ProgressLine
from app.ui.services import Services
from app.ui.theme import set_kind
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.layouts import drop_widgets
from app.ui.widgets.measure import announce, button, em, label
from app.ui.widgets.notice import Notice

_MOST_LINES = 8


class MonthsGrid(Card):
    """``open_files`` asks for files, ``exchange`` for fetching now, ``all_months`` for the whole past.

    ``share_asked`` asks for the place, or the files, by which what was signed reaches the others.
    """

    open_files = Signal()
    exchange = Signal()
    all_months = Signal()
    share_asked = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__("")
        self._services = services
        self.set_title(self.tr("Hvem har sendt hvad"))
        self.sums = label("", "strong", wrap=True)
        self.trouble = Notice("", "warn")
        self.trouble.hide()
        self.unshared = Notice("", "warn", self.tr("Gå til Projekt og sted"))
        self.unshared.hide()
        titles = (self.tr("Vejleder"), self.tr("Bemærk"))
        self.grid = Grid(self.tr("Vejledere og måneder"), GridModel(services.language, titles))
        self.details = label("", "caption", wrap=True)
        self.legend = label(
            self.tr("– betyder, at måneden ikke ventes; om der er tal for den, ved ingen."),
            "caption",
            wrap=True,
        )
        self.legend.hide()
        self.beginning = Beginning()
        self.files = button(self.tr("Åbn breve …"), "primary")
        self.files.setToolTip(self.tr("Breve kan også trækkes ind i vinduet"))
        self.now = button(self.tr("Send og hent nu"))
        self.now.setToolTip(self.tr("Send og hent nu (F5)"))
        self.more = button(self.tr("Vis alle måneder"))
        self.progress = ProgressLine(self.tr("Sender og henter breve"))
        self.taking = ProgressLine(self.tr("Læser breve"))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=em(self, 0.57))
        for each in (self.files, self.now, self.more):
            flow.addWidget(each)
        above = (self.sums, self.trouble, self.unshared, self.beginning)
        parts = (*above, self.grid, self.legend, self.details, buttons)
        for widget in (*parts, self.progress, self.taking):
            self.body.addWidget(widget)
        self.files.clicked.connect(self.open_files)
        self.now.clicked.connect(self.exchange)
        self.more.clicked.connect(self.all_months)
        self.unshared.activated.connect(self.share_asked)
        self.grid.looked_at.connect(self._tell_cell)
        self.details.hide()

    def show_collected(self, read: Collected) -> None:
        """Show the grid; the cell that one is in stays, and so does the scroll."""
        status = read.status
        if status is None:
            return
        current = self.grid.currentIndex()
        place = (current.row(), current.column())
        months = [f"{one.first:%Y-%m}" for one in read.months]
        self.grid.grid.show_rows(status.laptops, months, read.people)
        if place[0] >= 0:
            self.grid.go_back_to(*place)
        self.grid.setVisible(bool(status.laptops))
        self.sums.setVisible(bool(status.laptops))
        self.beginning.setVisible(not status.laptops)
        # Where nobody belongs yet, nobody's letter could be taken in.
        self.files.setVisible(bool(status.laptops))
        self._tell_cell(self.details.text() if status.laptops else "")
        cells = (cell for laptop in status.laptops for cell in laptop.months)
        self.legend.setVisible(any(cell.state is Arrived.NOT_EXPECTED for cell in cells))
        self.more.setVisible(read.more_months)
        self.now.setVisible(read.place is not None)
        said = self.tr(
            "Henvendelser: {contacts}. Personer: {persons}, heraf {shared} kendt på flere computere."
        )
        self.sums.setText(
            said.format(
                contacts=whole_number(status.contacts),
                persons=whole_number(status.persons),
                shared=whole_number(status.shared),
            )
        )
        self._tell_trouble(read)
        self._show_next_step(read)

    def _show_next_step(self, read: Collected) -> None:
        """Fill the button of what comes next: what was signed goes out before anything comes in."""
        placed, leads = read.place is not None, not read.standing.stops
        unshared = leads and read.unpublished.anything and not self.files.isHidden()
        text = unshared_words(read) if unshared else ""
        if read.standing is Standing.REPLACED_LEAD:
            text = self.tr(
                "En anden er nu projektleder. Denne computer henter og sender ikke mere."
            )
        self.unshared.setVisible(bool(text))
        self.unshared.button.setVisible(unshared and not placed)
        if text != self.unshared.label.text():
            self.unshared.set_text(text)
        shares = self.now if placed else self.unshared.button
        steps = {shares: unshared, self.files: leads and not unshared}
        for each in (self.now, self.unshared.button, self.files):
            set_kind(each, "primary" if steps.get(each) else "")

    def _tell_cell(self, text: str) -> None:
        self.details.setText(text)
        self.details.setVisible(bool(text))

    def _tell_trouble(self, read: Collected) -> None:
        from app.models.team.troubles import trouble_words

        trouble = read.place.trouble if read.place is not None else None
        text = self._services.words(trouble_words(trouble)) if trouble is not None else ""
        self.trouble.setVisible(bool(text))
        if text != self.trouble.label.text():
            self.trouble.set_text(text)


class ReceiptCard(Card):
    """What was just taken in: the sums first, then whose months, then what was refused and why."""

    def __init__(self, services: Services) -> None:
        super().__init__("")
        self._services = services
        self.set_title(self.tr("Kvittering"))
        self.lines: list[str] = []
        self._said = QVBoxLayout()
        self._said.setSpacing(em(self, 0.29))
        self.body.addLayout(self._said)
        self.hide()

    def show_files(
        self, told: Sequence[FileTaken], *, cancelled: bool = False, beside: Sequence[str] = ()
    ) -> None:
        """Show what came of files that were opened or dragged in; ``beside`` is said of other files."""
        taken = [one.taken for one in told if one.taken is not None]
        refused = [
            self.tr("Afvist: {file}. {why}").format(
                file=one.name, why=self._services.words(one.error.why)
            )
            for one in told
            if one.error is not None
        ]
        self._show(taken, [*beside, *refused], cancelled=cancelled)

    def show_taken(self, taken: Sequence[Taken], refused: Sequence[str] = ()) -> None:
        """Show what came of letters that were fetched; nothing where nothing came."""
        if taken or refused:
            self._show(taken, refused)

    def _show(
        self, taken: Sequence[Taken], refused: Sequence[str], *, cancelled: bool = False
    ) -> None:
        from app.export.letters.taking import receipts_in_turn
        from app.export.sync_words import taken_lines

        words = self._services.words
        receipts = receipts_in_turn(taken)
        lines = []
        if receipts:
            persons = total_sum([one.persons for one in receipts])
            contacts = total_sum([one.contacts for one in receipts])
            lines += [words(line) for line in sum_lines(persons, contacts)]
        elif not taken and not refused:
            lines.append(self.tr("Der var ingen breve."))
        if cancelled:
            lines.append(self.tr("Afbrudt. Det, der nåede at blive taget ind, er taget ind."))
        lines += list(refused)[:_MOST_LINES]
        for one in taken[:_MOST_LINES]:
            told = [words(line).strip() for line in taken_lines(one)]
            # The sums of one letter alone are those of all.
            lines.append(". ".join(told[:2] if one.receipt is not None else told))
        hidden = max(0, len(taken) - _MOST_LINES) + max(0, len(refused) - _MOST_LINES)
        if hidden:
            lines.append(self.tr("og %n mere", "", hidden))
        self._say(lines)

    def _say(self, lines: Sequence[str]) -> None:
        drop_widgets(self._said)
        self.lines = list(lines)
        self.show()
        for number, line in enumerate(lines):
            said = label(line, "" if number else "strong", wrap=True)
            said.setTextFormat(Qt.TextFormat.PlainText)
            self._said.addWidget(said)
            said.show()
        announce(self, " ".join(lines))
