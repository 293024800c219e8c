"""What every page must satisfy, checked on the real widgets as they are laid out."""

import itertools
from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from app.ui.pages.scrolled import Scrolled

MIN_TARGET = 24
_ROUNDING = 1
"""Pixels by which a layout may round."""
_MOST_STOPS = 400


def describe(widget: QWidget) -> str:
    """Return what a developer needs to find the widget."""
    text = getattr(widget, "text", lambda: "")()
    name = widget.accessibleName() or widget.objectName() or str(text)
    place = rect_in_window(widget)
    return f"{type(widget).__name__} «{name}» in {type(widget.parentWidget()).__name__} at {place}"


def rect_in_window(widget: QWidget) -> QRect:
    """Return where the widget lies in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def unscrolled_rect(widget: QWidget) -> QRect:
    """Return where the widget would lie if no scroll area around it were scrolled."""
    rect = rect_in_window(widget)
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            rect.translate(parent.horizontalScrollBar().value(), parent.verticalScrollBar().value())
        parent = parent.parentWidget()
    return rect


def visible(root: QWidget) -> Iterator[QWidget]:
    """Yield the widgets that are shown in ``root``."""
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root) and not widget.visibleRegion().isEmpty():
            yield widget


def without_name(root: QWidget) -> list[str]:
    """Return the widgets that can have the focus but say nothing to a screen reader."""
    return [
        describe(widget)
        for widget in visible(root)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not _accessible_name(widget)
        and not _is_inner(widget)
    ]


def too_small(root: QWidget) -> list[str]:
    """Return what can be pressed but is smaller than 24 pixels in one direction."""
    pressed = (QAbstractButton, QLineEdit, QComboBox)
    return [
        describe(widget)
        for widget in visible(root)
        if isinstance(widget, pressed)
        and widget.isEnabled()
        and min(widget.width(), widget.height()) < MIN_TARGET
        and not _is_inner(widget)
    ]


def doubled_mnemonics(root: QWidget) -> list[str]:
    """Return the Alt keys that stand on more than one shown widget."""
    labels = [
        w
        for w in visible(root)
        # A label without a buddy shows its "&" and answers no key: "Børn & Familie".
        if isinstance(w, QAbstractButton) or (isinstance(w, QLabel) and w.buddy() is not None)
    ]
    keys = Counter(
        QKeySequence.mnemonic(widget.text()).toString()
        for widget in labels
        if not QKeySequence.mnemonic(widget.text()).isEmpty()
    )
    return [key for key, count in keys.items() if count > 1]


def clipped(root: QWidget) -> list[str]:
    """Return texts that do not fit their widget and widgets that lie outside their window."""
    found = [
        describe(widget)
        for widget in visible(root)
        if isinstance(widget, QLabel | QAbstractButton) and not _text_fits(widget)
    ]
    window = root.window().rect()
    outside = [
        describe(widget)
        for widget in visible(root)
        if not _in_scroll_area(widget) and not window.contains(rect_in_window(widget))
    ]
    return found + [f"outside the window: {text}" for text in outside]


def sideways(root: QWidget) -> list[str]:
    """Return the shown columns that have to be scrolled sideways to be read."""
    return [
        describe(area)
        for area in root.findChildren(Scrolled)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]


def overlapping(root: QWidget) -> list[str]:
    """Return the pairs of fields and buttons that lie on each other, within one widget."""
    fields = [
        widget
        for widget in visible(root)
        if isinstance(widget, QAbstractButton | QLineEdit | QComboBox) and not _is_inner(widget)
    ]
    return [
        f"{describe(one)} and {describe(other)}"
        for one, other in itertools.combinations(fields, 2)
        if one.parentWidget() is other.parentWidget()
        and one.geometry().intersects(other.geometry())
    ]


def cut_off(root: QWidget) -> list[str]:
    """Return the fields that end below the widget that they stand in."""
    return [
        describe(widget)
        for widget in visible(root)
        if isinstance(widget, QLineEdit | QComboBox)
        and not _is_inner(widget)
        and widget.geometry().bottom() >= widget.parentWidget().height()
    ]


def complaints(root: QWidget) -> list[str]:
    """Return all that is clipped, nameless, too small or has a key that another one has too."""
    audits = (clipped, without_name, too_small, doubled_mnemonics, overlapping, cut_off)
    return [each for audit in audits for each in audit(root)]


def tab_stops(root: QWidget) -> list[QWidget]:
    """Press Tab until the focus comes round again and return every stop.

    Raises AssertionError when a widget keeps the focus: a trap.
    """
    first = root.window().focusWidget()
    assert first is not None, "nothing has the focus"
    stops = [first]
    for _ in range(_MOST_STOPS):
        QTest.keyClick(root.window().windowHandle(), Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        assert now is not stops[-1], f"the focus is trapped in {describe(now)}"
        if now is first:
            return stops
        stops.append(now)
    raise AssertionError("the focus never comes round")


def out_of_order(stops: list[QWidget]) -> list[str]:
    """Return the steps of the focus that go up without going to the right.

    The focus may go down, along a line, or up to the top of the next column; the one step back to
    the start of the window is not a fault.
    """
    faults = []
    for before, after in itertools.pairwise(stops):
        here, there = _seen_from(before, after), _seen_from(after, before)
        goes_up = there.bottom() <= here.top()
        goes_right = there.left() >= here.right()
        if goes_up and not goes_right and not _is_first_stop(after, stops):
            faults.append(f"{describe(before)} -> {describe(after)}")
    return faults


def _seen_from(widget: QWidget, other: QWidget) -> QRect:
    """Return where ``widget`` lies for ``other``: its scroll area, unless both are in it."""
    outermost, parent = widget, widget.parentWidget()
    while parent is not None and not parent.isAncestorOf(other):
        if isinstance(parent, QScrollArea):
            outermost = parent
        parent = parent.parentWidget()
    return unscrolled_rect(outermost)


def _is_first_stop(widget: QWidget, stops: list[QWidget]) -> bool:
    corners = [unscrolled_rect(stop).topLeft() for stop in stops]
    return unscrolled_rect(widget).topLeft() == min(corners, key=lambda p: (p.y(), p.x()))


def _accessible_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def _is_inner(widget: QWidget) -> bool:
    """Tell whether Qt made the widget inside another, which is the one that is met."""
    return widget.objectName().startswith("qt_") or isinstance(
        widget.parentWidget(), QComboBox | QLineEdit
    )


def _in_scroll_area(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea | QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _text_fits(widget: QLabel | QAbstractButton) -> bool:
    if not widget.text() or _is_inner(widget):
        return True
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) <= widget.height() + _ROUNDING
    if isinstance(widget, QLabel):
        hint = widget.minimumSizeHint()
        fits_across = hint.width() <= widget.width() + _ROUNDING
        return fits_across and hint.height() <= widget.height() + _ROUNDING
    metrics = QFontMetrics(widget.font())
    plain = QKeySequence.mnemonic(widget.text()) and widget.text().replace("&", "")
    needed = metrics.horizontalAdvance(plain or widget.text())
    elides = widget.property("elided") or getattr(widget, "elided", False)
    across = elides or needed <= widget.width() + _ROUNDING
    return bool(across) and metrics.height() <= widget.height() + _ROUNDING
