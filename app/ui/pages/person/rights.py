"""The rights of a person: everything about them as a file, and erasure for good."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.export.erasure_words import foreseen_words
from app.models.erasure import Erasure, erase_person, foresee_erasure
from app.models.store import Store
from app.models.types import Person, RecordId
from app.ui.pages.focus import set_usable
from app.ui.pages.person import words
from app.ui.pages.scrolled import bring_into_view
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import announce, button, em, label


class RightsCard(Card):
    """``erased`` carries the folder of the receipt when the person is gone."""

    erased = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._services = services
        self._person_id = RecordId("")
        self.set_title(self.tr("Personens rettigheder"))
        about = self.tr(
            "Personen må se alt, der er gemt, få det rettet og få det slettet. "
            "Filerne er ikke krypterede: læs dem igennem, send dem sikkert, og slet dem bagefter."
        )
        self.body.addWidget(label(about, "caption", wrap=True))
        self.pdf_button = button(self.tr("Indsigt som PDF"))
        self.json_button = button(self.tr("Indsigt som JSON"))
        self.erase_button = button(self.tr("Slet for altid …"), "danger")
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=em(self, 0.57))
        for each in (self.pdf_button, self.json_button, self.erase_button):
            flow.addWidget(each)
        self.body.addWidget(buttons)
        self.panel = ErasePanel()
        self.panel.hide()
        self.body.addWidget(self.panel)
        self.pdf_button.clicked.connect(lambda: self._export("pdf"))
        self.json_button.clicked.connect(lambda: self._export("json"))
        self.erase_button.clicked.connect(self._foresee)
        self.panel.yes.clicked.connect(self._erase)
        self.panel.no.clicked.connect(self.keep)

    def show_person(self, person_id: RecordId) -> None:
        """Serve this person; what was said of another one goes."""
        if person_id != self._person_id:
            self._person_id = person_id
            self.panel.hide()
            self._set_busy(False)

    def keep(self) -> bool:
        """Put the question away; tell whether it was asked."""
        asked = not self.panel.isHidden()
        self.panel.hide()
        if asked:
            self.erase_button.setFocus()
        return asked

    def _export(self, name: str) -> None:
        from app.export.person_files import run_person

        person_id, paths = self._person_id, self._services.paths
        language = self._services.language
        self._set_busy(True)

        def job(store: Store) -> tuple[Path, ...]:
            return run_person(
                store,
                paths,
                person_id,
                formats=(name,),
                out=export_folder(store),
                language=language,
            )

        self._services.runner.run(job, self._written, self._failed)

    def _written(self, paths: tuple[Path, ...]) -> None:
        self._set_busy(False)
        folder = paths[0].parent
        said = self.tr("Gemt: {file} i mappen {folder}")
        self._services.notices.tell(
            said.format(file=paths[0].name, folder=folder.name),
            offer=(self.tr("Åbn mappen"), lambda: open_folder(folder)),
        )

    def _foresee(self) -> None:
        person_id, paths = self._person_id, self._services.paths

        def job(store: Store) -> tuple[Person, Erasure]:
            return store.people.get(person_id), foresee_erasure(store, paths, person_id)

        self._services.runner.run(job, self._ask, self._failed, key="person:foresee")

    def _ask(self, foreseen: tuple[Person, Erasure]) -> None:
        person, erasure = foreseen
        lines = [self._services.words(text) for text in foreseen_words(erasure)]
        self.panel.ask(words.question(person), lines)
        self.panel.no.setFocus()
        bring_into_view(self.panel)

    def _erase(self) -> None:
        from app.export.erasure_receipt import prepare_folder, write_receipt

        person_id, paths = self._person_id, self._services.paths
        language = self._services.language
        self._set_busy(True)

        def job(store: Store) -> Path:
            folder = export_folder(store)
            prepare_folder(folder)
            erasure = erase_person(store, paths, person_id)
            write_receipt(store, erasure, folder, language)
            return folder

        self._services.runner.run(job, lambda folder: self._gone(person_id, folder), self._failed)

    def _gone(self, person_id: RecordId, folder: Path) -> None:
        self._set_busy(False)
        self._services.notices.tell(self.tr("Personen er slettet for altid"))
        # Somebody else may be on the page by now.
        if person_id == self._person_id:
            self.panel.hide()
            self.erased.emit(folder)

    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        self._services.notices.show_error(error)

    def _set_busy(self, busy: bool) -> None:
        buttons = (self.pdf_button, self.json_button, self.erase_button)
        set_usable(*buttons, self.panel.yes, self.panel.no, usable=not busy)


class ErasePanel(QFrame):
    """The question that cannot be taken back: what goes, what stays, yes or no."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "danger")
        column = QVBoxLayout(self)
        side = em(self, 0.86)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(em(self, 0.57))
        self.question = label("", "strong", wrap=True)
        self.told = label("", wrap=True)
        for written in (self.question, self.told):
            written.setTextFormat(Qt.TextFormat.PlainText)
        self.no = button(self.tr("Behold personen"), name=self.tr("Behold personen (Esc)"))
        self.yes = button(self.tr("Slet for altid"), "danger")
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=em(self, 0.57))
        flow.addWidget(self.no)
        flow.addWidget(self.yes)
        for widget in (self.question, self.told, buttons):
            column.addWidget(widget)

    def ask(self, question: str, lines: list[str]) -> None:
        """Show whom an erasure is about and what it does."""
        self.question.setText(question)
        self.told.setText("\n".join(f"• {line}" for line in lines))
        self.show()
        announce(self, " ".join((question, *lines)))


def open_folder(folder: Path) -> None:
    """Show a folder in the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def export_folder(store: Store) -> Path:
    """Return the folder for files that are handed out, that of documents unless it is set."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    default = QStandardPaths.writableLocation(documents)
    return Path(str(store.settings.get("export_folder")) or default)
