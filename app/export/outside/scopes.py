"""Whose figures a report holds: those of the project, of an organisation, or of one workplace."""

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import NamedTuple

from app.models.frozen import Frozen


class Kind(StrEnum):
    """The kinds of scope."""

    PROJECT = "project"
    ORGANISATION = "organisation"
    PLACE = "place"


class Scope(NamedTuple):
    """A scope; ``name`` is the code of a workplace, the name of an organisation, or empty."""

    kind: Kind
    name: str = ""

    @property
    def key(self) -> str:
        """What it is called in the identifiers of cells, and in the ledger."""
        return f"{self.kind.value}:{self.name}" if self.name else self.kind.value

    @classmethod
    def of(cls, key: str) -> "Scope":
        """Return the scope of a key."""
        kind, _, name = key.partition(":")
        return cls(Kind(kind), name)

    def codes(self, frozen: Frozen) -> tuple[str, ...] | None:
        """Return the workplaces of the scope as they were in a closed month; none are all.

        None where the month has no figures for it: an unknown workplace, an organisation without
        two of them.
        """
        if self.kind is Kind.PROJECT:
            return ()
        if self.kind is Kind.PLACE:
            return (self.name,) if self.name in (place.code for place in frozen.places) else None
        codes = tuple(p.code for p in frozen.places if p.organisation == self.name)
        return codes if len(codes) > 1 else None

    def members(self, frozen: Frozen) -> tuple[str, ...]:
        """Return the codes of the workplaces that it is made of."""
        codes = self.codes(frozen)
        return tuple(place.code for place in frozen.places) if codes == () else codes or ()


PROJECT = Scope(Kind.PROJECT)


def place(code: str) -> Scope:
    """Return the scope of one workplace."""
    return Scope(Kind.PLACE, code)


def organisations(frozen: Frozen) -> Iterable[Scope]:
    """Return the organisations of several workplaces."""
    names = dict.fromkeys(each.organisation for each in frozen.places if each.organisation)
    scopes = (Scope(Kind.ORGANISATION, name) for name in names)
    return tuple(scope for scope in scopes if scope.codes(frozen))


def scopes_of(frozen: Frozen) -> tuple[Scope, ...]:
    """Return all that can report by itself: the project, organisations, and single workplaces."""
    places = (place(each.code) for each in frozen.places)
    return (PROJECT, *organisations(frozen), *places)


def scope_of(frozen: Frozen, codes: Collection[str]) -> Scope | None:
    """Return the organisation that had exactly these workplaces in a closed month, or None."""
    found = (each for each in organisations(frozen) if set(each.members(frozen)) == set(codes))
    return next(found, None)
