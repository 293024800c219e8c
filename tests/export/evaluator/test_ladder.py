"""No row leaves the ladder that could be told from those of k persons; as little as possible is lost."""

from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.export.evaluator.codes import NOT_TOLD, WITHHELD
from app.export.evaluator.ladder import DROPPED, Cancelled, climb
from app.export.evaluator.limits import Limits
from app.export.evaluator.quasi import FINEST, LADDERS, loss_of, published
from app.export.evaluator.release import ReleasedRow, make_release
from app.models.evaluator_rows import ContactRow
from app.models.types import Gender, Role, SickLeave
from tests.export.evaluator.made_up import HALF_YEAR, QUASI, REASONS, contact, random_contacts

SEEDS = st.integers(0, 100_000)
SIZES = st.sampled_from([3, 5, 7])


def is_safe(rows: list[ContactRow], k: int) -> bool:
    """Say again, in other words, what may be released."""
    persons = {row.person for row in rows}
    told: dict[str, set[str]] = {row.person: set() for row in rows}
    for row in rows:
        told[row.person] |= {group for group, _ in row.reasons}
    values = {tuple(sorted({group for group, _ in row.reasons})) for row in rows}
    return len(persons) >= k and len(values) >= 2 and not set.intersection(*told.values())


def cheapest_first_rung(rows: list[ContactRow], k: int) -> int:
    """Return the least loss of all nodes, each tried as a whole."""
    losses = []
    for node in product(*(range(len(ladder.losses)) for ladder in LADDERS)):
        groups: dict[tuple[str, ...], list[ContactRow]] = {}
        for row in rows:
            groups.setdefault(published(row, node, HALF_YEAR), []).append(row)
        released = sum(len(group) for group in groups.values() if is_safe(group, k))
        losses.append(released * loss_of(node) + (len(rows) - released) * DROPPED)
    return min(losses)


def groups_of(rows: tuple[ReleasedRow, ...]) -> list[list[ReleasedRow]]:
    groups: dict[tuple[str, ...], list[ReleasedRow]] = {}
    for row in rows:
        groups.setdefault(row.quasi, []).append(row)
    return list(groups.values())


@settings(max_examples=60)
@given(SEEDS, SIZES)
def test_rows_that_look_alike_are_of_k_persons_whose_reasons_differ(seed: int, k: int) -> None:
    contacts = random_contacts(seed)
    release = make_release(contacts, HALF_YEAR, k, erased=2)
    assert len(release.rows) + release.dropped == len(contacts)
    assert release.contacts == len(contacts) + 2
    shown = {row.seq for row in release.rows}
    left_out = {row.person for row in contacts if row.seq not in shown}
    assert not shown or len(left_out) >= k, "two contacts of erased persons are in good company"
    for group in groups_of(release.rows):
        people = {row.person for row in group}
        assert len(people) >= k
        assert len({row.reason_groups for row in group}) >= 2
        for shared in "PSFRO":
            assert {r.person for r in group if shared in r.reason_groups.split("|")} != people
        states = {row.sick_leave for row in group}
        assert states in ({WITHHELD}, {NOT_TOLD}) or len(states) >= 2
        for state in states - {NOT_TOLD, WITHHELD}:
            assert {row.person for row in group if row.sick_leave == state} != people
        for code in {code for row in group for _, code in row.reasons} - {WITHHELD}:
            assert len({r.person for r in group if code in {c for _, c in r.reasons}}) >= k
        for code in {code for row in group for code in row.advice} - {WITHHELD}:
            assert len({row.person for row in group if code in row.advice}) >= k


@settings(max_examples=60)
@given(SEEDS)
def test_what_is_not_withheld_is_true(seed: int) -> None:
    contacts = {row.seq: row for row in random_contacts(seed)}
    for row in make_release(list(contacts.values()), HALF_YEAR, 3).rows:
        known = contacts[row.seq]
        shown = dict(zip(QUASI, row.quasi, strict=True))
        assert shown["period_from"] <= known.date.isoformat() <= shown["period_to"]
        assert shown["gender"] in (WITHHELD, known.gender.value or NOT_TOLD)
        assert shown["role"] in (WITHHELD, "function", known.role.value or NOT_TOLD)
        assert row.sick_leave in (WITHHELD, known.sick_leave.value or NOT_TOLD)
        assert sorted(group for group, _ in row.reasons) == sorted(g for g, _ in known.reasons)
        assert {code for _, code in row.reasons} <= {WITHHELD, *(code for _, code in known.reasons)}
        assert len(row.advice) == len(known.advice)


@settings(max_examples=6)
@given(SEEDS)
def test_the_first_rung_loses_as_little_as_any_node(seed: int) -> None:
    contacts = random_contacts(seed, most=25)
    climbed = climb(contacts, HALF_YEAR, 3)
    if climbed.rungs:
        first = climbed.rungs[0]
        lost = first.rows * loss_of(first.node) + (len(contacts) - first.rows) * DROPPED
        assert lost == cheapest_first_rung(contacts, 3)


@settings(max_examples=20)
@given(SEEDS)
def test_rungs_only_become_coarser_and_equal_rows_give_equal_rungs(seed: int) -> None:
    contacts = random_contacts(seed)
    climbed = climb(contacts, HALF_YEAR, 3)
    assert climb(contacts, HALF_YEAR, 3) == climbed
    nodes = [rung.node for rung in climbed.rungs]
    for finer, coarser in pairwise(nodes):
        assert finer != coarser
        assert all(a <= b for a, b in zip(finer, coarser, strict=True))


