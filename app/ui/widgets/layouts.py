"""What several layouts need and Qt has no single call for."""

from PySide6.QtWidgets import QLayout


def drop_widgets(layout: QLayout) -> None:
    """Empty a layout, and delete the widgets that were in it.

    They are hidden at once: Qt deletes them only when its loop is reached, and they would be seen
    until then.
    """
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
