"""Which steps of the schema a database has, told without loading the steps themselves."""

from app.errors import UserError
from app.models.database import Database
from app.texts import Text

MIGRATION_SET = "vejviser"

STEP_NAMES = (
    "m0001_first_schema",
    "m0002_presence_plan",
    "m0003_people_and_promises",
    "m0004_month_close",
    "m0005_releases",
    "m0006_many_laptops",
    "m0007_receptions",
    "m0008_days_of_referrals",
)
"""Every step that this release knows, in order."""


def pending_steps(db: Database) -> tuple[str, ...]:
    """Return the names of the steps that a database still lacks."""
    applied = _applied_steps(db)
    return tuple(name for name in STEP_NAMES if name not in applied)


def refuse_newer_schema(db: Database) -> None:
    """Raise UserError when the database has steps that this release does not know."""
    if not _applied_steps(db) <= set(STEP_NAMES):
        raise UserError(
            Text("Databasen blev ikke åbnet.", "The database was not opened."),
            Text(
                "Den er skrevet af en nyere udgave af Vejviser.",
                "It was written by a newer release of Vejviser.",
            ),
            Text("Installer den nyeste udgave.", "Install the newest release."),
        )


def _applied_steps(db: Database) -> set[str]:
    kept = "SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'"
    if db.execute(kept).fetchone() is None:
        return set()
    steps = "SELECT name FROM _sqlite_migrations WHERE migration_set = ?"
    return {name for (name,) in db.execute(steps, (MIGRATION_SET,))}
