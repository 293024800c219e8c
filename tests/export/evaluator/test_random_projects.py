"""Whatever a project looks like: nobody can be told apart in its pack, and nobody is lost from it."""

from datetime import date, timedelta
from itertools import count
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.export.evaluator.codes import NOT_TOLD, WITHHELD
from app.export.evaluator.files import real_pack, release_of, synthetic_pack
from app.export.evaluator.ladder import Climb, Rung
from app.export.evaluator.quasi import FINEST
from app.export.evaluator.release import make_release
from app.models.erasure import erase_person
from app.models.evaluator_rows import read_evaluator_data
from app.models.registration import InquiryDraft, register
from app.models.store import Store
from app.models.tallies import tally
from app.models.types import AgeBand, Channel, Gender, Identity, Person, Role, Sector, SickLeave
from app.paths import Paths
from tests.export.evaluator.made_up import HALF_YEAR, alike, contact, lines
from tests.records import add_contact, add_person, add_workplace
from tests.stores import StoreMould

PLACES = (
    (Sector.PRIVATE, 8),
    (Sector.MUNICIPAL, 120),
    (Sector.REGIONAL, None),
    (Sector.PRIVATE, 400),
)
WORDS = ("blå cykel", "rød hue")


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> StoreMould:
    return StoreMould(tmp_path_factory.mktemp("mould"))


def fill(store: Store, seed: int) -> list[Person]:
    """Write a project drawn from a seed, and return its persons."""
    draw = Random(seed)
    variety = draw.randint(1, 3)
    places = [
        add_workplace(
            store, f"PLADS-{n}", "=1+1", sector=list(Sector)[n % 3], headcount=[8, 120, None][n % 3]
        )
        for n in range(draw.randint(1, 4))
    ]
    people = [
        add_person(store, f"Anna Lund {n}", gender=draw.choice(list(Gender)), birth_year=1960 + n)
        for n in range(draw.randint(1, 12))
    ]
    numbers = count()
    for _ in range(draw.randint(10, 60)):
        person = draw.choice([None, *people])
        told = {} if person else {"age_band": draw.choice(list(AgeBand)[: variety + 1])}
        add_contact(
            store,
            person,
            HALF_YEAR.first + timedelta(days=draw.randrange(181)),
            workplace_id=draw.choice([None, *(place.id for place in places)]),
            channel=draw.choice(list(Channel)[: variety + 1]),
            role=draw.choice(list(Role)[: variety + 1]),
            sick_leave=draw.choice(list(SickLeave)[: variety + 1]),
            reasons=tuple(draw.sample(["P01", "S01", "F05", "R02"], draw.randint(0, 2))),
            advice=tuple(draw.sample(["A01", "A17"], draw.randint(0, 2))),
            note=f"noget privat {next(numbers)}",
            **told,
        )
    for _ in range(draw.randint(0, 6)):
        day = HALF_YEAR.first + timedelta(days=draw.randrange(181))
        register(store, InquiryDraft(date=day, code_word=draw.choice(WORDS), reasons=("P01",)))
    return people


@settings(max_examples=25)
@given(st.integers(0, 100_000), st.sampled_from([3, 5, 10]))
def test_nobody_can_be_told_apart_and_the_sums_are_those_of_the_tally(
    mould: StoreMould, seed: int, k: int
) -> None:
    with mould.copy() as store:
        store.settings.set("protection_k", k)
        fill(store, seed)
        data = read_evaluator_data(store, HALF_YEAR)
        pack = real_pack(data, release_of(data))
        counted = tally(store, HALF_YEAR)

    # Whose a row is cannot be read from the pack; who made it knows.
    whose = {row.seq: row.person for row in data.contacts}
    released = pack.release.rows
    for group in alike(lines(pack, "contacts")):
        assert len(group) >= k
        assert len({row["reason_groups"] for row in group}) >= 2
        states = {row["sick_leave"] for row in group}
        assert len(states) >= 2 or states <= {WITHHELD, NOT_TOLD}
    by_look: dict[tuple[str, ...], set[str]] = {}
    for row in released:
        by_look.setdefault(row.quasi, set()).add(whose[row.seq])
    assert all(len(people) >= k for people in by_look.values())

    shown = {row.seq for row in released}
    left_out = [row for row in data.contacts if row.seq not in shown]
    assert len(shown) + len(left_out) == counted.contacts.all
    groups = dict.fromkeys(counted.reasons.all.inquiries_by_group, 0)
    for row in data.contacts:
        for group in {one for one, _ in row.reasons}:
            groups[group] += 1
    assert groups == counted.reasons.all.inquiries_by_group
    in_rows = dict.fromkeys(groups, 0)
    for line in lines(pack, "contacts"):
        for group in set(line["reason_groups"].split("|")) & groups.keys():
            in_rows[group] += 1
    in_rest = {g: sum(g in {one for one, _ in row.reasons} for row in left_out) for g in groups}
    assert {group: in_rows[group] + in_rest[group] for group in groups} == groups
    kinds = [row.kind for row in data.contacts]
    assert kinds.count("first") == counted.contacts.first
    assert kinds.count("returning") == counted.contacts.returning


