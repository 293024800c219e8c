"""The page Pakke til evaluator: what would come along, and the pack as a folder."""

from datetime import date
from pathlib import Path
from typing import ClassVar

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app.export.evaluator.files import (
    Pack,
    evaluator_data,
    note_handed_out,
    real_pack,
    release_of,
    synthetic_pack,
    write_pack,
    written_before,
)
from app.export.evaluator.pack import IdSource, random_id
from app.export.evaluator.release import Release
from app.export.evaluator.summary import summary
from app.models.evaluator_rows import EvaluatorData
from app.models.periods import Period, end_of_month
from app.models.store import Store
from app.ui.page import Page
from app.ui.pages.evaluator.cards import PreviewCard, WriteCard
from app.ui.pages.kept_place import KeptPlace
from app.ui.pages.period_choice import period_picker
from app.ui.pages.person.rights import export_folder, open_folder
from app.ui.pages.scrolled import Scrolled
from app.ui.services import Services
from app.ui.widgets.measure import em, label
from app.ui.widgets.periods import PeriodKind, kind_of
from app.ui.widgets.segmented import Segmented

_PLACE_KIND = "evaluator page"


class _Place(msgspec.Struct, frozen=True):
    """Which period was chosen, and how it is stepped through."""

    kind: PeriodKind
    first: date
    last: date


