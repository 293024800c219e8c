"""Making a promise: to a person, at a workplace or a visit, after an inquiry, or to oneself."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.models.checking import Checker
from app.models.planning import keep_visit
from app.models.types import FollowUp
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store


def make_promise(store: "Store", wanted: FollowUp) -> FollowUp:
    """Store a new follow-up; a visit that only followed from a rule is stored with it.

    One of an inquiry belongs to its person and workplace too, one of a visit to its workplace.

    Raises:
        InvalidInput: it says neither what was promised nor what it is about.
        NotFound: what it is about is gone.
        Conflict: the visit is skipped.
    """
    links = (wanted.inquiry_id, wanted.person_id, wanted.workplace_id, wanted.visit_id)
    check = Checker(Text("Opfølgningen blev ikke gemt.", "The follow-up was not saved."))
    check.require(
        bool(wanted.text.strip()) or any(links),
        "text",
        "Skriv, hvad du har lovet.",
        "Enter what you promised.",
    )
    check.finish()
    with store.atomic():
        return store.followups.add(
            replace(wanted, text=wanted.text.strip(), **_around(store, wanted))
        )


def _around(store: "Store", wanted: FollowUp) -> dict[str, object]:
    """Return what a promise also belongs to, by what it is about."""
    if wanted.inquiry_id is not None:
        inquiry = store.inquiries.get(wanted.inquiry_id)
        return {"person_id": inquiry.person_id, "workplace_id": inquiry.workplace_id}
    if wanted.visit_id is not None:
        visit = keep_visit(store, wanted.visit_id)
        return {"visit_id": visit.id, "workplace_id": visit.workplace_id}
    if wanted.person_id is not None:
        person = store.people.get(wanted.person_id)
        return {"workplace_id": wanted.workplace_id or person.workplace_id}
    if wanted.workplace_id is not None:
        store.workplaces.get(wanted.workplace_id)
    return {}
