CREATE TABLE consents (
  person_id TEXT NOT NULL REFERENCES people (id),
  product_id TEXT NOT NULL REFERENCES products (id),
  version TEXT NOT NULL,
  accepted_at BIGINT NOT NULL,
  PRIMARY KEY (person_id, product_id, version)
);

-- A machine as one person uses it. Two people who share a machine have a row each.
CREATE TABLE devices (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  fingerprint TEXT NOT NULL,
  public_key TEXT NOT NULL,
  name TEXT,
  platform TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  UNIQUE (person_id, fingerprint)
);

-- Whoever gives out or ends leases of a person and a product locks this row first. `epoch` counts how often the leases
-- ended because the seat was gone.
CREATE TABLE license_holders (
  person_id TEXT NOT NULL REFERENCES people (id),
  product_id TEXT NOT NULL REFERENCES products (id),
  epoch BIGINT NOT NULL,
  PRIMARY KEY (person_id, product_id)
);

-- `asked_key` and `asked_digest` are hashes of the Idempotency-Key and of the request that was answered last.
-- `grant_id` is what the person allowed the program, at the moment of the last request.
CREATE TABLE leases (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  device_id TEXT NOT NULL REFERENCES devices (id),
  product_id TEXT NOT NULL REFERENCES products (id),
  pool_id TEXT NOT NULL,
  grant_id TEXT NOT NULL,
  version TEXT NOT NULL,
  privacy TEXT NOT NULL,
  seq BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  issued_at BIGINT NOT NULL,
  refresh_after BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  asked_key TEXT,
  asked_digest TEXT,
  ended_at BIGINT,
  ended_by TEXT,
  CHECK (ended_by IN ('program', 'person', 'session', 'seat', 'time')),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX one_lease_a_device ON leases (person_id, product_id, device_id) WHERE ended_at IS NULL;
CREATE INDEX leases_by_device ON leases (device_id, product_id);
CREATE INDEX leases_by_person ON leases (person_id, expires_at);
CREATE INDEX leases_by_pool ON leases (pool_id, person_id);
