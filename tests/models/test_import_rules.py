"""Presence rules from a file: what it says, what is proposed where it is silent, and undo."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.errors import InvalidInput
from app.models.importing import ImportReport, RowsRejected, import_rules, import_workplaces
from app.models.plan import read_plan
from app.models.plan_types import PresenceRule, RulePlace
from app.models.planning import hold_visit, plan_visit
from app.models.store import Store
from app.models.types import Shift
from app.paths import resource
from tests.stores import new_store

PLACES = """workplace,name,place
ARLA-DP,Arla Danmark Protein,Kontorgangen
HOLMBO,Holmbohjemmet,
TIM,Tim Plejehjem,Personalestuen
"""
HEADER = "workplace,every_weeks,weekdays,time,minutes,place,valid_from"
SURE = "HOLMBO,2,tirsdag,9.00,60,Kantinen,2026-12-01"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three workplaces; today is Saturday 21 November 2026."""
    store = new_store(tmp_path)
    import_workplaces(store, PLACES.encode())
    yield store
    store.close()


def file_of(*rows: str, header: str = HEADER) -> bytes:
    return "\n".join((header, *rows, "")).encode()


def imported(store: Store, *rows: str, header: str = HEADER) -> tuple[PresenceRule, ...]:
    import_rules(store, file_of(*rows, header=header))
    return store.presence_rules.all()


def refused(store: Store, *rows: str, header: str = HEADER) -> list[str]:
    with pytest.raises(RowsRejected) as caught:
        import_rules(store, file_of(*rows, header=header))
    assert store.presence_rules.count() == 0
    return [problem.text.da for problem in caught.value.report.rejected]


def told(report: ImportReport) -> list[str]:
    return [notice.da for notice in report.notices]


def test_a_row_that_says_everything_becomes_a_rule_without_proposals(store: Store) -> None:
    report = import_rules(store, file_of(SURE))
    (rule,) = store.presence_rules.all()
    assert (rule.every_weeks, rule.weekdays, rule.time, rule.minutes) == (2, (2,), "09:00", 60)
    assert rule.places == (RulePlace(room="Kantinen"),)
    assert rule.counsellor_ids == (store.settings.counsellor_id,)
    assert (rule.valid_from, rule.valid_until) == (date(2026, 12, 1), None)
    assert told(report) == ["Nævner filen ingen vejleder, er det KM."]
    days = [visit.day for visit in read_plan(store, date(2026, 12, 1), date(2026, 12, 31))]
    assert days == [date(2026, 12, 1), date(2026, 12, 15), date(2026, 12, 29)]


def test_a_danish_file_from_a_danish_spreadsheet(store: Store) -> None:
    data = (
        "Arbejdsplads;Hver n. uge;Ugedage;Klokkeslæt;Timer pr. fremmøde;Vagt;Steder;Adresser;"
        "Vejledere;Gælder fra;Gælder til;Bemærkning\r\n"
        "Holmbohjemmet;hver anden uge;tirsdag og torsdag;kl. 21.30;1,5;Natholdet;Stuen|Kontoret;"
        "Nord|Syd;BH|KM;01-12-2026;30-06-2027;Ring på\r\n"
    ).encode("cp1252")
    report = import_rules(store, data)
    (rule,) = store.presence_rules.all()
    assert (rule.every_weeks, rule.weekdays, rule.time, rule.minutes) == (2, (2, 4), "21:30", 90)
    assert rule.shift is Shift.NIGHT
    assert rule.places == (
        RulePlace(room="Stuen", address="Nord"),
        RulePlace(room="Kontoret", address="Syd"),
    )
    assert report.new_counsellors == ("BH",)
    initials = [store.counsellors.get(who).initials for who in rule.counsellor_ids]
    assert initials == ["BH", "KM"]
    assert (rule.valid_until, rule.remark) == (date(2027, 6, 30), "Ring på")
    assert report.notices == ()


