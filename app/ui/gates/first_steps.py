"""The first two steps of the first run: who uses the program, and the passphrase."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.models.installations import Side
from app.models.types import Profession
from app.models.words import PROFESSIONS
from app.ui.gates.dialogs import ProjectDialogs
from app.ui.gates.gate import spoken
from app.ui.gates.new_passphrase import NewPassphrase
from app.ui.gates.step import Step
from app.ui.gates.take_over_part import Look, TakeOverPart, look_now
from app.ui.gates.team_part import TeamPart
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import button
from app.ui.widgets.segmented import Option, Segmented

if TYPE_CHECKING:
    from app.export.letters.former_project import FormerProject
    from app.export.letters.package_letter import SignedPackage


@dataclass(frozen=True, slots=True)
class AboutYou:
    """What the first step asks; ``profession`` is None while none is chosen.

    ``lead`` says that this becomes the installation of a project's lead, ``package`` that it begins
    with what a lead sent, ``former`` that it takes over what a lead before left; ``code`` is then the
    project's, and not kept where the gate is built again.
    """

    name: str = ""
    profession: Profession | None = None
    project: str = ""
    lead: bool = False
    package: SignedPackage | None = None
    former: FormerProject | None = None
    code: str = field(default="", repr=False)


class AboutYouStep(Step):
    """Name, profession and project; ``demo_requested`` is the quiet way round all of it."""

    demo_requested = Signal()

    def __init__(
        self,
        entered: AboutYou,
        choose: ProjectDialogs,
        side: Side | None = None,
        look: Look = look_now,
    ) -> None:
        super().__init__(
            self.tr("Velkommen til Vejviser"),
            self.tr(
                "Det tager et par minutter at komme i gang. "
                "Alt, du skriver, bliver på denne computer og gemmes krypteret."
            ),
        )
        self.name = QLineEdit(entered.name)
        self.name.setMaxLength(200)
        self.profession = Segmented(
            self.tr("Faggruppe"),
            [Option(key.value, words.in_language(spoken())) for key, words in PROFESSIONS.items()],
        )
        if entered.profession is not None:
            self.profession.set_value(entered.profession.value)
        first_choice = self.profession.button(next(iter(PROFESSIONS)).value)
        self.profession.setFocusProxy(first_choice)
        for key in PROFESSIONS:
            self.take_enter_from(self.profession.button(key.value))
        self.project = QLineEdit(entered.project)
        self.project.setMaxLength(200)
        self.form = FormGrid()
        self.form.add_row("name", self.tr("&Navn"), self.name)
        self.form.add_row("profession", self.tr("&Faggruppe"), self.profession)
        self.form.add_row(
            "project", self.tr("&Projekt"), self.project, self.tr("Står øverst i alle opgørelser.")
        )
        former = TakeOverPart(choose.project_file, choose.shared_folder, entered.former, look)
        package, lead = entered.package, entered.lead
        self.team = TeamPart(choose.package, former, package, lead=lead, side=side)
        self.column.addWidget(self.form)
        self.column.addWidget(self.team)
        self.team.opened.connect(self._take_project)
        self.team.put_away.connect(self._give_project_back)
        self.team.closed.connect(self._let_go_of_project)
        if entered.package is not None or entered.former is not None:
            self.project.setReadOnly(True)
        self.demo = button(self.tr("Prøv med demodata først"), "link")
        self.demo.clicked.connect(self.demo_requested)
        self.forward = button(self.tr("Videre"), "primary")
        self.forward.clicked.connect(self.proceeded)
        self.footer.addWidget(self.demo)
        self.footer.addStretch(1)
        self.footer.addWidget(self.forward)
        self.add_lines(self.name)
        self.add_stop(self.profession, lambda: not self.profession.value())
        self.add_lines(self.project)
        self.add_stop(self.team.heard, self._words_missing)
        self.add_stop(self.team.former.code.line, self._code_missing)
        for signal in (self.name.textEdited, self.project.textEdited, self.profession.changed):
            signal.connect(lambda _: self.form.clear_problems())

    def entered(self) -> AboutYou:
        """Return what stands in the fields."""
        chosen = self.profession.value()
        former, taking = self.team.former, self.team.take_over.isChecked()
        return AboutYou(
            name=self.name.text().strip(),
            profession=Profession(chosen) if chosen else None,
            project=self.project.text().strip(),
            lead=self.team.lead.isChecked(),
            package=self.team.package,
            former=former.found if taking else None,
            code=former.code.line.text() if taking else "",
        )

    def check(self) -> bool:
        """Return whether nothing is missing; if something is, say so and go there."""
        entered = self.entered()
        problems = {}
        if not entered.name:
            problems["name"] = self.tr("Skriv dit navn.")
        if entered.profession is None:
            problems["profession"] = self.tr("Vælg din faggruppe.")
        if not entered.project:
            problems["project"] = self.tr("Skriv, hvad projektet hedder.")
        self.form.set_problems(problems)
        return not problems and self.team.check()

    def _take_project(self, project: str) -> None:
        self.project.setText(project)
        self.project.setReadOnly(True)
        self.form.clear_problems()
        self.start()

    def _give_project_back(self) -> None:
        self.project.clear()
        self.project.setReadOnly(False)

    def _let_go_of_project(self) -> None:
        if self.team.package is None:
            self.project.setReadOnly(False)

    def _code_missing(self) -> bool:
        former = self.team.former
        return self.team.take_over.isChecked() and not former.code.line.text().strip()

    def _words_missing(self) -> bool:
        return self.team.package is not None and not self.team.heard.text().strip()


class PassphraseStep(Step):
    """The passphrase, twice."""

    back = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("Vælg en adgangssætning"),
            self.tr(
                "Den låser op for det, du skriver. Ingen andre kender den, "
                "og ingen kan se den, hvis computeren bliver stjålet."
            ),
        )
        form = FormGrid()
        self.passphrase = NewPassphrase(form, self.tr("&Adgangssætning"))
        self.column.addWidget(form)
        self.backward = button(self.tr("Tilbage"))
        self.backward.clicked.connect(self.back)
        self.forward = button(self.tr("Videre"), "primary")
        self.forward.clicked.connect(self.proceeded)
        self.footer.addWidget(self.backward)
        self.footer.addStretch(1)
        self.footer.addWidget(self.forward)
        self.add_lines(self.passphrase.first.line, self.passphrase.again.line)
