"""The plans of months: what may be told of each at all, whoever reads of it and in whatever order.

A month is protected once, when anything of it is first asked for: every table that anybody may get,
together with all that was planned before. Reports then print a part of a plan, so neither their order
nor their readers change what they show. The months of a year are planned in their order, and of a month
the project comes first. An organisation or a workplace is planned from the first month on of which it
has a report.
"""

from collections.abc import Collection, Iterator, Mapping

from app.export.disclosure import Cell, Certificate, Ledger, compose, encode_release
from app.export.disclosure.certificate import together
from app.export.outside.drafts import framing_of
from app.export.outside.ground import Ground
from app.export.outside.kept import Content, Kept, kept_entries, pack, pack_truth
from app.export.outside.months import Close
from app.export.outside.parts import left_out
from app.export.outside.protecting import NoPattern
from app.export.outside.refusing import Planning, Watch, refused
from app.export.outside.scopes import PROJECT, Scope
from app.export.outside.sheet import year_of
from app.export.outside.sparing import sparing_pattern
from app.models.folding import fold
from app.models.releases import PLAN, StoredRelease


def planned(
    ground: Ground,
    scope: Scope,
    close: Close,
    watch: Watch | None = None,
    seconds: float | None = None,
) -> Ground:
    """Return the ground with the plan of a month for a scope, and with all that come before it.

    Args:
        ground: what is there; plans that it has are not made again.
        scope: whose report is asked for.
        close: the revision of the month.
        watch: told the progress; returns False to stop.
        seconds: stop looking for the cheapest pattern of each plan after so long.

    Raises:
        Refusal: not even visits can be told together with what was released before.
        Stopped: stopped before all plans were made.
    """
    missing = list(_missing(ground, scope, close))
    for done, (whose, each) in enumerate(missing):
        if watch is not None:
            watch(Planning(done, len(missing)))
        ground = ground.with_one_more(*_plan(ground, whose, each, watch, seconds))
    return ground


def _missing(ground: Ground, scope: Scope, close: Close) -> Iterator[tuple[Scope, Close]]:
    """Yield what must be planned, in its order: of months before, any revision will do."""
    there = {(each.stored.scope, each.stored.month) for each in ground.kept if each.is_plan}
    since = _reporting(ground)
    for month in ground.editions.closed(f"{close.year}-01", close.month):
        if month == close.month:
            continue
        for whose in (PROJECT, *(s for s in sorted(since) if since[s] <= month)):
            edition = _edition(ground, whose, month)
            is_there = whose.codes(ground.months.frozen(edition)) is not None
            if is_there and (whose.key, month) not in there:
                yield whose, edition
    before = (each for each in sorted(since) if each < scope and since[each] <= close.month)
    for whose in dict.fromkeys((PROJECT, *(before if scope != PROJECT else ()), scope)):
        edition = close if whose == scope else _edition(ground, whose, close.month)
        is_there = whose.codes(ground.months.frozen(edition)) is not None
        if is_there and ground.plan(whose, edition) is None:
            yield whose, edition


def _edition(ground: Ground, scope: Scope, month: str) -> Close:
    found = ground.editions.of(scope, month)
    assert found is not None, "the month is closed"
    return found


def _reporting(ground: Ground) -> dict[Scope, str]:
    """Return who else than the project reports by itself, and since which month.

    Each of their months is planned in the same order, whether the report is asked for or not: what
    the next month can tell must not depend on who was the quickest.
    """
    found: dict[Scope, str] = {}
    for each in ground.released:
        scope, month = Scope.of(each.stored.scope), each.stored.month
        if scope != PROJECT:
            found[scope] = min(month, found.get(scope, month))
    return found


def _plan(
    ground: Ground, scope: Scope, close: Close, watch: Watch | None, seconds: float | None
) -> tuple[Kept, Mapping[str, Cell]]:
    """Return a plan, and the cells with true figures that the ledger did not have yet."""
    framing = framing_of(ground, scope, close)
    ledger = framing.ground.ledger
    try:
        draft, found = sparing_pattern(framing.usefully(), ledger, watch, seconds)
    except NoPattern as error:
        raise refused(error.draft, error.beside, ledger, watch) from error
    release = compose(
        ground.ledger,
        draft.system,
        draft.tables,
        found.figures,
        id=name_of(ground, PLAN, scope, close),
        date=ground.today.isoformat(),
        k=ground.rule.k,
    )
    certificate = _with_other_years(found.certificate, ground, framing.years)
    content = Content(
        encode_release(Ledger((release,)), certificate).decode(),
        kept_entries(draft.entries),
        tuple((r.after.month, r.before.revision, r.after.revision) for r in draft.restated),
        left_out=tuple(left_out(draft.without, close)),
        gaps=draft.gaps,
        headcount=ground.rule.headcount,
    )
    stored = StoredRelease(
        id=release.id,
        hash=release.hash,
        previous=release.previous,
        profile=PLAN,
        scope=scope.key,
        month=close.month,
        revision=close.revision,
        released_on=ground.today,
        counsellor_id=ground.counsellor_id,
        document=pack(content),
        truth=pack_truth(draft.truth.values()),
    )
    return Kept(stored, release, certificate, content), draft.truth


def _with_other_years(found: Certificate, ground: Ground, years: Collection[str]) -> Certificate:
    """Return the certificate of the whole ledger: of other years nothing more is known than before."""
    if not ground.kept:
        return found
    before = ground.kept[-1].certificate
    return together([found, before.only({c for c in before.cells if year_of(c) not in years})])


def name_of(ground: Ground, profile: str, scope: Scope, close: Close) -> str:
    """Return the name of a release or plan: month, profile, whose figures, edition of the month."""
    parts = [close.month, profile]
    if scope.name:
        parts.append("-".join(fold(scope.name).upper().split()))
    if close.revision > 1:
        parts.append(str(close.revision))
    name = "-".join(parts)
    taken = {each.release.id for each in ground.kept}
    numbered = (f"{name}.{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (name, *numbered) if each not in taken)
