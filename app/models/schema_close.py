"""The statements of the fourth step of the schema; see :mod:`app.models.migrations`."""

MONTH_CLOSE = """
CREATE TABLE month_close (
  id TEXT PRIMARY KEY,
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  closed_on TEXT NOT NULL, counsellor_id TEXT NOT NULL REFERENCES counsellor (id),
  reason TEXT NOT NULL, figures BLOB NOT NULL,
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
  UNIQUE (month, revision),
  CHECK ((revision = 1) = (reason = ''))
) STRICT;

CREATE TABLE month_release (
  close_id TEXT NOT NULL REFERENCES month_close (id),
  release_id TEXT NOT NULL CHECK (release_id <> ''),
  released_at TEXT NOT NULL,
  PRIMARY KEY (close_id, release_id)
) STRICT, WITHOUT ROWID;
"""
