"""A lead's report says from which laptops its figures are, and what is missing of them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.models.month_closing import close_month
from app.models.periods import Period
from app.models.team.coverage import Coverage, Missing, coverage, coverage_words
from app.models.team.project import revoke
from tests.sharing import OCTOBER, SEPTEMBER, Project, a_project, card_of
from tests.stores import standing_clock

AUTUMN = Period(SEPTEMBER.first, date(2026, 11, 30))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with a_project(tmp_path / "project") as made:
        yield made


def words(covered: Coverage | None) -> str:
    assert covered is not None
    return coverage_words(covered).da


def test_a_counsellors_figures_are_their_own(project: Project) -> None:
    assert coverage(project.ann, OCTOBER) is None


def test_what_is_missing_is_named_with_its_months(project: Project, tmp_path: Path) -> None:
    project.post(project.ann, SEPTEMBER, OCTOBER)
    project.take(*project.carry(project.ann, tmp_path / "ann"))
    assert words(coverage(project.lead, AUTUMN)) == (
        "Tallene er fra én vejleders computer: AB. Her MANGLER: CD september 2026, oktober 2026."
        " Ikke slut endnu: november 2026."
    )
    project.post(project.bo, SEPTEMBER)
    project.take(*project.carry(project.bo, tmp_path / "bo"))
    found = coverage(project.lead, AUTUMN)
    assert found is not None
    assert found.laptops == ("AB", "CD")
    assert found.missing == (Missing(laptop="CD", months=("2026-10",)),)
    assert words(coverage(project.lead, SEPTEMBER)) == (
        "Tallene er samlet fra 2 vejlederes computere: AB, CD. Ingen måned mangler."
    )
    revoke(project.lead, card_of(project.bo).device)
    assert words(coverage(project.lead, OCTOBER)).endswith("AB. Ingen måned mangler.")


def test_a_period_without_letters_says_so(project: Project) -> None:
    said = words(coverage(project.lead, OCTOBER))
    assert said.startswith(
        "Ingen vejleder har sendt tal for perioden. Her MANGLER: AB oktober 2026"
    )


def test_closed_figures_cover_what_was_here_then(project: Project, tmp_path: Path) -> None:
    project.post(project.ann, OCTOBER)
    project.take(*project.carry(project.ann, tmp_path / "ann"))
    close = close_month(project.lead, OCTOBER, anyway=True)
    project.lead.clock = standing_clock(datetime(2026, 11, 25, tzinfo=UTC))
    project.post(project.bo, OCTOBER)
    project.take(*project.carry(project.bo, tmp_path / "bo"))
    assert words(coverage(project.lead, OCTOBER, until=close.created_at)) == (
        "Tallene er fra én vejleders computer: AB. Her MANGLER: CD oktober 2026."
    )
    assert words(coverage(project.lead, OCTOBER)).endswith("AB, CD. Ingen måned mangler.")
