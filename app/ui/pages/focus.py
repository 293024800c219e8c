"""Where the focus is, also while another window is in front, and where it waits."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.ui.pages.scrolled import bring_into_view


def holds_focus(widget: QWidget) -> bool:
    """Tell whether the widget or a part of it has the focus, or will have it again.

    ``QWidget.hasFocus`` is false for every widget of a window that is not active.
    """
    focused = widget.window().focusWidget()
    return focused is widget or focused in widget.findChildren(QWidget)


_WAITS = "focus_waits"


def set_usable(*buttons: QAbstractButton, usable: bool) -> None:
    """Let buttons be pressed, or not while their work is done.

    Qt would give the focus of a button that is disabled to whatever comes next, as far away as
    the rail; here it waits, and comes back unless somebody has moved on.
    """
    held = next((each for each in buttons if holds_focus(each)), None)
    for each in buttons:
        each.setEnabled(usable)
    if held is not None and not usable:
        held.setProperty(_WAITS, True)
        took_over = held.window().focusWidget()
        if took_over is not None:
            took_over.clearFocus()
    for each in buttons:
        if usable and each.property(_WAITS):
            each.setProperty(_WAITS, None)
            if each.window().focusWidget() is None:
                each.setFocus(Qt.FocusReason.OtherFocusReason)


class WaitingFocus:
    """The focus of a part of a page, while work goes on that takes away what had it.

    Qt would give it to whatever comes next, as far away as the rail; here it waits until there is
    something to decide, unless somebody moves on.
    """

    def __init__(self, around: QWidget) -> None:
        self._around = around
        self._waits = False

    def hold(self) -> None:
        """Let the focus wait if it is in the part; called before what has it goes."""
        if holds_focus(self._around):
            self.call()

    def call(self) -> None:
        """Let the focus wait for the part, wherever it is."""
        held = self._around.window().focusWidget()
        if held is not None:
            held.clearFocus()
        self._waits = True

    def settle(self, wanted: QWidget | None) -> None:
        """Give the focus that waits to what is decided next.

        It waits on where there is nothing, or what there is cannot be used yet.
        """
        if wanted is None or not wanted.isEnabled():
            return
        if self._waits and wanted.window().focusWidget() is None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(wanted)
        self._waits = False
