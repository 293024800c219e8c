"""What is told about the person: gender and age, and for a registered one year and phone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from app.models.recognition import KnownPerson
from app.models.registration import InquiryDraft
from app.models.typed_dates import parse_birth_year
from app.models.types import AgeBand, Gender, Identity
from app.models.words import AGE_BANDS, GENDERS, grouped_phone
from app.ui.pages.register.consent_line import ConsentLine
from app.ui.pages.register.marking import mark
from app.ui.pages.register.people_words import person_details
from app.ui.pages.targets import ShowPerson
from app.ui.services import Services
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import button, em, label
from app.ui.widgets.segmented import Option, Segmented


class AboutPerson(QWidget):
    """One row that shows what fits the identity; nothing in it is mandatory.

    An anonymous contact has gender and age band; a new person gender, year of birth, phone and
    consent; a known one a summary, with the fields behind ``correcting``.
    """

    changed = Signal(object)
    correcting = Signal()
    next_wanted = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._known: KnownPerson | None = None
        words = services.words
        genders = [Option(g.value, words(GENDERS[g]), not_told=not g) for g in _GENDER_ORDER]
        self.gender = Segmented(self.tr("Køn"), genders, look="chip")
        self.age = QComboBox()
        self.age.setAccessibleName(self.tr("Alder"))
        for band in AgeBand:
            title = self.tr("Alder –") if not band else words(AGE_BANDS[band])
            self.age.addItem(title, band)
        self.year = _field(self.tr("Fødselsår"), 4.4, 4)
        self.phone = _field(self.tr("Telefon"), 8.2, 20)
        self.summary = ElidedLabel("", "muted")
        self.correct = button(self.tr("Ret oplysninger"), "link")
        self.page = button(self.tr("Personens side"), "link")
        self._year = _with_caption(self.tr("Født"), self.year)
        self._phone = _with_caption(self.tr("Tlf."), self.phone)
        self.consent = ConsentLine()
        flow = FlowLayout(self, gap=em(self, 0.71))
        for widget in (self.gender, self.age, self._year, self._phone,
                       self.summary, self.correct, self.page, self.consent):  # fmt: skip
            flow.addWidget(widget)
        self._connect()

    def show_draft(self, draft: InquiryDraft, known: KnownPerson | None) -> None:
        """Show the row that fits, with what the draft holds, without sending ``changed``."""
        anonymous = draft.identity is Identity.ANONYMOUS
        fields = not anonymous and (known is None or draft.correct_person)
        self.gender.set_value(draft.gender)
        self.age.setCurrentIndex(self.age.findData(draft.age_band))
        if parse_birth_year(self.year.text(), self._services.today()) != draft.birth_year:
            self.year.setText(str(draft.birth_year or ""))
        if self.phone.text().strip() != draft.phone:
            self.phone.setText(draft.phone)
        self.age.setVisible(anonymous)
        self._year.setVisible(fields)
        self._phone.setVisible(fields)
        self.gender.setVisible(anonymous or fields)
        self.summary.setVisible(not anonymous and not fields)
        self.correct.setVisible(not anonymous and not fields)
        self.page.setVisible(not anonymous and known is not None)
        self.consent.show_draft(draft, new=known is None and draft.person_id is None)
        self._known = known
        if known is not None:
            gender = self._services.words(GENDERS[draft.gender]) if draft.gender else ""
            about = person_details(known.person)
            told = " · ".join(filter(None, (gender, about)))
            self.summary.setText(told or self.tr("Køn, alder og telefon er ikke oplyst"))
        mark(self.year, "")

    def forget(self) -> None:
        """Drop what is being typed and is not in the draft: it was said of somebody else."""
        self.year.clear()
        self.phone.clear()

    def commit(self) -> str:
        """Take over what is being typed; return what is wrong with it, or nothing."""
        text = self.year.text().strip()
        if self._year.isHidden() or not text:
            return ""
        year = parse_birth_year(text, self._services.today())
        problem = "" if year else self.tr("Fødselsåret kan ikke passe. Skriv fx 1974 eller 74.")
        mark(self.year, problem)
        if year:
            self.year.setText(str(year))
            self.changed.emit({"birth_year": year})
        return problem

    def _connect(self) -> None:
        self.gender.changed.connect(lambda key: self.changed.emit({"gender": Gender(key)}))
        self.age.activated.connect(
            lambda row: self.changed.emit({"age_band": AgeBand(self.age.itemData(row))})
        )
        self.year.textEdited.connect(self._year_edited)
        self.year.editingFinished.connect(self.commit)
        self.consent.changed.connect(self.changed)
        self.phone.textEdited.connect(lambda text: self.changed.emit({"phone": text.strip()}))
        self.phone.editingFinished.connect(
            lambda: self.phone.setText(grouped_phone(self.phone.text()))
        )
        for field in (self.year, self.phone):
            field.returnPressed.connect(self.next_wanted)
        self.correct.clicked.connect(self.correcting)
        self.page.clicked.connect(self._show_page)

    def _show_page(self) -> None:
        if self._known is not None:
            self._services.go("person", ShowPerson(self._known.person.id))

    def _year_edited(self, text: str) -> None:
        mark(self.year, "")
        # "19" may be the beginning of 1974: two digits count only when the field is left.
        year = parse_birth_year(text, self._services.today()) if len(text.strip()) == 4 else None
        self.changed.emit({"birth_year": year})


_GENDER_ORDER = (Gender.WOMAN, Gender.MAN, Gender.OTHER, Gender.NOT_TOLD)


def _field(name: str, width: float, longest: int) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setMaxLength(longest)
    field.setFixedWidth(em(field, width))
    return field


def _with_caption(text: str, field: QLineEdit) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(em(holder, 0.43))
    caption = label(text, "caption")
    caption.setBuddy(field)
    row.addWidget(caption)
    row.addWidget(field)
    return holder
