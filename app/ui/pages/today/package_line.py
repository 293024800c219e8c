"""A quiet line when the lead has sent a new project package; it is not there when none waits."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.models.store import Store
from app.ui.pages.sharing.target import LookAtPackage
from app.ui.services import Services
from app.ui.widgets.measure import button, literal


class PackageLine(QWidget):
    """Who sent it, and the way to what it changes."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.link = button("", "link", elided=True)
        self.link.clicked.connect(lambda: services.go("sharing", LookAtPackage()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.link)
        row.addStretch(1)
        self.hide()

    def reload(self) -> None:
        """Look again; the day does not wait for it."""
        self._services.runner.run(_sender, self._show, key="today-package")

    def _show(self, sender: str) -> None:
        said = self.tr("Ny projektpakke fra {name}. Se, hvad der ændres")
        self.link.setText(said.format(name=literal(sender)))
        self.setVisible(bool(sender))


def _sender(store: Store) -> str:
    """Return the lead's name where a package waits to be looked at, otherwise nothing."""
    # Loaded when the day has been painted.
    from app.models.team.packages import Packages
    from app.models.team.rosters import Rosters

    roster = Rosters(store).current()
    if roster is None or Packages(store).waiting() is None:
        return ""
    return roster.lead.card.name
