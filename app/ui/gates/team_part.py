"""The ways into a shared project on the first run: open its package, be its lead, or take it over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.errors import UserError
from app.models.installations import Side
from app.texts import Text
from app.ui.gates.dialogs import ChoosePath
from app.ui.gates.take_over_part import TakeOverPart
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import announce, button, em, label

if TYPE_CHECKING:
    from app.export.letters.package_letter import SignedPackage


class TeamPart(QWidget):
    """``opened`` carries the name of the project that was found, ``failed`` why a file has none.

    ``put_away`` is sent when an opened package is not to be used after all. ``beside_requested`` asks
    for another installation, for the other ``side`` of this computer.
    """

    opened = Signal(str)
    put_away = Signal()
    failed = Signal(object)
    closed = Signal()
    beside_requested = Signal()

    def __init__(
        self,
        choose: ChoosePath,
        former: TakeOverPart,
        package: SignedPackage | None = None,
        *,
        lead: bool = False,
        side: Side | None = None,
    ) -> None:
        super().__init__()
        self._choose = choose
        self._side = side
        self.package = package
        self.open = button(self.tr("Åbn en projektpakke …"), "link")
        self.lead = QCheckBox(self.tr("&Opret et projekt som leder"))
        self.about_lead = label(
            self.tr(
                "Her samles alle vejlederes tal, uden navne. Du registrerer ikke selv her; er du "
                "også vejleder, skal du have to installationer ved siden af hinanden."
            ),
            "caption",
            wrap=True,
        )
        self.former = former
        self.take_over = QCheckBox(self.tr("O&vertag et projekt med projektkoden"))
        self.beside = button(self.tr("Opret projektlederens installation ved siden af …"), "link")
        self.about = label("", wrap=True)
        self.heard = QLineEdit()
        self.form = FormGrid(stacked=True)
        self.form.add_row(
            "words",
            self.tr("&De ti ord"),
            self.heard,
            self.tr(
                "Ring til projektlederen, og skriv de ord, som du hører; fire bogstaver er nok."
            ),
        )
        self.away = button(self.tr("Brug ikke pakken"), "link")
        ways = QWidget()
        flow = FlowLayout(ways, gap=em(self, 1.14))
        for way in (self.lead, self.take_over, self.away, self.open):
            flow.addWidget(way)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.57))
        for widget in (ways, self.about_lead, self.beside, self.former, self.about, self.form):
            column.addWidget(widget)
        self.lead.setChecked(lead)
        self.take_over.setChecked(former.found is not None)
        self.lead.toggled.connect(lambda on: self._choose_way(self.take_over, on=on))
        self.take_over.toggled.connect(lambda on: self._choose_way(self.lead, on=on))
        self.beside.clicked.connect(self.beside_requested)
        self.former.found_project.connect(self.opened)
        self.former.failed.connect(self.failed)
        self.open.clicked.connect(self._open)
        self.away.clicked.connect(self._put_away)
        self.heard.textEdited.connect(lambda _: self.form.clear_problems())
        self._show()

    def check(self) -> bool:
        """Return whether the lead's ten words were typed where a package was opened, or the code."""
        if self.take_over.isChecked():
            return bool(self.former.typed())
        if self._side is Side.LEAD and not self.lead.isChecked():
            self.failed.emit(_needs_a_way())
            return False
        if self.package is None:
            return True
        from app.models.team.fingerprint import require_words
        from app.models.team.refusing import Refused

        try:
            require_words(self.package.package.roster.lead.card, self.heard.text())
        except Refused:
            said = self.tr(
                "Ordene er ikke projektlederens. Få dem læst op igen. Passer de stadig ikke, er pakken "
                "ikke fra projektlederen: brug den ikke."
            )
            self.form.set_problems({"words": said})
            return False
        return True

    def leave_to_beside(self) -> None:
        """Untick both ways of leading: it is done in another installation."""
        self.lead.setChecked(False)
        self.take_over.setChecked(False)

    def _choose_way(self, other: QCheckBox, *, on: bool) -> None:
        if on:
            other.setChecked(False)
        self._show()
        if not self.take_over.isChecked():
            self.closed.emit()
        elif self.former.found is not None:
            self.opened.emit(self.former.found.roster.project)

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
        self.take_over.setChecked(False)
        self._show()
        self.opened.emit(self.package.package.roster.project)
        announce(self, self.about.text())

    def _put_away(self) -> None:
        self.package = None
        self.heard.clear()
        self.form.clear_problems()
        self.lead.show()
        # Before the button goes that has the focus: it would fall to somewhere else.
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()
        self.put_away.emit()

    def _show(self) -> None:
        opened = self.package is not None
        leads = self.lead.isChecked() or self.take_over.isChecked()
        self.about_lead.setVisible(leads)
        self.beside.setVisible(leads and self._side is None)
        self.former.setVisible(self.take_over.isChecked())
        for way in (self.lead, self.take_over):
            way.setVisible(not opened and self._side is not Side.COUNSELLOR)
        self.open.setVisible(self._side is not Side.LEAD)
        self.about.setVisible(opened)
        self.away.setVisible(opened)
        self.open.setText(self.tr("Åbn en anden …") if opened else self.tr("Åbn en projektpakke …"))
        self.form.setVisible(opened)
        if self.package is not None:
            roster = self.package.package.roster
            said = self.tr("»{project}«, ledet af {name}. Pakkens indhold er på plads fra starten.")
            self.about.setText(said.format(project=roster.project, name=roster.lead.card.name))


def _needs_a_way() -> UserError:
    return UserError(
        Text("Der blev ikke oprettet noget.", "Nothing was set up."),
        Text("Denne mappe er til projektlederens tal.", "This folder is for the lead's figures."),
        Text(
            "Opret et projekt som leder, eller overtag et med projektkoden.",
            "Create a project as its lead, or take one over with its code.",
        ),
    )
