-- A council tells the head of each flagged school, and the service keeps who told whom, when and how. A row is never
-- changed or taken back: a head who is told again has a second one.
CREATE TABLE "head_tellings" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "told_by_id" UUID,
    "told_on" DATE NOT NULL,
    "how" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "command_id" UUID,

    CONSTRAINT "head_tellings_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "head_tellings_case_id_command_id_key" ON "head_tellings"("case_id", "command_id");
CREATE INDEX "head_tellings_run_id_idx" ON "head_tellings"("run_id");
ALTER TABLE "head_tellings" ADD CONSTRAINT "head_tellings_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "school_cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "head_tellings" ADD CONSTRAINT "head_tellings_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "identification_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- "earlier": the head could read the flag in the service before it kept who was told.
ALTER TABLE head_tellings
  ADD CHECK (how IN ('meeting', 'phone', 'letter', 'email', 'earlier')),
  ADD CHECK ((how = 'earlier') = (told_by_id IS NULL));

-- Who has opened what a publication told them: once for each person, run and council, at the first time. A headteacher's
-- row names the school.
CREATE TABLE "publication_openings" (
    "run_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "council_code" CHAR(3) NOT NULL,
    "school_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_openings_pkey" PRIMARY KEY ("run_id", "person_id", "council_code")
);
ALTER TABLE "publication_openings" ADD CONSTRAINT "publication_openings_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "identification_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A council's cohort that was changed after publication. What the runs decided stays with them.
CREATE TABLE "cohort_changes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "council_code" CHAR(3) NOT NULL,
    "from_cohort" TEXT NOT NULL,
    "to_cohort" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "moved" INTEGER NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "command_id" UUID NOT NULL,

    CONSTRAINT "cohort_changes_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "cohort_changes_command_id_key" ON "cohort_changes"("command_id");
CREATE INDEX "cohort_changes_programme_id_idx" ON "cohort_changes"("programme_id");
ALTER TABLE "cohort_changes" ADD CONSTRAINT "cohort_changes_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "cohort_changes" ADD CONSTRAINT "cohort_changes_council_code_fkey" FOREIGN KEY ("council_code") REFERENCES "councils"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE cohort_changes
  ADD CHECK (from_cohort IN ('priority', 'standard')),
  ADD CHECK (to_cohort IN ('priority', 'standard') AND to_cohort <> from_cohort);

ALTER TABLE challenges
  ADD CHECK (ground IN ('figures', 'wrongSchool', 'smallCohort', 'schoolType', 'closing', 'rule', 'other'));

-- A notice for the head of one school.
ALTER TABLE "notices" ADD COLUMN "school_id" UUID;
CREATE INDEX "notices_school_id_idx" ON "notices"("school_id");
ALTER TABLE notices DROP CONSTRAINT notices_audience_check;
ALTER TABLE notices
  ADD CHECK (audience IN ('person', 'council', 'department', 'admins', 'school')),
  ADD CHECK ((audience = 'school') = (school_id IS NOT NULL));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['head_tellings', 'publication_openings', 'cohort_changes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY system ON %I TO action_plans_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO action_plans_system', t);
  END LOOP;
END $$;

