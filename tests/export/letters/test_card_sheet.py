"""The QR code of a card holds the card, on the screen and on paper."""

import re
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
import segno
from msgspec.structs import replace
from pypdf import PdfReader

from app.export.letters.card_sheet import card_sheet, card_svg
from app.export.project_sheet import project_sheet
from app.models.recovery_code import generate
from app.models.team.cards import Card, decode_card, encode_card
from app.models.team.devices import Devices
from app.models.team.fingerprint import hex_of, words_of
from app.texts import LANGUAGES, Language
from tests.team import Team

Matrix = tuple[tuple[bool, ...], ...]


@pytest.fixture
def card(team: Team) -> Card:
    return Devices(team.counsellors["AB"]).card()


def modules_of(card: Card) -> Matrix:
    code = segno.make_qr(encode_card(card), error="l", mode="byte")
    return tuple(tuple(bool(dark) for dark in row) for row in code.matrix)


def modules_of_svg(content: bytes) -> Matrix:
    """Paint the strokes of the image onto squares, and cut the white border off."""
    root = ET.fromstring(content)  # noqa: S314 - our own file
    (line,) = (item for item in root.iter() if item.get("class") == "qrline")
    strokes = re.findall(r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?", line.get("d") or "")
    size = int(float(root.get("width") or 0)) // 4
    squares, x, y = [[False] * size for _ in range(size)], 0.0, 0.0
    for command, first, second in strokes:
        if command == "M":
            x, y = float(first), float(second)
        elif command == "m":
            x, y = x + float(first), y + float(second)
        else:
            for place in range(int(x), int(x) + int(first)):
                squares[int(y)][place] = True
            x += float(first)
    return tuple(tuple(row[4:-4]) for row in squares[4:-4])


def test_the_code_on_the_screen_is_that_of_the_file(card: Card) -> None:
    assert modules_of_svg(card_svg(card)) == modules_of(card)
    assert decode_card(encode_card(card)) == card


def test_the_printed_code_has_the_same_modules(card: Card) -> None:
    content = PdfReader(BytesIO(card_sheet(card, "Projekt Vest", "da"))).pages[0]
    stream = content.get_contents()
    assert stream is not None
    drawn = re.findall(rb"n ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re f\*", stream.get_data())
    boxes = [tuple(map(float, box)) for box in drawn]
    modules = modules_of(card)
    side = boxes[0][3]
    left, top = min(box[0] for box in boxes), max(box[1] for box in boxes)
    squares = [[False] * len(modules) for _ in modules]
    for x, y, width, height in boxes:
        assert height == side
        first = round((x - left) / side)
        for place in range(first, first + round(width / side)):
            squares[round((top - y) / side)][place] = True
    assert tuple(map(tuple, squares)) == modules
    assert side > 2.2  # points: 0.8 mm, what a telephone reads


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_has_one_page_with_the_words(card: Card, language: Language) -> None:
    content = card_sheet(card, "Projekt <Vest> & Øst", language)
    assert content == card_sheet(card, "Projekt <Vest> & Øst", language)
    reader = PdfReader(BytesIO(content))
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text()
    assert [word for word in words_of(card.fingerprint) if word not in text] == []
    for told in (hex_of(card.fingerprint), card.name, "Projekt <Vest> & Øst"):
        assert told in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_of_the_project_has_one_page(language: Language) -> None:
    code = generate()
    reader = PdfReader(BytesIO(project_sheet(code, "Projekt Æ", "0" * 32, language)))
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text()
    assert [group for group in code.split("-") if group not in text] == []


def test_a_card_with_the_longest_names_fits(card: Card) -> None:
    long = replace(
        card,
        name="Æ" * 80,
        initials="Ø" * 12,
        replaces=card.device,
        old_signature=bytes(64),
    )
    assert modules_of_svg(card_svg(long)) == modules_of(long)
    assert len(PdfReader(BytesIO(card_sheet(long, "Å" * 200, "da"))).pages) == 1
