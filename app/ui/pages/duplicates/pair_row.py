"""One pair of records that may be of one person."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from app.models.duplicates import Suggestion
from app.ui.pages.duplicates import words
from app.ui.pages.line import Line
from app.ui.services import Services
from app.ui.widgets.measure import button, label


class PairRow(Line):
    """``compare_asked`` and ``apart_asked`` are its buttons; ``about`` leaves one of the two out."""

    compare_asked = Signal()
    apart_asked = Signal()

    def __init__(self, services: Services, suggestion: Suggestion, about: str = "") -> None:
        super().__init__()
        self.suggestion = suggestion
        people = [one for one in (suggestion.one, suggestion.other) if one.id != about]
        both = [words.told(person) for person in people]
        self.setAccessibleName("; ".join(both))
        likely = self.tr("Sandsynligt") if suggestion.likeness.is_likely else self.tr("Måske")
        self.first.addWidget(label(likely, "muted"))
        self.first.addStretch(1)
        for text in both:
            self.text.addWidget(_text(text))
        self.text.addWidget(_text(words.reasons(services, suggestion), "caption"))
        names = " / ".join(person.name for person in people)
        self.compare_button = button(
            self.tr("Sammenlign"), name=self.tr("Sammenlign: {names}").format(names=names)
        )
        self.apart_button = button(
            self.tr("Ikke den samme"),
            "quiet",
            name=self.tr("Ikke den samme: {names}").format(names=names),
        )
        self.compare_button.clicked.connect(self.compare_asked)
        self.apart_button.clicked.connect(self.apart_asked)
        self.buttons.addWidget(self.compare_button)
        self.buttons.addWidget(self.apart_button)
        self.buttons.addStretch(1)
        self.setFocusProxy(self.compare_button)


def _text(text: str, role: str = "") -> QLabel:
    made = label(text, role, wrap=True)
    made.setTextFormat(Qt.TextFormat.PlainText)  # what people wrote is never markup
    return made
