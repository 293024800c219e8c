"""What somebody opened or dragged in at a lead: letters, and what else people hand to a lead."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QCoreApplication

from app.export.letters.handing import FileTaken
from app.export.letters.other_files import OtherKind
from app.models.team.cards import Card

translate = QCoreApplication.translate


class Handed(msgspec.Struct, frozen=True, kw_only=True):
    """Letters with what came of them, cards of computers, packages by file and project, and links."""

    letters: tuple[FileTaken, ...] = ()
    cards: tuple[Card, ...] = ()
    packages: tuple[tuple[str, str], ...] = ()
    links: tuple[str, ...] = ()


def sort_out(told: Sequence[FileTaken]) -> Handed:
    """Tell letters from what else of ours was among the files."""
    letters: list[FileTaken] = []
    cards: list[Card] = []
    packages: list[tuple[str, str]] = []
    links: list[str] = []
    for one in told:
        other = one.other
        if other is not None and other.card is not None:
            cards.append(other.card)
        elif other is not None and other.kind is OtherKind.PACKAGE:
            packages.append((one.name, other.project))
        elif other is not None and other.kind is OtherKind.LINK:
            links.append(one.name)
        else:
            letters.append(one)
    return Handed(
        letters=tuple(letters), cards=tuple(cards), packages=tuple(packages), links=tuple(links)
    )


def beside_words(handed: Handed) -> list[str]:
    """Return what is to be said of files that a lead takes nothing from."""
    said = translate(
        "Collected",
        "{file} er projektpakken for »{project}«. Den er til vejlederne; her ændrer den intet.",
    )
    lines = [said.format(file=file, project=project) for file, project in handed.packages]
    if handed.links:
        said = translate("Collected", "Sprunget over, for det er genveje: {files}.")
        lines.append(said.format(files=", ".join(handed.links)))
    more = len(handed.cards) - 1
    if more > 0:
        lines.append(
            translate(
                "Collected", "Flere visitkort: {count}. Åbn dem bagefter, et ad gangen."
            ).format(count=more)
        )
    return lines
