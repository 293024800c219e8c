"""Saving and deleting a workplace: the place, its organisation and its offers as one."""

import msgspec
from msgspec.structs import replace

from app.errors import InvalidInput, Problem, UserError
from app.models.folding import fold
from app.models.repository import R, Repository
from app.models.store import Store
from app.models.types import Organisation, RecordId, Workplace
from app.models.workplace_drafts import NEW, WorkplaceDraft, organisation_of, tidied
from app.texts import Text

_WHAT = Text("Arbejdspladsen blev ikke gemt.", "The workplace was not saved.")
_ANY_OWNER = RecordId("any")


class Uses(msgspec.Struct, frozen=True, kw_only=True):
    """How many records refer to a workplace."""

    visits: int
    inquiries: int
    people: int
    follow_ups: int
    rules: int
    activities: int

    @property
    def any(self) -> bool:
        """Tell whether anything refers to it."""
        return any(msgspec.structs.astuple(self))


def save_workplace(store: Store, draft: WorkplaceDraft) -> Workplace:
    """Store a workplace with its organisation and offers in one transaction.

    Raises:
        InvalidInput: with every problem of the form. Fields are those of the workplace,
            ``organisation``, ``cvr``, ``contacts.N.name`` and ``.email``, and ``offers.N.…``
            with N counted from 0.
        Conflict: something was changed since the draft was made.
    """
    draft = tidied(draft)
    _check(store, draft)
    with store.atomic():
        before = store.workplaces.get(draft.workplace.id) if draft.workplace.id else None
        owner = _save_organisation(store, draft, before)
        wanted = replace(draft.workplace, organisation_id=owner.id if owner else None)
        saved = store.workplaces.change(wanted) if before else store.workplaces.add(wanted)
        _save_offers(store, draft, saved)
        _forget_empty_organisation(store, before, saved)
    return saved


def uses_of(store: Store, workplace_id: RecordId) -> Uses:
    """Count what refers to a workplace."""
    tables = {
        "visits": "visit",
        "inquiries": "inquiry",
        "people": "person",
        "follow_ups": "followup",
        "rules": "presence_rule",
        "activities": "activity_workplace",
    }
    counts = {
        name: store.database.execute(
            f"SELECT count(*) FROM {table} WHERE workplace_id = ?", (workplace_id,)
        ).fetchone()[0]
        for name, table in tables.items()
    }
    return Uses(**counts)


def delete_workplace(store: Store, workplace_id: RecordId) -> Workplace:
    """Delete a workplace that nothing refers to, with its own offers and closing days.

    Raises:
        UserError: something refers to it; it says what.
    """
    uses = uses_of(store, workplace_id)
    if uses.any:
        raise UserError(
            Text("Arbejdspladsen blev ikke slettet.", "The workplace was not deleted."),
            _named(uses),
            Text(
                "Skriv i stedet en slutdato, så bliver tallene bevaret.",
                "Enter an end date instead, and the figures are kept.",
            ),
        )
    with store.atomic():
        for offer in store.offers.of_workplace(workplace_id):
            if offer.workplace_id == workplace_id:
                store.offers.delete(offer.id)
        for days in store.closing_days.of_workplace(workplace_id):
            if days.workplace_id == workplace_id:
                store.closing_days.delete(days.id)
        deleted = store.workplaces.delete(workplace_id)
        _forget_empty_organisation(store, deleted, None)
    return deleted


def known_organisation(store: Store, name: str) -> Organisation | None:
    """Return the organisation that is meant by ``name``, however its letters are written."""
    wanted = fold(name)
    return next((o for o in store.organisations.all() if fold(o.name) == wanted), None)


