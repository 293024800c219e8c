"""Where the focus is, also while another window is in front, and where it waits."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


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
