"""Files that are no letters, but that people hand to a lead for good reasons: cards and packages."""

from pathlib import Path

import msgspec

from app.errors import UserError
from app.export.letters.letter_files import load_file
from app.export.letters.package_letter import read_package_letter
from app.models.team.cards import LARGEST_CARD, Card, decode_card
from app.models.team.refusing import refused_card, refused_package


class OtherFile(msgspec.Struct, frozen=True, kw_only=True):
    """What a file holds that is no letter: the card of a computer, or a package of ``project``."""

    card: Card | None = None
    project: str = ""


def other_file(path: Path) -> OtherFile | None:
    """Return what a file that was refused as a letter holds; None where it is nothing of ours."""
    try:
        return OtherFile(card=decode_card(load_file(path, LARGEST_CARD, refused_card)))
    except UserError:
        pass
    try:
        package = read_package_letter(load_file(path, refused=refused_package), None)
    except UserError:
        return None
    return OtherFile(project=package.package.roster.project)
