"""Whoever knows how many contacts there were knows that each names a reason at most once."""

import csv
import io
import json
from datetime import date

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from app.export.disclosure import decode_release
from app.export.outside.cell_words import without_words
from app.export.outside.charts import chart_note
from app.export.outside.csv_files import to_csv
from app.export.outside.detail import Detail
from app.export.outside.files import OUTSIDE_FORMATS, preview_json, render_files
from app.export.outside.profiles import SPLITS, Profile
from app.export.outside.releasing import (
    Asked,
    Protected,
    protect_request,
    read_request,
    write_release,
)
from app.export.outside.report import outside_labels, outside_report
from app.export.outside.text import to_text
from app.export.outside_answer import outside_figure
from app.models.month_closing import close_month
from app.models.store import Store
from app.models.types import Channel, Role, SickLeave
from app.texts import Language
from tests.export.outside.project import Year, month
from tests.records import add_contact


def protect(store: Store, number: int, detail: Detail = Detail.FULL) -> Protected:
    return protect_request(
        read_request(store, Asked(Profile.STEERING, month(number), detail=detail))
    )


@pytest.fixture
def one_contact_in_january(store: Store) -> None:
    """One contact in January, about sleep; in February people of every kind, about their backs."""
    store.settings.set("least_headcount", 0)
    year = Year(store, 5)
    _contact(year, 0, 1, "S02")
    close_month(store, month(1), anyway=True)
    write_release(store, protect(store, 1))
    for number in range(1, 40):
        _contact(year, number, 2, "P01")
        _contact(year, number, 2, "F05")
    close_month(store, month(2), anyway=True)


def _contact(year: Year, number: int, of_month: int, reason: str) -> None:
    turn = number // 2
    add_contact(
        year.store,
        year.people[number] if turn % 4 else None,
        date(2025, of_month, 1 + number % 28),
        workplace_id=year.places[turn % 2].id,
        channel=(Channel.WORKPLACE, Channel.EMAIL, Channel.ELSEWHERE)[turn % 3],
        reasons=(reason,),
        advice=("A01",),
        role=(Role.EMPLOYEE, Role.MANAGER)[turn % 2],
        sick_leave=(SickLeave.NONE, SickLeave.FULL)[number % 2],
    )


@pytest.mark.usefixtures("one_contact_in_january")
def test_the_reason_of_the_only_contact_of_a_month_is_not_told_by_the_next(store: Store) -> None:
    """Were it in the year to date, a 0 of February beside a mark there would be January's."""
    protected = protect(store, 2)
    figures = protected.release.figures
    assert figures["project|2025-02|reasons.all.by_code|S02"] == 0
    assert figures["project|2025-01..2025-02|reasons.all.by_code|S02@-01"] == 0
    assert figures["project|2025-01..2025-02|contacts|all!"] == 79
    told = [note.da for note in protected.notes]
    assert any("til dato er uden januar 2025" in note for note in told)
    report = outside_report(
        protected, outside_labels(store, protected.request, "da"), "da", demo=False
    )
    roles, activity = (report.table(key) for key in ("role", "activity_to_date"))
    assert roles is not None
    assert activity is not None
    assert "Året til dato er uden januar 2025." in roles.universe
    assert "er uden" not in activity.universe
    assert activity.universe.startswith("Januar – februar 2025: "), "the title says: to date"
    month_of_it = report.table("activity")
    assert month_of_it is not None
    assert month_of_it.universe.startswith("Februar 2025: ")


@pytest.mark.usefixtures("one_contact_in_january")
@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("da", "Januar – februar 2025 uden januar"),
        ("en", "January – February 2025 without January"),
    ],
)
def test_a_year_to_date_that_lacks_january_says_so_wherever_its_figures_stand(
    store: Store, language: Language, heading: str
) -> None:
    protected = protect(store, 2)
    labels = outside_labels(store, protected.request, language)
    report = outside_report(protected, labels, language, demo=False)
    files = render_files(report, tuple(OUTSIDE_FORMATS))

    kinds = report.table("kinds")
    assert kinds is not None
    assert [column.title for column in kinds.columns[2:]] == [heading]
    assert heading.casefold() in chart_note(kinds, language).casefold()
    assert heading in to_text(report)
    assert heading in _head_of_sheet(files["vejviser-2025-02-steering.xlsx"], kinds.title)
    assert heading in files["vejviser-2025-02-steering-excel.csv"].decode("utf-8-sig")
    assert heading in _text_of(files["vejviser-2025-02-steering.pdf"])
    for file in (files["vejviser-2025-02-steering.json"], preview_json(protected).encode()):
        told = {each["table"]: each for each in json.loads(file)["lacking"]}
        assert set(told) == {table.key for table in report.tables if table.key in SPLITS}
        assert told["role"]["period"] == "2025-01..2025-02"
        assert told["role"]["months"] == ["2025-01"]
    decode_release(files["vejviser-2025-02-steering.json"])
    write_release(store, protected)
    assert protect(store, 2).file == files["vejviser-2025-02-steering.json"]


@pytest.mark.usefixtures("one_contact_in_january")
def test_who_computes_on_the_figures_reads_beside_each_which_months_it_lacks(store: Store) -> None:
    protected = protect(store, 2)
    labels = outside_labels(store, protected.request, "da")
    report = outside_report(protected, labels, "da", demo=False)
    lines = list(csv.DictReader(io.StringIO(to_csv(report).decode())))
    without = {(line["table"], line["column"]): line["months_without"] for line in lines}
    assert without["role", "2025-01..2025-02"] == "2025-01"
    assert without["role", "2025-02"] == ""
    assert without["activity_to_date", "contacts"] == ""
    assert any(line["status"] == "withheld" for line in lines)
    universes = {line["universe"] for line in lines}
    assert not [each for each in universes if "skjult" in each or "er uden" in each]


def test_months_before_the_project_began_are_not_lacking(store: Store) -> None:
    """Nobody came in January and February: a year to date from March on is whole."""
    year = Year(store, 5)
    for of_month in (3, 4):
        for number in range(1, 40):
            _contact(year, number, of_month, "P01")
        close_month(store, month(of_month), anyway=True)
    protected = protect(store, 4)
    assert "@-01,-02" in "".join(protected.release.figures)
    assert protected.lacking == ()
    labels = outside_labels(store, protected.request, "da")
    report = outside_report(protected, labels, "da", demo=False)
    assert not [table.key for table in report.tables if "er uden" in table.universe]
    figure = outside_figure(protected, "role", "all", "2025-01..2025-04")
    assert figure is not None
    assert figure.no_rows is None


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (["2025-03"], "uden marts"),
        (["2025-02", "2025-03"], "uden februar og marts"),
        (["2025-01", "2025-02", "2025-03"], "uden januar – marts"),
        (["2025-01", "2025-02", "2025-03", "2025-06"], "uden 4 måneder"),
        (["2025-01", "2025-03", "2025-05", "2025-07", "2025-09"], "uden 5 måneder"),
    ],
)
def test_a_heading_names_few_months_and_counts_many(months: list[str], words: str) -> None:
    assert without_words(months).da == words


def _head_of_sheet(content: bytes, title: str) -> str:
    sheet = load_workbook(io.BytesIO(content))[title]
    return " ".join(str(cell.value) for cell in next(sheet.iter_rows(min_row=4, max_row=4)))


def _text_of(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)
