"""How SQLite reads the tables for what is asked."""

from collections.abc import Callable

from app.models.store import Store


def plan_of(store: Store, ask: Callable[[], object]) -> str:
    """Return how SQLite reads the tables for the statements that ``ask`` runs."""
    statements: list[str] = []
    store.database.conn.set_trace_callback(statements.append)
    ask()
    store.database.conn.set_trace_callback(None)
    lines = [
        str(row[3])
        for statement in statements
        if statement.startswith("SELECT")
        for row in store.database.execute(f"EXPLAIN QUERY PLAN {statement}")
    ]
    assert lines
    return "\n".join(lines)
