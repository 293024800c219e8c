"""The order in which Tab moves: the order in which a page is laid out, whenever its parts were made.

Qt keeps a chain in the order of creation. Rows and pages that are made later would stand at its end,
after the status bar; the layouts know better.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)

# Of all children, the private ones of a line of text would make Qt's binding look up every class.
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def move_focus(root: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next or previous stop in ``root``, round the ends.

    Return False when there is nowhere to go.
    """
    stops = [widget for widget in in_layout_order(root) if _is_stop(widget)]
    if not stops:
        return False
    current = root.window().focusWidget()
    step = 1 if forward else -1
    outside = -1 if forward else len(stops)
    at = next((n for n, stop in enumerate(stops) if _holds(stop, current)), outside)
    target = stops[(at + step) % len(stops)]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    return True


def in_layout_order(root: QWidget) -> Iterator[QWidget]:
    """Yield the widgets below ``root`` as they are laid out, a parent before its children."""
    for child in _children(root):
        yield child
        yield from in_layout_order(child)


def _children(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QStackedWidget):
        shown = widget.currentWidget()
        return [shown] if shown is not None else []
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        # A strip above that does not scroll, as the headings of a calendar, comes first.
        strips = [
            part for part in _direct_children(widget) if not part.objectName().startswith("qt_")
        ]
        return strips + ([inside] if inside is not None else [])
    if isinstance(widget, QSplitter):
        return [part for n in range(widget.count()) if (part := widget.widget(n)) is not None]
    children = _direct_children(widget)
    layout = widget.layout()
    laid_out = list(_widgets_of(layout, children)) if layout is not None else []
    # What lies over the page in no layout (a list of hits) comes after what is in it.
    others = [child for child in children if child not in laid_out and not child.isWindow()]
    return laid_out + others


def _direct_children(widget: QWidget) -> list[QWidget]:
    return widget.findChildren(QWidget, options=_DIRECT)


def _widgets_of(layout: QLayout, children: list[QWidget]) -> Iterator[QWidget]:
    """Yield those of ``children`` that are in ``layout``, in its order.

    The layout's items are never asked for: Qt deletes an item with its place, Python would go on
    holding it, and whatever Qt makes at that address next would be taken for it.
    """
    inner = {layout.indexOf(part): part for part in layout.findChildren(QLayout, options=_DIRECT)}
    shown = {layout.indexOf(child): child for child in children}
    for number in _in_lines(layout):
        if number in inner:
            yield from _widgets_of(inner[number], children)
        elif number in shown:
            yield shown[number]


def _in_lines(layout: QLayout) -> list[int]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda n: tuple(layout.getItemPosition(n))[:2])  # type: ignore[arg-type]
    return places


def _is_stop(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isVisible() and widget.isEnabled() and not widget.focusProxy()


def _holds(stop: QWidget, current: QWidget | None) -> bool:
    return current is not None and (stop is current or current.focusProxy() is stop)
