"""A quiet line when last month is still open some days into the next; else it is not there."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.models.periods import Period
from app.models.store import Store
from app.ui.services import Services
from app.ui.widgets.measure import button


class CloseLine(QWidget):
    """Which month it is, and the way to where it is closed."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._month: Period | None = None
        self.link = button("", "link")
        self.link.clicked.connect(lambda: services.go("reports", self._month))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.link)
        row.addStretch(1)
        self.hide()

    def reload(self) -> None:
        """Look again; the day does not wait for it."""
        self._services.runner.run(_forgotten, self._show, key="today-close")

    def _show(self, month: Period | None) -> None:
        self._month = month
        if month is not None:
            name = self._services.words(month.label)
            self.link.setText(
                self.tr("{month} er ikke lukket endnu. Se opgørelsen").format(
                    month=name[:1].upper() + name[1:]
                )
            )
        self.setVisible(month is not None)


def _forgotten(store: Store) -> Period | None:
    # Loaded when the day has been painted.
    from app.models.month_state import forgotten_month

    return forgotten_month(store)
