"""A visit without anybody, a true zero, a withheld figure and what nobody wrote down stay apart."""

from app.export.evaluator.visits import visit_lines
from app.models.evaluator_rows import PresenceRow
from app.models.types import Sector
from tests.export.evaluator.made_up import data_of, presence

JANUARY, MARCH = ("2026-01-01", "2026-01-31"), ("2026-03-01", "2026-03-31")


def line_of(
    days: tuple[str, str], sector: str, rows: list[PresenceRow], **more: object
) -> list[str]:
    found = [line for line in visit_lines(data_of([], rows, **more)) if line[:3] == (*days, sector)]
    assert len(found) == 1
    return list(found[0][3:])


def test_four_things_that_look_like_nothing_are_told_apart() -> None:
    rows = [
        presence(1, 90, Sector.PRIVATE, held=2, zero=2, minutes=125),
        presence(1, 90, Sector.MUNICIPAL),
        presence(1, 8, Sector.STATE, held=3, zero=1, minutes=180),
        presence(3, 90, Sector.PRIVATE),
    ]
    middle, small = "from_50_to_249", "under_50"
    assert line_of(JANUARY, "private", rows) == [middle, "counted", "2", "2", "2.08"]
    assert line_of(JANUARY, "municipal", rows) == [middle, "counted", "0", "0", "0.00"]
    assert line_of(JANUARY, "state", rows) == [small, "suppressed", "", "", ""]
    assert line_of(MARCH, "private", rows) == [middle, "not_recorded", "", "", ""]
    assert line_of(MARCH, "municipal", rows) == [middle, "no_workplace", "", "", ""]


def test_small_workplaces_of_one_kind_count_together_towards_the_least_headcount() -> None:
    two = [presence(1, 12, Sector.STATE, held=1, minutes=60) for _ in range(2)]
    assert line_of(JANUARY, "state", two)[1:3] == ["counted", "2"]
    assert line_of(JANUARY, "state", two, least_headcount=25)[1] == "suppressed"


def test_a_headcount_that_nobody_entered_may_be_a_small_one() -> None:
    unknown = [presence(1, None, Sector.STATE, held=1, minutes=60)]
    assert line_of(JANUARY, "state", unknown) == ["not_known", "suppressed", "", "", ""]
    assert line_of(JANUARY, "state", unknown, least_headcount=0)[1] == "counted"


def test_every_month_has_a_line_for_every_kind_of_workplace() -> None:
    rows = [presence(1, 90, Sector.PRIVATE, held=1), presence(2, 300, Sector.STATE, held=1)]
    lines = list(visit_lines(data_of([], rows)))
    assert len(lines) == 6 * 2
    assert [line[0] for line in lines] == sorted(line[0] for line in lines)
