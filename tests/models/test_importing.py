"""A registration from another system comes in: planned, refused with reasons, applied, undone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.errors import InvalidInput
from app.models.importing import (
    ImportReport,
    RowsRejected,
    apply,
    import_inquiries,
    import_workplaces,
    plan_inquiries,
    read_table,
)
from app.models.inquiry_list import InquiryFilter, InquirySort
from app.models.store import Store
from app.models.types import AgeBand, Channel, Gender, Identity, Inquiry, Role, TermKind
from tests.stores import new_store

PLACES = """workplace,name,organisation,sector,started_month,place,remark
ARLA-DP,Arla Danmark Protein,Arla,private,2018-02,Kontorgangen,
HOLMBO,Holmbohjemmet,Ringkøbing-Skjern Kommune,municipal,2018-02,Ved køkkenet,
"""
HEADER = (
    "date,time,workplace,channel,identity,person,name,gender,birth_year,age_band,reasons,advice"
)
HANNE = "2018-02-06,15:00,ARLA-DP,workplace,registered,P1,Hanne Sørensen,woman,1978,,S03|P01,A05"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = new_store(tmp_path)
    import_workplaces(store, PLACES.encode())
    yield store
    store.close()


def csv_of(*rows: str, header: str = HEADER) -> bytes:
    return "\n".join((header, *rows, "")).encode()


def inquiries(store: Store) -> list[Inquiry]:
    rows = store.inquiries.rows(store.inquiries.list_seqs(InquiryFilter(), InquirySort.OLDEST))
    return [store.inquiries.get(row.id) for row in rows]


def refused(store: Store, *rows: str, header: str = HEADER) -> list[str]:
    """Return the reasons, in Danish, for which the rows are refused."""
    before = store.inquiries.count()
    with pytest.raises(RowsRejected) as caught:
        import_inquiries(store, csv_of(*rows, header=header))
    assert store.inquiries.count() == before
    return [problem.text.da for problem in caught.value.report.rejected]


def test_a_row_becomes_a_contact_with_its_person(store: Store) -> None:
    import_inquiries(store, csv_of(HANNE))
    (inquiry,) = inquiries(store)
    assert (inquiry.date, inquiry.time) == (date(2018, 2, 6), "15:00")
    assert inquiry.reasons == ("S03", "P01")
    assert inquiry.advice == ("A05",)
    assert inquiry.workplace_id == store.workplaces.by_code("ARLA-DP").id
    assert inquiry.counsellor_id == store.settings.counsellor_id
    person = store.people.get(inquiry.person_id)
    assert (person.name, person.gender, person.birth_year) == ("Hanne Sørensen", Gender.WOMAN, 1978)
    assert person.workplace_id == inquiry.workplace_id


def test_a_danish_file_from_a_danish_spreadsheet(store: Store) -> None:
    data = (
        "Dato;Klokkeslæt;Arbejdsplads;Form;Registreret/anonym;Navn;Køn;Født;Rolle;"
        "Sygefravær;Årsager;Råd;Minutter;Vejleder;Note\r\n"
        "06-02-2018;15.00;Holmbohjemmet;På arbejdspladsen;Registreret;Åse Ærø;Kvinde;1978;TR;"
        'Delvis;Lænderyg;Egen læge;15 min;BH;"Prøver øvelser;\nringer igen"\r\n'
        "07-02-2018;9.30;;Telefon;Anonym;;;;Leder;;Stress;;;KM;\r\n"
    ).encode("cp1252")
    report = import_inquiries(store, data)
    assert (report.added, report.new_counsellors, report.notices) == (2, ("BH",), ())
    first, call = inquiries(store)
    assert (first.reasons, first.advice, first.minutes) == (("P01",), ("A03",), 15)
    assert (first.role, first.note) == (Role.UNION_REP, "Prøver øvelser;\nringer igen")
    assert store.counsellors.get(first.counsellor_id).name == "BH"
    assert (call.channel, call.identity, call.workplace_id) == (
        Channel.PHONE,
        Identity.ANONYMOUS,
        None,
    )
    assert call.counsellor_id == store.settings.counsellor_id


def test_an_anonymous_person_keeps_the_band_they_told(store: Store) -> None:
    header = HEADER + ",returning"
    row = "2018-02-07,,HOLMBO,workplace,anonymous,,,man,,49-58,S01,,yes"
    import_inquiries(store, csv_of(row, header=header))
    (inquiry,) = inquiries(store)
    assert (inquiry.gender, inquiry.age_band) == (Gender.MAN, AgeBand.FROM_49)
    assert inquiry.said_returning


def test_a_row_without_reasons_is_a_contact_all_the_same(store: Store) -> None:
    import_inquiries(store, csv_of("2018-02-07,,HOLMBO,workplace,anonymous,,,,,,,"))
    assert inquiries(store)[0].reasons == ()


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("2018-02-30,,HOLMBO,,,,,,,,,", "række 2, kolonne date: Datoen 2018-02-30 findes ikke"),
        (",,HOLMBO,,,,,,,,,", "række 2, kolonne date: »« er ikke en dato."),
        ("2027-02-03,,HOLMBO,,,,,,,,,", "kolonne date: 03-02-2027 ligger i fremtiden."),
        ("2018-02-03,25:00,HOLMBO,,,,,,,,,", "kolonne time: »25:00« er ikke et klokkeslæt."),
        ("2018-02-03,,LEGO,,,,,,,,,", "kolonne workplace: Arbejdspladsen LEGO findes ikke."),
        ("2018-02-03,,,,,,,,,,,", "kolonne workplace: Skriv arbejdspladsen, eller at henvendelsen"),
        ("2018-02-03,,HOLMBO,brev,,,,,,,,", "kolonne channel: »brev« kendes ikke."),
        ("2018-02-03,,HOLMBO,,hemmelig,,,,,,,", "kolonne identity: »hemmelig« kendes ikke."),
        ("2018-02-03,,HOLMBO,,registered,,,,,,,", "kolonne name: En registreret henvendelse skal"),
        (
            "2018-02-03,,HOLMBO,,anonymous,,Bo Ek,,,,,",
            "kolonne name: En anonym henvendelse må ikke",
        ),
        ("2018-02-03,,HOLMBO,,anonymous,P7,,,,,,", "kolonne person: En anonym henvendelse må ikke"),
        ("2018-02-03,,HOLMBO,,anonymous,,,,1978,,,", "kolonne birth_year: Skriv aldersgruppen"),
        ("2018-02-03,,HOLMBO,,,,Bo Ek,,2019,,,", "kolonne birth_year: »2019« er ikke et fødselsår"),
        ("2018-02-03,,HOLMBO,,,,Bo Ek,,1978,19-28,,", "kolonne age_band: Skriv fødselsåret"),
        ("2018-02-03,,HOLMBO,,,,,,,,P01|X9,", "kolonne reasons: Koden X9 findes ikke"),
        ("2018-02-03,,HOLMBO,,,,,,,,,A01 A99", "kolonne advice: Koden A99 findes ikke"),
        ("2018-02-03,,HOLMBO,,,,,,,,,,,,x", "række 2: Rækken har flere celler"),
        (f"2018-02-03,,HOLMBO,,,,{'Bo ' * 99},,,,,", "kolonne name: Teksten er for lang"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_with_column_and_reason(
    store: Store, row: str, reason: str
) -> None:
    (problem,) = refused(store, row)
    assert reason in problem


def test_every_problem_of_a_row_is_named_at_once(store: Store) -> None:
    problems = refused(store, HANNE, "2018-02-31,99:99,LEGO,brev,,,,,,,X1,X2")
    assert [problem.split(":")[0] for problem in problems] == [
        f"række 3, kolonne {column}"
        for column in ("date", "workplace", "time", "channel", "reasons", "advice")
    ]


def test_a_cpr_number_is_refused_wherever_it_stands(store: Store) -> None:
    header = "Dato,Arbejdsplads,Gammelt nr."
    (problem,) = refused(store, "2018-02-03,HOLMBO,010203-1234", header=header)
    assert problem.startswith("række 2, kolonne Gammelt nr.: Der står noget, der ligner et CPR")
    assert "010203" not in problem


def test_a_retired_code_is_refused_from_that_day_on(store: Store) -> None:
    store.taxonomy.retire(TermKind.REASON, "R04", date(2018, 3, 1))
    last_day = "2018-02-28,,HOLMBO,,,,,,,,R04,"
    assert refused(store, "2018-03-01,,HOLMBO,,,,,,,,R04,") == [
        "række 2, kolonne reasons: Koden R04 var udgået den dag."
    ]
    assert import_inquiries(store, csv_of(last_day)).added == 1


def test_all_or_nothing_unless_told_otherwise(store: Store) -> None:
    data = csv_of(HANNE, "2018-02-30,,HOLMBO,,,,,,,,,")
    foreseen = import_inquiries(store, data, dry_run=True)
    assert (foreseen.added, foreseen.rejected_rows, store.inquiries.count()) == (1, (3,), 0)
    with pytest.raises(RowsRejected):
        import_inquiries(store, data)
    assert (store.inquiries.count(), store.people.count()) == (0, 0)
    report = import_inquiries(store, data, skip_bad_rows=True)
    assert (report.added, report.rejected_rows, store.inquiries.count()) == (1, (3,), 1)


def test_a_plan_writes_nothing(store: Store) -> None:
    before = store.database.execute("SELECT total_changes()").fetchone()
    plan_inquiries(store, read_table(csv_of(HANNE)))
    assert store.database.execute("SELECT total_changes()").fetchone() == before


def test_a_plan_is_made_anew_when_it_is_applied(store: Store) -> None:
    plan = plan_inquiries(store, read_table(csv_of(HANNE)))
    import_inquiries(store, csv_of(HANNE))
    assert apply(store, plan).already_there == 1
    assert store.inquiries.count() == 1


def test_the_same_file_twice_adds_nothing_however_it_is_written(store: Store) -> None:
    import_inquiries(store, csv_of(HANNE))
    other_spelling = HANNE.replace("2018-02-06,15:00", "6.2.2018,15.00").replace(",", ";")
    again = import_inquiries(
        store, csv_of(other_spelling, header=HEADER.replace(",", ";")).replace(b"\n", b"\r\n")
    )
    assert (again.added, again.already_there, again.change_set) == (0, 1, "")
    assert store.inquiries.count() == 1


def test_two_equal_rows_are_two_contacts_and_stay_two(store: Store) -> None:
    call = "2018-02-07,,,phone,anonymous,,,,,,S01,"
    assert import_inquiries(store, csv_of(call, call)).added == 2
    report = import_inquiries(store, csv_of(call, call, call))
    assert (report.added, report.already_there) == (1, 2)


def test_an_import_is_undone_and_redone_as_one(store: Store) -> None:
    done = import_inquiries(store, csv_of(HANNE, header=HEADER))
    redo = store.undo(done.change_set)
    assert (store.inquiries.count(), store.people.count()) == (0, 0)
    assert import_inquiries(store, csv_of(HANNE), dry_run=True).added == 1
    store.undo(redo)
    assert store.inquiries.count() == 1
    assert import_inquiries(store, csv_of(HANNE)).already_there == 1


def test_a_contact_deleted_by_hand_does_not_come_back(store: Store) -> None:
    import_inquiries(store, csv_of(HANNE))
    store.inquiries.delete(inquiries(store)[0].id)
    assert import_inquiries(store, csv_of(HANNE)).already_there == 1
    assert store.inquiries.count() == 0


def test_a_required_column_that_is_missing_or_doubled_is_named(store: Store) -> None:
    with pytest.raises(InvalidInput) as missing:
        import_inquiries(store, b"navn,note\nAnne,\n")
    assert "Kolonnen date (Dato) mangler." in missing.value.why.da
    with pytest.raises(InvalidInput) as doubled:
        import_inquiries(store, b"date,workplace,workplace\n2018-02-07,HOLMBO,\n")
    assert "Kolonnen workplace står flere gange." in doubled.value.why.da


def test_an_unknown_column_is_told_and_left_out(store: Store) -> None:
    report = import_inquiries(store, csv_of("2018-02-07,HOLMBO,x", header="dato,sted,vejr"))
    assert [notice.da for notice in report.notices] == ["Kolonnen vejr bruges ikke."]


def test_columns_can_be_mapped_by_hand(store: Store) -> None:
    table = read_table(csv_of("x,2018-02-07,HOLMBO", header="dato,uge,hvor"))
    plan = plan_inquiries(store, table, {"date": "uge", "workplace": "hvor"})
    assert apply(store, plan).added == 1


def workplace_report(store: Store, text: str) -> ImportReport:
    return import_workplaces(store, text.encode())


def test_workplaces_come_with_their_organisation(store: Store) -> None:
    place = store.workplaces.by_code("HOLMBO")
    assert (place.name, place.sector, place.place) == ("Holmbohjemmet", "municipal", "Ved køkkenet")
    assert place.started_on == date(2018, 2, 1)
    assert store.organisations.get(place.organisation_id).name == "Ringkøbing-Skjern Kommune"


def test_a_filled_cell_updates_a_workplace_and_an_empty_one_leaves_it(store: Store) -> None:
    report = workplace_report(
        store, "kode;navn;sted;sektor\nHOLMBO;;Mødelokalet;\nNY-1;Nyt sted;;privat\n"
    )
    assert (report.added, report.updated) == (1, 1)
    place = store.workplaces.by_code("HOLMBO")
    assert (place.name, place.place, place.sector) == ("Holmbohjemmet", "Mødelokalet", "municipal")
    assert [entry.fields for entry in store.audit.of_record(place.id)][-1] == ("place",)
    store.undo(report.change_set)
    assert store.workplaces.by_code("HOLMBO").place == "Ved køkkenet"
    assert store.workplaces.by_code("NY-1") is None


def test_the_same_workplaces_twice_change_nothing(store: Store) -> None:
    report = workplace_report(store, PLACES)
    assert (report.added, report.updated, report.already_there, report.change_set) == (0, 0, 2, "")


def test_workplaces_that_cannot_be_used_are_named(store: Store) -> None:
    rows = "workplace,name,sector,started_month\n1-A,Et,,\nB,,,\nC,Tre,måske,\nC,Fire,,2018-13\n"
    with pytest.raises(RowsRejected) as caught:
        workplace_report(store, rows)
    assert [problem.text.en.split(":")[0] for problem in caught.value.report.rejected] == [
        "row 2, column workplace",
        "row 3, column name",
        "row 4, column sector",
        "row 5, column started_month",
        "row 5, column workplace",
    ]
    assert store.workplaces.count() == 2


def test_a_p_number_is_not_taken_for_a_cpr_number(store: Store) -> None:
    report = workplace_report(store, "kode;navn;P-nummer;ansatte\nNY-1;Nyt sted;1003381234;1.250\n")
    place = store.workplaces.by_code("NY-1")
    assert (report.added, place.p_number, place.headcount) == (1, "1003381234", 1250)
    with pytest.raises(RowsRejected) as caught:
        workplace_report(store, "kode;navn;P-nummer\nNY-2;Nyt sted;12\n")
    assert "P-nummeret skal have 10 cifre." in caught.value.report.rejected[0].text.da
