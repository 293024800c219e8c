"""The rows behind a figure make exactly that figure, whatever the project looks like."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.figure_keys import figures_of, named_key, sums_of_tables
from app.models.figure_rows import SUMS, Measure
from app.models.figures import rows_behind
from app.models.over_time import twelve_months
from app.models.periods import Period
from app.models.store import Store
from app.models.tallies import tally
from tests.models.plain_project import PlainProject
from tests.models.random_projects import (
    DAYS,
    TODAY,
    WORKPLACES,
    Writer,
    corrections,
    projects,
    taken_back,
)
from tests.stores import new_store, standing_clock


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    noon = datetime.fromisoformat(f"{TODAY}T12:00:00+00:00")
    opened = new_store(tmp_path_factory.mktemp("random"), standing_clock(noon))
    yield opened
    opened.close()


@settings(max_examples=40)
@given(
    project=projects(),
    changes=corrections,
    ends=st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)),
    chosen=st.lists(st.sampled_from(list(WORKPLACES)), unique=True, max_size=2),
)
def test_the_rows_make_the_figure(
    store: Store,
    project: PlainProject,
    changes: list[tuple[int, tuple[str, str] | None]],
    ends: tuple[str, str],
    chosen: list[str],
) -> None:
    period = Period(date.fromisoformat(min(ends)), date.fromisoformat(max(ends)))
    with taken_back(store):
        writer = Writer(store, project)
        for number, change in changes:
            writer.correct(number, change)
        counted = tally(store, period, chosen)
        months = dict(twelve_months(store, period.last, chosen))
        figures = {**figures_of(counted), **sums_of_tables(counted, months)}
        assert len(figures) > 250
        for key, figure in figures.items():
            behind = rows_behind(store, key, period, chosen)
            assert behind.value == figure, str(key)
            if behind.measure is Measure.RECORDS:
                assert len(behind.rows) == figure, str(key)
                assert len({row.id for row in behind.rows}) == figure, f"{key} counts a row twice"
            elif behind.measure in SUMS:
                assert sum(row.amount for row in behind.rows) == figure, str(key)
            assert {row.kind for row in behind.rows} <= {behind.kind}
            assert list(behind.rows) == sorted(behind.rows, key=lambda row: row.date), str(key)
            assert named_key(str(key).upper(), figures) == key
