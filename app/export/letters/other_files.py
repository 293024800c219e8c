"""Files that are no letters, but that people hand on for good reasons: cards, rosters and packages."""

from enum import StrEnum
from pathlib import Path

import msgspec

from app.errors import UserError
from app.export.letters.letter_files import load_file
from app.export.letters.package_letter import read_package_letter
from app.models.team.cards import LARGEST_CARD, Card, decode_card
from app.models.team.refusing import (
    Reason,
    Refused,
    refused_card,
    refused_package,
    refused_roster,
)
from app.models.team.roster import LARGEST_ROSTER, decode_roster
from app.texts import Text


class OtherKind(StrEnum):
    """What a file is that is no letter: one of ours, or in a folder a link, which is not followed."""

    CARD = "card"
    ROSTER = "roster"
    PACKAGE = "package"
    LINK = "link"


class OtherFile(msgspec.Struct, frozen=True, kw_only=True):
    """What a file is that is no letter; ``project`` of a roster and a package."""

    kind: OtherKind
    card: Card | None = None
    project: str = ""


def other_file(path: Path) -> OtherFile | None:
    """Return what a file that was refused as a letter is; None where it is nothing of ours."""
    try:
        card = decode_card(load_file(path, LARGEST_CARD, refused_card))
        return OtherFile(kind=OtherKind.CARD, card=card)
    except UserError:
        pass
    try:
        roster = decode_roster(load_file(path, LARGEST_ROSTER, refused_roster))
        return OtherFile(kind=OtherKind.ROSTER, project=roster.project)
    except UserError:
        pass
    try:
        package = read_package_letter(load_file(path, refused=refused_package), None)
    except UserError:
        return None
    return OtherFile(kind=OtherKind.PACKAGE, project=package.package.roster.project)


def other_words(other: OtherFile) -> Text:
    """Return what a file is."""
    if other.card is not None:
        return Text(
            f"Den er visitkortet for {other.card.name}.", f"It is the card of {other.card.name}."
        )
    if other.kind is OtherKind.ROSTER:
        return Text(
            f"Den er deltagerlisten for »{other.project}«.",
            f"It is the roster of “{other.project}”.",
        )
    if other.kind is OtherKind.LINK:
        return Text(
            "Sprunget over: den er en genvej til et andet sted.",
            "Passed over: it is a link to somewhere else.",
        )
    return Text(
        f"Den er projektpakken for »{other.project}«.",
        f"It is the project package of “{other.project}”.",
    )


def next_step(other: OtherFile, *, at_lead: bool) -> Text:
    """Return what to do with a file here; a lead signs rosters and packages and opens none."""
    return (_AT_LEAD if at_lead else _AT_COUNSELLOR)[other.kind]


def no_letter(other: OtherFile, *, at_lead: bool) -> Refused:
    """Return why a file that is one of ours is not opened as a letter, and what opens it."""
    why = (other_words(other), next_step(other, at_lead=at_lead))
    return Refused(Reason.NOT_A_LETTER, _NO_LETTER, why)


_NO_LETTER = Text("Filen er ikke et brev.", "The file is no letter.")
_FOR_COUNSELLORS = Text(
    "Den er til vejlederne. Her ændrer den intet.",
    "It is for the counsellors. Here it changes nothing.",
)
_NAME_IT = Text(
    "Ligger der breve, så åbn selve filen eller mappen.",
    "If letters lie there, open the file or the folder itself.",
)
_AT_LEAD = {
    OtherKind.CARD: Text(
        "Få de ti ord læst op, og tag computeren med: »vejviser card accept FIL --words …«.",
        "Have the ten words read aloud and take the computer in: “vejviser card accept FILE --words …”.",
    ),
    OtherKind.ROSTER: _FOR_COUNSELLORS,
    OtherKind.PACKAGE: _FOR_COUNSELLORS,
    OtherKind.LINK: _NAME_IT,
}
_AT_COUNSELLOR = {
    OtherKind.CARD: Text(
        "Den er til projektlederen: giv projektlederen filen.",
        "It is for the lead: give the lead the file.",
    ),
    OtherKind.ROSTER: Text(
        "Tag den i brug med »vejviser roster accept FIL«.",
        "Use it with “vejviser roster accept FILE”.",
    ),
    OtherKind.PACKAGE: Text(
        "Åbn den med »vejviser project open FIL«.",
        "Open it with “vejviser project open FILE”.",
    ),
    OtherKind.LINK: _NAME_IT,
}
