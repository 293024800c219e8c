"""How a receipt says what became of the numbers: sums that add up, and that can be read."""

from datetime import date
from pathlib import Path

from app.models.team.merging import merge
from app.models.team.reported import Sum, sum_lines
from app.models.team.summarising import keep_gone_refs
from app.models.types import RecordId
from tests.models.team.test_equality import arrival
from tests.models.team.test_merging import FEBRUARY, JB, KEYS, KM, closed, laptop
from tests.records import add_contact, add_person


def test_a_correction_tells_what_became_more_and_not_what_was_sent_again() -> None:
    persons = Sum(before=4, told=3, known=1, gone=1, after=5)
    contacts = Sum(before=11, told=5, known=0, gone=4, after=12)
    assert [text.da for text in sum_lines(persons, contacts)] == [
        "Personer: 4 før, 5 nu: 1 mere",
        "Henvendelser: 11 før, 12 nu: 1 mere",
    ]
    same = Sum(before=7, told=2, known=0, gone=2, after=7)
    assert [text.en for text in sum_lines(same, same)] == [
        "Persons: 7 as before",
        "Inquiries: 7 as before",
    ]


def test_a_receipt_after_an_erasure_is_a_sum_that_can_be_read(tmp_path: Path) -> None:
    """Both laptops knew her; one erases her, so she counts twice, and nothing is negative."""
    with laptop(tmp_path / "lead") as lead:
        lead.settings.set("role", "lead")
        with laptop(tmp_path / "jb") as store:
            add_contact(store, add_person(store, "Lone Bæk", phone="20000001"), date(2026, 1, 4))
            merge(lead, arrival(closed(store, "JB"), JB, 1))
        with laptop(tmp_path / "km") as store:
            person = add_person(store, "Lone Bæk", phone="20000001")
            add_contact(store, person, date(2026, 1, 5))
            merge(lead, arrival(closed(store, "KM"), KM, 1))
            add_contact(store, add_person(store, "Bo Holm"), date(2026, 2, 5))
            with store.atomic():
                keep_gone_refs(store, KEYS["KM"], [person.id], RecordId("nobody"))
            february = closed(store, "KM", FEBRUARY)
        receipt = merge(lead, arrival(february, KM, 2))
    assert receipt.persons == Sum(before=1, told=1, known=0, gone=0, after=3, parted=1)
    people, inquiries = sum_lines(receipt.persons, receipt.contacts)
    assert people.en.startswith(
        "Persons: 1 + 1 new + 1 who cannot be recognised any more = 3 (erased on a laptop"
    )
    assert people.da.startswith(
        "Personer: 1 + 1 nye + 1, der ikke længere kan genkendes = 3 (slettet på en computer"
    )
    assert inquiries.en == "Inquiries: 2 + 1 new = 3"
