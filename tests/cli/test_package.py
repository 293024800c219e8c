"""The commands project export and project open, on real installations and empty folders."""

import json
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import Result

from app.export.letters.package_letter import SharedPackage
from app.models.team.devices import Devices
from app.models.team.fingerprint import words_of
from app.models.team.rosters import Rosters
from tests.cli.conftest import Installation
from tests.packages import edit, fill, place, split_lower_back
from tests.stores import PASSPHRASE, new_store, unlock_cheaply


@dataclass(frozen=True)
class Project:
    """A lead with a project, a folder in which nothing is set up yet, and the package's file."""

    lead: Installation
    new: Installation
    package: Path

    def export(self) -> Result:
        return self.lead.run("project", "export", self.package)

    @property
    def words(self) -> str:
        with closing(self.lead.open()) as store:
            return " ".join(words_of(Devices(store).card().fingerprint))

    def set_up(self, *more: str) -> Result:
        given = ("--words", self.words, "--counsellor", "Anne Bech", *more)
        done = self.new.run("project", "open", self.package, *given)
        if self.new.paths.envelope.exists():
            unlock_cheaply(self.new.paths)
        return done


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = []
    for name in ("lead", "new"):
        (tmp_path / name).mkdir()
        made.append(Installation(tmp_path / name))
        made[-1].passphrase_file.write_text(PASSPHRASE, "utf-8")
    with closing(new_store(made[0].folder)) as store:
        fill(store)
    assert made[0].run("project", "create").exit_code == 0
    created = Project(made[0], made[1], tmp_path / "package.vvb")
    assert created.export().exit_code == 0
    return created


def test_a_first_run_is_set_up_from_the_package(project: Project) -> None:
    done = project.set_up()
    assert done.exit_code == 0, done.output
    assert "Gendannelseskode:" in done.stderr
    assert "Arbejdspladser: 2 nye (" in done.stdout
    assert "VESTAS-LEM" in done.stdout
    with closing(project.new.open()) as store:
        assert store.settings.project == "Projekt Vest"
        assert place(store, "VESTAS-LEM").headcount == 450
        me = store.counsellors.current()
        assert me is not None
        assert (me.name, me.initials) == ("Anne Bech", "AB")
        assert store.settings.get("role") == "counsellor"
        assert Rosters(store).require().project == "Projekt Vest"
    # The card can go to the lead at once.
    assert project.new.run("card", "export", project.package.with_name("card.json")).exit_code == 0


@pytest.mark.parametrize(
    ("options", "code", "word"),
    [
        (("--counsellor", "Anne Bech"), 1, "--words"),
        (("--counsellor", "Anne Bech", "--words", "abe " * 10), 5, "Ordene"),
        (("--words", "WORDS"), 1, "--counsellor"),
    ],
)
def test_nothing_is_set_up_before_all_is_known(
    project: Project, options: tuple[str, ...], code: int, word: str
) -> None:
    given = [project.words if one == "WORDS" else one for one in options]
    done = project.new.run("project", "open", project.package, *given)
    assert (done.exit_code, word in done.stderr) == (code, True)
    assert not project.new.paths.data_dir.exists()


def test_a_look_before_the_first_run_sets_nothing_up(project: Project) -> None:
    done = project.set_up("--dry-run", "--format", "json")
    told = json.loads(done.stdout)
    assert (told["taken"], told["verdict"], told["project"]) == (False, "first", "Projekt Vest")
    assert {one["name"] for one in told["changes"] if one["kind"] == "workplace"} == {
        "VESTAS-LEM",
        "ARLA",
    }
    assert not project.new.paths.data_dir.exists()


def test_an_update_is_looked_at_and_taken(project: Project) -> None:
    assert project.set_up().exit_code == 0
    with closing(project.lead.open()) as store:
        edit(store, "ARLA", headcount=95)
        split_lower_back(store)
    project.export()
    before = _facts(project)
    seen = project.new.run("project", "open", project.package, "--dry-run")
    assert (seen.exit_code, _facts(project)) == (0, before)
    assert seen.stdout.splitlines()[0] == "Intet er ændret endnu."
    assert "  ARLA: ansatte 90 → 95" in seen.stdout
    assert "P01 deles i P11 og P12 fra 01-01-2027." in seen.stdout
    done = project.new.run("project", "open", project.package)
    assert done.stdout == "".join(seen.stdout.splitlines(keepends=True)[1:])
    again = json.loads(
        project.new.run("project", "open", project.package, "--format", "json").stdout
    )
    assert (again["verdict"], again["changes"], again["taxonomy"]) == ("known", [], [])
    english = project.new.run("project", "open", project.package, language="en")
    assert "Everything is as the package says already." in english.stdout


