-- How far the Department has gone with a council that does not act, one row for a council and programme.
CREATE TABLE "council_escalations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "council_code" CHAR(3) NOT NULL,
    "level" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "context" JSONB NOT NULL,
    "machine_version" INTEGER NOT NULL,
    "event_count" INTEGER NOT NULL DEFAULT 0,
    "event_hash" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "council_escalations_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "council_escalations_programme_id_council_code_key" ON "council_escalations"("programme_id", "council_code");
ALTER TABLE "council_escalations" ADD CONSTRAINT "council_escalations_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "council_escalations" ADD CONSTRAINT "council_escalations_council_code_fkey" FOREIGN KEY ("council_code") REFERENCES "councils"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE council_escalations
  ADD CHECK (level IN ('none', 'concern', 'adviserProposed', 'adviserAppointed', 'federationProposed', 'directed')),
  ADD CHECK (step IN ('idle', 'proposed'));

ALTER TABLE council_escalations ENABLE ROW LEVEL SECURITY;
ALTER TABLE council_escalations FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON council_escalations TO action_plans_system;
CREATE POLICY system ON council_escalations TO action_plans_system USING (true) WITH CHECK (true);

-- Admins act; the council reads its own and answers; reviewers read.
GRANT SELECT, INSERT, UPDATE ON council_escalations TO action_plans_person;
CREATE POLICY admin ON council_escalations TO action_plans_person USING (app.is_admin()) WITH CHECK (app.is_admin());
CREATE POLICY department ON council_escalations FOR SELECT TO action_plans_person USING (app.is_department());
CREATE POLICY council ON council_escalations FOR SELECT TO action_plans_person USING (council_code = ANY (app.councils()));
CREATE POLICY council_answer ON council_escalations FOR UPDATE TO action_plans_person
  USING (council_code = ANY (app.led())) WITH CHECK (council_code = ANY (app.led()));
