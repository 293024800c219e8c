"""A file becomes a card, or says on which line it is none; whatever stands in it."""

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.models.card_parsing import (
    LONGEST_TRUST,
    MAX_BLOCKS,
    MAX_BYTES,
    MAX_TEXT,
    BadCard,
    read_card,
)
from app.models.card_types import Block, BlockKind, CardTopic
from tests.card_files import HEADER, card_source, write_card


def complaints(path: Path) -> list[tuple[int, str]]:
    """Return the line and the Danish text of everything that is wrong with a file."""
    with pytest.raises(BadCard) as refused:
        read_card(path)
    assert {problem.file for problem in refused.value.problems} == {path.name}
    return [(problem.line, problem.text.da) for problem in refused.value.problems]


def test_a_card_is_read_with_its_header_and_its_parts(tmp_path: Path) -> None:
    card = read_card(write_card(tmp_path), own=True)
    assert (card.id, card.language, card.own) == ("night-work", "da", True)
    assert (card.title, card.topic) == ("Natarbejde: helbredskontrol", CardTopic.HEALTH)
    assert card.codes == ("S06", "A03")
    assert (card.valid_from, card.source_date) == (date(2020, 1, 1), date(2019, 6, 30))
    assert (card.checked, card.check_by) == (date(2026, 11, 1), date(2027, 5, 1))
    assert card.blocks == (
        Block(
            BlockKind.PARAGRAPH, "Den, der arbejder om natten, kan få en gratis helbredskontrol."
        ),
        Block(BlockKind.HEADING, "Det gælder"),
        Block(BlockKind.ITEM, "Før arbejdet om natten begynder."),
        Block(BlockKind.ITEM, "Derefter jævnligt."),
        Block(BlockKind.PARAGRAPH, "Spørg arbejdsmiljørepræsentanten."),
    )


def test_the_example_of_the_docs_is_a_card(tmp_path: Path) -> None:
    docs = (Path(__file__).parents[2] / "docs" / "cards.md").read_text("utf-8")
    path = tmp_path / "section-56.da.md"
    path.write_text(docs.split("```")[1].removeprefix("\n"), "utf-8")
    assert read_card(path).codes == ("R02", "A07")
    assert all(f"| `{key}` |" in docs for key in HEADER), "every key is described"
    assert all(f"`{topic}`" in docs for topic in CardTopic)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_an_editor_may_save_it_as_it_likes(tmp_path: Path, line_end: str, mark: bytes) -> None:
    path = write_card(tmp_path)
    expected = read_card(path)
    path.write_bytes(mark + card_source().replace("\n", line_end).encode())
    assert read_card(path) == expected


def test_lines_that_follow_one_another_are_one_part(tmp_path: Path) -> None:
    body = "Et afsnit\nover to linjer.\n- Et punkt\n  der går videre\n* Et til\n"
    card = read_card(write_card(tmp_path, body=body))
    assert [block.text for block in card.blocks] == [
        "Et afsnit over to linjer.",
        "Et punkt der går videre",
        "Et til",
    ]


def test_what_looks_like_markup_is_text(tmp_path: Path) -> None:
    body = "<b>Fed</b> & **stærk** [link](https://example.org)\n"
    card = read_card(write_card(tmp_path, body=body))
    assert card.text == body.strip()


@pytest.mark.parametrize("key", [key for key in HEADER if key not in ("codes", "id")])
def test_every_key_but_the_codes_must_stand_there(tmp_path: Path, key: str) -> None:
    path = write_card(tmp_path, **{key: None})
    assert complaints(path) == [(1, f"»{key}« mangler i hovedet.")]


def test_a_card_need_not_belong_to_any_code(tmp_path: Path) -> None:
    assert read_card(write_card(tmp_path, codes=None)).codes == ()


@pytest.mark.parametrize(
    ("header", "line", "said"),
    [
        ({"id": "other"}, 2, "»id« skal være »night-work« som filens navn."),
        ({"topic": "sundhed"}, 4, "Emnet skal være et af sick_leave, workplace"),
        ({"codes": "S06 =1+1"}, 5, "»=1+1« er ikke en kode som R02 eller A07."),
        ({"valid-from": "01-01-2020"}, 6, "»valid-from« skal være en dato som 2026-11-20."),
        ({"checked": "2026-02-30"}, 9, "»checked« skal være en dato som 2026-11-20."),
        ({"source-date": "2026-11-02"}, 8, "Kilden er fra efter den dag"),
        ({"check-by": "2026-11-01"}, 10, "»check-by« skal ligge efter »checked«."),
        ({"check-by": "3027-05-01"}, 10, "Der må højst gå to år"),
        ({"title": "x" * 301}, 3, "»title« må højst have 300 tegn."),
        ({"author": "Karen"}, 11, "Nøglen »author« findes ikke."),
        ({"title": "Nat\u202earbejde"}, 3, "Her er et usynligt tegn (U+202E)."),
    ],
)
def test_a_wrong_value_is_told_with_its_line(
    tmp_path: Path, header: dict[str, str], line: int, said: str
) -> None:
    told = complaints(write_card(tmp_path, **header))
    assert any(number == line and text.startswith(said) for number, text in told), told


