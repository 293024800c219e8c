"""The order in which Tab goes through a page that is partly built again as it is used.

A new widget stands last in its window for Tab, wherever it was placed.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QLayoutItem, QScrollArea, QSplitter, QWidget


def follow_layout(page: QWidget) -> None:
    """Let Tab go through ``page`` in the order of its layouts; in a grid line by line."""
    stops = [page, *_in_layout(page.layout())]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _in_layout(layout: QLayout | None) -> Iterator[QWidget]:
    for item in _items(layout):
        widget = item.widget()
        if widget is not None:
            yield from _in_widget(widget)
        else:
            yield from _in_layout(item.layout())


def _items(layout: QLayout | None) -> list[QLayoutItem]:
    if layout is None:
        return []
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda at: tuple(layout.getItemPosition(at))[:2])  # type: ignore[arg-type]
    found = (layout.itemAt(at) for at in places)
    return [item for item in found if item is not None]


def _in_widget(widget: QWidget | None) -> Iterator[QWidget]:
    if widget is None:
        return
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QScrollArea):
        yield from _in_widget(widget.widget())
    elif isinstance(widget, QSplitter):
        for at in range(widget.count()):
            yield from _in_widget(widget.widget(at))
    else:
        yield from _in_layout(widget.layout())
