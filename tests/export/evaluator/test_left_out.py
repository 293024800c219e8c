"""Every contact without a row is counted once, for its own reason, and everywhere alike."""

import json

from app.export.evaluator.files import real_pack
from app.export.evaluator.limits import Limits
from app.export.evaluator.release import Release, make_release
from app.export.evaluator.summary import summary
from app.models.evaluator_rows import EvaluatorData
from app.models.types import Gender, Role
from tests.export.evaluator.made_up import HALF_YEAR, contact, counted_ids, data_of

MANY = [contact(number) for number in range(80)]
RARE = [contact(80 + n, role=Role.MANAGER, gender=Gender.MAN) for n in range(2)]
K = 5


def released(out: frozenset[str], erased: int) -> tuple[EvaluatorData, Release]:
    """Return a release of 80 contacts that are alike and 2 rare ones, without some persons."""
    contacts = [*MANY, *RARE]
    release = make_release(contacts, HALF_YEAR, K, erased=erased, limits=Limits(left_out=out))
    return data_of(contacts, erased=erased), release


def test_preview_description_and_risk_sheet_count_each_reason_alike() -> None:
    data, release = released(frozenset(f"person {n}" for n in range(6)), 3)
    pack = real_pack(data, release, counted_ids())
    assert json.loads(pack.contents["datapackage.json"])["vejviser"]["left_out"] == {
        "too_few_alike": 2,
        "released_reports": 6,
        "erased": 3,
    }
    sheet = pack.contents["risk-en.md"].decode()
    for line in (
        "| Left out | 11 |",
        "| Of these, too rare on every rung, or left out so that nobody is left out alone | 2 |",
        "| Of these, because of released reports | 6 |",
        "| Of these, of a person who was erased | 3 |",
    ):
        assert line in sheet
    assert "| Heraf på grund af udgivne opgørelser | 6 |" in pack.contents["risk-da.md"].decode()
    told = summary(release, K)[0]
    assert told.da == (
        "74 af 85 henvendelser kommer med; 11 udelades: 2, fordi færre end 5 personer ligner"
        " hinanden, eller så ingen udelades alene; 6 på grund af udgivne opgørelser; 3, fordi"
        " personen er slettet."
    )
    assert told.en == (
        "74 of 85 contacts come along; 11 left out: 2 because fewer than 5 persons look alike, or"
        " so that nobody is left out alone; 6 because of released reports; 3 because the person"
        " was erased."
    )


def test_a_reason_that_no_contact_has_is_not_named() -> None:
    _, release = released(frozenset(), 0)
    assert summary(release, K)[0].da.endswith(
        "; 5 udelades: 5, fordi færre end 5 personer ligner hinanden, eller så ingen udelades alene."
    ), "two are rare, and three keep them company"
    nobody = make_release(MANY, HALF_YEAR, K)
    assert summary(nobody, K)[0].da == "80 af 80 henvendelser kommer med; ingen udelades."
    assert summary(nobody, K)[0].en == "80 of 80 contacts come along; none is left out."
