"""The directory of offers from a script."""

import json
from typing import Any

import pytest

from tests.cli.conftest import Installation
from tests.records import add_workplace


@pytest.fixture
def lem(installation: Installation) -> Installation:
    store = installation.open()
    vestas = store.organisations.ensure("Vestas")
    add_workplace(store, "VESTAS-LE", "Vestas i Lem", organisation_id=vestas.id)
    store.close()
    return installation


def run(installation: Installation, *words: str) -> dict[str, Any]:
    result = installation.run("offers", *words, "--format", "json")
    assert result.exit_code == 0, result.output
    document: dict[str, Any] = json.loads(result.stdout)
    return document


def test_an_offer_is_added_for_everybody_and_given_to_one(lem: Installation) -> None:
    made = run(
        *(lem, "add", "--kind", "coaching", "--provider", "Coach & Co", "--quota", "3"),
        *("--phone", "70000001", "--from", "2026-01-01"),
    )
    assert (made["scope"], made["advice"], made["quota"]) == ("project", "A02", 3)
    assert made["valid_from"] == "2026-01-01"

    owned = run(lem, "update", made["offer"], "--organisation", "Vestas", "--quota", "0")
    assert (owned["scope"], owned["organisation"], owned["quota"]) == (
        "organisation",
        "Vestas",
        None,
    )
    placed = run(lem, "update", made["offer"], "--workplace", "VESTAS-LE", "--note", "uge 47")
    assert (placed["workplace"], placed["organisation"]) == ("VESTAS-LE", None)
    assert run(lem, "update", made["offer"], "--everybody")["scope"] == "project"


def test_offers_are_found_by_any_word_also_those_that_are_past(lem: Installation) -> None:
    first = run(lem, "add", "--kind", "training", "--provider", "Fitness")["offer"]
    run(lem, "add", "--kind", "pension", "--provider", "Gammel", "--until", "2020-01-01")
    assert lem.run("offers", "list").stdout == f"{first}  Træning  Fitness  hele projektet\n"
    lines = lem.run("offers", "list", "--all").stdout
    assert "Pensionsordning  Gammel  hele projektet  A01  gælder til 01-01-2020\n" in lines
    coach = ("--kind", "coaching", "--provider", "Coach", "--quota", "3", "--from", "2090-01-01")
    later = lem.run("offers", "add", *coach)
    assert later.stdout.endswith("hele projektet  A02  sessioner: 3  gælder fra 01-01-2090\n")
    offer = later.stdout.split()[0]
    ended = lem.run("offers", "update", offer, "--until", "31-12-2090", language="en")
    assert ended.stdout.endswith("A02  sessions: 3  valid 01-01-2090 to 31-12-2090\n")
    assert lem.run("offers", "delete", offer).stdout.endswith("til 31-12-2090\n")
    both = json.loads(lem.run("offers", "list", "--all", "--format", "json").stdout)
    assert [one["provider"] for one in both] == ["Fitness", "Gammel"]
    english = lem.run("offers", "list", "pension", "--all", language="en")
    assert "Pension scheme  Gammel  the whole project" in english.stdout
    assert lem.run("offers", "delete", first).exit_code == 0
    assert lem.run("offers", "list").stdout == ""


def test_what_cannot_be_is_refused(lem: Installation) -> None:
    for words, code, said in (
        (["add", "--kind", "other"], 2, "Angiv --kind og --provider."),
        (
            [*("add", "--kind", "other", "--provider", "X", "--workplace", "A", "--everybody")],
            2,
            "Angiv kun én af",
        ),
        (["add", "--kind", "other", "--provider", " "], 1, "Skriv, hvem der leverer tilbuddet."),
        (
            ["add", "--kind", "other", "--provider", "X", "--organisation", "Y"],
            1,
            "Der er ingen organisation »Y«.",
        ),
        (["update", "ukendt", "--note", "x"], 1, "Der er intet tilbud »ukendt«."),
    ):
        result = lem.run("offers", *words)
        assert (result.exit_code, said in result.stderr) == (code, True), result.output
    assert lem.run("offers", "list", "--all").stdout == ""
