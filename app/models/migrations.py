"""The schema, as an ordered list of steps that never change once shipped.

Every step is self-contained: it imports nothing of today's models, so that an old database always
meets the statements that were written for it.
"""

from app.models.schema import MIGRATION_SET
from app.models.schema_close import MONTH_CLOSE
from app.models.schema_outbox import OUTBOX
from app.models.schema_package import PACKAGE
from app.models.schema_people import PEOPLE_AND_PROMISES
from app.models.schema_reception import RECEPTION
from app.models.schema_release import RELEASES
from app.models.schema_reported import REPORTED
from app.models.schema_team import TEAM
from app.models.sqlite_tools import Migrations, Tools

SHIPPED = Migrations(MIGRATION_SET)


def _run(db: Tools, statements: str) -> None:
    for statement in statements.split(";\n"):
        if statement.strip():
            db.execute(statement)


_M0001 = """
CREATE TABLE counsellor (
  id TEXT PRIMARY KEY, initials TEXT NOT NULL UNIQUE CHECK (initials <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  profession TEXT NOT NULL CHECK (profession IN ('social_worker', 'physiotherapist', 'other')),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE organisation (
  id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  cvr TEXT NOT NULL CHECK (cvr = '' OR (length(cvr) = 8 AND cvr NOT GLOB '*[^0-9]*')),
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE workplace (
  id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  organisation_id TEXT REFERENCES organisation (id),
  sector TEXT NOT NULL CHECK (sector IN ('private', 'municipal', 'regional', 'state', 'other')),
  headcount INTEGER CHECK (headcount >= 0),
  p_number TEXT NOT NULL CHECK (p_number = '' OR (length(p_number) = 10 AND p_number NOT GLOB '*[^0-9]*')),
  started_on TEXT, ended_on TEXT, place TEXT NOT NULL, visibility TEXT NOT NULL, remark TEXT NOT NULL,
  search TEXT NOT NULL,
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX workplace_organisation ON workplace (organisation_id);

CREATE TABLE workplace_address (
  workplace_id TEXT NOT NULL REFERENCES workplace (id) ON DELETE CASCADE,
  position INTEGER NOT NULL, street TEXT NOT NULL, postcode TEXT NOT NULL, city TEXT NOT NULL,
  PRIMARY KEY (workplace_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE workplace_contact (
  workplace_id TEXT NOT NULL REFERENCES workplace (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('manager', 'hr', 'union_rep', 'safety_rep', 'other')),
  name TEXT NOT NULL, phone TEXT NOT NULL, email TEXT NOT NULL,
  PRIMARY KEY (workplace_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE offer (
  id TEXT PRIMARY KEY,
  workplace_id TEXT REFERENCES workplace (id),
  organisation_id TEXT REFERENCES organisation (id),
  kind TEXT NOT NULL CHECK (kind IN ('health_insurance', 'pension', 'staff_physiotherapy',
                                     'psychologist', 'training', 'other')),
  provider TEXT NOT NULL CHECK (provider <> ''), advice_code TEXT NOT NULL,
  phone TEXT NOT NULL, link TEXT NOT NULL, note TEXT NOT NULL, valid_from TEXT, valid_until TEXT,
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
  CHECK ((workplace_id IS NULL) <> (organisation_id IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX offer_workplace ON offer (workplace_id);
CREATE INDEX offer_organisation ON offer (organisation_id);

CREATE TABLE visit (
  id TEXT PRIMARY KEY,
  workplace_id TEXT NOT NULL REFERENCES workplace (id),
  counsellor_id TEXT NOT NULL REFERENCES counsellor (id),
  date TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('planned', 'running', 'held', 'cancelled', 'moved')),
  shift TEXT NOT NULL CHECK (shift IN ('', 'day', 'evening', 'night')),
  place TEXT NOT NULL, started_at TEXT NOT NULL, ended_at TEXT NOT NULL, remark TEXT NOT NULL,
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
  CHECK (status <> 'held' OR (started_at <> '' AND ended_at >= started_at))
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_date ON visit (date);
CREATE INDEX visit_workplace ON visit (workplace_id, date);
CREATE UNIQUE INDEX visit_one_running ON visit (counsellor_id) WHERE status = 'running';

CREATE TABLE person (
  id TEXT PRIMARY KEY, name TEXT NOT NULL CHECK (name <> ''),
  gender TEXT NOT NULL CHECK (gender IN ('', 'woman', 'man', 'other')),
  birth_year INTEGER CHECK (birth_year BETWEEN 1900 AND 2100),
  phone TEXT NOT NULL, workplace_id TEXT REFERENCES workplace (id),
  import_key TEXT NOT NULL, search TEXT NOT NULL,
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX person_search ON person (search);
CREATE INDEX person_workplace ON person (workplace_id);
CREATE UNIQUE INDEX person_import_key ON person (import_key) WHERE import_key <> '';

CREATE TABLE inquiry (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  time TEXT NOT NULL CHECK (time = '' OR time GLOB '[0-2][0-9]:[0-5][0-9]'),
  workplace_id TEXT REFERENCES workplace (id),
  visit_id TEXT REFERENCES visit (id),
  counsellor_id TEXT NOT NULL REFERENCES counsellor (id),
  channel TEXT NOT NULL CHECK (channel IN ('workplace', 'elsewhere', 'phone', 'email', 'video')),
  identity TEXT NOT NULL CHECK (identity IN ('registered', 'anonymous')),
  person_id TEXT REFERENCES person (id),
  gender TEXT NOT NULL CHECK (gender IN ('', 'woman', 'man', 'other')),
  age_band TEXT NOT NULL CHECK (age_band IN ('', 'under 19', '19-28', '29-38', '39-48', '49-58', 'over 58')),
  role TEXT NOT NULL CHECK (role IN ('', 'employee', 'union_rep', 'safety_rep', 'manager', 'hr', 'other')),
  sick_leave TEXT NOT NULL CHECK (sick_leave IN ('', 'none', 'at_risk', 'partial', 'full')),
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
  said_returning INTEGER NOT NULL CHECK (said_returning IN (0, 1)),
  note TEXT NOT NULL,
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
  CHECK ((identity = 'registered') = (person_id IS NOT NULL)),
  CHECK (identity = 'anonymous' OR (gender = '' AND age_band = '' AND said_returning = 0))
) STRICT;
CREATE INDEX inquiry_order ON inquiry (date, time);
CREATE INDEX inquiry_person ON inquiry (person_id, date, time);
CREATE INDEX inquiry_workplace ON inquiry (workplace_id, date, time);
CREATE INDEX inquiry_visit ON inquiry (visit_id);

CREATE TABLE inquiry_reason (
  inquiry_seq INTEGER NOT NULL REFERENCES inquiry (seq) ON DELETE CASCADE,
  position INTEGER NOT NULL, code TEXT NOT NULL,
  PRIMARY KEY (inquiry_seq, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX inquiry_reason_code ON inquiry_reason (code);

CREATE TABLE inquiry_advice (
  inquiry_seq INTEGER NOT NULL REFERENCES inquiry (seq) ON DELETE CASCADE,
  position INTEGER NOT NULL, code TEXT NOT NULL,
  PRIMARY KEY (inquiry_seq, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX inquiry_advice_code ON inquiry_advice (code);

CREATE VIEW inquiry_kind AS
  SELECT i.seq, CASE
    WHEN i.identity = 'registered' THEN
      CASE WHEN EXISTS (SELECT 1 FROM inquiry e WHERE e.person_id = i.person_id
                          AND (e.date, e.time, e.seq) < (i.date, i.time, i.seq))
           THEN 'returning' ELSE 'first' END
    WHEN i.channel = 'phone' AND i.workplace_id IS NULL THEN 'phone_no_workplace'
    ELSE 'anonymous' END AS kind
  FROM inquiry i;

CREATE TABLE followup (
  id TEXT PRIMARY KEY, due_on TEXT NOT NULL, text TEXT NOT NULL,
  inquiry_id TEXT REFERENCES inquiry (id),
  person_id TEXT REFERENCES person (id), workplace_id TEXT REFERENCES workplace (id),
  done_on TEXT, created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX followup_due ON followup (due_on);
CREATE INDEX followup_inquiry ON followup (inquiry_id);
CREATE INDEX followup_person ON followup (person_id);

CREATE TABLE reason_group (
  code TEXT PRIMARY KEY, position INTEGER NOT NULL, label_da TEXT NOT NULL, label_en TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE term (
  kind TEXT NOT NULL CHECK (kind IN ('reason', 'advice')),
  code TEXT NOT NULL CHECK (code GLOB '[A-Z]*'),
  group_code TEXT REFERENCES reason_group (code), position INTEGER NOT NULL,
  valid_from TEXT NOT NULL, retired_on TEXT,
  PRIMARY KEY (kind, code),
  CHECK ((kind = 'reason') = (group_code IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE term_label (
  kind TEXT NOT NULL, code TEXT NOT NULL, valid_from TEXT NOT NULL,
  label_da TEXT NOT NULL, label_en TEXT NOT NULL, short_da TEXT NOT NULL, short_en TEXT NOT NULL,
  PRIMARY KEY (kind, code, valid_from),
  FOREIGN KEY (kind, code) REFERENCES term (kind, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE crosswalk (
  kind TEXT NOT NULL, from_code TEXT NOT NULL, to_code TEXT NOT NULL, valid_from TEXT NOT NULL,
  change TEXT NOT NULL CHECK (change IN ('rename', 'split', 'merge')),
  PRIMARY KEY (kind, from_code, to_code),
  FOREIGN KEY (kind, from_code) REFERENCES term (kind, code),
  FOREIGN KEY (kind, to_code) REFERENCES term (kind, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE advice_suggestion (
  reason_code TEXT NOT NULL, advice_code TEXT NOT NULL, position INTEGER NOT NULL,
  PRIMARY KEY (reason_code, advice_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  kind TEXT PRIMARY KEY, payload TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE imported_row (
  fingerprint TEXT PRIMARY KEY, kind TEXT NOT NULL, record_id TEXT NOT NULL, imported_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, change_set TEXT NOT NULL, at TEXT NOT NULL,
  counsellor_id TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('create', 'update', 'delete')),
  kind TEXT NOT NULL, record_id TEXT NOT NULL, fields TEXT NOT NULL,
  before TEXT, after TEXT
) STRICT;
CREATE INDEX audit_change_set ON audit (change_set);
CREATE INDEX audit_record ON audit (record_id);
"""


