"""The statements of the third step of the schema; see :mod:`app.models.migrations`."""

PEOPLE_AND_PROMISES = """
CREATE TABLE alias (
  id TEXT PRIMARY KEY, word TEXT NOT NULL CHECK (word <> ''),
  search TEXT NOT NULL UNIQUE CHECK (search <> ''),
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE inquiry ADD COLUMN alias_id TEXT REFERENCES alias (id);
CREATE INDEX inquiry_alias ON inquiry (alias_id, date, time) WHERE alias_id IS NOT NULL;

CREATE TABLE linked_contact (
  inquiry_id TEXT PRIMARY KEY REFERENCES inquiry (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id),
  gender TEXT NOT NULL CHECK (gender IN ('', 'woman', 'man', 'other')),
  age_band TEXT NOT NULL CHECK (age_band IN ('', 'under 19', '19-28', '29-38', '39-48', '49-58', 'over 58')),
  said_returning INTEGER NOT NULL CHECK (said_returning IN (0, 1)),
  consent_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX linked_contact_person ON linked_contact (person_id);

ALTER TABLE person ADD COLUMN merged_into TEXT REFERENCES person (id) CHECK (merged_into <> id);
ALTER TABLE person ADD COLUMN consent_on TEXT;
ALTER TABLE person ADD COLUMN evaluator_consent_on TEXT;
CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE moved_record (
  kind TEXT NOT NULL CHECK (kind IN ('inquiry', 'followup', 'referral')),
  record_id TEXT NOT NULL, person_id TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (kind, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX moved_record_person ON moved_record (person_id);

CREATE TABLE different_people (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id), other_id TEXT NOT NULL REFERENCES person (id),
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
  UNIQUE (person_id, other_id), CHECK (person_id < other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX different_people_other ON different_people (other_id);

CREATE INDEX person_last_digits ON person (
  substr(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '.', ''), '/', ''), -8)
) WHERE phone <> '';

CREATE TABLE offer_of_anybody (
  id TEXT PRIMARY KEY,
  workplace_id TEXT REFERENCES workplace (id),
  organisation_id TEXT REFERENCES organisation (id),
  kind TEXT NOT NULL CHECK (kind IN ('health_insurance', 'pension', 'staff_physiotherapy',
                                     'psychologist', 'training', 'coaching', 'other')),
  provider TEXT NOT NULL CHECK (provider <> ''), advice_code TEXT NOT NULL,
  phone TEXT NOT NULL, link TEXT NOT NULL, note TEXT NOT NULL, valid_from TEXT, valid_until TEXT,
  quota INTEGER CHECK (quota BETWEEN 1 AND 99),
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
  CHECK (workplace_id IS NULL OR organisation_id IS NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO offer_of_anybody
  SELECT id, workplace_id, organisation_id, kind, provider, advice_code, phone, link, note,
         valid_from, valid_until, NULL, created_at, changed_at FROM offer;
DROP TABLE offer;
ALTER TABLE offer_of_anybody RENAME TO offer;
CREATE INDEX offer_workplace ON offer (workplace_id);
CREATE INDEX offer_organisation ON offer (organisation_id);

CREATE TABLE referral (
  id TEXT PRIMARY KEY,
  inquiry_id TEXT REFERENCES inquiry (id), person_id TEXT REFERENCES person (id),
  advice_code TEXT NOT NULL CHECK (advice_code GLOB '[A-Z]*'),
  offer_id TEXT REFERENCES offer (id) ON DELETE SET NULL, provider TEXT NOT NULL,
  suggested_on TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('suggested', 'accepted', 'declined', 'started', 'completed',
                                       'stopped')),
  state_on TEXT NOT NULL, reason TEXT NOT NULL,
  quota INTEGER CHECK (quota BETWEEN 1 AND 99),
  outcome TEXT NOT NULL CHECK (outcome IN ('', 'helped', 'helped_some', 'no_change', 'worse',
                                           'not_known')),
  outcome_words TEXT NOT NULL, note TEXT NOT NULL,
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
  CHECK (inquiry_id IS NOT NULL OR person_id IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX referral_inquiry ON referral (inquiry_id);
CREATE INDEX referral_person ON referral (person_id);
CREATE INDEX referral_suggested ON referral (suggested_on);

CREATE TABLE referral_session (
  referral_id TEXT NOT NULL REFERENCES referral (id) ON DELETE CASCADE,
  position INTEGER NOT NULL, held_on TEXT NOT NULL,
  PRIMARY KEY (referral_id, position)
) STRICT, WITHOUT ROWID;

ALTER TABLE followup ADD COLUMN visit_id TEXT REFERENCES visit (id);
ALTER TABLE followup ADD COLUMN channel TEXT NOT NULL DEFAULT ''
  CHECK (channel IN ('', 'workplace', 'elsewhere', 'phone', 'email', 'video'));
ALTER TABLE followup ADD COLUMN repeat TEXT NOT NULL DEFAULT ''
  CHECK (repeat IN ('', 'week', 'fortnight', 'month', 'quarter'));
ALTER TABLE followup ADD COLUMN comment TEXT NOT NULL DEFAULT '';
CREATE INDEX followup_visit ON followup (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX followup_workplace ON followup (workplace_id);

CREATE TABLE retention_period (
  id TEXT PRIMARY KEY,
  subject TEXT NOT NULL CHECK (subject IN ('person', 'note', 'followup', 'referral', 'history')),
  months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 600),
  legal_basis TEXT NOT NULL CHECK (legal_basis <> ''), valid_from TEXT NOT NULL,
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
  UNIQUE (subject, valid_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE access (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, counsellor_id TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('looked_up', 'exported', 'erased')),
  kind TEXT NOT NULL, record_id TEXT NOT NULL, detail TEXT NOT NULL
) STRICT;
CREATE INDEX access_record ON access (record_id);
"""