def test_a_key_counts_once(tmp_path: Path) -> None:
    path = write_card(tmp_path)
    path.write_text(card_source().replace("topic:", "title: En anden\ntopic:"), "utf-8")
    assert complaints(path) == [(4, "»title« står der to gange.")]


def test_all_that_is_wrong_is_told_at_once_from_above(tmp_path: Path) -> None:
    path = write_card(tmp_path, topic="x", codes="?", body="# For stor\n")
    assert [line for line, _ in complaints(path)] == [4, 5, 12, 12]


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        ("", 1, "Første linje skal være ---"),
        ("Bare tekst", 1, "Første linje skal være ---"),
        ("---\nid: night-work\n", 1, "Hovedet slutter ikke med ---"),
        (card_source(body=""), 12, "Der er ingen tekst på kortet."),
        (card_source(body="#\n\nTekst"), 12, "En overskrift skrives som »## Overskrift«."),
    ],
)
def test_a_file_of_another_make_is_no_card(
    tmp_path: Path, source: str, line: int, said: str
) -> None:
    path = tmp_path / "night-work.da.md"
    path.write_text(source, "utf-8")
    assert (line, said) in complaints(path)


def test_a_card_fits_on_a_sheet(tmp_path: Path) -> None:
    most = "\n".join("- x" for _ in range(MAX_BLOCKS))
    assert len(read_card(write_card(tmp_path, body=most)).blocks) == MAX_BLOCKS
    ((line, said),) = complaints(write_card(tmp_path, body=f"{most}\n- y"))
    assert (line, said[:26]) == (12 + MAX_BLOCKS, "Kortet er for langt til ét")
    assert complaints(write_card(tmp_path, body="x" * (MAX_TEXT + 1)))[0][0] == 12


@pytest.mark.parametrize(
    "name", ["Night.da.md", "night.md", "night.de.md", "-night.da.md", "næt.da.md", "a b.en.md"]
)
def test_the_name_of_the_file_says_which_card_it_is(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(card_source(), "utf-8")
    ((line, said),) = complaints(path)
    assert (line, said.startswith("Navnet skal være som »mit-kort.da.md«")) == (0, True)


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    path = write_card(tmp_path)
    path.write_bytes(card_source().encode() + b" " * MAX_BYTES)
    assert complaints(path) == [(0, "Filen fylder mere end 32 kB.")]


def test_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "night-work.da.md"
    path.write_bytes(card_source().encode("latin-1"))
    ((line, said),) = complaints(path)
    assert (line, said[:37]) == (7, "Her er et tegn, der ikke er UTF-8. Ge")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes or links without rights here")
def test_links_pipes_and_folders_are_refused_without_waiting(tmp_path: Path) -> None:
    real = write_card(tmp_path / "elsewhere")
    paths = [tmp_path / f"{name}.da.md" for name in ("link", "pipe", "folder")]
    paths[0].symlink_to(real)
    os.mkfifo(paths[1])
    paths[2].mkdir()
    for path in paths:
        assert complaints(path) == [(0, "Det er ikke en almindelig fil.")]


def test_a_file_that_has_gone_is_told(tmp_path: Path) -> None:
    assert complaints(tmp_path / "night-work.da.md") == [(0, "Filen kan ikke læses.")]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(noise=st.binary(max_size=400), at=st.integers(0, 300), kept=st.booleans())
def test_no_file_does_more_than_being_refused(
    tmp_path: Path, noise: bytes, at: int, kept: bool
) -> None:
    path = tmp_path / "night-work.da.md"
    good = card_source().encode()
    path.write_bytes(good[:at] + noise + good[at:] if kept else noise)
    try:
        card = read_card(path)
    except BadCard:
        return
    assert card.blocks
    assert card.check_by - card.checked <= LONGEST_TRUST
    assert len(card.text) <= MAX_TEXT + MAX_BLOCKS
