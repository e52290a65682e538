CREATE TABLE programs (
  client_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  product_slug TEXT,
  kind TEXT NOT NULL,
  secret_hash TEXT,
  redirect_uris TEXT NOT NULL,
  scopes TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  CHECK (kind IN ('public', 'confidential')),
  CHECK ((kind = 'confidential') = (secret_hash IS NOT NULL))
);

-- What one person allowed one program on one device; everything that the program holds hangs on it.
CREATE TABLE program_grants (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  client_id TEXT NOT NULL REFERENCES programs (client_id),
  scopes TEXT NOT NULL,
  device_name TEXT,
  program_version TEXT,
  address TEXT NOT NULL,
  signed_in_at BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  used_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_generation BIGINT NOT NULL,
  ended_at BIGINT,
  ended_by TEXT
);
CREATE INDEX program_grants_by_person ON program_grants (person_id, ended_at);

-- A confidential program that was allowed once is not asked about again.
CREATE TABLE program_approvals (
  person_id TEXT NOT NULL REFERENCES people (id),
  client_id TEXT NOT NULL REFERENCES programs (client_id),
  scopes TEXT NOT NULL,
  approved_at BIGINT NOT NULL,
  PRIMARY KEY (person_id, client_id)
);

CREATE TABLE authorization_codes (
  code_hash TEXT PRIMARY KEY,
  grant_id TEXT NOT NULL REFERENCES program_grants (id),
  redirect_uri TEXT NOT NULL,
  challenge TEXT,
  nonce TEXT,
  expires_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX authorization_codes_by_end ON authorization_codes (expires_at);

CREATE TABLE access_tokens (
  token_hash TEXT PRIMARY KEY,
  grant_id TEXT NOT NULL REFERENCES program_grants (id),
  scopes TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX access_tokens_by_end ON access_tokens (expires_at);

CREATE TABLE refresh_tokens (
  token_hash TEXT PRIMARY KEY,
  grant_id TEXT NOT NULL REFERENCES program_grants (id),
  generation BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX refresh_tokens_by_end ON refresh_tokens (expires_at);

CREATE TABLE device_codes (
  code_hash TEXT PRIMARY KEY,
  user_code TEXT NOT NULL UNIQUE,
  client_id TEXT NOT NULL REFERENCES programs (client_id),
  scopes TEXT NOT NULL,
  device_name TEXT,
  program_version TEXT,
  address TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  poll_interval BIGINT NOT NULL,
  polled_at BIGINT,
  grant_id TEXT,
  denied_at BIGINT,
  used_at BIGINT
);
CREATE INDEX device_codes_by_end ON device_codes (expires_at);
