-- When a device was seen last is what its leases say.
ALTER TABLE devices DROP COLUMN seen_at;

-- How many people a team has: lists say it at every page, and counting a million costs more than showing fifty.
ALTER TABLE teams ADD COLUMN people BIGINT NOT NULL DEFAULT 0;
UPDATE teams SET people = (SELECT COUNT(*) FROM memberships m WHERE m.team_id = teams.id);
