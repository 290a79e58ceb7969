-- Every connection of the application begins as this role. It may read each table and has no policy on any: a query
-- made outside asActor returns nothing and writes nothing, whoever the URL's user is.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'action_plans_connection') THEN
    CREATE ROLE action_plans_connection NOLOGIN NOBYPASSRLS NOINHERIT;
  END IF;
  IF NOT pg_has_role(current_user, 'action_plans_connection', 'MEMBER') THEN
    GRANT action_plans_connection TO CURRENT_USER;
  END IF;
END $$;
GRANT USAGE ON SCHEMA public TO action_plans_connection;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO action_plans_connection;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO action_plans_connection;
