-- A school that helps others: its council proposes it, the Department accredits it for a term. Reasons stand in the log.
CREATE TABLE "support_schools" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "school_id" UUID NOT NULL,
    "council_code" CHAR(3) NOT NULL,
    "phase" TEXT NOT NULL,
    "subjects" TEXT[],
    "capacity" INTEGER NOT NULL,
    "offer" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "term_from" DATE,
    "term_to" DATE,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "context" JSONB NOT NULL,
    "machine_version" INTEGER NOT NULL,
    "event_count" INTEGER NOT NULL DEFAULT 0,
    "event_hash" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "support_schools_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "support_schools_council_code_idx" ON "support_schools"("council_code");
CREATE INDEX "support_schools_school_id_idx" ON "support_schools"("school_id");
ALTER TABLE "support_schools" ADD CONSTRAINT "support_schools_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "support_schools" ADD CONSTRAINT "support_schools_council_code_fkey" FOREIGN KEY ("council_code") REFERENCES "councils"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE support_schools
  ADD CHECK (state IN ('proposed', 'accredited', 'refused', 'ended')),
  ADD CHECK ((term_from IS NULL) = (term_to IS NULL) AND term_from < term_to),
  ADD CHECK ((state IN ('accredited', 'ended')) = (term_from IS NOT NULL)),
  ADD CHECK (capacity BETWEEN 1 AND 20),
  ADD CHECK (subjects <@ ARRAY['english', 'maths', 'languages', 'behaviour', 'attendance', 'leadership']);
-- One proposal or accreditation of a school at a time.
CREATE UNIQUE INDEX support_schools_one_open ON support_schools (school_id) WHERE state IN ('proposed', 'accredited');

-- Its specialist teachers: how many days a week of each subject it can share in all.
CREATE TABLE "support_teachers" (
    "support_school_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "days" DECIMAL(3,1) NOT NULL,

    CONSTRAINT "support_teachers_pkey" PRIMARY KEY ("support_school_id", "subject")
);
ALTER TABLE "support_teachers" ADD CONSTRAINT "support_teachers_support_school_id_fkey" FOREIGN KEY ("support_school_id") REFERENCES "support_schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE support_teachers
  ADD CHECK (subject IN ('english', 'maths', 'languages')),
  ADD CHECK (days > 0 AND days <= 20 AND days * 2 = trunc(days * 2));

-- Why a support school must not help a school. Nobody changes or takes back a declaration.
CREATE TABLE "support_conflicts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "support_school_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "supporting_code" CHAR(3) NOT NULL,
    "asking_code" CHAR(3) NOT NULL,
    "declared_by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "declared_by_id" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "command_id" UUID NOT NULL,

    CONSTRAINT "support_conflicts_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "support_conflicts_command_id_key" ON "support_conflicts"("command_id");
CREATE INDEX "support_conflicts_support_school_id_idx" ON "support_conflicts"("support_school_id");
CREATE INDEX "support_conflicts_school_id_idx" ON "support_conflicts"("school_id");
ALTER TABLE "support_conflicts" ADD CONSTRAINT "support_conflicts_support_school_id_fkey" FOREIGN KEY ("support_school_id") REFERENCES "support_schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "support_conflicts" ADD CONSTRAINT "support_conflicts_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE support_conflicts ADD CHECK (declared_by IN ('supporting', 'asking', 'department'));

