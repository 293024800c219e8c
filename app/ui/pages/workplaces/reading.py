"""What the page of workplaces reads from the store, in one job."""

from dataclasses import dataclass
from datetime import date

from app.models.sorting import danish_key
from app.models.store import Store
from app.models.taxonomy import Term
from app.models.types import RecordId, Sector, TermKind, Workplace
from app.models.workplace_drafts import WorkplaceDraft, draft_of, read_drafts
from app.ui.pages.workplaces.details import KnownOrganisation, Organisations


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to list, and which workplace to show in the form ("" for none)."""

    query: str
    sector: str
    state: str
    current: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The answer: the list, what the form needs, and the current workplace as it is stored.

    ``drafts`` are the unsaved changes on disk, by the id of their workplace.
    """

    listed: tuple[tuple[Workplace, str], ...]
    total: int
    organisations: Organisations
    codes: tuple[str, ...]
    advice: tuple[Term, ...]
    drafts: dict[str, WorkplaceDraft]
    current: WorkplaceDraft | None


def read_page(store: Store, wanted: Wanted, today: date) -> Shown:
    """Return the workplaces that ``wanted`` admits, with the names of their organisations."""
    organisations = store.organisations.all()
    names = {organisation.id: organisation.name for organisation in organisations}
    everything = store.workplaces.all()
    found = store.workplaces.search(wanted.query) if wanted.query.strip() else everything
    admitted = [place for place in found if _admits(wanted, place, today)]
    admitted.sort(key=lambda place: danish_key(place.name))
    exists = any(place.id == wanted.current for place in everything)
    return Shown(
        listed=tuple(
            (place, names.get(place.organisation_id or RecordId(""), "")) for place in admitted
        ),
        total=len(everything),
        organisations=tuple(KnownOrganisation(o.name, o.cvr) for o in organisations),
        codes=tuple(place.code for place in everything),
        advice=store.taxonomy.terms(TermKind.ADVICE, today),
        drafts=read_drafts(store),
        current=draft_of(store, RecordId(wanted.current)) if exists else None,
    )


def has_ended(place: Workplace, today: date) -> bool:
    """Tell whether the last day of a workplace is past."""
    return place.ended_on is not None and place.ended_on < today


def _admits(wanted: Wanted, place: Workplace, today: date) -> bool:
    if wanted.sector and place.sector is not Sector(wanted.sector):
        return False
    return wanted.state == "all" or has_ended(place, today) == (wanted.state == "ended")
