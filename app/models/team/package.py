"""The project package: what the lead decides and every counsellor's laptop works with.

It is read by everybody who gets hold of it, so it holds nobody's name but those of counsellors: no
contact persons, no remarks, no reasons why a rule ended. The format is described in
docs/package-json.md.
"""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from app.models.case_types import RetentionSubject
from app.models.taxonomy_content import TaxonomyContent
from app.models.team.cards import format_of
from app.models.team.refusing import Reason, refused_package
from app.models.team.roster import Roster, Verdict, verify_roster
from app.models.team.signing import digest
from app.models.types import OfferKind, Profession, Sector, Shift

FORMAT = "vejviser-package/1"
LARGEST_PACKAGE = 32 * 1024 * 1024

Id = Annotated[str, Meta(pattern=r"\A[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")]
Line = Annotated[str, Meta(max_length=200)]
Words = Annotated[str, Meta(max_length=4000)]
Initials = Annotated[str, Meta(min_length=1, max_length=40)]
Code = Annotated[str, Meta(max_length=20)]
Minutes = Annotated[int, Meta(ge=1, le=1440)]


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing in the package."""


class CounsellorPart(Part, frozen=True, kw_only=True):
    """A counsellor whom a rule names."""

    initials: Initials
    name: Annotated[str, Meta(min_length=1, max_length=200)]
    profession: Profession


class OrganisationPart(Part, frozen=True, kw_only=True):
    """An organisation."""

    id: Id
    name: Line
    cvr: Line


class AddressPart(Part, frozen=True, kw_only=True):
    """One address of a workplace."""

    street: Line
    postcode: Line
    city: Line


class WorkplacePart(Part, frozen=True, kw_only=True):
    """A workplace, without contact persons and remarks; ``organisation`` is an id.

    ``former_codes`` are those that it had before: what a laptop has under one of them is this one.
    """

    id: Id
    code: Code
    former_codes: Annotated[tuple[Code, ...], Meta(max_length=100)]
    name: Line
    organisation: Id | None
    sector: Sector
    headcount: Annotated[int, Meta(ge=0, le=10_000_000)] | None
    p_number: Line
    started_on: date | None
    ended_on: date | None
    place: Words
    visibility: Words
    addresses: Annotated[tuple[AddressPart, ...], Meta(max_length=100)]


class OfferPart(Part, frozen=True, kw_only=True):
    """An offer to a workplace, an organisation (ids) or, with neither, to everybody."""

    id: Id
    workplace: Id | None
    organisation: Id | None
    kind: OfferKind
    provider: Line
    advice_code: Code
    phone: Line
    link: Words
    note: Words
    valid_from: date | None
    valid_until: date | None
    quota: Annotated[int, Meta(ge=1, le=99)] | None


class RulePlacePart(Part, frozen=True, kw_only=True):
    """One of the places that a rule uses in turn."""

    room: Line
    address: Line


class RulePart(Part, frozen=True, kw_only=True):
    """One version of a presence rule; the first of a ``series`` has its id.

    ``counsellors`` are initials, the one who is responsible first; ``first_week`` is the Monday that
    the weeks are counted from.
    """

    id: Id
    series: Id
    workplace: Id
    every_weeks: Annotated[int, Meta(ge=1, le=52)]
    weekdays: Annotated[
        tuple[Annotated[int, Meta(ge=1, le=7)], ...], Meta(min_length=1, max_length=7)
    ]
    time: Annotated[str, Meta(pattern=r"\A([01][0-9]|2[0-3]):[0-5][0-9]\Z")]
    minutes: Minutes
    shift: Shift
    places: Annotated[tuple[RulePlacePart, ...], Meta(max_length=50)]
    counsellors: Annotated[tuple[Initials, ...], Meta(min_length=1, max_length=50)]
    first_week: date
    valid_from: date
    valid_until: date | None


class ClosingPart(Part, frozen=True, kw_only=True):
    """Days on which a workplace (None: every one) is closed."""

    id: Id
    workplace: Id | None
    first_on: date
    last_on: date
    reason: Line


class PeriodPart(Part, frozen=True, kw_only=True):
    """How long something is kept, from a day on, and by which law."""

    id: Id
    subject: RetentionSubject
    months: Annotated[int, Meta(ge=1, le=600)]
    legal_basis: Annotated[str, Meta(min_length=1, max_length=1000)]
    valid_from: date


class Protection(Part, frozen=True, kw_only=True):
    """Who is protected in what is handed on: as the settings of these names."""

    protection_k: Annotated[int, Meta(ge=3, le=10)]
    least_headcount: Annotated[int, Meta(ge=0, le=1000)]


class Package(Part, frozen=True, kw_only=True):
    """One version of a project: who belongs, the code lists, and everything planned in common.

    ``version`` counts on from package to package. What stands first is the newest: the term of the
    roster, then the version.
    """

    format: str = FORMAT
    project_id: Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
    version: Annotated[int, Meta(ge=1, le=1_000_000_000)]
    made_on: date
    roster: Roster
    protection: Protection
    taxonomy: TaxonomyContent
    counsellors: Annotated[tuple[CounsellorPart, ...], Meta(max_length=5000)]
    organisations: Annotated[tuple[OrganisationPart, ...], Meta(max_length=20_000)]
    workplaces: Annotated[tuple[WorkplacePart, ...], Meta(max_length=20_000)]
    offers: Annotated[tuple[OfferPart, ...], Meta(max_length=50_000)]
    rules: Annotated[tuple[RulePart, ...], Meta(max_length=100_000)]
    closing_days: Annotated[tuple[ClosingPart, ...], Meta(max_length=50_000)]
    retention_periods: Annotated[tuple[PeriodPart, ...], Meta(max_length=1000)]

    @property
    def hash(self) -> str:
        """The identity of this version."""
        return digest(encode_package(self))

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands among all packages of the project."""
        return self.roster.term, self.version


