"""What is loaded when: the command line without Qt, everything without the heavy libraries.

The layers themselves are kept by import-linter; its contracts stand in ``pyproject.toml``.
"""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from app.paths import APP_NAME
from tests.stores import PASSPHRASE, new_store

ROOT = Path(__file__).parents[2]
HEAVY = {
    *("pandas", "numpy", "highspy", "reportlab", "PIL", "xlsxwriter", "icalendar", "holidays"),
}
QT = {"PySide6", "shiboken6"}

LOADED_BY = """
import importlib, json, sys
for name in json.loads(sys.argv[1]):
    importlib.import_module(name)
# A name whose import was forbidden stands in sys.modules with None: nothing is loaded.
print(json.dumps([name for name, module in sys.modules.items() if module is not None]))
"""

START = """
import json, sys
from benchmarks import startup_window

def tell(window):
    loaded = [name for name, module in sys.modules.items() if module is not None]
    print(json.dumps(loaded), flush=True)

startup_window.report = tell
startup_window.program(startup_window.unlock)
"""


def packages_loaded_by(modules: list[str]) -> set[str]:
    """Import the modules in a fresh process and return the top-level packages it then holds."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED_BY, json.dumps(modules)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in json.loads(done.stdout)}


def app_modules() -> list[str]:
    names = []
    for path in sorted((ROOT / "app").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if parts[-1] != "__main__":
            names.append(".".join(parts).removesuffix(".__init__"))
    return names


def functions_that_import(prefix: str, path: Path) -> Iterator[str]:
    """Yield the function around each import of the package, or ``<module>``."""
    tree = ast.parse(path.read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        if any(f"{name}.".startswith(f"{prefix}.") for name in names):
            around = [
                item.name
                for item in functions
                if item.lineno < node.lineno <= (item.end_lineno or 0)
            ]
            yield around[-1] if around else "<module>"


def test_the_command_line_starts_without_qt_and_without_heavy_libraries() -> None:
    loaded = packages_loaded_by(["app.__main__", "app.cli"])
    assert "app" in loaded
    assert loaded & (QT | HEAVY) == set()


def test_no_module_of_the_app_loads_a_heavy_library_when_imported() -> None:
    modules = app_modules()
    assert "app.cli" in modules
    assert packages_loaded_by(modules) & HEAVY == set()


def test_the_window_opens_on_its_first_page_with_what_that_page_needs(tmp_path: Path) -> None:
    new_store(tmp_path).close()
    (tmp_path / "data").rename(tmp_path / APP_NAME)
    done = subprocess.run(
        [sys.executable, "-c", START],
        cwd=ROOT,
        env=os.environ | {"XDG_DATA_HOME": str(tmp_path), "PASSPHRASE": PASSPHRASE},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    loaded = set(json.loads(done.stdout))
    assert {"app.ui.workspace", "app.ui.pages.today.page"} <= loaded
    packages = {name.partition(".")[0] for name in loaded}
    # What reads arguments, what writes rows and what calendar files need come later, too; and
    # hashlib, which loads a library of its own.
    light = {"click", "sqlite_utils", "dateutil", "tzdata", "csv", "hashlib"}
    assert packages & (HEAVY | light) == set()
    later = (
        *("app.cli", "app.export", "app.models.demo", "app.models.importing", "app.ui.suspend"),
        # The plan of the day is read when the page has been painted.
        *("app.models.plan.", "app.models.day_plan", "app.models.unsettled", "app.models.upcoming"),
        *("app.models.closures", "app.models.holidays_dk", "app.models.conflicts"),
        *("app.models.tallies", "app.models.visit_counting", "app.models.worth"),
    )
    assert [name for name in sorted(loaded) if f"{name}.".startswith(later)] == []
    pages = [name for name in loaded if name.startswith("app.ui.pages") and name.endswith(".page")]
    assert pages == ["app.ui.pages.today.page"]


def test_the_heavy_libraries_are_noticed_where_they_are_loaded() -> None:
    assert {"reportlab", "PIL"} <= packages_loaded_by(["reportlab.graphics.renderPM"])


def test_the_command_line_opens_the_window_in_one_function_only() -> None:
    names = ("__main__.py", "window.py", "cli*.py")
    sources = [path for name in names for path in sorted((ROOT / "app").glob(name))]
    found = [
        (path.name, name) for path in sources for name in functions_that_import("app.ui", path)
    ]
    assert len(set(found)) == 1, found
    assert found[0][1] != "<module>"
