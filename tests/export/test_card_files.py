"""A card as a handout of one page, as text and as an object of JSON."""

import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.errors import UserError
from app.export.card_files import card_object, problem_object, to_text, write_handout
from app.export.card_pdf import to_pdf
from app.models.card_parsing import MAX_BLOCKS, MAX_TEXT, MAX_VALUE, read_card
from app.models.card_types import Card, CardProblem
from app.models.cards import load_cards
from app.paths import Paths
from app.texts import Text
from tests.card_files import write_card

TODAY = date(2026, 11, 21)
SHIPPED = tuple(load_cards(Paths(Path("nowhere"))).cards.values())


def pages(content: bytes) -> list[str]:
    """Return the text of each page, its white space as single spaces."""
    reader = PdfReader(io.BytesIO(content))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


@pytest.fixture
def card(tmp_path: Path) -> Card:
    return read_card(write_card(tmp_path))


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda card: card.path.name)
def test_a_handout_is_one_page_with_all_of_the_card(shipped: Card) -> None:
    (page,) = pages(to_pdf(shipped, TODAY))
    for block in shipped.blocks:
        assert block.text in page
    for fact in (shipped.title, shipped.source, "22-11-2026"):
        assert fact in page
    assert ("uden garanti" if shipped.language == "da" else "without warranty") in page
    assert "1 af 1" in page or "1 of 1" in page


def test_a_full_card_with_its_warnings_still_fits_on_the_page(tmp_path: Path) -> None:
    words = ("Sygedagpengerefusion " * (MAX_TEXT // MAX_BLOCKS // 21)).strip()
    full = read_card(
        write_card(
            tmp_path,
            body="\n".join(f"- {words}" for _ in range(MAX_BLOCKS)),
            title=("Meget lang titel " * 20).strip()[:MAX_VALUE],
            source=("Kilde " * 60).strip()[:MAX_VALUE],
            check_by="2026-11-02",
            valid_from="2027-01-01",
        )
    )
    (page,) = pages(to_pdf(full, TODAY, demo=True))
    assert page.count("Sygedagpengerefusion") == full.text.count("Sygedagpengerefusion")


def test_a_card_past_its_date_says_so_on_the_sheet(card: Card) -> None:
    on_the_day, late = card.check_by, card.check_by + timedelta(days=1)
    warning = "Kortet skulle være kontrolleret igen senest 01-05-2027."
    assert warning not in pages(to_pdf(card, on_the_day))[0]
    assert warning in pages(to_pdf(card, late))[0]
    assert warning in " ".join(to_text(card, late).split())


def test_a_sheet_of_the_demo_project_says_so_twice(card: Card) -> None:
    assert "DEMO" not in pages(to_pdf(card, TODAY))[0]
    assert pages(to_pdf(card, TODAY, demo=True))[0].count("DEMO") == 2


def test_markup_on_a_card_is_printed_as_it_stands(tmp_path: Path) -> None:
    body = '- <b>Fed</b> & <para> "x" <img src="y"/>\n'
    (page,) = pages(to_pdf(read_card(write_card(tmp_path, body=body)), TODAY))
    assert '<b>Fed</b> & <para> "x" <img src="y"/>' in page


def test_the_same_card_and_day_give_the_same_bytes(card: Card) -> None:
    assert to_pdf(card, TODAY) == to_pdf(card, TODAY)


def test_the_file_is_named_after_the_title_in_its_language(card: Card, tmp_path: Path) -> None:
    path = write_handout(card, tmp_path / "out" / "cards", TODAY)
    assert path == tmp_path / "out" / "cards" / "vejviser-kort-natarbejde-helbredskontrol.pdf"
    assert path.read_bytes() == to_pdf(card, TODAY)


def test_a_folder_that_cannot_be_made_is_explained(card: Card, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(UserError):
        write_handout(card, tmp_path / "file" / "out", TODAY)


def test_a_card_as_text(card: Card) -> None:
    assert to_text(card, TODAY) == (
        "Krop og trivsel\n"
        "Natarbejde: helbredskontrol\n"
        "===========================\n"
        "\n"
        "Den, der arbejder om natten, kan få en gratis helbredskontrol.\n"
        "\n"
        "Det gælder\n"
        "----------\n"
        "- Før arbejdet om natten begynder.\n"
        "- Derefter jævnligt.\n"
        "\n"
        "Spørg arbejdsmiljørepræsentanten.\n"
        "\n"
        "Gælder fra: 01-01-2020\n"
        "Kilde: Arbejdstidsloven § 7\n"
        "Kildens dato: 30-06-2019\n"
        "Sidst kontrolleret: 01-11-2026\n"
        "Kontrolleres igen senest: 01-05-2027\n"
        "\n"
        "Kortet er en hjælp til samtalen, ikke en afgørelse. Det gælder uden garanti: spørg kommunen\n"
        "eller den, der står på kortet, før nogen handler efter det.\n"
    )


def test_a_card_as_an_object(card: Card) -> None:
    told = card_object(card, TODAY)
    assert told.pop("text")[1] == {"kind": "heading", "text": "Det gælder"}
    assert told == {
        "id": "night-work",
        "language": "da",
        "title": "Natarbejde: helbredskontrol",
        "topic": "health",
        "codes": ["S06", "A03"],
        "valid_from": "2020-01-01",
        "source": "Arbejdstidsloven § 7",
        "source_date": "2019-06-30",
        "checked": "2026-11-01",
        "check_by": "2027-05-01",
        "past": False,
        "own": False,
    }
    assert card_object(card, date(2027, 5, 2))["past"]


def test_a_problem_as_an_object() -> None:
    problem = CardProblem(file="x.da.md", line=4, text=Text("Galt.", "Wrong."))
    assert problem_object(problem) == {
        "file": "x.da.md",
        "line": 4,
        "text": {"da": "Galt.", "en": "Wrong."},
    }
