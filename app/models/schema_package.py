"""The statements of the sixth step about the project package; see :mod:`app.models.migrations`."""

PACKAGE = """
CREATE TABLE package (
  place TEXT PRIMARY KEY CHECK (place IN ('taken', 'waiting')),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  document BLOB NOT NULL, letter BLOB NOT NULL, taken_at TEXT NOT NULL
) STRICT;

CREATE TABLE adopted_record (
  kind TEXT NOT NULL CHECK (kind <> ''), package_id TEXT NOT NULL, record_id TEXT NOT NULL,
  PRIMARY KEY (kind, package_id), UNIQUE (kind, record_id)
) STRICT, WITHOUT ROWID;
"""