def test_own_changes_give_way_only_when_told_to(project: Project) -> None:
    assert project.set_up().exit_code == 0
    with closing(project.new.open()) as store:
        edit(store, "ARLA", headcount=1)
    held = project.new.run("project", "open", project.package)
    assert held.exit_code == 1
    assert "  ARLA: ansatte 1 → 90  ← rettet her" in held.stdout
    assert "ARLA" in held.stderr
    as_json = project.new.run("project", "open", project.package, "--format", "json")
    assert (json.loads(as_json.stdout)["taken"], as_json.exit_code) == (False, 1)
    assert _facts(project) == 1
    assert project.new.run("project", "open", project.package, "--overwrite").exit_code == 0
    assert _facts(project) == 90


def test_an_older_package_and_other_files_are_refused(project: Project) -> None:
    old = project.package.read_bytes()
    with closing(project.lead.open()) as store:
        edit(store, "ARLA", headcount=95)
    project.export()
    assert project.set_up().exit_code == 0
    project.package.write_bytes(old)
    done = project.new.run("project", "open", project.package)
    assert (done.exit_code, "nyere" in done.stderr) == (5, True)
    project.package.write_text("hello", "utf-8")
    done = project.new.run("project", "open", project.package)
    assert (done.exit_code, "ikke en projektpakke" in done.stderr) == (5, True)
    missing = project.new.run("project", "open", project.package.with_name("none"))
    assert missing.exit_code == 1


def test_the_package_that_came_by_itself_is_opened_without_a_file(project: Project) -> None:
    nothing = project.lead.run("project", "open")
    assert (nothing.exit_code, "ingen projektpakke" in nothing.stderr) == (1, True)
    assert project.set_up().exit_code == 0
    with closing(project.lead.open()) as store:
        edit(store, "ARLA", headcount=95)
    project.export()
    with closing(project.new.open()) as store:
        assert SharedPackage().offer(store, project.package.read_bytes())
    done = project.new.run("project", "open")
    assert (done.exit_code, _facts(project)) == (0, 95)


def test_a_contact_person_in_the_wrong_place_stops_the_export(project: Project) -> None:
    with closing(project.lead.open()) as store:
        edit(store, "ARLA", place="Hos Hanne Holm")
    before = project.package.read_bytes()
    done = project.export()
    assert (done.exit_code, "kontaktperson" in done.stderr) == (1, True)
    assert project.package.read_bytes() == before


def test_the_same_export_is_the_same_file(project: Project) -> None:
    before = project.package.read_bytes()
    assert project.export().stdout.strip() == str(project.package)
    assert project.package.read_bytes() == before


def _facts(project: Project) -> int | None:
    with closing(project.new.open()) as store:
        return place(store, "ARLA").headcount


def test_a_lead_sees_what_the_next_package_does_before_it_is_written(project: Project) -> None:
    lead, before = project.lead, project.package.read_bytes()
    with closing(lead.open()) as store:
        edit(store, "ARLA", headcount=95)
        for offer in store.offers.all():
            store.offers.delete(offer.id)
    told = lead.run("project", "export", "--dry-run")
    assert told.exit_code == 1, "all offers would be gone, and nobody has said that it is meant"
    assert "Tilbud: 3 fjernes (Coach 0, Coach 1, Coach 2)" in told.stdout
    assert "Arbejdspladser: 1 ændres (ARLA)" in told.stdout
    assert "--anyway" in told.stderr
    again = lead.run("project", "export", project.package, "--dry-run", "--anyway")
    assert (again.exit_code, again.stdout) == (0, told.stdout)
    assert project.package.read_bytes() == before
    assert lead.run("project", "export", project.package, "--anyway").exit_code == 0
    assert project.package.read_bytes() != before
    same = lead.run("project", "export", "--dry-run")
    assert "Intet er ændret siden den sidste pakke." in same.stdout


def test_writing_the_package_needs_a_file(project: Project) -> None:
    misused = project.lead.run("project", "export")
    assert misused.exit_code == 2
    assert "--dry-run" in misused.stderr
