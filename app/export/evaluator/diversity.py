"""What may be told about the health of people who look alike: k, l, and no telling everybody.

A group of rows that look alike is safe when at least k distinct persons stand behind it (Sweeney
2002) and its sensitive values differ (l-diversity, Machanavajjhala et al. 2007). Because one contact
can have several reasons and one person several contacts, two different values are not enough: no
group of reasons may be everybody's, or all would be known to have it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from app.export.evaluator.codes import NONE_RECORDED, NOT_TOLD, WITHHELD
from app.models.evaluator_rows import ContactRow
from app.models.types import SickLeave

LEAST_DIFFERENT = 2
"""The l that every group of rows must reach."""


class Face(NamedTuple):
    """One row as the rule sees it: whose it is, and the groups of its reasons."""

    person: str
    groups: tuple[str, ...]


def persons_of(rows: Iterable[ContactRow]) -> int:
    """Return how many distinct persons stand behind some rows."""
    return len({row.person for row in rows})


def reason_groups(row: ContactRow) -> str:
    """Return the groups of the reasons of a contact as one value: "P|S"."""
    return "|".join(face_of(row).groups) or NONE_RECORDED


def face_of(row: ContactRow) -> Face:
    """Return what :func:`is_safe` looks at in a row."""
    return Face(row.person, tuple(sorted({group for group, _ in row.reasons})))


def is_safe(faces: Iterable[Face], k: int) -> bool:
    """Tell whether rows that look alike may be handed on as they are."""
    persons, values = set(), set()
    with_group: defaultdict[str, set[str]] = defaultdict(set)
    for person, groups in faces:
        persons.add(person)
        values.add(groups)
        for group in groups:
            with_group[group].add(person)
    return (
        len(persons) >= k
        and len(values) >= LEAST_DIFFERENT
        and all(len(having) < len(persons) for having in with_group.values())
    )


def shown_sick_leave(rows: Sequence[ContactRow]) -> list[str]:
    """Return what is told of sick leave for rows that look alike, one value a row.

    Where nobody told anything there is nothing to withhold. Where all have one state, or everybody
    has it at some contact, it is withheld for all of them.
    """
    if all(row.sick_leave is SickLeave.NOT_TOLD for row in rows):
        return [NOT_TOLD] * len(rows)
    persons = persons_of(rows)
    states = {row.sick_leave for row in rows}
    told = states - {SickLeave.NOT_TOLD}
    everybodys = any(
        persons_of(row for row in rows if row.sick_leave is state) == persons for state in told
    )
    if len(states) < LEAST_DIFFERENT or everybodys:
        return [WITHHELD] * len(rows)
    return [row.sick_leave.value or NOT_TOLD for row in rows]


def common_codes(rows: Sequence[ContactRow], k: int) -> frozenset[str]:
    """Return the reasons and advice that at least k distinct persons of these rows share.

    A rarer one would tell the row of somebody of whom just that is known.
    """
    codes = set(chain.from_iterable(codes_of(row) for row in rows))
    return frozenset(
        code for code in codes if persons_of(row for row in rows if code in codes_of(row)) >= k
    )


def codes_of(row: ContactRow) -> Collection[str]:
    """Return the reasons and the advice of one contact."""
    return (*(code for _, code in row.reasons), *row.advice)
