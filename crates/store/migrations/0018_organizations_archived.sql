-- Since when a team rests; it can come back.
ALTER TABLE teams ADD COLUMN archived_at BIGINT;

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
