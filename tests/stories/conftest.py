"""Working days on a real store, through real widgets."""

from tests.ui.conftest import lem, notices, services, store, visited

__all__ = ["lem", "notices", "services", "store", "visited"]