@SHIPPED()
def m0001_first_schema(db: Tools) -> None:
    """Create every table of the first release."""
    _run(db, _M0001)


_M0002 = """
CREATE TABLE presence_rule (
  id TEXT PRIMARY KEY,
  series_id TEXT NOT NULL REFERENCES presence_rule (id),
  workplace_id TEXT NOT NULL REFERENCES workplace (id),
  every_weeks INTEGER NOT NULL CHECK (every_weeks BETWEEN 1 AND 52),
  weekdays TEXT NOT NULL CHECK (length(weekdays) BETWEEN 1 AND 7 AND weekdays NOT GLOB '*[^1-7]*'),
  time TEXT NOT NULL CHECK (time GLOB '[0-2][0-9]:[0-5][0-9]'),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  shift TEXT NOT NULL CHECK (shift IN ('', 'day', 'evening', 'night')),
  anchor TEXT NOT NULL, valid_from TEXT NOT NULL, valid_until TEXT,
  end_reason TEXT NOT NULL, remark TEXT NOT NULL,
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
  CHECK (valid_until IS NULL OR valid_until >= valid_from)
) STRICT, WITHOUT ROWID;
CREATE INDEX presence_rule_workplace ON presence_rule (workplace_id);
CREATE INDEX presence_rule_series ON presence_rule (series_id);
CREATE INDEX presence_rule_valid ON presence_rule (valid_from, valid_until, changed_at);

CREATE TABLE presence_rule_place (
  rule_id TEXT NOT NULL REFERENCES presence_rule (id) ON DELETE CASCADE,
  position INTEGER NOT NULL, room TEXT NOT NULL, address TEXT NOT NULL,
  PRIMARY KEY (rule_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE presence_rule_counsellor (
  rule_id TEXT NOT NULL REFERENCES presence_rule (id) ON DELETE CASCADE,
  position INTEGER NOT NULL, counsellor_id TEXT NOT NULL REFERENCES counsellor (id),
  PRIMARY KEY (rule_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX presence_rule_counsellor_who ON presence_rule_counsellor (counsellor_id);

ALTER TABLE visit ADD COLUMN time TEXT NOT NULL DEFAULT ''
  CHECK (time = '' OR time GLOB '[0-2][0-9]:[0-5][0-9]');
ALTER TABLE visit ADD COLUMN minutes INTEGER CHECK (minutes BETWEEN 1 AND 1440);
ALTER TABLE visit ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE visit ADD COLUMN series_id TEXT REFERENCES presence_rule (id);
ALTER TABLE visit ADD COLUMN occurrence TEXT
  CHECK ((occurrence IS NULL) = (series_id IS NULL));
ALTER TABLE visit ADD COLUMN reason TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX visit_occurrence ON visit (series_id, occurrence) WHERE series_id IS NOT NULL;
CREATE INDEX visit_planned_for ON visit (occurrence) WHERE occurrence IS NOT NULL;

CREATE TABLE visit_counsellor (
  visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
  position INTEGER NOT NULL, counsellor_id TEXT NOT NULL REFERENCES counsellor (id),
  PRIMARY KEY (visit_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_counsellor_who ON visit_counsellor (counsellor_id);

CREATE TABLE closing_days (
  id TEXT PRIMARY KEY, workplace_id TEXT REFERENCES workplace (id),
  first_on TEXT NOT NULL, last_on TEXT NOT NULL CHECK (last_on >= first_on), reason TEXT NOT NULL,
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX closing_days_last ON closing_days (last_on);
CREATE INDEX closing_days_workplace ON closing_days (workplace_id);

CREATE TABLE activity (
  id TEXT PRIMARY KEY, date TEXT NOT NULL,
  time TEXT NOT NULL CHECK (time GLOB '[0-2][0-9]:[0-5][0-9]'),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  kind TEXT NOT NULL CHECK (kind IN ('talk_liaison', 'talk_managers', 'talk_staff', 'network',
                                     'other')),
  status TEXT NOT NULL CHECK (status IN ('planned', 'held', 'cancelled')),
  title TEXT NOT NULL, place TEXT NOT NULL, participants INTEGER CHECK (participants >= 0),
  reason TEXT NOT NULL, remark TEXT NOT NULL,
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_date ON activity (date);

CREATE TABLE activity_workplace (
  activity_id TEXT NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  position INTEGER NOT NULL, workplace_id TEXT NOT NULL REFERENCES workplace (id),
  PRIMARY KEY (activity_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_workplace_where ON activity_workplace (workplace_id);

CREATE TABLE activity_counsellor (
  activity_id TEXT NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  position INTEGER NOT NULL, counsellor_id TEXT NOT NULL REFERENCES counsellor (id),
  PRIMARY KEY (activity_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_counsellor_who ON activity_counsellor (counsellor_id);

CREATE TABLE activity_topic (
  activity_id TEXT NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  position INTEGER NOT NULL, code TEXT NOT NULL CHECK (code GLOB '[A-Z]*'),
  PRIMARY KEY (activity_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_kind ON audit (kind, action);
"""


