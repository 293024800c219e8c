"""Which contact was a person's first is known across laptops, to the minute, without any day."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.periods import Period
from app.models.store import Store
from app.models.tallies import tally
from app.models.team.merging import merge_many
from app.models.team.order_marks import LARGEST_MARK, OrderMarks, slot
from app.models.team.reported import Sender
from app.models.team.summarising import summarise
from app.models.team.tokens import How, SummaryKeys, tokens_of
from app.models.types import Person
from tests.models.random_projects import taken_back
from tests.models.team.random_teams import DEVICES, NOON, TEAM_KEY
from tests.models.team.test_equality import arrival
from tests.records import add_contact
from tests.stores import new_store, standing_clock

MONTH = Period.month(date(2024, 2, 1))
REASONS = ("P01", "P02", "S01", "F05", "R02", "O03")
WAYS = (
    [("Bo Lund", "20000000", 1975), ("Bodil Lund", "+45 2000 0000", 1975)],
    [("Bo Lund", "", 1975), ("BO  LUND", "", 1975)],
    [("Bo Lund", "20000000", 1975), ("Bo Lund", "30000000", 1975)],
    [("Bo Lund", "20000000", 1975), ("Bo Lund", "0045 20000000", 1975)],
)
"""How the first laptop and the others wrote one person down."""


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


slots = st.tuples(
    st.integers(1, 3).map(lambda day: date(2024, 2, day)),
    st.sampled_from(["", "00:00", "09:00", "09:01", "23:59"]),
)


@settings(max_examples=80)
@given(
    way=st.sampled_from(WAYS),
    contacts=st.lists(
        st.tuples(st.sampled_from(DEVICES), slots, st.sampled_from(REASONS)),
        min_size=2,
        max_size=7,
    ),
    order=st.permutations(DEVICES),
)
def test_the_first_contact_is_that_of_one_store(
    stores: tuple[Store, Store, Store],
    way: list[tuple[str, str, int]],
    contacts: list[tuple[str, tuple[date, str], str]],
    order: list[str],
) -> None:
    laptop, lead, one = stores
    letters = {}
    for at, device in enumerate(DEVICES):
        name, phone, born = way[min(at, 1)]
        with taken_back(laptop):
            person = laptop.people.add(Person(name=name, phone=phone, birth_year=born))
            for who, (day, time), reason in contacts:
                if who == device:
                    add_contact(laptop, person, day, time=time, reasons=(reason,))
            keys = SummaryKeys(device.encode().ljust(32, b"."), TEAM_KEY)
            told = summarise(laptop, MONTH, 1, keys, known_until=MONTH.last)
        letters[device] = arrival(told, Sender(device=device, initials=device, name=""), 1)
    with taken_back(lead), taken_back(one):
        lead.settings.set("role", "lead")
        merge_many(lead, [letters[device] for device in order])
        person = one.people.add(Person(name="Bo", birth_year=1975))
        for device in DEVICES:
            for who, (day, time), reason in contacts:
                if who == device:
                    add_contact(one, person, day, time=time, reasons=(reason,))
        assert tally(lead, MONTH) == tally(one, MONTH)


def test_marks_rise_with_the_minute_on_every_laptop_and_differ_by_person_and_month() -> None:
    marks = OrderMarks(TEAM_KEY, "ab" * 16, "2024-01")
    every = marks.of_all()
    assert len(every) == 31 * 1441
    assert all(later > earlier for earlier, later in pairwise(every))
    assert every[-1] <= LARGEST_MARK
    for day, time in ((1, ""), (1, "00:00"), (17, "09:31"), (31, "23:59")):
        at = date(2024, 1, day)
        assert marks.of(at, time) == every[slot(at, time)]
        assert OrderMarks(TEAM_KEY, "ab" * 16, "2024-01").of(at, time) == marks.of(at, time)
    others = (
        OrderMarks(TEAM_KEY, "ac" * 16, "2024-01"),
        OrderMarks(TEAM_KEY, "ab" * 16, "2024-02"),
        OrderMarks(bytes(32), "ab" * 16, "2024-01"),
    )
    assert all(set(other.of_all()).isdisjoint(every) for other in others)


def test_one_mark_tells_nothing_of_the_day() -> None:
    """The marks of the 1st and of the 31st, each of many people, lie spread alike."""
    first, last = date(2024, 1, 1), date(2024, 1, 31)
    people = [OrderMarks(TEAM_KEY, f"{number:032x}", "2024-01") for number in range(400)]
    early = sum(marks.of(first, "") >= 1 << 61 for marks in people)
    late = sum(marks.of(last, "") >= 1 << 61 for marks in people)
    assert abs(early - 200) < 60
    assert abs(late - early) < 20


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (("Bo Lund", "12345678", 1975), ("Bodil Lund", "+45 12 34 56 78", 1975), {How.PHONE}),
        (("Bo Lund", "", 1975), ("BO LUND", "12345678", 1975), {How.NAME}),
        (("Søren Ærø", "", 1975), ("Soeren Aeroe", "", 1975), {How.NAME}),
        (("Bo Lund", "12345678", 1975), ("Bo Lund", "004512345678", 1975), {How.PHONE, How.NAME}),
        (("Bo Lund", "", 1975), ("Bo Lund", "", 1976), set()),
        (("Bo Lund", "", None), ("Bo Lund", "", None), set()),
        (("Bo", "", 1975), ("Bo", "", 1975), set()),
        (("Bo Lund", "1234567", 1975), ("Ib Lund", "1234567", 1975), set()),
    ],
)
def test_tokens_agree_by_phone_or_by_name_and_year(
    one: tuple[str, str, int | None], other: tuple[str, str, int | None], shared: set[How]
) -> None:
    keys = SummaryKeys(bytes(32), TEAM_KEY)
    told, again = (
        tokens_of(Person(name=name, phone=phone, birth_year=born), keys)
        for name, phone, born in (one, other)
    )
    assert {how for how in told if told[how] == again.get(how)} == shared
    without = SummaryKeys(bytes(32))
    assert tokens_of(Person(name="Bo Lund", phone="12345678", birth_year=1975), without) == {}
