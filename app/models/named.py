"""Workplaces and counsellors as somebody names them in a line: by code, by initials, in any case."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from app.errors import NotFound
from app.models.folding import fold
from app.models.types import Counsellor, Workplace
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

_REFUSED = Text("Kommandoen blev ikke udført.", "The command was not carried out.")
_MOST_NAMED = 50
_MOST_NEAR = 5
_SHORTEST_START = 3
"""Letters that a word must have before others that begin with it are taken for near."""


def workplace_named(store: "Store", code: str) -> Workplace:
    """Return the workplace with a code in any case; NotFound names the codes that are near it."""
    found = store.workplaces.by_code(code) or store.workplaces.by_code(code.strip().upper())
    if found is not None:
        return found
    names = {place.code: f"{place.code} {place.name}" for place in store.workplaces.all()}
    raise _unknown(
        Text(
            f"Der er ingen arbejdsplads med koden »{code}«.", f"No workplace has the code “{code}”."
        ),
        _near(code, names),
        tuple(names),
    )


def counsellor_named(store: "Store", initials: str) -> Counsellor:
    """Return the counsellor with initials in any case; NotFound names those that there are.

    Two counsellors can be JB and jb: then only the very same letters will do.
    """
    everybody = store.counsellors.all()
    wanted = initials.strip().casefold()
    exact = [who for who in everybody if who.initials == initials]
    found = exact or [who for who in everybody if who.initials.casefold() == wanted]
    if len(found) == 1:
        return found[0]
    raise _unknown(
        Text(
            f"Der er ingen vejleder med initialerne »{initials}«.",
            f"There is no counsellor with the initials “{initials}”.",
        ),
        (),
        [who.initials for who in everybody],
    )


def _near(wanted: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the codes with a word that begins as ``wanted`` does, else those spelt nearly so."""
    words = fold(wanted).split()
    begun = [
        code
        for code, name in names.items()
        if any(_begins(word, other) for word in words for other in fold(name).split())
    ]
    by_spelling = {fold(code): code for code in names}
    alike = get_close_matches(fold(wanted), by_spelling, n=_MOST_NEAR)
    return tuple(dict.fromkeys((*begun, *(by_spelling[one] for one in alike))))[:_MOST_NEAR]


def _begins(word: str, other: str) -> bool:
    return len(word) >= _SHORTEST_START and other.startswith(word)


def _unknown(why: Text, near: Sequence[str], known: Sequence[str]) -> NotFound:
    if near:
        meant = Text(f"Mente du {_either(near, 'eller')}?", f"Did you mean {_either(near, 'or')}?")
        return NotFound(_REFUSED, why, meant)
    if not known:
        return NotFound(_REFUSED, why, Text("Opret den først.", "Add it first."))
    named = _listed(known)
    return NotFound(_REFUSED, why, Text(f"Vælg mellem {named}.", f"Choose one of {named}."))


def _either(names: Sequence[str], word: str) -> str:
    *others, last = names
    return f"{', '.join(others)} {word} {last}" if others else last


def _listed(names: Iterable[str]) -> str:
    all_names = list(names)
    return ", ".join(all_names[:_MOST_NAMED]) + (" …" if len(all_names) > _MOST_NAMED else "")
