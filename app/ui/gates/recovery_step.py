"""The last step of the first run: the recovery code, to be kept on paper."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app import files
from app.errors import UserError
from app.ui.gates.dialogs import ChoosePath, OpenFile
from app.ui.gates.step import Step
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import announce, button, em, label

_IN_A_ROW = 4
"""Groups side by side."""

MakeSheet = Callable[[], bytes]


class RecoveryStep(Step):
    """Shows the code once and lets it be saved as a sheet before going on.

    ``failed`` carries the UserError of a sheet that could not be written.
    """

    demo_requested = Signal()
    failed = Signal(object)

    def __init__(self, choose_path: ChoosePath, open_file: OpenFile) -> None:
        super().__init__(*self._words())
        self._choose_path, self._open_file = choose_path, open_file
        self._make_sheet: MakeSheet | None = None
        self.code = _Code(self.tr("Gendannelseskode"))
        self.saved = label("", "good", wrap=True)
        self.saved.hide()
        self.kept = QCheckBox(self.tr("&Jeg har gemt eller udskrevet arket"))
        self.kept.toggled.connect(self._kept_toggled)
        self.missing = label("", "error", wrap=True)
        self.missing.hide()
        self.column.addWidget(self.code)
        self.column.addLayout(self._sheet_buttons())
        for widget in (self.saved, self.kept, self.missing):
            self.column.addWidget(widget)
        self.demo = button(self.tr("Prøv med demodata"), "link")
        self.demo.clicked.connect(lambda: self._leave(self.demo_requested.emit))
        self.forward = button(self.tr("Kom i gang"), "primary")
        self.forward.clicked.connect(self.proceeded)
        self.footer.addWidget(self.demo)
        self.footer.addStretch(1)
        self.footer.addWidget(self.forward)

    def set_last(self, *, last: bool) -> None:
        """Say whether the work begins after this step, or another one follows."""
        self.forward.setText(self.tr("Kom i gang") if last else self.tr("Videre"))

    def _words(self) -> tuple[str, str]:
        """Return the title of the step and what it is about."""
        return (
            self.tr("Din gendannelseskode"),
            self.tr(
                "Glemmer du adgangssætningen, er koden den eneste vej ind. Den vises kun nu. "
                "Gem arket et sikkert sted, som ikke er denne computer."
            ),
        )

    def _at_stake(self) -> str:
        """Return what is lost without the code."""
        return self.tr(
            "Sæt fluebenet, når du har arket. "
            "Uden koden er alt tabt, hvis du glemmer adgangssætningen."
        )

    def show_code(self, code: str, sheet: MakeSheet) -> None:
        """Show the code in its groups; ``sheet`` makes the PDF when it is asked for."""
        self.code.show_groups(code.split("-"))
        self._make_sheet = sheet

    def start(self) -> None:
        """Move the focus to what should be done first."""
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> bool:
        """Return whether the sheet is kept; if not, say what is at stake and go there."""
        if not self.kept.isChecked():
            self.missing.setText(self._at_stake())
            self.missing.show()
            self.kept.setAccessibleDescription(self.missing.text())
            self.kept.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.missing.text())
        return self.kept.isChecked()

    def _sheet_buttons(self) -> FlowLayout:
        self.save = button(self.tr("&Gem gendannelsesark (PDF)"))
        self.save.clicked.connect(lambda: self._save(then_open=False))
        self.print = button(self.tr("&Udskriv …"))
        self.print.setToolTip(self.tr("Gemmer arket og åbner det, så du kan udskrive det"))
        self.print.clicked.connect(lambda: self._save(then_open=True))
        row = FlowLayout(gap=em(self, 0.57))
        row.addWidget(self.save)
        row.addWidget(self.print)
        return row

    def _save(self, *, then_open: bool) -> None:
        path = self._choose_path()
        # The window may have locked while the system asked for the place.
        if path is None or self._make_sheet is None or not isValid(self):
            return
        try:
            self._write(path, self._make_sheet())
        except UserError as error:
            self.failed.emit(error)
            return
        self.saved.setText(
            self.tr(
                "Arket er gemt som {name}. Udskriv det, eller flyt det til et USB-drev, "
                "og slet det så fra computeren."
            ).format(name=path.name)
        )
        self.saved.show()
        announce(self, self.saved.text())
        if then_open:
            self._open_file(path)

    @staticmethod
    def _write(path: Path, sheet: bytes) -> None:
        with files.explained_os_errors():
            files.write_atomically(path, sheet)

    def _kept_toggled(self, kept: bool) -> None:
        if kept:
            self.missing.hide()
            self.kept.setAccessibleDescription("")

    def _leave(self, go: Callable[[], None]) -> None:
        if self.check():
            go()


class ProjectCodeStep(RecoveryStep):
    """Shows a new project's code, with which another lead can take it over."""

    def __init__(self, choose_path: ChoosePath, open_file: OpenFile) -> None:
        super().__init__(choose_path, open_file)
        self.demo.hide()

    def _words(self) -> tuple[str, str]:
        return (
            self.tr("Projektets gendannelseskode"),
            self.tr(
                "Med denne kode kan en ny projektleder overtage projektet og læse det, som "
                "vejlederne har sendt. Den vises kun nu. Gem arket i et pengeskab hos den, der ejer "
                "projektet: ikke sammen med din egen kode."
            ),
        )

    def _at_stake(self) -> str:
        return self.tr(
            "Sæt fluebenet, når du har arket. Uden koden kan ingen overtage projektet efter dig."
        )


class _Code(QFrame):
    """The groups of the code, numbered, because a mistyped group is named by its number."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setProperty("surface", "well")
        self._grid = QGridLayout(self)
        side = em(self, 1.0)
        self._grid.setContentsMargins(side, side, side, side)
        self._grid.setSpacing(side)
        for column in range(_IN_A_ROW):
            self._grid.setColumnMinimumWidth(column, em(self, 7.2))
        self._grid.setColumnStretch(_IN_A_ROW, 1)

    def show_groups(self, groups: list[str]) -> None:
        for index, group in enumerate(groups):
            row, column = divmod(index, _IN_A_ROW)
            self._grid.addWidget(self._group(index + 1, group), row, column)
        self.setAccessibleName(f"{self._name}: {' '.join(groups)}")

    @staticmethod
    def _group(number: int, group: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(str(number), "caption"))
        column.addWidget(label(group, "figure"))
        return holder
