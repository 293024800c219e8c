"""A quiet line about what is past its retention period; it is not there when nothing is."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.models.store import Store
from app.models.words import whole_number
from app.ui.services import Services
from app.ui.widgets.measure import button


class RetentionLine(QWidget):
    """How many things there are, and the way to where they are chosen."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.link = button("", "link", elided=True)
        self.link.clicked.connect(lambda: services.go("settings", "retention"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.link)
        row.addStretch(1)
        self.hide()

    def reload(self) -> None:
        """Count again; the day does not wait for it."""
        self._services.runner.run(_count, self._show, key="today-retention")

    def _show(self, count: int) -> None:
        if count == 1:
            self.link.setText(self.tr("1 oplysning har overskredet sin opbevaringsperiode. Se den"))
        else:
            self.link.setText(
                self.tr(
                    "{count} oplysninger har overskredet deres opbevaringsperiode. Se dem"
                ).format(count=whole_number(count))
            )
        self.setVisible(count > 0)


def _count(store: Store) -> int:
    # Loaded when the day has been painted.
    from app.models.retention_due import count_due

    return count_due(store)
