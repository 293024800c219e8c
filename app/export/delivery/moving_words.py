"""What a lead is told about the letters in the place before, when another one was chosen."""

from collections.abc import Iterator

from app.export.delivery.choosing import Chosen
from app.models.team.places import Place
from app.models.team.troubles import trouble_words
from app.texts import Text


def moved_words(chosen: Chosen) -> Text | None:
    """Return that everything came along, in one sentence; None where nothing had to."""
    if not chosen.copied:
        return None
    return Text(
        f"Kopieret fra det gamle sted: {chosen.copied} filer. Giv alle vejlederne det nye sted.",
        f"Copied from the old place: {chosen.copied} files. Give all counsellors the new place.",
    )


def left_behind_words(chosen: Chosen) -> Text | None:
    """Return what does not lie in the new place, and what to do; None where everything does."""
    lines = tuple(_left_behind(chosen))
    if not lines:
        return None
    return Text(" ".join(line.da for line in lines), " ".join(line.en for line in lines))


def _left_behind(chosen: Chosen) -> Iterator[Text]:
    former = chosen.former
    if former is not None and chosen.trouble is not None:
        why = trouble_words(chosen.trouble)
        yield Text(
            f"Det, der ligger i det gamle sted ({former.address}), blev ikke kopieret helt. {why.da}",
            f"What lies in the old place ({former.address}) was not copied completely. {why.en}",
        )
    if chosen.not_there:
        yield Text(
            f"Breve, som du har taget ind, og som ikke ligger i det nye sted: {chosen.not_there}."
            " En ny projektleder, der overtager derfra, ville mangle deres tal.",
            f"Letters that you have taken in and that do not lie in the new place: {chosen.not_there}."
            " A new lead who takes over from there would lack their figures.",
        )
    if former is not None and chosen.trouble is not None:
        yield _what_to_do(former)
    elif chosen.not_there:
        yield Text(
            "Gem filerne med dem sammen med projektets gendannelsesark.",
            "Keep the files with them together with the project's recovery sheet.",
        )


def _what_to_do(former: Place) -> Text:
    return Text(
        f"Vælg {former.address} igen, når det kan nås, og derefter det nye sted: så kopieres resten."
        " Ellers gem en kopi af det gamle sted sammen med projektets gendannelsesark.",
        f"Choose {former.address} again when it can be reached, and then the new place: the rest is"
        " copied then. Otherwise keep a copy of the old place with the project's recovery sheet.",
    )
