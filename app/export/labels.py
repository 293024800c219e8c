"""The names behind the codes of one project, in one language."""

from dataclasses import dataclass
from datetime import date

from app.models.sorting import danish_key
from app.models.store import Store
from app.models.types import TermKind
from app.texts import Language


@dataclass(frozen=True, slots=True)
class Labels:
    """Names by code, each in the order in which they are shown.

    ``workplaces`` stand in Danish alphabetical order. ``reason_groups`` gives the group of each
    reason, ``advice_short`` the names for charts.
    """

    project: str
    workplaces: dict[str, str]
    groups: dict[str, str]
    reasons: dict[str, str]
    reason_groups: dict[str, str]
    advice: dict[str, str]
    advice_short: dict[str, str]


def read_labels(store: Store, on: date, language: Language) -> Labels:
    """Return the names as they are on a day."""
    workplaces = sorted(store.workplaces.all(), key=lambda place: danish_key(place.name))
    groups = store.taxonomy.groups()
    reasons = store.taxonomy.terms(TermKind.REASON, on)
    advice = store.taxonomy.terms(TermKind.ADVICE, on)
    return Labels(
        project=store.settings.project,
        workplaces={place.code: place.name for place in workplaces},
        groups={group.code: group.label.in_language(language) for group in groups},
        reasons={term.code: term.label.in_language(language) for term in reasons},
        reason_groups={term.code: term.group for term in reasons},
        advice={term.code: term.label.in_language(language) for term in advice},
        advice_short={term.code: term.short.in_language(language) for term in advice},
    )
