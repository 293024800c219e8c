"""The summary of a month: what one laptop tells the lead. Described in docs/summary-json.md.

It comes from another computer, so it is read with closed vocabularies and caps, and nothing in it is
believed that was not checked here.
"""

from typing import Annotated

import msgspec
from msgspec import Meta

from app.errors import UserError
from app.models.case_types import Outcome, ReferralState
from app.models.plan_types import ActivityKind, ActivityStatus
from app.models.team.order_marks import LARGEST_MARK
from app.models.team.tokens import How
from app.models.types import AgeBand, Channel, Gender, Role, Sector, Shift, SickLeave
from app.texts import Text

FORMAT = "vejviser-summary/1"
LARGEST_SUMMARY = 64 * 1024 * 1024
"""Bytes of the JSON; what is larger is not even read."""

MonthName = Annotated[str, Meta(pattern=r"^(19|20)[0-9]{2}-(0[1-9]|1[0-2])\Z")]
OptionalMonth = Annotated[str, Meta(pattern=r"^((19|20)[0-9]{2}-(0[1-9]|1[0-2]))?\Z")]
Ref = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}\Z")]
OptionalRef = Annotated[str, Meta(pattern=r"^([0-9a-f]{32})?\Z")]
TermCode = Annotated[str, Meta(pattern=r"^[A-Z][A-Za-z0-9]{0,15}\Z")]
PlaceCode = Annotated[str, Meta(min_length=1, max_length=200)]
OptionalPlace = Annotated[str, Meta(max_length=200)]
Name = Annotated[str, Meta(min_length=1, max_length=1000)]
Count = Annotated[int, Meta(ge=0, le=10_000_000)]
Mark = Annotated[int, Meta(ge=0, le=LARGEST_MARK)]
Codes = Annotated[tuple[TermCode, ...], Meta(max_length=200)]


