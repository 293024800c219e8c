"""The ways into a shared project on the first run: open the lead's package, or be the lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.errors import UserError
from app.ui.gates.dialogs import ChoosePath
from app.ui.gates.gate import spoken
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import announce, button, em, label

if TYPE_CHECKING:
    from app.export.letters.package_letter import SignedPackage


class TeamPart(QWidget):
    """``opened`` carries the name of the project in a package, ``failed`` why a file is none."""

    opened = Signal(str)
    failed = Signal(object)

    def __init__(
        self, choose: ChoosePath, package: SignedPackage | None = None, *, lead: bool = False
    ) -> None:
        super().__init__()
        self._choose = choose
        self.package = package
        self.open = button(self.tr("Åbn en projektpakke …"), "link")
        self.lead = QCheckBox(self.tr("&Opret et projekt som leder"))
        self.about_lead = label(
            self.tr(
                "Her samles alle vejlederes tal, uden navne. Du registrerer ikke selv her; er du "
                "også vejleder, har du din egen installation til det."
            ),
            "caption",
            wrap=True,
        )
        self.about = label("", wrap=True)
        self.heard = QLineEdit()
        self.form = FormGrid()
        self.form.add_row(
            "words",
            self.tr("&De ti ord"),
            self.heard,
            self.tr("Ring til projektlederen, og skriv de ord, som du hører."),
        )
        ways = QHBoxLayout()
        ways.addWidget(self.lead)
        ways.addStretch(1)
        ways.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.57))
        column.addLayout(ways)
        for widget in (self.about_lead, self.about, self.form):
            column.addWidget(widget)
        self.lead.setChecked(lead)
        self.lead.toggled.connect(lambda _: self._show())
        self.open.clicked.connect(self._open)
        self.heard.textEdited.connect(lambda _: self.form.clear_problems())
        self._show()

    def check(self) -> bool:
        """Return whether the lead's ten words were typed where a package was opened."""
        if self.package is None:
            return True
        from app.models.team.fingerprint import require_words
        from app.models.team.refusing import Refused, refused_package

        try:
            require_words(self.package.package.roster.lead.card, self.heard.text(), refused_package)
        except Refused as error:
            why = error.why.in_language(spoken())
            self.form.set_problems({"words": f"{why} {error.next_step.in_language(spoken())}"})
            return False
        return True

    def _open(self) -> None:
        path = self._choose()
        if path is None or not isValid(self):
            return
        from app.export.letters.letter_files import load_file
        from app.export.letters.package_letter import read_package_letter
        from app.models.team.refusing import refused_package

        try:
            self.package = read_package_letter(load_file(path, refused=refused_package), None)
        except UserError as error:
            self.failed.emit(error)
            return
        self.lead.setChecked(False)
        self._show()
        self.opened.emit(self.package.package.roster.project)
        announce(self, self.about.text())

    def _show(self) -> None:
        self.about_lead.setVisible(self.lead.isChecked())
        opened = self.package is not None
        self.lead.setVisible(not opened)
        self.about.setVisible(opened)
        self.form.setVisible(opened)
        if self.package is not None:
            roster = self.package.package.roster
            said = self.tr("»{project}«, ledet af {name}. Pakkens indhold er på plads fra starten.")
            self.about.setText(said.format(project=roster.project, name=roster.lead.card.name))