@settings(max_examples=10)
@given(st.integers(0, 100_000))
def test_no_word_name_or_code_of_a_place_leaves_the_house(mould: StoreMould, seed: int) -> None:
    with mould.copy() as store:
        fill(store, seed)
        data = read_evaluator_data(store, HALF_YEAR)
        ids = {row.seq: row.person for row in data.contacts}
        whole = b"".join(real_pack(data, release_of(data)).contents.values()).decode()
    for secret in ("Anna", "Lund", "noget privat", *WORDS, "=1+1", "PLADS", "Karen", *ids.values()):
        assert secret not in whole


def test_a_code_word_is_one_person_and_who_was_erased_is_in_no_row(
    mould: StoreMould, tmp_path: Path
) -> None:
    with mould.copy() as store:
        day = HALF_YEAR.first
        for _ in range(3):
            register(store, InquiryDraft(date=day, code_word=WORDS[0], reasons=("P01",)))
        add_contact(store, None, day)
        gone = add_person(store, "Bo Dam")
        add_contact(store, gone, day)
        erase_person(store, Paths(tmp_path), gone.id)
        data = read_evaluator_data(store, HALF_YEAR)
        assert (len(data.contacts), data.erased) == (4, 1)
        assert len({row.person for row in data.contacts}) == 2
        assert release_of(data).contacts == tally(store, HALF_YEAR).contacts.all == 5


def test_age_is_that_at_the_contact_and_a_workplace_counts_while_it_takes_part(
    mould: StoreMould,
) -> None:
    with mould.copy() as store:
        add_workplace(store, "NY", started_on=date(2026, 3, 15), sector=Sector.STATE)
        person = add_person(store, birth_year=1977, gender=Gender.WOMAN)
        add_contact(store, person, date(2026, 2, 1), identity=Identity.REGISTERED)
        data = read_evaluator_data(store, HALF_YEAR)
    assert (data.contacts[0].age, data.contacts[0].gender) == (AgeBand.FROM_49, Gender.WOMAN)
    assert [row.open for row in data.presence] == [False, False, True, True, True, True]


@settings(max_examples=5)
@given(st.integers(0, 100_000))
def test_the_twin_of_every_project_is_the_same(mould: StoreMould, seed: int) -> None:
    """No real combination can be in it: it is the same whatever lies in the store, or nothing."""
    before = synthetic_pack(HALF_YEAR).contents
    with mould.copy() as store:
        store.settings.set("protection_k", 3)
        fill(store, seed)
        assert synthetic_pack(HALF_YEAR).contents == before


@pytest.mark.parametrize(
    "group", [(0, 1), (0, 0, 0, 0, 0), (0, 6, 12, 18, 24)], ids=["two", "one person", "one reason"]
)
def test_rows_that_are_not_safe_stop_the_program_before_anything_is_written(
    monkeypatch: pytest.MonkeyPatch, group: tuple[int, ...]
) -> None:
    contacts = [contact(number) for number in range(30)]
    wrong = Climb((Rung(FINEST, (group,)),), ())
    monkeypatch.setattr("app.export.evaluator.release.climb", lambda *_: wrong)
    with pytest.raises(RuntimeError):
        make_release(contacts, HALF_YEAR, 5)
