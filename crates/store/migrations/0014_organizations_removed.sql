-- Who has left a team in the last weeks, so that lists can show them and they can be brought back. `kept` is what the
-- rooms above noted about what the person had; `mail_id` is the mail that told the person.
CREATE TABLE removed_members (
  team_id TEXT NOT NULL REFERENCES teams (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  role TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  removed_at BIGINT NOT NULL,
  removed_by TEXT NOT NULL,
  mail_id TEXT,
  kept TEXT NOT NULL,
  PRIMARY KEY (team_id, person_id),
  CHECK (role IN ('secondary_admin', 'user'))
);
CREATE INDEX removed_by_name ON removed_members (team_id, sort_name, person_id);
CREATE INDEX removed_by_time ON removed_members (removed_at);
CREATE INDEX removed_by_person ON removed_members (person_id);

-- They are told of what changes, in teams of any size.
CREATE INDEX secondary_admins ON memberships (team_id, person_id) WHERE role = 'secondary_admin';
