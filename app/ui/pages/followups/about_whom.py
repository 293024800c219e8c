"""Whom and which workplace a promise is about, where it was not begun from one of them."""

from PySide6.QtCore import QObject, Signal

from app.models.types import FollowUp
from app.ui.pages.person_field import PersonField
from app.ui.pages.plan.place_filter import PlaceFilter
from app.ui.pages.plan.reading import read_choices
from app.ui.services import Services
from app.ui.widgets.form import FormGrid


class AboutWhom(QObject):
    """Two rows of a form; both may stay empty. ``submitted`` is sent by Enter in a settled field."""

    submitted = Signal()

    def __init__(self, services: Services, grid: FormGrid, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._grid = services, grid
        self._asked = False
        self.person = PersonField(services, self.tr("Person"))
        self.place = PlaceFilter(self.tr("Arbejdsplads"), self.tr("Navn eller kode"))
        grid.add_row("person_id", self.tr("Person"), self.person)
        grid.add_row("workplace_id", self.tr("Arbejdsplads"), self.place)
        self.person.field.submitted.connect(lambda _: self._enter_pressed(bool(self.person.known)))
        self.place.submitted.connect(lambda _: self._enter_pressed(bool(self.place.workplace_id())))

    def begin(self, followup: FollowUp) -> None:
        """Ask about a new promise that is about nothing yet; the rows of any other are hidden."""
        links = (followup.inquiry_id, followup.visit_id, followup.person_id, followup.workplace_id)
        self._asked = not followup.id and not any(links)
        for row in ("person_id", "workplace_id"):
            self._grid.set_row_visible(row, visible=self._asked)
        self.person.clear()
        self.place.show_all()
        if self._asked:
            self._services.runner.run(
                read_choices,
                lambda choices: self.place.set_places(choices.places),
                key="followups:places",
            )

    def links(self) -> dict[str, str]:
        """Return what was chosen, by the names of a follow-up's fields."""
        person_id = self.person.known.person.id if self.person.known is not None else ""
        told = {"person_id": person_id, "workplace_id": self.place.workplace_id()}
        return {name: link for name, link in told.items() if self._asked and link}

    def problems(self) -> dict[str, str]:
        """Return what is wrong by field: a name that was typed, and nobody chosen."""
        if self._asked and self.person.field.text().strip() and self.person.known is None:
            return {"person_id": self.tr("Find personen, og vælg den på listen.")}
        return {}

    def _enter_pressed(self, settled: bool) -> None:
        if settled:
            self.submitted.emit()
