"""Name, code, organisation, numbers and dates of a workplace."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.models.folding import digits_only, fold
from app.models.rules import is_cvr, is_p_number
from app.models.types import Sector, Workplace
from app.models.workplace_drafts import WorkplaceDraft
from app.models.workplaces import suggest_code
from app.ui.widgets.choice import Choice
from app.ui.widgets.columns import Columns
from app.ui.widgets.date_field import DateField
from app.ui.widgets.form import FormGrid
from app.ui.widgets.hit import Hit
from app.ui.widgets.typeahead import TypeAhead


class KnownOrganisation(NamedTuple):
    """An organisation that is stored already."""

    name: str
    cvr: str


Organisations = tuple[KnownOrganisation, ...]


class Details(QWidget):
    """Two columns of fields; ``changed`` is sent when a person edits."""

    changed = Signal()

    def __init__(
        self,
        sectors: tuple[tuple[str, str], ...],
        parse_date: Callable[[str], date | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._known: Organisations = ()
        self._taken: tuple[str, ...] = ()
        self._code_typed = False
        self.name, self.code = QLineEdit(), QLineEdit()
        self.sector = Choice(self.tr("Sektor"), sectors)
        self.organisation = TypeAhead(
            self.tr("Organisation"), self._find_organisation, keep_text=True
        )
        self.cvr, self.p_number, self.headcount = QLineEdit(), QLineEdit(), QLineEdit()
        self.headcount.setValidator(QRegularExpressionValidator(r"[0-9][0-9. ]{0,8}"))
        self.started_on = DateField(self.tr("Første dag"), parse_date)
        self.ended_on = DateField(self.tr("Sidste dag"), parse_date)
        self._place, self._owner = FormGrid(), FormGrid()
        self._lay_out()
        self._connect()

    def show_draft(
        self, draft: WorkplaceDraft, known: Organisations, taken: tuple[str, ...]
    ) -> None:
        """Show a draft; ``known`` are offered as organisations, ``taken`` are codes in use."""
        workplace = draft.workplace
        self._known, self._taken = known, taken
        suggested = suggest_code(workplace.name, taken) if workplace.name else ""
        self._code_typed = bool(workplace.id) or workplace.code not in ("", suggested)
        self.name.setText(workplace.name)
        self.code.setText(workplace.code)
        self.sector.set_value(workplace.sector)
        self.organisation.set_text(draft.organisation)
        self.cvr.setText(_grouped(draft.cvr))
        self.p_number.setText(workplace.p_number)
        self.headcount.setText("" if workplace.headcount is None else str(workplace.headcount))
        self.started_on.set_value(workplace.started_on)
        self.ended_on.set_value(workplace.ended_on)
        self._place.clear_problems()
        self._owner.clear_problems()

    def applied_to(self, workplace: Workplace) -> Workplace:
        """Return the workplace with what stands in the fields."""
        people = digits_only(self.headcount.text())
        return replace(
            workplace,
            name=self.name.text().strip(),
            code=self.code.text().strip(),
            sector=Sector(self.sector.value()),
            headcount=int(people) if people else None,
            p_number=self.p_number.text().strip(),
            started_on=self.started_on.value(),
            ended_on=self.ended_on.value(),
        )

    def say_problems(self, problems: Mapping[str, str]) -> QWidget | None:
        """Say what is wrong under each field and return the first field that is wrong."""
        wrong: list[QWidget] = []
        for grid in (self._place, self._owner):
            for name in grid.field_names():
                grid.say(name, problems.get(name, ""))
                if name in problems:
                    wrong.append(grid.field(name))
        return wrong[0] if wrong else None

    def _lay_out(self) -> None:
        place, owner = self._place, self._owner
        place.add_row("name", self.tr("Navn"), self.name)
        place.add_row(
            "code",
            self.tr("Kode"),
            self.code,
            self.tr("Står i tabeller og importfiler. Genbruges aldrig til et andet sted."),
        )
        place.add_row("sector", self.tr("Sektor"), self.sector)
        place.add_row("headcount", self.tr("Antal ansatte"), self.headcount)
        place.add_row("p_number", self.tr("P-nummer"), self.p_number, self.tr("10 cifre."))
        owner.add_row(
            "organisation",
            self.tr("Organisation"),
            self.organisation,
            self.tr("Et nyt navn oprettes, når du gemmer."),
        )
        owner.add_row(
            "cvr", self.tr("CVR-nummer"), self.cvr, self.tr("8 cifre, for hele organisationen.")
        )
        owner.add_row("started_on", self.tr("Første dag"), self.started_on)
        owner.add_row(
            "ended_on",
            self.tr("Sidste dag"),
            self.ended_on,
            self.tr("Når I ikke kommer der længere. Tallene bliver stående."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Columns((place, owner), least=46, gap=1.7))

    def _connect(self) -> None:
        self.name.textEdited.connect(self._suggest_code)
        self.code.textEdited.connect(self._code_edited)
        self.organisation.chosen.connect(self._organisation_chosen)
        self.organisation.line.editingFinished.connect(self._complete_cvr)
        self.cvr.editingFinished.connect(self._check_cvr)
        self.p_number.editingFinished.connect(self._check_p_number)
        self.organisation.edited.connect(lambda _: self.changed.emit())
        for line in (self.name, self.code, self.cvr, self.p_number, self.headcount):
            line.textEdited.connect(lambda _: self.changed.emit())
        self.sector.chosen.connect(lambda _: self.changed.emit())
        for day in (self.started_on, self.ended_on):
            day.changed.connect(lambda _: self.changed.emit())

    def _suggest_code(self, name: str) -> None:
        if not self._code_typed:
            self.code.setText(suggest_code(name, self._taken) if name.strip() else "")

    def _code_edited(self, text: str) -> None:
        self._code_typed = bool(text)
        at = self.code.cursorPosition()
        self.code.setText(text.upper())
        self.code.setCursorPosition(at)

    def _find_organisation(self, text: str) -> list[Hit]:
        wanted = fold(text)
        found = [o for o in self._known if wanted in fold(o.name) and fold(o.name) != wanted]
        return [Hit(o.name, o.name, _grouped(o.cvr)) for o in found]

    def _organisation_chosen(self, name: str) -> None:
        self.organisation.set_text(name)
        self._complete_cvr()
        self.changed.emit()

    def _complete_cvr(self) -> None:
        wanted = fold(self.organisation.text())
        cvr = next((o.cvr for o in self._known if fold(o.name) == wanted), "")
        if cvr and not self.cvr.text().strip():
            self.cvr.setText(_grouped(cvr))
            self._owner.say("cvr", "")

    def _check_cvr(self) -> None:
        cvr = "".join(self.cvr.text().split())
        wrong = bool(cvr) and not is_cvr(cvr)
        message = self.tr("CVR-nummeret passer ikke. Se efter tastefejl: det har 8 cifre.")
        self._owner.say("cvr", message if wrong else "")
        if not wrong:
            self.cvr.setText(_grouped(cvr))

    def _check_p_number(self) -> None:
        number = "".join(self.p_number.text().split())
        wrong = bool(number) and not is_p_number(number)
        message = self.tr("P-nummeret skal have 10 cifre.")
        self._place.say("p_number", message if wrong else "")


def _grouped(cvr: str) -> str:
    """Return a CVR number in pairs, as it is read aloud: 10 40 37 82."""
    return " ".join(cvr[at : at + 2] for at in range(0, len(cvr), 2)) if cvr.isdigit() else cvr
