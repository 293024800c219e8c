"""The demo project: the published figures of a real evaluation, with invented persons.

February 2018 to October 2019 holds exactly what the evaluation of Langtidsrask prints; see
``resources/demo/README.md``. With ``recent`` the weeks up to today are lived in as well, which
changes nothing about the published period.
"""

from datetime import date, timedelta

from msgspec.structs import replace

from app.models import keys, opening
from app.models.cipher import DataKey
from app.models.clock import Clock, local_today, system_clock
from app.models.demo_files import rows
from app.models.demo_identities import tell_who_is_who
from app.models.demo_recent import WEEKS, live_recent_weeks
from app.models.demo_retention import decide_retention
from app.models.demo_visits import hold_published_visits, rhythms
from app.models.importing import import_inquiries, import_workplaces
from app.models.inquiry_list import InquiryFilter
from app.models.store import Store
from app.models.types import (
    Address,
    ContactRole,
    Counsellor,
    FollowUp,
    Identity,
    Offer,
    OfferKind,
    Profession,
    WorkplaceContact,
)
from app.paths import Paths, resource

DEMO_PASSPHRASE = "vejviser demo 2026"  # noqa: S105 - public on purpose
"""Opens every demo project; it protects nothing, because nobody in it exists."""

PUBLISHED_FIRST, PUBLISHED_LAST = date(2018, 2, 1), date(2019, 10, 31)
LAST_BUSY_MONTH = date(2019, 9, 1)

_SOCIAL_WORKER = Counsellor(
    initials="SOC", name="Karen Møller", profession=Profession.SOCIAL_WORKER
)
_PHYSIOTHERAPIST = Counsellor(
    initials="FYS", name="Jens Holm", profession=Profession.PHYSIOTHERAPIST
)
_CVR = {"GPV": "90000004"}
_PROMISES = (
    ("Ringer om forsikringens svar", 14, True),
    ("Sender skema til §56-aftale", 7, True),
    ("Hører, hvordan samtalen med lederen gik", 21, True),
    ("Finder telefonnummeret på Børn & Familie", 3, True),
    ("Følger op på delvis sygemelding", 14, False),
    ("Spørger TR om sammenligning af ordninger", 10, False),
)


def open_demo(paths: Paths, clock: Clock = system_clock) -> tuple[Store, DataKey]:
    """Return the demo project in ``paths``, built with recent weeks where it is missing."""
    if not opening.exists(paths):
        return build_demo(paths, clock=clock, recent=True)
    store, key = opening.open_store(paths, DEMO_PASSPHRASE, clock=clock)
    if not store.inquiries.count():
        _fill(store, recent=True)
    return store, key


def build_demo(
    paths: Paths,
    passphrase: str = DEMO_PASSPHRASE,
    *,
    clock: Clock = system_clock,
    recent: bool = False,
    params: keys.KdfParameters = keys.DEFAULT_PARAMETERS,
) -> tuple[Store, DataKey]:
    """Set up the demo project in a folder of its own and return its open store and key.

    The same clock gives the same project. Raises Conflict when the folder holds data already.
    """
    store, key, _ = opening.create_store(
        paths,
        passphrase,
        project="Langtidsrask (demo)",
        counsellor=_SOCIAL_WORKER,
        clock=clock,
        params=params,
    )
    try:
        _fill(store, recent=recent)
    except BaseException:
        store.close()
        raise
    return store, key


def _fill(store: Store, *, recent: bool) -> None:
    """Write all or nothing, so that an interrupted demo is found empty and filled again."""
    with store.atomic():
        store.settings.set("demo", 1)
        store.counsellors.add(_PHYSIOTHERAPIST)
        import_workplaces(store, resource("demo", "workplaces.csv").read_bytes())
        import_inquiries(store, resource("demo", "inquiries.csv").read_bytes())
        _complete_workplaces(store)
        _add_offers(store)
        kept = rhythms(store, tuple(rows("workplaces.csv")))
        hold_published_visits(store, kept, PUBLISHED_LAST)
        today = local_today(store.clock)
        # A clock that is years behind must not write into the published period.
        lived_in = recent and today - timedelta(weeks=WEEKS) > PUBLISHED_LAST
        _make_promises(store, all_kept=lived_in)
        if lived_in:
            live_recent_weeks(store, kept, today)
            tell_who_is_who(store, today)
            decide_retention(store, today)


def _complete_workplaces(store: Store) -> None:
    contacts: dict[str, list[WorkplaceContact]] = {}
    for row in rows("contacts.csv"):
        contacts.setdefault(row["workplace"], []).append(
            WorkplaceContact(
                role=ContactRole(row["role"]),
                name=row["name"],
                phone=row["phone"],
                email=row["email"],
            )
        )
    addresses: dict[str, list[Address]] = {}
    for row in rows("addresses.csv"):
        addresses.setdefault(row["workplace"], []).append(
            Address(street=row["street"], postcode=row["postcode"], city=row["city"])
        )
    details = {row["workplace"]: row for row in rows("details.csv")}
    for place in store.workplaces.all():
        detail = details.get(place.code)
        if detail is not None:
            store.workplaces.change(
                replace(
                    place,
                    headcount=int(detail["headcount"]),
                    visibility=detail["visibility"],
                    addresses=tuple(addresses.get(place.code, ())),
                    contacts=tuple(contacts.get(place.code, ())),
                )
            )
    for organisation in store.organisations.all():
        cvr = _CVR.get(organisation.name, "")
        store.organisations.change(replace(organisation, cvr=cvr))


def _add_offers(store: Store) -> None:
    places = {place.code: place.id for place in store.workplaces.all()}
    organisations = {item.name: item.id for item in store.organisations.all()}
    for row in rows("offers.csv"):
        store.offers.add(
            Offer(
                workplace_id=places.get(row["workplace"]),
                organisation_id=organisations.get(row["organisation"]),
                kind=OfferKind(row["kind"]),
                provider=row["provider"],
                advice_code=row["advice_code"],
                phone=row["phone"],
                note=row["note"],
                valid_from=date.fromisoformat(row["valid_from"]),
            )
        )


def _make_promises(store: Store, *, all_kept: bool) -> None:
    """Give the last registered contacts of the published period a promise each, most kept."""
    everything = store.inquiries.rows(store.inquiries.list_seqs(InquiryFilter()))
    registered = [row for row in everything if row.identity is Identity.REGISTERED]
    for row, (text, days, kept) in zip(registered, _PROMISES, strict=False):
        inquiry = store.inquiries.get(row.id)
        due_on = row.date + timedelta(days=days)
        store.followups.add(
            FollowUp(
                due_on=due_on,
                text=text,
                inquiry_id=inquiry.id,
                person_id=inquiry.person_id,
                workplace_id=inquiry.workplace_id,
                done_on=due_on if kept or all_kept else None,
            )
        )
