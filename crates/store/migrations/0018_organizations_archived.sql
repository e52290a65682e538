-- A team rests and can come back (`archived_at`), or is gone for good: deleted, or merged into another one.
ALTER TABLE teams ADD COLUMN archived_at BIGINT;
ALTER TABLE teams ADD COLUMN gone_at BIGINT;
ALTER TABLE teams ADD COLUMN merged_into TEXT;

-- The name of a team that is gone is free.
DROP INDEX teams_by_name;
CREATE UNIQUE INDEX teams_by_name ON teams (organization_id, name) WHERE gone_at IS NULL;

-- Who came into a team, or had to leave another one, with others in one act, and has not heard of it yet.
CREATE TABLE arrivals (
  team_id TEXT NOT NULL REFERENCES teams (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  from_team_id TEXT NOT NULL,
  is_new BIGINT NOT NULL,
  has_left BIGINT NOT NULL,
  moved_by TEXT NOT NULL,
  PRIMARY KEY (team_id, person_id)
);
