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

-- The row is written first, so that of two equal orders at once one waits for the other: the contract that it names
-- comes later in the same transaction. `placed_in` is `vendor` or a partner's id.
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
CREATE INDEX orders_by_partner ON orders (partner_id, id);
CREATE INDEX orders_by_contract ON orders (contract_id);

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
