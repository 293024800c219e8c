"""How the records of a store become parts of a package, and how parts become records.

A shelf holds one kind of record. Ids inside a part are those of the package; where an own record
stands for one of the package, :class:`~app.models.team.packages.AdoptedIds` knows both.
"""

from collections.abc import Hashable
from typing import Any, ClassVar, Generic, TypeVar

from msgspec.structs import astuple

from app.models.case_types import RetentionPeriod
from app.models.folding import fold
from app.models.plan_types import ClosingDays, PresenceRule, RulePlace
from app.models.repository import Repository
from app.models.store import Store
from app.models.team.former_codes import FormerCodes
from app.models.team.package import (
    AddressPart,
    ClosingPart,
    OfferPart,
    OrganisationPart,
    Package,
    Part,
    PeriodPart,
    RulePart,
    RulePlacePart,
    WorkplacePart,
)
from app.models.team.packages import AdoptedIds
from app.models.types import Address, Offer, Organisation, Record, RecordId, Workplace

_STAMPS = frozenset({"id", "created_at", "changed_at"})

P = TypeVar("P", bound=Part)
R = TypeVar("R", bound=Record)


class Shelf(Generic[P, R]):
    """The records of one kind, as a package has them."""

    kind: ClassVar[str]
    field: ClassVar[str]
    unique: ClassVar[str] = ""
    """The field that no two records of this kind have alike."""
    own: ClassVar[frozenset[str]] = frozenset()
    """The fields that are each installation's own and of which no package tells."""

    def __init__(self, store: Store, ids: AdoptedIds) -> None:
        self.store, self.ids = store, ids

    @property
    def repository(self) -> Repository[R]:
        """The repository of these records."""
        return self.store.repositories[self.kind]

    def parts(self, package: Package) -> tuple[P, ...]:
        """Return the parts of this kind."""
        parts: tuple[P, ...] = getattr(package, self.field)
        return parts

    def records(self) -> tuple[R, ...]:
        """Return every record of this kind in the store, in a fixed order."""
        found: tuple[R, ...] = self.repository.all()  # type: ignore[attr-defined]
        return tuple(sorted(found, key=lambda one: one.id))

    def part(self, record: R) -> P:
        """Return what the package says of a record."""
        raise NotImplementedError

    def record(self, part: P, mine: R | None) -> R:
        """Return the record that a part stands for; what it does not say stays as in ``mine``."""
        raise NotImplementedError

    def key(self, part: P) -> Hashable:
        """Return by what an own record is known to be the same thing; None if by nothing."""
        raise NotImplementedError

    def former_keys(self, part: P) -> tuple[Hashable, ...]:
        """Return by what else an own record is known to be the same, where nothing has that now."""
        return ()

    def name(self, part: P) -> str:
        """Return what people call it."""
        raise NotImplementedError

    def differing(self, one: R, other: R) -> tuple[str, ...]:
        """Return the fields of which packages tell and in which two records differ."""
        return tuple(
            name
            for name in one.__struct_fields__
            if name not in _STAMPS | self.own and getattr(one, name) != getattr(other, name)
        )

    def _local(self, kind: str, package_id: str | None) -> RecordId | None:
        return None if package_id is None else self.ids.local(kind, package_id)

    def _theirs(self, kind: str, record_id: RecordId | None) -> str | None:
        return None if record_id is None else self.ids.theirs(kind, record_id)


class OrganisationShelf(Shelf[OrganisationPart, Organisation]):
    """The organisations."""

    kind, field, unique = "organisation", "organisations", "name"

    def part(self, record: Organisation) -> OrganisationPart:
        """Return its name and CVR number."""
        return OrganisationPart(
            id=self.ids.theirs(self.kind, record.id), name=record.name, cvr=record.cvr
        )

    def record(self, part: OrganisationPart, mine: Organisation | None) -> Organisation:
        """Return the organisation."""
        return Organisation(id=self.ids.local(self.kind, part.id), name=part.name, cvr=part.cvr)

    def key(self, part: OrganisationPart) -> Hashable:
        """Return its name, however its letters are written."""
        return fold(part.name)

    def name(self, part: OrganisationPart) -> str:
        """Return its name."""
        return part.name


