"""The page Udgivelser: a closed month protected for others, looked at, and released."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app.errors import UserError
from app.export.labels import Labels
from app.export.outside.files import OUTSIDE_FORMATS, issue, render_files
from app.export.outside.profiles import PROFILES, Profile
from app.export.outside.releasing import (
    Asked,
    Protected,
    Request,
    read_request,
)
from app.export.outside.report import OutsideReport, outside_labels, outside_report
from app.export.outside.scopes import PROJECT, place
from app.models.periods import Period
from app.models.releases import ReleaseHead
from app.models.store import Store
from app.models.typed_dates import parse_date
from app.ui.page import Page
from app.ui.pages.outside.cards import ReleaseCard, ReleaseList, Tables
from app.ui.pages.outside.target import Wanted
from app.ui.pages.outside.watching import protected_by
from app.ui.pages.person.rights import export_folder, open_folder
from app.ui.pages.scrolled import Scrolled
from app.ui.services import Services
from app.ui.widgets.measure import em, label
from app.ui.widgets.period_picker import PeriodPicker
from app.ui.widgets.segmented import Option, Segmented


@dataclass(frozen=True, slots=True)
class _Read:
    request: Request
    labels: Labels
    demo: bool
    heads: tuple[ReleaseHead, ...]


class OutsidePage(Page):
    """Protects a month beside the window and shows it; only the button releases it.

    A :class:`Wanted` opens it on a report.
    """

    name: ClassVar[str] = "outside"
    kinds: ClassVar[tuple[str, ...]] = ("month_close", "release", "setting")

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._scope = PROJECT
        self._read: _Read | None = None
        self._report: OutsideReport | None = None
        self._folder = Path()
        self.profile = Segmented(
            self.tr("Hvem den er til"),
            [Option(each.value, services.words(PROFILES[each])) for each in Profile],
        )
        self.profile.set_value(Profile.STEERING.value)
        self.picker = PeriodPicker(self._title, self._parse, services.today())
        self.card = ReleaseCard()
        self.tables = Tables(services.language)
        self.releases = ReleaseList(services.language)
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Read the month and protect it anew."""
        self._read = self._report = None
        self.tables.show_tables(None)
        asked = self.asked()
        language = self.services.language
        watch = self.card.start(self._heading(asked))

        def read(store: Store) -> _Read:
            heads = store.releases.heads()
            request = read_request(store, asked)
            labels = outside_labels(store, request, language)
            return _Read(request, labels, store.settings.demo, heads)

        def protect(found: _Read) -> None:
            self.releases.show_heads(found.heads)
            self.services.runner.beside(
                lambda: protected_by(watch, found.request),
                lambda made: self._show(found, made),
                self._refused,
                key="outside.protect",
            )

        self.services.runner.run(
            lambda store: store.releases.heads(), self.releases.show_heads, key="outside.heads"
        )
        self.services.runner.run(read, protect, self._refused, key="outside")

    def open(self, target: object) -> None:
        """Take a :class:`Wanted`."""
        if isinstance(target, Wanted):
            self.profile.set_value(target.profile.value)
            self.picker.set_period("month", target.month.first, target.month.last)
            self._scope = place(target.workplace) if target.workplace else PROJECT
            self.reload()

    def leave(self) -> None:
        """Stop what is being computed; it begins anew when the page is shown again."""
        self.card.progress.end()
        if self._report is None:
            self._stale = True

    def first_focus(self) -> QWidget:
        """Return the chosen profile."""
        return self.profile.button(self.profile.value())

    def asked(self) -> Asked:
        """Return the report that is chosen."""
        month = Period.month(self.picker.period()[0])
        return Asked(Profile(self.profile.value()), month, self._scope)

    def release(self) -> None:
        """Append what is shown to the ledger, and write its files."""
        report = self._report
        if report is None:
            return
        self.card.set_busy(True)
        # Rendered beside the store's work: a PDF takes its time.
        self.services.runner.beside(
            lambda: render_files(report, tuple(OUTSIDE_FORMATS)),
            lambda contents: self._write(report.protected, contents),
            self._not_written,
        )

    def _write(self, protected: Protected, contents: dict[str, bytes]) -> None:
        def job(store: Store) -> Path:
            folder = export_folder(store)
            issue(store, protected, contents, folder)
            return folder

        self.services.runner.run(job, self._written, self._not_written)

    def _lay_out(self) -> None:
        about = label(
            self.tr(
                "Tal, der må forlade huset: små tal er skjult, og de er kontrolleret mod alt, der"
                " er udgivet før."
            ),
            "caption",
            wrap=True,
        )
        scroll = Scrolled()
        parts = (about, self.profile, self.picker, self.card, self.tables, self.releases)
        for widget in parts:
            scroll.column.addWidget(widget)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 1.43), em(self, 1.14), em(self, 1.43), 0)
        column.setSpacing(em(self, 0.86))
        column.addWidget(label(self.tr("Opgørelser til andre"), "title"))
        column.addWidget(scroll, 1)

    def _connect(self) -> None:
        self.profile.changed.connect(self._profile_chosen)
        self.picker.changed.connect(lambda *_: self.reload())
        self.card.again.clicked.connect(self.reload)
        self.card.progress.cancelled.connect(self.card.show_cancelled)
        self.card.confirm.clicked.connect(self.release)
        self.card.saved.activated.connect(lambda: open_folder(self._folder))
        back = QShortcut(QKeySequence("Esc"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(lambda: self.services.go("reports", None))

    def _profile_chosen(self, value: str) -> None:
        if value == Profile.INTERNAL:
            self.profile.set_value(Profile.STEERING.value)
            self.services.go("reports", self.asked().month)
        else:
            self.reload()

    def _heading(self, asked: Asked) -> str:
        month = self.services.words(asked.month.label)
        parts = (self.services.words(PROFILES[asked.profile]), asked.scope.name, month)
        return " · ".join(part for part in parts if part)

    def _show(self, found: _Read, made: Protected | None) -> None:
        # Computed beside the store's work, it may come when the window has been built again.
        if made is None or not isValid(self):
            return
        self._read = found
        language = self.services.language
        self._report = outside_report(made, found.labels, language, demo=found.demo)
        self.card.show_report(self._report)
        self.tables.show_tables(self._report)

    def _refused(self, error: Exception) -> None:
        if not isValid(self):
            return
        if isinstance(error, UserError):
            self.card.show_problem(error.message(self.services.language))
        else:
            self.card.show_cancelled()
            self.services.notices.show_error(error)

    def _written(self, folder: Path) -> None:
        if not isValid(self):
            return
        self._folder = folder
        self.card.set_busy(False)
        said = self.tr("Gemt i mappen {folder}")
        self.card.saved.set_text(said.format(folder=folder.name))
        self.card.saved.show()

    def _not_written(self, error: Exception) -> None:
        if not isValid(self):
            return
        self.card.set_busy(False)
        self.services.notices.show_error(error)

    def _title(self, _kind: str, first: date, last: date) -> str:
        title = self.services.words(Period(first, last).label)
        return title[:1].upper() + title[1:]

    def _parse(self, text: str) -> date | None:
        return parse_date(text, self.services.today())
