CREATE TABLE mails (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  to_address TEXT NOT NULL,
  to_name TEXT NOT NULL,
  person_id TEXT,
  organization_id TEXT,
  language TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  html TEXT NOT NULL,
  secret TEXT,
  status TEXT NOT NULL,
  attempts BIGINT NOT NULL,
  answer TEXT,
  created_at BIGINT NOT NULL,
  send_at BIGINT NOT NULL,
  claimed_until BIGINT,
  changed_at BIGINT NOT NULL,
  CHECK (status IN ('queued', 'sent', 'deferred', 'failed', 'canceled')),
  CHECK (secret IS NULL OR status IN ('queued', 'deferred'))
);
CREATE INDEX mails_by_organization ON mails (organization_id, id);
CREATE INDEX mails_by_person ON mails (person_id, id);
CREATE INDEX mails_by_address ON mails (to_address, id);
CREATE INDEX mails_with_body ON mails (created_at) WHERE text <> '';
