-- Applications to become the manager of a contract. The answer is that of the manager who was asked; the outcome ends it.
CREATE TABLE takeovers (
  id TEXT PRIMARY KEY,
  contract_id TEXT NOT NULL REFERENCES contracts (id),
  applicant_id TEXT NOT NULL REFERENCES people (id),
  manager_id TEXT NOT NULL REFERENCES people (id),
  reason TEXT NOT NULL,
  applied_at BIGINT NOT NULL,
  answer_by BIGINT NOT NULL,
  reminded_at BIGINT,
  answer TEXT,
  answered_at BIGINT,
  answer_note TEXT NOT NULL DEFAULT '',
  outcome TEXT,
  ended_at BIGINT,
  ended_by TEXT NOT NULL DEFAULT '',
  outcome_note TEXT NOT NULL DEFAULT '',
  CHECK (answer IN ('agreed', 'objected', 'silent')),
  CHECK (outcome IN ('objected', 'granted', 'refused', 'withdrawn', 'lapsed')),
  CHECK ((answer IS NULL) = (answered_at IS NULL)),
  CHECK ((outcome IS NULL) = (ended_at IS NULL)),
  CHECK (answer_by > applied_at)
);
CREATE UNIQUE INDEX one_open_takeover ON takeovers (contract_id) WHERE outcome IS NULL;
CREATE INDEX takeovers_by_contract ON takeovers (contract_id, id);
CREATE INDEX takeovers_by_applicant ON takeovers (applicant_id, id);

-- What the applicant shows as proof. Apart, so that lists do not read it.
CREATE TABLE takeover_documents (
  takeover_id TEXT PRIMARY KEY REFERENCES takeovers (id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  size BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  content BLOB NOT NULL,
  CHECK (kind IN ('pdf', 'png', 'jpeg', 'text')),
  CHECK (size > 0)
);
