"""An open database: statements at once, sqlite-utils from the moment it is needed.

Reading goes straight to the driver. sqlite-utils, which writes whole records and takes the steps
of the schema, takes as long to load as a third of an empty window, and the window only reads.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite_utils import Database as Tools
    from sqlite_utils.db import Table

Parameters = Sequence[Any] | Mapping[str, Any]


class Database:
    """One connection in autocommit mode, for the thread that opened it."""

    def __init__(self, connection: Any) -> None:
        self.conn = connection

    def execute(self, sql: str, parameters: Parameters = ()) -> Any:
        """Run one statement and return the driver's cursor."""
        return self.conn.execute(sql, parameters)

    def execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement, prepared once, for every row of values."""
        self.conn.executemany(sql, rows)

    def query(self, sql: str, parameters: Parameters = ()) -> Iterator[dict[str, Any]]:
        """Run one statement now and return its rows by the names of their columns."""
        cursor = self.conn.execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        # All rows at once: one by one, each would pass the translation of the driver's errors.
        return (dict(zip(names, row, strict=True)) for row in cursor.fetchall())

    @cached_property
    def tools(self) -> "Tools":
        """sqlite-utils on this connection."""
        from app.models.sqlite_tools import Tools

        # Its plugins are not for us; recursive triggers are set where the connection is made.
        return Tools(self.conn, execute_plugins=False, recursive_triggers=False)

    def table(self, name: str) -> "Table":
        """Return a table to write whole rows to; raise sqlite-utils' NoTable for a view."""
        return self.tools.table(name)

    def __getitem__(self, name: str) -> Any:
        return self.tools[name]

    def atomic(self) -> AbstractContextManager[Any]:
        """Return a transaction, or a part of one that can be taken back by itself."""
        return self.tools.atomic()

    def rollback(self) -> None:
        """Take the open transaction back, if there is one."""
        if self.conn.in_transaction:
            self.conn.execute("ROLLBACK")

    def close(self) -> None:
        """Close the file and forget its key."""
        self.conn.close()
