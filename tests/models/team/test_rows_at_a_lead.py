"""Behind every figure of a lead stands what makes it: months, laptops, and how persons are known."""

import hashlib
from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from app.models.figure_keys import FigureKey, figures_of, key_of, sums_of_tables
from app.models.figure_rows import Kind
from app.models.figures import rows_behind
from app.models.over_time import twelve_months
from app.models.store import Store
from app.models.tallies import tally
from app.models.team.merging import merge_many
from app.models.team.reported import Arrival, Sender
from app.models.team.summary import Summary, encode_summary
from app.models.team.tokens import How
from app.models.team.told_by import how_known, persons_of, read_told_by
from tests.models.random_projects import taken_back
from tests.models.team.random_teams import (
    MONTHS,
    NOON,
    Team,
    prepare_lead,
    summaries_of,
    teams,
    write_laptop,
)
from tests.stores import new_store, standing_clock


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    opened = tuple(
        new_store(tmp_path_factory.mktemp(name), standing_clock(NOON))
        for name in ("laptop", "lead")
    )
    yield opened[0], opened[1]
    for store in opened:
        store.close()


def letter(told: Summary, device: str, seq: int) -> Arrival:
    payload = encode_summary(told)
    digest = hashlib.blake2b(payload, digest_size=32).hexdigest()
    return Arrival(
        sender=Sender(device=device, initials=device[-1], name=""),
        seq=seq,
        follows=seq - 1,
        month=told.month,
        revision=told.revision,
        hash=f"{device} {seq} {digest}",
        payload_hash=digest,
        payload=payload,
    )


@settings(max_examples=12)
@given(team=teams())
def test_every_figure_of_a_lead_is_made_by_its_rows_and_each_names_its_laptops(
    stores: tuple[Store, Store], team: Team
) -> None:
    laptop_store, lead = stores
    letters: list[Arrival] = []
    for laptop in team.laptops:
        with taken_back(laptop_store):
            write_laptop(laptop_store, team, laptop)
            told = summaries_of(laptop_store, laptop)
            letters += [letter(one, laptop.device, seq) for seq, one in enumerate(told, 1)]
    with taken_back(lead):
        prepare_lead(lead, team)
        merge_many(lead, letters)
        for month in (MONTHS[1], MONTHS[-1]):
            counted = tally(lead, month)
            trend = {one.month: one.contacts for one in twelve_months(lead, month.last)}
            figures: dict[FigureKey, int | None] = {
                **figures_of(counted),
                **sums_of_tables(counted, trend),
            }
            for key, value in figures.items():
                behind = rows_behind(lead, key, month)
                assert behind.value == value, str(key)
                told_by = read_told_by(lead, behind.rows)
                assert all(told_by[row.id].laptops for row in behind.rows), str(key)
            seen = rows_behind(lead, key_of(("persons_seen",)), month)
            persons = {row.id for row in seen.rows if row.kind is Kind.PERSON}
            assert persons == set(persons_of(lead, month, ()))
            known = how_known(lead, persons)
            ways = [one.how for one in read_told_by(lead, seen.rows).values()]
            assert (known.phone, known.name, known.both) == (
                ways.count((How.PHONE,)),
                ways.count((How.NAME,)),
                ways.count((How.PHONE, How.NAME)),
            )
            assert known.shared == known.phone + known.name + known.both