-- Whether the head of a case's school was told, and of which runs the head of this person's school was told. They read
-- tellings that the guest may not, so they run as the system's role.
CREATE FUNCTION app.head_told(of_case uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS
$$ SELECT EXISTS (SELECT FROM head_tellings t WHERE t.case_id = of_case) $$;
CREATE FUNCTION app.told_runs() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS
$$ SELECT t.run_id FROM head_tellings t JOIN school_cases c ON c.id = t.case_id WHERE c.school_id = app.school_id() $$;
GRANT CREATE ON SCHEMA app TO action_plans_system;
ALTER FUNCTION app.head_told(uuid) OWNER TO action_plans_system;
ALTER FUNCTION app.told_runs() OWNER TO action_plans_system;
REVOKE CREATE ON SCHEMA app FROM action_plans_system;
REVOKE ALL ON FUNCTION app.head_told(uuid), app.told_runs() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.head_told(uuid), app.told_runs() TO action_plans_guest, action_plans_person;

-- "Nobody learns it from elsewhere first": a head reads a case, and with it the plan, once the council has told them, and
-- of the runs what they were told of.
ALTER POLICY guest ON school_cases
  USING (council_code = ANY (app.advised()) OR (school_id = app.school_id() AND app.head_told(id)));
ALTER POLICY guest ON run_schools USING (
  (council_code = ANY (app.advised())
   OR (school_id IN (SELECT app.school_line()) AND run_id IN (SELECT app.told_runs())))
  AND EXISTS (SELECT FROM identification_runs r WHERE r.id = run_id AND r.state = 'published'));

GRANT SELECT, INSERT ON head_tellings TO action_plans_person;
GRANT SELECT (id, case_id, run_id, told_on, recorded_at) ON head_tellings TO action_plans_guest;
CREATE POLICY department ON head_tellings FOR SELECT TO action_plans_person USING (app.is_department());
CREATE POLICY council ON head_tellings FOR SELECT TO action_plans_person
  USING (EXISTS (SELECT FROM school_cases c WHERE c.id = case_id AND c.council_code = ANY (app.councils())));
CREATE POLICY council_tell ON head_tellings FOR INSERT TO action_plans_person
  WITH CHECK (told_by_id = app.person_id()
              AND EXISTS (SELECT FROM school_cases c WHERE c.id = case_id AND c.run_id = head_tellings.run_id
                                                       AND c.council_code = ANY (app.councils())));
CREATE POLICY head ON head_tellings FOR SELECT TO action_plans_guest
  USING (EXISTS (SELECT FROM school_cases c WHERE c.id = case_id AND c.school_id = app.school_id()));

-- A person writes what they themselves have opened, of what concerns them; the admins read it.
GRANT SELECT, INSERT ON publication_openings TO action_plans_person, action_plans_guest;
CREATE POLICY own_read ON publication_openings FOR SELECT TO action_plans_person, action_plans_guest
  USING (person_id = app.person_id());
CREATE POLICY admin_read ON publication_openings FOR SELECT TO action_plans_person USING (app.is_admin());
CREATE POLICY council_open ON publication_openings FOR INSERT TO action_plans_person
  WITH CHECK (person_id = app.person_id() AND school_id IS NULL AND council_code = ANY (app.councils())
              AND EXISTS (SELECT FROM identification_runs r WHERE r.id = run_id AND r.state = 'published'));
CREATE POLICY head_open ON publication_openings FOR INSERT TO action_plans_guest
  WITH CHECK (person_id = app.person_id() AND school_id = app.school_id()
              AND run_id IN (SELECT app.told_runs()));

GRANT SELECT, INSERT ON cohort_changes TO action_plans_person;
CREATE POLICY department ON cohort_changes FOR SELECT TO action_plans_person USING (app.is_department());
CREATE POLICY admin ON cohort_changes FOR INSERT TO action_plans_person
  WITH CHECK (app.is_admin() AND decided_by_id = app.person_id());

ALTER POLICY read ON notices USING (
  (audience = 'person' AND person_id = app.person_id())
  OR (audience = 'department' AND app.is_department())
  OR (audience = 'admins' AND app.is_admin())
  OR (audience = 'council' AND council_code = ANY (app.councils()))
  OR (audience = 'school' AND school_id = app.school_id()));

-- Heads who have an account could read their school's case up to now; it stays open to them.
SET ROLE action_plans_system;
INSERT INTO head_tellings (case_id, run_id, told_on, how, recorded_at)
SELECT c.id, c.run_id, (c.created_at AT TIME ZONE 'Europe/London')::date, 'earlier', c.created_at
  FROM school_cases c
 WHERE EXISTS (SELECT FROM role_grants g WHERE g.role = 'headteacher' AND g.school_id = c.school_id AND g.revoked_at IS NULL);
RESET ROLE;
