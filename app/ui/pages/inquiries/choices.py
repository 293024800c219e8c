"""What the filters of the list offer, read from the store."""

from dataclasses import dataclass
from datetime import date

from app.models.sorting import danish_key
from app.models.store import Store
from app.models.taxonomy import Term
from app.models.types import Counsellor, TermKind, Workplace


@dataclass(frozen=True, slots=True)
class Choices:
    """Workplaces by name, the codes in their fixed order, counsellors by initials."""

    workplaces: tuple[Workplace, ...]
    reasons: tuple[Term, ...]
    advice: tuple[Term, ...]
    counsellors: tuple[Counsellor, ...]


def read_choices(store: Store, today: date) -> Choices:
    """Read what can be filtered by, labelled as of ``today``."""
    return Choices(
        workplaces=tuple(sorted(store.workplaces.all(), key=lambda w: danish_key(w.name))),
        reasons=store.taxonomy.terms(TermKind.REASON, today),
        advice=store.taxonomy.terms(TermKind.ADVICE, today),
        counsellors=store.counsellors.all(),
    )
