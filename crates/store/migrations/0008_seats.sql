CREATE TABLE pools (
  id TEXT PRIMARY KEY,
  team_id TEXT NOT NULL REFERENCES teams (id),
  offering_id TEXT NOT NULL REFERENCES offerings (id),
  product_id TEXT NOT NULL REFERENCES products (id),
  capacity BIGINT NOT NULL,
  assigned BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (team_id, offering_id),
  CHECK (capacity >= 0 AND assigned >= 0 AND assigned <= capacity)
);

CREATE TABLE assignments (
  id TEXT PRIMARY KEY,
  pool_id TEXT NOT NULL REFERENCES pools (id),
  team_id TEXT NOT NULL,
  product_id TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  assigned_at BIGINT NOT NULL,
  assigned_by TEXT NOT NULL,
  suspended_at BIGINT,
  UNIQUE (pool_id, person_id)
);
CREATE INDEX assignments_by_person ON assignments (person_id, product_id);
CREATE INDEX assignments_by_team ON assignments (team_id, person_id);

CREATE TABLE released_assignments (
  id TEXT PRIMARY KEY,
  pool_id TEXT NOT NULL,
  product_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  assigned_at BIGINT NOT NULL,
  released_at BIGINT NOT NULL,
  released_by TEXT NOT NULL
);
CREATE INDEX released_by_person ON released_assignments (person_id, product_id);
