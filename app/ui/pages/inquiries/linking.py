"""Saying whose an anonymous contact was, with the person's consent, and taking that back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.models.identity_doubts import doubts_of_link
from app.models.inquiry_details import InquiryDetails
from app.models.linking import link_code_word, link_contact, unlink_contact
from app.models.store import Store
from app.models.typed_dates import parse_date
from app.models.types import Identity
from app.ui.pages.focus import holds_focus
from app.ui.pages.person_field import PersonField
from app.ui.pages.scrolled import Scrolled
from app.ui.pages.workplaces.inline_form import InlineForm
from app.ui.services import Services
from app.ui.widgets.date_field import DateField
from app.ui.widgets.measure import button
from app.ui.widgets.notice import Notice


class LinkForm(InlineForm):
    """Whose it was, since when they agree, and whether that is so for the whole code word."""

    def __init__(self, services: Services) -> None:
        about = self.tr(
            "Henvendelsen bliver registreret og tælles sådan. Det, der blev fortalt anonymt, gemmes "
            "og kommer igen, hvis tilknytningen fjernes."
        )
        super().__init__(services, "", "", about)
        self.set_heading(self.tr("Knyt til en person"), self.tr("Knyt"))
        self._details: InquiryDetails | None = None
        self.person = PersonField(services, self.tr("Person"))
        self.consent = DateField(
            self.tr("Samtykke givet"),
            lambda text: parse_date(text, services.today()),
            required=True,
        )
        self.all_of_word = QCheckBox()
        self.all_of_word.setAccessibleName(self.tr("Alle anonyme henvendelser med kodeordet"))
        self.grid.add_row("person", self.tr("Person"), self.person)
        self.grid.add_row("consent", self.tr("Samtykke givet"), self.consent)
        self.doubt = Notice("", "warn")
        self.doubt.label.setTextFormat(Qt.TextFormat.PlainText)
        below = self.body.indexOf(self.grid) + 1
        self.body.insertWidget(below, self.all_of_word)
        self.body.insertWidget(below + 1, self.doubt)
        self.person.field.submitted.connect(self._enter_pressed)
        self.person.chosen.connect(lambda _: self._show_doubt())
        self.person.field.edited.connect(lambda _: self._show_doubt())

    def begin(self, details: InquiryDetails) -> None:
        """Ask about an anonymous contact; the consent is of today until somebody says otherwise."""
        self._details = details
        self.grid.clear_problems()
        self.person.clear()
        self.consent.set_value(self.services.today())
        others = details.code_word_contacts
        self.all_of_word.setText(self.tr("Alle %n med ordet", "", others))
        self.all_of_word.setToolTip(details.code_word)
        self.all_of_word.setVisible(others > 1)
        self.all_of_word.setChecked(others > 1)
        self._show_doubt()

    def first_field(self) -> QWidget:
        """Return the person."""
        return self.person

    def _enter_pressed(self, _text: str) -> None:
        """Take Enter in the field as everywhere in a form, once somebody was chosen there."""
        if self.person.known is not None:
            self.save()

    def _show_doubt(self) -> None:
        """Say quietly where the person is not what was told; nothing is refused for it."""
        details, known = self._details, self.person.known
        doubts = doubts_of_link(details.inquiry, known.person) if details and known else ()
        self.doubt.setVisible(bool(doubts))
        self.doubt.set_text(" ".join(map(self.services.words, doubts)))

    def save(self) -> None:
        """Link, or say what is missing."""
        details, known, consent_on = self._details, self.person.known, self.consent.value()
        if details is None or not self.consent.take_typed():
            return
        consent_on = self.consent.value()
        if known is None:
            self.say({"person": self.tr("Find personen, og vælg den på listen.")})
            return
        if consent_on is None:
            return
        inquiry, person = details.inquiry, known.person
        whole_word = self.all_of_word.isChecked() and inquiry.alias_id is not None

        def change(store: Store) -> None:
            if whole_word and inquiry.alias_id is not None:
                link_code_word(store, inquiry.alias_id, person.id, consent_on)
            else:
                link_contact(store, inquiry.id, person.id, consent_on)

        self.services.commands.run(
            self.tr("Knyttet til {name}").format(name=person.name),
            change,
            lambda _: self.left.emit(),
            self.show_error,
        )


class LinkingPart(Scrolled):
    """The form, folded away, and the button that opens it or takes a link back.

    ``opened`` says whether the form is there: then it takes the place of the details.
    """

    opened = Signal(bool)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._details: InquiryDetails | None = None
        self.button = button("", "quiet")
        self.form = LinkForm(services)
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        self.hide()
        self.button.clicked.connect(self._pressed)
        self.form.left.connect(self._leave)

    def show_details(self, details: InquiryDetails | None) -> None:
        """Fit the contact that is shown; what was asked about another one is put away."""
        before = self._details.inquiry.id if self._details else None
        self._details = details
        linked = details is not None and details.link is not None
        anonymous = details is not None and details.inquiry.identity is Identity.ANONYMOUS
        text = self.tr("Gør anonym igen") if linked else self.tr("Knyt til person …")
        self.button.setText(text)
        name = self.tr("Fjern tilknytningen til personen; kan fortrydes")
        self.button.setAccessibleName(name if linked else text)
        self.button.setToolTip(self.button.accessibleName())
        self.button.setVisible(linked or anonymous)
        if not anonymous or details is None or details.inquiry.id != before:
            self._leave()

    def _pressed(self) -> None:
        details = self._details
        if details is None:
            return
        if details.link is None:
            self.form.begin(details)
            self.show()
            self.opened.emit(True)
            self.form.go_to(self.form.first_field())
            return
        inquiry_id = details.inquiry.id
        self._services.commands.run(
            self.tr("Henvendelsen er anonym igen"),
            lambda store: unlink_contact(store, inquiry_id),
        )

    def _leave(self) -> None:
        held = holds_focus(self.form)
        self.hide()
        self.opened.emit(False)
        if held and self.button.isVisible():
            self.button.setFocus()
