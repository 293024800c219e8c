"""Where the focus is, also while another window is in front."""

from PySide6.QtWidgets import QWidget


def holds_focus(widget: QWidget) -> bool:
    """Tell whether the widget or a part of it has the focus, or will have it again.

    ``QWidget.hasFocus`` is false for every widget of a window that is not active.
    """
    focused = widget.window().focusWidget()
    return focused is widget or focused in widget.findChildren(QWidget)
