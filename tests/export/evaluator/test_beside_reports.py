"""What a report withholds cannot be worked out from the pack, whoever counts its rows."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest
from msgspec.structs import replace
from pycanon import anonymity

from app.errors import UserError
from app.export.disclosure import Rule
from app.export.disclosure.model import MARKED, Bounds
from app.export.evaluator.beside import Figure, Reports, given_away
from app.export.evaluator.files import Pack, real_pack, release_of, write_pack
from app.export.evaluator.ladder import Cancelled
from app.export.evaluator.limits import NO_LIMITS, Limits
from app.export.evaluator.quasi import FINEST, published
from app.export.evaluator.release import Release, make_release
from app.export.evaluator.said import Said
from app.export.outside.profiles import Profile
from app.export.outside.releasing import Asked, protect_request, read_request, write_release
from app.models.evaluator_rows import EvaluatorData, months_of, read_evaluator_data
from app.models.month_closing import close_month
from app.models.periods import Period
from app.models.store import Store
from app.models.types import (
    ContactKind,
    Gender,
    Role,
    Sector,
    SickLeave,
    Visit,
    VisitStatus,
    Workplace,
)
from tests.export.evaluator.made_up import QUASI, counted_ids, lines
from tests.export.outside.project import Year, month
from tests.records import add_contact, add_person, add_workplace
from tests.stores import NOW, copied, new_store, ticking_clock

HALF = Period(date(2025, 1, 1), date(2025, 6, 30))
_GENDERS = (Gender.WOMAN, Gender.WOMAN, Gender.MAN)
_ROLES = (Role.EMPLOYEE, Role.EMPLOYEE, Role.MANAGER)
_SICK_LEAVES = (
    *([SickLeave.NONE] * 5),
    *([SickLeave.AT_RISK] * 4),
    *(SickLeave.PARTIAL, SickLeave.FULL),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path / "installation", ticking_clock())
    yield opened
    opened.close()


def release(store: Store, number: int) -> None:
    asked = Asked(Profile.STEERING, month(number))
    assert write_release(store, protect_request(read_request(store, asked)))


def hold(store: Store, place: Workplace, day: date) -> None:
    """Record a visit of an hour to which nobody came."""
    store.visits.add(
        Visit(
            workplace_id=place.id,
            counsellor_id=store.settings.counsellor_id,
            date=day,
            status=VisitStatus.HELD,
            started_at=f"{day}T08:00:00.000Z",
            ended_at=f"{day}T09:00:00.000Z",
        )
    )


def half_a_year(store: Store) -> Year:
    year = Year(store, 7)
    for number in range(1, 7):
        year.live(number)
        release(store, number)
    return year


def busy_half_year(store: Store) -> EvaluatorData:
    """Months of 24 new persons and 20 who return; but only four are new in March, and in May."""
    year = Year(store, 1)
    draw = year.draw
    strangers = [
        add_person(
            store,
            f"Ny {number}",
            gender=draw.choice(_GENDERS),
            birth_year=draw.randint(1955, 2000),
        )
        for number in range(110)
    ]
    known = []
    for number in range(1, 7):
        new = [strangers.pop() for _ in range(4 if number in (3, 5) else 24)]
        for person in (*new, *draw.sample(known, min(len(known), 20))):
            place = draw.choice([*year.places[:2], None])
            add_contact(
                store,
                person,
                date(2025, number, draw.randint(1, 28)),
                workplace_id=place.id if place else None,
                reasons=tuple(draw.sample(("P01", "P02", "S01", "F05", "O03"), draw.randint(1, 2))),
                advice=tuple(draw.sample(("A01", "A02"), draw.randint(0, 1))),
                role=draw.choice(_ROLES),
                sick_leave=draw.choice(_SICK_LEAVES),
            )
        known += new
        close_month(store, month(number), anyway=True)
        release(store, number)
    return read_evaluator_data(store, HALF)


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> EvaluatorData:
    opened = new_store(tmp_path_factory.mktemp("busy") / "installation", ticking_clock())
    try:
        return busy_half_year(opened)
    finally:
        opened.close()


@pytest.fixture(scope="module")
def half(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Year, EvaluatorData]:
    """Half a year with its reports, made once: its store is closed, to be copied only."""
    folder = tmp_path_factory.mktemp("half") / "installation"
    opened = new_store(folder, ticking_clock())
    try:
        year = half_a_year(opened)
        return folder / "data", year, read_evaluator_data(opened, HALF)
    finally:
        opened.close()


@pytest.fixture(scope="module")
def data(half: tuple[Path, Year, EvaluatorData]) -> EvaluatorData:
    return half[2]


@pytest.fixture
def going_on(half: tuple[Path, Year, EvaluatorData], tmp_path: Path) -> Iterator[Year]:
    """The half year in a copy of its store, a day later."""
    opened = copied(half[0], tmp_path / "copy", ticking_clock(NOW + timedelta(days=1)))
    yield half[1].continued(opened)
    opened.close()


@pytest.fixture(scope="module")
def found(data: EvaluatorData) -> Release:
    return release_of(data)


def made(data: EvaluatorData, release: Release) -> Pack:
    return real_pack(data, release, counted_ids())


def test_rows_as_fine_as_they_can_be_would_give_withheld_figures_away(
    busy: EvaluatorData,
) -> None:
    naive = make_release(busy.contacts, busy.period, busy.k)
    reports = Reports(busy.releases, Rule(busy.k, busy.least_headcount))
    leaks = list(given_away(reports, Said(naive, busy.contacts)))
    assert {leak.column for leak in leaks} >= {"sick_leave", "reason_group"}

    found = release_of(busy)
    assert found.checked == 6
    assert len(found.rows) > 100
    assert not list(given_away(reports, Said(found, busy.contacts)))


def test_months_that_were_only_told_of_together_are_held_against_the_rows(
    busy: EvaluatorData,
) -> None:
    """In March and in May few people came for the first time, so reports pool these months."""
    reports = Reports(busy.releases, Rule(busy.k, busy.least_headcount))
    march, may = (frozenset({date(2025, number, 1)}) for number in (3, 5))
    pooled = Figure("persons.gender", "man", march | may)
    alone = [reports.single[pooled._replace(months=each)] for each in (march, may)]
    assert not reports.truth.keys() & set(alone), "no report tells of one of them alone"
    counted = [
        sum(
            row.kind is ContactKind.FIRST
            and row.gender is Gender.MAN
            and row.date.replace(day=1) in each
            for row in busy.contacts
        )
        for each in (march, may)
    ]
    assert sum(counted) == reports.truth[reports.figures[pooled]].value

    naive = make_release(busy.contacts, busy.period, busy.k)
    of = {row.seq: row for row in busy.contacts}
    rows = (r._replace(quasi=published(of[r.seq], FINEST, busy.period)) for r in naive.rows)
    registered = Said(naive._replace(rows=tuple(rows)), busy.contacts)
    assert registered.of(*pooled) == Bounds(sum(counted), sum(counted) + naive.left_out)
    leaks = {leak.column for leak in given_away(reports, registered)}
    assert leaks >= {"gender", "age", "workplace"}

    known = {cell: Bounds(count, count) for cell, count in zip(alone, counted, strict=True)}
    assert reports.figures[pooled] in set(reports.given_away(known, reports.sums))
    assert not set(reports.given_away({}, reports.sums)), "the sums alone tell nothing new"


def test_who_counts_the_files_does_not_find_what_the_reports_withhold(
    data: EvaluatorData, found: Release
) -> None:
    """Counted here from the CSV file of mentions alone, without the attack."""
    reports = Reports(data.releases, Rule(data.k, data.least_headcount))
    withheld = {
        code: reports.truth[cell].value
        for (measure, code, months), cell in reports.figures.items()
        if measure == "reasons.all.by_group"
        and months == frozenset(months_of(HALF))
        and reports.view.known[cell] == MARKED
    }
    assert withheld.keys() == {"O", "S"}

    def counted(pack: Pack, code: str) -> int:
        return sum(line["reason_group"] == code for line in lines(pack, "contact_reasons"))

    by_year = make_release(data.contacts, data.period, data.k, limits=Limits(2))
    naive = made(data, by_year)
    assert naive.release.left_out == 0
    assert {code: counted(naive, code) for code in withheld} == withheld, "it would tell them"
    pack = made(data, found)
    shown = {row.seq for row in pack.release.rows}
    assert len({row.person for row in data.contacts if row.seq not in shown}) >= data.k
    for code, value in withheld.items():
        assert counted(pack, code) < value


def test_the_tallies_of_the_pack_are_what_its_rows_add_up_to(
    data: EvaluatorData, found: Release
) -> None:
    pack = made(data, found)
    rows, reasons, advice = (
        lines(pack, n) for n in ("contacts", "contact_reasons", "contact_advice")
    )
    for line in lines(pack, "tallies"):
        table, code, count = line["table"], line["code"], int(line["count"] or 0)
        if table == "all":
            expected = {"released": len(rows), "left_out": len(data.contacts) - len(rows)}[code]
        elif table == "reason_group":
            expected = sum(code in row["reason_groups"].split("|") for row in rows)
        else:
            source = {"reason": reasons, "advice": advice}.get(table, rows)
            expected = sum(row[table] == code for row in source)
        assert count == expected, (table, code)


def test_a_period_too_short_for_its_groups_is_refused_and_says_so(store: Store) -> None:
    """In January three groups of four persons each are withheld; three months cover more."""
    place = add_workplace(store, "STOR", sector=Sector.PRIVATE, headcount=300)
    persons_by_reason = (
        {"P01": 28, "S01": 4, "F05": 4, "R02": 4},
        {"P01": 20, "S01": 10},
        {"P01": 20, "S01": 10},
    )
    for number, of_month in enumerate(persons_by_reason, 1):
        for reason, persons in of_month.items():
            for turn in range(persons):
                person = add_person(store, f"{reason} {turn}", gender=Gender.WOMAN, birth_year=1970)
                add_contact(
                    store,
                    person,
                    date(2025, number, 6),
                    workplace_id=place.id,
                    reasons=(reason,),
                )
        close_month(store, month(number), anyway=True)
        release(store, number)
    data = read_evaluator_data(store, month(1))
    with pytest.raises(UserError) as caught:
        release_of(data)
    text = caught.value.message("da")
    assert "Pakken blev ikke lavet." in text
    names = "2025-01-steering, 2025-02-steering, 2025-03-steering"
    assert f"Tallet står skjult i: {names}." in text
    assert f"The figure is withheld in: {names}." in caught.value.message("en")
    assert {head.id for head in store.releases.heads()} == set(names.split(", "))
    assert any("plan" in each.id for each in data.releases), "plans are in the ledger, too"
    reports = Reports(data.releases, Rule(data.k, data.least_headcount))
    of_january = reports.with_figure_of(["project|2025-01|reasons.all.by_group|S"])
    assert of_january == ("2025-01-steering",), "not the latest, but those that have the figure"
    assert "Vælg en længere periode" in text
    assert release_of(replace(data, releases=())).rows, "without reports it could go out"
    assert release_of(read_evaluator_data(store, Period(date(2025, 1, 1), date(2025, 3, 31)))).rows


def test_without_reports_the_rows_are_as_fine_as_they_can_be(store: Store) -> None:
    year = Year(store, 7)
    for number in range(1, 7):
        year.live(number)
    data = read_evaluator_data(store, HALF)
    found = release_of(data)
    assert (found.checked, found.limits, found.hidden_visits) == (0, NO_LIMITS, frozenset())
    assert found == make_release(data.contacts, data.period, data.k)


def test_the_same_data_and_reports_give_the_same_pack(data: EvaluatorData, found: Release) -> None:
    assert made(data, release_of(data)).contents == made(data, found).contents


def test_what_was_corrected_since_is_not_set_against_the_reports(going_on: Year) -> None:
    store = going_on.store
    people = store.people.all()
    for number in range(3):
        add_contact(store, people[number], date(2025, 5, 12), reasons=("O03",))
    found = release_of(read_evaluator_data(store, HALF))
    assert found.checked == 6
    assert found.rows


def test_corrections_that_wait_are_named_with_the_period_that_can_be_had(going_on: Year) -> None:
    """What was corrected in January and February is in no report, and contradicts some figures."""
    store = going_on.store
    for number in (1, 2, 1, 2, 1, 2, 1):
        going_on.correct(number)
    data = read_evaluator_data(store, HALF)
    assert data.waiting == (date(2025, 1, 1), date(2025, 2, 1))
    with pytest.raises(UserError) as caught:
        release_of(data)
    for language, words in (
        ("da", ("januar 2025, februar 2025", "5 personer", "Vælg en periode uden disse måneder")),
        ("en", ("January 2025, February 2025", "5 persons", "a period without these months")),
    ):
        assert all(each in caught.value.message(language) for each in words)
    without = read_evaluator_data(store, Period(date(2025, 3, 1), date(2025, 6, 30)))
    assert without.waiting == ()
    assert release_of(without).rows


def test_the_attack_can_be_cancelled(data: EvaluatorData) -> None:
    steps = 0

    def stop(_done: int, of: int) -> None:
        nonlocal steps
        steps += of == 1
        if steps > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        release_of(data, stop)


def test_a_sum_of_visits_does_not_give_a_small_workplace_away(store: Store) -> None:
    """LILLE is withheld in the report; NÆR, the other small municipal one, is shown there."""
    store.settings.set("least_headcount", 20)
    year = Year(store, 5)
    near = add_workplace(store, "NÆR", sector=Sector.MUNICIPAL, headcount=30)
    for place, visits in zip((*year.places, near), (4, 3, 2, 1), strict=True):
        for day in range(visits):
            hold(store, place, date(2025, 1, 6 + day))
    year.live(1)
    release(store, 1)
    data = replace(read_evaluator_data(store, month(1)), contacts=())

    def states(pack: Pack) -> dict[tuple[str, str], str]:
        return {
            (row["sector"], row["workplace_size"]): row["status"] for row in lines(pack, "visits")
        }

    alone = replace(data, releases=())
    assert set(states(made(alone, release_of(alone))).values()) == {"counted"}
    found = states(made(data, release_of(data)))
    assert found["municipal", "under_50"] == "suppressed"
    assert "counted" in found.values()


def test_the_pack_of_a_store_with_reports_is_valid_and_others_measure_the_same(
    data: EvaluatorData, found: Release, tmp_path: Path
) -> None:
    """Judged from its files alone: by the command of frictionless, and by pycanon."""
    pack = made(data, found)
    folder = write_pack(pack, tmp_path)
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (done.stdout.count("VALID"), done.stdout.count("INVALID")) == (9, 0)
    frame = pd.read_csv(folder / "contacts.csv", keep_default_na=False)
    assert anonymity.k_anonymity(frame, list(QUASI)) == found.risk.k_rows
    assert anonymity.l_diversity(frame, list(QUASI), ["reason_groups"]) == found.risk.l_reasons


def test_preview_and_risk_sheet_tell_what_the_reports_cost(
    data: EvaluatorData, found: Release
) -> None:
    text = made(data, found).contents["risk-da.md"].decode()
    assert "## Ved siden af udgivne opgørelser" in text
    assert "Holdt op mod 6 udgivne opgørelser" in text
    assert f"alle henvendelser fra {len(found.limits.left_out)} personer" in text