def test_somebody_who_came_five_times_is_one() -> None:
    often = [contact(number, person="the same") for number in range(5)]
    assert make_release(often, HALF_YEAR, 5).rows == ()
    four_more = [contact(number) for number in range(10, 14)]
    assert len(make_release(often + four_more, HALF_YEAR, 5).rows) == 9


def test_rows_that_are_alike_and_many_stay_as_they_were_registered() -> None:
    release = make_release([contact(number) for number in range(12)], HALF_YEAR, 5)
    assert [node for node, _ in release.nodes] == [FINEST]
    assert release.coarser == release.dropped == 0
    assert release.rows[0].quasi == (
        *("month", "2026-02-01", "2026-02-28", "private", "from_50_to_249"),
        *("woman", "from_39_to_48", "employee", "first", "workplace"),
    )


def test_the_one_who_is_rare_climbs_with_others_or_is_left_out() -> None:
    many = [contact(number) for number in range(80)]
    leader = contact(90, role=Role.MANAGER, gender=Gender.MAN)
    release = make_release([*many, leader], HALF_YEAR, 5)
    assert (len(release.rows), release.dropped) == (76, 5)
    others = [contact(91 + n, role=Role.MANAGER, gender=gender) for n, gender in enumerate(Gender)]
    release = make_release([*many, leader, *others], HALF_YEAR, 5)
    assert [rows for _, rows in release.nodes] == [80, 5]
    assert (release.coarser, release.coarser_at(2), release.coarser_at(0)) == (5, 5, 0)


@settings(max_examples=40)
@given(SEEDS, SIZES)
def test_nobody_is_left_out_alone(seed: int, k: int) -> None:
    contacts = random_contacts(seed)
    release = make_release(contacts, HALF_YEAR, k)
    shown = {row.seq for row in release.rows}
    left_out = {row.person for row in contacts if row.seq not in shown}
    assert not shown or not left_out or len(left_out) >= k


def test_who_is_left_out_because_of_reports_has_no_row_and_company() -> None:
    contacts = [contact(number) for number in range(30)]
    limits = Limits(left_out=frozenset({"person 3", "person 4"}))
    release = make_release(contacts, HALF_YEAR, 5, limits=limits)
    assert {"person 3", "person 4"}.isdisjoint(row.person for row in release.rows)
    assert (len(release.rows), release.dropped, release.because_of_reports) == (25, 3, 2)


def test_what_is_withheld_for_all_rows_is_withheld_in_all_rows() -> None:
    contacts = [contact(number) for number in range(30)]
    limits = Limits(1, frozenset({"gender", "workplace", "sick_leave", "reason", "advice"}))
    release = make_release(contacts, HALF_YEAR, 5, limits=limits)
    assert len(release.rows) == 30
    for row in release.rows:
        shown = dict(zip(QUASI, row.quasi, strict=True))
        assert shown["period_step"] == "quarter"
        told = {shown["gender"], shown["sector"], shown["workplace_size"], row.sick_leave}
        assert told | {code for _, code in row.reasons} | {*row.advice} == {WITHHELD}
        assert shown["age"] == "from_39_to_48"


def test_a_group_that_has_one_reason_in_common_is_not_shown_as_it_is() -> None:
    divorced = [contact(n, reasons=(REASONS[3], REASONS[n % 3])) for n in range(8)]
    assert make_release(divorced, HALF_YEAR, 5).rows == ()


def test_a_rare_code_is_withheld_and_its_group_stays() -> None:
    contacts = [contact(n, reasons=(REASONS[0],)) for n in range(6)]
    contacts += [contact(6, reasons=(REASONS[1],)), contact(7, reasons=(REASONS[2],))]
    rows = make_release(contacts, HALF_YEAR, 5).rows
    told = sorted(reason for row in rows for reason in row.reasons)
    assert told == [*[("P", "P01")] * 6, ("P", WITHHELD), ("S", WITHHELD)]


@pytest.mark.parametrize(
    ("states", "shown"),
    [
        ([SickLeave.NOT_TOLD] * 8, {NOT_TOLD}),
        ([SickLeave.FULL] * 8, {WITHHELD}),
        ([SickLeave.FULL] * 7 + [SickLeave.NOT_TOLD], {"full", NOT_TOLD}),
    ],
    ids=["nobody told", "all the same", "one did not tell"],
)
def test_sick_leave_that_all_share_is_withheld_and_not_told_is_something_else(
    states: list[SickLeave], shown: set[str]
) -> None:
    contacts = [contact(number, sick_leave=state) for number, state in enumerate(states)]
    assert {row.sick_leave for row in make_release(contacts, HALF_YEAR, 5).rows} == shown


def test_the_work_tells_how_far_it_is_and_stops_when_nobody_wants_it() -> None:
    told: list[tuple[int, int]] = []
    contacts = random_contacts(1)
    climb(contacts, HALF_YEAR, 5, lambda done, of: told.append((done, of)))
    assert told
    assert told == sorted(told)
    assert all(done < of for done, of in told)

    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        make_release(contacts, HALF_YEAR, 5, progress=stop)
