"""What was promised at a workplace, in its form but stored by itself."""

from PySide6.QtWidgets import QWidget

from app.models.promises import Promise, told
from app.models.store import Store
from app.models.types import RecordId
from app.ui.pages.followups.card import PromisesCard
from app.ui.pages.followups.form import begun
from app.ui.services import Services


class PromisesSection(PromisesCard):
    """Hidden for a workplace that is not stored yet."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._workplace = RecordId("")
        self.hide()

    def show_workplace(self, workplace_id: RecordId) -> None:
        """Show what was promised at a workplace, read again; no id hides it."""
        self.setVisible(bool(workplace_id))
        self._workplace = workplace_id
        if not workplace_id:
            return

        def job(store: Store) -> tuple[tuple[Promise, ...], str]:
            place = store.workplaces.find(workplace_id)
            name = place.name if place is not None else ""
            return told(store, store.followups.of_workplace(workplace_id)), name

        self._services.runner.run(job, self._show, key="workplace.promises")

    def _show(self, found: tuple[tuple[Promise, ...], str]) -> None:
        promises, name = found
        wanted = begun(self._services.today(), workplace_id=self._workplace)
        self.show_promises(promises, wanted, name)