def _check(store: Store, draft: WorkplaceDraft) -> None:
    problems = _problems_of(store.workplaces, draft.workplace)
    if draft.organisation:
        known = known_organisation(store, draft.organisation)
        named = Organisation(
            id=known.id if known else NEW,
            name=known.name if known else draft.organisation,
            cvr=draft.cvr,
        )
        problems += _problems_of(store.organisations, named)
    elif draft.cvr or any(item.shared for item in draft.offers):
        text = Text("Skriv organisationens navn.", "Enter the name of the organisation.")
        problems.append(Problem("organisation", text))
    for number, item in enumerate(draft.offers):
        offer = replace(item.offer, workplace_id=_ANY_OWNER, organisation_id=None)
        problems += _problems_of(store.offers, offer, f"offers.{number}.")
    if problems:
        raise InvalidInput(_WHAT, tuple(problems))


def _problems_of(repository: Repository[R], record: R, prefix: str = "") -> list[Problem]:
    try:
        repository.check(record)
    except InvalidInput as error:
        return [Problem(prefix + problem.field, problem.text) for problem in error.problems]
    return []


def _save_organisation(
    store: Store, draft: WorkplaceDraft, before: Workplace | None
) -> Organisation | None:
    if not draft.organisation:
        return None
    own = organisation_of(store, before)
    known = known_organisation(store, draft.organisation)
    if known is None and own is not None and _workplaces_in(store, own.id) == 1:
        known = own  # nobody else belongs to it: a new name corrects the old one
    if known is None:
        return store.organisations.add(Organisation(name=draft.organisation, cvr=draft.cvr))
    if known != own:
        # Joining a known organisation may complete it, but never empties or renames it.
        return store.organisations.change(replace(known, cvr=draft.cvr or known.cvr))
    return store.organisations.change(replace(known, name=draft.organisation, cvr=draft.cvr))


def _save_offers(store: Store, draft: WorkplaceDraft, saved: Workplace) -> None:
    for removed in draft.removed_offers:
        store.offers.delete(removed)
    for item in draft.offers:
        offer = item.offer
        elsewhere = offer.organisation_id not in (None, saved.organisation_id)
        if item.shared and elsewhere and _workplaces_in(store, offer.organisation_id):
            continue  # the organisation that was left keeps its offers for its other workplaces
        owned = replace(
            offer,
            workplace_id=None if item.shared else saved.id,
            organisation_id=saved.organisation_id if item.shared else None,
        )
        if offer.id:
            store.offers.change(owned)
        else:
            store.offers.add(owned)


def _forget_empty_organisation(
    store: Store, before: Workplace | None, after: Workplace | None
) -> None:
    """Delete the organisation that a workplace left, when it was the last one there."""
    left = before.organisation_id if before else None
    if left is None or (after and after.organisation_id == left) or _workplaces_in(store, left):
        return
    for offer in store.offers.of_organisation(left):
        store.offers.delete(offer.id)
    store.organisations.delete(left)


def _workplaces_in(store: Store, organisation_id: RecordId | None) -> int:
    return sum(place.organisation_id == organisation_id for place in store.workplaces.all())


def _named(uses: Uses) -> Text:
    """Say what refers to a workplace: "Den er i brug: 4 fremmøder, 1 henvendelse."."""
    words = (
        (uses.visits, "fremmøde", "fremmøder", "visit", "visits"),
        (uses.inquiries, "henvendelse", "henvendelser", "inquiry", "inquiries"),
        (uses.people, "person", "personer", "person", "people"),
        (uses.follow_ups, "opfølgning", "opfølgninger", "follow-up", "follow-ups"),
        (uses.rules, "fremmøderegel", "fremmøderegler", "presence rule", "presence rules"),
        (uses.activities, "aktivitet", "aktiviteter", "activity", "activities"),
    )
    named = [
        (f"{n} {one if n == 1 else many}", f"{n} {one_en if n == 1 else many_en}")
        for n, one, many, one_en, many_en in words
        if n
    ]
    danish = ", ".join(pair[0] for pair in named)
    english = ", ".join(pair[1] for pair in named)
    return Text(f"Den er i brug: {danish}.", f"It is in use: {english}.")
