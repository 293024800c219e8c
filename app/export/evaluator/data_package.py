"""``datapackage.json``: the pack described for programs (Frictionless Data Package, version 1).

Everything that must hold of the files stands in it: types, closed lists of codes, keys, and which
columns point into other files. https://specs.frictionlessdata.io/data-package/
"""

from typing import Any

import msgspec

from app.export.evaluator.codes import Origin
from app.export.evaluator.diversity import LEAST_DIFFERENT
from app.export.evaluator.missing import laptops_lacking
from app.export.evaluator.release import Release
from app.export.evaluator.schema import SCHEMA_PATH, VERSION, Resource, read_schema
from app.models.evaluator_rows import EvaluatorData
from app.models.team.coverage import Coverage

_TITLES = {
    Origin.REAL: "Evaluator's pack",
    Origin.DEMO: "DEMO: evaluator's pack of invented contacts",
    Origin.SYNTHETIC: "SYNTHETIC: twin of an evaluator's pack, made without any contact",
}


def data_package(data: EvaluatorData, release: Release, origin: Origin, name: str) -> bytes:
    """Return the description of a pack as JSON; ``name`` is that of its folder."""
    document: dict[str, Any] = {
        "profile": "data-package",
        "name": name.lower(),
        "title": f"{_TITLES[origin]} · {data.project}" if data.project else _TITLES[origin],
        "version": VERSION,
        "vejviser": {
            "format": read_schema().format,
            "schema": SCHEMA_PATH,
            "origin": origin.value,
            "period": data.period,
            # Of a synthetic pack it is not told, so that the same period gives the same bytes.
            "made_on": None if origin is Origin.SYNTHETIC else data.made_on.isoformat(),
            "k": data.k,
            "l": LEAST_DIFFERENT,
            "contacts": release.contacts,
            "released": len(release.rows),
            "left_out": {
                "too_few_alike": release.dropped,
                "released_reports": release.because_of_reports,
                "erased": release.erased,
            },
            **_lacking(data.covered),
        },
        "resources": [_described(resource) for resource in read_schema().resources],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _lacking(covered: Coverage | None) -> dict[str, Any]:
    """Return what a lead's pack lacks: how many laptops of which months, and whose in no file."""
    if covered is None:
        return {}
    return {
        "laptops_missing": laptops_lacking(covered),
        "months_not_over": covered.not_over,
        "laptops_with_lost_letters": len(covered.gaps),
        "laptops_that_began_later": len(covered.unknown),
    }


def _described(resource: Resource) -> dict[str, Any]:
    """Return a resource as the specification has it: with words in one language."""
    schema: dict[str, Any] = msgspec.to_builtins(resource.schema)
    for field in schema["fields"]:
        field |= {"title": field["title"]["en"], "description": field["description"]["en"]}
    return {
        "profile": "tabular-data-resource",
        "name": resource.name,
        "path": resource.path,
        "title": resource.title.en,
        "description": resource.description.en,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }
