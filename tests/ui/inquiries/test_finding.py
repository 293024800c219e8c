"""Finding inquiries: search as you type, filters, order."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.models.inquiry_list import InquiryFilter
from app.models.store import Store
from app.models.types import ContactKind
from app.ui.pages.inquiries.inquiries_table import TAGS, Column
from app.ui.pages.inquiries.page import InquiriesPage
from app.ui.pages.inquiries.target import ListInquiries, ShowInquiry
from tests.ui.inquiries.conftest import Talks, column

Open = Callable[[], InquiriesPage]

KAREN_AGAIN, AASE, PHONE, KAREN = (
    "20-11-2026 13.05",
    "16-11-2026 08.15",
    "09-11-2026 10.30",
    "02-11-2026 09.00",
)


def choose(qtbot: QtBot, combo: QComboBox, text: str) -> None:
    """Choose from a combo box as with the keyboard: focus, then the arrow to the entry."""
    combo.setFocus()
    for _ in range(combo.findText(text) - combo.currentIndex()):
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentText() == text


def test_the_newest_stands_first_with_what_there_is_to_know(
    talks: Talks, opened: Open, qtbot: QtBot
) -> None:
    page = opened()

    assert column(page, qtbot) == [KAREN_AGAIN, AASE, PHONE, KAREN]
    assert column(page, qtbot, Column.PERSON) == [
        "Karen Møller (1974)",
        "Åse Bo (1990)",
        "",
        "Karen Møller (1974)",
    ]
    assert column(page, qtbot, Column.KIND) == [
        "Genganger",
        "Unik",
        "Telefon uden arbejdsplads",
        "Unik",
    ]
    assert column(page, qtbot, Column.WORKPLACE)[2] == "Telefon"
    assert column(page, qtbot, Column.REASONS)[2] == "Børn, Stress"
    assert page.list.table.index(2, Column.REASONS).data(TAGS) == (("F", "Børn"), ("S", "Stress"))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("karen", [KAREN_AGAIN, KAREN]),
        ("aase", [AASE]),
        ("20 30", [KAREN_AGAIN, KAREN]),
        ("arla", [AASE]),
        ("lem møl", [KAREN_AGAIN, KAREN]),
        ("s01", [PHONE]),
        ("1990", [AASE]),
    ],
)
def test_typing_finds_name_phone_workplace_and_code(
    talks: Talks, opened: Open, qtbot: QtBot, typed: str, expected: list[str]
) -> None:
    page = opened()

    qtbot.keyClicks(page.window().focusWidget(), typed)

    assert column(page, qtbot) == expected


def test_filters_narrow_together_and_one_button_takes_them_away(
    talks: Talks, opened: Open, qtbot: QtBot
) -> None:
    page = opened()

    choose(qtbot, page.filters.workplace, "Vestas i Lem")
    assert column(page, qtbot) == [KAREN_AGAIN, KAREN]
    choose(qtbot, page.filters.kind, "Genganger")
    assert column(page, qtbot) == [KAREN_AGAIN]
    assert page.filters.clear.isEnabled()

    qtbot.mouseClick(page.filters.clear, Qt.MouseButton.LeftButton)

    assert column(page, qtbot) == [KAREN_AGAIN, AASE, PHONE, KAREN]
    assert not page.filters.clear.isEnabled()
    assert page.filters.workplace.currentText() == "Alle arbejdspladser"
    assert page.filters.search.hasFocus()


def test_each_filter_admits_what_it_says(talks: Talks, opened: Open, qtbot: QtBot) -> None:
    page = opened()
    bar = page.filters
    for combo, text, expected in (
        (bar.period, "Denne uge", [KAREN_AGAIN, AASE]),
        (bar.reason, "Lænderyg", [KAREN_AGAIN, KAREN]),
        (bar.advice, "Egen sundhedsforsikring/pensionsordning", [KAREN]),
        (bar.counsellor, "KM · Karen Møller", [KAREN_AGAIN, AASE, PHONE, KAREN]),
        (bar.period, "Sidste år", []),
    ):
        choose(qtbot, combo, text)
        assert column(page, qtbot) == expected, text
        bar.reset()


def test_an_own_period_is_typed_as_one_likes(talks: Talks, opened: Open, qtbot: QtBot) -> None:
    page = opened()
    choose(qtbot, page.filters.period, "Fra … til …")

    qtbot.keyClick(page.filters.period, Qt.Key.Key_Tab)
    qtbot.keyClicks(page.window().focusWidget(), "0911")
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(page.window().focusWidget(), "16.11.26")
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)

    assert column(page, qtbot) == [AASE, PHONE]


def click_heading(page: InquiriesPage, qtbot: QtBot, which: Column) -> None:
    header = page.list.view.horizontalHeader()
    x = header.sectionViewportPosition(which) + 12
    qtbot.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, header.height() // 2)
    )


def test_a_click_on_a_heading_sorts_and_another_turns_it_round(
    talks: Talks, opened: Open, qtbot: QtBot
) -> None:
    page = opened()

    click_heading(page, qtbot, Column.WHEN)
    assert column(page, qtbot) == [KAREN, PHONE, AASE, KAREN_AGAIN]
    click_heading(page, qtbot, Column.PERSON)
    assert column(page, qtbot) == [KAREN_AGAIN, KAREN, AASE, PHONE], "Å comes last in Danish"
    click_heading(page, qtbot, Column.PERSON)
    assert column(page, qtbot) == [AASE, KAREN_AGAIN, KAREN, PHONE], "nobody still comes last"
    click_heading(page, qtbot, Column.REASONS)
    assert column(page, qtbot) == [AASE, KAREN_AGAIN, KAREN, PHONE], "codes have no order"
    assert page.list.view.horizontalHeader().sortIndicatorSection() == Column.PERSON


def test_nothing_found_is_not_the_same_as_nothing_there(
    talks: Talks, opened: Open, qtbot: QtBot
) -> None:
    page = opened()

    qtbot.keyClicks(page.filters.search, "zzz")

    assert page.list.none_found.isVisible()
    assert not page.none_at_all.isVisible()
    qtbot.mouseClick(page.list.none_found.button, Qt.MouseButton.LeftButton)
    assert len(column(page, qtbot)) == 4


def test_an_empty_store_leads_to_the_first_inquiry_or_to_an_import(
    opened: Open, qtbot: QtBot, visited: list[tuple[str, object]]
) -> None:
    page = opened()

    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Space)
    qtbot.mouseClick(page.import_button, Qt.MouseButton.LeftButton)

    assert visited == [("register", None), ("import", None)]


def test_one_inquiry_is_shown_even_if_a_filter_hid_it(
    talks: Talks, opened: Open, qtbot: QtBot
) -> None:
    page = opened()
    qtbot.keyClicks(page.filters.search, "karen")

    page.open(ShowInquiry(talks.aase_first.id))

    assert page.list.current_seq() == talks.aase_first.seq
    assert page.filters.wanted() == InquiryFilter()


def test_another_page_can_ask_for_a_filtered_list(talks: Talks, opened: Open, qtbot: QtBot) -> None:
    page = opened()
    day = date(2026, 11, 16)

    page.open(ListInquiries(InquiryFilter(first=day, last=day, workplace_id=talks.arla.id)))

    assert column(page, qtbot) == [AASE]
    assert page.filters.workplace.currentText() == "Arla Danmark Protein"
    assert page.filters.first.value() == day


def test_ctrl_f_and_f3_go_to_the_search_field_and_down_goes_to_the_list(
    talks: Talks, opened: Open, qtbot: QtBot
) -> None:
    page = opened()

    qtbot.keyClick(page.filters.search, Qt.Key.Key_Down)
    assert page.list.view.hasFocus()
    assert page.list.current_seq() == talks.karen_again.seq
    qtbot.keyClick(page.list.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filters.search.hasFocus()
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Return)
    qtbot.keyClick(page.list.view, Qt.Key.Key_F3)
    assert page.filters.search.hasFocus()


@pytest.mark.usefixtures("talks")
def test_all_columns_are_seen_beside_the_details_on_a_small_screen(
    opened: Open, qtbot: QtBot
) -> None:
    page = opened()  # as large as a window of 1366×768 leaves it
    column(page, qtbot)

    view = page.list.view
    assert page.details.isVisible()
    assert view.horizontalScrollBar().maximum() == 0
    around = view.fontMetrics().height()  # what the cells leave free at their sides, at most
    assert view.columnWidth(Column.WHEN) >= view.sizeHintForColumn(Column.WHEN) + around - 6


def test_widths_and_order_of_the_columns_are_kept_for_the_session(
    store: Store, talks: Talks, opened: Open, qtbot: QtBot
) -> None:
    first = opened()
    first.list.view.setColumnWidth(Column.PERSON, 233)
    click_heading(first, qtbot, Column.WORKPLACE)
    first.leave()

    second = opened()

    assert second.list.view.columnWidth(Column.PERSON) == 233
    assert column(second, qtbot) == column(first, qtbot) == [AASE, KAREN_AGAIN, KAREN, PHONE]
    assert "Karen" not in str(store.drafts.read("inquiries_view"))


@pytest.mark.parametrize("kind", list(ContactKind))
def test_every_kind_can_be_asked_for(
    talks: Talks, opened: Open, qtbot: QtBot, kind: ContactKind
) -> None:
    page = opened()

    page.filters.set_wanted(InquiryFilter(kind=kind))

    expected = {
        ContactKind.FIRST: [AASE, KAREN],
        ContactKind.RETURNING: [KAREN_AGAIN],
        ContactKind.PHONE_NO_WORKPLACE: [PHONE],
        ContactKind.ANONYMOUS: [],
    }
    assert column(page, qtbot) == expected[kind]
