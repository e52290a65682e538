-- Since when an admin wants this seat to be kept when others go. One order says who keeps the seat: the pinned, in the
-- order in which they were pinned, then those who have had it longest. 9223372036854775807 stands for "not pinned".
ALTER TABLE assignments ADD COLUMN pinned_at BIGINT;
ALTER TABLE released_assignments ADD COLUMN pinned_at BIGINT;
CREATE INDEX assignments_by_keeping
  ON assignments (pool_id, COALESCE(pinned_at, 9223372036854775807), assigned_at, id);
DROP INDEX assignments_suspended;
CREATE INDEX assignments_suspended
  ON assignments (pool_id, COALESCE(pinned_at, 9223372036854775807), assigned_at, id) WHERE suspended_at IS NOT NULL;