def encode_package(package: Package) -> bytes:
    """Return the bytes of a package; there is only one way to write it."""
    return msgspec.json.encode(package)


def read_package(data: bytes) -> Package:
    """Return the package in ``data``, of which everything was checked that it can prove of itself.

    Raises:
        Refused: it is no package, too large, of a newer format, damaged, or its roster is not sound.
        UnsoundPackage: its content breaks rules; it names every problem.
    """
    from app.models.team.package_checks import check_content, explained_parts

    if len(data) > LARGEST_PACKAGE:
        raise refused_package(Reason.TOO_LARGE)
    told = format_of(data)
    if told != FORMAT:
        newer = told.startswith("vejviser-package/")
        raise refused_package(Reason.NEWER_FORMAT if newer else Reason.NOT_A_PACKAGE)
    try:
        package = msgspec.json.decode(data, type=Package)
    except msgspec.ValidationError as error:
        raise explained_parts(data, error) from error
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise refused_package(Reason.DAMAGED) from error
    if encode_package(package) != data:
        raise refused_package(Reason.DAMAGED)
    if package.roster.project_id != package.project_id:
        raise refused_package(Reason.WRONG_PROJECT)
    verify_roster(package.roster)
    check_content(package)
    return package


def judge_package(known: Package | None, new: Package) -> Verdict:
    """Tell what a sound package is to somebody who took ``known`` last.

    Raises:
        Refused: it belongs to another project, is older, or is another one of the same number.
    """
    if known is None:
        return Verdict.FIRST
    if new.project_id != known.project_id:
        raise refused_package(Reason.WRONG_PROJECT)
    if new.place < known.place:
        raise refused_package(Reason.OLDER)
    if new.place > known.place:
        return Verdict.NEWER
    if new.hash != known.hash:
        raise refused_package(Reason.FORKED)
    return Verdict.KNOWN
