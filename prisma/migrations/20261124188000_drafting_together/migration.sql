-- The form that a section's text was last saved from, and its how manieth save that was. A form that saves as its writer
-- types may lose an answer on the way: its next save is of the same hand, not of a second one.
ALTER TABLE "plan_sections" ADD COLUMN "saved_from" UUID, ADD COLUMN "saved_nth" INTEGER NOT NULL DEFAULT 0;

-- Who has a section of a draft open, so that two writers know of each other before one of them saves.
CREATE TABLE "section_presences" (
    "plan_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "section_presences_pkey" PRIMARY KEY ("plan_id","section","person_id")
);
ALTER TABLE "section_presences" ADD CONSTRAINT "section_presences_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the officers of a council say to each other about a draft. No part of the plan: nobody else ever reads it.
CREATE TABLE "plan_notes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "plan_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "plan_notes_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "plan_notes_plan_id_idx" ON "plan_notes"("plan_id");
ALTER TABLE "plan_notes" ADD CONSTRAINT "plan_notes_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE section_presences
  ADD CHECK (section IN ('position', 'causes', 'actions', 'targets', 'governance', 'cost', 'risks'));
ALTER TABLE plan_notes
  ADD CHECK (section IN ('position', 'causes', 'actions', 'targets', 'governance', 'cost', 'risks')),
  ADD CHECK ((closed_by_id IS NULL) = (closed_at IS NULL));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['section_presences', 'plan_notes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO action_plans_system', t);
    EXECUTE format('CREATE POLICY system ON %I TO action_plans_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT TO action_plans_person
      USING (EXISTS (SELECT FROM plans p WHERE p.id = plan_id AND p.council_code = ANY (app.councils())))', t);
  END LOOP;
END $$;

-- Everybody comes and goes for themselves.
GRANT SELECT, INSERT, UPDATE, DELETE ON section_presences TO action_plans_person;
CREATE POLICY come ON section_presences FOR INSERT TO action_plans_person WITH CHECK (
  person_id = app.person_id()
  AND EXISTS (SELECT FROM plans p WHERE p.id = plan_id AND p.council_code = ANY (app.councils())));
CREATE POLICY stay ON section_presences FOR UPDATE TO action_plans_person
  USING (person_id = app.person_id()) WITH CHECK (person_id = app.person_id());
CREATE POLICY go ON section_presences FOR DELETE TO action_plans_person USING (person_id = app.person_id());

-- A note is its writer's; any colleague may mark it as dealt with, and nobody changes its words.
GRANT SELECT, INSERT ON plan_notes TO action_plans_person;
GRANT UPDATE (closed_by_id, closed_at) ON plan_notes TO action_plans_person;
CREATE POLICY write ON plan_notes FOR INSERT TO action_plans_person WITH CHECK (
  written_by_id = app.person_id()
  AND EXISTS (SELECT FROM plans p WHERE p.id = plan_id AND p.council_code = ANY (app.councils())));
CREATE POLICY close ON plan_notes FOR UPDATE TO action_plans_person
  USING (EXISTS (SELECT FROM plans p WHERE p.id = plan_id AND p.council_code = ANY (app.councils())))
  WITH CHECK (closed_by_id IS NULL OR closed_by_id = app.person_id());
