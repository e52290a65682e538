-- People of a team who get the same products. `people` counts the members.
CREATE TABLE groups (
  id TEXT PRIMARY KEY,
  team_id TEXT NOT NULL REFERENCES teams (id),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  people BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (team_id, name_key),
  CHECK (people >= 0)
);

-- Whoever changes the people or the products of a group locks its row first.
CREATE TABLE group_members (
  group_id TEXT NOT NULL REFERENCES groups (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  team_id TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  added_at BIGINT NOT NULL,
  PRIMARY KEY (group_id, person_id)
);
CREATE INDEX group_members_by_name ON group_members (group_id, sort_name, person_id);
CREATE INDEX group_members_by_person ON group_members (person_id, team_id);

CREATE TABLE group_products (
  group_id TEXT NOT NULL REFERENCES groups (id),
  pool_id TEXT NOT NULL REFERENCES pools (id),
  added_at BIGINT NOT NULL,
  PRIMARY KEY (group_id, pool_id)
);
CREATE INDEX group_products_by_pool ON group_products (pool_id);

-- Who does not get the product, whatever groups and defaults say.
CREATE TABLE seat_exceptions (
  pool_id TEXT NOT NULL REFERENCES pools (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  since BIGINT NOT NULL,
  made_by TEXT NOT NULL,
  PRIMARY KEY (pool_id, person_id)
);

-- Since when everybody in the team gets the product.
ALTER TABLE pools ADD COLUMN default_since BIGINT;
-- Whether the seat was given to the person as such; else it comes with a group or the default, and goes with them.
ALTER TABLE assignments ADD COLUMN direct BIGINT NOT NULL DEFAULT 1;
-- 0 for who has waited for the seat from the beginning.
ALTER TABLE assignments ADD COLUMN had_seat BIGINT NOT NULL DEFAULT 1;
ALTER TABLE released_assignments ADD COLUMN direct BIGINT NOT NULL DEFAULT 1;
