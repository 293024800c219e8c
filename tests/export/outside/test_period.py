"""Every title, card and table of a report for others names the period of its figures."""

import csv
import io
import re
from collections.abc import Iterator

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from app.export.outside.detail import Detail
from app.export.outside.files import render
from app.export.outside.profiles import Profile
from app.export.outside.releasing import Asked, protect_request, read_request
from app.export.outside.report import OutsideReport, outside_labels, outside_report
from app.export.outside.text import to_text
from app.models.store import Store
from app.texts import Language
from tests.export.outside.project import Year, month
from tests.stores import new_store, ticking_clock


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """January to April 2025, closed."""
    opened = new_store(tmp_path_factory.mktemp("store") / "installation", ticking_clock())
    year = Year(opened, 5)
    for number in range(1, 5):
        year.live(number)
    yield opened
    opened.close()


def report_of(store: Store, detail: Detail, language: Language = "da") -> OutsideReport:
    asked = Asked(Profile.STEERING, month(4), detail=detail)
    protected = protect_request(read_request(store, asked))
    labels = outside_labels(store, protected.request, language)
    return outside_report(protected, labels, language, demo=False)


def cover_of(report: OutsideReport) -> tuple[str, str]:
    """Return the title of the PDF and the words of its cover until its contents."""
    reader = PdfReader(io.BytesIO(render(report, "pdf")))
    words = re.sub(r"\s+", " ", reader.pages[0].extract_text())
    assert reader.metadata is not None
    return str(reader.metadata.title), re.split("Indhold|Contents", words)[0]


@pytest.mark.parametrize(
    ("language", "period"), [("da", "januar – april 2025"), ("en", "January – April 2025")]
)
def test_a_report_of_the_year_alone_is_titled_by_it_in_every_format(
    store: Store, language: Language, period: str
) -> None:
    report = report_of(store, Detail.TO_DATE, language)
    head = f"Projekt Vest · {period}"
    title, cover = cover_of(report)
    assert title == head
    assert cover.startswith(f"Projekt Vest J{period[1:]} ")
    front = load_workbook(io.BytesIO(render(report, "xlsx"))).worksheets[0]
    assert front["B3"].value == period
    stacked = render(report, "csv-excel").decode("utf-8-sig")
    assert [text.splitlines()[0] for text in (stacked, to_text(report))] == [head, head]


def test_the_cards_of_the_cover_are_those_of_the_period_it_names(store: Store) -> None:
    for detail, key in ((Detail.TO_DATE, "activity_to_date"), (Detail.FULL, "activity")):
        report = report_of(store, detail)
        table = report.table(key)
        assert table is not None
        _, cover = cover_of(report)
        assert f"{table.all_rows[-1].cells[1]} Fremmøder" in cover
    assert cover_of(report_of(store, Detail.FULL))[0].endswith("· april 2025")


def test_what_was_done_names_its_period_above_the_table_and_in_each_line_of_the_csv(
    store: Store,
) -> None:
    report = report_of(store, Detail.FULL)
    for key, period in (("activity", "April 2025:"), ("activity_to_date", "Januar – april 2025:")):
        table = report.table(key)
        assert table is not None
        assert table.universe.startswith(period)
    lines = list(csv.DictReader(io.StringIO(render(report, "csv").decode())))
    year = "2025-01..2025-04"
    assert {each["period"] for each in lines if each["table"] == "activity"} == {"2025-04"}
    assert {each["period"] for each in lines if each["table"] == "activity_to_date"} == {year}
    split = [each for each in lines if each["column"].startswith("2025-")]
    assert split
    assert all(each["period"] == each["column"] for each in split)
    assert {each["month"] for each in lines} == {"2025-04"}