class EvaluatorPage(Page):
    """Computes what may leave the house beside the window, shows it, and writes it when asked.

    A :class:`~app.models.periods.Period` opens it on that period, in whole months. ``ids`` are the
    random ids of the rows.
    """

    name: ClassVar[str] = "evaluator"
    kinds: ClassVar[tuple[str, ...]] = (
        *("inquiry", "person", "visit", "workplace", "presence_rule", "closing_days", "setting"),
        "release",
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.ids: IdSource = random_id
        self._data: EvaluatorData | None = None
        self._release: Release | None = None
        self._asked: Pack | None = None  # what is to be written where its folder is there already
        self._place = KeptPlace(services, _PLACE_KIND, _Place, self._return_to)
        self._folder = Path()
        self.picker = period_picker(services)
        self.picker.set_period("year", *_year_to_date(services.today()))
        self.preview = PreviewCard()
        self.writing = WriteCard()
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Read the contacts of the period and compute anew what would be released."""
        if not self.picker.is_valid():
            self._refuse()
            return
        period = self.period()
        self._forget()
        watch = self.preview.start(self.services.words(period.label))
        self.writing.set_busy()
        if self._place.restore(self.reload):
            return

        def compute(data: EvaluatorData) -> None:
            self.services.runner.beside(
                lambda: watch.run(lambda progress: release_of(data, progress)),
                lambda release: self._show(data, release),
                self._failed,
                key="evaluator.release",
            )

        self.services.runner.run(
            lambda store: evaluator_data(store, period), compute, self._failed, key="evaluator"
        )

    def _forget(self) -> None:
        """Drop what was computed for another period, and what was asked about it."""
        self._data = self._release = self._asked = None
        self.writing.saved.hide()
        self.writing.end_question(self.writing.real)

    def _refuse(self) -> None:
        """Write nothing while what is typed is no period: it would be of another one."""
        self._forget()
        self.preview.show_no_period()
        self.writing.set_usable(real=False, synthetic=False)

    def open(self, target: object) -> None:
        """Take a :class:`~app.models.periods.Period`."""
        if isinstance(target, Period):
            self._place.not_wanted()
            first, last = target.first, target.last
            self.picker.set_period(kind_of(first, last), first, last)
            self.reload()

    def leave(self) -> None:
        """Stop what is being computed; it begins anew when the page is shown again."""
        self._place.keep(_Place(self.picker.kind(), *self.picker.period()))
        for line in (self.preview.progress, self.writing.progress):
            line.end()
        if self._release is None:
            self._stale = True

    def first_focus(self) -> QWidget:
        """Return the chosen kind of period."""
        kinds = self.picker.findChild(Segmented)
        assert isinstance(kinds, Segmented)
        return kinds.button(self.picker.kind())

    def period(self) -> Period:
        """Return the chosen period, made whole months."""
        first, last = self.picker.period()
        return Period(first.replace(day=1), end_of_month(last))

    def write(self) -> None:
        """Write the pack of what is shown into the folder of the settings, with new ids."""
        data, release, ids = self._data, self._release, self.ids
        if data is None or release is None:
            return
        self._begin()
        self.services.runner.beside(
            lambda: real_pack(data, release, ids), self._hand_out, self._not_written
        )

    def write_synthetic(self) -> None:
        """Write the synthetic twin of the period; nothing of the store is looked at."""
        period, watch = self.period(), self.writing.progress.start()
        self._begin()

        def put(pack: Pack | None) -> None:
            if pack is None:
                return
            self.services.runner.run(
                lambda store: write_pack(pack, export_folder(store)),
                self._written,
                self._not_written,
            )

        self.services.runner.beside(
            lambda: watch.run(lambda progress: synthetic_pack(period, progress)),
            put,
            self._not_written,
        )

    def _hand_out(self, pack: Pack, *, replace: bool = False) -> None:
        """Write a pack of real rows and note who is in it; a folder that is there is asked about."""

        def job(store: Store) -> Path | None:
            out = export_folder(store)
            if not replace and written_before(pack, out):
                return None
            folder = write_pack(pack, out)
            note_handed_out(store, pack)
            return folder

        def done(folder: Path | None) -> None:
            if folder is not None:
                self._written(folder)
            elif isValid(self):
                self._asked = pack
                self._usable_again()
                self.writing.ask(pack.name)

        self.services.runner.run(job, done, self._not_written)

    def _replace(self) -> None:
        pack = self._asked
        if pack is not None:
            self._put_question_away()
            self._begin()
            self._hand_out(pack, replace=True)

    def _go_back(self) -> None:
        """Put away what is asked, or go back to the figures of the project."""
        if self._asked is None:
            self.services.go("reports", None)
        else:
            self._put_question_away()

    def _put_question_away(self) -> None:
        self._asked = None
        self.writing.end_question(self.writing.real)

    def _return_to(self, kept: "_Place") -> None:
        self.picker.set_period(kept.kind, kept.first, kept.last)

    def _lay_out(self) -> None:
        about = label(
            self.tr(
                "Rækker uden navne, som en evaluator kan regne på. De gøres grovere, til ingen "
                "kan kendes fra mindst så mange andre, som projektets mindste gruppe siger."
            ),
            "caption",
            wrap=True,
        )
        scroll = Scrolled()
        for widget in (about, self.picker, self.preview, self.writing):
            scroll.column.addWidget(widget)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 1.43), em(self, 1.14), em(self, 1.43), 0)
        column.setSpacing(em(self, 0.86))
        column.addWidget(label(self.tr("Pakke til evaluator"), "title"))
        column.addWidget(scroll, 1)

    def _connect(self) -> None:
        self.picker.changed.connect(lambda *_: self.reload())
        self.picker.refused.connect(self._refuse)
        self.preview.again.clicked.connect(self.reload)
        self.preview.progress.cancelled.connect(self._cancelled)
        self.writing.progress.cancelled.connect(self._usable_again)
        self.writing.real.clicked.connect(self.write)
        self.writing.synthetic.clicked.connect(self.write_synthetic)
        self.writing.replace.clicked.connect(self._replace)
        self.writing.keep.clicked.connect(self._put_question_away)
        self.writing.saved.activated.connect(lambda: open_folder(self._folder))
        back = QShortcut(QKeySequence("Esc"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._go_back)

    def _show(self, data: EvaluatorData, release: Release | None) -> None:
        # Computed beside the store's work, it may come when the window has been built again.
        if release is None or not isValid(self) or not self.picker.is_valid():
            return
        self._data, self._release = data, release
        lines = summary(release, data.k, data.covered)
        self.preview.show_lines([self.services.words(line) for line in lines])
        self.writing.set_usable(real=True)

    def _cancelled(self) -> None:
        self._place.not_wanted()
        self.preview.show_cancelled()
        self._usable_again()

    def _failed(self, error: Exception) -> None:
        if not isValid(self):
            return
        self._cancelled()
        self.services.notices.show_error(error)

    def _begin(self) -> None:
        self.writing.saved.hide()
        self.writing.set_busy()

    def _written(self, folder: Path) -> None:
        if not isValid(self):
            return
        self._folder = folder
        self._usable_again()
        said = self.tr("Gemt: {file} i mappen {folder}")
        self.writing.saved.show()
        self.writing.saved.set_text(said.format(file=folder.name, folder=folder.parent.name))

    def _not_written(self, error: Exception) -> None:
        if not isValid(self):
            return
        self._usable_again()
        self.services.notices.show_error(error)

    def _usable_again(self) -> None:
        self.writing.progress.end()
        valid = self.picker.is_valid()
        self.writing.set_usable(real=valid and self._release is not None, synthetic=valid)


def _year_to_date(today: date) -> tuple[date, date]:
    return today.replace(month=1, day=1), end_of_month(today)