def test_the_published_workplaces_come_in_as_they_are(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    data = resource("demo", "workplaces.csv").read_bytes()
    import_workplaces(store, data)
    report = import_rules(store, data)
    assert (report.rows, report.added, report.new_rules, report.left_out) == (17, 15, 16, 2)
    notices = told(report)
    assert notices[0] == (
        "række 2, ARLA-DP: hver uge, mandag 08.00–09.00 (foreslået: ugedag, klokkeslæt)"
    )
    assert notices[1] == (
        "række 4, VESTAS-RI: hver 2. uge, tirsdag 08.00–09.00, dagholdet"
        " · hver 2. uge, tirsdag 15.00–16.00, aftenholdet (foreslået: ugedag, klokkeslæt)"
    )
    without = "Uden hyppighed og derfor uden regel: række 3 (ARLA-KC), 18 (ANDEN-K)."
    assert without in notices
    starts = {
        (rule.weekdays, rule.time) for rule in store.presence_rules.all() if rule.time < "15:00"
    }
    assert len(starts) == 15, "spread over the week, no two together"
    vestas = store.workplaces.by_code("VESTAS-RI")
    assert vestas is not None
    day, evening = store.presence_rules.of_workplace(vestas.id)
    assert [(rule.shift, rule.time, rule.every_weeks) for rule in (day, evening)] == [
        (Shift.DAY, "08:00", 2),
        (Shift.EVENING, "15:00", 2),
    ]
    assert day.valid_from == date(2018, 2, 1)
    assert day.places == (RulePlace(room="»Glasburet« over teamledernes kontor"),)
    again = import_rules(store, data)
    assert (again.added, again.already_there, again.left_out) == (0, 15, 2)
    store.close()


def test_what_is_silent_is_as_the_latest_visits_were(store: Store) -> None:
    arla = store.workplaces.by_code("ARLA-DP")
    assert arla is not None
    for day, hour in ((3, 10), (10, 12), (17, 12), (19, 8)):
        planned = plan_visit(
            store, workplace_id=arla.id, day=date(2026, 11, day), time="07:00", minutes=60
        )
        begun = datetime(2026, 11, day, hour, 3, tzinfo=UTC)
        hold_visit(store, planned.id, begun, begun.replace(hour=hour + 1))

    report = import_rules(store, file_of("ARLA-DP,2,,,45,,"))

    (rule,) = store.presence_rules.all()
    assert (rule.weekdays, rule.time) == ((2,), "13:00"), "Tuesdays, mostly at one"
    assert told(report)[0] == (
        "række 2, ARLA-DP: hver 2. uge, tirsdag 13.00–13.45"
        " (som de seneste fremmøder: ugedag, klokkeslæt) (foreslået: startdag)"
    )
    coming = read_plan(store, date(2026, 11, 22), date(2026, 12, 6))
    assert [visit.day for visit in coming] == [date(2026, 12, 1)], "in step with the 17th"
    assert rule.places == (RulePlace(room="Kontorgangen"),), "where the counsellor sits there"


def test_all_that_is_missing_is_named(store: Store) -> None:
    report = import_rules(store, file_of("TIM,,onsdag,,,,"))
    row, advice, counsellor = told(report)
    assert row.startswith("række 2, TIM: hver uge, onsdag 08.00–09.00 (foreslået: hyppighed, ")
    assert row.endswith(" klokkeslæt, længde, startdag)")
    assert advice.startswith("Det foreslåede står ikke i filen.")
    assert counsellor == "Nævner filen ingen vejleder, er det KM."
    (rule,) = store.presence_rules.all()
    assert rule.valid_from == date(2026, 11, 21)


def test_visits_of_the_time_before_are_foretold(store: Store) -> None:
    report = import_rules(store, file_of("TIM,1,1,9,60,,2026-10", "HOLMBO,1,1,9,60,,2026-12"))
    assert any(notice.startswith("Regler, der begynder før i dag: 1.") for notice in told(report))


HOURS = "workplace,every_weeks,weekdays,time,hours_per_visit,visits_per_occasion,shift"


def test_two_visits_on_a_day_follow_each_other(store: Store) -> None:
    rules = imported(store, "TIM,1,5,14:30,1.5,2,", header=HOURS)
    assert [(rule.shift, rule.time) for rule in rules] == [
        (Shift.DAY, "14:30"),
        (Shift.EVENING, "16:00"),
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",1,2,9,60,,", "kolonne workplace: Arbejdspladsen mangler."),
        ("LEGO,1,2,9,60,,", "kolonne workplace: Arbejdspladsen LEGO findes ikke. Importér"),
        ("TIM,0,2,9,60,,", "kolonne every_weeks: »0« er ikke et antal uger mellem 1 og 52."),
        ("TIM,53,2,9,60,,", "kolonne every_weeks: »53«"),
        ("TIM,1,lørdagg,9,60,,", "kolonne weekdays: »lørdagg« er ikke en ugedag."),
        ("TIM,1,8,9,60,,", "kolonne weekdays: »8«"),
        ("TIM,1,2,25:00,60,,", "kolonne time: »25:00« er ikke et klokkeslæt."),
        ("TIM,1,2,9,0,,", "kolonne minutes: Et fremmøde varer mellem"),
        ("TIM,1,2,9,60,,31-02-2027", "kolonne valid_from: Datoen 31-02-2027 findes ikke"),
        ("TIM,1,2,9,60,,1926-02", "kolonne valid_from:"),
        ("TIM,1,2,9,60,010203-1234,", "kolonne place: Der står noget, der ligner et CPR"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_its_reason(
    store: Store, row: str, reason: str
) -> None:
    (problem,) = refused(store, row)
    assert problem.startswith(f"række 2, {reason}")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("TIM,1,2,9,1,3,", "kolonne visits_per_occasion: Skriv 1 eller 2"),
        ("TIM,1,2,23:00,1,2,", "kolonne visits_per_occasion: De to fremmøder kan ikke"),
        ("TIM,1,2,9,1,2,nat", "kolonne shift: Skriv de to vagter i hver sin række."),
        ("TIM,1,2,9,1,,frokost", "kolonne shift: »frokost« kendes ikke."),
        ("TIM,1,2,9,en halv,,", "kolonne hours_per_visit: »en halv« er ikke et antal timer."),
        ("TIM,1,2,9,25,,", "kolonne hours_per_visit: Et fremmøde varer mellem"),
    ],
)
def test_two_visits_and_hours_have_their_limits(store: Store, row: str, reason: str) -> None:
    (problem,) = refused(store, row, header=HOURS)
    assert problem.startswith(f"række 2, {reason}")


