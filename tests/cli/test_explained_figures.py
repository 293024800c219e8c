"""What is this figure? Asked on the command line."""

import csv
import io
import json
from contextlib import closing

import pytest

from tests.cli.conftest import Installation, as_json

ALL = ("--from", "2018-02", "--to", "2019-10")


def test_a_figure_is_told_with_its_meaning_and_its_rows(published: Installation) -> None:
    text = published.run("tally", *ALL, "--explain", "by_workplace.ARLA-DP.returning").stdout
    figure = as_json(published, "tally", *ALL, "--explain", "by_workplace.ARLA-DP.returning")
    assert text.startswith(f"Arbejdsplads · Arla Danmark Protein · Genganger: {figure['value']}\n")
    assert "by_workplace.ARLA-DP.returning · februar 2018 – oktober 2019" in text
    assert "Genganger: Enhver senere henvendelse fra en registreret person" in text
    assert "Tallet er antallet af rækker: hver henvendelse tæller én gang." in text
    assert f"Rækkerne bag tallet: {figure['value']}" in text
    ids = [row["id"] for row in figure["rows"]]
    assert len(ids) == figure["value"] > 0
    assert all(each in text for each in ids)


def test_it_is_the_figure_of_the_tally(published: Installation) -> None:
    tally = as_json(published, "tally", *ALL)
    figure = as_json(published, "tally", *ALL, "--explain", "reasons.first.by_code.P01")
    assert (figure["format"], figure["key"]) == ("vejviser-figure/1", "reasons.first.by_code.P01")
    assert figure["value"] == tally["reasons"]["first"]["by_code"]["P01"] == len(figure["rows"])
    assert figure["universe"] == tally["universe"]["reasons.first"]
    assert set(figure["rows"][0]) == {
        *("kind", "id", "date", "workplace", "state", "amount", "minutes")
    }
    assert {row["state"] for row in figure["rows"]} == {"first"}


def test_mentions_say_how_the_rows_make_them(published: Installation) -> None:
    figure = as_json(published, "tally", *ALL, "--explain", "reasons.first.total")
    assert (figure["value"], figure["measure"]) == (164, "mentions")
    assert sum(row["amount"] for row in figure["rows"]) == 164
    assert len(figure["rows"]) == 146
    assert figure["how"]["en"].startswith("The figure is the sum of what the rows mention")


def test_the_rows_as_csv(published: Installation) -> None:
    words = ("--explain", "contacts.anonymous", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(published.run("tally", *ALL, *words).stdout)))
    assert len(rows) == 19
    assert {row["kind"] for row in rows} == {"inquiry"}


def test_nobody_is_named(published: Installation) -> None:
    figure = published.run("tally", *ALL, "--explain", "persons_seen", "--format", "json").stdout
    with closing(published.open()) as store:
        names = [person.name for person in store.people.all() if person.name]
    assert json.loads(figure)["value"] == 146
    assert names
    assert not [name for name in names if name in figure]


def test_a_figure_that_is_not_there_names_the_nearest(published: Installation) -> None:
    result = published.run("tally", *ALL, "--explain", "visits.zeros", language="en")
    assert result.exit_code == 1
    assert "no figure called “visits.zeros”" in result.stderr
    assert "visits.zero" in result.stderr.splitlines()[-1]


@pytest.mark.parametrize("key", ["BY_WORKPLACE.arla-dp.RETURNING", " contacts.all "])
def test_capitals_and_blanks_do_not_matter(published: Installation, key: str) -> None:
    assert published.run("tally", *ALL, "--explain", key).exit_code == 0


def test_with_chosen_workplaces_only_theirs_are_told(published: Installation) -> None:
    words = ("tally", *ALL, "--workplace", "TIM", "--explain", "contacts.all")
    figure = as_json(published, *words)
    assert {row["workplace"] for row in figure["rows"]} == {"TIM"}
    assert "ved de valgte arbejdspladser" in figure["universe"]["da"]
