"""Referrals from a script: made, followed until they end, and told in lines and JSON."""

import json
from typing import Any

import pytest

from app.models.types import Inquiry, Offer, OfferKind
from tests.cli.conftest import Installation
from tests.records import add_contact, add_person, add_workplace


@pytest.fixture
def talk(installation: Installation) -> Inquiry:
    store = installation.open()
    lem = add_workplace(store, "VESTAS-LE", "Vestas i Lem")
    store.offers.add(Offer(kind=OfferKind.COACHING, provider="Coach & Co", advice_code="A02"))
    contact = add_contact(
        store, add_person(store, phone="20304050"), workplace_id=lem.id, advice=("A02",)
    )
    store.close()
    return contact


def made(installation: Installation, talk: Inquiry, *more: str) -> dict[str, Any]:
    result = installation.run(
        "referrals", "add", "--inquiry", talk.id, "--advice", "A02", "--format", "json", *more
    )
    assert result.exit_code == 0, result.output
    document: dict[str, Any] = json.loads(result.stdout)
    return document


def test_it_is_made_as_the_offers_propose(installation: Installation, talk: Inquiry) -> None:
    proposed = made(installation, talk)
    assert (proposed["provider"], proposed["quota"]) == ("Coach & Co", 3)
    assert (proposed["inquiry"], proposed["person"]) == (talk.id, talk.person_id)
    other = made(installation, talk, "--provider", "En anden", "--quota", "0")
    assert (other["provider"], other["quota"]) == ("En anden", None)
    neither = installation.run("referrals", "add", "--advice", "A02")
    assert neither.exit_code == 2
    assert "Angiv enten --inquiry eller --person." in neither.stderr


def test_it_is_followed_until_it_ends(installation: Installation, talk: Inquiry) -> None:
    referral = made(installation, talk, "--quota", "1", "--on", "2026-11-01")["referral"]
    begun = installation.run(
        *("referrals", "update", referral, "--session", "02-11-2026"),
        *("--session", "2026-11-09", "--note", "Ringer selv"),
    )
    assert begun.exit_code == 0, begun.output
    assert "Begyndt  Coaching-samtaler  Coach & Co  Lone Bæk  Vestas i Lem" in begun.stdout
    assert begun.stdout.rstrip().endswith("sessioner: 2 af 1, over det aftalte")

    ended = installation.run(
        *("referrals", "update", referral, "--no-session", "2026-11-09"),
        *("--state", "completed", "--on", "2026-11-12", "--outcome", "helped"),
        *("--outcome-words", "Jeg sover igen", "--format", "json"),
    )
    document = json.loads(ended.stdout)
    assert document["sessions"] == ["2026-11-02"]
    assert (document["state"], document["state_on"]) == ("completed", "2026-11-12")
    assert (document["outcome"], document["outcome_words"]) == ("helped", "Jeg sover igen")
    assert (document["open"], document["over_quota"], document["note"]) == (
        False,
        False,
        "Ringer selv",
    )

    assert installation.run("referrals", "list").stdout == ""
    (listed,) = json.loads(
        installation.run("referrals", "list", "--all", "--format", "json").stdout
    )
    assert listed == document
    in_english = installation.run("referrals", "list", "--all", language="en").stdout
    assert "Completed  Coaching  Coach & Co" in in_english


def test_what_cannot_be_is_refused_and_nothing_is_stored(
    installation: Installation, talk: Inquiry
) -> None:
    referral = made(installation, talk)["referral"]
    for words, code, said in (
        (["update", referral, "--state", "declined"], 1, "Skriv, hvorfor tilbuddet blev afvist."),
        (["update", referral, "--session", "2099-01-01"], 1, "Datoen ligger i fremtiden."),
        (["update", referral, "--no-session", "2026-11-02"], 1, "ingen session den 02-11-2026."),
        (["update", referral, "--session", "1/1/2018"], 1, "01-01-2018 ligger før henvisningen"),
        (["update", referral, "--quota", "-1"], 2, "Angiv et helt tal fra 0 til 99."),
        (["update", referral, "--on", "2026-11-02"], 2, "--on hører til --state."),
        (["update", "ukendt", "--note", "x"], 1, "Der er ingen henvisning »ukendt«."),
    ):
        result = installation.run("referrals", *words)
        assert (result.exit_code, said in result.stderr) == (code, True), result.output
    (listed,) = json.loads(installation.run("referrals", "list", "--format", "json").stdout)
    assert (listed["state"], listed["sessions"]) == ("suggested", [])


def test_a_state_counts_from_the_session_it_is_told_with(
    installation: Installation, talk: Inquiry
) -> None:
    referral = made(installation, talk, "--on", "2026-11-01")["referral"]
    update = ("referrals", "update", referral, "--format", "json")
    begun = installation.run(*update, "--session", "2026-11-02", "--state", "started")
    document = json.loads(begun.stdout)
    assert (document["state"], document["state_on"]) == ("started", "2026-11-02")
    again = installation.run(*update, "--session", "2026-11-02", "--state", "started")
    assert again.exit_code == 1
    assert "Der er allerede en session den 02-11-2026." in again.stderr
    more = ("--session", "2026-11-09", "--session", "2026-11-05", "--state", "completed")
    document = json.loads(installation.run(*update, *more).stdout)
    assert (document["state_on"], document["sessions"][1:]) == (
        "2026-11-09",
        ["2026-11-05", "2026-11-09"],
    )


def test_a_declined_one_says_why_and_a_deleted_one_is_gone(
    installation: Installation, talk: Inquiry
) -> None:
    referral = made(installation, talk)["referral"]
    result = installation.run(
        *("referrals", "update", referral, "--state", "declined", "--reason", "Har ikke tid")
    )
    assert result.stdout.rstrip().endswith("Har ikke tid")
    deleted = installation.run("referrals", "delete", referral)
    assert (deleted.exit_code, deleted.stdout) == (0, result.stdout)
    assert installation.run("referrals", "list", "--all").stdout == ""
