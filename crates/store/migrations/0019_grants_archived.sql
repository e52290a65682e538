-- The same with the moment since which a team rests: menus leave those out.
DROP VIEW grants;
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
