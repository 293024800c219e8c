"""The page Deling: what goes to the lead, how far it is, and by which way."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.export.letters.handing import Handed, hand_over
from app.export.letters.posting import post_month
from app.export.letters.sharing import Sharing, read_sharing
from app.models.periods import Period, month_name
from app.models.store import Store
from app.models.team.cards import Card as DeviceCard
from app.ui.page import Page
from app.ui.pages.person.rights import export_folder, open_folder
from app.ui.pages.scrolled import Scrolled, bring_into_view
from app.ui.pages.sharing.beside_card import BesideCard
from app.ui.pages.sharing.lead_card import LeadCard
from app.ui.pages.sharing.months_card import MonthsCard
from app.ui.pages.sharing.own_card import OwnCard, read_own_card
from app.ui.pages.sharing.place_card import PlaceCard
from app.ui.pages.sharing.project_card import ProjectCard
from app.ui.pages.sharing.report_words import report_words, tells_of_copy
from app.ui.pages.sharing.target import LookAtPackage, OpenFiles
from app.ui.services import Services
from app.ui.widgets.measure import em, label


class Shown(msgspec.Struct, frozen=True):
    """All that the page reads."""

    sharing: Sharing
    card: DeviceCard
    project: str
    registered: bool


class SharingPage(Page):
    """Sends closed months with one click; a slow or missing server never holds the page up."""

    name: ClassVar[str] = "sharing"
    kinds: ClassVar[tuple[str, ...]] = (
        *("outbox", "inbox", "roster", "device", "delivery_place", "month_close", "setting"),
        *("counsellor", "package", "team_key"),
        # Figures of a closed month may be others after that.
        *("inquiry", "visit", "activity", "referral", "followup"),
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.months = MonthsCard(services)
        self.project = ProjectCard(services)
        self.place = PlaceCard(services)
        self.own = OwnCard(services)
        self._asked = self._told = False
        self.beside = BesideCard(services)
        self.lead = LeadCard(services)
        self._lay_out()
        # Shown once it is known that this computer belongs to a project.
        self.months.hide()
        self.place.hide()
        self.lead.hide()
        self._connect()

    def reload(self) -> None:
        """Read how far everything is; fields that are being typed in stay as they are."""
        self.services.runner.run(_read, self._show, key="sharing")

    def refresh(self) -> None:
        """Send and fetch now (F5)."""
        self.reload()
        self.exchange()

    def open(self, target: object) -> None:
        """Look at the files of an :class:`OpenFiles`, or at the package that waits."""
        if isinstance(target, OpenFiles):
            self.project.open_files(target.paths)
        elif isinstance(target, LookAtPackage):
            self.project.look_at_new()

    def first_focus(self) -> QWidget | None:
        """Return the button of the newest month that can be sent, else that of the project."""
        if self.months.isHidden():
            return self.project.open_button
        for button in (self.months.send_all, *(row.act for row in self.months.rows.values())):
            if not button.isHidden():
                return button
        shown = not self.months.now.isHidden()
        return self.months.now if shown else self.project.open_button

    def exchange(self) -> None:
        """Exchange letters with the place, and say what came of it."""
        self._asked = True
        self.services.courier.exchange()

    def send(self, months: Sequence[Period]) -> None:
        """Write the letters of closed months, and let them go."""

        def job(store: Store) -> int:
            for month in months:
                post_month(store, month)
            return len(months)

        self.months.show_sending(months)
        self.services.runner.run(job, lambda _: self._sent(months), self._not_sent)

    def _lay_out(self) -> None:
        about = label(
            self.tr(
                "Hver måned går lukkede tal til projektlederen: forseglet, uden navne, noter og "
                "telefonnumre. Alt andet bliver på denne computer."
            ),
            "caption",
            wrap=True,
        )
        scroll = Scrolled()
        cards = (self.months, self.project, self.place, self.own, self.beside, self.lead)
        for widget in (about, *cards):
            scroll.column.addWidget(widget)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 1.43), em(self, 1.14), em(self, 1.43), 0)
        column.setSpacing(em(self, 0.86))
        column.addWidget(label(self.tr("Deling"), "title"))
        column.addWidget(scroll, 1)

    def _connect(self) -> None:
        self.months.send.connect(self.send)
        self.months.close_month.connect(lambda month: self.services.go("reports", month))
        self.months.exchange.connect(self.exchange)
        self.months.by_hand.connect(self._save_files)
        self.months.progress.cancelled.connect(self.services.courier.cancel)
        self.project.joined.connect(self.reload)
        self.place.used.connect(self._place_used)
        courier = self.services.courier
        courier.changed.connect(self._courier_changed)
        courier.finished.connect(self._exchanged)
        courier.failed.connect(self._not_exchanged)
        back = QShortcut(QKeySequence("Esc"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._go_back)

    def _go_back(self) -> None:
        """Put a question away, else go to the first page."""
        if self.project.is_asking:
            self.project.give_up()
        else:
            self.services.go("today", None)

    def _show(self, shown: Shown) -> None:
        first, self._told = not self._told, True
        begun = first and self.window().focusWidget() is self.project.open_button
        self.months.show_sharing(shown.sharing)
        sharing = shown.sharing
        self.project.show_project(sharing.roster, sharing.belonging, waiting=sharing.package_waits)
        for card in (self.months, self.place):
            card.setVisible(sharing.roster is not None)
        self.place.show_place(sharing.place)
        self.own.show_card(shown.card, shown.project)
        self.beside.look()
        self.lead.show_project(shown.sharing.roster, shown.sharing.place)
        # Two leads on one computer would be one too many.
        alone = not self.beside.is_there and not self.services.demo
        self.lead.setVisible(alone and not shown.registered)
        wanted = self.first_focus()
        if begun and wanted is not None and not self.project.is_asking:
            # Only now is it known what there is to send.
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(wanted)

    def _sent(self, months: Sequence[Period]) -> None:
        names = [self.services.words(month_name(month.first)) for month in months]
        said = self.tr("Lagt til afsendelse: {months}").format(months=", ".join(names))
        self.services.notices.tell(said)
        if self.place.forget.isVisibleTo(self.place):
            self.exchange()

    def _not_sent(self, error: Exception) -> None:
        self.reload()
        self.services.notices.show_error(error)

    def _place_used(self) -> None:
        self.reload()
        if self.place.said.isVisibleTo(self.place):
            self.exchange()

    def _courier_changed(self) -> None:
        watch = self.services.courier.watch
        if watch is None:
            self.months.progress.end()
            self.reload()
        else:
            self.months.progress.follow(watch)

    def _exchanged(self, report: object) -> None:
        asked, self._asked = self._asked, False
        # A copy of this installation is warned of beside the status bar, and that stays to be read.
        if asked and self.isVisible() and not tells_of_copy(report):
            self.services.notices.tell(report_words(report, self.services.language))

    def _not_exchanged(self, error: Exception) -> None:
        self._asked = False
        if self.isVisible():
            self.services.notices.show_error(error)

    def _save_files(self, month: str, again: bool) -> None:
        language = self.services.language

        def job(store: Store) -> tuple[list[Handed], Path]:
            folder = export_folder(store)
            saved = hand_over(store, folder, month=month, again=again, language=language)
            return list(saved), folder

        self.services.runner.run(job, self._saved)

    def _saved(self, saved: tuple[list[Handed], Path]) -> None:
        handed, folder = saved
        if len(handed) == 1:
            said = self.tr("Gemt: {file} i mappen {folder}. Send filen til {whom}.")
        else:
            said = self.tr("Gemt: %n filer til {whom} i mappen {folder}", "", len(handed))
        whom = ", ".join(sorted({one.to for one in handed}))
        names = ", ".join(one.path.name for one in handed)
        self.services.notices.tell(
            said.format(whom=whom, folder=folder.name, file=names),
            offer=(self.tr("Åbn mappen"), lambda: open_folder(folder)),
        )


def _read(store: Store) -> Shown:
    card, project = read_own_card(store)
    return Shown(read_sharing(store), card, project, registered=store.inquiries.count() > 0)
