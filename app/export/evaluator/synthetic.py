"""The synthetic twin: a pack of the same form, made without looking at anything in the store.

It is drawn from the vocabularies of the program and the shares written here, which were thought up
so that a pack shows most of its columns, and measured nowhere; not even the margins of a real
project go into it. That is why nothing here takes a store: for the same period the twin of every
project is the same, byte for byte.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from app.export.evaluator.schema import read_schema
from app.models.evaluator_rows import ContactRow, EvaluatorData, PresenceRow, months_of
from app.models.periods import Period
from app.models.types import AgeBand, Channel, ContactKind, Gender, Role, Sector, SickLeave
from app.models.visit_counting import VisitSums

_SEED = "vejviser-evaluator/1"
_A_MONTH, _AT_MOST = 240, 2400
"""Contacts in each month, and in all: enough that most columns are shown, and quick to make."""

_K, _LEAST_HEADCOUNT = 5, 20

T = TypeVar("T")
_Shares = Sequence[tuple[T, int]]

_PLACES: _Shares[tuple[Sector | None, int | None]] = (
    ((Sector.PRIVATE, 400), 40),
    ((Sector.PRIVATE, 120), 4),
    ((Sector.MUNICIPAL, 90), 35),
    ((Sector.MUNICIPAL, 12), 4),
    ((Sector.REGIONAL, None), 2),
    ((None, None), 15),
)
_GENDERS: _Shares[Gender] = (
    (Gender.WOMAN, 540),
    (Gender.MAN, 450),
    (Gender.OTHER, 5),
    (Gender.NOT_TOLD, 5),
)
_AGES: _Shares[AgeBand] = tuple(zip(AgeBand, (2, 2, 160, 240, 260, 260, 60), strict=True))
_ROLES: _Shares[Role] = tuple(zip(Role, (5, 960, 10, 5, 15, 2, 3), strict=True))
_SICK_LEAVES: _Shares[SickLeave] = tuple(zip(SickLeave, (25, 35, 20, 10, 10), strict=True))
_KINDS: _Shares[ContactKind] = (
    (ContactKind.FIRST, 70),
    (ContactKind.RETURNING, 20),
    (ContactKind.ANONYMOUS, 10),
)
_CHANNELS: _Shares[Channel] = tuple(zip(Channel, (86, 4, 6, 2, 2), strict=True))
_HOW_MANY: _Shares[int] = ((0, 2), (1, 68), (2, 24), (3, 6))
_PEOPLE_OF_100 = 75
"""A hundred contacts are of so many persons."""


def synthetic_data(period: Period) -> EvaluatorData:
    """Return what the twin of any pack of this period is made of."""
    draw = Random(_SEED)
    months = months_of(period)
    each = max(1, min(_A_MONTH, _AT_MOST // len(months)))
    contacts = tuple(
        _contact(draw, number, _day(draw, month)) for month in months for number in range(each)
    )
    return EvaluatorData(
        period=period,
        project="",
        made_on=period.last,
        demo=False,
        k=_K,
        least_headcount=_LEAST_HEADCOUNT,
        contacts=contacts,
        erased=0,
        presence=_presence(draw, months),
        # Of the first month nothing is known, as of the months before a project kept a plan.
        recorded=frozenset(months[1:]),
    )


class SyntheticIds:
    """Draws the ids of the twin, the same ones every time."""

    def __init__(self) -> None:
        self._draw = Random(_SEED)

    def __call__(self) -> str:
        return f"c{self._draw.getrandbits(64):016x}"


def _contact(draw: Random, number: int, day: date) -> ContactRow:
    sector, headcount = _one(draw, _PLACES)
    kind = _one(draw, _KINDS)
    channel = _one(draw, _CHANNELS)
    if sector is None:
        kind, channel = ContactKind.PHONE_NO_WORKPLACE, Channel.PHONE
    codes = read_schema().codes
    reasons = [code for code in codes["reason"] if code[0].isupper()]
    advice = [code for code in codes["advice"] if code[0].isupper()]
    chosen = sorted(draw.sample(reasons, _one(draw, _HOW_MANY)))
    return ContactRow(
        seq=0,
        person=f"synthetic {day:%Y-%m} {number * _PEOPLE_OF_100 // 100}",
        date=day,
        sector=sector,
        headcount=headcount,
        gender=_one(draw, _GENDERS),
        age=_one(draw, _AGES),
        role=_one(draw, _ROLES),
        kind=kind,
        channel=channel,
        sick_leave=_one(draw, _SICK_LEAVES),
        reasons=tuple((code[0], code) for code in chosen),
        advice=tuple(sorted(draw.sample(advice, _one(draw, _HOW_MANY)))),
    )


def _presence(draw: Random, months: Sequence[date]) -> tuple[PresenceRow, ...]:
    """Return presence in which every state of a line of visits comes up."""
    rows = []
    for number, month in enumerate(months):
        for (sector, headcount), _ in _PLACES:
            if sector is None:
                continue
            held = draw.randint(0, 6)
            sums = VisitSums(held=held, minutes=60 * held, zero=draw.randint(0, held))
            begun = sector is not Sector.REGIONAL or number > 0
            rows.append(
                PresenceRow(
                    code="",
                    month=month,
                    open=begun,
                    sector=sector,
                    headcount=headcount,
                    sums=sums if begun else VisitSums(),
                )
            )
    return tuple(rows)


def _day(draw: Random, month: date) -> date:
    return month + timedelta(days=draw.randrange(28))


def _one(draw: Random, shares: _Shares[T]) -> T:
    values = [value for value, _ in shares]
    return draw.choices(values, [weight for _, weight in shares])[0]
