"""What the person agreed to, each with its day; given with one key, withdrawn with its button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.models.consent import CONSENTS, Consent, agreed_on, set_consent
from app.models.types import Person
from app.models.words import short_date
from app.ui.pages.focus import holds_focus
from app.ui.pages.plan.facts import plain
from app.ui.pages.plan.keyed_button import KeyedButton
from app.ui.pages.scrolled import bring_into_view
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.measure import em

KEYS = {Consent.REGISTRATION: "S", Consent.EVALUATOR: "E"}
"""The one key of each; the same in every language, and shown on its button."""


class ConsentCard(Card):
    """One line for each consent: since when, and a button that gives or withdraws it."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._services = services
        self._person: Person | None = None
        self.set_title(self.tr("Samtykke"))
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self._grid.setHorizontalSpacing(em(self, 0.86))
        self._grid.setVerticalSpacing(em(self, 0.57))
        self.body.addLayout(self._grid)
        self._states: dict[Consent, QLabel] = {}
        self.buttons: dict[Consent, KeyedButton] = {}
        for row, (consent, text) in enumerate(CONSENTS.items()):
            self._grid.addWidget(plain(services.words(text)), 2 * row, 0)
            self._states[consent] = plain("", "caption")
            self._grid.addWidget(self._states[consent], 2 * row + 1, 0)

    def show_person(self, person: Person) -> None:
        """Show what a person agreed to; the focus stays in its place."""
        if person == self._person:
            return
        held = next((each for each, made in self.buttons.items() if holds_focus(made)), None)
        self._person = person
        for row, consent in enumerate(CONSENTS):
            day = agreed_on(person, consent)
            given = self.tr("Givet {date}").format(date=short_date(day)) if day else ""
            self._states[consent].setText(given or self.tr("Ikke givet"))
            self._put_button(consent, row, given=bool(day))
        if held is not None:
            self.buttons[held].setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self, key: int) -> bool:
        """Give what a key stands for; return whether it stands for anything.

        One stray letter withdraws nothing: what is given already waits for Enter on its button.
        """
        consent = next((each for each, letter in KEYS.items() if key == ord(letter)), None)
        if consent is None or self._person is None or self.isHidden():
            return False
        if agreed_on(self._person, consent) is None:
            self._turn(consent)
        else:
            self.buttons[consent].setFocus(Qt.FocusReason.ShortcutFocusReason)
            bring_into_view(self.buttons[consent])
            self._services.notices.tell(
                self.tr("Samtykket er givet. Tryk Enter, hvis det skal trækkes tilbage.")
            )
        return True

    def _put_button(self, consent: Consent, row: int, *, given: bool) -> None:
        before = self.buttons.pop(consent, None)
        if before is not None:
            before.hide()
            before.deleteLater()
        text = self.tr("Træk tilbage") if given else self.tr("Notér samtykke")
        made = KeyedButton(text, KEYS[consent])
        made.setAccessibleName(f"{text}: {self._services.words(CONSENTS[consent])}")
        made.clicked.connect(lambda: self._turn(consent))
        self.buttons[consent] = made
        self._grid.addWidget(made, 2 * row, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        made.show()

    def _turn(self, consent: Consent) -> None:
        person = self._person
        if person is None:
            return
        given = agreed_on(person, consent) is None
        day = self._services.today() if given else None
        told = {
            (Consent.REGISTRATION, True): self.tr("Samtykke til registrering er noteret"),
            (Consent.REGISTRATION, False): self.tr(
                "Samtykke til registrering er trukket tilbage. Aftal, om personen skal slettes."
            ),
            (Consent.EVALUATOR, True): self.tr("Personen må ringes op af evaluator"),
            (Consent.EVALUATOR, False): self.tr("Personen må ikke længere ringes op af evaluator"),
        }
        self._services.commands.run(
            told[consent, given], lambda store: set_consent(store, person.id, consent, day)
        )
