"""Marking a field in which something is wrong."""

from PySide6.QtWidgets import QLineEdit

from app.ui.theme import restyle


def mark(field: QLineEdit, problem: str) -> None:
    """Draw the edge of a field in the danger colour and describe why; "" takes both away."""
    invalid = "true" if problem else ""
    field.setAccessibleDescription(problem)
    if (field.property("invalid") or "") != invalid:
        field.setProperty("invalid", invalid)
        restyle(field)