class WorkplaceShelf(Shelf[WorkplacePart, Workplace]):
    """The workplaces; contact persons and remarks are each installation's own."""

    kind, field, unique = "workplace", "workplaces", "code"
    own = frozenset({"contacts", "remark"})

    def __init__(self, store: Store, ids: AdoptedIds) -> None:
        super().__init__(store, ids)
        self._former_codes = FormerCodes(store)

    def part(self, record: Workplace) -> WorkplacePart:
        """Return the workplace without contact persons and remark."""
        return WorkplacePart(
            id=self.ids.theirs(self.kind, record.id),
            code=record.code,
            former_codes=self._former_codes.of(record.id),
            name=record.name,
            organisation=self._theirs("organisation", record.organisation_id),
            sector=record.sector,
            headcount=record.headcount,
            p_number=record.p_number,
            started_on=record.started_on,
            ended_on=record.ended_on,
            place=record.place,
            visibility=record.visibility,
            addresses=tuple(AddressPart(**_fields(one)) for one in record.addresses),
        )

    def record(self, part: WorkplacePart, mine: Workplace | None) -> Workplace:
        """Return the workplace with the contact persons and the remark of ``mine``."""
        return Workplace(
            id=self.ids.local(self.kind, part.id),
            code=part.code,
            name=part.name,
            organisation_id=self._local("organisation", part.organisation),
            sector=part.sector,
            headcount=part.headcount,
            p_number=part.p_number,
            started_on=part.started_on,
            ended_on=part.ended_on,
            place=part.place,
            visibility=part.visibility,
            remark=mine.remark if mine else "",
            addresses=tuple(Address(**_fields(one)) for one in part.addresses),
            contacts=mine.contacts if mine else (),
        )

    def key(self, part: WorkplacePart) -> Hashable:
        """Return its code."""
        return part.code

    def former_keys(self, part: WorkplacePart) -> tuple[Hashable, ...]:
        """Return the codes that it had before."""
        return part.former_codes

    def name(self, part: WorkplacePart) -> str:
        """Return its code, by which everybody knows it."""
        return part.code


class OfferShelf(Shelf[OfferPart, Offer]):
    """The offers."""

    kind, field = "offer", "offers"

    def part(self, record: Offer) -> OfferPart:
        """Return the offer."""
        return OfferPart(
            id=self.ids.theirs(self.kind, record.id),
            workplace=self._theirs("workplace", record.workplace_id),
            organisation=self._theirs("organisation", record.organisation_id),
            kind=record.kind,
            provider=record.provider,
            advice_code=record.advice_code,
            phone=record.phone,
            link=record.link,
            note=record.note,
            valid_from=record.valid_from,
            valid_until=record.valid_until,
            quota=record.quota,
        )

    def record(self, part: OfferPart, mine: Offer | None) -> Offer:
        """Return the offer."""
        told = _fields(part)
        told |= {
            "id": self.ids.local(self.kind, part.id),
            "workplace_id": self._local("workplace", told.pop("workplace")),
            "organisation_id": self._local("organisation", told.pop("organisation")),
        }
        return Offer(**told)

    def key(self, part: OfferPart) -> Hashable:
        """Return whose it is, what it is and who provides it."""
        return (part.workplace, part.organisation, part.kind, fold(part.provider))

    def name(self, part: OfferPart) -> str:
        """Return who provides it."""
        return part.provider


