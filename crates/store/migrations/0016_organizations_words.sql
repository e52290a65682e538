-- The folded words by which a member is found; those of one word stand in the order of the list.
CREATE TABLE member_words (
  team_id TEXT NOT NULL REFERENCES teams (id),
  word TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (team_id, word, sort_name, person_id)
);

-- The same words in one line, ` ada berg bygg`, for what is found in another way.
ALTER TABLE memberships ADD COLUMN words TEXT NOT NULL DEFAULT '';
ALTER TABLE removed_members ADD COLUMN words TEXT NOT NULL DEFAULT '';

-- 1 until the person has been in, so that either kind is a list of its own. What is true stands with the person.
ALTER TABLE memberships ADD COLUMN waits BIGINT NOT NULL DEFAULT 0;
UPDATE memberships SET waits = 1 WHERE person_id IN (SELECT id FROM people WHERE password_hash IS NULL);
CREATE INDEX memberships_by_state ON memberships (team_id, waits, sort_name, person_id);

-- Other orders and shorter lists of the same people.
CREATE INDEX memberships_by_time ON memberships (team_id, created_at, person_id);
CREATE INDEX secondary_admins_by_name ON memberships (team_id, sort_name, person_id) WHERE role = 'secondary_admin';
CREATE INDEX people_by_seen ON people ((COALESCE(seen_at, 0)), id);
CREATE INDEX invitations_open ON invitations (team_id, expires_at) WHERE accepted_at IS NULL;
CREATE INDEX invitations_by_mail ON invitations (mail_id);
CREATE INDEX mails_failed ON mails (organization_id, id) WHERE status = 'failed';

-- No engine folds letters: a job does, for those who are there already.
INSERT INTO jobs (id, kind, payload, created_at, run_at, attempts)
SELECT 'job_00000000000000000000000016', 'organizations.fill-words', '{"removed":false,"after":null}', 0, 0, 0
WHERE EXISTS (SELECT 1 FROM memberships);
