"""What a lead hands on says which laptops are not in it: the evaluator's pack and the cube."""

import json
from pathlib import Path

import pytest
from frictionless import Package

from app.cli_lead import lead
from app.export.cube import NOTICE
from app.export.evaluator.missing import missing_words
from app.models.command_words import OF_FIGURES
from app.models.team.coverage import Coverage, Gap, Missing
from tests.cli.conftest import Installation
from tests.cli.team import ok
from tests.sharing import OCTOBER, SEPTEMBER, a_project
from tests.stores import PASSPHRASE

BOTH = ("--from", "2026-09", "--to", "2026-10")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Installation]:
    """The lead has September of both counsellors, and October of AB alone."""
    folder = tmp_path_factory.mktemp("office")
    with a_project(folder) as made:
        made.post(made.ann, SEPTEMBER, OCTOBER)
        made.post(made.bo, SEPTEMBER)
        for store in (made.ann, made.bo):
            made.take(*made.carry(store, folder / "mail"))
    office = {name: Installation(folder / name) for name in ("lead", "ann")}
    for one in office.values():
        one.passphrase_file.write_text(PASSPHRASE, "utf-8")
    return office


def test_the_pack_says_how_many_laptops_are_missing_but_not_whose(
    office: dict[str, Installation], tmp_path: Path
) -> None:
    result = office["lead"].run("lead", "evaluator", *BOTH, "--out", tmp_path)
    assert result.exit_code == 0, result.output
    folder = Path(result.stdout.strip())
    assert "Her MANGLER: CD oktober 2026." in result.stderr
    sheet = (folder / "risk-da.md").read_text("utf-8")
    said = "Oktober 2026: 1 vejleders computer har ikke sendt. Dens tal MANGLER."
    assert said in sheet
    assert "October 2026: 1 counsellor's laptop has" in (folder / "risk-en.md").read_text("utf-8")
    assert [one.name for one in folder.rglob("*") if b"CD oktober" in _bytes(one)] == []
    description = json.loads((folder / "datapackage.json").read_bytes())["vejviser"]
    assert description["laptops_missing"] == {"2026-10": 1}
    assert description["months_not_over"] == []
    assert Package(str(folder / "datapackage.json")).validate().valid
    preview = ok(office["lead"], "lead", "evaluator", *BOTH, "--preview")
    assert said in preview


def test_a_pack_of_what_everybody_sent_says_so(
    office: dict[str, Installation], tmp_path: Path
) -> None:
    months = ("--from", "2026-09", "--to", "2026-09")
    result = office["lead"].run("lead", "evaluator", *months, "--out", tmp_path)
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    folder = Path(result.stdout.strip())
    sheet = (folder / "risk-da.md").read_text("utf-8")
    assert "Alle vejlederes computere har sendt deres tal for perioden." in sheet
    description = json.loads((folder / "datapackage.json").read_bytes())["vejviser"]
    assert description["laptops_missing"] == {}


def test_a_counsellors_own_pack_knows_of_no_laptops(
    office: dict[str, Installation], tmp_path: Path
) -> None:
    result = office["ann"].run("evaluator", *BOTH, "--out", tmp_path)
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    folder = Path(result.stdout.strip())
    assert "Hvad der mangler" not in (folder / "risk-da.md").read_text("utf-8")
    description = json.loads((folder / "datapackage.json").read_bytes())["vejviser"]
    assert "laptops_missing" not in description


def test_the_cube_says_whose_months_are_missing(
    office: dict[str, Installation], tmp_path: Path
) -> None:
    result = office["lead"].run("lead", "cube", *BOTH, "--out", tmp_path)
    assert result.exit_code == 0, result.output
    folder = Path(result.stdout.strip())
    lacking = "Her MANGLER: CD oktober 2026."
    assert lacking in result.stderr
    notice = (folder / NOTICE).read_text("utf-8")
    assert lacking in notice
    assert "MISSING here: CD October 2026" in notice
    coverage = json.loads((folder / "cube.json").read_bytes())["coverage"]
    assert coverage == {
        "laptops": ["AB", "CD"],
        "missing": [
            {"laptop": "CD", "months": ["2026-10"]},
        ],
        "not_over": [],
        "unknown": [],
        "gaps": [],
    }


def test_what_is_said_names_the_command_of_this_installation(
    office: dict[str, Installation], tmp_path: Path
) -> None:
    """A lead closes and reports under ``lead``, a counsellor does not."""
    report = ("report", "--profile", "steering", "--month", "2026-10", "--preview")
    said = office["lead"].run("lead", *report)
    assert said.exit_code == 1, said.output
    assert "»vejviser lead close --month 2026-10«" in said.stderr
    undone = office["lead"].run("lead", "close", "--month", "2026-10", "--undo")
    assert "»vejviser lead close --list«" in undone.stderr
    own = office["ann"].run(*report[:-2], "2026-11", "--preview")
    assert "»vejviser close --month 2026-11«" in own.stderr
    cube = office["lead"].run("lead", "cube", *BOTH, "--out", tmp_path)
    assert "»vejviser lead report --profile«" in cube.stderr


def test_every_command_that_a_lead_has_of_its_own_is_known_by_that_name() -> None:
    of_a_lead_alone = {"status", "cube"}
    assert set(lead.commands) - of_a_lead_alone == OF_FIGURES


def test_a_month_that_goes_on_and_laptops_of_several_months_are_told() -> None:
    missing = (
        Missing(laptop="AB", months=("2026-09", "2026-10")),
        Missing(laptop="CD", months=("2026-10",)),
    )
    told = missing_words(Coverage(laptops=("EF",), missing=missing, not_over=("2026-11",)))
    assert [one.da for one in told] == [
        "September 2026: 1 vejleders computer har ikke sendt. Dens tal MANGLER.",
        "Oktober 2026: 2 vejlederes computere har ikke sendt. Deres tal MANGLER.",
        "November 2026 er ikke slut. Ingen har sendt den endnu.",
    ]
    doubtful = Coverage(
        laptops=("EF",),
        missing=(),
        not_over=(),
        unknown=missing[:1],
        gaps=(Gap(laptop="EF", letters=(5,)),),
    )
    assert [one.da for one in missing_words(doubtful)] == [
        "Fra 1 af vejledernes computere er der breve, der ikke er nået frem. Tallene KAN VÆRE FOR SMÅ.",
        "1 af vejledernes computere er først med fra en senere måned; om der er ældre tal, ved ingen.",
    ]


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""
