"""sqlite-utils, made to work on the cipher.

It takes ``pysqlite3`` where it finds it: here it finds SQLCipher. pandas and numpy are hidden
while it is imported, as it would load both for features that are not used.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from app.models import cipher

_HIDDEN = ("pandas", "numpy")


@contextmanager
def _on_the_cipher() -> Iterator[None]:
    modules: dict[str, Any] = sys.modules
    hidden = {name: modules[name] for name in _HIDDEN if name in modules}
    modules["pysqlite3"] = modules["pysqlite3.dbapi2"] = cipher.driver
    modules.update(dict.fromkeys(_HIDDEN))
    try:
        yield
    finally:
        for name in _HIDDEN:
            del modules[name]
        modules.update(hidden)


with _on_the_cipher():
    from sqlite_utils import Database as Tools
    from sqlite_utils import Migrations
    from sqlite_utils import utils as _sqlite_utils

if getattr(_sqlite_utils, "sqlite3", None) is not cipher.driver:
    raise ImportError("app.models.sqlite_tools must be imported before sqlite_utils")

__all__ = ["Migrations", "Tools"]
