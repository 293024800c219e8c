"""What a lead does first, while nobody belongs to the project yet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import button, em, label


class Beginning(QWidget):
    """The first steps in their order; ``wanted`` carries the part of the page where one is done."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        steps = (
            self.tr("1. Gem projektpakken, og send den til hver vejleder."),
            self.tr("2. Få vejlederens visitkort, og tag vejlederen med under Deltagere."),
            self.tr("3. Vælg et fælles sted, eller lad månederne komme med e-mail."),
        )
        self.package = button(self.tr("Gå til projektpakken"), "primary")
        self.members = button(self.tr("Gå til Deltagere"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.43))
        column.addWidget(label(self.tr("Ingen vejledere er med endnu."), "strong", wrap=True))
        for step in steps:
            column.addWidget(label(step, wrap=True))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=em(self, 0.57))
        flow.addWidget(self.package)
        flow.addWidget(self.members)
        column.addWidget(buttons)
        self.package.clicked.connect(lambda: self.wanted.emit("project"))
        self.members.clicked.connect(lambda: self.wanted.emit("members"))
