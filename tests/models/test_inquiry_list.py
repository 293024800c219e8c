"""The list shows what its filter says, in the order asked for, compared with a plain reading."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.folding import fold, phone_digits
from app.models.inquiry_list import InquiryFilter, InquirySort
from app.models.sorting import danish_key
from app.models.store import Store
from app.models.types import Channel, ContactKind, Counsellor, Inquiry, RecordId
from tests.query_plans import plan_of
from tests.records import DAY, add_contact, add_person, add_workplace
from tests.stores import StoreMould

PEOPLE = [
    ("Åse Kjær", 1961, "20 30 40 50"),
    ("Karen Møller", 1974, "+45 60 70 80 90"),
    ("Aage Ørsted", None, ""),
    ("Zita Aabo", 1990, "20 31 00 00"),
]
PLACES = [("AARS", "Års Fabrik"), ("LEM", "Vestas i Lem"), ("OESTER", "Øster Plejecenter")]
DAYS = [DAY + timedelta(days=offset) for offset in (-40, -1, 0, 1)]
WORDS = [
    "", "kar", "KAREN MØL", "aase", "åse", "aars", "års fab", "lem", "plejecenter øst", "2030",
    "20 30 40", "+45 60", "1974", "p01", "S01 karen", "a02", "p0", "zita aars", "ingen", "%",
    "19", "a", "a 2", "aa 19 z",
]  # fmt: skip

contacts = st.fixed_dictionaries(
    {
        "person": st.sampled_from([None, 0, 1, 2, 3]),
        "place": st.sampled_from([None, 0, 1, 2]),
        "day": st.sampled_from(DAYS),
        "time": st.sampled_from(["", "09:00", "14:30"]),
        "channel": st.sampled_from([Channel.WORKPLACE, Channel.PHONE]),
        "counsellor": st.integers(0, 1),
        "reasons": st.sets(st.sampled_from(["P01", "S01", "F01"]), min_size=1).map(sorted),
        "advice": st.sets(st.sampled_from(["A01", "A02"])).map(sorted),
    }
)
filters = st.fixed_dictionaries(
    {
        "text": st.sampled_from(WORDS),
        "first": st.sampled_from([None, *DAYS]),
        "last": st.sampled_from([None, *DAYS]),
        "place": st.sampled_from([None, 0, 1]),
        "kind": st.sampled_from([None, *ContactKind]),
        "reason": st.sampled_from(["", "P01", "F01"]),
        "advice": st.sampled_from(["", "A02"]),
        "counsellor": st.sampled_from([None, 0, 1]),
    }
)


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> StoreMould:
    return StoreMould(tmp_path_factory.mktemp("mould"))


class Project:
    """A store with known people, places and contacts, and a plain way to read them."""

    def __init__(self, store: Store, made: list[dict[str, Any]]) -> None:
        self.store = store
        jon = store.counsellors.add(Counsellor(initials="JB", name="Jon Bæk"))
        self.counsellors = [store.settings.counsellor_id, jon.id]
        self.initials = {self.counsellors[0]: "KM", jon.id: "JB"}
        self.people = [
            add_person(store, name, birth_year=year, phone=phone) for name, year, phone in PEOPLE
        ]
        self.places = [add_workplace(store, code, name) for code, name in PLACES]
        self.inquiries = [self._add(**one) for one in made]

    def _add(self, person: int | None, place: int | None, counsellor: int, **rest: Any) -> Inquiry:
        who = None if person is None else self.people[person]
        where = None if place is None else self.places[place].id
        by = self.counsellors[counsellor]
        codes = {name: tuple(rest.pop(name)) for name in ("reasons", "advice")}
        return add_contact(self.store, who, workplace_id=where, counsellor_id=by, **rest, **codes)

    def person(self, inquiry: Inquiry) -> str:
        return next((p.name for p in self.people if p.id == inquiry.person_id), "")

    def place(self, inquiry: Inquiry) -> str:
        return next((p.name for p in self.places if p.id == inquiry.workplace_id), "")

    def kind(self, inquiry: Inquiry) -> ContactKind:
        if inquiry.person_id is None:
            alone = inquiry.channel is Channel.PHONE and inquiry.workplace_id is None
            return ContactKind.PHONE_NO_WORKPLACE if alone else ContactKind.ANONYMOUS
        theirs = [i for i in self.inquiries if i.person_id == inquiry.person_id]
        first = min(theirs, key=lambda i: (i.date, i.time, i.seq))
        return ContactKind.FIRST if inquiry == first else ContactKind.RETURNING

    def words(self, inquiry: Inquiry) -> set[str]:
        """Return every word under which an inquiry may be looked up."""
        found = set(fold(self.place(inquiry)).split())
        found |= {fold(p.code) for p in self.places if p.id == inquiry.workplace_id}
        for person in self.people:
            if person.id == inquiry.person_id:
                found |= {*fold(person.name).split(), phone_digits(person.phone)}
                found |= {str(person.birth_year)} if person.birth_year else set()
        return found

    def admits(self, wanted: dict[str, Any], inquiry: Inquiry) -> bool:
        place, counsellor = wanted["place"], wanted["counsellor"]
        return (
            (wanted["first"] is None or wanted["first"] <= inquiry.date)
            and (wanted["last"] is None or inquiry.date <= wanted["last"])
            and (place is None or inquiry.workplace_id == self.places[place].id)
            and (wanted["kind"] is None or self.kind(inquiry) is wanted["kind"])
            and (not wanted["reason"] or wanted["reason"] in inquiry.reasons)
            and (not wanted["advice"] or wanted["advice"] in inquiry.advice)
            and (counsellor is None or inquiry.counsellor_id == self.counsellors[counsellor])
            and all(self.has_word(word, inquiry) for word in typed(wanted["text"]))
        )

    def has_word(self, word: str, inquiry: Inquiry) -> bool:
        codes = {fold(code) for code in (*inquiry.reasons, *inquiry.advice)}
        return word in codes or any(known.startswith(word) for known in self.words(inquiry))

    def filter(self, wanted: dict[str, Any]) -> InquiryFilter:
        place, counsellor = wanted["place"], wanted["counsellor"]
        return InquiryFilter(
            text=wanted["text"],
            first=wanted["first"],
            last=wanted["last"],
            workplace_id=None if place is None else self.places[place].id,
            kind=wanted["kind"],
            reason=wanted["reason"],
            advice=wanted["advice"],
            counsellor_id=None if counsellor is None else self.counsellors[counsellor],
        )


def typed(text: str) -> list[str]:
    return fold(re.sub(r"(?<=\d) (?=\d)", "", text.replace("+45 ", ""))).split()


@given(st.lists(contacts, max_size=14), st.lists(filters, min_size=1, max_size=8))
def test_every_filter_admits_what_a_plain_reading_admits(
    mould: StoreMould, made: list[dict[str, Any]], asked: list[dict[str, Any]]
) -> None:
    with mould.copy() as store:
        project = Project(store, made)
        for wanted in asked:
            expected = [i for i in project.inquiries if project.admits(wanted, i)]
            expected.sort(key=lambda i: (i.date, i.time, i.seq), reverse=True)
            found = store.inquiries.list_seqs(project.filter(wanted))
            assert list(found) == [inquiry.seq for inquiry in expected]


@given(st.lists(contacts, max_size=14), st.booleans())
def test_every_order_is_the_one_asked_for(
    mould: StoreMould, made: list[dict[str, Any]], descending: bool
) -> None:
    with mould.copy() as store:
        project = Project(store, made)
        by_time = sorted(project.inquiries, key=lambda i: (i.date, i.time, i.seq))
        kinds = list(ContactKind)
        words: dict[InquirySort, Callable[[Inquiry], Any]] = {
            InquirySort.PERSON: lambda i: danish_key(project.person(i)),
            InquirySort.WORKPLACE: lambda i: danish_key(project.place(i)),
            InquirySort.KIND: lambda i: str(kinds.index(project.kind(i))),
            InquirySort.COUNSELLOR: lambda i: danish_key(project.initials[i.counsellor_id]),
        }
        for sort in InquirySort:
            expected = by_time if sort is InquirySort.OLDEST else by_time[::-1]
            if sort in words:
                word = words[sort]
                named = [i for i in expected if word(i)]
                named.sort(key=word, reverse=descending)
                expected = [*named, *(i for i in expected if not word(i))]
            found = store.inquiries.list_seqs(InquiryFilter(), sort, descending=descending)
            assert list(found) == [inquiry.seq for inquiry in expected], sort


@given(st.lists(contacts, min_size=1, max_size=10), st.randoms(use_true_random=False))
def test_a_page_has_the_rows_that_were_asked_for_in_that_order(
    mould: StoreMould, made: list[dict[str, Any]], random: Any
) -> None:
    with mould.copy() as store:
        project = Project(store, made)
        wanted = [i.seq for i in project.inquiries]
        random.shuffle(wanted)
        rows = store.inquiries.rows([*wanted[:3], 999, *wanted[3:]])
        assert [row.seq for row in rows] == wanted
        for row in rows:
            inquiry = next(i for i in project.inquiries if i.seq == row.seq)
            shared = [name for name in row.__struct_fields__ if name in inquiry.__struct_fields__]
            assert {n: getattr(row, n) for n in shared} == {n: getattr(inquiry, n) for n in shared}
            assert row.kind is project.kind(inquiry)
            assert (row.person, row.workplace) == (project.person(inquiry), project.place(inquiry))
            assert row.counsellor == project.initials[inquiry.counsellor_id]


def test_words_stand_in_the_order_of_the_danish_alphabet(store: Store) -> None:
    for name in ("Åse", "Zita", "Ærø", "Ørsted", "anna", "Aage", "Bo"):
        add_contact(store, add_person(store, name))
    add_contact(store)
    by_person = store.inquiries.list_seqs(InquiryFilter(), InquirySort.PERSON)
    people = [row.person for row in store.inquiries.rows(by_person)]
    assert people == ["anna", "Bo", "Zita", "Ærø", "Ørsted", "Aage", "Åse", ""]


def test_a_page_may_be_as_long_as_the_list(store: Store) -> None:
    """SQLite takes some thousand bound values at most; copying the whole list must not meet that."""
    contact = add_contact(store)
    (row,) = store.inquiries.rows([*range(1, 100_001)])
    assert row.id == contact.id
    assert store.inquiries.rows([]) == ()


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        ({"first": date(2026, 11, 1), "last": date(2026, 11, 30)}, "inquiry_order"),
        ({"workplace_id": RecordId("w")}, "inquiry_workplace"),
        ({"reason": "P01"}, "inquiry_reason_code"),
        ({"advice": "A01"}, "inquiry_advice_code"),
        ({"text": "karen"}, "inquiry_person"),
        ({"first": date(2026, 11, 1), "kind": ContactKind.FIRST}, "inquiry_order"),
    ],
)
def test_no_filter_reads_every_inquiry(store: Store, wanted: dict[str, Any], index: str) -> None:
    add_contact(store, add_person(store, "Karen Møller"))
    add_contact(store, add_person(store, "Zita Aabo"))
    plan = plan_of(store, lambda: store.inquiries.list_seqs(InquiryFilter(**wanted)))
    assert index in plan
    assert not re.search(r"SCAN (i|inquiry)\b", plan), plan


def test_the_whole_list_is_read_from_the_index_that_has_its_order(store: Store) -> None:
    plan = plan_of(store, lambda: store.inquiries.list_seqs(InquiryFilter()))
    assert "SCAN i USING COVERING INDEX inquiry_order" in plan
    assert "TEMP B-TREE" not in plan


def test_a_page_is_looked_up_row_by_row(store: Store) -> None:
    plan = plan_of(store, lambda: store.inquiries.rows([1, 2, 3]))
    assert not re.search(r"SCAN (?!json_each)", plan), plan
