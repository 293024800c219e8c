"""Text for the clipboard that a spreadsheet takes as it is meant, and that goes when it shall."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

_FORMULA_STARTS = ("=", "+", "-", "@")

_OURS = "application/x-vejviser"
"""A format beside the text, by which it is known again."""


def copy_text(text: str) -> None:
    """Put text on the clipboard, until it is pasted over or :func:`forget_copied`."""
    data = QMimeData()
    data.setText(text)
    data.setData(_OURS, b"1")
    QGuiApplication.clipboard().setMimeData(data)


def forget_copied() -> None:
    """Empty the clipboard if it still holds what was copied in this program, also from a field.

    Some systems do not tell whose the content is; there, text copied from a field stays.
    """
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
    # Nothing at all has been on some clipboards, which the annotation does not know.
    data = cast("QMimeData | None", clipboard.mimeData())
    if clipboard.ownsClipboard() or (data is not None and data.hasFormat(_OURS)):
        clipboard.clear()


def plain_cell(text: str) -> str:
    """Return a cell without line breaks that no spreadsheet takes for a formula."""
    flat = " ".join(text.split())
    return f"'{flat}" if flat.startswith(_FORMULA_STARTS) else flat


def tab_separated(lines: Sequence[Sequence[str]]) -> str:
    """Return lines of cells as tab-separated text."""
    return "".join("\t".join(map(plain_cell, line)) + "\n" for line in lines)
