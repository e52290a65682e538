CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  stay BIGINT NOT NULL,
  user_agent TEXT NOT NULL,
  address TEXT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX sessions_by_person ON sessions (person_id, ended_at);

CREATE TABLE throttle (
  key TEXT PRIMARY KEY,
  count BIGINT NOT NULL,
  window_end BIGINT NOT NULL
);
