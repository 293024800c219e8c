"""The inquiries, and the persons, behind a figure of them."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from app.models.counting import Counted, counting
from app.models.figure_keys import ALL, OTHERS, Family, FigureKey
from app.models.figure_rows import Behind, FigureRow, Kind, Measure
from app.models.periods import Period
from app.models.rules import age_band
from app.models.types import ContactKind

if TYPE_CHECKING:
    from app.models.store import Store

FIRST = "first"
_NOT_TOLD = "not_told"
_EVERY = "1"
_COUNT_OF = "(SELECT count(*) FROM inquiry_{kind} m WHERE m.inquiry_seq = c.seq)"
_COUNT_IN_GROUP = (
    "(SELECT count(*) FROM inquiry_reason m JOIN term t ON t.kind = 'reason' AND t.code = m.code"
    " WHERE m.inquiry_seq = c.seq AND t.group_code = :code)"
)
_MENTIONED = {Family.REASONS: "reason", Family.ADVICE: "advice"}
_COLUMNS = {
    Family.ROLES: "i.role",
    Family.SICK_LEAVE: "i.sick_leave",
    Family.CHANNELS: "i.channel",
    "gender": "p.gender",
    "sector": "coalesce(w.sector, '')",
    "role": "i.role",
}


class _Choice(NamedTuple):
    """Which contacts a figure counts, in SQL, and how; ``keep`` decides what SQL does not know."""

    condition: str
    measure: Measure = Measure.RECORDS
    amount: str = "1"
    keep: Callable[[Counted], bool] = lambda _: True


def inquiries_behind(
    store: "Store", key: FigureKey, period: Period, codes: Sequence[str]
) -> Behind:
    """Return the inquiries that a figure counts, or the persons of ``persons_seen``."""
    choice = _choice(key)
    values = {"workplace": key.workplace, "kind": key.figure, "code": _stored(key.code)}
    with counting(store.database, period, codes) as counter:
        found = counter.records(choice.condition, choice.amount, values)
    kept = [one for one in found if one.amount and choice.keep(one)]
    if key.family is Family.PERSONS_SEEN:
        return Behind(kind=Kind.PERSON, measure=choice.measure, rows=tuple(_persons(kept)))
    rows = tuple(_row(one) for one in kept)
    return Behind(kind=Kind.INQUIRY, measure=choice.measure, rows=rows)


def _choice(key: FigureKey) -> _Choice:
    match key.family:
        case Family.CONTACTS:
            return _Choice(_of_kind(key.figure))
        case Family.BY_WORKPLACE:
            return _Choice(f"w.code = :workplace AND {_of_kind(key.figure)}")
        case Family.WITHOUT_WORKPLACE if key.figure == OTHERS:
            phone = ContactKind.PHONE_NO_WORKPLACE
            return _Choice(f"c.workplace_id IS NULL AND c.kind <> '{phone}'")
        case Family.WITHOUT_WORKPLACE:
            return _Choice(f"c.workplace_id IS NULL AND {_of_kind(key.figure)}")
        case Family.PERSONS if key.split == "age":
            return _Choice(
                "c.kind = 'first'",
                keep=lambda one: age_band(one.birth_year, one.date.year) == _stored(key.code),
            )
        case Family.PERSONS:
            return _Choice(f"c.kind = 'first' AND {_COLUMNS[key.split]} = :code")
        case Family.PERSONS_SEEN:
            return _Choice("c.person_id IS NOT NULL")
        case Family.SAID_RETURNING:
            return _Choice("i.said_returning")
        case Family.REASONS | Family.ADVICE:
            return _mentions(key)
        case Family.TWELVE_MONTHS:
            return _Choice(_EVERY)
    return _Choice(f"{_COLUMNS[key.family]} = :code")


def _mentions(key: FigureKey) -> _Choice:
    """Return the inquiries that mention a code, a group or anything."""
    over = "c.kind = 'first'" if key.universe == FIRST else _EVERY
    table = _MENTIONED[key.family]
    if key.split == "by_code":
        mentioned = (
            f"SELECT 1 FROM inquiry_{table} m WHERE m.inquiry_seq = c.seq AND m.code = :code"
        )
        return _Choice(f"{over} AND EXISTS ({mentioned})")
    if key.split == "by_group":
        return _Choice(over, Measure.MENTIONS, _COUNT_IN_GROUP)
    if key.split == "inquiries_by_group":
        return _Choice(f"{over} AND {_COUNT_IN_GROUP}")
    return _Choice(over, Measure.MENTIONS, _COUNT_OF.format(kind=table))


def _of_kind(figure: str) -> str:
    return _EVERY if figure == ALL else "c.kind = :kind"


def _stored(code: str) -> str:
    return "" if code == _NOT_TOLD else code


def _row(one: Counted) -> FigureRow:
    return FigureRow(
        kind=Kind.INQUIRY,
        id=one.id,
        date=one.date,
        workplace=one.workplace,
        state=one.kind.value,
        amount=one.amount,
        person_id=one.person_id,
    )


def _persons(contacts: Iterable[Counted]) -> Iterable[FigureRow]:
    """Yield each person once, with their first contact of the period."""
    seen = set()
    for one in contacts:
        if one.person_id is not None and one.person_id not in seen:
            seen.add(one.person_id)
            yield FigureRow(
                kind=Kind.PERSON,
                id=one.person_id,
                date=one.date,
                workplace=one.workplace,
                state=one.kind.value,
                person_id=one.person_id,
            )
