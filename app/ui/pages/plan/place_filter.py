"""The choice of one workplace, found by typing; an empty field means all."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.folding import search_text, search_words, word_start
from app.models.types import RecordId
from app.ui.pages.plan.reading import PlanPlace
from app.ui.widgets.hit import Hit
from app.ui.widgets.measure import em
from app.ui.widgets.typeahead import TypeAhead


class PlaceFilter(TypeAhead):
    """``changed`` is sent when another workplace is chosen, or all of them again."""

    changed = Signal()

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(name, self._matching, placeholder, keep_text=True, parent=parent)
        self._places: tuple[PlanPlace, ...] = ()
        self._chosen = RecordId("")
        self.setMinimumWidth(em(self, 14))
        self.chosen.connect(self._choose)
        self.edited.connect(self._typed)
        self.line.editingFinished.connect(self._settle)

    def set_places(self, places: Sequence[PlanPlace]) -> None:
        """Offer these workplaces; the choice stays while its workplace exists."""
        self._places = tuple(places)
        if not self.line.hasFocus():
            self._settle()

    def show_all(self) -> None:
        """Choose all workplaces without sending ``changed``."""
        self._chosen = RecordId("")
        self._settle()

    def choose(self, workplace_id: RecordId) -> None:
        """Choose a workplace, as by typing it."""
        self._choose(workplace_id)

    def workplace_id(self) -> RecordId:
        """Return the chosen workplace, "" for all."""
        return self._chosen

    def code(self) -> str:
        """Return the code of the chosen workplace, "" for all."""
        return next((place.code for place in self._places if place.id == self._chosen), "")

    def _matching(self, text: str) -> list[Hit]:
        patterns = [word_start(word) for word in search_words(text)]
        return [
            Hit(place.id, place.name, place.code)
            for place in self._places
            if all(pattern in search_text(place.name, place.code) for pattern in patterns)
        ]

    def _choose(self, key: str) -> None:
        changed = key != self._chosen
        self._chosen = RecordId(key)
        self._settle()
        if changed:
            self.changed.emit()

    def _typed(self, text: str) -> None:
        if not text.strip() and self._chosen:
            self._choose("")

    def _settle(self) -> None:
        """Show what is chosen: letters that found nothing filter nothing."""
        names = {place.id: place.name for place in self._places}
        self.set_text(names.get(self._chosen, ""))
