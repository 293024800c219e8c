"""Disclosure control of published tables: nobody may be recognised in any of them, nor in all.

What a caller does, month after month::

    system = System(cells, relations)              # the true figures and how they add up
    done = protect(system, rule, asked, ledger=ledger, watch=..., seconds=...)
    release = compose(ledger, system, tables, done.figures, id=..., date=..., k=rule.k)
    ledger = ledger.append(release)                # keep it: plain data, nothing withheld in it
    data = encode_release(ledger, done.certificate)

- :class:`Cell`, :class:`Relation`, :class:`System`: whole numbers and sums. Codes under groups,
  workplaces under organisations, months under a sum to date: each is a relation. Cells that nobody
  publishes belong in the system too where they are small (a month between two sums to date, the
  contacts that a correction added); they are protected without being printed. A correction is a new
  cell. The system of a later release holds every cell that was ever published, as it was.
- :class:`Rule`, :func:`protect`: thresholds, and the cheapest safe pattern with a certificate.
  ``watch`` is told :class:`Progress` and stops the search by returning False; what was found by
  then is safe, and says how far from the cheapest it may be.
- :class:`Table`, :func:`compose`, :class:`Release`, :class:`Ledger`: what was published.
- :func:`find_leaks`, :func:`ways_out`, :class:`Refusal`: why a release as it stands may not go out.
- :func:`protect_by_rounding`: multiples of a base instead of marks.
- :func:`recompute`: the attack on files, without the true figures.
- :func:`encode_release`, :func:`decode_release`: docs/release-json.md.

The solver is loaded when it is first used. The attacker, and what is not covered, are described in
docs/decisions/0010-disclosure-control.md.
"""

from app.export.disclosure.attack import View, attack
from app.export.disclosure.certificate import Certificate
from app.export.disclosure.cuts import Unprotectable
from app.export.disclosure.ledger import Figure, Ledger, Mode, Release, Table, compose
from app.export.disclosure.model import Bounds, Cell, Relation, State, System
from app.export.disclosure.protection import ClosedFigureChanged, Protected, protect
from app.export.disclosure.recomputing import InconsistentReleases, Recomputed, recompute
from app.export.disclosure.refusal import (
    Candidate,
    Kind,
    Leak,
    Refusal,
    WayOut,
    find_leaks,
    own_candidates,
    ways_out,
)
from app.export.disclosure.release_json import NotARelease, decode_release, encode_release
from app.export.disclosure.rounding import Rounded, Unroundable, protect_by_rounding
from app.export.disclosure.solver import Stopped
from app.export.disclosure.suppression import Progress
from app.export.disclosure.threshold import Rule

__all__ = [
    "Bounds",
    "Candidate",
    "Cell",
    "Certificate",
    "ClosedFigureChanged",
    "Figure",
    "InconsistentReleases",
    "Kind",
    "Leak",
    "Ledger",
    "Mode",
    "NotARelease",
    "Progress",
    "Protected",
    "Recomputed",
    "Refusal",
    "Relation",
    "Release",
    "Rounded",
    "Rule",
    "State",
    "Stopped",
    "System",
    "Table",
    "Unprotectable",
    "Unroundable",
    "View",
    "WayOut",
    "attack",
    "compose",
    "decode_release",
    "encode_release",
    "find_leaks",
    "own_candidates",
    "protect",
    "protect_by_rounding",
    "recompute",
    "ways_out",
]
