-- Many people at once: what shall be done, to whom, and what became of it. Lists of ids are parted by spaces.
CREATE TABLE imports (
  id TEXT PRIMARY KEY,
  team_id TEXT NOT NULL REFERENCES teams (id),
  act TEXT NOT NULL,
  pools TEXT NOT NULL,
  groups TEXT NOT NULL,
  role TEXT,
  language TEXT NOT NULL,
  source TEXT NOT NULL,
  layout TEXT NOT NULL,
  state TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  made_by TEXT NOT NULL,
  confirmed_at BIGINT,
  confirmed_by TEXT,
  confirmed_label TEXT,
  ended_at BIGINT,
  looked_to BIGINT,
  unread BIGINT NOT NULL,
  needs TEXT NOT NULL,
  CHECK (state IN ('reading', 'looking', 'ready', 'running', 'done', 'undoing', 'undone'))
);
CREATE INDEX imports_by_team ON imports (team_id, id);
CREATE INDEX imports_by_time ON imports (made_at);

-- Rows are carried out by their position. Those that a file did not name, and that lose what only the named shall
-- have, stand before 0 and have no number.
CREATE TABLE import_rows (
  import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  position BIGINT NOT NULL,
  number BIGINT,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  asks TEXT NOT NULL,
  cells TEXT NOT NULL,
  person_id TEXT,
  state TEXT NOT NULL,
  doings TEXT NOT NULL,
  steps TEXT NOT NULL,
  reasons TEXT NOT NULL,
  PRIMARY KEY (import_id, position),
  CHECK (state IN ('read', 'planned', 'nothing', 'faulty', 'done', 'refused', 'undone', 'stays'))
);
CREATE INDEX import_rows_by_state ON import_rows (import_id, state, position);
CREATE INDEX import_rows_by_address ON import_rows (import_id, email_key);
