-- What the admins of a team were told before seats end: of which moment, and how many days ahead.
CREATE TABLE end_announcements (
  team_id TEXT NOT NULL REFERENCES teams (id),
  ends_at BIGINT NOT NULL,
  days BIGINT NOT NULL,
  announced_at BIGINT NOT NULL,
  PRIMARY KEY (team_id, ends_at, days)
);

-- To which subscription the seat of a person is charged; who is not here is spread by rule. It outlives the seat, so
-- that one that is given back is charged as before; only seats that are there count.
CREATE TABLE bindings (
  pool_id TEXT NOT NULL REFERENCES pools (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  subscription_id TEXT NOT NULL REFERENCES subscriptions (id),
  bound_at BIGINT NOT NULL,
  bound_by TEXT NOT NULL,
  PRIMARY KEY (pool_id, person_id)
);
CREATE INDEX bindings_by_subscription ON bindings (subscription_id);
