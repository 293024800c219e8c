"""The frozen columns and codes of the pack, version 2: resources/schema/evaluator-2.json.

What a file of the pack holds, what it is called in two languages and which codes it knows stands
there once; the description of the package and the codebooks are made from it. Version 1 lies beside
it as it was: its tallies had no ``count_status``.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from app.paths import resource
from app.texts import Text

VERSION = "2"
"""The version of the columns and codes of the packs that this release writes."""

SCHEMA_PATH = f"schema/evaluator-{VERSION}.json"
"""Where the schema lies, in the resources and in the pack."""


class Words(msgspec.Struct, frozen=True):
    """Something in two languages, as JSON has it."""

    da: str
    en: str

    @property
    def text(self) -> Text:
        """The same as a text of the program."""
        return Text(self.da, self.en)


class Field(msgspec.Struct, frozen=True):
    """One column."""

    name: str
    type: str
    title: Words
    description: Words
    constraints: dict[str, Any]


class TableSchema(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """The columns of one file, its key, and which columns point into other files."""

    fields: tuple[Field, ...]
    missing_values: tuple[str, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[dict[str, Any], ...] = ()


class Resource(msgspec.Struct, frozen=True):
    """One CSV file of the pack."""

    name: str
    path: str
    title: Words
    description: Words
    schema: TableSchema

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns, in order."""
        return tuple(field.name for field in self.schema.fields)


class Schema(msgspec.Struct, frozen=True):
    """All files of a pack; ``codes`` explains the codes of a column by its name."""

    format: str
    resources: tuple[Resource, ...]
    codes: Mapping[str, dict[str, Words]]


@cache
def read_schema() -> Schema:
    """Return the schema of the packs that this release writes."""
    return msgspec.json.decode(schema_bytes(), type=Schema)


@cache
def schema_bytes() -> bytes:
    """Return the file of the schema as it is shipped and copied into every pack."""
    return resource(*SCHEMA_PATH.split("/")).read_bytes()
