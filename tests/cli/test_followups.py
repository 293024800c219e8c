"""Promises and consents from a script."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from app.models.clock import local_today, system_clock
from app.models.types import Inquiry, PromisedChannel, Repeat
from app.models.visit_ids import visit_id
from tests.cli.conftest import Installation
from tests.records import add_contact, add_person, add_rule, add_workplace

DOCUMENTED = Path(__file__).parents[2] / "docs" / "followups-json.md"


@pytest.fixture
def talk(installation: Installation) -> Inquiry:
    """A talk with Lone Bæk at Lem, where there is a visit every Friday."""
    store = installation.open()
    lem = add_workplace(store, "LEM", "Vestas i Lem")
    add_rule(store, lem)
    lone = add_person(store, phone="20304050", workplace_id=lem.id)
    contact = add_contact(store, lone, workplace_id=lem.id)
    store.close()
    return contact


def told(installation: Installation, *words: str) -> Any:
    result = installation.run("followups", *words, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    return json.loads(result.stdout)


def test_a_promise_from_an_inquiry_is_done_and_comes_back(
    installation: Installation, talk: Inquiry
) -> None:
    made = told(
        installation,
        *("add", "--due", "2020-01-06", "--text", "Ring om coaching", "--inquiry", talk.id),
        *("--channel", "phone", "--repeat", "week"),
    )
    assert (made["name"], made["workplace"], made["inquiry_on"]) == (
        "Lone Bæk",
        "LEM",
        talk.date.isoformat(),
    )
    assert made["state"] == "late"
    assert told(installation, "list", "--late") == [made]

    done = told(installation, "done", made["followup"])
    assert (done["state"], done["repeat"]) == ("done", "")
    (again,) = told(installation, "list")
    assert again["followup"] != made["followup"]
    assert (again["text"], again["repeat"], again["channel"]) == (
        "Ring om coaching",
        "week",
        "phone",
    )
    assert again["state"] in ("this_week", "later")
    assert told(installation, "list", "--late") == []
    assert {each["state"] for each in told(installation, "list", "--all")} == {
        "done",
        again["state"],
    }


def test_the_lines_are_in_both_languages(installation: Installation, talk: Inquiry) -> None:
    made = told(
        installation,
        *("add", "--due", "2020-01-06", "--text", "Send skema", "--inquiry", talk.id),
        *("--channel", "email", "--repeat", "fortnight"),
    )
    line = installation.run("followups", "list").stdout
    assert line == (
        f"{made['followup']}  06-01-2020  over tid  Send skema  Lone Bæk  20 30 40 50"
        "  Vestas i Lem  E-mail  Hver 2. uge\n"
    )
    english = installation.run("followups", "list", language="en").stdout
    assert english.endswith("late  Send skema  Lone Bæk  20 30 40 50"
                            "  Vestas i Lem  E-mail  Every 2nd week\n")  # fmt: skip


def test_put_off_commented_corrected_deleted_and_taken_back(
    installation: Installation, talk: Inquiry
) -> None:
    made = told(installation, "add", "--due", "2020-01-06", "--text", "Bestil pjecer")
    there = made["followup"]
    assert told(installation, "snooze", there, "--until", "2040-02-01")["due_on"] == "2040-02-01"
    assert told(installation, "snooze", there, "--days", "3")["due_on"] == "2040-02-04"
    assert told(installation, "snooze", there)["due_on"] == "2040-02-11"
    replaced = told(installation, "comment", there, "Trykkes", "--replace")
    assert replaced["comment"] == "Trykkes"
    changed = told(installation, "change", there, "--text", "Hent pjecer", "--repeat", "quarter")
    assert (changed["text"], changed["repeat"], changed["comment"]) == (
        "Hent pjecer",
        "quarter",
        "Trykkes",
    )
    assert told(installation, "change", there, "--repeat", "never")["repeat"] == ""

    deleted = installation.run("followups", "delete", there)
    assert deleted.stdout == f"{there}  11-02-2040  slettet  Hent pjecer  Trykkes\n"
    assert told(installation, "list") == []
    (gone,) = told(installation, "list", "--all")
    assert (gone["state"], gone["text"]) == ("deleted", "Hent pjecer")
    assert gone["deleted_on"]
    assert told(installation, "reopen", there)["comment"] == "Trykkes"
    told(installation, "done", there)
    assert told(installation, "reopen", there)["done_on"] is None


def test_a_comment_is_a_line_with_the_day_unless_it_shall_replace_them(
    installation: Installation, talk: Inquiry
) -> None:
    there = told(installation, "add", "--due", "2040-01-06", "--text", "Ring")["followup"]
    day = f"{local_today(system_clock):%d-%m}"
    assert told(installation, "comment", there, " Talt med ")["comment"] == f"{day}: Talt med"
    both = told(installation, "comment", there, "Svaret er ja")["comment"]
    assert both == f"{day}: Talt med\n{day}: Svaret er ja"

    empty = installation.run("followups", "comment", there, "  ")
    assert (empty.exit_code, empty.stdout) == (1, "")
    assert "Skriv, hvad der er sket." in empty.stderr
    assert told(installation, "list")[0]["comment"] == both

    assert told(installation, "comment", there, "Kort", "--replace")["comment"] == "Kort"
    assert told(installation, "comment", there, "", "--replace")["comment"] == ""


def test_a_visit_of_the_plan_can_be_promised_about(
    installation: Installation, talk: Inquiry
) -> None:
    store = installation.open()
    (rule,) = store.presence_rules.all()
    store.close()
    friday = visit_id(rule.series_id, rule.valid_from)
    made = told(installation, "add", "--due", "2040-01-02", "--visit", friday)
    assert (made["visit"], made["visit_on"], made["workplace"]) == (
        friday,
        rule.valid_from.isoformat(),
        "LEM",
    )


def test_until_leaves_out_what_is_due_later(installation: Installation, talk: Inquiry) -> None:
    for due in ("2040-01-01", "2040-01-02", "2040-01-03"):
        told(installation, "add", "--due", due, "--workplace", "LEM")
    found = told(installation, "list", "--until", "2040-01-02")
    assert [each["due_on"] for each in found] == ["2040-01-01", "2040-01-02"]


def test_what_is_done_is_not_put_off_and_nothing_into_the_past(installation: Installation) -> None:
    made = told(installation, "add", "--due", "06-01-2020", "--text", "Bestil pjecer")["followup"]
    past = installation.run("followups", "snooze", made, "--until", "i går")
    assert (past.exit_code, "i dag eller senere" in past.stderr) == (1, True)
    told(installation, "done", made)
    for words in (("snooze", made), ("change", made, "--due", "+14")):
        refused = installation.run("followups", *words)
        assert (refused.exit_code, refused.stdout) == (1, "")
        assert "Den er allerede gjort." in refused.stderr
    corrected = told(installation, "change", made, "--text", "Bestil to pjecer")
    assert (corrected["text"], corrected["due_on"]) == ("Bestil to pjecer", "2020-01-06")


def test_nothing_found_is_said_beside_the_list(installation: Installation) -> None:
    for words in (
        ("followups", "list"),
        ("referrals", "list"),
        ("offers", "list", "nix"),
        ("cards", "list", "--search", "zzz"),
        ("visits", "list"),
        ("rules", "list"),
        ("activities", "list"),
    ):
        empty = installation.run(*words)
        said = (empty.exit_code, empty.stdout, empty.stderr)
        assert said == (0, "", "Der blev ikke fundet noget.\n"), words
        as_json = installation.run(*words, "--format", "json")
        assert (as_json.exit_code, as_json.stdout, as_json.stderr) == (0, "[]\n", "")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("add", "--due", "2040-01-01"), 1, "Skriv, hvad du har lovet."),
        (("add", "--due", "engang", "--text", "Ring"), 1, "»engang« er ikke en dag."),
        (("list", "--late", "--all"), 2, "højst én af --open, --late og --all"),
        (("snooze", "x", "--days", "0"), 2, "Angiv et helt tal fra 1 til 3650."),
        (("add", "--due", "2040-01-01", "--person", "nobody"), 1, "ingen person med id »nobody«"),
        (("add", "--due", "2040-01-01", "--person", "a", "--visit", "b"), 2, "højst én"),
        (("snooze", "x", "--days", "2", "--until", "2040-01-01"), 2, "enten --days eller"),
        (("done", "never"), 1, "Der er ingen opfølgning med id »never«."),
        (("reopen", "never"), 1, "Der er ingen opfølgning med id »never«."),
    ],
)
def test_what_is_wrong_is_said(
    installation: Installation, words: tuple[str, ...], code: int, said: str
) -> None:
    result = installation.run("followups", *words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr


def test_the_json_is_as_documented(installation: Installation, talk: Inquiry) -> None:
    text = DOCUMENTED.read_text("utf-8")
    made = told(installation, "add", "--due", "2040-01-01", "--inquiry", talk.id)
    keys = set(re.findall(r"`(\w+)`", " ".join(re.findall(r"^\| (`.*?) \|", text, re.MULTILINE))))
    assert keys == set(made)
    codes = {each.value for kind in (Repeat, PromisedChannel) for each in kind if each}
    assert codes <= set(re.findall(r"`(\w+)`", text))


def test_consent_is_noted_withdrawn_and_shown(installation: Installation, talk: Inquiry) -> None:
    assert talk.person_id is not None
    consent = ("people", "consent", talk.person_id)
    both = installation.run(*consent, "--registration", "given", "--evaluator", "given",
                            "--on", "2026-01-05")  # fmt: skip
    assert both.stdout == (
        "Samtykke til registrering: 05-01-2026\nMå ringes op af evaluator: 05-01-2026\n"
    )
    after = installation.run(*consent, "--evaluator", "withdrawn", language="en")
    assert after.stdout == (
        "Consent to registration: 05-01-2026\nMay be phoned by an evaluator: no\n"
    )
    shown = installation.run("people", "show", talk.person_id).stdout
    assert "Samtykke til registrering: 05-01-2026" in shown
    document = json.loads(
        installation.run("people", "show", talk.person_id, "--format", "json").stdout
    )
    assert document["person"]["consent_on"] == "2026-01-05"
    assert document["person"]["evaluator_consent_on"] is None
    assert installation.run(*consent, "--on", "2026-01-05").exit_code == 2
    future = installation.run(*consent, "--registration", "given", "--on", "2090-01-01")
    assert (future.exit_code, "i dag eller før" in future.stderr) == (1, True)
