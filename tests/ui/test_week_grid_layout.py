"""Items with times beside each other: no two in the same place, and no lane too many."""

from datetime import date, timedelta
from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.ui.widgets.week_grid_layout import Lane, Part, lay_out, split
from app.ui.widgets.week_grid_types import DAY, GridItem

MONDAY = date(2026, 11, 16)


def visit(key: str, start: int, end: int, day: date = MONDAY) -> GridItem:
    return GridItem(key, day, start, end, f"Sted {key}", "", "")


def column(*items: GridItem) -> list[Part]:
    return list(split({MONDAY: 0}, items))


times = st.tuples(st.integers(0, DAY - 1), st.integers(0, 300)).map(lambda t: (t[0], t[0] + t[1]))
days = st.lists(times, max_size=30).map(
    lambda spans: [visit(str(n), start, end) for n, (start, end) in enumerate(spans)]
)


@given(days, st.integers(1, 60))
def test_no_two_blocks_of_a_lane_overlap_and_every_visit_is_there(
    visits: list[GridItem], shortest: int
) -> None:
    for most in (None, 4):
        blocks = lay_out(column(*visits), shortest, most)
        for one, other in combinations(blocks, 2):
            if overlap(one, other):
                assert one.lane != other.lane
                assert one.lanes == other.lanes, "as wide as each other"
        shown = sorted(part.item.key for block in blocks for part in block.parts)
        assert shown == sorted(each.key for each in visits)
        assert all(0 <= block.start < block.end <= DAY for block in blocks)
        assert all(block.end - block.start >= shortest for block in blocks)


@given(days, st.integers(1, 60))
def test_there_are_as_many_lanes_as_visits_at_the_same_time(
    visits: list[GridItem], shortest: int
) -> None:
    blocks = lay_out(column(*visits), shortest, None)
    for block in blocks:
        cluster = [other for other in blocks if linked(block, other, blocks)]
        busiest = max(
            sum(other.start <= minute < other.end for other in cluster)
            for minute in {each.start for each in cluster}
        )
        assert block.lanes == busiest


@given(days, st.randoms())
def test_the_order_in_which_visits_come_changes_nothing(
    visits: list[GridItem], random: Random
) -> None:
    shuffled = list(visits)
    random.shuffle(shuffled)
    assert lay_out(column(*shuffled), 25, 4) == lay_out(column(*visits), 25, 4)


@given(days)
def test_no_more_than_four_stand_beside_each_other(visits: list[GridItem]) -> None:
    blocks = lay_out(column(*visits), 25, 4)
    assert all(block.lanes <= 4 and block.lane < block.lanes for block in blocks)
    assert all(block.lane == 3 for block in blocks if len(block.parts) > 1)


def test_what_has_no_lane_of_its_own_is_gathered_in_the_last() -> None:
    visits = [visit(str(n), 540, 600) for n in range(7)] + [visit("late", 660, 720)]
    blocks = lay_out(column(*visits), 25, 4)
    assert [len(block.parts) for block in blocks] == [1, 1, 1, 4, 1]
    assert (blocks[-1].lane, blocks[-1].lanes) == (0, 1), "the crowd is over"


def test_a_night_shift_goes_on_in_the_column_of_the_next_day() -> None:
    night = visit("nat", 22 * 60, 30 * 60)
    parts = list(split({MONDAY: 0, MONDAY + timedelta(days=1): 1}, [night]))
    assert [(part.column, part.start, part.end) for part in parts] == [
        (0, 1320, 1440),
        (1, 0, 360),
    ]
    assert [part.before for part in parts] == [0, 120]
    (rest,) = split({MONDAY + timedelta(days=1): 0}, [night])
    assert (rest.number, rest.before) == (0, 120), "its first day is not shown"
    assert [part.end for part in column(visit("to midnight", 1380, 1440))] == [1440]


def test_a_short_visit_before_midnight_still_has_room() -> None:
    (block,) = lay_out(column(visit("sen", 1435, 1440)), 25, 4)
    assert (block.start, block.end) == (1415, 1440)


def overlap(one: Lane, other: Lane) -> bool:
    return one.start < other.end and other.start < one.end


def linked(one: Lane, other: Lane, blocks: list[Lane]) -> bool:
    """Tell whether a chain of overlapping blocks leads from one to the other."""
    reached, before = [one], 0
    while len(reached) > before:
        before = len(reached)
        reached += [
            each
            for each in blocks
            if each not in reached and any(overlap(each, there) for there in reached)
        ]
    return other in reached
