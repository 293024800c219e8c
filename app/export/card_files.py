"""A knowledge card as text, JSON and file: what the window and the command line call."""

import textwrap
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from app import files
from app.export.plain_text import WIDTH
from app.models.card_types import (
    CARD_TOPICS,
    NO_WARRANTY,
    Block,
    BlockKind,
    Card,
    CardProblem,
    facts,
    warnings,
)
from app.models.folding import fold
from app.texts import Text

_CARD = Text("kort", "card")
_LONGEST_NAME = 80
"""Characters of a title in the name of a file; some systems and mail programs take few."""
_TWO_ITEMS = (BlockKind.ITEM, BlockKind.ITEM)


def write_handout(card: Card, out: Path, today: date, *, demo: bool = False) -> Path:
    """Write the handout of a card into the folder ``out`` and return its path.

    A file of the same name is replaced; the folder is made where it is missing. Raises UserError.
    """
    from app.export.card_pdf import to_pdf

    path = out / handout_name(card)
    content = to_pdf(card, today, demo=demo)
    with files.explained_os_errors():
        out.mkdir(parents=True, exist_ok=True)
        files.write_atomically(path, content)
    return path


def handout_name(card: Card) -> str:
    """Return the name of the file: "vejviser-kort-delvis-syge-og-raskmelding.pdf"."""
    told = fold(card.title).replace(" ", "-")[:_LONGEST_NAME].rstrip("-") or card.id
    return f"vejviser-{_CARD.in_language(card.language)}-{told}.pdf"


def to_text(card: Card, today: date) -> str:
    """Return the card as plain text in its own language, its warnings on top."""
    return "\n".join(_lines(card, today)) + "\n"


def card_object(card: Card, today: date) -> dict[str, Any]:
    """Return a card as an object of JSON; described in docs/cards.md."""
    return {
        "id": card.id,
        "language": card.language,
        "title": card.title,
        "topic": card.topic.value,
        "codes": list(card.codes),
        "valid_from": card.valid_from.isoformat(),
        "source": card.source,
        "source_date": card.source_date.isoformat(),
        "checked": card.checked.isoformat(),
        "check_by": card.check_by.isoformat(),
        "past": card.is_past(today),
        "own": card.own,
        "text": [{"kind": block.kind.value, "text": block.text} for block in card.blocks],
    }


def problem_object(problem: CardProblem) -> dict[str, Any]:
    """Return what is wrong with a file as an object of JSON; line 0 is the whole file."""
    return {
        "file": problem.file,
        "line": problem.line,
        "text": {"da": problem.text.da, "en": problem.text.en},
    }


def _lines(card: Card, today: date) -> Iterator[str]:
    language = card.language
    yield CARD_TOPICS[card.topic].in_language(language)
    yield card.title
    yield "=" * min(len(card.title), WIDTH)
    for text in warnings(card, today, language):
        yield ""
        yield from textwrap.wrap(f"! {text.in_language(language)}", WIDTH, subsequent_indent="  ")
    before: BlockKind | None = None
    for block in card.blocks:
        if before is not BlockKind.HEADING and (block.kind, before) != _TWO_ITEMS:
            yield ""
        yield from _block(block)
        before = block.kind
    yield ""
    for name, value in facts(card):
        label = f"{name.in_language(language)}: "
        yield from textwrap.wrap(label + value, WIDTH, subsequent_indent="    ")
    yield ""
    yield from textwrap.wrap(NO_WARRANTY.in_language(language), WIDTH)


def _block(block: Block) -> Iterator[str]:
    if block.kind is BlockKind.HEADING:
        yield block.text
        yield "-" * min(len(block.text), WIDTH)
    elif block.kind is BlockKind.ITEM:
        yield from textwrap.wrap(f"- {block.text}", WIDTH, subsequent_indent="  ")
    else:
        yield from textwrap.wrap(block.text, WIDTH)
