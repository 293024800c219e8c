"""Days of consent from a file: for new persons, and without making old files look new."""

from datetime import date

import pytest

from app.models.import_contacts import ImportedContact
from app.models.import_report import RowsRejected
from app.models.importing import import_inquiries
from app.models.store import Store
from app.models.types import Channel, Identity
from tests.records import add_person

HEADER = "date,channel,name,birth_year,samtykkedato,evaluator_consent_on"


def imported(store: Store, *rows: str) -> None:
    import_inquiries(store, "\n".join((HEADER, *rows)).encode())


def test_a_new_person_gets_the_days_that_the_file_tells(store: Store) -> None:
    imported(
        store,
        "2018-02-01,phone,Anne Bo,1970,01-02-2018,",
        "2018-02-08,phone,Anne Bo,1970,08-02-2018,2018-02-08",
        "2018-02-08,phone,Bo Ek,1971,,",
        "2018-02-09,phone,,,2018-02-09,",
    )
    anne, bo = store.people.all()
    assert (anne.consent_on, anne.evaluator_consent_on) == (date(2018, 2, 1), date(2018, 2, 8))
    assert (bo.consent_on, bo.evaluator_consent_on) == (None, None)


def test_a_known_person_has_the_last_word(store: Store) -> None:
    known = add_person(store, "Anne Bo", birth_year=1970)
    imported(store, "2018-02-01,phone,Anne Bo,1970,2018-02-01,2018-02-01")
    person = store.people.get(known.id)
    assert (person.consent_on, person.evaluator_consent_on) == (None, None)


@pytest.mark.parametrize("wrong", ["2026-11-22", "ja", "30-02-2018"])
def test_what_is_no_past_day_is_refused(store: Store, wrong: str) -> None:
    with pytest.raises(RowsRejected) as refused:
        imported(store, f"2018-02-01,phone,Anne Bo,1970,{wrong},")
    assert [problem.column for problem in refused.value.report.rejected] == ["samtykkedato"]
    assert store.people.count() == 0


def test_a_file_imported_before_there_were_consents_still_adds_nothing() -> None:
    contact = ImportedContact(
        date=date(2018, 2, 1),
        channel=Channel.PHONE,
        identity=Identity.REGISTERED,
        name="Anne Bo",
        reasons=("P01",),
    )
    assert contact.fingerprint(1) == BEFORE_CONSENTS


BEFORE_CONSENTS = "cabbc5dfbc44c48e7c692d6228bb72410737c96f6c17fda7928806db2fd6df20"
"""The print of that contact as version 0.2 made it."""
