"""The surroundings are those of the page of sharing."""

from tests.ui.sharing.conftest import around, project

__all__ = ["around", "project"]
