"""What the lead's package holds, and what is refused of one that comes."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from app.errors import InvalidInput, UserError
from app.models.team.package import LARGEST_PACKAGE, Package, encode_package, read_package
from app.models.team.package_checks import MOST_TOLD, UnsoundPackage, texts_of
from app.models.team.package_making import make_package
from app.models.team.refusing import Reason, Refused
from app.models.types import ContactRole, WorkplaceContact
from tests.packages import edit, fill, place, signed, split_lower_back
from tests.records import add_workplace
from tests.team import Team, a_team, refused

ELSEWHERE = "00000000-0000-7000-8000-000000000000"


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    with a_team(tmp_path, "AB") as made:
        fill(made.lead)
        yield made


@pytest.fixture
def package(team: Team) -> Package:
    return make_package(team.lead)


def test_a_package_is_read_as_it_was_written(team: Team) -> None:
    split_lower_back(team.lead)
    package = make_package(team.lead)
    assert read_package(encode_package(package)) == package
    assert package.roster == team.roster


def test_nobody_but_counsellors_is_named(package: Package) -> None:
    data = encode_package(package).decode()
    for word in ("Hanne", "97 34 11 88", "hh@example.org", "porten", "låser"):
        assert word not in data
    assert "Lene Bak" in data


@pytest.mark.parametrize("field", ["place", "visibility"])
@pytest.mark.parametrize("text", ["Spørg HANNE  HOLM", "skriv til hh@example.org"])
def test_a_contact_person_in_another_text_stops_the_package(
    team: Team, field: str, text: str
) -> None:
    edit(team.lead, "ARLA", **{field: text})
    with pytest.raises(InvalidInput) as caught:
        make_package(team.lead)
    assert "ARLA" in caught.value.why.da
    assert "kontaktperson" in caught.value.why.da


def test_a_first_name_alone_is_no_contact_person(team: Team) -> None:
    person = WorkplaceContact(role=ContactRole.HR, name="Arla")
    edit(team.lead, "ARLA", contacts=(person,))
    make_package(team.lead)


def test_the_version_counts_what_changed(team: Team) -> None:
    first, letter = signed(team.lead)
    assert signed(team.lead) == (first, letter)
    edit(team.lead, "ARLA", remark="Ikke med i pakken")
    assert signed(team.lead) == (first, letter)
    edit(team.lead, "ARLA", headcount=3)
    second, _ = signed(team.lead)
    assert (first.version, second.version) == (1, 2)


def test_only_the_lead_makes_one(team: Team) -> None:
    with pytest.raises(UserError, match="not made"):
        make_package(team.counsellors["AB"])


Document = dict[str, Any]
Change = Callable[[Document], None]


def _both_owners(document: Document) -> None:
    document["offers"][0]["workplace"] = document["workplaces"][0]["id"]
    document["offers"][0]["organisation"] = document["organisations"][0]["id"]


def _twice(field: str) -> Change:
    return lambda document: document[field].append(document[field][0])


def _set(field: str, name: str, value: object) -> Change:
    return lambda document: document[field][0].update({name: value})


def _term(name: str, value: object) -> Change:
    return lambda document: document["taxonomy"]["terms"][0].update({name: value})


def _step(**values: object) -> Change:
    step = {"kind": "reason", "from_code": "P01", "to_code": "P02", "valid_from": "2027-01-01"}
    return lambda document: document["taxonomy"]["crosswalk"].append(
        step | {"change": "merge"} | values
    )


UNSOUND: dict[str, tuple[Change, str]] = {
    "sector": (_set("workplaces", "sector", "church"), "workplaces[0].sector"),
    "offer kind": (_set("offers", "kind", "bribe"), "offers[0].kind"),
    "unknown field": (_set("offers", "secret", "x"), "offers[0]"),
    "a person": (_set("workplaces", "contacts", []), "workplaces[0]"),
    "id": (_set("rules", "id", "../../x"), "rules[0].id"),
    "headcount": (_set("workplaces", "headcount", -1), "workplaces[0].headcount"),
    "day": (_set("closing_days", "first_on", "2026-02-30"), "closing_days[0].first_on"),
    "too long": (_set("organisations", "name", "x" * 201), "organisations[0].name"),
    "k": (lambda d: d["protection"].update(protection_k=1), "protection.protection_k"),
    "no list": (lambda d: d.update(offers="none"), "offers"),
    "missing": (lambda d: d.pop("rules"), ""),
    "code": (_set("workplaces", "code", "=cmd()"), "workplaces[0]"),
    "cvr": (_set("organisations", "cvr", "12345678"), "organisations[0]"),
    "p number": (_set("workplaces", "p_number", "12"), "workplaces[0]"),
    "former code": (_set("workplaces", "former_codes", ["nej"]), "workplaces[0]"),
    "code once more": (_set("workplaces", "former_codes", ["VESTAS-LEM"]), "workplaces"),
    "no name": (_set("workplaces", "name", "  "), "workplaces[0]"),
    "no organisation": (_set("workplaces", "organisation", ELSEWHERE), "workplaces[0]"),
    "workplace ends": (
        lambda d: d["workplaces"][0].update(started_on="2026-02-01", ended_on="2026-01-01"),
        "workplaces[0]",
    ),
    "no workplace": (_set("rules", "workplace", ELSEWHERE), "rules[0]"),
    "no counsellor": (_set("rules", "counsellors", ["ZZ"]), "rules[0]"),
    "no first version": (_set("rules", "series", ELSEWHERE), "rules[0]"),
    "weekdays": (_set("rules", "weekdays", [5, 1]), "rules[0]"),
    "rule ends": (_set("rules", "valid_until", "2020-01-01"), "rules[0]"),
    "two versions at once": (
        lambda d: d["rules"].append(d["rules"][0] | {"id": ELSEWHERE}),
        "rules[0]",
    ),
    "offer of two": (_both_owners, "offers[0]"),
    "advice": (_set("offers", "advice_code", "A77"), "offers[0]"),
    "offer of nobody": (_set("offers", "workplace", ELSEWHERE), "offers[0]"),
    "closed nowhere": (_set("closing_days", "workplace", ELSEWHERE), "closing_days[0]"),
    "closes early": (_set("closing_days", "last_on", "2026-01-01"), "closing_days[0]"),
    "cpr": (_set("workplaces", "place", "Ring til 010203-1234"), "workplaces[0]"),
    "cpr in an address": (
        lambda d: d["workplaces"][0].update(
            addresses=[{"street": "0102031234", "postcode": "", "city": ""}]
        ),
        "workplaces[0]",
    ),
    "workplace twice": (_twice("workplaces"), "workplaces"),
    "counsellor twice": (_twice("counsellors"), "counsellors"),
    "period twice": (
        lambda d: d["retention_periods"].append(d["retention_periods"][0] | {"id": ELSEWHERE}),
        "retention_periods",
    ),
    "organisation twice": (
        lambda d: d["organisations"].append({"id": ELSEWHERE, "name": "VESTAS", "cvr": ""}),
        "organisations",
    ),
    "term without a group": (_term("group", None), "taxonomy.terms[0]"),
    "group of nobody": (_term("group", "X"), "taxonomy.terms[0]"),
    "no label": (_term("labels", []), "taxonomy.terms[0].labels"),
    "term twice": (
        lambda d: d["taxonomy"]["terms"].append(d["taxonomy"]["terms"][0]),
        "taxonomy.terms",
    ),
    "step from nowhere": (_step(from_code="P99"), "taxonomy.crosswalk[0]"),
    "step of no sort": (_step(change="steal"), "taxonomy.crosswalk[0].change"),
    "advice for nothing": (
        lambda d: d["taxonomy"]["suggestions"].append({"reason": "P99", "advice": ["A01"]}),
        "taxonomy.suggestions[",
    ),
}


@pytest.mark.parametrize("what", UNSOUND)
def test_unsound_content_is_refused_and_told_where(package: Package, what: str) -> None:
    change, where = UNSOUND[what]
    with pytest.raises(UnsoundPackage) as caught:
        read_package(changed(package, change))
    assert caught.value.reason is Reason.UNSOUND
    assert any(problem.field.startswith(where) for problem in caught.value.problems)
    assert all(problem.text.da and problem.text.en for problem in caught.value.problems)


def test_every_problem_is_told_at_once(package: Package) -> None:
    def change(document: Document) -> None:
        document["workplaces"][0]["sector"] = "church"
        document["workplaces"][1]["headcount"] = "many"
        document["offers"][2]["quota"] = 100

    with pytest.raises(UnsoundPackage) as caught:
        read_package(changed(package, change))
    assert [problem.field for problem in caught.value.problems] == [
        "workplaces[0].sector",
        "workplaces[1].headcount",
        "offers[2].quota",
    ]
    assert all(problem.field in caught.value.why.da for problem in caught.value.problems)


def test_no_more_problems_are_told_than_anybody_reads(package: Package) -> None:
    def change(document: Document) -> None:
        document["workplaces"] *= MOST_TOLD

    with pytest.raises(UnsoundPackage) as caught:
        read_package(changed(package, change))
    assert len(caught.value.problems) <= MOST_TOLD


def test_other_forms_are_refused_with_their_reason(team: Team, package: Package) -> None:
    data = encode_package(package)
    newer = data.replace(b"vejviser-package/1", b"vejviser-package/2")
    assert refused(read_package, newer) is Reason.NEWER_FORMAT
    assert refused(read_package, b"{}") is Reason.NOT_A_PACKAGE
    assert refused(read_package, b"\xff\xfe") is Reason.NOT_A_PACKAGE
    assert refused(read_package, data + b" ") is Reason.DAMAGED
    assert refused(read_package, data[:-1]) is Reason.NOT_A_PACKAGE
    assert refused(read_package, b" " * (LARGEST_PACKAGE + 1)) is Reason.TOO_LARGE
    stranger = replace(package, project_id="0" * 32)
    assert refused(read_package, encode_package(stranger)) is Reason.WRONG_PROJECT
    forged = replace(package, roster=replace(package.roster, version=9))
    assert refused(read_package, encode_package(forged)) is Reason.BAD_SIGNATURE


def test_unicode_codes_are_the_repositorys(team: Team) -> None:
    add_workplace(team.lead, "ÆBLE-1", started_on=date(2026, 1, 1))
    assert read_package(encode_package(make_package(team.lead)))
    assert place(team.lead, "ÆBLE-1")


def changed(package: Package, change: Change) -> bytes:
    document = json.loads(encode_package(package))
    change(document)
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def test_the_helper_changes_nothing_else(package: Package) -> None:
    assert changed(package, lambda document: None) == encode_package(package)
    with pytest.raises(Refused):
        read_package(changed(package, lambda document: document.clear()))


def test_ids_are_no_texts_in_which_a_cpr_number_could_stand(package: Package) -> None:
    parts = (*package.workplaces, *package.offers, *package.rules, *package.closing_days)
    said = {text for part in parts for text in texts_of(part)}
    ids = {one.id for one in (*package.organisations, *parts)}
    assert not ids & said
    assert {"Kantinen", "Ring mellem 9 og 12", "Juleferie", "6940"} <= said
