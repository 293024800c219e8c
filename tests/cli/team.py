"""A lead and three counsellors, each with an installation of their own, made and joined by commands."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.paths import resource
from tests.cli.conftest import Installation
from tests.stores import PASSPHRASE, new_store
from tests.team import rename

HEADER = (
    "date,time,workplace,channel,identity,person,name,gender,birth_year,age_band,role,sick_leave,"
    "reasons,advice,minutes,counsellor,returning,phone\n"
)
HANNE, JENS = "Hanne Holm,woman,1978", "Jens Vind,man,1965"
ROWS = {
    "AB": [
        f"2018-09-03,09:00,VESTAS-RI,workplace,registered,,{HANNE},,employee,full,S03,A05,15,AB,,70 10 20 30",
        f"2018-09-12,10:00,ARLA-DP,workplace,registered,,{JENS},,employee,none,P01,A01,10,AB,,",
        "2018-09-17,11:00,ARLA-DP,workplace,anonymous,,,woman,,29-38,employee,none,S01|P01,A07,5,AB,,",
        f"2018-10-04,09:00,VESTAS-RI,workplace,registered,,{JENS},,employee,none,P01,A05,10,AB,,",
    ],
    "CD": [
        f"2018-09-05,09:00,ARLA-DP,phone,registered,,{HANNE},,employee,partial,S03,A01,15,CD,,+45 70102030",
        "2018-09-20,13:00,VESTAS-LE,workplace,registered,,Ida Skov,woman,1990,,manager,none,F01,A07,20,CD,,",
        "2018-10-09,13:00,VESTAS-LE,workplace,anonymous,,,man,,49-58,employee,at_risk,P01,A01,20,CD,yes,",
    ],
    "EF": [
        f"2018-09-25,14:00,ARLA-DP,workplace,registered,,{JENS},,employee,none,S01,A05,10,EF,,",
        f"2018-10-02,09:00,VESTAS-RI,workplace,registered,,{HANNE},,employee,full,P01,A01,10,EF,,70102030",
    ],
}
"""What the three register: Hanne is known to all of them, Jens to two."""

PERIODS = (("2018-09", "2018-09"), ("2018-10", "2018-10"), ("2018-09", "2018-10"))


def ok(installation: Installation, *command: str | Path, code: int = 0) -> str:
    """Run a command that ends with ``code``, and return what it prints."""
    result = installation.run(*command)
    assert result.exit_code == code, (command, result.output)
    return result.output


def as_json(installation: Installation, *command: str | Path, code: int = 0) -> Any:
    """Run a command with ``--json`` that ends with ``code``, and return the object."""
    result = installation.run(*command, "--json")
    assert result.exit_code == code, (command, result.output)
    return json.loads(result.stdout)


def ten_words(installation: Installation) -> str:
    """Return the words that the owner of an installation reads aloud."""
    shown = json.loads(ok(installation, "card", "show", "--format", "json"))
    return " ".join(shown["words"])


def an_installation(folder: Path, initials: str) -> Installation:
    """Return an installation in which nothing is registered."""
    folder.mkdir()
    with closing(new_store(folder)) as store:
        rename(store, initials)
    made = Installation(folder)
    made.passphrase_file.write_text(PASSPHRASE, "utf-8")
    return made


def published_workplaces(installation: Installation) -> Installation:
    """Import the published workplaces."""
    ok(installation, "import", "workplaces", resource("demo", "workplaces.csv"))
    return installation


def register(installation: Installation, *who: str) -> None:
    """Import what these counsellors registered."""
    lines = sorted(row for one in who for row in ROWS[one])
    file = installation.file("rows.csv", HEADER + "\n".join(lines) + "\n")
    ok(installation, "import", "inquiries", file)


@dataclass(frozen=True)
class Office:
    """The installations by initials, ``LE`` is the lead's, and the folder in which files change hands."""

    folder: Path
    code: str
    everybody: dict[str, Installation] = field(default_factory=dict)

    @property
    def lead(self) -> Installation:
        """The lead's installation."""
        return self.everybody["LE"]

    @property
    def laptops(self) -> dict[str, Installation]:
        """The counsellors' installations."""
        return {name: one for name, one in self.everybody.items() if name != "LE"}

    def join(self, initials: str) -> None:
        """Let the lead take in the card of an installation, and give everybody the new roster."""
        one, card = self.everybody[initials], self.folder / f"card-{initials}.json"
        ok(one, "card", "export", card)
        ok(self.lead, "card", "accept", card, "--words", ten_words(one))

    def hand_out(self, lead: Installation | None = None) -> None:
        """Give every counsellor the newest roster."""
        lead = lead or self.lead
        roster = self.folder / "roster.json"
        ok(lead, "roster", "export", roster)
        words = ten_words(lead)
        for one in self.laptops.values():
            ok(one, "roster", "accept", roster, "--words", words)

    def desk(self, name: str) -> Path:
        """Return a folder for files that change hands."""
        return self.folder / "desk" / name

    def make(self, initials: str, *options: str) -> tuple[Path, ...]:
        """Make bundles, and return the files for the lead; letters for others reach them."""
        made = as_json(
            self.everybody[initials], "bundle", "make", *options, "--out", self.desk(initials)
        )
        for file in made["files"]:
            if file["to"] not in ("LE", "NL"):
                ok(self.everybody[file["to"]], "bundle", "open", file["file"])
        return tuple(Path(file["file"]) for file in made["files"] if file["to"] in ("LE", "NL"))


def an_office(folder: Path) -> Office:
    """Create a project with three counsellors who have registered two months each, nothing closed."""
    everybody = {name: an_installation(folder / name, name) for name in ("LE", *ROWS)}
    lead, package = published_workplaces(everybody["LE"]), folder / "package.vvb"
    created = ok(lead, "project", "create")
    ok(lead, "project", "export", package)
    (code,) = (line.split()[-1] for line in created.splitlines() if "gendannelseskode:" in line)
    office = Office(folder, code, everybody)
    for name in ROWS:
        told = ok(everybody[name], "project", "open", package, "--words", ten_words(lead))
        assert "Arbejdspladser: 17 nye" in told
        office.join(name)
        register(everybody[name], name)
    office.hand_out()
    return office


def close_all(office: Office) -> None:
    """Close both months on every laptop."""
    for one in office.laptops.values():
        for month in ("2018-09", "2018-10"):
            ok(one, "close", "--month", month, "--anyway")


def tallies(installation: Installation, *words: str) -> Iterator[Any]:
    """Yield the tallies of each month and of both, without what is said about closed months and laptops."""
    for first, last in PERIODS:
        told = ok(installation, *words, "tally", "--from", first, "--to", last, "--format", "json")
        said = ("closing", "coverage")
        yield {key: value for key, value in json.loads(told).items() if key not in said}


def dump(installation: Installation, *without: str) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of all tables but those named."""
    with closing(installation.open()) as store:
        names = store.database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        ).fetchall()
        return {
            name: sorted(map(tuple, store.database.execute(f"SELECT * FROM {name}")), key=repr)
            for (name,) in names
            if name not in without
        }
