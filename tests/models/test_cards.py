"""The cards of the program and of the project together: which is shown, found, and past its date."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.errors import UserError
from app.models.card_types import BlockKind, past_mark, warnings
from app.models.cards import MAX_FILES, CardLibrary, copy_to_edit, load_cards, shipped_folder
from app.models.types import TermKind
from app.paths import Paths
from app.texts import LANGUAGES, Language
from tests.card_files import write_card
from tests.stores import new_store

TODAY = date(2026, 11, 21)
SHIPPED = {
    "lost-earnings",
    "partial-sick-leave",
    "personal-assistance",
    "possibility-declaration",
    "retention-plan",
    "section-56",
    "vocational-rehabilitation",
    "who-pays-when",
    "workplace-adaptation",
}


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


@pytest.fixture
def shipped(paths: Paths) -> CardLibrary:
    return load_cards(paths)


def ids(cards: tuple[object, ...]) -> list[str]:
    return [card.id for card in cards]  # type: ignore[attr-defined]


def test_the_shipped_cards_are_good_and_complete_in_both_languages(shipped: CardLibrary) -> None:
    assert shipped.problems == ()
    assert set(shipped.cards) == {(each, lang) for each in SHIPPED for lang in LANGUAGES}


@pytest.mark.parametrize("card_id", sorted(SHIPPED))
def test_a_shipped_card_says_the_same_in_both_languages(shipped: CardLibrary, card_id: str) -> None:
    danish, english = (shipped.cards[card_id, language] for language in LANGUAGES)
    for field in ("topic", "codes", "valid_from", "source_date", "checked", "check_by"):
        assert getattr(danish, field) == getattr(english, field), field
    assert [b.kind for b in danish.blocks] == [b.kind for b in english.blocks]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shipped_card_says_what_was_not_checked_and_whom_to_ask(
    shipped: CardLibrary, language: Language
) -> None:
    for card in shipped.all(language):
        headings = [block.text for block in card.blocks if block.kind is BlockKind.HEADING]
        wanted = (
            ["Ikke kontrolleret", "Spørg her"] if language == "da" else ["Not checked", "Ask here"]
        )
        assert headings[-2:] == wanted, card.id


def test_the_codes_of_the_shipped_cards_exist(shipped: CardLibrary, tmp_path: Path) -> None:
    store = new_store(tmp_path)
    known = store.taxonomy.codes(TermKind.REASON) | store.taxonomy.codes(TermKind.ADVICE)
    store.close()
    assert {code for card in shipped.cards.values() for code in card.codes} <= known


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("56", "section-56"),
        ("§56", "section-56"),
        ("MULIGHEDSERKLAERING", "possibility-declaration"),
        ("tabt arb", "lost-earnings"),
        ("R04", "vocational-rehabilitation"),
        ("løn refusion", "who-pays-when"),
    ],
)
def test_cards_are_found_by_any_beginning_of_words(
    shipped: CardLibrary, query: str, first: str
) -> None:
    assert ids(shipped.find(query, "da"))[0] == first


def test_the_search_finds_nothing_or_everything(shipped: CardLibrary) -> None:
    assert shipped.find("raketforsker", "da") == ()
    assert set(ids(shipped.find("  ", "da"))) == SHIPPED


def test_a_card_with_the_word_in_its_title_comes_first(shipped: CardLibrary) -> None:
    found = shipped.find("hjælpemidler", "da")
    assert ids(found)[0] == "workplace-adaptation"
    assert "retention-plan" in ids(found)


def test_cards_belong_to_reasons_and_advice(shipped: CardLibrary) -> None:
    assert ids(shipped.for_codes({"R02"}, "da")) == ["section-56"]
    assert ids(shipped.for_codes({"R01", "A10"}, "da"))[:2] == [
        "partial-sick-leave",
        "who-pays-when",
    ]
    assert shipped.for_codes({"P01", "A04"}, "da") == ()
    assert shipped.for_codes((), "da") == ()


def test_a_project_adds_cards_of_its_own(paths: Paths) -> None:
    write_card(paths.cards)
    library = load_cards(paths)
    card = library.card("night-work", "da")
    assert card is not None
    assert card.own
    assert set(ids(library.all("da"))) == {*SHIPPED, "night-work"}


def test_a_project_replaces_a_card_in_one_language(paths: Paths) -> None:
    write_card(paths.cards, "section-56.da.md", title="Vores aftale", checked="2026-12-01")
    library = load_cards(paths)
    danish, english = (library.card("section-56", language) for language in LANGUAGES)
    assert danish is not None
    assert english is not None
    assert (danish.title, danish.own, english.own) == ("Vores aftale", True, False)
    assert warnings(danish, TODAY, "da") == ()


def test_a_replacement_that_was_checked_earlier_says_so(paths: Paths) -> None:
    write_card(paths.cards, "section-56.da.md", checked="2026-01-01")
    card = load_cards(paths).card("section-56", "da")
    assert card is not None
    (said,) = warnings(card, TODAY, "da")
    assert "er kontrolleret senere: 22-11-2026" in said.da


def test_a_card_of_one_language_is_shown_in_the_other_and_says_so(paths: Paths) -> None:
    write_card(paths.cards)
    card = load_cards(paths).card("night-work", "en")
    assert card is not None
    assert card.language == "da"
    (said,) = warnings(card, TODAY, "en")
    assert said.en == "There is no English card. This is the Danish one."


def test_a_bad_file_hides_no_other(paths: Paths) -> None:
    write_card(paths.cards, "a-bad-one.da.md", topic="x")
    write_card(paths.cards, "night-work.da.md")
    (paths.cards / "section-56.da.md").write_text("itu", "utf-8")
    (paths.cards / "README.txt").write_text("Ikke et kort.", "utf-8")
    library = load_cards(paths)
    assert {problem.file for problem in library.problems} == {"a-bad-one.da.md", "section-56.da.md"}
    assert set(ids(library.all("da"))) == {*SHIPPED, "night-work"}
    shown = library.card("section-56", "da")
    assert shown is not None
    assert not shown.own, "the program's card stands in for the one that cannot be read"
    message = library.problems[0].message
    assert message.da.startswith("a-bad-one.da.md, linje 4: Emnet")
    assert message.en.startswith("a-bad-one.da.md, line 4: The topic")


def test_a_folder_full_of_files_is_read_up_to_a_limit(paths: Paths) -> None:
    paths.cards.mkdir(parents=True)
    for number in range(MAX_FILES + 1):
        (paths.cards / f"x{number}.da.md").write_text("", "utf-8")
    problems = load_cards(paths).problems
    assert problems[-1].text.en == f"There are more than {MAX_FILES} cards; the rest were not read."


def test_a_folder_that_is_none_is_told(paths: Paths) -> None:
    paths.data_dir.mkdir()
    paths.cards.write_text("en fil", "utf-8")
    (problem,) = load_cards(paths).problems
    assert problem.message.da == "cards: Mappen kan ikke læses."


def test_a_card_is_good_on_its_last_day_and_marked_on_the_next(shipped: CardLibrary) -> None:
    card = shipped.cards["section-56", "da"]
    assert past_mark(card, card.check_by) is None
    late = card.check_by + timedelta(days=1)
    mark = past_mark(card, late)
    assert mark is not None
    assert mark.da == "Skulle kontrolleres senest 31-12-2026"
    assert warnings(card, late, "da")[0].da.startswith("Kortet skulle være kontrolleret igen")


def test_rules_to_come_are_marked(paths: Paths) -> None:
    write_card(paths.cards, valid_from="2027-01-01")
    card = load_cards(paths).card("night-work", "da")
    assert card is not None
    assert [text.da for text in warnings(card, TODAY, "da")] == [
        "Reglerne på kortet gælder først fra 01-01-2027."
    ]


def test_a_copy_to_edit_is_made_once(paths: Paths, shipped: CardLibrary) -> None:
    card = shipped.cards["section-56", "da"]
    path = copy_to_edit(card, paths)
    assert path.read_bytes() == (shipped_folder() / "section-56.da.md").read_bytes()
    path.write_text(path.read_text("utf-8").replace("§56-aftale", "Vores §56-aftale"), "utf-8")
    assert copy_to_edit(card, paths) == path
    edited = load_cards(paths).card("section-56", "da")
    assert edited is not None
    assert edited.title.startswith("Vores §56-aftale")


def test_a_copy_that_cannot_be_made_is_explained(paths: Paths, shipped: CardLibrary) -> None:
    paths.data_dir.mkdir()
    paths.cards.write_text("en fil", "utf-8")
    with pytest.raises(UserError):
        copy_to_edit(shipped.cards["section-56", "da"], paths)
