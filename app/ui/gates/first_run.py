"""The first run: who you are, a passphrase, and the recovery code to keep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.errors import InvalidInput, UserError
from app.models.installations import Side
from app.models.types import Profession
from app.ui.gates.dialogs import (
    ChoosePath,
    OpenFile,
    ProjectDialogs,
    open_with_system,
    project_sheet_chooser,
    sheet_chooser,
)
from app.ui.gates.first_steps import AboutYou, AboutYouStep, PassphraseStep
from app.ui.gates.gate import Gate, spoken
from app.ui.gates.recovery_step import MakeSheet, ProjectCodeStep, RecoveryStep
from app.ui.gates.step import Step
from app.ui.gates.take_over_part import Failed, Found, Job, Look, look_now

if TYPE_CHECKING:
    from app.export.letters.former_project import FormerProject
    from app.export.letters.package_letter import SignedPackage


@dataclass(frozen=True, slots=True)
class SetUp:
    """What a new installation is made of."""

    name: str
    profession: Profession
    project: str
    passphrase: str = field(repr=False)
    lead: bool = False
    package: SignedPackage | None = field(default=None, repr=False)
    former: FormerProject | None = field(default=None, repr=False)
    code: str = field(default="", repr=False)


class FirstRun(Gate):
    """Three steps in one card; a lead has a fourth, the code of the project.

    ``create_requested`` carries a :class:`SetUp`; answer with :meth:`set_busy`, then with
    :meth:`show_recovery_code` or :meth:`show_error`. ``finished`` is sent when the code is kept,
    ``demo_requested`` whenever somebody would rather look around with demo data,
    ``beside_requested`` for the lead's own installation beside this one. ``side`` is what a second
    installation was made for; ``look`` looks for a project that is to be taken over.
    """

    create_requested = Signal(object)
    finished = Signal()
    demo_requested = Signal()
    beside_requested = Signal()

    def __init__(
        self,
        entered: AboutYou | None = None,
        *,
        choose_path: ChoosePath | None = None,
        choose_project: ProjectDialogs | None = None,
        side: Side | None = None,
        look: Look = look_now,
        open_file: OpenFile = open_with_system,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.set_card_width(42)
        self._look_for_project = look
        self.about_you = AboutYouStep(
            entered or AboutYou(lead=side is Side.LEAD),
            choose_project or ProjectDialogs.of_system(self),
            side,
            self._look,
        )
        self.passphrase = PassphraseStep()
        self.recovery = RecoveryStep(choose_path or sheet_chooser(self), open_file)
        self.project_code = ProjectCodeStep(choose_path or project_sheet_chooser(self), open_file)
        self._led = False
        for step in self._steps():
            self.content.addWidget(step)
        self.about_you.proceeded.connect(self._about_you_done)
        self.about_you.demo_requested.connect(self.demo_requested)
        self.passphrase.back.connect(lambda: self._show(self.about_you))
        self.passphrase.proceeded.connect(self._passphrase_done)
        self.recovery.demo_requested.connect(self.demo_requested)
        self.recovery.failed.connect(self.show_error)
        self.recovery.proceeded.connect(self._recovery_done)
        self.project_code.failed.connect(self.show_error)
        self.project_code.proceeded.connect(self._project_code_done)
        self.about_you.team.failed.connect(self.show_error)
        # What is found now is not wrong: what was said of the file before goes.
        self.about_you.team.opened.connect(lambda _: self.clear_notice())
        self.about_you.team.lead.toggled.connect(lambda _: self._number_steps())
        self._number_steps()
        self.about_you.team.beside_requested.connect(self.beside_requested)
        self._show(self.about_you)

    def entered(self) -> AboutYou:
        """Return what was typed so far, for a gate that is built again in another language."""
        return self.about_you.entered()

    def show_recovery_code(self, code: str, sheet: MakeSheet) -> None:
        """Show the last step; ``sheet`` returns the bytes of the PDF with the code."""
        self.passphrase.passphrase.clear()
        self._number_steps(made=True)
        self.recovery.show_code(code, sheet)
        self._show(self.recovery)

    def lead_project(self, code: str, sheet: MakeSheet) -> None:
        """Let another step follow, with the code of the project that was created."""
        self._led = True
        self.project_code.show_code(code, sheet)

    def show_error(self, error: UserError) -> None:
        """Say beside the fields or above them why it was not done."""
        problems = (
            {problem.field: problem.text.in_language(spoken()) for problem in error.problems}
            if isinstance(error, InvalidInput)
            else {}
        )
        if "passphrase" in problems:
            self._show(self.passphrase)
            self.passphrase.passphrase.show_problem(problems["passphrase"])
        elif problems.keys() & {"name", "profession", "project"}:
            self._show(self.about_you)
            self.about_you.form.set_problems(problems)
        else:
            self.show_notice(error)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field."""
        super().showEvent(event)
        self._current().start()

    def _look(self, job: Job, done: Found, failed: Failed) -> None:
        """Look for a project while nothing else can be done here; a server may take its time."""

        def answered(call: Callable[[Any], None], answer: object) -> None:
            if isValid(self):
                self.set_busy(False)
                call(answer)

        self.clear_notice()
        self.set_busy(True)
        self._look_for_project(job, partial(answered, done), partial(answered, failed))

    def _steps(self) -> tuple[Step, ...]:
        return (self.about_you, self.passphrase, self.recovery, self.project_code)

    def _current(self) -> Step:
        return next(step for step in self._steps() if not step.isHidden())

    def _number_steps(self, *, made: bool = False) -> None:
        """Say which of how many each step is: a lead keeps two codes, if the project was ``made``."""
        leads = self._led if made else self.about_you.team.lead.isChecked()
        steps = self._steps() if leads else self._steps()[:-1]
        for number, step in enumerate(steps, start=1):
            step.set_place(number, len(steps))
        self.recovery.set_last(last=not leads)

    def _show(self, shown: Step) -> None:
        self.clear_notice()
        for step in self._steps():
            step.setVisible(step is shown)
        # Later on, building the gate again in another language would lose what it holds.
        self.languages.setVisible(shown is self.about_you)
        shown.start()

    def _about_you_done(self) -> None:
        if self.about_you.check():
            self._show(self.passphrase)

    def _passphrase_done(self) -> None:
        about = self.about_you.entered()
        if self.is_busy or about.profession is None or not self.passphrase.passphrase.check():
            return
        self.clear_notice()
        self.create_requested.emit(
            SetUp(
                about.name,
                about.profession,
                about.project,
                self.passphrase.passphrase.text(),
                about.lead,
                about.package,
                about.former,
                about.code,
            )
        )

    def _recovery_done(self) -> None:
        if not self.recovery.check():
            return
        if self._led:
            self._show(self.project_code)
        else:
            self.finished.emit()

    def _project_code_done(self) -> None:
        if self.project_code.check():
            self.finished.emit()
