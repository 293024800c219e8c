"""The line under the person: what is known, what may be, and two answers to it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.models.recognition import KnownPerson
from app.ui.pages.register.people_words import named, recognised
from app.ui.theme import restyle
from app.ui.widgets.measure import announce, button, em, label


class RecognitionLine(QWidget):
    """A sentence with up to two buttons; it always takes one line, so that nothing jumps."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = label("", "caption", wrap=True)
        self.accept_button = button("", "link")
        self.refuse_button = button("", "link")
        self.accept_button.clicked.connect(self.accepted)
        self.refuse_button.clicked.connect(self.refused)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.57))
        row.addWidget(self.label, 1)
        for answer in (self.accept_button, self.refuse_button):
            row.addWidget(answer, 0, Qt.AlignmentFlag.AlignTop)
        self.setMinimumHeight(self.accept_button.sizeHint().height())
        self.say("")

    def say(self, text: str, role: str = "caption", accept: str = "", refuse: str = "") -> None:
        """Show a sentence in a role that the theme knows, with the answers that have words."""
        changed = text != self.label.text()
        self.label.setText(text)
        self.label.setProperty("role", role)
        restyle(self.label)
        for answer, words in ((self.accept_button, accept), (self.refuse_button, refuse)):
            answer.setText(words)
            answer.setVisible(bool(words))
        if changed and text and role != "caption":
            announce(self, text)

    def greet(self, known: KnownPerson, labels: Mapping[str, str]) -> None:
        """Say of a known person how often, when last and about what."""
        self.say(recognised(known, labels), "good" if known.contacts else "caption")

    def ask_linked(self, greeting: str) -> None:
        """Ask whether somebody whose code word has a person agrees to be registered this time."""
        self.say(greeting, "warn", self.tr("Siger &ja: registrér"), self.tr("N&ej, anonym"))

    def ask_afterwards(self, likely: KnownPerson) -> None:
        """Ask whether the person who was just saved as new is one who was known."""
        text = self.tr("Gemt som ny person. Var det {name}?").format(name=named(likely))
        self.say(text, "warn", self.tr("&Ja, saml dem"), self.tr("N&ej"))

    def ask_same(self, likely: KnownPerson, others: int) -> None:
        """Ask whether a new person is one who is known; ``others`` fit as well."""
        text = self.tr("Måske {name}")
        if others > 0:
            text = self.tr("Måske {name} eller %n andre", "", others)
        yes, no = self.tr("&Ja, samme person"), self.tr("N&ej, en ny")
        self.say(text.format(name=named(likely)), "warn", yes, no)
