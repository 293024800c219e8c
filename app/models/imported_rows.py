"""What has been imported before: one fingerprint per row of a file.

A fingerprint is kept like any other record, so undoing an import frees its rows and redoing it
takes them again. A contact that was deleted by hand keeps its fingerprint: importing the same file
once more does not bring it back.
"""

from app.models.clock import stamp
from app.models.repository import Repository
from app.models.types import Record, RecordId


class ImportedRow(Record, frozen=True, kw_only=True):
    """``id`` is the fingerprint of the row, ``created_at`` when it was imported."""

    record_kind: str
    record_id: RecordId


class ImportedRows(Repository[ImportedRow]):
    """Keeps which rows of which record were imported."""

    kind = "imported_row"
    table = "imported_row"
    record_type = ImportedRow

    def remember(self, fingerprint: str, kind: str, record_id: RecordId) -> None:
        """Note that the row with this fingerprint became a record."""
        now = stamp(self._store.clock())
        self._save(
            None,
            ImportedRow(
                id=RecordId(fingerprint),
                record_kind=kind,
                record_id=record_id,
                created_at=now,
                changed_at=now,
            ),
        )

    def known(self) -> frozenset[str]:
        """Return the fingerprints of all rows imported so far."""
        return frozenset(
            fp for (fp,) in self._database.execute("SELECT fingerprint FROM imported_row")
        )

    def find(self, record_id: RecordId) -> ImportedRow | None:
        """Return the row with this fingerprint, or None."""
        row = self._database.execute(
            "SELECT kind, record_id, imported_at FROM imported_row WHERE fingerprint = ?",
            (record_id,),
        ).fetchone()
        if row is None:
            return None
        kind, owner, at = row
        return ImportedRow(
            id=record_id, record_kind=kind, record_id=owner, created_at=at, changed_at=at
        )

    def _write(self, record: ImportedRow) -> ImportedRow:
        self._database.execute(
            "INSERT INTO imported_row (fingerprint, kind, record_id, imported_at)"
            " VALUES (?, ?, ?, ?)",
            (record.id, record.record_kind, record.record_id, record.created_at),
        )
        return record

    def _remove(self, record: ImportedRow) -> None:
        self._database.execute("DELETE FROM imported_row WHERE fingerprint = ?", (record.id,))
