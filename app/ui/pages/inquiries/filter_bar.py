"""The filters of the list in one compact bar."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.models.inquiry_list import InquiryFilter
from app.models.taxonomy import Term
from app.models.typed_dates import parse_date
from app.models.types import ContactKind, RecordId
from app.models.words import KINDS
from app.ui import icons
from app.ui.pages.inquiries.choices import Choices
from app.ui.pages.inquiries.periods import OWN, days_of, key_of, period_choices
from app.ui.services import Services
from app.ui.widgets.date_field import DateField
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import button, em, label


class FilterBar(QWidget):
    """Sends ``changed(InquiryFilter)`` whenever a person changes what the list shall show.

    ``entered`` is sent when Enter or Down in the search field asks for the list itself.
    """

    changed = Signal(object)
    entered = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._wanted = InquiryFilter()
        self.search = _Search(self.tr("Søg i henvendelser"))
        self.search.setPlaceholderText(self.tr("Søg navn, telefon, arbejdsplads eller kode"))
        self.search.textChanged.connect(lambda text: self._change(text=text))
        self.search.entered.connect(self.entered)
        self.period = _combo(self.tr("Periode"))
        self.workplace = _combo(self.tr("Arbejdsplads"))
        self.kind = _combo(self.tr("Slags"))
        self.reason = _combo(self.tr("Årsag"))
        self.advice = _combo(self.tr("Råd"))
        self.counsellor = _combo(self.tr("Vejleder"))
        _fill(self.period, period_choices())
        kinds = [(kind.value, services.words(KINDS[kind])) for kind in ContactKind]
        _fill(self.kind, [("", self.tr("Alle slags")), *kinds])
        self.first = DateField(self.tr("Fra og med"), self._parse)
        self.last = DateField(self.tr("Til og med"), self._parse)
        self.clear = button(self.tr("Nulstil"), "quiet", name=self.tr("Nulstil alle filtre"))
        icons.set_icon(self.clear, "x", size=em(self, 1))
        self._connect()
        self._lay_out()
        self._show()

    def wanted(self) -> InquiryFilter:
        """Return what the list shall show."""
        return self._wanted

    def set_wanted(self, wanted: InquiryFilter) -> None:
        """Show a filter and send ``changed`` if it is another one."""
        changed = wanted != self._wanted
        self._wanted = wanted
        self._show()
        if changed:
            self.changed.emit(wanted)

    def reset(self) -> None:
        """Admit everything again."""
        self.set_wanted(InquiryFilter())

    def set_choices(self, choices: Choices) -> None:
        """Offer these workplaces, codes and counsellors; what is chosen stays."""
        words = self._services.words
        _fill(
            self.workplace,
            [
                ("", self.tr("Alle arbejdspladser")),
                *((workplace.id, workplace.name) for workplace in choices.workplaces),
            ],
        )
        _fill(
            self.counsellor,
            [
                ("", self.tr("Alle vejledere")),
                *((each.id, f"{each.initials} · {each.name}") for each in choices.counsellors),
            ],
        )

        def named(terms: Iterable[Term]) -> list[tuple[str, str]]:
            return [(term.code, words(term.label)) for term in terms]

        _fill(self.reason, [("", self.tr("Alle årsager")), *named(choices.reasons)])
        _fill(self.advice, [("", self.tr("Alle råd")), *named(choices.advice)])
        self._choose_records()

    def _connect(self) -> None:
        self.period.activated.connect(lambda _: self._period_chosen(_key(self.period)))
        self.workplace.activated.connect(
            lambda _: self._change(workplace_id=RecordId(_key(self.workplace)) or None)
        )
        self.kind.activated.connect(lambda _: self._kind_chosen(_key(self.kind)))
        self.reason.activated.connect(lambda _: self._change(reason=_key(self.reason)))
        self.advice.activated.connect(lambda _: self._change(advice=_key(self.advice)))
        self.counsellor.activated.connect(
            lambda _: self._change(counsellor_id=RecordId(_key(self.counsellor)) or None)
        )
        self.first.changed.connect(lambda day: self._change(first=day))
        self.last.changed.connect(lambda day: self._change(last=day))
        self.clear.clicked.connect(self._reset_by_hand)

    def _lay_out(self) -> None:
        self._own = QWidget()
        own = QHBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        for field in (self.first, self.last):
            words = label(field.line.accessibleName(), "caption")
            words.setBuddy(field.line)
            own.addWidget(words)
            own.addWidget(field)
        row = QWidget()
        flow = FlowLayout(row, gap=em(self, 0.57))
        for widget in (
            self.period,
            self._own,
            self.workplace,
            self.kind,
            self.reason,
            self.advice,
            self.counsellor,
            self.clear,
        ):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.57))
        column.addWidget(self.search)
        column.addWidget(row)

    def _show(self) -> None:
        wanted = self._wanted
        if self.search.text() != wanted.text:
            self.search.setText(wanted.text)
        _choose(self.period, key_of((wanted.first, wanted.last), self._today))
        self.first.set_value(wanted.first)
        self.last.set_value(wanted.last)
        self._own.setVisible(_key(self.period) == OWN)
        _choose(self.kind, wanted.kind.value if wanted.kind else "")
        self._choose_records()
        self.clear.setEnabled(wanted != InquiryFilter())

    def _choose_records(self) -> None:
        _choose(self.workplace, self._wanted.workplace_id or "")
        _choose(self.reason, self._wanted.reason)
        _choose(self.advice, self._wanted.advice)
        _choose(self.counsellor, self._wanted.counsellor_id or "")

    def _change(self, **fields: object) -> None:
        wanted = replace(self._wanted, **fields)
        if wanted != self._wanted:
            self._wanted = wanted
            self.clear.setEnabled(wanted != InquiryFilter())
            self.changed.emit(wanted)

    def _kind_chosen(self, key: str) -> None:
        self._change(kind=ContactKind(key) if key else None)

    def _period_chosen(self, key: str) -> None:
        self._own.setVisible(key == OWN)
        if key == OWN:
            return  # begins with the days of the period chosen before
        first, last = days_of(key, self._today)
        self.first.set_value(first)
        self.last.set_value(last)
        self._change(first=first, last=last)

    def _reset_by_hand(self) -> None:
        self.reset()
        self.search.setFocus()

    @property
    def _today(self) -> date:
        return self._services.today()

    def _parse(self, text: str) -> date | None:
        return parse_date(text, self._today)


class _Search(QLineEdit):
    """The search field; Enter and Down go on to the list, Esc empties it."""

    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def _combo(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.currentTextChanged.connect(made.setToolTip)
    return made


def _fill(combo: QComboBox, choices: Sequence[tuple[str, str]]) -> None:
    before = [(combo.itemData(at), combo.itemText(at)) for at in range(combo.count())]
    if before == list(choices):
        return
    chosen = _key(combo)
    combo.clear()
    for key, text in choices:
        combo.addItem(text, key)
    _choose(combo, chosen)
    widths = [combo.fontMetrics().horizontalAdvance(text) for _, text in choices]
    combo.setFixedWidth(max(widths[0] + em(combo, 3.7), em(combo, 10)))
    combo.view().setMinimumWidth(max(widths) + em(combo, 3))


def _key(combo: QComboBox) -> str:
    return str(combo.currentData() or "")


def _choose(combo: QComboBox, key: str) -> None:
    combo.setCurrentIndex(max(combo.findData(key), 0))
