-- A council's lead invites the headteacher of a flagged school of the council, takes the access back, and issues links to
-- people who are headteachers in that council and nothing else: a link is a way into everything the person may do.
-- They read grants that the lead may not, so they run as the system's role.
CREATE FUNCTION app.manages_head(person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS
$$ SELECT coalesce(bool_and(g.role = 'headteacher' AND g.council_code = ANY (app.led())), false)
   FROM role_grants g WHERE g.person_id = person AND g.revoked_at IS NULL $$;
CREATE FUNCTION app.holds_no_role(person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS
$$ SELECT NOT EXISTS (SELECT FROM role_grants g WHERE g.person_id = person AND g.revoked_at IS NULL) $$;
GRANT CREATE ON SCHEMA app TO action_plans_system;
ALTER FUNCTION app.manages_head(uuid) OWNER TO action_plans_system;
ALTER FUNCTION app.holds_no_role(uuid) OWNER TO action_plans_system;
REVOKE CREATE ON SCHEMA app FROM action_plans_system;
REVOKE ALL ON FUNCTION app.manages_head(uuid), app.holds_no_role(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.manages_head(uuid), app.holds_no_role(uuid) TO action_plans_person;

CREATE POLICY lead_insert_head ON role_grants FOR INSERT TO action_plans_person WITH CHECK (
  role = 'headteacher' AND council_code = ANY (app.led()) AND app.holds_no_role(person_id)
  AND EXISTS (SELECT FROM school_cases c WHERE c.school_id = role_grants.school_id AND c.council_code = ANY (app.led())));
CREATE POLICY lead_update_head ON role_grants FOR UPDATE TO action_plans_person
  USING (role = 'headteacher' AND council_code = ANY (app.led()))
  WITH CHECK (role = 'headteacher' AND council_code = ANY (app.led()));
CREATE POLICY lead_insert_head ON set_password_links FOR INSERT TO action_plans_person WITH CHECK (app.manages_head(person_id));
CREATE POLICY lead_read_head ON set_password_links FOR SELECT TO action_plans_person USING (app.manages_head(person_id));
CREATE POLICY lead_end_head ON set_password_links FOR UPDATE TO action_plans_person
  USING (app.manages_head(person_id)) WITH CHECK (app.manages_head(person_id));
