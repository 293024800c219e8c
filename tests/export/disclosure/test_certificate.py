"""The certificate: made from what is public, checked by addition, by a program of its own."""

import ast
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.export.disclosure import check_release
from app.export.disclosure.attack import View, attack
from app.export.disclosure.certificate import certify
from app.export.disclosure.check_release import Wrong, check
from app.export.disclosure.ledger import Ledger
from app.export.disclosure.model import MARKED, shown
from app.export.disclosure.release_json import decode_release, encode_release
from app.export.disclosure.threshold import Rule
from tests.export.disclosure.months import invented, release_all
from tests.export.disclosure.two_way import two_way

SCRIPT = Path(check_release.__file__)


@pytest.fixture(scope="module")
def file() -> bytes:
    """Three months of a small project, the last one with its certificate."""
    ledger, done = release_all(invented(4, 5, 3, 40, seed=2), Rule(5))
    return encode_release(ledger, done.certificate)


def test_the_certificate_of_three_months_holds(file: bytes) -> None:
    result = check(json.loads(file))
    assert (result.release, result.releases) == ("2026-03", 3)
    assert result.withheld > 30
    assert result.narrowest is not None
    assert result.narrowest >= 4
    assert result.from_floor > result.withheld // 2


def test_its_ranges_are_no_wider_than_those_of_the_attack(file: bytes) -> None:
    read = decode_release(file)
    assert read.certificate is not None
    exact = attack(Ledger(read.releases).view())
    for cell, (low, high) in read.certificate.ranges().items():
        assert low == exact[cell].low
        assert exact[cell].high is None or high <= (exact[cell].high or 0)


def test_the_true_figures_leave_no_trace_in_it() -> None:
    """Two truths that are published alike have the same certificate, byte for byte."""
    hidden = {f"{row},{column}" for row in range(3) for column in range(3)}
    certificates = []
    for inner in ([[2, 9, 8], [7, 3, 9], [6, 8, 4]], [[3, 8, 8], [6, 4, 9], [6, 8, 4]]):
        system = two_way(inner)
        known = {c: MARKED if c in hidden else shown(system.value(c)) for c in system.cells}
        certificates.append(certify(View(tuple(system.relations), known), 3))
    assert certificates[0] == certificates[1]


def first_table(document: Any) -> Any:
    return document["releases"][-1]["tables"][0]


def withheld_place(document: Any) -> tuple[int, int]:
    values = first_table(document)["values"]
    return next((r, c) for r, row in enumerate(values) for c, v in enumerate(row) if v is None)


def narrow(document: Any) -> None:
    column = 0
    for table in document["certificate"]["alternatives"]:
        table[column] = document["certificate"]["alternatives"][0][column]


def forget_a_cell(document: Any) -> None:
    document["certificate"]["cells"].pop()
    for table in document["certificate"]["alternatives"]:
        table.pop()


def change_a_figure(document: Any) -> None:
    row = next(r for r in first_table(document)["values"] if any(r))
    place = next(n for n, value in enumerate(row) if value)
    row[place] += 1


FORGERIES: dict[str, Callable[[Any], object]] = {
    "another format": lambda d: d.update(format="x"),
    "no release": lambda d: d.update(releases=[]),
    "no certificate": lambda d: d.pop("certificate"),
    "no alternatives": lambda d: d["certificate"].update(alternatives=[]),
    "one alternative": lambda d: d["certificate"].update(
        alternatives=d["certificate"]["alternatives"][:1]
    ),
    "a changed figure": change_a_figure,
    "a release left out": lambda d: d["releases"].pop(0),
    "a changed k": lambda d: d["releases"][0].update(k=3),
    "a changed alternative": lambda d: d["certificate"]["alternatives"][0].__setitem__(
        0, d["certificate"]["alternatives"][0][0] + 1
    ),
    "a cell below its mark": lambda d: d["certificate"]["alternatives"][0].__setitem__(0, 0),
    "a fraction": lambda d: d["certificate"]["alternatives"][0].__setitem__(0, 1.5),
    "a cell without room": narrow,
    "a cell left out": forget_a_cell,
    "nonsense": lambda d: d["certificate"].update(cells=[[], {}]),
    "tables of numbers": lambda d: d["releases"][0].update(tables=[1]),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forgery_is_noticed(file: bytes, forgery: str) -> None:
    document = json.loads(file)
    FORGERIES[forgery](document)
    with pytest.raises(Wrong):
        check(document)


def test_the_script_needs_nothing_but_python() -> None:
    tree = ast.parse(SCRIPT.read_text("utf-8"))
    imported = {
        (node.module or "") if isinstance(node, ast.ImportFrom) else alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert imported <= {"hashlib", "json", "sys", "typing"}


def test_a_recipient_runs_the_script_alone(file: bytes, tmp_path: Path) -> None:
    script, release = tmp_path / "check_release.py", tmp_path / "release.json"
    script.write_bytes(SCRIPT.read_bytes())
    release.write_bytes(file)

    def run(*words: Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-I", "-S", script, *words]
        return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)

    good = run(release)
    assert (good.returncode, good.stderr) == (0, "")
    assert "The certificate of 2026-03 holds." in good.stdout
    release.write_bytes(file.replace(b'"k":5', b'"k":3', 1))
    bad = run(release)
    assert (bad.returncode, bad.stderr) == (1, "")
    assert bad.stdout.startswith("WRONG: release 2026-01 was changed")
    assert run(tmp_path / "none.json").returncode == 1
    assert run().returncode == 2
