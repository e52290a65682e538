CREATE TABLE people (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL UNIQUE,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  language TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  scheme TEXT NOT NULL,
  password_hash TEXT,
  verified_at BIGINT,
  seen_at BIGINT,
  created_at BIGINT NOT NULL
);

CREATE TABLE links (
  token_hash TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  email_key TEXT NOT NULL,
  team_id TEXT,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT,
  revoked_at BIGINT
);
CREATE INDEX links_by_person ON links (person_id, purpose);

CREATE TABLE staff (
  person_id TEXT NOT NULL REFERENCES people (id),
  role TEXT NOT NULL,
  partner_id TEXT,
  created_at BIGINT NOT NULL,
  UNIQUE (person_id, role, partner_id)
);

CREATE TABLE partners (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  number TEXT NOT NULL UNIQUE,
  license_desk TEXT,
  created_at BIGINT NOT NULL
);

CREATE TABLE api_keys (
  id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  partner_id TEXT,
  created_by TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  used_at BIGINT,
  revoked_at BIGINT
);

CREATE TABLE signing_keys (
  id TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  private_key BLOB NOT NULL,
  public_key TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  retired_at BIGINT
);
