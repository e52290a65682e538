CREATE TABLE consents (
  person_id TEXT NOT NULL REFERENCES people (id),
  product_id TEXT NOT NULL REFERENCES products (id),
  version TEXT NOT NULL,
  accepted_at BIGINT NOT NULL,
  PRIMARY KEY (person_id, product_id, version)
);

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

CREATE TABLE leases (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  device_id TEXT NOT NULL REFERENCES devices (id),
  product_id TEXT NOT NULL REFERENCES products (id),
  pool_id TEXT NOT NULL,
  version TEXT NOT NULL,
  seq BIGINT NOT NULL,
  issued_at BIGINT NOT NULL,
  refresh_after BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE UNIQUE INDEX one_lease_a_device ON leases (person_id, product_id, device_id) WHERE ended_at IS NULL;
CREATE INDEX leases_by_pool ON leases (pool_id, ended_at);
