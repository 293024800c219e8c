"""The lead's store as a project package, without anybody's contact persons."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from app.errors import Conflict, InvalidInput, Problem, UserError
from app.models.clock import local_today
from app.models.folding import fold
from app.models.taxonomy_content import read_content
from app.models.team.devices import Devices
from app.models.team.package import CounsellorPart, Package, Protection
from app.models.team.package_checks import MOST_TOLD, problems_of, texts_of
from app.models.team.package_shelves import shelves
from app.models.team.packages import AdoptedIds, Packages
from app.models.team.reported_places import told_by_reports_alone
from app.models.team.roster import Roster
from app.models.team.rosters import Rosters
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

_NOT_MADE = Text("Projektpakken blev ikke lavet.", "The project package was not made.")
_KINDS = {
    "organisations": Text("organisationer", "organisations"),
    "workplaces": Text("arbejdspladser", "workplaces"),
    "offers": Text("tilbud", "offers"),
    "rules": Text("fremmøderegler", "presence rules"),
}
"""The kinds of which a project that had several is hardly ever left with nothing."""
_FEWEST_WORDS = 2
"""Words of a name that is looked for in the texts: one alone is also the name of a company."""


def require_lead(store: "Store") -> Roster:
    """Return the roster of the project that is led here; raise UserError where none is."""
    roster = Rosters(store).require()
    if not store.settings.is_lead or roster.lead.card.device != Devices(store).current().id:
        raise UserError(
            _NOT_MADE,
            Text(
                "Kun projektlederens computer kan lave den.",
                "Only the lead's computer can make it.",
            ),
            Text(
                "Er projektlederens data gendannet, så overtag projektet med dets kode.",
                "If the lead's data were restored, take the project over with its code.",
            ),
        )
    return roster


def make_package(store: "Store") -> Package:
    """Return the project as it is now; the package that was made last if nothing has changed since.

    Raises:
        InvalidInput: a text names a contact person or holds a CPR number, or something does not fit
            together; it says where.
        UserError: this is not the lead's installation.
    """
    roster, last = require_lead(store), Packages(store).taken()
    shelved = _shelved(store)
    settings = store.settings
    package = Package(
        project_id=roster.project_id,
        version=last.version if last else 1,
        made_on=last.made_on if last else local_today(store.clock),
        roster=roster,
        protection=Protection(
            protection_k=int(settings.get("protection_k")),
            least_headcount=int(settings.get("least_headcount")),
        ),
        taxonomy=read_content(store.database),
        counsellors=_counsellors(
            store, {who for rule in shelved["rules"] for who in rule.counsellors}
        ),
        **shelved,
    )
    problems = (*problems_of(package), *_contacts_named(store, package))
    if problems:
        told = tuple(
            Problem(one.field, Text(f"{one.field}: {one.text.da}", f"{one.field}: {one.text.en}"))
            for one in problems[:MOST_TOLD]
        )
        raise InvalidInput(_NOT_MADE, told)
    if last is None or package == last:
        return package
    return replace(package, version=last.version + 1, made_on=local_today(store.clock))


class WithdrawsAll(Conflict):
    """A package would take everything of a kind away from all counsellors."""


def require_something_stays(last: Package | None, package: Package) -> None:
    """Refuse a package after which nothing is left of several things of a kind that the one before had.

    So it would be where a lead goes on in an empty installation: after a take-over without the
    package of the lead before, whose content is not known then.

    Raises:
        WithdrawsAll: it is so; whoever means it writes the package anyway.
    """
    if last is None:
        if package.roster.term > 1:
            raise WithdrawsAll(
                _NOT_MADE,
                Text(
                    "Projektpakken fra projektlederen før er ikke taget i brug her. Hvad der står i"
                    " den og ikke her, ville forsvinde hos alle vejledere.",
                    "The project package of the lead before is not in use here. What stands there and"
                    " not here would be gone at all counsellors.",
                ),
                Text(
                    "Åbn den først (»vejviser project open FILE«), eller hent den fra det fælles sted"
                    " (»vejviser sync --once«).",
                    "Open it first (“vejviser project open FILE”), or fetch it from the shared place"
                    " (“vejviser sync --once”).",
                ),
            )
        return
    gone = {}
    for field in _KINDS:
        before, now = ({part.id for part in getattr(one, field)} for one in (last, package))
        if len(before) > 1 and not before & now:
            gone[field] = len(before)
    if gone:
        danish = ", ".join(f"{_KINDS[field].da} ({count})" for field, count in gone.items())
        english = ", ".join(f"{_KINDS[field].en} ({count})" for field, count in gone.items())
        raise WithdrawsAll(
            _NOT_MADE,
            Text(
                f"Den ville fjerne alle vejlederes {danish}.",
                f"It would take away from all counsellors their {english}.",
            ),
            Text(
                "Se efter, om det er meningen.",
                "Check whether that is meant.",
            ),
        )


def _shelved(store: "Store") -> dict[str, Any]:
    """Return the parts of every kind, without workplaces that are one counsellor's affair alone."""
    parts: dict[str, Any] = {
        shelf.field: tuple(shelf.part(record) for record in shelf.records())
        for shelf in shelves(store, AdoptedIds(store))
    }
    planned_for = {
        part.workplace for field in ("offers", "rules", "closing_days") for part in parts[field]
    }
    foreign = told_by_reports_alone(store) - planned_for
    parts["workplaces"] = tuple(one for one in parts["workplaces"] if one.id not in foreign)
    return parts


def _counsellors(store: "Store", initials: set[str]) -> tuple[CounsellorPart, ...]:
    return tuple(
        CounsellorPart(initials=one.initials, name=one.name, profession=one.profession)
        for one in store.counsellors.all()
        if one.initials in initials
    )


def _contacts_named(store: "Store", package: Package) -> Iterator[Problem]:
    """Yield where a text gives away a contact person: by the whole name or the e-mail."""
    contacts = [one for place in store.workplaces.all() for one in place.contacts]
    names = {fold(one.name) for one in contacts if len(one.name.split()) >= _FEWEST_WORDS}
    known = names | {fold(one.email) for one in contacts if one.email}
    text = Text(
        "Her står en kontaktperson. Pakken kan læses af alle, der får fat i den.",
        "A contact person stands here. The package can be read by everybody who gets hold of it.",
    )
    for field in ("workplaces", "offers", "rules", "closing_days"):
        for number, part in enumerate(getattr(package, field)):
            said = " / ".join(fold(one) for one in texts_of(part))
            if any(one in said for one in known):
                yield Problem(f"{field}[{number}] {getattr(part, 'code', '')}".strip(), text)
