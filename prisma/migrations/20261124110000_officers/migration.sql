-- A council's lead adds its officers, takes the role back, and issues set-password links to people who hold no role
-- beside officer in a council of that lead: a link is a way into everything the person may do.
-- It reads grants that the lead may not, so it runs as the system's role.
CREATE FUNCTION app.manages(person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS
$$ SELECT coalesce(bool_and(g.role = 'officer' AND g.council_code = ANY (app.led())) FILTER (WHERE g.revoked_at IS NULL), true)
     AND coalesce(bool_or(g.role = 'officer' AND g.council_code = ANY (app.led())), false)
   FROM role_grants g WHERE g.person_id = person $$;
-- Who holds no role elsewhere may become an officer: somebody new, or an officer of before.
CREATE FUNCTION app.holds_nothing_else(person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS
$$ SELECT NOT EXISTS (SELECT FROM role_grants g WHERE g.person_id = person AND g.revoked_at IS NULL
     AND NOT (g.role = 'officer' AND g.council_code = ANY (app.led()))) $$;
GRANT CREATE ON SCHEMA app TO action_plans_system;
ALTER FUNCTION app.manages(uuid) OWNER TO action_plans_system;
ALTER FUNCTION app.holds_nothing_else(uuid) OWNER TO action_plans_system;
REVOKE CREATE ON SCHEMA app FROM action_plans_system;
REVOKE ALL ON FUNCTION app.manages(uuid), app.holds_nothing_else(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.manages(uuid), app.holds_nothing_else(uuid) TO action_plans_person;

CREATE POLICY lead_insert ON people FOR INSERT TO action_plans_person WITH CHECK (cardinality(app.led()) > 0);
CREATE POLICY lead_insert ON role_grants FOR INSERT TO action_plans_person
  WITH CHECK (role = 'officer' AND council_code = ANY (app.led()) AND app.holds_nothing_else(person_id));
CREATE POLICY lead_update ON role_grants FOR UPDATE TO action_plans_person
  USING (role = 'officer' AND council_code = ANY (app.led())) WITH CHECK (role = 'officer' AND council_code = ANY (app.led()));
CREATE POLICY lead_insert ON set_password_links FOR INSERT TO action_plans_person WITH CHECK (app.manages(person_id));
CREATE POLICY lead_read ON set_password_links FOR SELECT TO action_plans_person USING (app.manages(person_id));
CREATE POLICY lead_end ON set_password_links FOR UPDATE TO action_plans_person
  USING (app.manages(person_id)) WITH CHECK (app.manages(person_id));
