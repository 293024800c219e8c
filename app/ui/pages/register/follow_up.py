"""The promise: none, in one or two weeks, or on a date, and what was promised."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.models.registration import InquiryDraft
from app.models.typed_dates import parse_date
from app.ui.widgets.date_field import DateField
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import em, label
from app.ui.widgets.segmented import Option, Segmented

_NONE, _DATE = "none", "date"
_WEEKS = {"one": 1, "two": 2}


class FollowUpField(QWidget):
    """``changed`` carries the fields of the draft that a person changed; weeks count from the talk."""

    changed = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._from = today()
        title = self.tr("&Opfølgning")
        plain = title.replace("&", "")
        self.choice = Segmented(
            plain,
            [
                Option(_NONE, self.tr("Ingen"), not_told=True),
                Option("one", self.tr("1 uge")),
                Option("two", self.tr("2 uger")),
                Option(_DATE, self.tr("Dato …")),
            ],
            look="chip",
        )
        self.day = DateField(
            self.tr("Dato for opfølgning"), lambda text: parse_date(text, self._from)
        )
        self.text = QLineEdit()
        self.text.setAccessibleName(self.tr("Hvad har du lovet?"))
        self.text.setPlaceholderText(self.tr("Hvad har du lovet?"))
        self.text.setMinimumWidth(em(self, 13))
        caption = label(title)
        caption.setBuddy(self.choice.button(_NONE))
        flow = FlowLayout(self, gap=em(self, 0.57))
        for widget in (caption, self.choice, self.day, self.text):
            flow.addWidget(widget)
        self._caption = caption
        self.choice.changed.connect(self._chosen)
        self.day.changed.connect(lambda day: self.changed.emit({"follow_up_on": day}))
        self.text.textEdited.connect(
            lambda text: self.changed.emit({"follow_up_text": text.strip()})
        )

    def show_draft(self, draft: InquiryDraft) -> None:
        """Show what the draft holds, without sending ``changed``."""
        self._from = draft.date
        due = draft.follow_up_on
        key = next((k for k in _WEEKS if due == self._after(k)), _DATE) if due else _NONE
        self.choice.set_value(key)
        self.day.set_value(due)
        if self.text.text().strip() != draft.follow_up_text:
            self.text.setText(draft.follow_up_text)
        self._show_parts()
        for name, title in (("one", self.tr("1 uge")), ("two", self.tr("2 uger"))):
            words = f"{title} · {self._after(name).strftime('%d-%m')}"
            chip = self.choice.button(name)
            chip.setText(words)
            chip.setAccessibleName(f"{self.choice.accessibleName()}: {words}")
            chip.updateGeometry()

    def commit(self) -> str:
        """Take over the date that is being typed; return what is wrong with it, or nothing."""
        if self.day.isHidden():
            return ""
        self.day.line.editingFinished.emit()
        if not self.day.is_valid():
            return self.tr("Datoen for opfølgningen kan ikke læses.")
        return "" if self.day.value() else self.tr("Skriv datoen for opfølgningen.")

    def focus(self) -> None:
        """Go to the choice of when."""
        self.choice.focus()

    def _chosen(self, key: str) -> None:
        due = self._after(key) if key in _WEEKS else None
        self.day.set_value(due)
        self._show_parts()
        fields: dict[str, object] = {"follow_up_on": due}
        if key == _NONE:
            self.text.clear()
            fields["follow_up_text"] = ""
        self.changed.emit(fields)

    def _show_parts(self) -> None:
        key = self.choice.value()
        self.day.setVisible(key == _DATE)
        self.text.setVisible(key != _NONE)

    def _after(self, key: str) -> date:
        return self._from + timedelta(weeks=_WEEKS[key])
