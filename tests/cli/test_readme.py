"""The commands of the README's section about many laptops work as they are printed, in their order."""

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import cli
from app.paths import Paths, resource
from tests.cli.team import HEADER, ROWS
from tests.stores import PASSPHRASE, unlock_cheaply

README = Path(__file__).parents[2] / "README.md"
_TO_BE_READ_ALOUD = "…"


def commands() -> list[list[str]]:
    """Return the command lines of the section, split into words."""
    section = (
        README.read_text("utf-8").split("\n## Many laptops, one lead", 1)[1].split("\n## ", 1)[0]
    )
    blocks = re.findall(r"^```\n(.*?)^```", section, re.MULTILINE | re.DOTALL)
    return [shlex.split(line) for line in "".join(blocks).splitlines()]


def run(words: list[str]) -> Result:
    result = CliRunner().invoke(cli, words[1:], prog_name="vejviser")
    assert result.exit_code == 0, (words, result.output)
    return result


def words_of(folder: str) -> str:
    """Return the ten words that the owner of a data folder reads aloud."""
    shown = run(
        shlex.split(
            f"vejviser --data-dir {folder} --passphrase-file secret.txt card show --format json"
        )
    )
    return " ".join(json.loads(shown.stdout)["words"])


def test_the_commands_of_many_laptops_work_as_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("secret.txt").write_text(PASSPHRASE, "utf-8")
    Path("workplaces.csv").write_bytes(resource("demo", "workplaces.csv").read_bytes())
    for name, who in (("anna", "AB"), ("bo", "CD")):
        Path(f"{name}.csv").write_text(HEADER + "\n".join(ROWS[who]) + "\n", "utf-8")
    Path("share").mkdir()
    printed = {}
    for words in commands():
        if _TO_BE_READ_ALOUD in words:
            accepted = words[words.index("accept") + 1] if "accept" in words else "lead.json"
            words[words.index(_TO_BE_READ_ALOUD)] = words_of(Path(accepted).stem)
        done = run(words)
        unlock_cheaply(Paths(Path(words[words.index("--data-dir") + 1])))
        printed[" ".join((words[2], *words[5:]))] = done.output
        for line in done.output.splitlines():
            if words[5:7] == ["project", "create"] and "gendannelseskode:" in line:
                Path("code.txt").write_text(line.split()[-1], "utf-8")
    assert (
        "Henvendelser: 5. Personer: 3, heraf kendt på flere computere: 1."
        in printed["lead lead status"]
    )
    assert "modtaget af projektlederen" in printed["anna bundle list"]
    assert "er spærret" in printed["lead roster revoke BD"]
    assert "Taget ind." in printed["lead bundle open mail"]
    assert len(printed) > 30
