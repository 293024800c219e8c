"""The page Udgivelser: a closed month protected for others, looked at, and released."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app.errors import UserError
from app.export.outside.detail import Detail
from app.export.outside.files import OUTSIDE_FORMATS, NotInPlace, issue, render_files
from app.export.outside.profiles import PROFILES, Profile
from app.export.outside.releasing import (
    Asked,
    Protected,
    Request,
    frozen_of,
    read_request,
)
from app.export.outside.report import outside_labels
from app.export.outside.scopes import PROJECT, Kind, Scope, scopes_of
from app.models.periods import Period
from app.models.releases import ReleaseHead
from app.models.sorting import danish_key
from app.models.store import Store
from app.ui.page import Page
from app.ui.pages.focus import holds_focus
from app.ui.pages.kept_place import KeptPlace
from app.ui.pages.outside.asking import OutsideAsking
from app.ui.pages.outside.cards import ReleaseCard
from app.ui.pages.outside.choosing import Choosing
from app.ui.pages.outside.release_list import ReleaseList
from app.ui.pages.outside.tables import Tables
from app.ui.pages.outside.target import Wanted, organisation_wanted
from app.ui.pages.outside.watching import Shown, Words, made_of
from app.ui.pages.person.rights import export_folder, open_folder
from app.ui.pages.reports.width_watch import WidthWatch
from app.ui.pages.scrolled import Scrolled
from app.ui.services import Services
from app.ui.widgets.measure import em, label

_PLACE_KIND = "outside page"


class _Place(msgspec.Struct, frozen=True):
    """Which report was chosen: any day of its month, and the key of its scope."""

    profile: Profile
    month: date
    scope: str
    revision: int | None
    detail: Detail


@dataclass(frozen=True, slots=True)
class _Around:
    """What is known of a month before its report is made: whose figures there are, and releases.

    ``names`` are those of the workplaces when the month was closed, and of others as they are called
    now; ``folder`` is where files go.
    """

    scopes: tuple[Scope, ...]
    names: Mapping[str, str]
    heads: tuple[ReleaseHead, ...]
    folder: Path


def _around(store: Store, month: Period) -> _Around:
    frozen, heads, folder = frozen_of(store, month), store.releases.heads(), export_folder(store)
    names = {each.code: each.name for each in store.workplaces.all()}
    if frozen is None:
        return _Around((), names, heads, folder)
    names |= {each.code: each.name for each in frozen.places}
    scopes = sorted(scopes_of(frozen), key=lambda each: danish_key(names.get(each.name, each.name)))
    # Organisations before the workplaces of which they are made.
    return _Around(tuple(sorted(scopes, key=lambda s: s.kind is Kind.PLACE)), names, heads, folder)


class OutsidePage(Page):
    """Protects a month beside the window and shows it; only the button releases it.

    A :class:`Wanted` opens it on a report.
    """

    name: ClassVar[str] = "outside"
    kinds: ClassVar[tuple[str, ...]] = ("month_close", "release", "setting")

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.shown: Shown | None = None
        self._writing = self._is_behind = False
        self._folder = Path()
        self._came_for: Period | None = None
        self._place = KeptPlace(services, _PLACE_KIND, _Place, self._return_to)
        self.choosing = Choosing(services)
        self.card = ReleaseCard(services.language)
        self.tables = Tables(services.language)
        self.releases = ReleaseList(services.language)
        self._width = WidthWatch(self.card)
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Read the month and protect it anew; files that are being written are finished first."""
        self._is_behind = self._writing
        if self._writing:
            return
        before = self.shown.report.protected.ground if self.shown is not None else None
        self.shown = None
        self.asking.show_report(None)
        self.tables.show_tables(None)
        asked, language = self.choosing.asked(), self.services.language
        watch = self.card.start(self._heading(asked))
        if self._place.restore(self.reload):
            return
        look = self.tables.look(self._width.drawing())

        def read(store: Store) -> tuple[Request, Words]:
            request = read_request(store, asked, before)
            labels = outside_labels(store, request, language)
            return request, Words(labels, language, store.settings.demo)

        def protect(found: tuple[Request, Words]) -> None:
            self.services.runner.beside(
                lambda: made_of(watch, *found, look),
                self._show,
                self._refused,
                key="outside.protect",
            )

        self.services.runner.run(
            lambda store: _around(store, asked.month), self._show_around, key="outside.around"
        )
        self.services.runner.run(read, protect, self._refused, key="outside")

    def open(self, target: object) -> None:
        """Take a :class:`Wanted`."""
        if isinstance(target, Wanted):
            self._place.not_wanted()
            self._came_for = target.month
            self.choosing.ask(Asked(target.profile, target.month, target.scope))
            if len(target.workplaces) < 2:
                self.reload()
                return
            self.services.runner.run(
                lambda store: organisation_wanted(store, target), self._open_on, key="outside"
            )

    def _open_on(self, organisation: Scope | None) -> None:
        if isValid(self):
            self.choosing.ask_of_several(organisation)
            self.reload()

    def leave(self) -> None:
        """Stop what is being computed; it begins anew when the page is shown again.

        What is being written goes on: it was asked for.
        """
        asked = self.choosing.asked()
        self._place.keep(
            _Place(asked.profile, asked.month.first, asked.scope.key, asked.revision, asked.detail)
        )
        if not self._writing:
            self.card.end()
            self._stale = self._stale or self.shown is None

    def first_focus(self) -> QWidget:
        """Return the chosen profile."""
        profile = self.choosing.profile
        return profile.button(profile.value())

    def release(self) -> None:
        """Append what is shown to the ledger, and write its files."""
        if self.shown is None:
            return
        report = self.shown.report
        watch = self.card.start_writing()
        self._writing = True
        # Rendered beside the store's work: a PDF takes its time.
        self.services.runner.beside(
            lambda: watch.run(lambda told: render_files(report, tuple(OUTSIDE_FORMATS), told)),
            lambda contents: self._write(report.protected, contents),
            self._not_written,
        )

    def _write(self, protected: Protected, contents: dict[str, bytes] | None) -> None:
        if contents is None:
            self._end_writing()
            return

        def job(store: Store) -> Path:
            folder = export_folder(store)
            issue(store, protected, contents, folder)
            return folder

        if isValid(self):
            # From here on it cannot be taken back.
            self.card.start_saving()
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
        for widget in (about, self.choosing, self.card, self.releases, self.tables):
            scroll.column.addWidget(widget)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 1.43), em(self, 1.14), em(self, 1.43), 0)
        column.setSpacing(em(self, 0.86))
        column.addWidget(label(self.tr("Opgørelser til andre"), "title"))
        self.asking = OutsideAsking(self.services, self.tables, scroll)
        column.addWidget(self.asking, 1)

    def _connect(self) -> None:
        self.choosing.changed.connect(self.reload)
        redraw = self.tables.redraw
        self._width.changed.connect(lambda: redraw(self.services.runner, self._width.drawing()))
        self.choosing.internal.connect(self._go_to_internal)
        self.card.again.clicked.connect(self.reload)
        self.card.cancelled.connect(self._cancelled)
        self.card.close_asked.connect(self._go_to_close)
        self.releases.asked.connect(self._show_again)
        self.card.confirm.clicked.connect(self.release)
        self.card.saved.activated.connect(lambda: open_folder(self._folder))
        back = QShortcut(QKeySequence("Esc"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._go_back)

    def _show_again(self, asked: Asked) -> None:
        """Show what went out; Enter saves its files again."""
        self.choosing.ask(asked)
        self.card.focus_waits.call()
        self.reload()

    def _return_to(self, kept: "_Place") -> None:
        self.choosing.ask(
            Asked(
                kept.profile,
                Period.month(kept.month),
                Scope.of(kept.scope),
                kept.revision,
                kept.detail,
            )
        )

    def _go_back(self) -> None:
        """Put away what is asked, then the panel, or go back to the figures of the project."""
        if self.card.is_asking and not holds_focus(self.asking.panel):
            self.card.ask(False)
        elif self.asking.panel.isHidden():
            self.services.go("reports", None)
        else:
            self.asking.close_panel()

    def _go_to_internal(self) -> None:
        """Show the unprotected figures: as they were left, or of the month that was chosen here."""
        month = self.choosing.asked().month
        self.services.go("reports", None if month == self._came_for else month)

    def _go_to_close(self) -> None:
        """Show the month where it can be closed."""
        self.services.go("reports", self.choosing.asked().month)

    def _heading(self, asked: Asked) -> str:
        whose = self.choosing.scope.currentText() if asked.scope != PROJECT else ""
        month = self.services.words(asked.month.label)
        parts = (self.services.words(PROFILES[asked.profile]), whose, month)
        return " · ".join(part for part in parts if part)

    def _show_around(self, around: _Around) -> None:
        if not isValid(self):
            return
        self.releases.show_heads(around.heads, around.names)
        self.card.set_folder(str(around.folder))
        self.choosing.set_scopes(around.scopes, dict(around.names))
        self.card.set_title(self._heading(self.choosing.asked()))

    def _show(self, shown: Shown | None) -> None:
        # Computed beside the store's work, it may come when the window has been built again.
        if shown is None or not isValid(self):
            return
        self.shown = shown
        self.choosing.show_released(shown.released)
        self.card.show_report(shown.report)
        self.tables.show_tables(shown)
        self.asking.show_report(shown.report)

    def _refused(self, error: Exception) -> None:
        if not isValid(self):
            return
        self.choosing.show_released(None)
        if isinstance(error, UserError):
            self.card.show_problem(error)
        else:
            self.card.show_cancelled()
            self.services.notices.show_error(error)

    def _cancelled(self) -> None:
        self._place.not_wanted()
        self._end_writing()

    def _end_writing(self) -> None:
        """Show what changed, or was chosen, while files were written: the release is such."""
        self._writing = False
        if self._is_behind and isValid(self):
            self.reload()

    def _written(self, folder: Path) -> None:
        self._end_writing()
        if not isValid(self):
            return
        self._folder = folder
        self.card.show_saved(self.tr("Gemt i mappen {folder}").format(folder=folder.name))

    def _not_written(self, error: Exception) -> None:
        if isValid(self):
            self.card.show_not_saved(released=isinstance(error, NotInPlace))
            self.services.notices.show_error(error)
        self._end_writing()
