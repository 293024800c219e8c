"""Taking summaries in: receipts, verdicts, and everything that is refused with nothing changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.errors import Conflict, NotFound, UserError
from app.models.case_types import ReferralState
from app.models.folding import search_text
from app.models.merging import merge_people
from app.models.month_closing import close_month, restate_month
from app.models.people import ERASED_NAME
from app.models.periods import Period
from app.models.store import Store
from app.models.tallies import tally
from app.models.team.lead_status import Arrived, lead_status
from app.models.team.merging import merge, merge_many
from app.models.team.reported import (
    MergeReceipt,
    Sender,
    Sum,
    Verdict,
    receipt_words,
)
from app.models.team.summarising import keep_gone_refs, make_summary
from app.models.team.summary import (
    NotASummary,
    Summary,
    ToldPromise,
    ToldReferral,
    encode_summary,
    read_summary,
)
from app.models.team.tokens import SummaryKeys
from app.models.types import Gender, RecordId
from tests.models.random_projects import taken_back
from tests.models.team.random_teams import TEAM_KEY
from tests.models.team.test_equality import arrival
from tests.records import add_contact, add_person, add_workplace
from tests.stores import new_store, standing_clock

JANUARY, FEBRUARY = Period.month(date(2026, 1, 1)), Period.month(date(2026, 2, 1))
NOW = datetime(2026, 3, 5, 11, tzinfo=UTC)
KM, JB = (Sender(device=device, initials=device, name="") for device in ("KM", "JB"))
KEYS = {
    "KM": SummaryKeys(b"1" * 32, TEAM_KEY),
    "JB": SummaryKeys(b"2" * 32, TEAM_KEY),
}


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Store]:
    store = new_store(tmp_path / "lead", standing_clock(NOW))
    store.settings.set("role", "lead")
    yield store
    store.close()


@contextmanager
def laptop(folder: Path) -> Iterator[Store]:
    store = new_store(folder, standing_clock(NOW))
    try:
        yield store
    finally:
        store.close()


def closed(store: Store, device: str, month: Period = JANUARY) -> Summary:
    close_month(store, month, anyway=True)
    return make_summary(store, month, KEYS[device])


def everything(store: Store) -> list[object]:
    """Return every row of every table that a report can change, the log of letters left out."""
    tables = store.database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        " AND name <> 'reported_letter' ORDER BY name"
    ).fetchall()
    return [
        sorted(map(repr, store.database.execute(f"SELECT * FROM {name}").fetchall()))
        for (name,) in tables
    ]


def counted(receipt: MergeReceipt) -> tuple[tuple[int, ...], tuple[int, ...]]:
    assert (receipt.persons.parted, receipt.contacts.parted) == (0, 0)
    return in_numbers(receipt.persons), in_numbers(receipt.contacts)


def in_numbers(sum_: Sum) -> tuple[int, ...]:
    return (sum_.before, sum_.told, sum_.known, sum_.gone, sum_.after)


def test_the_receipt_says_who_was_known(tmp_path: Path, lead: Store) -> None:
    with laptop(tmp_path / "km") as store:
        for name, phone in (("Lone Bæk", "20000001"), ("Bo Holm", "20000002")):
            add_contact(store, add_person(store, name, phone=phone), date(2026, 1, 5))
        add_contact(store, day=date(2026, 1, 6))
        km = closed(store, "KM")
    with laptop(tmp_path / "jb") as store:
        for name, phone in (("L. Bæk", "+45 20 00 00 01"), ("Ida Juhl", "20000003")):
            add_contact(store, add_person(store, name, phone=phone), date(2026, 1, 4))
        jb = closed(store, "JB")
    assert counted(merge(lead, arrival(km, KM, 1))) == ((0, 2, 0, 0, 2), (0, 3, 0, 0, 3))
    receipt = merge(lead, arrival(jb, JB, 1))
    assert counted(receipt) == ((2, 2, 1, 0, 3), (3, 2, 0, 0, 5))
    assert [text.da for text in receipt_words(receipt)] == [
        "Taget ind.",
        "Personer: 2 + 2 nye − 1 kendte = 3",
        "Henvendelser: 3 + 2 nye = 5",
    ]
    figures = tally(lead, JANUARY)
    assert (figures.contacts.first, figures.contacts.returning) == (3, 1)
    before = everything(lead)
    assert merge(lead, arrival(jb, JB, 1)).verdict is Verdict.KNOWN
    assert merge(lead, arrival(jb, JB, 2)).verdict is Verdict.KNOWN
    assert everything(lead) == before


def test_a_corrected_month_replaces_and_an_older_one_does_not(tmp_path: Path, lead: Store) -> None:
    with laptop(tmp_path / "km") as store:
        person = add_person(store, "Lone Bæk", phone="20000001")
        wrong = add_contact(store, person, date(2026, 1, 5))
        add_contact(store, add_person(store, "Bo Holm"), date(2026, 1, 6))
        first = closed(store, "KM")
        store.inquiries.delete(wrong.id)
        with pytest.raises(Conflict):
            make_summary(store, JANUARY, KEYS["KM"])
        restate_month(store, JANUARY, "Den var dobbelt.")
        second = make_summary(store, JANUARY, KEYS["KM"])
    assert (first.revision, second.revision) == (1, 2)
    merge(lead, arrival(first, KM, 1))
    receipt = merge(lead, arrival(second, KM, 2))
    assert receipt.verdict is Verdict.REPLACED
    assert counted(receipt) == ((2, 1, 0, 2, 1), (2, 1, 0, 2, 1))
    assert [text.da for text in receipt_words(receipt)] == [
        "Taget ind i stedet for det, der var sendt før.",
        "Personer: 2 før, 1 nu: 1 færre",
        "Henvendelser: 2 før, 1 nu: 1 færre",
    ]
    before = everything(lead)
    assert merge(lead, arrival(first, KM, 1)).verdict is Verdict.KNOWN
    assert everything(lead) == before
    row = lead_status(lead, [JANUARY, FEBRUARY], [KM, JB]).laptops
    assert [[cell.state for cell in each.months] for each in row] == [
        [Arrived.LATE, Arrived.AWAITED],
        [Arrived.SENT_LATE, Arrived.AWAITED],
    ]
    assert row[1].months[0].revision == 2


def test_an_older_revision_that_comes_later_changes_nothing(tmp_path: Path, lead: Store) -> None:
    told = simple(tmp_path)
    merge(lead, arrival(replace(told, revision=2), KM, 2))
    before = everything(lead)
    assert merge(lead, arrival(told, KM, 1)).verdict is Verdict.OLDER
    assert everything(lead) == before


def simple(folder: Path) -> Summary:
    with laptop(folder / "simple") as store:
        place = add_workplace(store, "VESTAS")
        person = add_person(store, "Lone Bæk", phone="20000001", birth_year=1975)
        add_contact(store, person, date(2026, 1, 5), workplace_id=place.id)
        return closed(store, "KM")


def test_the_same_number_with_other_content_is_refused(tmp_path: Path, lead: Store) -> None:
    told = simple(tmp_path)
    merge(lead, arrival(told, KM, 1))
    before = everything(lead)
    other = replace(told, contacts=())
    forked = [
        arrival(replace(other, month="2026-02"), KM, 1),
        arrival(other, KM, 2),
        arrival(other, KM, 1),
    ]
    assert [merge(lead, each).verdict for each in forked] == [Verdict.FORKED] * 3
    assert merge(lead, forked[0]).verdict is Verdict.FORKED
    assert everything(lead) == before
    row = lead_status(lead, [JANUARY], [KM]).laptops[0]
    assert (row.forked, row.gaps, row.known) == (3, (), True)


def test_a_restored_laptop_replaces_the_months_of_the_one_before(
    tmp_path: Path, lead: Store
) -> None:
    told = simple(tmp_path)
    new = replace(KM, device="KM2", before=("KM",))
    assert merge(lead, arrival(told, new, 1)).verdict is Verdict.NEW
    before = everything(lead)
    assert merge(lead, arrival(replace(told, revision=9, contacts=()), KM, 4)).verdict is (
        Verdict.OLDER
    )
    assert everything(lead) == before
    rows = lead_status(lead, [JANUARY], [new]).laptops
    assert [(row.source, row.known) for row in rows] == [("KM", True)]


def broken(told: Summary) -> dict[str, bytes]:
    """Return contents of letters that must not be taken in."""
    good = encode_summary(told)
    person, contact = told.persons[0], told.contacts[0]
    changed = {
        "another format": replace(told, format="vejviser-summary/2"),
        "a person twice": replace(told, persons=(person, person)),
        "a contact twice": replace(told, contacts=(contact, contact)),
        "an unknown person": replace(told, persons=()),
        "an unknown workplace": replace(told, places=()),
        "an unknown code": replace(told, contacts=(replace(contact, reasons=("Z99",)),)),
        "a code twice": replace(told, contacts=(replace(contact, reasons=("P01", "P01")),)),
        "two owners": replace(told, contacts=(replace(contact, alias="0" * 32),)),
        "another month": replace(told, month="2026-02"),
        "another revision": replace(told, revision=3),
    }
    raw = {
        "nothing": b"",
        "no JSON": b"\x00\xff" + good,
        "cut off": good[:-20],
        "an unknown field": good[:-1] + b',"name":"Lone"}',
        "a day for a month": good.replace(b'"2026-01"', b'"2026-01-05"'),
        "a word outside": good.replace(b'"channel":"workplace"', b'"channel":"pub"'),
        "a negative sum": good.replace(b'"revision":1', b'"revision":-1'),
    }
    assert all(data != good for data in raw.values())
    return {name: encode_summary(each) for name, each in changed.items()} | raw


def test_what_cannot_be_is_refused_with_nothing_changed(tmp_path: Path, lead: Store) -> None:
    told = simple(tmp_path)
    before = everything(lead)
    good = arrival(told, KM, 1)
    for name, payload in broken(told).items():
        with pytest.raises(NotASummary):
            merge(lead, replace(good, payload=payload))
        with pytest.raises(NotASummary):
            merge_many(lead, [good, replace(good, seq=2, payload=payload)])
        assert everything(lead) == before, name
    assert lead.database.execute("SELECT count(*) FROM reported_letter").fetchone() == (0,)


def test_only_a_closed_month_is_told_and_only_a_lead_takes_it_in(tmp_path: Path) -> None:
    told = simple(tmp_path)
    with laptop(tmp_path / "jb") as store:
        with pytest.raises(NotFound):
            make_summary(store, JANUARY, KEYS["JB"])
        with pytest.raises(UserError):
            merge(store, arrival(told, KM, 1))


def test_a_lead_counts_whole_months_only(lead: Store) -> None:
    with pytest.raises(UserError):
        tally(lead, Period(date(2026, 1, 1), date(2026, 1, 30)))


def test_nothing_that_says_who_it_is_leaves_the_laptop(tmp_path: Path) -> None:
    with laptop(tmp_path / "km") as store:
        place = add_workplace(store, "VESTAS", remark="kanarie i kantinen")
        person = add_person(store, "Kanariefugl Sørensen", phone="70009901", birth_year=1969)
        talk = add_contact(
            store, person, date(2026, 1, 17), "09:31", note="kanarienote", workplace_id=place.id
        )
        add_contact(store, day=date(2026, 1, 17), alias_id=store.aliases.ensure("kanarieord").id)
        payload = encode_summary(closed(store, "KM"))
        words = ("kanarie", "sørensen", "70009901", "1969", "2026-01-17", "09:31")
        ids = (person.id, talk.id, place.id, store.settings.counsellor_id)
        text = payload.decode().casefold()
        assert [each for each in (*words, *ids, search_text("Sørensen")) if each in text] == []
        assert read_summary(payload) == make_summary(store, JANUARY, KEYS["KM"])


def test_people_merged_on_a_laptop_are_one_at_the_lead(tmp_path: Path, lead: Store) -> None:
    with laptop(tmp_path / "km") as store:
        one, again = (add_person(store, name) for name in ("Lone Bæk", "Lone Beck"))
        add_contact(store, one, date(2026, 1, 5))
        january = closed(store, "KM")
        add_contact(store, again, date(2026, 2, 5))
        merge_people(store, again.id, one.id)
        february = closed(store, "KM", FEBRUARY)
        merged = arrival(february, KM, 2)
        split = arrival(replace(february, joined=()), KM, 2)
    for order in ((arrival(january, KM, 1), merged), (merged, arrival(january, KM, 1))):
        with taken_back(lead):
            merge_many(lead, order)
            assert tally(lead, Period(JANUARY.first, FEBRUARY.last)).contacts.first == 1
    merge_many(lead, [arrival(january, KM, 1), split])
    assert tally(lead, Period(JANUARY.first, FEBRUARY.last)).contacts.first == 2


def test_who_was_erased_on_a_laptop_is_nobody_at_the_lead(tmp_path: Path, lead: Store) -> None:
    with laptop(tmp_path / "km") as store:
        person = add_person(store, "Lone Bæk", phone="20000001", gender=Gender.WOMAN)
        add_contact(store, person, date(2026, 1, 5))
        january = closed(store, "KM")
        add_contact(store, add_person(store, "Bo Holm"), date(2026, 2, 5))
        with store.atomic():
            keep_gone_refs(store, KEYS["KM"], [person.id], RecordId("nobody"))
        february = closed(store, "KM", FEBRUARY)
    merge(lead, arrival(january, KM, 1))
    assert lead.database.execute("SELECT count(*) FROM reported_token").fetchone() == (1,)
    before = tally(lead, JANUARY)
    merge(lead, arrival(february, KM, 2))
    names = {person.name for person in lead.people.all()}
    assert len(names) == 1
    assert ERASED_NAME not in names
    rows = lead.database.execute("SELECT count(*) FROM person WHERE name = ?", (ERASED_NAME,))
    assert rows.fetchone() == (1,)
    assert lead.database.execute("SELECT count(*) FROM reported_token").fetchone() == (0,)
    assert tally(lead, JANUARY) == before


def test_a_local_workplace_is_made_kept_up_to_date_and_dropped(tmp_path: Path, lead: Store) -> None:
    told = simple(tmp_path)
    merge(lead, arrival(told, KM, 1))
    made = lead.workplaces.by_code("VESTAS")
    assert made is not None
    assert made.name == "Vestas"
    renamed = replace(told, revision=2, places=(replace(told.places[0], name="Vestas Lem"),))
    merge(lead, arrival(renamed, KM, 2))
    assert lead.workplaces.get(made.id).name == "Vestas Lem"
    none = replace(told, revision=3, places=(), contacts=(), persons=(), visits=())
    merge(lead, arrival(none, KM, 3))
    assert lead.workplaces.all() == ()


def test_a_workplace_that_the_lead_changed_is_the_leads(tmp_path: Path, lead: Store) -> None:
    told = simple(tmp_path)
    merge(lead, arrival(told, KM, 1))
    made = lead.workplaces.by_code("VESTAS")
    assert made is not None
    lead.workplaces.change(replace(made, name="Vestas i Lem"))
    merge(lead, arrival(replace(told, revision=2), KM, 2))
    assert lead.workplaces.get(made.id).name == "Vestas i Lem"


def test_a_workplace_whose_code_the_lead_changed_is_still_known_by_the_old_one(
    tmp_path: Path, lead: Store
) -> None:
    promise = ToldPromise(workplace="VESTAS", made="2026-01", due="2026-02")
    told = replace(simple(tmp_path), promises=(promise,))
    merge(lead, arrival(told, KM, 1))
    made = lead.workplaces.by_code("VESTAS")
    assert made is not None
    lead.workplaces.change(replace(made, code="VESTAS-LEM"))
    february = replace(told, month="2026-02", contacts=(), persons=(), visits=())
    for each, seq in ((replace(told, revision=2), 2), (february, 3)):
        merge(lead, arrival(each, KM, seq))
    assert [place.id for place in lead.workplaces.all()] == [made.id]
    for table in ("inquiry", "followup"):
        rows = lead.database.execute(f"SELECT DISTINCT workplace_id FROM {table}")
        assert rows.fetchall() == [(made.id,)]
    (counted,) = tally(lead, JANUARY).by_workplace
    assert (counted.workplace, counted.all) == ("VESTAS-LEM", len(told.contacts))


def test_a_referral_follows_its_person_when_another_laptop_makes_them_somebody_else(
    tmp_path: Path, lead: Store
) -> None:
    told = simple(tmp_path)
    person = told.persons[0]
    referral = ToldReferral(
        person=person.ref,
        advice="A01",
        suggested="2026-01",
        state=ReferralState.SUGGESTED,
        since="2026-01",
    )
    merge(lead, arrival(replace(told, referrals=(referral,)), KM, 1))
    # The first laptop in the order of names gives the record, so the person becomes another one.
    first = Sender(device="AA", initials="AA", name="")
    merge(lead, arrival(replace(told, contacts=told.contacts[:0]), first, 1))
    rows = lead.database.execute("SELECT person_id FROM referral").fetchall()
    assert rows == lead.database.execute("SELECT id FROM person").fetchall()
    assert len(rows) == 1
