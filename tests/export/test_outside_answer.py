"""Every figure of a report for others can be asked for: what it counts, and why it is withheld."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.export.disclosure import State
from app.export.outside.profiles import Family, Profile
from app.export.outside.releasing import Asked, Protected, protect_request, read_request
from app.export.outside.scopes import PROJECT, Scope, place
from app.export.outside_answer import explain_outside, outside_figure
from app.models.store import Store
from tests.export.outside.project import Year, month
from tests.stores import new_store, ticking_clock


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three closed months with few people, and a workplace below the least headcount."""
    opened = new_store(tmp_path, ticking_clock())
    opened.settings.set("least_headcount", 20)
    year = Year(opened, 9)
    for number in (1, 2, 3):
        year.live(number)
    yield opened
    opened.close()


def report(store: Store, scope: Scope = PROJECT, profile: Profile = Profile.STEERING) -> Protected:
    return protect_request(read_request(store, Asked(profile, month(3), scope)))


def lacks_months(protected: Protected, table: str, row: str, column: str) -> bool:
    """Tell by its name whether a figure leaves a month of its period out."""
    found = next(each for each in protected.release.tables if each.key == table)
    name = found.cells[found.rows.index(row)][found.columns.index(column)]
    return "@-" in str(name)


def places(protected: Protected) -> Iterator[tuple[str, str, str]]:
    for table in protected.release.tables:
        for row, cells in zip(table.rows, table.cells, strict=True):
            for column, cell in zip(table.columns, cells, strict=True):
                if cell is not None:
                    yield table.key, row, column


@pytest.mark.parametrize("scope", [PROJECT, place("STOR")])
def test_the_rows_behind_every_figure_make_what_was_closed(store: Store, scope: Scope) -> None:
    protected = report(store, scope)
    told, lacking = set(), set()
    for at in places(protected):
        figure = outside_figure(protected, *at)
        assert figure is not None, at
        answer = explain_outside(store, protected, figure)
        assert answer.value == figure.cell.value, at
        assert answer.definition.da
        assert answer.universe.en
        lacks = lacks_months(protected, *at)
        assert answer.tells_rows == (at[1] != "others" and not lacks), at
        assert ("Perioden er" in answer.universe.da) == lacks, at
        if not answer.tells_rows:
            assert not answer.behind.rows
            assert "ingen rækker at vise" in answer.how.da or "vises de ikke" in answer.how.da
            lacking.update({at[0]} if lacks else ())
            continue
        assert answer.note is not None
        assert answer.note.da.endswith("er ikke med i nogen fil.")
        told.add(at[0])
    assert {"activity", "activity_to_date"} <= told
    of_people = {Family.KINDS, Family.GROUPS, Family.QUARTER}
    assert of_people <= told or scope != PROJECT, "of a workplace of few, no people are told of"
    assert (Family.QUARTER in told) == (scope == PROJECT)
    assert not lacking or scope != PROJECT, "only a workplace has a year to date that lacks months"


def test_a_withheld_figure_says_why_and_a_shown_one_does_not(store: Store) -> None:
    protected = report(store)
    reasons = {"færre end 5 personer": 0, "færre end 20 ansatte": 0, "beskytte et andet tal": 0}
    for at in places(protected):
        figure = outside_figure(protected, *at)
        if figure is None or isinstance(figure.figure, State):
            continue
        answer = explain_outside(store, protected, figure)
        hidden = figure.figure is None
        if not hidden and not answer.tells_rows:
            assert answer.note is None
            continue
        assert answer.note is not None
        assert answer.note.da.startswith("Skjult") == hidden, at
        assert answer.note.en.startswith("Withheld") == hidden, at
        for words in reasons:
            reasons[words] += words in answer.note.da
        if "færre end 5 personer" in answer.note.da:
            assert figure.cell.persons is not None
            assert 0 < figure.cell.persons < 5
    assert all(reasons.values()), reasons


def test_where_no_figure_stands_nothing_is_asked(store: Store) -> None:
    protected = report(store)
    assert outside_figure(protected, "activity", "outside", "held") is None
    assert outside_figure(protected, "activity", "STOR", "unknown") is None
    assert outside_figure(protected, "unknown", "STOR", "held") is None
