"""A form whose record was changed meanwhile, by undo for example."""

from typing import TypeVar

import msgspec

T = TypeVar("T", bound=msgspec.Struct)


def followed(shown: T, typed: T, stored: T) -> T:
    """Return what is stored by now, with every field over it in which something else was typed."""
    own = {
        name: getattr(typed, name)
        for name in typed.__struct_fields__
        if getattr(typed, name) != getattr(shown, name)
    }
    return msgspec.structs.replace(stored, **own)
