CREATE TABLE organizations (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE teams (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  name TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX teams_by_name ON teams (organization_id, name);

CREATE TABLE memberships (
  team_id TEXT NOT NULL REFERENCES teams (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  role TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (team_id, person_id),
  CHECK (role IN ('primary_admin', 'secondary_admin', 'user'))
);
CREATE UNIQUE INDEX one_primary_admin ON memberships (team_id) WHERE role = 'primary_admin';
CREATE INDEX memberships_by_person ON memberships (person_id);
CREATE INDEX memberships_by_name ON memberships (team_id, sort_name, person_id);

CREATE TABLE invitations (
  id TEXT PRIMARY KEY,
  team_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  invited_by TEXT NOT NULL,
  mail_id TEXT NOT NULL,
  sent_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  accepted_at BIGINT,
  UNIQUE (team_id, person_id)
);
