CREATE TABLE audit (
  id TEXT PRIMARY KEY,
  at BIGINT NOT NULL,
  action TEXT NOT NULL,
  actor_kind TEXT NOT NULL,
  actor_id TEXT,
  actor_label TEXT NOT NULL,
  organization_id TEXT,
  subject_id TEXT NOT NULL,
  subject_label TEXT NOT NULL,
  details TEXT NOT NULL,
  request_id TEXT NOT NULL
);
CREATE INDEX audit_by_organization ON audit (organization_id, id);
CREATE INDEX audit_by_subject ON audit (subject_id, id);

CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  run_at BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  claimed_until BIGINT,
  dead_at BIGINT,
  last_error TEXT
);
CREATE INDEX jobs_due ON jobs (run_at) WHERE dead_at IS NULL;
CREATE INDEX jobs_by_kind ON jobs (kind);
CREATE UNIQUE INDEX jobs_at_every_interval ON jobs (kind) WHERE substr(kind, 1, 6) = 'every>';
