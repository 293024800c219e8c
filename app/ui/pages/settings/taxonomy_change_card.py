"""Changing the code lists: written out as a file, edited, read in again after a look at what changes."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from app import files
from app.errors import InvalidInput, UserError
from app.models.store import Store
from app.models.taxonomy_changes import TaxonomyChange
from app.models.taxonomy_content import TaxonomyContent
from app.models.taxonomy_editing import (
    LARGEST_FILE,
    change_taxonomy,
    decode_taxonomy,
    encode_taxonomy,
)
from app.models.team.rosters import Rosters
from app.ui.gates.dialogs import OpenFile, open_with_system
from app.ui.pages.person.rights import export_folder
from app.ui.pages.scrolled import bring_into_view
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import announce, button, em, label
from app.ui.widgets.notice import Notice

FILE_NAME = "vejviser-kodeliste.json"
ChooseFile = Callable[[QWidget, str], Path | None]


class _Looked(NamedTuple):
    content: TaxonomyContent
    changes: tuple[TaxonomyChange, ...]


class TaxonomyChangeCard(Card):
    """Writes the same file, and takes the same one, as the commands ``taxonomy export`` and ``import``.

    ``changed`` is sent when the lists are others than before.
    """

    changed = Signal()

    def __init__(
        self,
        services: Services,
        choose: ChooseFile | None = None,
        open_file: OpenFile = open_with_system,
    ) -> None:
        super().__init__("")
        self._services = services
        self._choose, self._open_file = choose or ask_for_code_list, open_file
        self._looked: _Looked | None = None
        self.set_title(self.tr("Ret kodelisten"))
        self.about = label("", "caption", wrap=True)
        self.save = button(self.tr("Gem som fil, og åbn den"))
        self.read = button(self.tr("Læs rettet fil …"))
        self._first = _row(self.save, self.read)
        self.problem = Notice("", "danger")
        self.problem.label.setTextFormat(Qt.TextFormat.PlainText)
        self.heading = label("", "strong", wrap=True)
        self.preview = label("", wrap=True)
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.take = button(self.tr("Gem ændringerne"), "primary")
        self.keep = button(self.tr("Annullér"))
        self._second = _row(self.take, self.keep)
        for widget in (self.about, self.problem, self.heading, self.preview):
            self.body.addWidget(widget)
        self.body.addWidget(self._first)
        self.body.addWidget(self._second)
        self.save.clicked.connect(self._save)
        self.read.clicked.connect(self._read)
        self.take.clicked.connect(self._take)
        self.keep.clicked.connect(self.give_up)
        self.problem.hide()
        self._ask(None)

    def reload(self) -> None:
        """Find out whether the lists may be changed here."""
        self._services.runner.run(_may_change, self._show, key="settings.taxonomy.change")

    def give_up(self) -> None:
        """Put the question away; nothing was changed."""
        self._ask(None)
        self.read.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc put the question away."""
        if event.key() == Qt.Key.Key_Escape and self._looked is not None:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def _show(self, may: bool) -> None:
        self._first.setVisible(may and self._looked is None)
        if not may:
            self.about.setText(
                self.tr(
                    "Projektlederen bestemmer kodelisten i et fælles projekt. Den følger med "
                    "projektpakken."
                )
            )
            return
        self.about.setText(
            self.tr(
                "Gem listen som fil, ret i filen med et skriveprogram til ren tekst, og læs den ind "
                "igen. Du ser, hvad der ændres, før noget gemmes. En kode slettes ikke: den får en "
                "dag, fra hvilken den ikke kan vælges (retired_on), og nye navne får den dag, de "
                "gælder fra (valid_from)."
            )
        )

    def _ask(self, looked: _Looked | None) -> None:
        self._looked = looked
        asked = looked is not None
        for widget in (self.heading, self.preview, self._second):
            widget.setVisible(asked)
        self._first.setVisible(not asked)

    def _save(self) -> None:
        def job(store: Store) -> Path:
            path = export_folder(store) / FILE_NAME
            with files.explained_os_errors():
                path.parent.mkdir(parents=True, exist_ok=True)
                files.write_atomically(path, encode_taxonomy(store))
            return path

        self._services.runner.run(job, self._saved)

    def _saved(self, path: Path) -> None:
        said = self.tr("Gemt: {file} i mappen {folder}")
        self._services.notices.tell(said.format(file=path.name, folder=path.parent.name))
        self._open_file(path)

    def _read(self) -> None:
        path = self._choose(self, self.read.text())
        # The window may have locked while the system asked.
        if path is None or not isValid(self):
            return

        def job(store: Store) -> _Looked:
            with files.explained_os_errors(reading=True), path.open("rb") as opened:
                content = decode_taxonomy(opened.read(LARGEST_FILE + 1))
            return _Looked(content, change_taxonomy(store, content, dry_run=True))

        self._services.runner.run(job, self._look, self._refused)

    def _look(self, looked: _Looked) -> None:
        self.problem.hide()
        if not looked.changes:
            self._services.notices.tell(self.tr("Der er ingen ændringer i filen."))
            return
        self._ask(looked)
        self.heading.setText(self.tr("%n ændringer af kodelisten:", "", len(looked.changes)))
        lines = [f"• {self._services.words(one.text)}" for one in looked.changes]
        if self._services.lead:
            lines.append(
                self.tr("Vejlederne ser det samme, før de tager den næste projektpakke i brug.")
            )
        self.preview.setText("\n".join(lines))
        self.keep.setFocus()
        bring_into_view(self)
        announce(self, f"{self.heading.text()} {self.preview.text()}")

    def _take(self) -> None:
        looked = self._looked
        if looked is not None:
            self._services.runner.run(
                lambda store: change_taxonomy(store, looked.content), self._taken, self._refused
            )

    def _taken(self, changes: Sequence[TaxonomyChange]) -> None:
        self.give_up()
        self._services.notices.tell(self.tr("%n ændringer er gemt", "", len(changes)))
        self.changed.emit()
        if self._services.lead:
            self._services.courier.exchange_soon()

    def _refused(self, error: Exception) -> None:
        self._ask(None)
        if not isinstance(error, UserError):
            self._services.notices.show_error(error)
            return
        words = self._services.words
        lines = [words(error.what)]
        if isinstance(error, InvalidInput):
            lines += [f"• {words(problem.text)}" for problem in error.problems]
        else:
            lines.append(words(error.why))
        self.problem.show()
        self.problem.set_text("\n".join((*lines, words(error.next_step))))
        self.read.setFocus()


def ask_for_code_list(parent: QWidget, title: str) -> Path | None:
    """Ask for a code list in the system's dialog; None where it was given up."""
    name = title.replace(" …", "")
    chosen, _ = QFileDialog.getOpenFileName(parent.window(), name, filter="JSON (*.json)")
    return Path(chosen) if chosen else None


def _may_change(store: Store) -> bool:
    return store.settings.is_lead or Rosters(store).current() is None


def _row(*buttons: QWidget) -> QWidget:
    row = QWidget()
    flow = FlowLayout(row, gap=em(row, 0.57))
    for each in buttons:
        flow.addWidget(each)
    return row
