"""Made-up rows for packs, and a pack read back as the one who gets it would."""

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import count
from random import Random
from typing import Any

from app.export.evaluator.files import Pack
from app.models.evaluator_rows import ContactRow, EvaluatorData, PresenceRow
from app.models.periods import Period
from app.models.types import AgeBand, Channel, ContactKind, Gender, Role, Sector, SickLeave
from app.models.visit_counting import VisitSums

HALF_YEAR = Period(date(2026, 1, 1), date(2026, 6, 30))
REASONS = (("P", "P01"), ("P", "P02"), ("S", "S01"), ("F", "F05"), ("R", "R02"), ("O", "O03"))
QUASI = (
    *("period_step", "period_from", "period_to", "sector", "workplace_size"),
    *("gender", "age", "role", "kind", "channel"),
)
"""The columns by which somebody could be known, written down a second time on purpose."""


def contact(number: int = 0, **more: Any) -> ContactRow:
    """Return a contact of a person of its own, with only what the test is about left to say."""
    values: dict[str, Any] = {
        "seq": number,
        "person": f"person {number}",
        "date": date(2026, 2, 3),
        "sector": Sector.PRIVATE,
        "headcount": 120,
        "gender": Gender.WOMAN,
        "age": AgeBand.FROM_39,
        "role": Role.EMPLOYEE,
        "kind": ContactKind.FIRST,
        "channel": Channel.WORKPLACE,
        "sick_leave": (SickLeave.NONE, SickLeave.AT_RISK, SickLeave.PARTIAL)[number % 3],
        "reasons": (REASONS[number % len(REASONS)],),
        "advice": ("A01",),
    }
    return ContactRow(**values | more)


def random_contacts(seed: int, most: int = 90) -> list[ContactRow]:
    """Return contacts of few kinds and fewer persons, so that many look alike and many do not."""
    draw = Random(seed)
    variety = draw.randint(1, 4)
    persons = draw.randint(1, 40)

    def one(values: Iterable[Any]) -> Any:
        return draw.choice(list(values)[: variety + 1])

    return [
        ContactRow(
            seq=number,
            person=f"person {draw.randrange(persons)}",
            date=HALF_YEAR.first + timedelta(days=draw.randrange(181)),
            sector=one([None, *Sector]),
            headcount=one([30, 120, 400, None]),
            gender=one(Gender),
            age=one(AgeBand),
            role=one(Role),
            kind=one(ContactKind),
            channel=one(Channel),
            sick_leave=one(SickLeave),
            reasons=tuple(sorted(draw.sample(REASONS[: variety + 2], draw.randint(0, 2)))),
            advice=tuple(sorted(draw.sample(["A01", "A02", "A17"], draw.randint(0, 2)))),
        )
        for number in range(draw.randint(0, most))
    ]


def data_of(
    contacts: Sequence[ContactRow], presence: Sequence[PresenceRow] = (), **more: Any
) -> EvaluatorData:
    """Return contacts and presence as they would have been read from a store."""
    values: dict[str, Any] = {
        "period": HALF_YEAR,
        "project": "Projekt Vest",
        "made_on": date(2026, 7, 1),
        "demo": False,
        "k": 5,
        "least_headcount": 20,
        "contacts": tuple(contacts),
        "erased": 0,
        "presence": tuple(presence),
        "recorded": frozenset(row.month for row in presence if any(row.sums)),
    }
    return EvaluatorData(**values | more)


def presence(month: int, headcount: int | None, sector: Sector, **sums: int) -> PresenceRow:
    """Return the presence at one workplace in a month of 2026."""
    return PresenceRow(
        code="PLADS",
        month=date(2026, month, 1),
        open=True,
        sector=sector,
        headcount=headcount,
        sums=VisitSums(**sums),
    )


def counted_ids() -> Callable[[], str]:
    """Return a source of ids that a test knows beforehand."""
    numbers = count(1)
    return lambda: f"c{next(numbers):016x}"


def lines(pack: Pack, name: str) -> list[dict[str, str]]:
    """Return the lines of one CSV file of a pack by the names of their columns."""
    text = pack.contents[f"{name}.csv"].decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def tallies_of(pack: Pack) -> dict[tuple[str, str], tuple[str, str]]:
    """Return status and count of the tallies by table and code."""
    return {
        (row["table"], row["code"]): (row["count_status"], row["count"])
        for row in lines(pack, "tallies")
    }


def alike(rows: Iterable[dict[str, str]]) -> list[list[dict[str, str]]]:
    """Return the groups of lines that look alike in what somebody could be known by."""
    groups: defaultdict[tuple[str, ...], list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        groups[tuple(row[column] for column in QUASI)].append(row)
    return list(groups.values())
