"""The statements of the ninth step of the schema; see :mod:`app.models.migrations`.

The ledger takes plans beside releases. A check cannot be changed, so the table is made anew; its rows
are the same, in the same order.
"""

PLANS = """
DROP TRIGGER release_never_changes;
DROP TRIGGER release_stays;
ALTER TABLE release RENAME TO release_before;

CREATE TABLE release (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  previous TEXT NOT NULL UNIQUE,
  profile TEXT NOT NULL CHECK (profile IN ('plan', 'steering', 'public')),
  scope TEXT NOT NULL CHECK (scope <> ''),
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  released_on TEXT NOT NULL, counsellor_id TEXT NOT NULL REFERENCES counsellor (id),
  document BLOB NOT NULL, truth BLOB NOT NULL, created_at TEXT NOT NULL,
  UNIQUE (profile, scope, month, revision)
) STRICT;
INSERT INTO release SELECT * FROM release_before ORDER BY seq;
DROP TABLE release_before;

CREATE TRIGGER release_never_changes BEFORE UPDATE ON release
BEGIN SELECT RAISE(ABORT, 'a release never changes'); END;

CREATE TRIGGER release_stays BEFORE DELETE ON release
BEGIN SELECT RAISE(ABORT, 'a release stays'); END;
"""
