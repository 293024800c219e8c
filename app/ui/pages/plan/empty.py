"""What the plan says before it has anything in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.measure import button


class EmptyPlan(EmptyState):
    """One sentence; ``button`` leads to the first rule, ``import_button`` to a file of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "-", "plan", parent)
        self.sentence.setText(
            self.tr("Planen er tom. En fremmøderegel siger, hvor du sidder fast, og hvor tit.")
        )
        self.button.setText(self.tr("Lav en fremmøderegel"))
        self.import_button = button(self.tr("Importér regler"), "link")
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(
            column.count() - 1, self.import_button, 0, Qt.AlignmentFlag.AlignHCenter
        )
