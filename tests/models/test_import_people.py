"""Who is who in a registration, with and without person keys."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.models.csv_reading import read_table
from app.models.importing import RowsRejected, import_inquiries, plan_inquiries
from app.models.store import Store
from app.models.types import Gender, Person
from tests.stores import new_store

HEADER = "date,channel,person,name,gender,birth_year,phone"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = new_store(tmp_path)
    yield store
    store.close()


def take(store: Store, *rows: str) -> int:
    """Import contacts of ``person,name,gender,birth_year,phone`` and return how many are new."""
    lines = (f"2018-02-{day:02d},phone,{row}" for day, row in enumerate(rows, 1))
    return import_inquiries(store, "\n".join((HEADER, *lines)).encode()).new_people


def refusal(store: Store, *rows: str) -> str:
    with pytest.raises(RowsRejected) as caught:
        take(store, *rows)
    (problem,) = caught.value.report.rejected
    return problem.text.da


def test_the_key_decides(store: Store) -> None:
    assert take(store, "K1,Anne Bo,woman,1970,", "K2,Anne Bo,woman,1970,", "K1,Anne Bo,,,") == 2


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("K1,Anna Bo,,,", "kolonne name: Personnøglen har et andet navn end i række 2."),
        ("K1,Anne Bo,man,,", "kolonne gender: Personnøglen har et andet køn end i række 2."),
        ("K1,Anne Bo,,1971,", "kolonne birth_year: Personnøglen har et andet fødselsår end i"),
    ],
)
def test_a_row_that_contradicts_its_key_is_refused(store: Store, row: str, reason: str) -> None:
    assert reason in refusal(store, "K1,Anne Bo,woman,1970,", row)


def test_a_row_that_contradicts_the_person_on_record_is_refused(store: Store) -> None:
    take(store, "K1,Anne Bo,woman,1970,")
    assert refusal(store, "K1,Anne Ek,,,").endswith("et andet navn end den, der er registreret.")


def test_case_and_blanks_of_a_name_do_not_count(store: Store) -> None:
    assert take(store, "K1,Anne Bo,,,", "K1,ANNE  BO,,,") == 1


def test_without_a_key_name_and_year_are_enough(store: Store) -> None:
    assert take(store, ",Anne Bo,,1970,", ",anne bo,woman,1970,", ",Anne Bo,,1971,") == 2


def test_without_a_key_name_and_phone_are_enough(store: Store) -> None:
    assert take(store, ",Anne Bo,,,70 00 00 01", ",Anne Bo,,,70000001", ",Anne Bo,,,70000002") == 2


def test_a_name_alone_matches_only_a_name_alone(store: Store) -> None:
    assert take(store, ",Anne Bo,,,", ",Anne Bo,,,", ",Anne Bo,,1970,") == 2


def test_another_gender_is_another_person(store: Store) -> None:
    assert take(store, ",Kim Bo,woman,1970,", ",Kim Bo,man,1970,") == 2


def test_names_in_other_alphabets_are_told_apart(store: Store) -> None:
    assert take(store, ",Ольга Иванова,,1970,", ",Анна Петрова,,1970,") == 2


def test_when_several_persons_fit_a_key_is_asked_for(store: Store) -> None:
    reason = refusal(store, "K1,Anne Bo,,1970,", "K2,Anne Bo,,1970,", ",Anne Bo,,1970,")
    assert reason == "række 4, kolonne name: Flere personer passer. Giv rækken en personnøgle."


def test_a_person_from_the_window_is_recognised_and_completed(store: Store) -> None:
    known = store.people.add(Person(name="Anne Bo", birth_year=1970))
    assert take(store, ",Anne Bo,woman,1970,70000001") == 0
    person = store.people.get(known.id)
    assert (person.gender, person.phone) == (Gender.WOMAN, "70000001")
    assert len(store.inquiries.of_person(known.id)) == 1


def test_what_is_known_is_never_replaced(store: Store) -> None:
    known = store.people.add(Person(name="Anne Bo", birth_year=1970, phone="70000001"))
    take(store, ",Anne Bo,,1970,")
    assert store.people.get(known.id).phone == "70000001"


def test_thousands_of_one_name_take_no_longer_than_thousands_of_names(store: Store) -> None:
    rows = (f"2018-02-01,phone,,Bo Ek,,,{20_000_000 + number}" for number in range(5_000))
    table = read_table("\n".join((HEADER, *rows)).encode())
    started = time.process_time()
    assert plan_inquiries(store, table).report.new_people == 5_000
    assert time.process_time() - started < 10


def test_what_a_later_row_tells_is_what_the_next_one_is_compared_with(store: Store) -> None:
    rows = ("K1,Anne Bo,,1970,", "K1,Anne Bo,,,20304050", ",Anne Bo,,,20304050", ",Anne Bo,,1971,")
    assert take(store, *rows) == 2
