"""The other files of the plan: what stands in them, what does not, and what they are called."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from app.errors import NotFound, UserError
from app.export.plan_files import PLAN_FORMATS, render_plan, run_plan, write_plan
from app.export.plan_table import make_sheet
from app.models.plan import read_plan
from app.models.planning import assign_visit, hold_visit, plan_visit
from app.models.recurrence import local_start
from app.models.types import Counsellor, Profession, Shift
from tests.canaries import contents
from tests.planned import SECRETS, Planned, planned

ALL = tuple(PLAN_FORMATS)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planned]:
    """A month in which everything happened; tests here only read it."""
    with planned(tmp_path_factory.mktemp("plan")) as made:
        made.busy_month()
        made.clock.now = local_start(date(2026, 11, 11), "08:00")
        hold_visit(
            made.store,
            read_plan(made.store, date(2026, 11, 10), date(2026, 11, 10))[0].id,
            local_start(date(2026, 11, 10), "22:40"),
            local_start(date(2026, 11, 11), "01:00"),
        )
        yield made


def pages(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def test_the_json_is_what_other_programs_were_promised(plan: Planned) -> None:
    visits = json.loads(plan.file("json"))
    keys = ["visit", "workplace", "start", "end", "shift", "place", "counsellors", "status", "rule"]
    assert all(list(visit) == keys for visit in visits)
    assert visits[2] == {
        "visit": plan.friday(13),
        "workplace": "VESTAS-LEM",
        "start": "2026-11-12T14:15:00+01:00",
        "end": "2026-11-12T15:15:00+01:00",
        "shift": "",
        "place": "Kantinen",
        "counsellors": ["KM"],
        "status": "moved",
        "rule": plan.fridays.id,
    }
    single = visits[3]
    assert (single["rule"], single["place"]) == (None, "Kantinen nede")
    assert [visit["status"] for visit in visits] == [
        "cancelled",
        "held",
        "moved",
        "planned",
        "planned",
        "planned",
        "skipped",
    ]
    assert [visit["start"] for visit in visits] == sorted(visit["start"] for visit in visits)


def test_the_choice_of_workplaces_and_counsellors_holds_for_every_row(plan: Planned) -> None:
    jon = json.loads(plan.file("json", counsellors=("JB",)))
    assert {tuple(visit["counsellors"]) for visit in jon} == {("JB", "KM"), ("JB",)}
    there = json.loads(plan.file("json", workplace_codes=("ÆRØ",), counsellors=("KM",)))
    assert {visit["workplace"] for visit in there} == {"ÆRØ"}
    lines = plan.file("csv", counsellors=("JB",)).decode().splitlines()
    assert not [line for line in lines if "talk_liaison" in line]


def test_the_text_is_read_week_by_week(plan: Planned) -> None:
    text = plan.file("text").decode()
    assert text.startswith("Projekt Vest · Fremmødeplan · november 2026\n====")
    assert "\nUge 46, 2026\ntir 10-11-2026  22.40–01.00  Ærø Værft, dok 2; =A1" in text
    assert "Oplæg for SU: Vestas i Lem, Ærø Værft, dok 2; =A1" in text
    assert text.splitlines()[-1].endswith("  KM      Sprunget over: lukkedag")
    assert "Konflikter" not in text
    english = plan.file("text", language="en", days=(date(2027, 7, 1), date(2027, 7, 1)))
    assert english.decode().endswith("There is nothing in the plan in the period.\n")


def test_the_text_ends_with_what_does_not_fit(tmp_path: Path) -> None:
    with planned(tmp_path) as plan:
        plan_visit(
            plan.store, workplace_id=plan.aero.id, day=date(2026, 11, 6), time="09:30", minutes=30
        )
        plan_visit(
            plan.store, workplace_id=plan.aero.id, day=date(2026, 11, 13), time="10:05", minutes=30
        )
        told = plan.file("text").decode().partition("\nKonflikter\n----------\n")[2]
        assert " ".join(told.split()) == (
            "- fre 06-11-2026: KM har to aftaler på samme tid: Vestas i Lem 09.00–10.00 og"
            " Ærø Værft, dok 2; =A1 09.30–10.00. - fre 13-11-2026: KM har 5 min. fra Vestas i"
            " Lem 09.00–10.00 til Ærø Værft, dok 2; =A1 10.05–10.35; rejsen tager 20 min."
        )
        # The other one counts although its workplace was not asked for, but not another week's.
        days = (date(2026, 11, 2), date(2026, 11, 8))
        at_lem = plan.file("text", workplace_codes=("VESTAS-LEM",), days=days).decode()
        assert at_lem.count("\n- fre 06-11-2026: KM har") == 1
        later = plan.file("text", days=(date(2026, 11, 16), date(2026, 11, 22)))
        assert "Konflikter" not in later.decode()
        assert (
            "\nConflicts\n---------\n- Fri 06-11-2026: KM: two"
            in plan.file("text", language="en").decode()
        )


def test_the_csv_can_be_computed_on(plan: Planned) -> None:
    rows = list(csv.DictReader(io.StringIO(plan.file("csv").decode())))
    held = next(row for row in rows if row["status"] == "held")
    assert (held["planned_minutes"], held["held_minutes"]) == ("180", "140")
    assert (held["start"], held["week"]) == ("2026-11-10T22:40:00+01:00", "2026-W46")
    talk = next(row for row in rows if row["kind"] == "talk_liaison")
    assert (talk["workplace"], talk["participants"]) == ("VESTAS-LEM|ÆRØ", "12")
    assert len(rows) == 8
    assert [(row["status"], row["skipped_for"]) for row in rows][-2:] == [
        ("planned", ""),
        ("skipped", "lukkedag"),
    ]


def test_the_workbook_has_real_dates_and_times_and_can_be_filtered(plan: Planned) -> None:
    book = openpyxl.load_workbook(io.BytesIO(plan.file("xlsx")))
    sheet = book["Fremmøder"]
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    assert rows[0][:6] == ("Dato", "Ugedag", "Uge", "Start", "Slut", "Arbejdsplads")
    held = rows[2]
    assert held[:5] == (datetime(2026, 11, 10), "tir", 46, time(22, 40), time(1, 0))  # noqa: DTZ001
    assert held[6:8] == ("ÆRØ", "Natholdet")
    assert held[-4:] == (180, 140, "Holdt", None)
    assert rows[-1][-2:] == ("Sprunget over", "lukkedag")
    assert sheet["F6"].value == "Ærø Værft, dok 2; =A1"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A5", "A4:N11")
    assert sheet.print_title_rows == "$4:$4"
    talks = list(book["Aktiviteter"].iter_rows(min_row=5, values_only=True))
    assert [row[5] for row in talks] == ["Oplæg for SU"]


def test_the_printed_plan_has_every_row_below_its_week(plan: Planned) -> None:
    text = " ".join(pages(plan.file("pdf")).split())
    assert [week for week in range(44, 50) if f"Uge {week}, 2026" in text] == [45, 46, 47, 48]
    assert text.count("Vestas i Lem") == 5
    assert "Sprunget over: lukkedag" in text
    assert "Presence plan" in pages(plan.file("pdf", language="en"))


def test_the_notice_board_is_made_for_the_people_of_one_workplace(plan: Planned) -> None:
    text = pages(plan.file("pdf", workplace_codes=("VESTAS-LEM",)))
    for shown in (
        "Vejlederen sidder her",
        "Vestas i Lem",
        "Torsdag 12. november",
        "14.15–15.15",
        "Karen Møller, socialrådgiver",
        "Jon Bæk, fysioterapeut",
        "aflyst",
    ):
        assert shown in text
    # Why the workplace closes was typed, and what happens elsewhere is not for this board.
    assert "Fredag 27. november\nintet fremmøde (lukkedag)" in text
    assert "lageroptælling" not in text.lower()
    assert "Ærø" not in text
    english = pages(plan.file("pdf", workplace_codes=("VESTAS-LEM",), language="en"))
    assert "The counsellor is here" in english
    assert "Thursday 12 November" in english


def test_a_board_over_the_turn_of_the_year_names_both_years_and_every_holiday(
    tmp_path: Path,
) -> None:
    with planned(tmp_path) as plan:
        other = Counsellor(initials="BH", name="Birte Holm", profession=Profession.OTHER)
        birte = plan.store.counsellors.add(other).id
        assign_visit(plan.store, plan.friday(11, 12), (birte,))
        plan.rule(plan.lem, weekdays=(5,), time="13:00", shift=Shift.EVENING)
        winter = (date(2026, 12, 7), date(2027, 1, 10))
        text = pages(plan.file("pdf", workplace_codes=("VESTAS-LEM",), days=winter))
        assert "7. december 2026 – 10. januar 2027" in text
        assert "\n2026\nFredag 11. december\n" in text
        # Two visits would fall on the day; nobody is told twice that nobody comes.
        assert text.count("intet fremmøde (juledag)") == 1
        assert "\n2027\nFredag 1. januar\nintet fremmøde (nytårsdag)" in text
        assert "Birte Holm" in text
        assert "faggruppe" not in text
        english = pages(
            plan.file("pdf", workplace_codes=("VESTAS-LEM",), days=winter, language="en")
        )
        assert "nobody here (Christmas Day)" in english


def test_a_board_with_no_dates_says_so(plan: Planned) -> None:
    july = (date(2026, 7, 1), date(2026, 7, 31))
    text = pages(plan.file("pdf", workplace_codes=("ÆRØ",), days=july))
    assert "Der er ingen fremmøder i perioden." in text


def test_a_demo_is_marked_in_every_file_for_people(plan: Planned) -> None:
    sheet = replace(make_sheet(plan.store, plan.request(formats=("ics",))), demo=True)
    board = replace(sheet, workplace_codes=("VESTAS-LEM",), workplace_names=("Vestas i Lem",))
    for name in ("text", "csv", "ics"):
        assert b"DEMO" in PLAN_FORMATS[name].render(sheet)
    assert "DEMO" in pages(PLAN_FORMATS["pdf"].render(sheet))
    assert "DEMO" in pages(PLAN_FORMATS["pdf"].render(board))
    book = openpyxl.load_workbook(io.BytesIO(PLAN_FORMATS["xlsx"].render(sheet)))
    assert "DEMO" in book["Fremmøder"]["A2"].value


def test_why_a_workplace_was_closed_stands_in_no_file_for_others(plan: Planned) -> None:
    board = pages(plan.file("pdf", workplace_codes=("VESTAS-LEM",)))
    for content in (board.encode(), plan.file("json"), plan.file("ics")):
        assert "lageroptælling" not in content.decode().lower()


def test_no_remark_reason_or_title_stands_in_any_file(plan: Planned, tmp_path: Path) -> None:
    everything = plan.request(formats=ALL, out=tmp_path)
    board = plan.request(formats=("pdf",), out=tmp_path, workplace_codes=("VESTAS-LEM",))
    for path in (*run_plan(everything, plan.store), *run_plan(board, plan.store)):
        for content in contents(path):
            assert not [word for word in SECRETS if word.encode() in content], path.name


def test_a_place_that_was_pasted_breaks_no_file(tmp_path: Path) -> None:
    with planned(tmp_path) as plan:
        plan_visit(
            plan.store,
            workplace_id=plan.lem.id,
            day=date(2026, 11, 4),
            time="12:00",
            minutes=45,
            room="Nord\r\nfløj\x07\t2\u2028sal " + "meget langt " * 3000,
        )
        start = "Nord fløj 2 sal meget langt"
        rows = csv.DictReader(io.StringIO(plan.file("csv").decode()))
        place = next(row["place"] for row in rows if row["place"].startswith("Nord"))
        assert place.startswith(start)
        assert len(place) == 300
        for chosen in ((), ("VESTAS-LEM",)):
            text = pages(plan.file("pdf", workplace_codes=chosen))
            assert " ".join(text.split()).count("Nord fløj") == 1
        assert f"LOCATION:{start}".encode() in plan.file("ics")
        assert start in plan.file("text").decode()
        book = openpyxl.load_workbook(io.BytesIO(plan.file("xlsx")))
        assert any(cell.value == place for row in book.worksheets[0].rows for cell in row)


def test_files_are_called_by_what_they_hold_and_beside_those_of_the_report(
    plan: Planned, tmp_path: Path
) -> None:
    one = plan.request(
        formats=("pdf", "ics"), out=tmp_path / "ny", workplace_codes=("ÆRØ",), counsellors=("KM",)
    )
    assert [path.name for path in run_plan(one, plan.store)] == [
        "vejviser-fremmoede-2026-11-ÆRØ-KM.pdf",
        "vejviser-fremmoede-2026-11-ÆRØ-KM.ics",
    ]


def test_the_same_request_gives_the_same_bytes(plan: Planned, tmp_path: Path) -> None:
    request = plan.request(formats=ALL, out=tmp_path)
    written = {path.suffix: path.read_bytes() for path in run_plan(request, plan.store)}
    for name in ALL:
        assert render_plan(request, plan.store, name) == written[PLAN_FORMATS[name].ending]


def test_what_is_unknown_is_named_and_nothing_is_written(plan: Planned, tmp_path: Path) -> None:
    out = tmp_path / "ud"
    with pytest.raises(UserError, match="not written"):
        run_plan(plan.request(formats=("docx",), out=out), plan.store)
    with pytest.raises(NotFound) as place:
        run_plan(plan.request(formats=("csv",), out=out, workplace_codes=("HER",)), plan.store)
    with pytest.raises(NotFound) as person:
        run_plan(plan.request(formats=("csv",), out=out, counsellors=("XX",)), plan.store)
    assert ("HER" in place.value.why.da, "XX" in person.value.why.da) == (True, True)
    assert not out.exists()


def test_a_calendar_is_not_made_of_a_plan_that_was_read_without_its_history(plan: Planned) -> None:
    sheet = make_sheet(plan.store, plan.request(formats=("csv",)))
    with pytest.raises(ValueError, match="revisions"):
        write_plan(sheet, ("ics",), Path())


def test_initials_cannot_lead_out_of_the_folder(plan: Planned, tmp_path: Path) -> None:
    sheet = replace(make_sheet(plan.store, plan.request()), counsellors=("../K M",))
    [path] = write_plan(sheet, ("csv",), tmp_path)
    assert (path.parent, path.name) == (tmp_path, "vejviser-fremmoede-2026-11-KM.csv")
