"""A lead's report says from which laptops its figures are, and what is missing of them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.models.month_checks import Check, check_month
from app.models.month_closing import NotReady, close_month
from app.models.periods import Period
from app.models.team.coverage import Coverage, Gap, Missing, coverage, coverage_words
from app.models.team.lead_status import Arrived, lead_status
from app.models.team.merging import merge
from app.models.team.project import revoke
from app.models.team.senders import expected_senders
from app.models.team.summarising import taxonomy_mark
from app.models.team.summary import Summary
from tests.models.team.test_equality import arrival
from tests.sharing import OCTOBER, SEPTEMBER, Project, a_project, card_of
from tests.stores import standing_clock
from tests.team import Team, a_team

AUGUST = Period.month(date(2026, 8, 1))
AUTUMN = Period(SEPTEMBER.first, date(2026, 11, 30))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with a_project(tmp_path / "project") as made:
        yield made


@pytest.fixture
def late_team(tmp_path: Path) -> Iterator[Team]:
    """AB and CD were taken in on 21 November, with months from before."""
    with a_team(tmp_path, "AB", "CD") as made:
        yield made


def report(team: Team, initials: str, month: str, seq: int, follows: int) -> None:
    """Let a month of a laptop arrive at the lead in which nothing happened."""
    (sender,) = (one for one in expected_senders(team.lead) if one.initials == initials)
    told = Summary(month=month, revision=1, taxonomy=taxonomy_mark(team.lead))
    letter = arrival(told, sender, seq)
    merge(team.lead, replace(letter, follows=follows))


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


def test_a_month_between_two_that_were_sent_is_missing_although_the_card_came_later(
    late_team: Team,
) -> None:
    report(late_team, "AB", "2026-08", 1, 0)
    report(late_team, "AB", "2026-10", 2, 1)
    summer = Period(date(2026, 7, 1), OCTOBER.last)
    assert words(coverage(late_team.lead, summer)) == (
        "Tallene er fra én vejleders computer: AB. Her MANGLER: AB september 2026."
        " Fra før computerens første måned her, så ingen ved, om der er tal:"
        " AB juli 2026; CD 4 måneder fra juli 2026 til oktober 2026."
    )
    assert [one.ref for one in check_month(late_team.lead, SEPTEMBER).of(Check.NOT_REPORTED)] == [
        late_team.keys("AB").id
    ]
    september = lead_status(late_team.lead, [AUGUST, SEPTEMBER], expected_senders(late_team.lead))
    states = {row.initials: [cell.state for cell in row.months] for row in september.laptops}
    assert states["AB"] == [Arrived.SENT, Arrived.LATE], "what came with the card is not late"
    assert states["CD"] == [Arrived.NOT_EXPECTED] * 2


def test_no_month_is_said_to_be_there_of_which_nobody_can_know(late_team: Team) -> None:
    report(late_team, "AB", "2026-08", 1, 0)
    said = words(coverage(late_team.lead, AUGUST))
    assert "Ingen måned mangler." not in said
    assert said == (
        "Tallene er fra én vejleders computer: AB. Ingen måned, der ventes, mangler."
        " Fra før computerens første måned her, så ingen ved, om der er tal: CD august 2026."
    )


def test_nothing_is_said_to_be_complete_beside_a_letter_that_did_not_arrive(
    late_team: Team,
) -> None:
    report(late_team, "AB", "2026-10", 4, 3)
    said = words(coverage(late_team.lead, OCTOBER))
    assert said == (
        "Tallene er fra én vejleders computer: AB."
        " Breve, der ikke er nået frem: AB mindst 1. Tallene KAN VÆRE FOR SMÅ."
        " Fra før computerens første måned her, så ingen ved, om der er tal: CD oktober 2026."
    )


def test_how_many_letters_lack_is_the_least_as_numbers_are_given_to_other_letters_too(
    late_team: Team,
) -> None:
    report(late_team, "AB", "2026-10", 9, 8)
    found = coverage(late_team.lead, OCTOBER)
    assert found is not None
    assert found.gaps == (Gap(laptop="AB", letters=(8,)),), "1 to 7 may have brought the team key"
    assert "AB mindst 1" in words(found)


def test_a_letter_that_did_not_arrive_is_told_beside_figures_and_before_a_close(
    late_team: Team,
) -> None:
    for initials in ("AB", "CD"):
        report(late_team, initials, "2026-10", 1, 0)
    assert check_month(late_team.lead, OCTOBER).is_clear
    report(late_team, "AB", "2026-09", 9, 8)
    found = coverage(late_team.lead, OCTOBER)
    assert found is not None
    assert (found.missing, found.is_lacking) == ((), True)
    assert words(found) == (
        "Tallene er samlet fra 2 vejlederes computere: AB, CD."
        " Breve, der ikke er nået frem: AB mindst 1. Tallene KAN VÆRE FOR SMÅ."
    )
    (finding,) = check_month(late_team.lead, OCTOBER).of(Check.LETTER_LOST)
    assert finding.text.da == "AB: brev 8"
    with pytest.raises(NotReady):
        close_month(late_team.lead, OCTOBER)
    after = Period.month(date(2026, 12, 1))
    unconcerned = coverage(late_team.lead, after)
    assert unconcerned is not None
    assert unconcerned.gaps == (), "no letter tells of a month after the one in which it was sent"
    report(late_team, "AB", "2026-08", 8, 1)
    assert words(coverage(late_team.lead, OCTOBER)).endswith("AB, CD. Ingen måned mangler.")
    assert check_month(late_team.lead, OCTOBER).is_clear