class RuleShelf(Shelf[RulePart, PresenceRule]):
    """The versions of presence rules; remarks and reasons are each installation's own."""

    kind, field = "presence_rule", "rules"
    own = frozenset({"end_reason", "remark"})

    def __init__(self, store: Store, ids: AdoptedIds) -> None:
        super().__init__(store, ids)
        counsellors = store.counsellors.all()
        self._initials = {one.id: one.initials for one in counsellors}
        self._who = {one.initials: one.id for one in counsellors}

    def part(self, record: PresenceRule) -> RulePart:
        """Return one version, without its remark and why it ended."""
        return RulePart(
            id=record.id,
            series=record.series_id,
            workplace=self.ids.theirs("workplace", record.workplace_id),
            every_weeks=record.every_weeks,
            weekdays=record.weekdays,
            time=record.time,
            minutes=record.minutes,
            shift=record.shift,
            places=tuple(RulePlacePart(**_fields(one)) for one in record.places),
            counsellors=tuple(self._initials[who] for who in record.counsellor_ids),
            first_week=record.anchor,
            valid_from=record.valid_from,
            valid_until=record.valid_until,
        )

    def record(self, part: RulePart, mine: PresenceRule | None) -> PresenceRule:
        """Return the version with the remark and the reason of ``mine``."""
        return PresenceRule(
            id=RecordId(part.id),
            series_id=RecordId(part.series),
            workplace_id=self.ids.local("workplace", part.workplace),
            every_weeks=part.every_weeks,
            weekdays=part.weekdays,
            time=part.time,
            minutes=part.minutes,
            shift=part.shift,
            places=tuple(RulePlace(**_fields(one)) for one in part.places),
            counsellor_ids=tuple(self._who.get(who, RecordId(who)) for who in part.counsellors),
            anchor=part.first_week,
            valid_from=part.valid_from,
            valid_until=part.valid_until,
            end_reason=mine.end_reason if mine else "",
            remark=mine.remark if mine else "",
        )

    def key(self, part: RulePart) -> Hashable:
        """Return None: two rules that look alike may both be meant."""
        return None

    def name(self, part: RulePart) -> str:
        """Return where it is and when it begins in the day."""
        place = self.store.workplaces.find(self.ids.local("workplace", part.workplace))
        return f"{place.code if place else part.workplace} {part.time}"


class ClosingShelf(Shelf[ClosingPart, ClosingDays]):
    """The closing days."""

    kind, field = "closing_days", "closing_days"

    def part(self, record: ClosingDays) -> ClosingPart:
        """Return the days."""
        return ClosingPart(
            id=self.ids.theirs(self.kind, record.id),
            workplace=self._theirs("workplace", record.workplace_id),
            first_on=record.first_on,
            last_on=record.last_on,
            reason=record.reason,
        )

    def record(self, part: ClosingPart, mine: ClosingDays | None) -> ClosingDays:
        """Return the days."""
        return ClosingDays(
            id=self.ids.local(self.kind, part.id),
            workplace_id=self._local("workplace", part.workplace),
            first_on=part.first_on,
            last_on=part.last_on,
            reason=part.reason,
        )

    def key(self, part: ClosingPart) -> Hashable:
        """Return where and when."""
        return (part.workplace, part.first_on, part.last_on)

    def name(self, part: ClosingPart) -> str:
        """Return the first and the last day."""
        return f"{part.first_on.isoformat()}/{part.last_on.isoformat()}"


class PeriodShelf(Shelf[PeriodPart, RetentionPeriod]):
    """The retention periods."""

    kind, field = "retention_period", "retention_periods"

    def part(self, record: RetentionPeriod) -> PeriodPart:
        """Return the period."""
        return PeriodPart(
            id=self.ids.theirs(self.kind, record.id),
            subject=record.subject,
            months=record.months,
            legal_basis=record.legal_basis,
            valid_from=record.valid_from,
        )

    def record(self, part: PeriodPart, mine: RetentionPeriod | None) -> RetentionPeriod:
        """Return the period."""
        told = _fields(part)
        return RetentionPeriod(**told | {"id": self.ids.local(self.kind, part.id)})

    def key(self, part: PeriodPart) -> Hashable:
        """Return what it is for and from when."""
        return (part.subject, part.valid_from)

    def name(self, part: PeriodPart) -> str:
        """Return what it is for and from when."""
        return f"{part.subject.value} {part.valid_from.isoformat()}"


def shelves(store: Store, ids: AdoptedIds) -> tuple[Shelf[Any, Any], ...]:
    """Return every shelf; what others refer to comes first."""
    return (
        OrganisationShelf(store, ids),
        WorkplaceShelf(store, ids),
        OfferShelf(store, ids),
        ClosingShelf(store, ids),
        PeriodShelf(store, ids),
        RuleShelf(store, ids),
    )


def _fields(value: Any) -> dict[str, Any]:
    return dict(zip(value.__struct_fields__, astuple(value), strict=True))
