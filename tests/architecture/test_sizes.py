"""Files, classes and functions stay small enough to read in one go."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted(
    path
    for folder in ("app", "tests", "benchmarks", ".ci")
    for path in (ROOT / folder).rglob("*.py")
)
LONGEST_FILE = 400
LONGEST_CLASS = 250
LONGEST_FUNCTION = 60


def too_long(path: Path) -> Iterator[str]:
    source = path.read_text("utf-8")
    name = path.relative_to(ROOT).as_posix()
    lines = len(source.splitlines())
    if lines > LONGEST_FILE:
        yield f"{name}: {lines} lines, at most {LONGEST_FILE}"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            limit = LONGEST_CLASS
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            limit = LONGEST_FUNCTION
        else:
            continue
        assert node.end_lineno is not None
        length = node.end_lineno - node.lineno + 1
        if length > limit:
            yield f"{name}:{node.lineno} {node.name}: {length} lines, at most {limit}"


def test_files_classes_and_functions_keep_their_limits() -> None:
    assert len(SOURCES) > 1
    assert [complaint for path in SOURCES for complaint in too_long(path)] == []


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("x = 1\n" * 401, "401 lines, at most 400"),
        ("class Big:\n" + "    x = 1\n" * 250, "Big: 251 lines, at most 250"),
        ("def long():\n" + "    x = 1\n" * 60, "long: 61 lines, at most 60"),
    ],
)
def test_one_line_too_many_is_noticed(
    source: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)
    path = tmp_path / "module.py"
    path.write_text(source, "utf-8")
    assert [line for line in too_long(path) if line.endswith(complaint)]