-- One council asks another's support school for a place, or for days of a specialist teacher.
CREATE TABLE "support_requests" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "support_school_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "asking_code" CHAR(3) NOT NULL,
    "supporting_code" CHAR(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT,
    "days" DECIMAL(3,1),
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "message" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_on" DATE,
    "context" JSONB NOT NULL,
    "machine_version" INTEGER NOT NULL,
    "event_count" INTEGER NOT NULL DEFAULT 0,
    "event_hash" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "support_requests_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "support_requests_support_school_id_state_idx" ON "support_requests"("support_school_id", "state");
CREATE INDEX "support_requests_case_id_idx" ON "support_requests"("case_id");
CREATE INDEX "support_requests_asking_code_idx" ON "support_requests"("asking_code");
CREATE INDEX "support_requests_supporting_code_idx" ON "support_requests"("supporting_code");
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_support_school_id_fkey" FOREIGN KEY ("support_school_id") REFERENCES "support_schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "school_cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE support_requests
  ADD CHECK (state IN ('asked', 'accepted', 'declined', 'withdrawn', 'ended')),
  ADD CHECK (kind IN ('place', 'teacher')),
  ADD CHECK (starts_on < ends_on),
  ADD CHECK ((kind = 'teacher') = (subject IS NOT NULL) AND (kind = 'teacher') = (days IS NOT NULL)),
  ADD CHECK (subject IN ('english', 'maths', 'languages')),
  ADD CHECK (days > 0 AND days <= 20 AND days * 2 = trunc(days * 2));

-- The accepted support that an action names. The school's name stands beside it as it was, since heads read actions and
-- no requests.
ALTER TABLE "plan_actions" ADD COLUMN "support_request_id" UUID, ADD COLUMN "support_school" TEXT;
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_support_request_id_fkey" FOREIGN KEY ("support_request_id") REFERENCES "support_requests"("id") ON DELETE SET NULL ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['support_schools', 'support_teachers', 'support_conflicts', 'support_requests'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY system ON %I TO action_plans_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO action_plans_system', t);
  END LOOP;
END $$;

-- Accredited schools are published facts, known to every council. A proposal is its council's and the Department's.
GRANT SELECT, INSERT, UPDATE ON support_schools TO action_plans_person;
CREATE POLICY published ON support_schools FOR SELECT TO action_plans_person USING (state IN ('accredited', 'ended'));
CREATE POLICY department ON support_schools FOR SELECT TO action_plans_person USING (app.is_department());
CREATE POLICY admin ON support_schools FOR UPDATE TO action_plans_person USING (app.is_admin()) WITH CHECK (app.is_admin());
CREATE POLICY council ON support_schools FOR SELECT TO action_plans_person USING (council_code = ANY (app.councils()));
CREATE POLICY council_propose ON support_schools FOR INSERT TO action_plans_person
  WITH CHECK (council_code = ANY (app.councils()) AND state = 'proposed' AND proposed_by_id = app.person_id());
-- A council ends its own; it never accredits. That it may update lets it lock the row while it accepts a request.
CREATE POLICY council_end ON support_schools FOR UPDATE TO action_plans_person
  USING (council_code = ANY (app.councils())) WITH CHECK (council_code = ANY (app.councils()) AND state = 'ended');

GRANT SELECT, INSERT ON support_teachers TO action_plans_person;
CREATE POLICY read ON support_teachers FOR SELECT TO action_plans_person
  USING (EXISTS (SELECT FROM support_schools s WHERE s.id = support_school_id));
CREATE POLICY council_propose ON support_teachers FOR INSERT TO action_plans_person
  WITH CHECK (EXISTS (SELECT FROM support_schools s WHERE s.id = support_school_id AND s.state = 'proposed'
                                                      AND s.council_code = ANY (app.councils())));

-- A declaration would tell the support school's council that another council thinks of asking: it reads its own alone.
-- The council of the school that is not to be helped reads all of them, since they say why a support school is missing.
GRANT SELECT, INSERT ON support_conflicts TO action_plans_person;
CREATE POLICY department ON support_conflicts TO action_plans_person
  USING (app.is_department())
  WITH CHECK (app.is_admin() AND declared_by = 'department' AND declared_by_id = app.person_id());
CREATE POLICY asking ON support_conflicts FOR SELECT TO action_plans_person USING (asking_code = ANY (app.councils()));
CREATE POLICY supporting ON support_conflicts FOR SELECT TO action_plans_person
  USING (declared_by = 'supporting' AND supporting_code = ANY (app.councils()));
CREATE POLICY council_declare ON support_conflicts FOR INSERT TO action_plans_person
  WITH CHECK (declared_by_id = app.person_id()
              AND ((declared_by = 'supporting' AND supporting_code = ANY (app.councils()))
                   OR (declared_by = 'asking' AND asking_code = ANY (app.councils())))
              AND EXISTS (SELECT FROM support_schools s WHERE s.id = support_school_id AND s.council_code = supporting_code)
              AND EXISTS (SELECT FROM schools s WHERE s.id = school_id AND s.council_code = asking_code));

-- Who asks for help has a school with a plan to write: nobody learns of a request but the two councils and the Department.
GRANT SELECT, INSERT ON support_requests TO action_plans_person;
GRANT UPDATE (state, ended_on, context, machine_version, event_count, event_hash, version) ON support_requests TO action_plans_person;
CREATE POLICY department ON support_requests FOR SELECT TO action_plans_person USING (app.is_department());
CREATE POLICY councils ON support_requests FOR SELECT TO action_plans_person
  USING (asking_code = ANY (app.councils()) OR supporting_code = ANY (app.councils()));
CREATE POLICY ask ON support_requests FOR INSERT TO action_plans_person
  WITH CHECK (asking_code = ANY (app.councils()) AND state = 'asked' AND asked_by_id = app.person_id()
              AND EXISTS (SELECT FROM school_cases c WHERE c.id = case_id AND c.school_id = support_requests.school_id
                                                       AND c.council_code = asking_code)
              AND EXISTS (SELECT FROM support_schools s WHERE s.id = support_school_id AND s.state = 'accredited'
                                                          AND s.council_code = supporting_code));
CREATE POLICY answer ON support_requests FOR UPDATE TO action_plans_person
  USING (asking_code = ANY (app.councils()) OR supporting_code = ANY (app.councils()))
  WITH CHECK ((supporting_code = ANY (app.councils()) AND state IN ('accepted', 'declined', 'ended'))
              OR (asking_code = ANY (app.councils()) AND state IN ('withdrawn', 'ended')));

-- How much of each support school is taken, without whom it helps: what free capacity is counted from. It reads requests
-- that the asker may not, so it runs as the system's role.
CREATE FUNCTION app.support_taken()
  RETURNS TABLE (support_school_id uuid, kind text, subject text, days numeric, starts_on date, ends_on date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS
$$ SELECT r.support_school_id, r.kind, r.subject, r.days, r.starts_on, coalesce(r.ended_on, r.ends_on)
     FROM support_requests r WHERE r.state IN ('accepted', 'ended') $$;
-- Whether a conflict bars, for those who may act on a request between the two.
CREATE FUNCTION app.support_barred(support uuid, school uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS
$$ SELECT EXISTS (SELECT FROM support_conflicts c WHERE c.support_school_id = support AND c.school_id = school
     AND (c.asking_code = ANY (app.councils()) OR c.supporting_code = ANY (app.councils()) OR app.is_department())) $$;
GRANT CREATE ON SCHEMA app TO action_plans_system;
ALTER FUNCTION app.support_taken() OWNER TO action_plans_system;
ALTER FUNCTION app.support_barred(uuid, uuid) OWNER TO action_plans_system;
REVOKE CREATE ON SCHEMA app FROM action_plans_system;
REVOKE ALL ON FUNCTION app.support_taken(), app.support_barred(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.support_taken(), app.support_barred(uuid, uuid) TO action_plans_person;

-- The log of a request belongs to the asking council; the support school's council reads it and adds its answer.
CREATE POLICY support_request ON events FOR SELECT TO action_plans_person USING (
  CASE WHEN chain LIKE 'support-request:%'
       THEN EXISTS (SELECT FROM support_requests r WHERE r.id = substr(chain, 17)::uuid) ELSE false END);
CREATE POLICY support_request_append ON events FOR INSERT TO action_plans_person WITH CHECK (
  CASE WHEN chain LIKE 'support-request:%' AND actor_id = app.person_id()
       THEN EXISTS (SELECT FROM support_requests r WHERE r.id = substr(chain, 17)::uuid) ELSE false END);
