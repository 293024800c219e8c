"""What stands in the repository is true: commands exist, locks hold, nothing names a machine."""

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import app

ROOT = Path(__file__).parents[2]
LOCKS = ["requirements.txt", "requirements-dev.txt"]

# Written in pieces so that this file does not match itself.
PRIVATE = re.compile(
    "|".join(
        [
            r"(?<![\w.$}])/(roo[t]|wor[k]|hom[e]/\w+)/",
            r"(?<![\w.$}])/tm[p]/\w",
            r"py[p]i\.org",
            r"python[h]osted\.org",
            r"npm[j]s\.org",
            r"deb\.[d]ebian\.org",
            r"-inde[x]-url",
        ]
    )
)


def tracked_files() -> list[Path]:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git working copy")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    paths = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file()]


def readme_commands() -> list[list[str]]:
    """Return the command lines of the README's fenced blocks, split into words."""
    text = (ROOT / "README.md").read_text("utf-8")
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = "".join(blocks).replace("\\\n", " ").splitlines()
    commands = [line.removeprefix("$ ") for line in lines]
    ours = re.compile(r"(\S*/)?(make|vejviser|python[\d.]*)( |$)")
    return [shlex.split(line, comments=True) for line in commands if ours.match(line)]


def subcommand(words: list[str]) -> str | None:
    """Return the command given to ``vejviser`` or ``python -m app``; None if there is none."""
    if Path(words[0]).name == "vejviser":
        rest = words[1:]
    elif Path(words[0]).name.startswith("python") and words[1:3] == ["-m", "app"]:
        rest = words[3:]
    else:
        return None
    while rest and rest[0].startswith("-"):
        takes_value = rest[0] in {"--data-dir", "--passphrase-file"}
        rest = rest[2:] if takes_value else rest[1:]
    return rest[0] if rest else None


def test_every_make_target_in_the_readme_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    named = {words[1] for words in readme_commands() if words[0] == "make" and len(words) > 1}
    assert {"run", "test"} <= named
    assert named - targets == set()


def test_every_vejviser_command_in_the_readme_exists() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "app", "--language", "en", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert shown.returncode == 0, shown.stderr
    listed = shown.stdout.partition("Commands:")[2]
    commands = set(re.findall(r"^  ([a-z][a-z-]*)\b", listed, re.MULTILINE))
    named = {name for words in readme_commands() if (name := subcommand(words))}
    assert {"import", "tally", "report", "demo", "check", "self-test"} <= commands
    assert named - commands == set()


def test_the_changelog_tells_of_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(rf"^## .*({re.escape(app.__version__)}|Unreleased)", changelog, re.MULTILINE)


def test_no_tracked_file_names_a_machine_or_a_registry() -> None:
    found = []
    for path in tracked_files():
        text = path.read_bytes().decode("utf-8", "replace")
        for number, line in enumerate(text.splitlines(), 1):
            if PRIVATE.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line[:80]}")
    assert found == []


@pytest.mark.parametrize(
    "line", ["cd /wor" + "k/x", "'/roo" + "t/.cache'", "https://pyp" + "i.org/x"]
)
def test_a_machine_or_registry_name_is_noticed(line: str) -> None:
    assert PRIVATE.search(line)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_its_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    packages = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]
    assert len(packages) > 20
    assert [part for part in packages if "--hash=sha256:" not in part] == []
    assert "://" not in text


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_fulfils_what_the_project_asks_for(lock: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = project["project"]["dependencies"]
    if lock == "requirements-dev.txt":
        wanted = wanted + project["dependency-groups"]["dev"]
    locked = dict(re.findall(r"^(\S+)==(\S+)", (ROOT / lock).read_text("utf-8"), re.MULTILINE))
    for requirement in map(Requirement, wanted):
        assert Version(locked[canonicalize_name(requirement.name)]) in requirement.specifier


def test_every_shipped_package_has_its_licence_here() -> None:
    notices = (ROOT / "LICENSES/THIRD-PARTY.md").read_text("utf-8")
    shipped = re.findall(r"^(\S+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    assert [name for name in shipped if f"\n| {name} |" not in notices] == []
