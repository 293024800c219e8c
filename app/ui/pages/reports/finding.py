"""Finding a figure on the page again: to move the focus to it, and to let it be seen."""

from PySide6.QtWidgets import QWidget

from app.ui.pages.reports.askable import Askable
from app.ui.pages.reports.content import ReportContent
from app.ui.pages.reports.place import Place
from app.ui.pages.reports.seen import show_in_page


def go_to(content: ReportContent, place: Place) -> None:
    """Move the focus to a figure and let it be seen."""
    if place.where == "chart":
        for chart, places in content.parts.items():
            if place in places:
                chart.set_current(places.index(place))
                chart.setFocus()
    elif place.where == "table":
        content.tables[place.table].go_to(place)
    else:
        part = _in_card(content, place)
        if part is not None:
            part.setFocus()
    show_place(content, place)


def show_place(content: ReportContent, place: Place) -> None:
    """Scroll so that a figure is seen; does nothing where it is not shown."""
    if place.where == "chart":
        for chart, places in content.parts.items():
            if place in places:
                show_in_page(chart, chart.box_of(places.index(place)).toRect())
    elif place.where == "table":
        card = content.tables[place.table]
        box = card.box_of(place)
        if box is not None:
            show_in_page(card.table, box)
    else:
        part = _in_card(content, place)
        if part is not None:
            show_in_page(part, part.rect())


def mark(content: ReportContent, place: Place | None) -> None:
    """Let a ring stand round the figure that is asked for, or round none."""
    where = place.where if place is not None else None
    for key, card in content.tables.items():
        here = where == "table" and place is not None and place.table == key
        card.mark(place if here else None)
    for chart, places in content.parts.items():
        here = where == "chart" and place in places
        chart.mark(places.index(place) if here and place is not None else None)
    for part in _parts(content):
        part.mark(place is not None and part.place == place)


def _in_card(content: ReportContent, place: Place) -> QWidget | None:
    return next((part for part in _parts(content) if part.place == place), None)


def _parts(content: ReportContent) -> list[Askable]:
    cards = (content.contacts, content.visits, content.persons)
    return [part for card in cards for part in card.parts()]
