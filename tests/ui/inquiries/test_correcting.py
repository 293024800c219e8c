"""Reading, correcting, copying and deleting what was found."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.models.types import FollowUp
from app.ui.pages.followups.target import NewFollowUp
from app.ui.pages.inquiries.inquiries_table import Column
from app.ui.pages.inquiries.page import InquiriesPage
from app.ui.pages.referrals.target import ReferInquiry
from app.ui.pages.targets import DuplicateInquiry, EditInquiry
from app.ui.services import Services
from app.ui.widgets.clipboard import plain_cell
from tests.keyboard import Typist
from tests.records import add_referral
from tests.ui.conftest import RecordingNotices
from tests.ui.inquiries.conftest import Talks, column

Open = Callable[[], InquiriesPage]
CTRL = Qt.KeyboardModifier.ControlModifier


def told(page: InquiriesPage) -> list[str]:
    """Return every sentence of the details, from above."""
    return [each.text() for each in page.details.findChildren(QLabel) if each.isVisible()]


def test_the_details_show_everything_and_the_note_only_there(
    store: Store, talks: Talks, opened: Open, qtbot: QtBot
) -> None:
    page = opened()
    assert told(page) == ["Vælg en henvendelse for at se den her."]

    page.list.choose(talks.karen_again.seq)

    sentences = told(page)
    assert sentences[:2] == [
        "Karen Møller (1974)",
        "20-11-2026 kl. 13.05 · Vestas i Lem · Genganger, 2. henvendelse",
    ]
    for expected in ("Lænderyg", "§56-aftale", "20 30 40 50", "Kvinde", "49–58", "20 minutter"):
        assert expected in sentences
    assert "=hemmeligt" in sentences
    cells = [column(page, qtbot, each) for each in Column]
    assert "hemmeligt" not in str(cells)


def test_somebody_is_referred_from_the_details(
    store: Store,
    services: Services,
    talks: Talks,
    opened: Open,
    qtbot: QtBot,
    visited: list[tuple[str, object]],
) -> None:
    page = opened()
    page.list.choose(talks.karen_again.seq)
    add_referral(store, talks.karen_again, provider="Coachhuset")
    assert "Henvist: Coaching-samtaler hos Coachhuset (Foreslået 20-11-2026)" in told(page)
    qtbot.keyClick(page.details.refer, Qt.Key.Key_Space)
    assert visited == [("referrals", ReferInquiry(talks.karen_again.id))]


def test_the_history_tells_who_changed_which_fields(
    store: Store, talks: Talks, opened: Open, qtbot: QtBot
) -> None:
    page = opened()
    page.list.choose(talks.phone.seq)

    changed = replace(talks.phone, reasons=("F01",), minutes=10)
    store.inquiries.change(changed)

    assert told(page)[-2:] == [
        "21-11-2026 09.24 · KM · rettet: Årsager, Minutter",
        "21-11-2026 09.24 · KM · oprettet",
    ]


def test_what_was_written_is_never_taken_for_markup(
    store: Store, talks: Talks, opened: Open, qtbot: QtBot
) -> None:
    store.inquiries.change(replace(talks.phone, note="<b>fed</b>"))
    page = opened()
    page.list.choose(talks.phone.seq)

    (note,) = [each for each in page.details.findChildren(QLabel) if each.text() == "<b>fed</b>"]
    assert note.textFormat() == Qt.TextFormat.PlainText


def test_f2_and_enter_correct_and_ctrl_d_begins_a_new_one_like_it(
    talks: Talks, opened: Open, qtbot: QtBot, visited: list[tuple[str, object]]
) -> None:
    page = opened()
    qtbot.keyClick(page.filters.search, Qt.Key.Key_D, CTRL)
    page.list.choose(talks.aase_first.seq)
    qtbot.keyClick(page.list.view, Qt.Key.Key_F2)
    qtbot.keyClick(page.list.view, Qt.Key.Key_Return)
    qtbot.keyClick(page.list.view, Qt.Key.Key_D, CTRL)

    assert visited == [
        ("register", DuplicateInquiry(talks.karen_again.id)),  # none chosen: the newest
        ("register", EditInquiry(talks.aase_first.id)),
        ("register", EditInquiry(talks.aase_first.id)),
        ("register", DuplicateInquiry(talks.aase_first.id)),
    ]


def test_delete_is_done_at_once_and_taken_back_whole(
    store: Store,
    services: Services,
    talks: Talks,
    opened: Open,
    qtbot: QtBot,
    notices: RecordingNotices,
) -> None:
    promise = store.followups.add(
        FollowUp(due_on=talks.aase_first.date, inquiry_id=talks.aase_first.id)
    )
    page = opened()
    page.list.choose(talks.aase_first.seq)

    qtbot.keyClick(page.list.view, Qt.Key.Key_Delete)

    assert store.inquiries.find(talks.aase_first.id) is None
    assert notices.told == ["Henvendelsen er slettet"]
    assert page.list.current_seq() == talks.phone.seq, "the next one is looked at"
    assert page.list.view.hasFocus()

    services.commands.undo()

    assert store.inquiries.get(talks.aase_first.id) == talks.aase_first
    assert store.followups.get(promise.id) == promise
    assert column(page, qtbot)[1] == "16-11-2026 08.15"


def test_several_are_deleted_in_one_go(
    store: Store,
    services: Services,
    talks: Talks,
    opened: Open,
    qtbot: QtBot,
    notices: RecordingNotices,
) -> None:
    page = opened()
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Down)
    qtbot.keyClick(page.list.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    qtbot.keyClick(page.list.view, Qt.Key.Key_Delete)

    assert notices.told == ["2 henvendelser er slettet"]
    assert store.inquiries.count() == 2
    services.commands.undo()
    assert store.inquiries.count() == 4


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_PageDown])
def test_what_is_looked_at_is_what_is_deleted_also_after_ctrl_and_an_arrow(
    store: Store, talks: Talks, opened: Open, qtbot: QtBot, key: Qt.Key
) -> None:
    page = opened()
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Down)
    begun_at = page.list.current_seq()
    qtbot.keyClick(page.list.view, key, CTRL)
    shown = page.list.current_seq()
    assert shown != begun_at
    assert page.list.chosen_seqs() == [shown]

    qtbot.keyClick(page.list.view, Qt.Key.Key_Delete)

    assert store.inquiries.rows((shown,)) == ()
    assert store.inquiries.count() == 3


def test_a_row_that_is_no_longer_chosen_is_not_looked_at(
    store: Store, talks: Talks, opened: Open, qtbot: QtBot
) -> None:
    page = opened()
    rows = [page.list.view.visualRect(page.list.table.index(row, 0)).center() for row in (0, 1)]
    port, left = page.list.view.viewport(), Qt.MouseButton.LeftButton
    qtbot.mouseClick(port, left, pos=rows[0])
    qtbot.mouseClick(port, left, CTRL, rows[1])
    qtbot.mouseClick(port, left, CTRL, rows[1])
    assert page.list.chosen_seqs() == [page.list.table.seqs[0]] == [page.list.current_seq()]

    (shown,) = page.list.chosen_seqs()
    page.details.delete_asked.emit()

    assert store.inquiries.rows((shown,)) == ()
    assert store.inquiries.count() == 3


def test_delete_in_the_search_field_deletes_letters_only(
    store: Store, talks: Talks, opened: Open, qtbot: QtBot
) -> None:
    page = opened()
    page.list.choose(talks.aase_first.seq)
    page.filters.search.setFocus()

    qtbot.keyClick(page.filters.search, Qt.Key.Key_Delete)

    assert store.inquiries.count() == 4


def test_chosen_rows_are_copied_for_a_spreadsheet(
    store: Store,
    talks: Talks,
    opened: Open,
    qtbot: QtBot,
    notices: RecordingNotices,
) -> None:
    store.people.change(replace(store.people.get(talks.aase.id), name="=1+1", phone="+4520304050"))
    page = opened()
    page.list.choose(talks.aase_first.seq)

    qtbot.keyClick(page.list.view, Qt.Key.Key_C, CTRL)

    heading, row = QGuiApplication.clipboard().text().splitlines()
    assert heading.split("\t")[:4] == ["Dato", "Klokkeslæt", "Slags", "Person"]
    assert row.split("\t")[:8] == [
        "16-11-2026",
        "08.15",
        "Unik",
        "'=1+1",
        "1990",
        "'+4520304050",
        "ARLA-DP",
        "Arla Danmark Protein",
    ]
    assert notices.told == ["1 række er kopieret"]

    page.list.view.selectAll()
    qtbot.keyClick(page.list.view, Qt.Key.Key_C, CTRL)

    text = QGuiApplication.clipboard().text()
    assert len(text.splitlines()) == 5
    assert "hemmeligt" not in text, "the note is private"


def test_no_cell_becomes_a_formula_or_breaks_the_row() -> None:
    assert [plain_cell(text) for text in ("=A1", "+1", "-1", "@x", "a\tb\nc", "\t=A1", "æ")] == [
        "'=A1",
        "'+1",
        "'-1",
        "'@x",
        "a b c",
        "'=A1",
        "æ",
    ]


def test_a_change_elsewhere_moves_neither_focus_nor_choice_nor_filter(
    store: Store, talks: Talks, opened: Open, qtbot: QtBot
) -> None:
    page = opened()
    qtbot.keyClicks(page.filters.search, "karen")
    page.list.choose(talks.karen_first.seq)

    newer = replace(talks.karen_again, id="", seq=0, time="15:00")
    store.inquiries.add(newer)

    assert page.list.current_seq() == talks.karen_first.seq
    assert page.list.chosen_seqs() == [talks.karen_first.seq]
    assert page.list.view.hasFocus()
    assert page.filters.search.text() == "karen"
    assert column(page, qtbot)[0] == "20-11-2026 15.00"


def test_a_promise_is_begun_from_the_details(
    store: Store, talks: Talks, opened: Open, visited: list[tuple[str, object]]
) -> None:
    page = opened()
    page.list.choose(talks.phone.seq)
    page.details.promise.setFocus()
    Typist().press("Space")

    ((name, target),) = visited
    assert name == "followups"
    assert isinstance(target, NewFollowUp)
    assert (target.wanted.inquiry_id, target.wanted.id) == (talks.phone.id, "")
    assert target.about.startswith("Telefon uden arbejdsplads · 09-11-2026 kl. 10.30")
