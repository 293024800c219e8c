"""Every list of names stands in the order of the Danish alphabet, also where SQL reads it."""

import re
from pathlib import Path

import app.models
from app.models.store import Store
from tests.records import add_person, add_workplace
from tests.stores import new_store

NAMES = ("Zoo", "Ældrecenteret", "Østre Skole", "Aabenraa Havn", "aftenskolen", "Fjordglimt")
ORDER = ["aftenskolen", "Fjordglimt", "Zoo", "Ældrecenteret", "Østre Skole", "Aabenraa Havn"]


def filled(tmp_path: Path) -> Store:
    store = new_store(tmp_path)
    for number, name in enumerate(NAMES):
        add_workplace(store, f"P{number}", name)
        store.organisations.ensure(name)
    return store


def test_workplaces_organisations_and_people_stand_in_danish_order(tmp_path: Path) -> None:
    store = filled(tmp_path)
    assert [place.name for place in store.workplaces.search("")] == ORDER
    assert [each.name for each in store.organisations.all()] == ORDER
    place = store.workplaces.all()[0]
    for name in ("Østen Bo", "Aase Bo", "Zoe Bo", "ærlig Bo"):
        add_person(store, name, workplace_id=place.id)
    names = [person.name for person in store.people.at_workplace(place.id)]
    assert names == ["Zoe Bo", "ærlig Bo", "Østen Bo", "Aase Bo"]
    store.close()


def test_no_statement_lets_sql_order_names_by_itself() -> None:
    """SQLite compares bytes: Å before Æ, and every capital before every small letter."""
    folder = Path(app.models.__file__).parent
    left = [
        path.name
        for path in sorted(folder.glob("*.py"))
        if re.search(r"ORDER BY (?:\w+\.)?name\b", path.read_text("utf-8"))
        and path.stem != "backup"
    ]
    assert left == []
