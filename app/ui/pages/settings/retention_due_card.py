"""What is past its retention period: chosen row by row or all, asked about, and then erased."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from app.models.case_types import RetentionSubject
from app.models.clock_check import ClockDoubt, doubt_of_clock, doubt_words
from app.models.erasure import Erasure, foresee_erasures
from app.models.retention_due import Due, due_list
from app.models.retention_erasing import Disposal, dispose
from app.models.retention_words import (
    NOBODY_DECIDED,
    NOTHING_DUE,
    disposal_words,
    due_words,
)
from app.models.store import Store
from app.models.words import whole_number
from app.ui.pages.focus import set_usable
from app.ui.pages.inquiries.target import ShowInquiry
from app.ui.pages.person.rights import export_folder, open_folder
from app.ui.pages.scrolled import bring_into_view
from app.ui.pages.settings.retention_question import RetentionQuestion
from app.ui.pages.targets import ShowPerson
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import button, em, label
from app.ui.widgets.notice import Notice

_KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class _Read:
    """What is due, whether any period is set, and whether the clock can be believed."""

    dues: tuple[Due, ...]
    decided: bool
    doubt: ClockDoubt | None


class RetentionDueCard(Card):
    """Space ticks a row, Enter opens whom or what it is about; nothing goes without the question."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._services = services
        self._dues: dict[str, Due] = {}
        self._doubt: ClockDoubt | None = None
        self._folder = Path()
        self.set_title(self.tr("Har overskredet sin periode"))
        self.told = label("", "muted", wrap=True)
        self.clock = Notice("", "warn")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Udløbet: mellemrum vælger, Enter åbner"))
        self.list.setMinimumHeight(em(self, 12))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.all_button = button(self.tr("Vælg alle"))
        self.erase_button = button(self.tr("Slet de valgte …"), "danger")
        self.question = RetentionQuestion(services)
        self.done = Notice("", "good", self.tr("Åbn mappen"))
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, gap=em(self, 0.57))
        flow.addWidget(self.all_button)
        flow.addWidget(self.erase_button)
        for part in (self.told, self.clock, self.list, self._buttons, self.question, self.done):
            self.body.addWidget(part)
        for part in (self.clock, self.list, self._buttons, self.question, self.done):
            part.hide()
        self._connect()

    def reload(self) -> None:
        """Read what is due; what was chosen stays chosen."""

        def job(store: Store) -> _Read:
            decided = store.retention_periods.count() > 0
            return _Read(due_list(store), decided, doubt_of_clock(store))

        self._services.runner.run(job, self._show, key="settings.due")

    def keep(self) -> bool:
        """Put the question away; tell whether it was asked."""
        asked = not self.question.isHidden()
        self.question.hide()
        if asked:
            self.erase_button.setFocus()
        return asked

    def chosen(self) -> list[Due]:
        """Return what is ticked, from above."""
        items = (self.list.item(row) for row in range(self.list.count()))
        ticked = (item for item in items if item.checkState() is Qt.CheckState.Checked)
        return [self._dues[item.data(_KEY)] for item in ticked]

    def _connect(self) -> None:
        self.list.itemChanged.connect(lambda _: self._chosen_changed())
        self.list.itemActivated.connect(self._open)
        self.all_button.clicked.connect(self._choose_all)
        self.erase_button.clicked.connect(self._foresee)
        self.question.no.clicked.connect(self.keep)
        self.question.yes.clicked.connect(self._erase)
        self.done.activated.connect(lambda: open_folder(self._folder))
        escape = QShortcut(QKeySequence("Esc"), self.question)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.keep)

    def _show(self, read: _Read) -> None:
        ticked = {due.key for due in self.chosen()}
        current = self.list.currentRow()
        self._dues, self._doubt = {due.key: due for due in read.dues}, read.doubt
        said = self._services.words
        self.list.blockSignals(True)
        self.list.clear()
        for due in read.dues:
            item = QListWidgetItem(said(due_words(due)), self.list)
            item.setData(_KEY, due.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            state = Qt.CheckState.Checked if due.key in ticked else Qt.CheckState.Unchecked
            item.setCheckState(state)
        self.list.setCurrentRow(max(0, min(current, len(read.dues) - 1)))
        self.list.blockSignals(False)
        self.list.setVisible(bool(read.dues))
        self._buttons.setVisible(bool(read.dues))
        self.clock.setVisible(bool(read.dues) and read.doubt is not None)
        if read.doubt is not None:
            self.clock.set_text(said(doubt_words(read.doubt)))
        self.told.setText(self._summary(read))
        self._chosen_changed()

    def _summary(self, read: _Read) -> str:
        if not read.dues:
            return self._services.words(NOTHING_DUE if read.decided else NOBODY_DECIDED)
        return self.tr(
            "I alt {count}. Vælg, hvad der skal slettes for altid; intet slettes af sig selv."
        ).format(count=whole_number(len(read.dues)))

    def _chosen_changed(self) -> None:
        """Say what the buttons do now; another choice than the one asked about is another question."""
        chosen = len(self.chosen())
        everything = chosen == len(self._dues)
        self.all_button.setText(self.tr("Vælg ingen") if everything else self.tr("Vælg alle"))
        self.erase_button.setEnabled(chosen > 0)
        self.erase_button.setText(
            self.tr("Slet de valgte ({count}) …").format(count=whole_number(chosen))
            if chosen
            else self.tr("Slet de valgte …")
        )
        self.question.hide()

    def _choose_all(self) -> None:
        everything = len(self.chosen()) == len(self._dues)
        state = Qt.CheckState.Unchecked if everything else Qt.CheckState.Checked
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)
        self.list.blockSignals(False)
        self._chosen_changed()

    def _open(self, item: QListWidgetItem) -> None:
        due = self._dues[item.data(_KEY)]
        if due.subject is RetentionSubject.NOTE:
            self._services.go("inquiries", ShowInquiry(due.record_id))
        elif due.person_id is not None and due.person:
            self._services.go("person", ShowPerson(due.person_id))

    def _foresee(self) -> None:
        chosen, paths = self.chosen(), self._services.paths
        persons = [due.record_id for due in chosen if due.subject is RetentionSubject.PERSON]

        def job(store: Store) -> Erasure | None:
            return foresee_erasures(store, paths, persons) if persons else None

        def ask(erasure: Erasure | None) -> None:
            self.question.ask(chosen, erasure, self._doubt)
            self.question.no.setFocus()
            bring_into_view(self.question)

        self._services.runner.run(job, ask, self._failed, key="settings.due.foresee")

    def _erase(self) -> None:
        from app.export.erasure_receipt import prepare_folder, write_receipt

        keys = [due.key for due in self.chosen()]
        paths, language = self._services.paths, self._services.language
        clock_is_right = self.question.clock_is_right
        self._set_busy(True)
        self.told.setText(self.tr("Sletter …"))

        def job(store: Store) -> tuple[Disposal, Path]:
            folder = export_folder(store)
            prepare_folder(folder)
            done = dispose(store, paths, keys, clock_is_right=clock_is_right)
            if done.erasure is not None:
                write_receipt(store, done.erasure, folder, language)
            return done, folder

        self._services.runner.run(job, lambda result: self._erased(*result), self._failed)

    def _erased(self, done: Disposal, folder: Path) -> None:
        self._set_busy(False)
        self._folder = folder
        told = self._services.words(disposal_words(done))
        self.question.hide()
        self.done.show()
        self.done.button.setVisible(done.erasure is not None)
        if done.erasure is not None:
            told = self.tr("{told}. Kvitteringen ligger i mappen {folder}.").format(
                told=told, folder=folder.name
            )
        self.done.set_text(told)
        self.reload()
        (self.list if self._dues else self.done.button).setFocus()

    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        self._services.notices.show_error(error)
        self.reload()

    def _set_busy(self, busy: bool) -> None:
        buttons = (self.all_button, self.erase_button, self.question.yes, self.question.no)
        set_usable(*buttons, usable=not busy)