class ToldPlace(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A workplace that the summary speaks of; ``started`` and ``ended`` are months or empty."""

    code: PlaceCode
    name: Name
    sector: Sector
    headcount: Annotated[int, Meta(ge=0, le=10_000_000)] | None = None
    started: OptionalMonth = ""
    ended: OptionalMonth = ""


class ToldPerson(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A registered person; ``age`` is the band in the year of the month."""

    ref: Ref
    gender: Gender = Gender.NOT_TOLD
    age: AgeBand = AgeBand.NOT_TOLD
    tokens: dict[How, Ref] = {}


class ToldContact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One contact. At most one of ``person`` and ``alias`` says whose it is.

    The contacts of one person stand in the order of time; ``marks`` sort them among those of other
    laptops, by what they are known. ``gender``, ``age`` and ``said_returning`` are for contacts
    without a person.
    """

    id: Ref
    person: OptionalRef = ""
    alias: OptionalRef = ""
    marks: dict[How, Mark] = {}
    workplace: OptionalPlace = ""
    channel: Channel
    gender: Gender = Gender.NOT_TOLD
    age: AgeBand = AgeBand.NOT_TOLD
    role: Role = Role.NOT_TOLD
    sick_leave: SickLeave = SickLeave.NOT_TOLD
    said_returning: bool = False
    reasons: Codes = ()
    advice: Codes = ()


class ToldVisits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The visits at one workplace on one shift and ISO weekday.

    ``sums`` are in the order of :class:`app.models.visit_counting.VisitSums`.
    """

    workplace: PlaceCode
    shift: Shift
    weekday: Annotated[int, Meta(ge=1, le=7)]
    sums: Annotated[tuple[Count, ...], Meta(min_length=13, max_length=13)]


class ToldActivity(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One activity of the month."""

    kind: ActivityKind
    status: ActivityStatus
    minutes: Annotated[int, Meta(ge=1, le=1440)]
    participants: Annotated[int, Meta(ge=0, le=10_000_000)] | None = None
    topics: Codes = ()
    workplaces: Annotated[tuple[PlaceCode, ...], Meta(max_length=2000)] = ()


class ToldReferral(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A referral as it stands; ``contact`` or ``person`` says whose it is, days are months."""

    contact: OptionalRef = ""
    person: OptionalRef = ""
    advice: TermCode
    suggested: MonthName
    state: ReferralState
    since: MonthName
    outcome: Outcome = Outcome.NOT_ASKED
    sessions: Annotated[tuple[MonthName, ...], Meta(max_length=1000)] = ()


class ToldPromise(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A promise as it stands; ``done`` is empty until it is kept, ``late``: after its due day."""

    workplace: OptionalPlace = ""
    made: MonthName
    due: MonthName
    done: OptionalMonth = ""
    late: bool = False


class Joined(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One person was known by two references: what was told of ``ref`` is told of ``into``."""

    ref: Ref
    into: Ref


class Summary(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one laptop tells of one closed month.

    ``referrals``, ``promises``, ``joined`` and ``erased`` are not of the month: they are whole, as
    they stand when the summary is made, and the newest replace those before.
    """

    format: str = FORMAT
    month: MonthName
    revision: Annotated[int, Meta(ge=1, le=10_000)]
    taxonomy: Annotated[str, Meta(max_length=64)]
    places: Annotated[tuple[ToldPlace, ...], Meta(max_length=10_000)] = ()
    persons: Annotated[tuple[ToldPerson, ...], Meta(max_length=50_000)] = ()
    contacts: Annotated[tuple[ToldContact, ...], Meta(max_length=50_000)] = ()
    visits: Annotated[tuple[ToldVisits, ...], Meta(max_length=50_000)] = ()
    activities: Annotated[tuple[ToldActivity, ...], Meta(max_length=10_000)] = ()
    referrals: Annotated[tuple[ToldReferral, ...], Meta(max_length=200_000)] = ()
    promises: Annotated[tuple[ToldPromise, ...], Meta(max_length=500_000)] = ()
    joined: Annotated[tuple[Joined, ...], Meta(max_length=200_000)] = ()
    erased: Annotated[tuple[Ref, ...], Meta(max_length=200_000)] = ()


class NotASummary(UserError):
    """The content of a letter is no summary that can be used; nothing was taken from it."""

    def __init__(self, why: Text) -> None:
        super().__init__(
            Text("Månedens tal blev ikke taget ind.", "The month's figures were not taken in."),
            why,
            Text(
                "Bed afsenderen om at sende måneden igen.",
                "Ask the sender to send the month again.",
            ),
        )


def encode_summary(summary: Summary) -> bytes:
    """Return a summary as JSON; the same summary gives the same bytes."""
    return msgspec.json.encode(summary, order="sorted")


def read_summary(data: bytes) -> Summary:
    """Return the summary in a letter.

    Raises:
        NotASummary: it is too large, of another form, or contradicts itself.
    """
    if len(data) > LARGEST_SUMMARY:
        raise NotASummary(Text("Indholdet er for stort.", "The content is too large."))
    try:
        told = msgspec.json.decode(data, type=Summary)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        why = Text(
            f"Indholdet har ikke den aftalte form: {error}.",
            f"The content does not have the agreed form: {error}.",
        )
        raise NotASummary(why) from error
    problem = _contradiction(told)
    if problem is not None:
        raise NotASummary(problem)
    return told


def _contradiction(told: Summary) -> Text | None:
    """Return what in a summary cannot be, or None."""
    if told.format != FORMAT:
        return Text(
            f"Det er skrevet af en anden udgave af Vejviser ({told.format[:40]}).",
            f"It was written by another release of Vejviser ({told.format[:40]}).",
        )
    places = [place.code for place in told.places]
    persons = [person.ref for person in told.persons]
    contacts = [contact.id for contact in told.contacts]
    for what, keys in (("places", places), ("persons", persons), ("contacts", contacts)):
        if len(keys) != len(set(keys)):
            return Text(f"Noget står to gange i »{what}«.", f"Something is twice in “{what}”.")
    if not _places_named(told) <= set(places):
        return Text("En arbejdsplads mangler i listen.", "A workplace is missing from the list.")
    if not _persons_named(told) <= set(persons):
        return Text("En person mangler i listen.", "A person is missing from the list.")
    if any(_is_two(contact) for contact in told.contacts):
        return Text(
            "En henvendelse er både nogens og ingens.", "A contact is somebody's and nobody's."
        )
    if any(not (one.contact or one.person) for one in told.referrals):
        return Text("En henvisning gælder ingen.", "A referral is nobody's.")
    if len({row.ref for row in told.joined}) != len(told.joined) or any(
        row.ref == row.into for row in told.joined
    ):
        return Text("To personer er samlet forkert.", "Two persons are joined wrongly.")
    return None


def _places_named(told: Summary) -> set[str]:
    named = {row.workplace for rows in (told.contacts, told.visits, told.promises) for row in rows}
    return (named | {code for one in told.activities for code in one.workplaces}) - {""}


def _persons_named(told: Summary) -> set[str]:
    named = {contact.person for contact in told.contacts} | {one.person for one in told.referrals}
    return named - {""}


def _is_two(contact: ToldContact) -> bool:
    known = bool(contact.person)
    told = bool(contact.gender or contact.age or contact.said_returning)
    twice = len(set(contact.reasons)) < len(contact.reasons) or len(set(contact.advice)) < len(
        contact.advice
    )
    return (known and (told or bool(contact.alias))) or (bool(contact.marks) and not known) or twice
