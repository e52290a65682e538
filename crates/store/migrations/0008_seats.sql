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

-- `assigned` of the pool counts the rows here that are not suspended. `resumed_in` names the release that freed the
-- seat, so that undoing that release can take it back.
CREATE TABLE assignments (
  id TEXT PRIMARY KEY,
  pool_id TEXT NOT NULL REFERENCES pools (id),
  team_id TEXT NOT NULL,
  product_id TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  sort_name TEXT NOT NULL,
  assigned_at BIGINT NOT NULL,
  assigned_by TEXT NOT NULL,
  suspended_at BIGINT,
  resumed_in TEXT,
  UNIQUE (pool_id, person_id)
);
CREATE INDEX assignments_by_person ON assignments (person_id, product_id);
CREATE INDEX assignments_by_team ON assignments (team_id, person_id);
CREATE INDEX assignments_by_name ON assignments (pool_id, sort_name, person_id);
CREATE INDEX assignments_by_time ON assignments (pool_id, assigned_at, id);
CREATE INDEX assignments_suspended ON assignments (pool_id, assigned_at, id) WHERE suspended_at IS NOT NULL;

-- Seats that were taken back. The id is that of the assignment; what one act took back shares a `release_id`.
CREATE TABLE released_assignments (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL,
  pool_id TEXT NOT NULL,
  product_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  assigned_at BIGINT NOT NULL,
  assigned_by TEXT NOT NULL,
  suspended_at BIGINT,
  released_at BIGINT NOT NULL,
  released_by TEXT NOT NULL
);
CREATE INDEX released_by_person ON released_assignments (person_id, product_id);
CREATE INDEX released_together ON released_assignments (release_id);
