"""The Qt model reads what is looked at, and little else."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.models.inquiry_list import InquiryRow
from app.models.types import Channel, ContactKind, Identity, RecordId, Role, SickLeave
from app.ui.pages.inquiries.inquiries_table import Column, InquiriesTable

MANY = 100_000


def row(seq: int) -> InquiryRow:
    return InquiryRow(
        seq=seq,
        id=RecordId(str(seq)),
        date=date(2026, 1, 1),
        time="",
        kind=ContactKind.ANONYMOUS,
        identity=Identity.ANONYMOUS,
        channel=Channel.WORKPLACE,
        role=Role.NOT_TOLD,
        sick_leave=SickLeave.NOT_TOLD,
        person_id=None,
        person="",
        code_word="",
        birth_year=None,
        phone="",
        workplace_code="",
        workplace="",
        counsellor="",
        reasons=(),
        advice=(),
        minutes=None,
    )


class Source:
    """Answers when the test lets it, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self.waiting: list[Callable[[], None]] = []
        self.gone: set[int] = set()

    def load(
        self,
        seqs: Sequence[int],
        done: Callable[[tuple[InquiryRow, ...]], None],
        failed: Callable[[], None],
    ) -> None:
        self.asked.append(list(seqs))
        rows = tuple(row(seq) for seq in seqs if seq not in self.gone)
        self.waiting.append(lambda: done(rows))

    def answer(self) -> None:
        self.waiting.pop(0)()


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def table(source: Source, qtbot: QtBot) -> InquiriesTable:
    return InquiriesTable(
        source.load, [""] * len(Column), lambda each, _column: f"nr. {each.seq}", lambda *_: ()
    )


def look(table: InquiriesTable, place: int) -> str | None:
    return table.index(place, 0).data()  # type: ignore[no-any-return]


def test_only_the_rows_around_those_looked_at_are_read(
    table: InquiriesTable, source: Source, qtbot: QtBot
) -> None:
    table.set_seqs(tuple(range(MANY, 0, -1)))
    assert table.rowCount() == MANY
    assert source.asked == [], "nothing is read before it is looked at"

    assert look(table, 0) is None
    assert look(table, 10) is None
    qtbot.waitUntil(lambda: len(source.asked) == 1)
    with qtbot.waitSignal(table.dataChanged):
        source.answer()

    assert look(table, 10) == f"nr. {MANY - 10}"
    assert len(source.asked[0]) < 100


def test_what_flies_past_while_scrolling_is_not_read(
    table: InquiriesTable, source: Source, qtbot: QtBot
) -> None:
    table.set_seqs(tuple(range(1, MANY + 1)))
    look(table, 0)
    qtbot.waitUntil(lambda: len(source.asked) == 1)
    for place in range(0, MANY, 50):  # the list is dragged to its end meanwhile
        look(table, place)
    source.answer()
    qtbot.waitUntil(lambda: len(source.asked) == 2)

    assert MANY in source.asked[1] or max(source.asked[1]) > MANY - 200
    assert sum(map(len, source.asked)) < 500


def test_old_rows_stand_until_the_new_ones_have_come(
    table: InquiriesTable, source: Source, qtbot: QtBot
) -> None:
    table.set_seqs((1, 2, 3))
    look(table, 0)
    qtbot.waitUntil(lambda: bool(source.waiting))
    source.answer()

    with qtbot.assertNotEmitted(table.modelReset), qtbot.waitSignal(table.dataChanged):
        table.set_seqs((1, 2, 3))

    assert look(table, 0) == "nr. 1"
    qtbot.waitUntil(lambda: bool(source.waiting))


def test_a_row_deleted_meanwhile_is_blank_and_asked_for_once(
    table: InquiriesTable, source: Source, qtbot: QtBot
) -> None:
    source.gone = {2}
    table.set_seqs((1, 2, 3))
    look(table, 1)
    qtbot.waitUntil(lambda: bool(source.waiting))
    source.answer()

    assert [look(table, place) for place in range(3)] == ["nr. 1", None, "nr. 3"]
    assert len(source.asked) == 1


def test_it_keeps_the_rules_of_qt(table: InquiriesTable, qtmodeltester: ModelTester) -> None:
    table.set_seqs(tuple(range(1, 50)))
    qtmodeltester.check(table)
