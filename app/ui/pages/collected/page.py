"""The page Indsamling of a lead's installation: what came, from whom, and who belongs."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.export.letters.handing import take_files
from app.export.letters.letter_files import ENDING
from app.export.letters.offered import offered
from app.models.store import Store
from app.models.team.receptions import Receptions
from app.models.team.standing import Standing
from app.ui.page import Page
from app.ui.pages.collected.former_letters import FormerLetters
from app.ui.pages.collected.handed import Handed, beside_words, sort_out
from app.ui.pages.collected.history import HistoryCard, RefusedNotice
from app.ui.pages.collected.members import AcceptCard, MembersCard
from app.ui.pages.collected.months import MonthsGrid, ReceiptCard
from app.ui.pages.collected.outgoing import OutgoingCard
from app.ui.pages.collected.package_card import PackageCard
from app.ui.pages.collected.project import RecoveryCard
from app.ui.pages.collected.reading import RECENT_LETTERS, Collected, read_collected
from app.ui.pages.collected.target import ShowMonths, ShowPart, TakeFiles
from app.ui.pages.focus import holds_focus
from app.ui.pages.scrolled import Scrolled
from app.ui.pages.sharing.beside_card import BesideCard
from app.ui.pages.sharing.lead_card import LeadCard
from app.ui.pages.sharing.own_card import OwnCard
from app.ui.pages.sharing.place_card import PlaceCard
from app.ui.pages.sharing.report_words import refused_lines, report_words, taken_of
from app.ui.progress_line import Watch
from app.ui.services import Services
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.measure import em, label
from app.ui.widgets.segmented import Option, Segmented

ChooseFiles = Callable[[QWidget, str], Sequence[Path]]


class CollectedPage(Page):
    """Takes letters in beside the work; :class:`TakeFiles` opens it with files that were dropped."""

    name: ClassVar[str] = "collected"
    kinds: ClassVar[tuple[str, ...]] = (
        *("reported_month", "inbox", "outbox", "roster", "device", "delivery_place", "setting"),
        *("counsellor", "reception"),
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.choose: ChooseFiles = ask_for_letters
        self._all_months = self._all_letters = self._asked = False
        self.parts = Segmented(
            self.tr("Vis"),
            (
                Option("months", self.tr("Måneder")),
                Option("members", self.tr("Deltagere")),
                Option("project", self.tr("Projekt og sted")),
            ),
        )
        self.parts.set_value("months")
        self.months = MonthsGrid(services)
        self.refused = RefusedNotice(services)
        self.former = FormerLetters()
        self.receipt = ReceiptCard(services)
        self.history = HistoryCard(services)
        self.accept = AcceptCard(services)
        self.members = MembersCard(services)
        self.own = OwnCard(services)
        self.outgoing = OutgoingCard(services)
        self.project = PackageCard(services)
        self.place = PlaceCard(services)
        self.recovery = RecoveryCard(services)
        self.beside = BesideCard(services)
        self.lead = LeadCard(services)
        self.empty = EmptyState(
            self.tr(
                "Alle vejlederes tal samles i projektlederens egen installation. "
                "Den oprettes, når Vejviser startes første gang."
            ),
            self.tr("Gå til Deling"),
            "sync",
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Read the grid and the roster; what is being typed, and the cell one is in, stay."""
        months, letters = self._all_months, self._all_letters
        self.services.runner.run(
            lambda store: read_collected(store, all_months=months, all_letters=letters),
            self._show,
            key="collected",
        )

    def refresh(self) -> None:
        """Send and fetch now (F5)."""
        self.reload()
        self.exchange()

    def open(self, target: object) -> None:
        """Take in the files of a :class:`TakeFiles`, or show who has sent which month."""
        if isinstance(target, TakeFiles):
            self.take(target.paths)
        elif isinstance(target, ShowMonths):
            self.go_to("months")
        elif isinstance(target, ShowPart):
            self.go_to(target.part)

    def go_to(self, part: str) -> None:
        """Show a part of the page, with the focus on its name where the page has the focus."""
        held = holds_focus(self)
        self.parts.set_value(part)
        self._show_part(part)
        if held:
            self.parts.button(part).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Let no code stand on the screen."""
        self.recovery.put_away()

    def first_focus(self) -> QWidget | None:
        """Return the chosen part of the page."""
        if not self.empty.isHidden():
            return self.empty.button
        return self.parts.button(self.parts.value())

    def exchange(self) -> None:
        """Exchange letters with the place, and say what came of it."""
        self._asked = True
        self.services.courier.exchange()

    def take(self, paths: Sequence[Path]) -> None:
        """Take in the letters in these files and folders, beside the work."""
        self.go_to("months")
        watch = self.months.taking.start()
        job = partial(_take_in, paths=tuple(paths), watch=watch)
        self.services.runner.aside(job, lambda told: self._took(watch, told), self._not_taken)

    def _lay_out(self) -> None:
        columns = (
            (self.lead, self.refused, self.former, self.months, self.receipt, self.history),
            (self.members, self.accept, self.own),
            (self.outgoing, self.project, self.place, self.recovery, self.beside),
        )
        for widgets in columns:
            scroll = Scrolled()
            for widget in widgets:
                scroll.column.addWidget(widget)
            scroll.column.addStretch(1)
            self._stack.addWidget(scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 1.43), em(self, 1.14), em(self, 1.43), 0)
        column.setSpacing(em(self, 0.86))
        column.addWidget(label(self.tr("Indsamling"), "title"))
        column.addWidget(self.parts)
        column.addWidget(self._stack, 1)
        column.addWidget(self.empty, 1)
        self.empty.hide()
        self.lead.hide()

    def _connect(self) -> None:
        self.parts.changed.connect(self._show_part)
        self.empty.activated.connect(lambda: self.services.go("sharing", None))
        self.months.open_files.connect(self._choose_files)
        self.months.exchange.connect(self.exchange)
        self.months.beginning.wanted.connect(self.go_to)
        self.months.share_asked.connect(lambda: self.go_to("project"))
        self.former.activated.connect(self.exchange)
        self.months.progress.told.connect(self.former.note)
        self.months.all_months.connect(self._show_all_months)
        self.history.more.connect(self._show_all_letters)
        self.refused.seen.connect(self._refusals_seen)
        self.months.progress.cancelled.connect(self.services.courier.cancel)
        self.accept.regretted.connect(self.members.ask_about)
        self.members.revoked.connect(self.accept.open_button.setFocus)
        self.place.used.connect(self._place_used)
        back = QShortcut(QKeySequence("Esc"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._put_away)
        courier = self.services.courier
        courier.changed.connect(self._courier_changed)
        courier.finished.connect(self._exchanged)
        courier.failed.connect(self._not_exchanged)

    def _show(self, read: Collected) -> None:
        lead = read.roster is not None
        self.empty.setVisible(not lead)
        self.parts.setVisible(lead)
        self._stack.setVisible(lead)
        if read.roster is None or read.card is None:
            return
        self.months.show_collected(read)
        self.refused.show_refused(read.unseen, more=len(read.unseen) == RECENT_LETTERS)
        self.history.show_receptions(read.received, read.received_count)
        self.former.show_collected(read, is_reading=self.services.courier.watch is not None)
        self.beside.look()
        self.lead.show_project(read.roster, read.place)
        self.lead.setVisible(read.standing is Standing.RESTORED_LEAD)
        self.members.show_roster(read.roster)
        self.accept.show_roster(read.roster)
        self.outgoing.show_collected(read)
        self.outgoing.setVisible(not read.standing.stops)
        self.project.show_roster(read.roster)
        self.recovery.show_roster(read.roster)
        self.place.show_place(read.place)
        self.own.show_card(read.card, read.project)

    def _put_away(self) -> None:
        """Put away the question that is asked (Esc)."""
        if self.members.is_asking:
            self.members.keep()
        elif self.accept.is_asking:
            self.accept.give_up()
        elif self.project.is_asking:
            self.project.give_up()

    def _show_part(self, part: str) -> None:
        self._stack.setCurrentIndex(("months", "members", "project").index(part))

    def _choose_files(self) -> None:
        paths = self.choose(self, self.tr("Åbn breve"))
        # The window may have locked while the system asked.
        if paths and isValid(self):
            self.take(paths)

    def _took(self, watch: Watch, handed: Handed) -> None:
        if not isValid(self):
            return
        cancelled = watch.is_stopped
        self.months.taking.end()
        if handed.letters or not handed.cards:
            beside = beside_words(handed)
            self.receipt.show_files(handed.letters, cancelled=cancelled, beside=beside)
        self.reload()
        if handed.cards:
            # Nothing is taken of it before the words were heard.
            self.go_to("members")
            self.accept.offer(handed.cards[0])

    def _not_taken(self, error: Exception) -> None:
        if isValid(self):
            self.months.taking.end()
            self.services.notices.show_error(error)

    def _show_all_months(self) -> None:
        self._all_months = True
        self.reload()
        self.months.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_all_letters(self) -> None:
        self._all_letters = True
        self.reload()

    def _refusals_seen(self) -> None:
        self.reload()
        if self.refused.isHidden():
            files = self.months.files
            left = self.parts.button("months") if files.isHidden() else files
            left.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_used(self) -> None:
        self.reload()
        if self.place.said.isVisibleTo(self.place):
            self.exchange()

    def _courier_changed(self) -> None:
        watch = self.services.courier.watch
        if watch is not None:
            self.months.progress.follow(watch)
        else:
            self.months.progress.end()
            self.reload()

    def _exchanged(self, report: object) -> None:
        asked, self._asked = self._asked, False
        # Also while another page is open: the receipt is there when somebody comes back.
        self.receipt.show_taken(taken_of(report), refused_lines(report, self.services.language))
        if asked and self.isVisible():
            self.services.notices.tell(report_words(report, self.services.language))

    def _not_exchanged(self, error: Exception) -> None:
        asked, self._asked = self._asked, False
        if asked and self.isVisible():
            self.services.notices.show_error(error)


def _take_in(store: Store, *, paths: Sequence[Path], watch: Watch) -> Handed:
    told = tuple(
        take_files(
            store,
            offered(paths),
            progress=watch.note,
            cancelled=lambda: watch.is_stopped,
        )
    )
    # What came of these is said at once.
    Receptions(store).see_letters(one.taken.letter.hash for one in told if one.taken)
    return sort_out(told)


def ask_for_letters(parent: QWidget, title: str) -> Sequence[Path]:
    """Ask for letters in the system's dialog; none where it was given up."""
    kind = QCoreApplication.translate("Collected", "Breve (*{ending})").format(ending=ENDING)
    chosen, _ = QFileDialog.getOpenFileNames(parent.window(), title, filter=kind)
    return [Path(path) for path in chosen]
