"""The printed report for others, read back page by page."""

import io
import re
from collections.abc import Iterator

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from app.export.cells import Column, Row, Table, Unit
from app.export.fonts import register_fonts
from app.export.outside.method import earlier_releases
from app.export.outside.pdf_file import to_pdf
from app.export.outside.profiles import Profile
from app.export.outside.releasing import Asked, protect_request, read_request
from app.export.outside.report import OutsideReport, outside_labels, outside_report
from app.export.pdf_document import build_pdf
from app.export.pdf_style import figures_table
from tests.export.outside.project import Year, month
from tests.stores import new_store, ticking_clock


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OutsideReport]:
    """January for the public."""
    store = new_store(tmp_path_factory.mktemp("store") / "installation", ticking_clock())
    Year(store, 5).live(1)
    protected = protect_request(read_request(store, Asked(Profile.PUBLIC, month(1))))
    labels = outside_labels(store, protected.request, "da")
    yield outside_report(protected, labels, "da", demo=False)
    store.close()


@pytest.fixture(scope="module")
def reader(report: OutsideReport) -> PdfReader:
    return PdfReader(io.BytesIO(to_pdf(report)))


def text_of(reader: PdfReader, page: int) -> str:
    return re.sub(r"\s+", " ", reader.pages[page].extract_text())


def test_the_cover_has_banner_headline_and_contents_with_their_pages(
    reader: PdfReader, report: OutsideReport
) -> None:
    cover = text_of(reader, 0)
    assert report.banner in cover
    assert "Januar 2025" in cover
    page_of = {
        item.title: 1 + (reader.get_destination_page_number(item) or 0)
        for item in reader.outline
        if isinstance(item, Destination)
    }
    assert list(page_of) == [table.title for table in report.all_tables]
    lines = reader.pages[0].extract_text().splitlines()
    numbers = [int(line) for line in lines if line.strip().isdigit()]
    assert numbers[-len(page_of) :] == list(page_of.values())
    links = reader.pages[0]["/Annots"]
    assert len(links) == len(page_of)


def test_every_page_has_its_number_and_the_letters_are_embedded(reader: PdfReader) -> None:
    count = len(reader.pages)
    for number, page in enumerate(reader.pages, start=1):
        assert f"Side {number} af {count}" in page.extract_text()
        for font in page["/Resources"]["/Font"].values():
            descriptor = font.get_object()["/FontDescriptor"]
            assert "/FontFile2" in descriptor
    assert reader.trailer["/Root"]["/Lang"] == "da-DK"


def test_only_words_that_the_report_uses_are_explained(report: OutsideReport) -> None:
    words = {row.key for row in report.definitions.rows}
    assert {"contact", "gender", "mentions"} <= words
    assert not words & {"role", "sick_leave", "sector"}


def test_one_earlier_release_is_told_in_the_singular() -> None:
    assert [earlier_releases(count).da for count in range(3)] == [
        *("0 tidligere udgivelser", "1 tidligere udgivelse", "2 tidligere udgivelser"),
    ]


@pytest.mark.parametrize(
    ("name", "lines"),
    [("Kvinde", 1), ("Problemer med ledelsen eller arbejdets tilrettelæggelse", 2)],
)
def test_a_heading_is_broken_only_where_the_words_beside_it_need_the_room(
    name: str, lines: int
) -> None:
    heading = "Januar – september 2019 uden januar"
    columns = (
        Column("line", "Køn", Unit.TEXT),
        Column("m", "September 2019"),
        Column("y", heading),
    )
    table = Table("gender", "Køn", "", columns, (Row("f", (name * lines, 12, 34)),))
    register_fonts()
    pdf = build_pdf([figures_table(table, "da")], title="", author="", language="da", demo=False)
    page = PdfReader(io.BytesIO(pdf)).pages[0]
    read = [" ".join(each.split()) for each in page.extract_text().splitlines()]
    assert any(heading in line for line in read) == (lines == 1), read
