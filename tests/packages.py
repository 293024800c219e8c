"""A lead's project with something of every kind that a package carries, and how it is handed out."""

from datetime import date

from msgspec.structs import replace

from app.export.letters.package_letter import read_package_letter, write_package
from app.models.case_types import RetentionSubject
from app.models.plan_types import ClosingDays, PresenceRule, RulePlace
from app.models.store import Store
from app.models.taxonomy_content import (
    CrosswalkContent,
    LabelContent,
    Step,
    TermContent,
    read_content,
    write_content,
)
from app.models.team.package import Package
from app.models.team.package_changes import Fate, PackageChanges
from app.models.team.package_merging import merge_package
from app.models.team.rosters import Rosters
from app.models.types import (
    Address,
    ContactRole,
    Counsellor,
    Offer,
    OfferKind,
    Organisation,
    RecordId,
    Sector,
    TermKind,
    Workplace,
    WorkplaceContact,
)

SPLIT_ON = date(2027, 1, 1)


def fill(store: Store) -> None:
    """Enter two workplaces of one organisation, three offers, a rule, closing days and a period."""
    vestas = store.organisations.add(Organisation(name="Vestas", cvr="10403782"))
    lem = store.workplaces.add(
        Workplace(
            code="VESTAS-LEM",
            name="Vestas i Lem",
            organisation_id=vestas.id,
            sector=Sector.PRIVATE,
            headcount=450,
            place="Kantinen",
            remark="Spørg efter Hanne i porten",
            addresses=(Address(street="Smed Hansens Vej 27", postcode="6940", city="Lem"),),
            contacts=(
                WorkplaceContact(
                    role=ContactRole.HR,
                    name="Hanne Holm",
                    phone="97 34 11 88",
                    email="hh@example.org",
                ),
            ),
        )
    )
    store.workplaces.add(Workplace(code="ARLA", name="Arla", sector=Sector.PRIVATE, headcount=90))
    for owner in ({"workplace_id": lem.id}, {"organisation_id": vestas.id}, {}):
        store.offers.add(
            Offer(
                kind=OfferKind.COACHING,
                provider=f"Coach {len(store.offers.all())}",
                advice_code="A02",
                note="Ring mellem 9 og 12",
                quota=3,
                **owner,
            )
        )
    lene = store.counsellors.add(Counsellor(initials="LB", name="Lene Bak"))
    store.presence_rules.add(
        PresenceRule(
            workplace_id=lem.id,
            weekdays=(5,),
            time="09:00",
            places=(RulePlace(room="Kantinen"),),
            counsellor_ids=(lene.id,),
            anchor=date(2026, 11, 2),
            valid_from=date(2026, 11, 6),
            remark="Hanne låser op",
        )
    )
    store.closing_days.add(
        ClosingDays(
            workplace_id=lem.id,
            first_on=date(2026, 12, 21),
            last_on=date(2027, 1, 3),
            reason="Juleferie",
        )
    )
    store.retention_periods.set(RetentionSubject.NOTE, 24, "Arkivloven § 13", date(2026, 1, 1))
    store.settings.set("protection_k", 7)


def signed(store: Store, *, anyway: bool = False) -> tuple[Package, bytes]:
    """Return the lead's package and its file, read as everybody reads it."""
    letter = write_package(store, anyway=anyway)
    return read_package_letter(letter, Rosters(store).current()).package, letter


def hand_over(
    lead: Store, to: Store, *, overwrite: bool = False, anyway: bool = False
) -> PackageChanges:
    """Let a counsellor open what the lead writes now, ``anyway`` also where it takes all away."""
    return merge_package(to, *signed(lead, anyway=anyway), overwrite=overwrite)


def place(store: Store, code: str) -> Workplace:
    """Return the workplace with this code."""
    found = store.workplaces.by_code(code)
    assert found is not None
    return found


def edit(store: Store, code: str, /, **fields: object) -> Workplace:
    """Change a workplace."""
    return store.workplaces.change(replace(place(store, code), **fields))


def the_rule(store: Store) -> PresenceRule:
    """Return the only version of the only rule."""
    (rule,) = store.presence_rules.all()
    return rule


def fates(changes: PackageChanges, kind: str) -> dict[str, Fate]:
    """Return what becomes of the records of a kind, by what they are called."""
    return {one.name: one.fate for one in changes.changes if one.kind == kind}


def split_lower_back(store: Store) -> None:
    """Let the lower back become two reasons from the new year on, and call stress something else."""
    content = read_content(store.database)
    terms = {(term.kind, term.code): term for term in content.terms}
    back, stress = terms[TermKind.REASON, "P01"], terms[TermKind.REASON, "S01"]
    terms[TermKind.REASON, "P01"] = replace(back, retired_on=SPLIT_ON)
    new_label = replace(stress.labels[0], valid_from=SPLIT_ON, label_da="Belastning")
    terms[TermKind.REASON, "S01"] = replace(stress, labels=(*stress.labels, new_label))
    for code, danish in (("P11", "Iskias"), ("P12", "Anden lænderyg")):
        terms[TermKind.REASON, code] = TermContent(
            kind=TermKind.REASON,
            code=code,
            group="P",
            valid_from=SPLIT_ON,
            retired_on=None,
            labels=(
                LabelContent(
                    valid_from=SPLIT_ON,
                    label_da=danish,
                    label_en=danish,
                    short_da=danish,
                    short_en=danish,
                ),
            ),
        )
    steps = tuple(
        CrosswalkContent(
            kind=TermKind.REASON,
            from_code="P01",
            to_code=code,
            valid_from=SPLIT_ON,
            change=Step.SPLIT,
        )
        for code in ("P11", "P12")
    )
    with store.atomic():
        write_content(
            store.database, replace(content, terms=tuple(terms.values()), crosswalk=steps)
        )


def contents(store: Store) -> dict[str, list[object]]:
    """Return every record that a package can touch, and the code lists."""
    kinds = (
        "organisation",
        "workplace",
        "offer",
        "presence_rule",
        "closing_days",
        "retention_period",
        "counsellor",
        "visit",
        "inquiry",
        "referral",
    )
    found: dict[str, list[object]] = {}
    for kind in kinds:
        table = store.repositories[kind].table
        rows = store.database.execute(f"SELECT id FROM {table} ORDER BY id").fetchall()
        found[kind] = [store.repositories[kind].get(RecordId(one)) for (one,) in rows]
    found["taxonomy"] = [read_content(store.database)]
    return found
