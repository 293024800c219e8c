"""Whether the content of a project package fits together; every problem is told, and where it is.

A package that passes can be written into a store without meeting a rule that it breaks. The lead's
own content is checked the same way before it is signed.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from app.errors import InvalidInput, Problem
from app.models.checking import LIKE_A_CPR_NUMBER
from app.models.folding import fold
from app.models.plan_types import PresenceRule, RulePlace
from app.models.rule_checks import check_rule
from app.models.rules import find_cpr, is_cvr, is_p_number
from app.models.taxonomy_checks import content_problems, twice
from app.models.team.package import (
    ClosingPart,
    CounsellorPart,
    OfferPart,
    OrganisationPart,
    Package,
    Part,
    PeriodPart,
    RulePart,
    WorkplacePart,
)
from app.models.team.refusing import Reason, Refused, refused_package
from app.models.types import RecordId, TermKind
from app.models.workplaces import is_code
from app.texts import Text

MOST_TOLD = 50
"""Problems that are told of one package; more would help nobody."""

_PATH = re.compile(r"at `\$(\S*)`\Z")
_LISTS: dict[str, type[Part]] = {
    "counsellors": CounsellorPart,
    "organisations": OrganisationPart,
    "workplaces": WorkplacePart,
    "offers": OfferPart,
    "rules": RulePart,
    "closing_days": ClosingPart,
    "retention_periods": PeriodPart,
}
_NOT_TYPED = frozenset(
    {"id", "series", "workplace", "organisation", "p_number", "cvr", "time", "link"}
)


class UnsoundPackage(Refused):
    """The content of a package does not fit together; ``problems`` say where."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        told = refused_package(Reason.UNSOUND)
        super().__init__(Reason.UNSOUND, told.what)
        self.problems = tuple(problems[:MOST_TOLD])
        lines = [
            (f"{one.field}: {one.text.da}", f"{one.field}: {one.text.en}") for one in self.problems
        ]
        self.why = Text(
            "\n".join((told.why.da, *(da for da, _ in lines))),
            "\n".join((told.why.en, *(en for _, en in lines))),
        )


def explained_parts(data: bytes, error: msgspec.ValidationError) -> Refused:
    """Return why JSON is no package: one problem for every part that is not what it must be."""
    problems = []
    try:
        fields = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
        for field in msgspec.structs.fields(Package):
            if field.name in fields:
                problems += _ill_formed(field.name, fields[field.name], field.type)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return refused_package(Reason.DAMAGED)
    return UnsoundPackage(problems or [_told("", error)])


def check_content(package: Package) -> None:
    """Raise UnsoundPackage, with every problem, unless the content keeps the rules of a store."""
    problems = tuple(problems_of(package))
    if problems:
        raise UnsoundPackage(problems)


def problems_of(package: Package) -> Iterator[Problem]:
    """Yield what is wrong with the content of a package."""
    for problem in content_problems(package.taxonomy):
        yield Problem(f"taxonomy.{problem.field}", problem.text)
    yield from _uniqueness(package)
    organisations = {one.id for one in package.organisations}
    workplaces = {one.id for one in package.workplaces}
    advice = {one.code for one in package.taxonomy.terms if one.kind is TermKind.ADVICE} | {""}
    for name, one in _each(package):
        yield from _private(name, one)
    for number, organisation in enumerate(package.organisations):
        yield from _organisation(f"organisations[{number}]", organisation)
    for number, workplace in enumerate(package.workplaces):
        yield from _workplace(f"workplaces[{number}]", workplace, organisations)
    for number, offer in enumerate(package.offers):
        yield from _offer(f"offers[{number}]", offer, workplaces, organisations, advice)
    for number, closing in enumerate(package.closing_days):
        where = f"closing_days[{number}]"
        yield from _unless(closing.workplace in workplaces | {None}, where, _NO_WORKPLACE)
        yield from _unless(closing.first_on <= closing.last_on, where, _ENDS_EARLY)
    yield from _rules(package, workplaces)


_NO_WORKPLACE = Text("Arbejdspladsen er ikke med.", "The workplace is not there.")
_NO_ORGANISATION = Text("Organisationen er ikke med.", "The organisation is not there.")
_NO_NAME = Text("Navnet mangler.", "The name is missing.")
_ENDS_EARLY = Text("Slutdatoen ligger før startdatoen.", "The end lies before the start.")
_NO_CODE = Text("En kode er ikke med i kodelisten.", "A code is not in the code list.")


def _unless(holds: bool, field: str, text: Text) -> Iterator[Problem]:
    if not holds:
        yield Problem(field, text)


def _organisation(where: str, one: OrganisationPart) -> Iterator[Problem]:
    yield from _unless(bool(one.name.strip()), where, _NO_NAME)
    wrong = Text("CVR-nummeret passer ikke.", "The CVR number is not right.")
    yield from _unless(not one.cvr or is_cvr(one.cvr), where, wrong)


def _workplace(where: str, one: WorkplacePart, organisations: set[str]) -> Iterator[Problem]:
    yield from _unless(bool(one.name.strip()), where, _NO_NAME)
    no_code = Text(f"»{one.code}« kan ikke være en kode.", f"“{one.code}” cannot be a code.")
    yield from _unless(is_code(one.code), where, no_code)
    former = all(is_code(code) for code in one.former_codes)
    no_former = Text("En tidligere kode kan ikke være en.", "A former code cannot be one.")
    yield from _unless(former, where, no_former)
    wrong = Text("P-nummeret skal have 10 cifre.", "The P number must have 10 digits.")
    yield from _unless(not one.p_number or is_p_number(one.p_number), where, wrong)
    yield from _unless(one.organisation in organisations | {None}, where, _NO_ORGANISATION)
    ends = one.started_on is None or one.ended_on is None or one.started_on <= one.ended_on
    yield from _unless(ends, where, _ENDS_EARLY)


