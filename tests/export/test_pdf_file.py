"""The printed report, read back page by page."""

import io
import re
from dataclasses import replace

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from app.export.pdf_file import to_pdf
from app.export.report import Report, make_report
from app.models.types import Workplace
from tests.export.conftest import OCTOBER, SECRETS
from tests.stores import new_store


@pytest.fixture(scope="module")
def pages(report: Report) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(to_pdf(report))).pages]


def flat(pages: list[str]) -> str:
    """Return the text with line breaks as blanks, as sentences are read."""
    return re.sub(r"\s+", " ", " ".join(pages))


def test_the_first_page_says_what_it_is_and_shows_the_headline(pages: list[str]) -> None:
    first = flat(pages[:1])
    for text in ("Projekt Vest", "Oktober 2026", "Alle arbejdspladser", "Opgjort 21-11-2026"):
        assert text in first
    assert "7 henvendelser" in first
    assert "2 unikke personer" in first
    assert "1,2 henv. pr. time" in first


def test_every_table_is_printed_with_its_title_names_and_universe(
    pages: list[str], report: Report
) -> None:
    text = flat(pages)
    for table in report.tables:
        for row in table.all_rows:
            assert str(row.cells[0]) in text, (table.key, row.key)
    for name in ("Årsager i grupper", "Råd, de 5 hyppigste", "Sådan er der talt", "Fremmøder"):
        assert name in text
    for key in ("contacts", "by_workplace", "reasons_by_group", "advice_top", "twelve_months"):
        assert report.table(key).universe in text, key


def test_danish_letters_and_names_with_signs_are_whole(pages: list[str]) -> None:
    text = flat(pages)
    assert "Ældrecenter Åbrinken" in text
    assert "=Sum & Søn <A/S>" in text
    assert "Børn & Familie" in text


def test_pages_are_numbered_and_named_in_the_foot(pages: list[str]) -> None:
    for number, page in enumerate(pages, start=1):
        assert f"Side {number} af {len(pages)}" in page
        assert "Projekt Vest · oktober 2026" in page


def test_the_file_has_title_language_bookmarks_and_its_own_font(report: Report) -> None:
    reader = PdfReader(io.BytesIO(to_pdf(report)))
    assert reader.metadata is not None
    assert reader.metadata.title == "Projekt Vest · oktober 2026"
    assert reader.trailer["/Root"]["/Lang"] == "da-DK"
    outline = [item.title for item in reader.outline if isinstance(item, Destination)]
    assert outline[0] == "Henvendelser"
    assert outline[-1] == "Sådan er der talt"
    assert len(set(outline)) == len(outline) >= 10
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts
    assert all(re.search(r"[+]Inter-(Regular|SemiBold|Bold)", font) for font in fonts)


def test_the_pages_are_a4(report: Report) -> None:
    for page in PdfReader(io.BytesIO(to_pdf(report))).pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)


def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    assert to_pdf(report) == to_pdf(report)


def test_it_speaks_english(english: Report) -> None:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(to_pdf(english))).pages]
    text = flat(pages)
    assert "October 2026" in text
    assert "How it is counted" in text
    assert f"Page 1 of {len(pages)}" in text
    assert "Henvendelser" not in text


def test_a_demo_is_marked_on_every_page(report: Report) -> None:
    demo = to_pdf(replace(report, demo=True))
    assert all("DEMO" in page.extract_text() for page in PdfReader(io.BytesIO(demo)).pages)


def test_many_workplaces_with_long_names_flow_over_pages(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    store = new_store(tmp_path_factory.mktemp("many"))
    for number in range(120):
        name = f"Arbejdsplads nummer {number} med et rigtig langt navn ved Ringkøbing Fjord"
        store.workplaces.add(Workplace(code=f"W{number:03}", name=name))
    report = make_report(store, OCTOBER)
    store.close()
    text = flat([page.extract_text() for page in PdfReader(io.BytesIO(to_pdf(report))).pages])
    assert "Arbejdsplads nummer 119 med" in text


def test_one_chosen_workplace_is_named_and_many_are_counted(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    store = new_store(tmp_path_factory.mktemp("chosen"))
    for number in range(12):
        store.workplaces.add(Workplace(code=f"W{number:02}", name=f"Plejehjem {number}"))
    codes = [place.code for place in store.workplaces.all()]
    one, many = (make_report(store, OCTOBER, chosen) for chosen in (codes[:1], codes))
    store.close()
    first = [PdfReader(io.BytesIO(to_pdf(made))).pages[0].extract_text() for made in (one, many)]
    assert "Plejehjem 0" in first[0]
    assert "12 arbejdspladser, som står i tabellen »Arbejdspladser«" in flat(first[1:])


def test_bookmarks_lead_to_their_headings_and_none_stands_alone_at_the_foot(
    report: Report,
) -> None:
    reader = PdfReader(io.BytesIO(to_pdf(report)))
    for item in reader.outline:
        assert isinstance(item, Destination)
        number = reader.get_destination_page_number(item)
        assert number is not None
        assert str(item.title) in flat([reader.pages[number].extract_text()])
        assert 150 < float(str(item.top)) < 842


def test_nothing_about_anybody_is_printed(pages: list[str]) -> None:
    assert [secret for secret in SECRETS if secret in flat(pages)] == []
