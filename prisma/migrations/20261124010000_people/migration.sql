-- An admin who issues a link ends the person's older ones. The hashes themselves stay closed to everybody but the system.
GRANT SELECT (person_id, created_by_id, created_at, expires_at, used_at), UPDATE (expires_at)
  ON set_password_links TO action_plans_person;
CREATE POLICY admin_read ON set_password_links FOR SELECT TO action_plans_person USING (app.is_admin());
CREATE POLICY admin_end ON set_password_links FOR UPDATE TO action_plans_person
  USING (app.is_admin()) WITH CHECK (app.is_admin());

-- A new person begins with a version, as the client writes it.
GRANT INSERT (version) ON people TO action_plans_person;

-- The Department reads who declared an interest; only the person themselves withdraws it.
DROP POLICY own ON declared_interests;
CREATE POLICY own ON declared_interests TO action_plans_person
  USING (person_id = app.person_id()) WITH CHECK (person_id = app.person_id());
CREATE POLICY department ON declared_interests FOR SELECT TO action_plans_person USING (app.is_department());