def test_a_place_for_every_address_and_an_end_after_the_start(store: Store) -> None:
    header = "workplace,every_weeks,weekdays,time,place,address,valid_from,valid_until"
    no_visit = "Intet fremmøde falder mellem første og sidste dag. Ret datoerne eller ugedagen."
    assert refused(
        store,
        "TIM,1,2,9,A|B,1|2|3,,",
        "TIM,1,2,9,A,,2026-12-01,2026-11-30",
        "TIM,1,2,9,A,,2026-12-02,2026-12-06",
        header=header,
    ) == [
        "række 2, kolonne address: Der skal være lige mange steder og adresser, adskilt af |.",
        "række 3, kolonne valid_until: Slutdatoen ligger før startdatoen.",
        f"række 4, kolonne valid_until: {no_visit}",
    ]
    (rule,) = imported(store, "TIM,1,2,9,Kantinen,Nord|Syd,,", header=header)
    assert [place.address for place in rule.places] == ["Nord", "Syd"]
    assert {place.room for place in rule.places} == {"Kantinen"}


def test_a_file_without_workplaces_is_no_file_of_rules(store: Store) -> None:
    with pytest.raises(InvalidInput):
        import_rules(store, b"every_weeks,weekdays\n1,2\n")
    with pytest.raises(InvalidInput) as of_inquiries:
        import_rules(store, b"workplace,date,time,minutes\nTIM,2026-11-02,9.00,15\n")
    assert "hvor tit der er" in of_inquiries.value.message("da")


def test_bad_rows_can_be_skipped_and_nothing_is_written_in_a_dry_run(store: Store) -> None:
    data = file_of(SURE, "LEGO,1,2,9,60,,")
    assert import_rules(store, data, dry_run=True).added == 1
    assert store.presence_rules.count() == 0
    report = import_rules(store, data, skip_bad_rows=True)
    assert (report.added, report.rejected_rows) == (1, (3,))
    assert store.presence_rules.count() == 1


def test_the_same_meaning_is_known_again_and_equal_rows_are_two_rules(store: Store) -> None:
    import_rules(store, file_of(SURE))
    respelt = "HOLMBO;2,0;ti;09:00;60 min;Kantinen;01-12-2026"
    again = import_rules(store, file_of(respelt, header=HEADER.replace(",", ";")))
    assert (again.added, again.already_there) == (0, 1)
    longer = import_rules(store, file_of(SURE, SURE))
    assert (longer.added, longer.already_there) == (1, 1)


def test_an_import_is_taken_back_as_one_and_can_come_again(store: Store) -> None:
    header = HEADER + ",counsellors"
    report = import_rules(store, file_of(f"{SURE},BH", "TIM,1,2,9,60,,,BH", header=header))
    store.undo(report.change_set)
    assert store.presence_rules.count() == 0
    assert store.counsellors.by_initials("BH") is None
    assert import_rules(store, file_of(f"{SURE},BH", header=header)).added == 1


def test_no_more_than_a_hundred_rows_are_named_one_by_one(store: Store) -> None:
    report = import_rules(store, file_of(*("TIM,1,,,,," for _ in range(103))), dry_run=True)
    notices = told(report)
    assert notices[99].startswith("række 101, TIM:")
    assert notices[100] == "… og 3 rækker til."
