"""Controlled rounding: every figure becomes a multiple of the base, and the sums still add up.

Zero-restricted as Cox (1987, *A constructive procedure for unbiased controlled rounding*, JASA 82)
calls it: a figure goes to one of its two neighbours among the multiples, and a multiple stays what
it is. Of all such roundings the one that moves the figures least is chosen, by HiGHS; so it is
exact, not unbiased. A table with two directions and its margins can always be rounded so (Cox
1987), linked tables and those with three directions sometimes cannot.

In this mode 0 is no longer a true zero: it says 0…base−1. Words for "no visits" and "not asked"
stay words.
"""

from collections.abc import Collection
from typing import NamedTuple

from app.export.disclosure.attack import View
from app.export.disclosure.certificate import Certificate, certify
from app.export.disclosure.cuts import Unprotectable
from app.export.disclosure.ledger import Figure, Ledger, Mode, Table, compose
from app.export.disclosure.master import Master
from app.export.disclosure.model import UNKNOWN, State, System
from app.export.disclosure.protection import needs_with, with_relations
from app.export.disclosure.solver import Impossible, Row
from app.export.disclosure.threshold import Rule

BASE = 5


class Unroundable(Exception):
    """The figures cannot all go to a neighbouring multiple and still add up."""


class Rounded(NamedTuple):
    """Rounded figures, by how much they moved in all, and the certificate with earlier releases."""

    figures: dict[str, Figure]
    moved: int
    certificate: Certificate


def round_figures(system: System, asked: Collection[str], base: int = BASE) -> dict[str, Figure]:
    """Return the asked figures as multiples of the base that add up wherever the figures do.

    Raises:
        Unroundable: there is no such rounding.
    """
    inner = system.within(asked)
    below = {cell: inner.value(cell) // base * base for cell in inner.cells}
    loose = {
        cell: float(base - 2 * (inner.value(cell) - below[cell]))
        for cell in inner.cells
        if inner.value(cell) % base
    }
    master = Master(loose)
    place = {cell: column for column, cell in enumerate(loose)}
    for total, parts in inner.relations:
        signs = {total: -1.0, **dict.fromkeys(parts, 1.0)}
        missing = float((below[total] - sum(below[part] for part in parts)) // base)
        columns = [cell for cell in signs if cell in loose]
        if not columns and missing:
            raise Unroundable(total)
        factors = tuple(signs[cell] for cell in columns)
        master.add_row(Row(tuple(place[cell] for cell in columns), factors, missing, missing))
    try:
        up = master.choose(lambda _bound: False, None, None).hidden
    except Impossible as error:
        raise Unroundable from error
    return {
        cell: figure.state
        if (figure := inner.cells[cell]).state is not State.COUNTED
        else below[cell] + (base if cell in up else 0)
        for cell in asked
    }


def protect_by_rounding(
    system: System,
    rule: Rule,
    tables: Collection[Table],
    *,
    ledger: Ledger = Ledger(),  # noqa: B008 - immutable
    base: int = BASE,
) -> Rounded:
    """Return rounded tables after which every withheld count still has its k−1 values.

    Args:
        system: the true figures, as for :func:`~app.export.disclosure.protection.protect`.
        rule: the thresholds; ``k`` may not be more than the base.
        tables: what is to be released.
        ledger: the earlier releases.
        base: of rounding.

    Raises:
        Unroundable: the figures cannot be rounded so that they add up.
        Unprotectable: with the earlier releases, a rounded figure gives away too much.
        ValueError: k is larger than the base, and so 0 would say too much.
    """
    if rule.checked().k > base:
        raise ValueError("rounding hides fewer values than k asks for")
    asked = list(dict.fromkeys(cell for table in tables for cell in table.ids()))
    figures = round_figures(system, asked, base)
    release = compose(
        ledger,
        system,
        list(tables),
        figures,
        id="",
        date="",
        k=rule.k,
        mode=Mode.ROUNDING,
        base=base,
    )
    after = ledger.append(release).view()
    joint = with_relations(system, after.relations)
    known = {cell: after.known.get(cell, UNKNOWN) for cell in joint.cells}
    needs = needs_with(joint, rule, ledger, known)
    certificate = certify(View(tuple(joint.relations), known), rule.width)
    ranges = certificate.ranges()
    for cell, need in needs.items():
        if cell not in ranges or not need.met(*ranges[cell]):
            raise Unprotectable(cell)
    moved = (
        abs(figure - system.value(cell))
        for cell, figure in figures.items()
        if isinstance(figure, int)
    )
    return Rounded(figures, sum(moved), certificate)
