"""What the laptops reported to a lead's store: statements of the sixth step of the schema.

See :mod:`app.models.migrations` for the steps, :mod:`app.models.team.merging` for the meaning.
"""

REPORTED = """
CREATE TABLE reported_letter (
  hash TEXT PRIMARY KEY CHECK (hash <> ''),
  device TEXT NOT NULL CHECK (device <> ''), seq INTEGER NOT NULL CHECK (seq >= 1),
  follows INTEGER NOT NULL,
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  revision INTEGER NOT NULL CHECK (revision >= 1), payload_hash TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('new', 'replaced', 'known', 'older', 'forked')),
  received_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reported_letter_seq ON reported_letter (device, seq);
CREATE INDEX reported_letter_month ON reported_letter (device, month, revision);

CREATE TABLE reported_month (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL, device TEXT NOT NULL, place_in_line INTEGER NOT NULL,
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  revision INTEGER NOT NULL, seq INTEGER NOT NULL, taxonomy TEXT NOT NULL,
  contacts INTEGER NOT NULL, persons INTEGER NOT NULL, received_at TEXT NOT NULL,
  UNIQUE (source, month)
) STRICT;
CREATE INDEX reported_month_month ON reported_month (month);

CREATE TABLE reported_claim (
  source TEXT NOT NULL, ref TEXT NOT NULL,
  month_id INTEGER NOT NULL REFERENCES reported_month (id),
  gender TEXT NOT NULL CHECK (gender IN ('', 'woman', 'man', 'other')),
  born_from INTEGER NOT NULL, born_to INTEGER NOT NULL CHECK (born_to >= born_from),
  phone TEXT NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (source, ref, month_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reported_claim_month ON reported_claim (month_id);

CREATE TABLE reported_person (
  source TEXT NOT NULL, ref TEXT NOT NULL, person_id TEXT NOT NULL,
  gender TEXT NOT NULL, born_from INTEGER NOT NULL, born_to INTEGER NOT NULL,
  erased INTEGER NOT NULL CHECK (erased IN (0, 1)),
  PRIMARY KEY (source, ref)
) STRICT, WITHOUT ROWID;
CREATE INDEX reported_person_who ON reported_person (person_id);

CREATE TABLE reported_token (
  token TEXT NOT NULL, source TEXT NOT NULL, ref TEXT NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('phone', 'name')),
  PRIMARY KEY (token, source, ref)
) STRICT, WITHOUT ROWID;
CREATE INDEX reported_token_of ON reported_token (source, ref);

CREATE TABLE reported_join (
  source TEXT NOT NULL, ref TEXT NOT NULL, into_ref TEXT NOT NULL CHECK (into_ref <> ref),
  PRIMARY KEY (source, ref)
) STRICT, WITHOUT ROWID;
CREATE INDEX reported_join_into ON reported_join (source, into_ref);

CREATE TABLE reported_erased (
  source TEXT NOT NULL, ref TEXT NOT NULL, PRIMARY KEY (source, ref)
) STRICT, WITHOUT ROWID;

CREATE TABLE reported_contact (
  inquiry_seq INTEGER PRIMARY KEY REFERENCES inquiry (seq),
  month_id INTEGER NOT NULL REFERENCES reported_month (id),
  source TEXT NOT NULL, contact TEXT NOT NULL, ref TEXT NOT NULL, position INTEGER NOT NULL,
  marks TEXT NOT NULL
) STRICT;
CREATE INDEX reported_contact_month ON reported_contact (month_id);
CREATE INDEX reported_contact_person ON reported_contact (source, ref);
CREATE INDEX reported_contact_contact ON reported_contact (source, contact);

CREATE TABLE reported_visit (
  month_id INTEGER NOT NULL REFERENCES reported_month (id), month TEXT NOT NULL,
  workplace_id TEXT NOT NULL REFERENCES workplace (id),
  shift TEXT NOT NULL CHECK (shift IN ('', 'day', 'evening', 'night')),
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  held INTEGER NOT NULL, minutes INTEGER NOT NULL, contacts INTEGER NOT NULL,
  zero INTEGER NOT NULL, zero_minutes INTEGER NOT NULL,
  planned INTEGER NOT NULL, planned_minutes INTEGER NOT NULL, unplanned INTEGER NOT NULL,
  cancelled INTEGER NOT NULL, cancelled_minutes INTEGER NOT NULL,
  skipped INTEGER NOT NULL, skipped_minutes INTEGER NOT NULL, unanswered INTEGER NOT NULL,
  PRIMARY KEY (month, workplace_id, shift, weekday, month_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reported_visit_bundle ON reported_visit (month_id);
CREATE INDEX reported_visit_workplace ON reported_visit (workplace_id);

CREATE TABLE reported_activity (
  activity_id TEXT PRIMARY KEY REFERENCES activity (id),
  month_id INTEGER NOT NULL REFERENCES reported_month (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reported_activity_month ON reported_activity (month_id);

CREATE TABLE reported_snapshot (
  source TEXT PRIMARY KEY, device TEXT NOT NULL, place_in_line INTEGER NOT NULL,
  seq INTEGER NOT NULL, body BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reported_case (
  source TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('referral', 'followup')),
  record_id TEXT NOT NULL, PRIMARY KEY (source, kind, record_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE reported_place (
  month_id INTEGER NOT NULL REFERENCES reported_month (id), code TEXT NOT NULL,
  name TEXT NOT NULL,
  sector TEXT NOT NULL CHECK (sector IN ('private', 'municipal', 'regional', 'state', 'other')),
  headcount INTEGER, started TEXT NOT NULL, ended TEXT NOT NULL,
  PRIMARY KEY (month_id, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX reported_place_code ON reported_place (code);

CREATE TABLE place_made (
  workplace_id TEXT PRIMARY KEY REFERENCES workplace (id), changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE gone_ref (
  ref TEXT PRIMARY KEY, into_ref TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""
