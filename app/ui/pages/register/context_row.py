"""The row behind F2: where, when and how the contact took place."""

from datetime import date
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from app.models.folding import search_text
from app.models.registration import InquiryDraft
from app.models.sorting import in_danish_order
from app.models.typed_dates import parse_date, parse_time
from app.models.types import Channel, RecordId
from app.models.words import short_time
from app.ui.pages.register.context_words import channel_choices, visit_text
from app.ui.pages.register.finding import Findable, find
from app.ui.pages.register.marking import mark
from app.ui.pages.register.reading import Surroundings
from app.ui.services import Services
from app.ui.widgets.date_field import DateField
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.hit import Hit
from app.ui.widgets.measure import em, label
from app.ui.widgets.typeahead import TypeAhead

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ContextRow(QFrame):
    """``changed`` carries the fields of the draft that a person changed; Enter says ``finished``."""

    changed = Signal(object)
    finished = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._shown = InquiryDraft(date=services.today())
        self._workplaces: list[Findable] = []
        self._shown_place = ""
        self.setProperty("surface", "well")
        self.setAccessibleName(self.tr("Sted og tid"))
        self.place = TypeAhead(
            self.tr("Arbejdsplads"), self._find, self.tr("Ingen"), keep_text=True
        )
        self.visit = QComboBox()
        self.day = DateField(
            self.tr("Dato"), lambda text: parse_date(text, services.today()), required=True
        )
        self.time = QLineEdit()
        self.channel = QComboBox()
        self.minutes = QLineEdit()
        self.counsellor = QComboBox()
        for channel, words in channel_choices(services):
            self.channel.addItem(words, channel)
        flow = FlowLayout(self, gap=em(self, 0.86))
        flow.setContentsMargins(em(self, 0.86), em(self, 0.21), em(self, 0.86), em(self, 0.43))
        for title, field, width in (
            (self.tr("Arbejdsplads"), self.place, 15.0),
            (self.tr("Fremmøde"), self.visit, 14.0),
            (self.tr("Dato"), self.day, 8.5),
            (self.tr("Tid"), self.time, 4.6),
            (self.tr("Form"), self.channel, 12.6),
            (self.tr("Minutter"), self.minutes, 4.6),
            (self.tr("Vejleder"), self.counsellor, 6.5),
        ):
            flow.addWidget(_captioned(title, field, width))
        self._connect()
        self.hide()

    def show_draft(self, draft: InquiryDraft, around: Surroundings) -> None:
        """Show what the draft holds, without sending ``changed``."""
        self._shown = draft
        self._workplaces = [
            Findable(w.id, w.name, w.code, "", (search_text(w.name), search_text(w.code)))
            for w in in_danish_order(around.workplaces.values())
        ]
        place = around.workplaces.get(draft.workplace_id) if draft.workplace_id else None
        self._shown_place = place.name if place else ""
        if draft.workplace_id or draft.channel is not Channel.WORKPLACE:
            mark(self.place.line, "")
        if not self.place.line.hasFocus() or not self.place.text():
            self.place.set_text(self._shown_place)
        self.visit.clear()
        self.visit.addItem(self.tr("Uden for fremmøde"), None)
        for visit in around.visits:
            self.visit.addItem(visit_text(self._services, visit), visit.id)
        self.visit.setCurrentIndex(max(0, self.visit.findData(draft.visit_id)))
        self.day.set_value(draft.date)
        if not self.time.hasFocus():
            self.time.setText(short_time(draft.time))
        self.channel.setCurrentIndex(self.channel.findData(draft.channel))
        if not self.minutes.hasFocus():
            self.minutes.setText("" if draft.minutes is None else str(draft.minutes))
        self.counsellor.clear()
        for counsellor in around.counsellors:
            self.counsellor.addItem(counsellor.initials, counsellor.id)
        self.counsellor.setCurrentIndex(self.counsellor.findData(around.counsellor_of(draft)))

    def commit(self) -> str:
        """Take over what is being typed; return what is wrong with it, or nothing."""
        self.day.line.editingFinished.emit()
        self._time_typed()
        self._minutes_typed()
        if not self.day.is_valid():
            return self.tr("Datoen kan ikke læses.")
        if self._read_time() is None:
            return self.time.accessibleDescription()
        if self._read_minutes() is False:
            return self.minutes.accessibleDescription()
        place = self.place.text().strip()
        if place and place != self._shown_place:
            return self.tr("»{text}« er ikke en arbejdsplads. Vælg fra listen.").format(text=place)
        return ""

    def focus(self) -> None:
        """Go to the workplace, with its name marked so that typing replaces it."""
        self.place.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place.line.selectAll()

    def ask_place(self, problem: str) -> None:
        """Open the row at the workplace, which says what is wrong with it."""
        mark(self.place.line, problem)
        self.show()
        self.focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field that does not need it says that the row is done."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.place.chosen.connect(self._place_chosen)
        self.place.edited.connect(self._place_edited)
        self.place.submitted.connect(lambda _: self.finished.emit())
        self.visit.activated.connect(
            lambda row: self.changed.emit({"visit_id": self.visit.itemData(row)})
        )
        self.day.changed.connect(self._day_changed)
        self.time.editingFinished.connect(self._time_typed)
        self.minutes.editingFinished.connect(self._minutes_typed)
        self.channel.activated.connect(
            lambda row: self.changed.emit({"channel": Channel(self.channel.itemData(row))})
        )
        self.counsellor.activated.connect(
            lambda row: self.changed.emit({"counsellor_id": self.counsellor.itemData(row)})
        )

    def _find(self, text: str) -> list[Hit]:
        return [Hit(f.key, f.title, f.detail) for f in find(text, self._workplaces)]

    def _place_chosen(self, key: str) -> None:
        title = next(f.title for f in self._workplaces if f.key == key)
        self._shown_place = title
        self.place.set_text(title)
        self.changed.emit({"workplace_id": RecordId(key)})

    def _place_edited(self, text: str) -> None:
        if not text.strip():
            self._shown_place = ""
            self.changed.emit({"workplace_id": None})

    def _day_changed(self, day: date | None) -> None:
        if day is not None:
            self.changed.emit({"date": day})

    def _time_typed(self) -> None:
        time = self._read_time()
        if time is not None:
            self.time.setText(short_time(time))
            if time != self._shown.time:
                self.changed.emit({"time": time})

    def _minutes_typed(self) -> None:
        minutes = self._read_minutes()
        if minutes is not False and minutes != self._shown.minutes:
            self.changed.emit({"minutes": minutes})

    def _read_time(self) -> str | None:
        time = parse_time(self.time.text())
        problem = self.tr("Klokkeslættet kan ikke læses. Skriv fx 924 eller 9.24.")
        mark(self.time, problem if time is None else "")
        return time

    def _read_minutes(self) -> int | Literal[False] | None:
        minutes = _minutes(self.minutes.text())
        problem = self.tr("Minutter skal være et tal fra 0 til 1440.")
        mark(self.minutes, problem if minutes is False else "")
        return minutes


def _captioned(title: str, field: QWidget, width: float) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(em(holder, 0.14))
    caption = label(title, "caption")
    target = field.focusProxy() or field
    caption.setBuddy(target)
    target.setAccessibleName(title)
    field.setFixedWidth(em(holder, width))
    column.addWidget(caption)
    column.addWidget(field)
    return holder


def _minutes(text: str) -> int | Literal[False] | None:
    """Return the minutes typed, None for nothing typed, False for what is no number of minutes."""
    typed = text.strip()
    if not typed:
        return None
    return int(typed) if typed.isdecimal() and int(typed) <= 1440 else False
