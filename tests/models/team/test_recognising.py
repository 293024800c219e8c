"""Who is who follows from what is reported now: the same parts as a plain count, in any order."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.store import Store
from app.models.team.merging import merge_many
from app.models.team.reported import Sender
from app.models.team.summary import Joined, Summary, ToldContact, ToldPerson
from app.models.team.tokens import How
from app.models.types import Channel
from tests.models.random_projects import taken_back
from tests.models.team.random_teams import NOON
from tests.models.team.test_equality import arrival
from tests.stores import new_store, standing_clock

DEVICES = ("a", "b", "c")
REFS = tuple(f"{number:032x}" for number in range(4))
MONTHS = ("2024-01", "2024-02", "2024-03")
Node = tuple[str, str]

tokens = st.dictionaries(
    st.sampled_from(list(How)), st.sampled_from([f"{number:032x}" for number in range(90, 93)])
)
persons = st.dictionaries(st.sampled_from(REFS), tokens, max_size=3)
joins = st.dictionaries(st.sampled_from(REFS), st.sampled_from(REFS), max_size=2).map(
    lambda pairs: {ref: into for ref, into in pairs.items() if ref < into}
)
summaries = st.builds(
    lambda told, joined, erased: Summary(
        month=MONTHS[0],
        revision=1,
        taxonomy="",
        persons=tuple(ToldPerson(ref=ref, tokens=each) for ref, each in told.items()),
        contacts=tuple(ToldContact(id=ref, person=ref, channel=Channel.PHONE) for ref in told),
        joined=tuple(Joined(*pair) for pair in joined.items()),
        erased=tuple(erased),
    ),
    persons,
    st.one_of(st.just({}), joins),
    st.one_of(st.just(set()), st.sets(st.sampled_from(REFS), max_size=1)),
)


@pytest.fixture(scope="module")
def lead(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = new_store(tmp_path_factory.mktemp("lead"), standing_clock(NOON))
    yield store
    store.close()


def expected(letters: dict[str, list[Summary]]) -> set[frozenset[Node]]:
    """Return the parts, worked out from the letters that count, in the order of sending."""
    told: dict[Node, set[str]] = {}
    known = {(device, ref) for device in letters for ref in REFS}
    part = {node: {node} for node in known}
    for device, sent in letters.items():
        last = {each.month: each for each in sent}
        for each in sent:
            if last[each.month] is each:
                for person in each.persons:
                    told[device, person.ref] = set(person.tokens.values())
        for ref in sent[-1].erased:
            if (device, ref) in told:
                told[device, ref] = set()
        for pair in sent[-1].joined:
            join(part, (device, pair.ref), (device, pair.into))
    beforehand = {node: frozenset(each) for node, each in part.items()}
    for token in {token for each in told.values() for token in each}:
        sharing = [node for node in told if token in told[node]]
        if len({device for device, _ in sharing}) == len({beforehand[each] for each in sharing}):
            for node in sharing[1:]:
                join(part, sharing[0], node)
    return {frozenset(each & told.keys()) for each in part.values()} - {frozenset()}


def join(part: dict[Node, set[Node]], one: Node, other: Node) -> None:
    both = part[one] | part[other]
    for node in both:
        part[node] = both


@settings(max_examples=150)
@given(data=st.data())
def test_the_parts_are_those_of_a_plain_count(lead: Store, data: st.DataObject) -> None:
    letters: dict[str, list[Summary]] = {}
    arrivals = []
    for device in DEVICES:
        sent = data.draw(st.lists(summaries, min_size=1, max_size=4), label=device)
        revisions: dict[str, int] = {}
        letters[device] = []
        for seq, each in enumerate(sent, 1):
            month = data.draw(st.sampled_from(MONTHS))
            revisions[month] = revisions.get(month, 0) + 1
            told = Summary(
                **{name: getattr(each, name) for name in each.__struct_fields__}
                | {"month": month, "revision": revisions[month]}
            )
            letters[device].append(told)
            sender = Sender(device=device, initials=device, name="")
            arrivals.append(arrival(told, sender, seq))
    order = data.draw(st.permutations(arrivals))
    cut = data.draw(st.integers(0, len(order)))
    with taken_back(lead):
        lead.settings.set("role", "lead")
        for each in order[:cut]:
            merge_many(lead, [each])
        receipts = merge_many(lead, order[cut:])
        rows = lead.database.execute("SELECT person_id, source, ref FROM reported_person")
        found: dict[str, set[Node]] = {}
        for person_id, source, ref in rows.fetchall():
            found.setdefault(person_id, set()).add((source, ref))
        assert {frozenset(each) for each in found.values()} == expected(letters)
        people = {row[0] for row in lead.database.execute("SELECT id FROM person").fetchall()}
        assert people == set(found)
        assert not receipts or receipts[-1].persons.after == len(found)
        assert lead.database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_who_was_joined_with_somebody_told_of_no_more_stays_and_is_counted(lead: Store) -> None:
    def told(month: str, revision: int, *refs: str, joined: tuple[Joined, ...] = ()) -> Summary:
        return Summary(
            month=month,
            revision=revision,
            taxonomy="",
            persons=tuple(ToldPerson(ref=ref) for ref in refs),
            contacts=tuple(ToldContact(id=ref, person=ref, channel=Channel.PHONE) for ref in refs),
            joined=joined,
        )

    one, other = REFS[:2]
    bond = (Joined(one, other),)
    sender = Sender(device="a", initials="a", name="")
    letters = (
        told(MONTHS[0], 1, one),
        told(MONTHS[1], 1, other, joined=bond),
        told(MONTHS[0], 2, joined=bond),
        told(MONTHS[2], 1),
    )
    with taken_back(lead):
        lead.settings.set("role", "lead")
        after = [
            merge_many(lead, [arrival(each, sender, seq)])[0].persons.after
            for seq, each in enumerate(letters, 1)
        ]
        assert after == [1, 1, 1, 1]
        assert lead.database.execute("PRAGMA foreign_key_check").fetchall() == []
        persons = lead.database.execute("SELECT id FROM person").fetchall()
        assert persons == lead.database.execute("SELECT person_id FROM inquiry").fetchall()
