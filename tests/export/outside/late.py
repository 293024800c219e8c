"""A folder that comes in the way of a file while the files of a release are written."""

from collections.abc import Iterator, Mapping
from pathlib import Path


class Late(dict[str, bytes]):
    """Files, one of whose names a folder takes once all of them lie beside their places."""

    def __init__(self, contents: Mapping[str, bytes], taken: Path) -> None:
        super().__init__(contents)
        self._taken = taken

    def items(self) -> Iterator[tuple[str, bytes]]:  # type: ignore[override]
        """Yield the files, and make the folder after the last."""
        yield from super().items()
        self._taken.mkdir()
