CREATE TABLE products (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  icon TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE privacy_statements (
  product_id TEXT NOT NULL REFERENCES products (id),
  version TEXT NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (product_id, version, language)
);

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

CREATE TABLE downloads (
  id TEXT PRIMARY KEY,
  build_id TEXT NOT NULL REFERENCES builds (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  at BIGINT NOT NULL
);
CREATE INDEX downloads_by_build ON downloads (build_id, at);
CREATE INDEX downloads_by_person ON downloads (person_id, at);
