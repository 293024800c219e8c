"""The benchmarks say which there are; they are measured by ``make bench``, not here."""

import pytest

from benchmarks.__main__ import ALL, main


def test_help_names_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    assert all(name in told for name in ALL)


def test_a_name_that_none_has_is_wrong_usage_and_names_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["nix"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("There is no benchmark nix.\n")
    assert "startup, store, plan, duplicates" in told.err
