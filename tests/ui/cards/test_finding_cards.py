"""The search box of the window finds cards, and the workspace opens them."""

import pytest

from app.ui.finder import Finder
from app.ui.services import Services
from tests.card_files import write_card


@pytest.fixture
def finder(services: Services) -> Finder:
    made = Finder(services, lambda: None)
    made.find("")
    return made


def cards(finder: Finder, text: str) -> list[str]:
    return [hit.key for hit in finder.find(text) if hit.key.startswith("card:")]


def test_a_card_is_found_by_what_stands_on_it(finder: Finder) -> None:
    assert cards(finder, "mulighedserkl")[0] == "card:possibility-declaration"
    (hit, *_) = finder.find("mulighedserkl")
    assert (hit.title, hit.detail) == ("Mulighedserklæring", "Arbejdspladsen")


def test_no_more_than_three_cards_leave_room_for_the_rest(finder: Finder) -> None:
    assert len(cards(finder, "kommune")) == 3


def test_before_anything_is_typed_there_are_only_actions(finder: Finder) -> None:
    assert {hit.key.partition(":")[0] for hit in finder.find("")} == {"action"}


def test_cards_are_read_again_whenever_the_box_is_opened(
    finder: Finder, services: Services
) -> None:
    write_card(services.paths.cards, checked="2026-01-01", check_by="2026-11-20")
    assert cards(finder, "natarbejde") == []
    finder.find("")
    assert cards(finder, "natarbejde") == ["card:night-work"]
    (hit, *_) = finder.find("natarbejde")
    assert hit.detail == "Skulle kontrolleres senest 20-11-2026"
