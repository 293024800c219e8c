"""A month is planned once: whoever reads of it, and whenever, reads the same of it."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.export.disclosure.check_release import check
from app.export.disclosure.ledger import Figure
from app.export.outside.detail import Detail
from app.export.outside.ground import ground_of
from app.export.outside.profiles import Profile
from app.export.outside.refusing import Planning
from app.export.outside.releasing import (
    Asked,
    Protected,
    protect_request,
    read_request,
    write_release,
)
from app.export.outside.scopes import PROJECT, Scope, place
from app.models.month_closing import close_month
from app.models.periods import parse_month
from app.models.releases import PLAN
from app.models.store import Store
from tests.export.outside.project import Year, month
from tests.records import add_contact
from tests.stores import new_store, ticking_clock

Report = tuple[int, Profile, Scope]
STEERING, PUBLIC = (Profile.STEERING, PROJECT), (Profile.PUBLIC, PROJECT)


def asked_for(store: Store, report: Report) -> Protected:
    number, profile, scope = report
    return protect_request(read_request(store, Asked(profile, month(number), scope)))


def released(store: Store, report: Report) -> Protected:
    protected = asked_for(store, report)
    write_release(store, protected)
    return protected


def shown_in_order(reports: Sequence[Report], months: int) -> dict[Report, dict[str, Figure]]:
    """Return the figures of reports that are released in this order, all months being closed."""
    with tempfile.TemporaryDirectory() as folder:
        store = new_store(Path(folder) / "installation", ticking_clock())
        store.settings.set("least_headcount", 0)
        year = Year(store, 4)
        for number in range(1, months + 1):
            year.live(number)
        found = {report: dict(released(store, report).release.figures) for report in reports}
        store.close()
    return found


def test_the_order_of_reports_changes_no_figure() -> None:
    reports = [(number, *who) for number in (1, 2, 3, 4) for who in (STEERING, PUBLIC)]
    one = shown_in_order(reports, 4)
    assert any(figure is None for figures in one.values() for figure in figures.values())
    assert shown_in_order(reports[::-1], 4) == one
    assert shown_in_order([*reports[1::2], *reports[::2]], 4) == one


def test_workplaces_that_report_every_month_may_do_so_in_any_order() -> None:
    first = [(1, Profile.STEERING, place(code)) for code in ("MELLEM", "STOR")]
    later = [
        (number, *who)
        for number in (2, 3)
        for who in ((Profile.STEERING, place("STOR")), STEERING, (Profile.PUBLIC, place("MELLEM")))
    ]
    assert shown_in_order([*first, *later], 3) == shown_in_order([*first, *later[::-1]], 3)


def test_the_public_reads_a_part_of_what_the_steering_group_reads(store: Store) -> None:
    Year(store, 4).live(1)
    public, steering = (asked_for(store, (1, *who)).release.figures for who in (PUBLIC, STEERING))
    assert public.items() < steering.items()


def test_a_plan_is_kept_with_the_first_report_and_not_before(store: Store) -> None:
    year = Year(store, 4)
    year.live(1)
    year.live(2)
    asked_for(store, (2, *PUBLIC))
    assert store.releases.all() == ()
    released(store, (2, *PUBLIC))
    assert [(each.profile, each.month) for each in store.releases.all()] == [
        (PLAN, "2025-01"),
        (PLAN, "2025-02"),
        ("public", "2025-02"),
    ]
    assert [head.profile for head in store.releases.heads()] == ["public"]
    released(store, (1, *STEERING))
    assert sum(each.profile == PLAN for each in store.releases.all()) == 2


def test_a_preview_after_another_one_plans_nothing_again(store: Store) -> None:
    year = Year(store, 4)
    for number in (1, 2, 3):
        year.live(number)
    seen: list[object] = []

    def watch(progress: object) -> bool:
        seen.append(progress)
        return True

    request = read_request(store, Asked(Profile.STEERING, month(3)))
    ground = protect_request(request, watch).ground
    assert any(isinstance(each, Planning) for each in seen)
    seen.clear()
    asked = Asked(Profile.PUBLIC, month(3))
    report = protect_request(read_request(store, asked, ground), watch)
    assert not any(isinstance(each, Planning) for each in seen)
    assert len(report.plans) == 3
    assert report.file == protect_request(read_request(store, asked)).file
    store.settings.set("protection_k", 6)
    assert read_request(store, asked, ground).begun.kept == ()


@pytest.mark.parametrize("detail", [Detail.SUMS, Detail.MAIN])
def test_a_smaller_report_takes_nothing_from_a_larger_one(store: Store, detail: Detail) -> None:
    Year(store, 4).live(1)
    whole = asked_for(store, (1, *STEERING)).release.figures
    asked = Asked(Profile.PUBLIC, month(1), detail=detail)
    write_release(store, protect_request(read_request(store, asked)))
    assert asked_for(store, (1, *STEERING)).release.figures == whole


def test_who_missed_a_month_gets_its_correction_with_the_next_report(store: Store) -> None:
    """The plan that brought it in was made for others."""
    year = Year(store, 1)  # one in which those who were forgotten are not alike
    for _ in range(40):
        year.contact(1)
    year.live(1)
    for who in (STEERING, PUBLIC):
        released(store, (1, *who))
    year.correct(1, contacts=40)
    year.live(2)
    keys = {table.key for table in released(store, (2, *STEERING)).release.tables}
    assert "restated.2025-01" in keys
    year.live(3)
    report = released(store, (3, *PUBLIC))
    (table,) = (each for each in report.release.tables if each.key == "restated.2025-01")
    assert table.columns == ("1", "2")
    assert {row.partition(".")[0] for row in table.rows} <= {
        *("activity", "kinds", "gender", "age", "channel", "groups"),
    }
    assert check(json.loads(report.file)).release == report.release.id
    keys = {table.key for table in released(store, (3, *STEERING)).release.tables}
    assert "restated.2025-01" not in keys


def test_the_proof_covers_the_years_before(store: Store) -> None:
    year = Year(store, 4)
    for number in (11, 12):
        year.live(number)
    released(store, (12, *STEERING))
    for turn in range(40):
        person = year.people[turn]
        add_contact(
            store, person, parse_month("2026-01").first, reasons=(("P01", "S01")[turn % 2],)
        )
    close_month(store, parse_month("2026-01"), anyway=True)
    request = read_request(store, Asked(Profile.STEERING, parse_month("2026-01")))
    protected = protect_request(request)
    write_release(store, protected)
    last = ground_of(store).kept[-1].certificate
    assert {cell.rsplit("|", 3)[1][:4] for cell in last.cells} >= {"2025"}
    assert check(json.loads(protected.whole_file)).release == protected.release.id
