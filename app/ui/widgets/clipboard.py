"""Text for the clipboard that a spreadsheet takes as it is meant."""

from collections.abc import Sequence

_FORMULA_STARTS = ("=", "+", "-", "@")


def plain_cell(text: str) -> str:
    """Return a cell without line breaks that no spreadsheet takes for a formula."""
    flat = " ".join(text.split())
    return f"'{flat}" if flat.startswith(_FORMULA_STARTS) else flat


def tab_separated(lines: Sequence[Sequence[str]]) -> str:
    """Return lines of cells as tab-separated text."""
    return "".join("\t".join(map(plain_cell, line)) + "\n" for line in lines)
