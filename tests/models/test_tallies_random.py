"""Tallies equal an independent count, whatever the project looks like."""

import json
from collections.abc import Iterator
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.export.tally_json import to_json
from app.models.over_time import last_weeks, twelve_months
from app.models.periods import Period
from app.models.store import Store
from app.models.tallies import tally
from app.models.types import TermKind
from tests.models.independent_count import count
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


@settings(max_examples=120)
@given(
    project=projects(),
    changes=corrections,
    ends=st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)),
    chosen=st.lists(st.sampled_from(list(WORKPLACES)), unique=True, max_size=2),
)
def test_a_tally_equals_an_independent_count(
    store: Store,
    project: PlainProject,
    changes: list[tuple[int, tuple[str, str] | None]],
    ends: tuple[str, str],
    chosen: list[str],
) -> None:
    first, last = min(ends), max(ends)
    with taken_back(store):
        writer = Writer(store, project)
        for number, change in changes:
            writer.correct(number, change)
        period = Period(date.fromisoformat(first), date.fromisoformat(last))
        counted = json.loads(to_json(tally(store, period, chosen)))
        terms = {
            "reasons": [t.code for t in store.taxonomy.terms(TermKind.REASON, period.last)],
            "advice": [t.code for t in store.taxonomy.terms(TermKind.ADVICE, period.last)],
        }
        expected = count(project, first, last, chosen, terms)
        assert {name: counted[name] for name in expected} == expected
        assert set(counted) - set(expected) == {"format", "period", "workplaces", "universe"}


@settings(max_examples=40)
@given(project=projects(), day=st.sampled_from(DAYS), chosen=st.sampled_from([[], ["BETA"]]))
def test_lines_over_months_and_weeks_hold_every_contact_once(
    store: Store, project: PlainProject, day: str, chosen: list[str]
) -> None:
    today = date.fromisoformat(day)
    with taken_back(store):
        Writer(store, project)
        counted = [c for c in project.contacts if not chosen or c.workplace in chosen]
        months = twelve_months(store, today, chosen)
        assert len(months) == 12
        assert months[-1].month == day[:7]
        for month, contacts in months:
            assert contacts == len([c for c in counted if c.date[:7] == month])
        weeks = last_weeks(store, today, 8)
        assert len(weeks) == 8
        assert (weeks[-1].year, weeks[-1].week) == today.isocalendar()[:2]
        for year, week, contacts in weeks:
            days = [date.fromisoformat(c.date) for c in project.contacts]
            assert contacts == len([d for d in days if d.isocalendar()[:2] == (year, week)])