def _offer(
    where: str, one: OfferPart, workplaces: set[str], organisations: set[str], advice: set[str]
) -> Iterator[Problem]:
    yield from _unless(bool(one.provider.strip()), where, _NO_NAME)
    yield from _unless(one.workplace in workplaces | {None}, where, _NO_WORKPLACE)
    yield from _unless(one.organisation in organisations | {None}, where, _NO_ORGANISATION)
    both = Text(
        "Tilbuddet hører til både en arbejdsplads og en organisation.",
        "The offer belongs to both a workplace and an organisation.",
    )
    yield from _unless(one.workplace is None or one.organisation is None, where, both)
    yield from _unless(one.advice_code in advice, where, _NO_CODE)
    ends = one.valid_from is None or one.valid_until is None or one.valid_from <= one.valid_until
    yield from _unless(ends, where, _ENDS_EARLY)


def _rules(package: Package, workplaces: set[str]) -> Iterator[Problem]:
    initials = {one.initials for one in package.counsellors}
    series: dict[str, list[PresenceRule]] = {}
    for rule in package.rules:
        series.setdefault(rule.series, []).append(_as_rule(rule))
    no_one = Text("En vejleder er ikke med.", "A counsellor is not there.")
    no_first = Text("Reglens første udgave er ikke med.", "The rule's first version is not there.")
    for number, rule in enumerate(package.rules):
        where, versions = f"rules[{number}]", series[rule.series]
        yield from _unless(rule.workplace in workplaces, where, _NO_WORKPLACE)
        yield from _unless(initials.issuperset(rule.counsellors), where, no_one)
        yield from _unless(any(one.id == rule.series for one in versions), where, no_first)
        try:
            check_rule(_as_rule(rule), versions)
        except InvalidInput as error:
            yield from (Problem(where, problem.text) for problem in error.problems)


def _as_rule(part: RulePart) -> PresenceRule:
    return PresenceRule(
        id=RecordId(part.id),
        series_id=RecordId(part.series),
        workplace_id=RecordId(part.workplace),
        every_weeks=part.every_weeks,
        weekdays=part.weekdays,
        time=part.time,
        minutes=part.minutes,
        places=tuple(RulePlace(room=one.room, address=one.address) for one in part.places),
        counsellor_ids=tuple(RecordId(who) for who in part.counsellors),
        anchor=part.first_week,
        valid_from=part.valid_from,
        valid_until=part.valid_until,
    )


def _uniqueness(package: Package) -> Iterator[Problem]:
    keys: tuple[tuple[str, Iterable[object]], ...] = (
        ("counsellors", (one.initials for one in package.counsellors)),
        ("organisations", (one.id for one in package.organisations)),
        ("organisations", (fold(one.name) for one in package.organisations)),
        ("workplaces", (one.id for one in package.workplaces)),
        (
            "workplaces",
            (code for one in package.workplaces for code in (one.code, *one.former_codes)),
        ),
        ("offers", (one.id for one in package.offers)),
        ("rules", (one.id for one in package.rules)),
        ("closing_days", (one.id for one in package.closing_days)),
        ("retention_periods", (one.id for one in package.retention_periods)),
        (
            "retention_periods",
            ((one.subject, one.valid_from) for one in package.retention_periods),
        ),
    )
    for where, values in keys:
        yield from twice(where, values)


def _each(package: Package) -> Iterator[tuple[str, Part]]:
    for name in _LISTS:
        for number, one in enumerate(getattr(package, name)):
            yield f"{name}[{number}]", one


def _private(where: str, part: Part) -> Iterator[Problem]:
    """Yield a problem where a text holds what looks like a CPR number; ids and numbers do not."""
    for text in texts_of(part):
        if find_cpr(text):
            yield Problem(where, LIKE_A_CPR_NUMBER)
            return


def texts_of(part: Part) -> Iterator[str]:
    """Yield every text in a part that somebody entered freely."""
    for name in part.__struct_fields__:
        value = getattr(part, name)
        if type(value) is str and name not in _NOT_TYPED:
            yield value
        elif isinstance(value, tuple):
            for one in value:
                if isinstance(one, Part):
                    yield from texts_of(one)


def _ill_formed(name: str, raw: msgspec.Raw, kind: Any) -> list[Problem]:
    if name not in _LISTS:
        return _problem_of(name, lambda: msgspec.json.decode(raw, type=kind))
    try:
        items = msgspec.json.decode(raw, type=list[msgspec.Raw])
    except msgspec.ValidationError as error:
        return [_told(name, error)]
    problems = []
    for number, one in enumerate(items):
        problems += _problem_of(f"{name}[{number}]", _decoding(one, _LISTS[name]))
    # The list itself may be too long.
    return problems or _problem_of(name, lambda: msgspec.json.decode(raw, type=kind))


def _decoding(raw: msgspec.Raw, kind: type[Part]) -> Callable[[], object]:
    return lambda: msgspec.json.decode(raw, type=kind)


def _problem_of(where: str, decode: Callable[[], object]) -> list[Problem]:
    try:
        decode()
    except msgspec.ValidationError as error:
        return [_told(where, error)]
    return []


def _told(where: str, error: msgspec.ValidationError) -> Problem:
    found = _PATH.search(str(error))
    path = found.group(1) if found else ""
    reason = str(error).split(" - at ")[0]
    return Problem(
        f"{where}{path}",
        Text(f"Værdien er ikke tilladt ({reason}).", f"The value is not allowed ({reason})."),
    )
