"""sqlite-utils works on the cipher, or not at all."""

import subprocess
import sys
from pathlib import Path


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )


def test_importing_it_loads_no_pandas_and_leaves_it_usable() -> None:
    done = run(
        """
import sys
import app.models.sqlite_tools
assert "pandas" not in sys.modules and "numpy" not in sys.modules
import numpy, pandas
assert pandas.DataFrame({"a": [1]}).shape == (1, 1)
"""
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_plain_sqlite_utils_is_noticed_at_once() -> None:
    done = run("import sqlite_utils, app.models.sqlite_tools")
    assert done.returncode == 1
    assert "must be imported before sqlite_utils" in done.stderr
