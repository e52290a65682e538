-- Tables with their indexes, by name, after all migrations.
CREATE TABLE access_tokens (
  token_hash TEXT PRIMARY KEY,
  grant_id TEXT NOT NULL REFERENCES program_grants (id),
  scopes TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX access_tokens_by_end ON access_tokens (expires_at);
CREATE TABLE api_keys (
  id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  partner_id TEXT,
  created_by TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  used_at BIGINT,
  revoked_at BIGINT
);
CREATE TABLE arrivals (
  team_id TEXT NOT NULL REFERENCES teams (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  from_team_id TEXT NOT NULL,
  is_new BIGINT NOT NULL,
  has_left BIGINT NOT NULL,
  moved_by TEXT NOT NULL,
  PRIMARY KEY (team_id, person_id)
);
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
  resumed_in TEXT, direct BIGINT NOT NULL DEFAULT 1, had_seat BIGINT NOT NULL DEFAULT 1, pinned_at BIGINT,
  UNIQUE (pool_id, person_id)
);
CREATE INDEX assignments_by_keeping
  ON assignments (pool_id, COALESCE(pinned_at, 9223372036854775807), assigned_at, id);
CREATE INDEX assignments_by_name ON assignments (pool_id, sort_name, person_id);
CREATE INDEX assignments_by_person ON assignments (person_id, product_id);
CREATE INDEX assignments_by_team ON assignments (team_id, person_id);
CREATE INDEX assignments_by_time ON assignments (pool_id, assigned_at, id);
CREATE INDEX assignments_suspended
  ON assignments (pool_id, COALESCE(pinned_at, 9223372036854775807), assigned_at, id) WHERE suspended_at IS NOT NULL;
CREATE TABLE audit (
  id TEXT PRIMARY KEY,
  at BIGINT NOT NULL,
  action TEXT NOT NULL,
  actor_kind TEXT NOT NULL,
  actor_id TEXT,
  actor_label TEXT NOT NULL,
  organization_id TEXT,
  subject_id TEXT NOT NULL,
  subject_label TEXT NOT NULL,
  details TEXT NOT NULL,
  request_id TEXT NOT NULL
);
CREATE INDEX audit_by_organization ON audit (organization_id, id);
CREATE INDEX audit_by_subject ON audit (subject_id, id);
CREATE TABLE authorization_codes (
  code_hash TEXT PRIMARY KEY,
  grant_id TEXT NOT NULL REFERENCES program_grants (id),
  redirect_uri TEXT NOT NULL,
  challenge TEXT,
  nonce TEXT,
  expires_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX authorization_codes_by_end ON authorization_codes (expires_at);
CREATE TABLE bindings (
  pool_id TEXT NOT NULL REFERENCES pools (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  subscription_id TEXT NOT NULL REFERENCES subscriptions (id),
  bound_at BIGINT NOT NULL,
  bound_by TEXT NOT NULL,
  PRIMARY KEY (pool_id, person_id)
);
CREATE INDEX bindings_by_subscription ON bindings (subscription_id);
CREATE TABLE builds (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES releases (id),
  platform TEXT NOT NULL,
  language TEXT NOT NULL,
  file_name TEXT NOT NULL,
  size BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  file_key TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (release_id, platform, language),
  CHECK (size > 0)
);
CREATE INDEX builds_by_file ON builds (file_key);
CREATE TABLE consents (
  person_id TEXT NOT NULL REFERENCES people (id),
  product_id TEXT NOT NULL REFERENCES products (id),
  version TEXT NOT NULL,
  accepted_at BIGINT NOT NULL,
  PRIMARY KEY (person_id, product_id, version)
);
CREATE TABLE contracts (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  manager_id TEXT NOT NULL REFERENCES people (id),
  partner_id TEXT REFERENCES partners (id),
  time_zone TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX contracts_by_manager ON contracts (manager_id);
CREATE INDEX contracts_by_organization ON contracts (organization_id);
CREATE TABLE device_codes (
  code_hash TEXT PRIMARY KEY,
  user_code TEXT NOT NULL UNIQUE,
  client_id TEXT NOT NULL REFERENCES programs (client_id),
  scopes TEXT NOT NULL,
  device_name TEXT,
  program_version TEXT,
  address TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  poll_interval BIGINT NOT NULL,
  polled_at BIGINT,
  grant_id TEXT,
  denied_at BIGINT,
  used_at BIGINT
);
CREATE INDEX device_codes_by_end ON device_codes (expires_at);
CREATE TABLE devices (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  fingerprint TEXT NOT NULL,
  public_key TEXT NOT NULL,
  name TEXT,
  platform TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (person_id, fingerprint)
);
CREATE TABLE downloads (
  id TEXT PRIMARY KEY,
  build_id TEXT NOT NULL REFERENCES builds (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  at BIGINT NOT NULL
);
CREATE INDEX downloads_by_build ON downloads (build_id, at);
CREATE INDEX downloads_by_person ON downloads (person_id, at);
CREATE TABLE end_announcements (
  team_id TEXT NOT NULL REFERENCES teams (id),
  ends_at BIGINT NOT NULL,
  days BIGINT NOT NULL,
  announced_at BIGINT NOT NULL,
  PRIMARY KEY (team_id, ends_at, days)
);
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
CREATE INDEX import_rows_by_address ON import_rows (import_id, email_key);
CREATE INDEX import_rows_by_state ON import_rows (import_id, state, position);
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
CREATE INDEX invitations_by_mail ON invitations (mail_id);
CREATE INDEX invitations_open ON invitations (team_id, expires_at) WHERE accepted_at IS NULL;
CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  run_at BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  claimed_until BIGINT,
  dead_at BIGINT,
  last_error TEXT
);
CREATE UNIQUE INDEX jobs_at_every_interval ON jobs (kind) WHERE substr(kind, 1, 6) = 'every>';
CREATE INDEX jobs_by_kind ON jobs (kind);
CREATE INDEX jobs_due ON jobs (run_at) WHERE dead_at IS NULL;
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
CREATE INDEX leases_by_device ON leases (device_id, product_id);
CREATE INDEX leases_by_person ON leases (person_id, expires_at);
CREATE INDEX leases_by_pool ON leases (pool_id, person_id);
CREATE UNIQUE INDEX one_lease_a_device ON leases (person_id, product_id, device_id) WHERE ended_at IS NULL;
CREATE TABLE license_holders (
  person_id TEXT NOT NULL REFERENCES people (id),
  product_id TEXT NOT NULL REFERENCES products (id),
  epoch BIGINT NOT NULL,
  PRIMARY KEY (person_id, product_id)
);
CREATE TABLE links (
  token_hash TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  email_key TEXT NOT NULL,
  team_id TEXT,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT,
  revoked_at BIGINT
);
CREATE INDEX links_by_person ON links (person_id, purpose);
CREATE TABLE mails (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  to_address TEXT NOT NULL,
  to_name TEXT NOT NULL,
  person_id TEXT,
  organization_id TEXT,
  language TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  html TEXT NOT NULL,
  secret TEXT,
  status TEXT NOT NULL,
  attempts BIGINT NOT NULL,
  answer TEXT,
  created_at BIGINT NOT NULL,
  send_at BIGINT NOT NULL,
  claimed_until BIGINT,
  changed_at BIGINT NOT NULL,
  CHECK (status IN ('queued', 'sent', 'deferred', 'failed', 'canceled')),
  CHECK (secret IS NULL OR status IN ('queued', 'deferred'))
);
CREATE INDEX mails_by_address ON mails (to_address, id);
CREATE INDEX mails_by_organization ON mails (organization_id, id);
CREATE INDEX mails_by_person ON mails (person_id, id);
CREATE INDEX mails_failed ON mails (organization_id, id) WHERE status = 'failed';
CREATE INDEX mails_with_body ON mails (created_at) WHERE text <> '';
CREATE TABLE member_words (
  team_id TEXT NOT NULL REFERENCES teams (id),
  word TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (team_id, word, sort_name, person_id)
);
CREATE TABLE memberships (
  team_id TEXT NOT NULL REFERENCES teams (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  role TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  created_at BIGINT NOT NULL, words TEXT NOT NULL DEFAULT '', waits BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (team_id, person_id),
  CHECK (role IN ('primary_admin', 'secondary_admin', 'user'))
);
CREATE INDEX memberships_by_name ON memberships (team_id, sort_name, person_id);
CREATE INDEX memberships_by_person ON memberships (person_id);
CREATE INDEX memberships_by_state ON memberships (team_id, waits, sort_name, person_id);
CREATE INDEX memberships_by_time ON memberships (team_id, created_at, person_id);
CREATE UNIQUE INDEX one_primary_admin ON memberships (team_id) WHERE role = 'primary_admin';
CREATE INDEX secondary_admins ON memberships (team_id, person_id) WHERE role = 'secondary_admin';
CREATE INDEX secondary_admins_by_name ON memberships (team_id, sort_name, person_id) WHERE role = 'secondary_admin';
CREATE TABLE migrations (name TEXT PRIMARY KEY, digest TEXT NOT NULL, at BIGINT NOT NULL);
CREATE TABLE offerings (
  id TEXT PRIMARY KEY,
  sku TEXT NOT NULL UNIQUE,
  product_id TEXT NOT NULL REFERENCES products (id),
  name TEXT NOT NULL,
  license_model TEXT NOT NULL,
  max_devices BIGINT NOT NULL,
  offline_days BIGINT NOT NULL,
  refresh_hours BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  CHECK (license_model IN ('named')),
  CHECK (max_devices > 0 AND offline_days > 0 AND refresh_hours > 0)
);
CREATE INDEX offerings_by_product ON offerings (product_id, sku);
CREATE TABLE orders (
  id TEXT PRIMARY KEY,
  placed_in TEXT NOT NULL,
  number TEXT NOT NULL,
  digest TEXT NOT NULL,
  content TEXT NOT NULL,
  search_text TEXT NOT NULL,
  partner_id TEXT REFERENCES partners (id),
  contract_id TEXT NOT NULL REFERENCES contracts (id) DEFERRABLE INITIALLY DEFERRED,
  landing TEXT NOT NULL,
  team_id TEXT REFERENCES teams (id),
  placed_by TEXT NOT NULL,
  placed_at BIGINT NOT NULL,
  welcome_at BIGINT NOT NULL,
  welcomed_at BIGINT,
  UNIQUE (placed_in, number),
  CHECK (landing IN ('new_team', 'team', 'to_choose'))
);
CREATE INDEX orders_by_contract ON orders (contract_id);
CREATE INDEX orders_by_partner ON orders (partner_id, id);
CREATE TABLE organizations (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  created_at BIGINT NOT NULL
, search_text TEXT NOT NULL DEFAULT '');
CREATE TABLE partners (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  number TEXT NOT NULL UNIQUE,
  license_desk TEXT,
  created_at BIGINT NOT NULL
);
CREATE TABLE people (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL UNIQUE,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  language TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  scheme TEXT NOT NULL,
  password_hash TEXT,
  verified_at BIGINT,
  seen_at BIGINT,
  created_at BIGINT NOT NULL
);
CREATE INDEX people_by_seen ON people ((COALESCE(seen_at, 0)), id);
CREATE TABLE pools (
  id TEXT PRIMARY KEY,
  team_id TEXT NOT NULL REFERENCES teams (id),
  offering_id TEXT NOT NULL REFERENCES offerings (id),
  product_id TEXT NOT NULL REFERENCES products (id),
  capacity BIGINT NOT NULL,
  assigned BIGINT NOT NULL,
  created_at BIGINT NOT NULL, default_since BIGINT,
  UNIQUE (team_id, offering_id),
  CHECK (capacity >= 0 AND assigned >= 0 AND assigned <= capacity)
);
CREATE TABLE privacy_statements (
  product_id TEXT NOT NULL REFERENCES products (id),
  version TEXT NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (product_id, version, language)
);
CREATE TABLE products (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  icon TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE TABLE program_approvals (
  person_id TEXT NOT NULL REFERENCES people (id),
  client_id TEXT NOT NULL REFERENCES programs (client_id),
  scopes TEXT NOT NULL,
  approved_at BIGINT NOT NULL,
  PRIMARY KEY (person_id, client_id)
);
CREATE TABLE program_grants (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  client_id TEXT NOT NULL REFERENCES programs (client_id),
  scopes TEXT NOT NULL,
  device_name TEXT,
  program_version TEXT,
  address TEXT NOT NULL,
  signed_in_at BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  used_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_generation BIGINT NOT NULL,
  ended_at BIGINT,
  ended_by TEXT
);
CREATE INDEX program_grants_by_person ON program_grants (person_id, ended_at);
CREATE TABLE programs (
  client_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  product_slug TEXT,
  kind TEXT NOT NULL,
  secret_hash TEXT,
  redirect_uris TEXT NOT NULL,
  scopes TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  CHECK (kind IN ('public', 'confidential')),
  CHECK ((kind = 'confidential') = (secret_hash IS NOT NULL))
);
CREATE TABLE refresh_tokens (
  token_hash TEXT PRIMARY KEY,
  grant_id TEXT NOT NULL REFERENCES program_grants (id),
  generation BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX refresh_tokens_by_end ON refresh_tokens (expires_at);
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
, direct BIGINT NOT NULL DEFAULT 1, pinned_at BIGINT);
CREATE INDEX released_by_person ON released_assignments (person_id, product_id);
CREATE INDEX released_together ON released_assignments (release_id);
CREATE TABLE releases (
  id TEXT PRIMARY KEY,
  product_id TEXT NOT NULL REFERENCES products (id),
  version TEXT NOT NULL,
  sort_version TEXT NOT NULL,
  kind TEXT NOT NULL,
  notes TEXT NOT NULL,
  released_at BIGINT NOT NULL,
  UNIQUE (product_id, version),
  UNIQUE (product_id, sort_version),
  CHECK (kind IN ('feature', 'update', 'security'))
);
CREATE TABLE removed_members (
  team_id TEXT NOT NULL REFERENCES teams (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  role TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  removed_at BIGINT NOT NULL,
  removed_by TEXT NOT NULL,
  mail_id TEXT,
  kept TEXT NOT NULL, words TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (team_id, person_id),
  CHECK (role IN ('secondary_admin', 'user'))
);
CREATE INDEX removed_by_name ON removed_members (team_id, sort_name, person_id);
CREATE INDEX removed_by_person ON removed_members (person_id);
CREATE INDEX removed_by_time ON removed_members (removed_at);
CREATE TABLE seat_exceptions (
  pool_id TEXT NOT NULL REFERENCES pools (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  since BIGINT NOT NULL,
  made_by TEXT NOT NULL,
  PRIMARY KEY (pool_id, person_id)
);
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  stay BIGINT NOT NULL,
  user_agent TEXT NOT NULL,
  address TEXT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX sessions_by_person ON sessions (person_id, ended_at);
CREATE TABLE signing_keys (
  id TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  private_key BLOB NOT NULL,
  public_key TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  retired_at BIGINT
);
CREATE TABLE staff (
  person_id TEXT NOT NULL REFERENCES people (id),
  role TEXT NOT NULL,
  partner_id TEXT,
  created_at BIGINT NOT NULL,
  UNIQUE (person_id, role, partner_id)
);
CREATE TABLE subscriptions (
  id TEXT PRIMARY KEY,
  contract_id TEXT NOT NULL REFERENCES contracts (id),
  order_id TEXT NOT NULL REFERENCES orders (id),
  line BIGINT NOT NULL,
  offering_id TEXT NOT NULL REFERENCES offerings (id),
  team_id TEXT REFERENCES teams (id),
  quantity BIGINT NOT NULL,
  start_at BIGINT NOT NULL,
  end_at BIGINT NOT NULL,
  started_at BIGINT,
  ended_at BIGINT,
  CHECK (quantity > 0 AND end_at > start_at)
);
CREATE INDEX subscriptions_by_contract ON subscriptions (contract_id);
CREATE INDEX subscriptions_by_order ON subscriptions (order_id);
CREATE INDEX subscriptions_by_team ON subscriptions (team_id, offering_id);
CREATE TABLE takeover_documents (
  takeover_id TEXT PRIMARY KEY REFERENCES takeovers (id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  size BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  content BLOB NOT NULL,
  CHECK (kind IN ('pdf', 'png', 'jpeg', 'text')),
  CHECK (size > 0)
);
CREATE TABLE takeovers (
  id TEXT PRIMARY KEY,
  contract_id TEXT NOT NULL REFERENCES contracts (id),
  applicant_id TEXT NOT NULL REFERENCES people (id),
  manager_id TEXT NOT NULL REFERENCES people (id),
  reason TEXT NOT NULL,
  applied_at BIGINT NOT NULL,
  answer_by BIGINT NOT NULL,
  reminded_at BIGINT,
  answer TEXT,
  answered_at BIGINT,
  answer_note TEXT NOT NULL DEFAULT '',
  outcome TEXT,
  ended_at BIGINT,
  ended_by TEXT NOT NULL DEFAULT '',
  outcome_note TEXT NOT NULL DEFAULT '',
  CHECK (answer IN ('agreed', 'objected', 'silent')),
  CHECK (outcome IN ('objected', 'granted', 'refused', 'withdrawn', 'lapsed')),
  CHECK ((answer IS NULL) = (answered_at IS NULL)),
  CHECK ((outcome IS NULL) = (ended_at IS NULL)),
  CHECK (answer_by > applied_at)
);
CREATE UNIQUE INDEX one_open_takeover ON takeovers (contract_id) WHERE outcome IS NULL;
CREATE INDEX takeovers_by_applicant ON takeovers (applicant_id, id);
CREATE INDEX takeovers_by_contract ON takeovers (contract_id, id);
CREATE TABLE teams (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  name TEXT NOT NULL,
  created_at BIGINT NOT NULL
, search_text TEXT NOT NULL DEFAULT '', people BIGINT NOT NULL DEFAULT 0, archived_at BIGINT);
CREATE UNIQUE INDEX teams_by_name ON teams (organization_id, name);
CREATE TABLE throttle (
  key TEXT PRIMARY KEY,
  count BIGINT NOT NULL,
  window_end BIGINT NOT NULL
);
CREATE VIEW grants (
  person_id, role, scope, scope_id, scope_name, organization_id, organization_name, archived_at) AS
SELECT m.person_id, m.role, 'team', t.id, t.name, o.id, o.name, t.archived_at
FROM memberships m JOIN teams t ON t.id = m.team_id JOIN organizations o ON o.id = t.organization_id
UNION ALL
SELECT c.manager_id, 'contract_manager', 'contract', c.id, c.number, o.id, o.name, NULL
FROM contracts c JOIN organizations o ON o.id = c.organization_id
UNION ALL
SELECT s.person_id, s.role, CASE WHEN s.partner_id IS NULL THEN 'vendor' ELSE 'partner' END,
  COALESCE(s.partner_id, ''), COALESCE(p.name, ''), '', '', NULL
FROM staff s LEFT JOIN partners p ON p.id = s.partner_id;
