"""A line of the day: it is built again only when what it shows has changed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.ui import icons
from app.ui.pages.focus import holds_focus
from app.ui.pages.line import Line
from app.ui.pages.scrolled import bring_into_view
from app.ui.widgets.measure import button, em

if TYPE_CHECKING:
    from app.ui.pages.plan.panel_form import PanelForm


class DayBlock(Line):
    """``key`` says what it is about, ``content`` is all that it shows.

    ``parts`` are what can have the focus, by name and in the order of Tab. A form can be opened
    below the text; what is being typed into it stays while the content does.
    """

    def __init__(self, key: str, content: object) -> None:
        super().__init__()
        self.key, self.content = key, content
        self.setProperty("surface", "card")
        self.parts: dict[str, QWidget] = {}
        self.form: PanelForm | None = None
        self._opener = ""
        self._below: QVBoxLayout | None = None

    def add_button(self, part: str, text: str, *, name: str = "", icon: str = "") -> QPushButton:
        """Add a button; ``name`` is for screen readers, an ``icon`` stands in place of the text."""
        made = button("" if icon else text, "quiet" if icon else "", name=name or text)
        if icon:
            made.setToolTip(text)
            icons.set_icon(made, icon, size=em(self, 1.3))
        self.buttons.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        self.parts[part] = made
        return made

    def add_under(self, widget: QWidget, *, first: bool = False) -> None:
        """Add something below the text: under what is there already, or as the ``first``."""
        if self._below is None:
            holder = QWidget()
            self._below = QVBoxLayout(holder)
            self._below.setContentsMargins(0, em(self, 0.43), 0, 0)
            self._below.setSpacing(em(self, 0.43))
            self.add_below(holder)
            holder.show()
        self._below.insertWidget(0 if first else self._below.count(), widget)
        widget.show()

    def open_form(self, form: "PanelForm", opener: str) -> None:
        """Show a form and give it the focus; when it is left, ``opener`` has the focus again."""
        self.close_form()
        self.form, self._opener = form, opener
        form.setProperty("surface", "well")
        form.left.connect(self._go_back)
        self.add_under(form, first=True)
        form.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(form)

    def close_form(self) -> None:
        """Take the form away."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def focused_part(self) -> str | None:
        """Return which part has the focus, "" for a form, None for nothing of this block."""
        for name, part in self.parts.items():
            if holds_focus(part):
                return name
        return "" if holds_focus(self) else None

    def _go_back(self) -> None:
        self.close_form()
        self.parts[self._opener].setFocus(Qt.FocusReason.OtherFocusReason)
