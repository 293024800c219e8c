"""The lead's figures are those of one store that holds everybody's records, whatever arrives when."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.models.evaluator_rows import EvaluatorData, read_evaluator_data
from app.models.freezing import freeze
from app.models.over_time import twelve_months
from app.models.periods import Period
from app.models.store import Store
from app.models.tallies import tally
from app.models.team.merging import merge_many
from app.models.team.reported import Arrival, Sender, Verdict
from app.models.team.summary import Summary, encode_summary
from tests.models.random_projects import WORKPLACES, taken_back
from tests.models.team.random_teams import (
    MONTHS,
    NOON,
    Team,
    prepare_lead,
    summaries_of,
    teams,
    write_all,
    write_laptop,
)
from tests.stores import new_store, standing_clock

PERIODS = (
    *MONTHS,
    Period.quarter(date(2023, 12, 1)),
    Period.quarter(date(2024, 2, 1)),
    Period(date(2024, 1, 1), date(2024, 12, 31)),
    Period(date(2023, 12, 1), date(2025, 1, 31)),
)


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store, Store]]:
    opened = tuple(
        new_store(tmp_path_factory.mktemp(name), standing_clock(NOON))
        for name in ("laptop", "lead", "one")
    )
    laptop, lead, one = opened
    yield laptop, lead, one
    for store in opened:
        store.close()


def arrival(told: Summary, sender: Sender, seq: int) -> Arrival:
    payload = encode_summary(told)
    digest = hashlib.blake2b(payload, digest_size=32).hexdigest()
    return Arrival(
        sender=sender,
        seq=seq,
        follows=seq - 1,
        month=told.month,
        revision=told.revision,
        hash=f"{sender.device} {seq} {digest}",
        payload_hash=digest,
        payload=payload,
    )


def worse(told: Summary, revision: int) -> Summary:
    """Return a summary that must not count in the end: half of it is missing or another."""
    return replace(
        told,
        revision=revision,
        contacts=tuple(replace(each, channel="video", marks={}) for each in told.contacts[1:]),
        persons=tuple(replace(each, gender="other", tokens={}) for each in told.persons),
        visits=told.visits[:1],
        activities=told.activities[1:],
        referrals=told.referrals[1:],
        promises=told.promises[:1],
    )


def letters_of(draw: st.DataObject, device: str, told: list[Summary]) -> list[Arrival]:
    """Return the letters of one laptop: some months were corrected, some sent by a device before."""
    sender = Sender(device=device, initials=device[-1], name="")
    found: list[Arrival] = []
    if draw.draw(st.booleans(), label=f"{device} was restored"):
        old = replace(sender, device=f"{device}-old")
        sender = replace(sender, before=(old.device,))
        sent = draw.draw(st.lists(st.sampled_from(told), max_size=3, unique_by=lambda s: s.month))
        found += [arrival(worse(each, 7), old, seq) for seq, each in enumerate(sent, 1)]
    seq = 0
    corrected = draw.draw(st.sets(st.sampled_from([each.month for each in told])))
    for each in told:
        if each.month in corrected:
            seq += 1
            found.append(arrival(worse(each, 1), sender, seq))
    for each in told[:-1]:
        # Referrals and promises went on after these were sent; the last letter tells how they are.
        seq += 1
        former = replace(each, referrals=each.referrals[1:], promises=each.promises[:1])
        found.append(arrival(replace(former, revision=2), sender, seq))
    return [*found, arrival(replace(told[-1], revision=2), sender, seq + 1)]


def anybody(data: EvaluatorData) -> tuple[EvaluatorData, Counter[object]]:
    """Return a pack's data without days and ids, and the contacts of each person together.

    Also without which laptops are in it, which only a lead has.
    """
    by_person: dict[str, list[object]] = {}
    for row in data.contacts:
        plain = replace(row, seq=0, person="", date=row.date.replace(day=1))
        by_person.setdefault(row.person, []).append(plain)
    rows = Counter(tuple(sorted(map(repr, each))) for each in by_person.values())
    return replace(data, contacts=(), covered=None), rows


def compare(lead: Store, one: Store, month: Period) -> None:
    """Compare everything that is counted."""
    for period in PERIODS:
        assert tally(lead, period) == tally(one, period)
        assert anybody(read_evaluator_data(lead, period)) == anybody(
            read_evaluator_data(one, period)
        )
        months = [each.month for each in twelve_months(one, period.last)]
        assert len(months) == 12
        assert twelve_months(lead, period.last) == twelve_months(one, period.last)
    for code in WORKPLACES:
        assert tally(lead, PERIODS[-1], [code]) == tally(one, PERIODS[-1], [code])
    frozen, expected = freeze(lead, month), freeze(one, month)
    assert frozen.spans == expected.spans
    assert [place.code for place in frozen.places] == [place.code for place in expected.places]


@settings(max_examples=30)
@given(team=teams(), draw=st.data())
def test_any_order_and_any_number_of_times_gives_the_figures_of_one_store(
    stores: tuple[Store, Store, Store], team: Team, draw: st.DataObject
) -> None:
    laptop_store, lead, one = stores
    letters: list[Arrival] = []
    for laptop in team.laptops:
        with taken_back(laptop_store):
            write_laptop(laptop_store, team, laptop)
            told = summaries_of(laptop_store, laptop)
            letters += letters_of(draw, laptop.device, told)
    again = draw.draw(st.lists(st.sampled_from(letters), max_size=4), label="repeated")
    order = draw.draw(st.permutations([*letters, *again]), label="order")
    cut = draw.draw(st.integers(0, len(order)), label="taken in one by one")
    month = draw.draw(st.sampled_from(MONTHS))
    with taken_back(lead), taken_back(one):
        prepare_lead(lead, team)
        write_all(one, team)
        receipts = [merge_many(lead, [each])[0] for each in order[:cut]]
        receipts += merge_many(lead, order[cut:])
        assert lead.database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert all(each.verdict is not Verdict.FORKED for each in receipts)
        compare(lead, one, month)
        for sums in [each.contacts for each in receipts], [each.persons for each in receipts]:
            for sum_ in sums:
                assert sum_.before + sum_.told - sum_.known - sum_.gone == sum_.after
            for before, after in pairwise(sums):
                assert before.after == after.before
            assert sums[0].before == 0
        for kind, sum_ in (("inquiry", receipts[-1].contacts), ("person", receipts[-1].persons)):
            counted = lead.database.execute(f"SELECT count(*) FROM {kind}").fetchone()[0]
            assert counted == sum_.after
