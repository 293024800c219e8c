"""What stands in the tallies is so: no zero hides what is withheld, made coarser or left out."""

from collections import Counter
from pathlib import Path

import pandas as pd

from app.export.evaluator.codes import AGES, size_of
from app.export.evaluator.files import Pack, real_pack, release_of, write_pack
from app.models.evaluator_rows import EvaluatorData
from app.models.types import Role
from tests.export.evaluator.made_up import (
    REASONS,
    contact,
    counted_ids,
    data_of,
    random_contacts,
    tallies_of,
)


def made(data: EvaluatorData) -> Pack:
    return real_pack(data, release_of(data), counted_ids())


def test_a_zero_of_the_tallies_is_a_true_one_whatever_was_hidden() -> None:
    """Judged by what was registered: of random contacts, shown, coarser, withheld and left out."""
    found: set[str] = set()
    for seed in range(40):
        contacts = random_contacts(seed)
        registered = Counter(
            (column, code)
            for row in contacts
            for column, codes in {
                "sector": [row.sector.value if row.sector else "none"],
                "workplace_size": [size_of(row.headcount).value if row.sector else "none"],
                "gender": [row.gender.value or "not_told"],
                "age": [AGES[row.age]],
                "role": [row.role.value or "not_told"],
                "kind": [row.kind.value],
                "channel": [row.channel.value],
                "sick_leave": [row.sick_leave.value or "not_told"],
                "reason_group": {group for group, _ in row.reasons},
                "reason": [code for _, code in row.reasons],
                "advice": row.advice,
            }.items()
            for code in codes
        )
        for key, (status, count) in tallies_of(made(data_of(contacts))).items():
            found.add(status)
            if status == "withheld":
                assert count == "", key
            elif status == "at_least":
                assert 0 < int(count) <= registered[key], key
            elif status == "exact" and key[0] != "all":
                assert int(count) == registered[key], key
    assert found == {"exact", "at_least", "withheld", "rows_shown"}


def test_where_somebody_is_left_out_no_zero_is_called_true() -> None:
    alike = [contact(number) for number in range(12)]
    assert tallies_of(made(data_of(alike)))["role", "hr"] == ("exact", "0")
    erased = tallies_of(made(data_of(alike, erased=1)))
    assert erased["role", "hr"] == ("withheld", "")
    assert erased["role", "employee"][0] == "at_least"
    assert erased["role", "withheld"] == ("rows_shown", "0")


def test_a_coarser_value_hides_only_what_it_may_stand_for() -> None:
    mixed = [contact(n, role=(Role.HR, Role.MANAGER)[n % 2]) for n in range(6)]
    tallies = tallies_of(made(data_of([*(contact(n) for n in range(20, 32)), *mixed])))
    assert tallies["role", "function"] == ("rows_shown", "6")
    assert tallies["role", "hr"] == tallies["role", "union_rep"] == ("withheld", "")
    assert tallies["role", "employee"] == ("exact", "12")
    assert tallies["role", "not_told"] == ("exact", "0")


def test_pandas_reads_what_is_withheld_as_missing_and_a_true_zero_as_zero(tmp_path: Path) -> None:
    contacts = [contact(n, reasons=(REASONS[n % 4],)) for n in range(8)]
    folder = write_pack(made(data_of(contacts)), tmp_path)
    frame = pd.read_csv(folder / "tallies.csv")
    withheld = frame["count_status"] == "withheld"
    assert withheld.any()
    assert (frame["count"].isna() == withheld).all()
    assert (frame.loc[frame["count"] == 0, "count_status"].isin(["exact", "rows_shown"])).all()
