"""What the page of protected reports is opened on."""

from dataclasses import dataclass

from app.export.outside.profiles import Profile
from app.export.outside.releasing import frozen_of
from app.export.outside.scopes import PROJECT, Scope, place, scope_of
from app.models.periods import Period
from app.models.store import Store


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the page is opened on: a profile, a month, and some workplaces, none for all."""

    profile: Profile
    month: Period
    workplaces: tuple[str, ...] = ()

    @property
    def scope(self) -> Scope:
        """The one workplace; the project for several, until the month was read."""
        return place(self.workplaces[0]) if len(self.workplaces) == 1 else PROJECT


def organisation_wanted(store: Store, wanted: Wanted) -> Scope | None:
    """Return the organisation that has exactly the workplaces; None where there is none, and where
    the month is open."""
    frozen = frozen_of(store, wanted.month)
    return None if frozen is None else scope_of(frozen, wanted.workplaces)
