"""The page that imports a file."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QVBoxLayout, QWidget

from app.errors import InvalidInput
from app.models.import_columns import guess_mapping
from app.models.import_report import ImportReport, RowsRejected
from app.models.importing import ImportPlan, apply
from app.ui.page import Page
from app.ui.pages.import_wizard import words
from app.ui.pages.import_wizard.file_card import FileCard
from app.ui.pages.import_wizard.mapping_card import MappingCard
from app.ui.pages.import_wizard.outcome_card import OutcomeCard
from app.ui.pages.import_wizard.reading import CONTENTS, ReadFile, fields_of, plan, read
from app.ui.pages.import_wizard.result_card import ResultCard
from app.ui.pages.import_wizard.text_table import Cell, TextTable, TextTableView
from app.ui.pages.scrolled import Scrolled
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.measure import em, label

_PREVIEWED = 20
_TWO_COLUMNS = 60
"""Width in multiples of the text size at which columns and dry run stand side by side."""
_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


class ImportPage(Page):
    """File, columns, dry run, import; every step is shown at once and nothing is hidden behind."""

    name = "import"
    kinds = (
        *("inquiry", "workplace", "person", "organisation", "counsellor", "imported_row"),
        *("presence_rule", "closing_days", "month_close"),
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._file: ReadFile | None = None
        self._plan: ImportPlan | None = None
        self._importing = False
        self._columns = 0
        self._folder = QStandardPaths.writableLocation(_DOCUMENTS)
        self.file_card = FileCard()
        self.mapping_card = MappingCard(services)
        self.outcome = OutcomeCard(services)
        self.result = ResultCard(services)
        self.preview = TextTableView(self.tr("De første rækker"))
        self._preview_card = Card(self.tr("De første rækker"))
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self._show_steps()

    def reload(self) -> None:
        """Plan the import again: what is there already may have changed."""
        if self._file is not None and not self._importing:
            self._make_plan()

    def open(self, target: object) -> None:
        """Begin with a new file; one that is being looked at stays."""
        if not self.result.isHidden():
            self.result.clear()
            self._show_steps()
            self.file_card.empty.button.setFocus()

    def first_focus(self) -> QWidget | None:
        """Return the button that chooses a file, or leads on after an import."""
        if self._file is not None:
            return self.file_card.choose
        return self.file_card.empty.button if self.result.isHidden() else self.result.see

    def take_file(self, path: Path) -> None:
        """Read a file that was chosen or dropped; the next one is looked for beside it."""
        self._folder = str(path.parent)
        self.services.runner.beside(
            lambda: read(path), self._show_file, self._not_read, key="import-file"
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file that is dragged over the page."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the first file that is dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take_file(Path(paths[0]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place columns and dry run side by side where there is room."""
        super().resizeEvent(event)
        self._place_cards(2 if self.width() >= em(self, _TWO_COLUMNS) else 1)

    def _lay_out(self) -> None:
        self.preview.setMinimumHeight(em(self, 10))
        self._preview_card.body.addWidget(self.preview)
        scrolled = Scrolled()
        cards = QWidget()
        self._grid = QGridLayout(cards)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(em(self, 1.14))
        for widget in (self.file_card, self.result, cards, self._preview_card):
            scrolled.column.addWidget(widget)
        scrolled.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 1.43), em(self, 1.14), em(self, 1.43), em(self, 1))
        column.setSpacing(em(self, 0.86))
        column.addWidget(label(self.tr("Importér fra CSV"), "title"))
        column.addWidget(scrolled, 1)
        self._place_cards(2)

    def _place_cards(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for position, card in enumerate((self.mapping_card, self.outcome)):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, position // columns, position % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)

    def _connect(self) -> None:
        self.file_card.choose_asked.connect(self._choose_file)
        self.file_card.kind_changed.connect(self._kind_chosen)
        self.mapping_card.changed.connect(self._make_plan)
        self.outcome.import_asked.connect(self._import)
        self.result.again_asked.connect(self._choose_file)
        self.result.see_asked.connect(lambda page: self.services.go(page, None))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Vælg en CSV-fil"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("CSV-filer (*.csv *.txt *.tsv)"), self.tr("Alle filer (*)")])
        dialog.setDirectory(self._folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.take_file(Path(chosen)))
        dialog.open()

    def _show_file(self, file: ReadFile) -> None:
        self._file = file
        self.result.clear()
        self.file_card.show_file(file)
        self._show_preview(file)
        self._offer_columns(file)
        self.file_card.choose.setFocus()

    def _not_read(self, error: Exception) -> None:
        self.services.notices.show_error(error)

    def _kind_chosen(self, kind: str) -> None:
        if self._file is not None:
            self._file = ReadFile(self._file.name, self._file.table, kind)
            self._offer_columns(self._file)

    def _offer_columns(self, file: ReadFile) -> None:
        fields, columns = fields_of(file.kind), file.table.columns
        self.mapping_card.show_fields(fields, columns, guess_mapping(columns, fields))
        self._show_steps()
        self._make_plan()

    def _show_preview(self, file: ReadFile) -> None:
        columns = file.table.columns
        rows: list[tuple[Cell, ...]] = [
            (row.number, *(row.cells + ("",) * len(columns))[: len(columns)])
            for row in file.table.rows[:_PREVIEWED]
        ]
        self.preview.show_table(TextTable((self.tr("Række"), *columns), rows))
        self.preview.resizeColumnsToContents()

    def _show_steps(self) -> None:
        for widget in (self.mapping_card, self.outcome, self._preview_card):
            widget.setVisible(self._file is not None)
        self.file_card.setVisible(self._file is not None or self.result.isHidden())

    def _make_plan(self) -> None:
        file = self._file
        if file is None:
            return
        mapping = self.mapping_card.mapping()
        self.outcome.show_busy()
        self.services.runner.run(
            lambda store: plan(store, file.table, file.kind, mapping),
            self._show_plan,
            self._no_plan,
            key="import-plan",
        )

    def _show_plan(self, made: ImportPlan) -> None:
        self._plan = made
        self.mapping_card.show_problems({})
        self.outcome.show_report(made.report)

    def _no_plan(self, error: Exception) -> None:
        self._plan = None
        if isinstance(error, InvalidInput):
            texts = {p.field: self.services.words(p.text) for p in error.problems}
            self.mapping_card.show_problems(texts)
            self.outcome.show_nothing(error.message(self.services.language))
        else:
            self.outcome.show_nothing("")
            self.services.notices.show_error(error)

    def _import(self) -> None:
        made, skip = self._plan, self.outcome.skip.isChecked()
        if made is None or self._importing:
            return
        self._importing = True
        self.outcome.show_busy()
        self.services.commands.run(
            words.done(made.report),
            lambda store: apply(store, made, skip_bad_rows=skip),
            self._imported,
            self._not_imported,
        )

    def _imported(self, report: ImportReport) -> None:
        self._importing = False
        self._file, self._plan = None, None
        self.file_card.clear()
        self.result.show_result(report, CONTENTS[report.kind].page)
        self._show_steps()
        self.result.see.setFocus()

    def _not_imported(self, error: Exception) -> None:
        self._importing = False
        if isinstance(error, RowsRejected):
            self.outcome.show_report(error.report)
        else:
            self.reload()
        self.services.notices.show_error(error)
