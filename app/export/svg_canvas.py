"""The SVG writer of reportlab, set up so that Qt draws exactly what was meant."""

from typing import Any

from app.export.fonts import BOLD, REGULAR, SEMI_BOLD

_WEIGHTS = {REGULAR: "400", SEMI_BOLD: "600", BOLD: "700"}


def exact_canvas(size: tuple[int, int]) -> Any:
    """Return a canvas without clip path that writes colours exactly and weights as numbers.

    The writer's own colours are cut to whole per cent, which changes them visibly.
    """
    from reportlab.graphics.renderSVG import SVGCanvas

    class ExactCanvas(SVGCanvas):  # type: ignore[misc]
        def setFillColor(self, color: Any) -> None:  # noqa: N802
            super().setFillColor(color)
            if color is not None:
                self.style["fill"] = _hex(color)

        def setStrokeColor(self, color: Any) -> None:  # noqa: N802
            super().setStrokeColor(color)
            if color is not None:
                self.style["stroke"] = _hex(color)

    faces = {name: {"family": "Inter", "weight": weight} for name, weight in _WEIGHTS.items()}
    return ExactCanvas(size, useClip=True, fontHacks=faces)


def _hex(color: Any) -> str:
    return "#" + str(color.hexval())[2:]