@SHIPPED()
def m0002_presence_plan(db: Tools) -> None:
    """Add rules, closing days and activities, and let a visit say what was planned."""
    _run(db, _M0002)


@SHIPPED()
def m0003_people_and_promises(db: Tools) -> None:
    """Add code words, merging, consent, referrals, retention periods and the log of look-ups."""
    _run(db, PEOPLE_AND_PROMISES)


@SHIPPED()
def m0004_month_close(db: Tools) -> None:
    """Add closed months with their frozen figures, and what was released of them."""
    _run(db, MONTH_CLOSE)


@SHIPPED()
def m0005_releases(db: Tools) -> None:
    """Add the ledger of released figures."""
    _run(db, RELEASES)


@SHIPPED()
def m0006_many_laptops(db: Tools) -> None:
    """Add who belongs to a project, what laptops reported, and the letters between them."""
    _run(db, TEAM)
    _run(db, REPORTED)
    _run(db, OUTBOX)
    _run(db, PACKAGE)


@SHIPPED()
def m0007_receptions(db: Tools) -> None:
    """Add what came of each letter that came in, so that receipts and refusals can be read later."""
    _run(db, RECEPTION)


_M0008 = """
CREATE INDEX referral_state ON referral (state_on);
CREATE INDEX referral_session_held ON referral_session (held_on);
"""


@SHIPPED()
def m0008_days_of_referrals(db: Tools) -> None:
    """Let the referrals of a month be found without reading those of all years."""
    _run(db, _M0008)
