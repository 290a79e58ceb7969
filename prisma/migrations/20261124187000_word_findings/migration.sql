-- Words of a plan that the check before submission found and the council keeps, each with a reason. A row is for these
-- words in this sentence of this field: where one of them changes, the words are asked about again.
CREATE TABLE "accepted_words" (
    "plan_id" UUID NOT NULL,
    "finding" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "accepted_by_id" UUID NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "accepted_words_pkey" PRIMARY KEY ("plan_id","finding")
);
ALTER TABLE "accepted_words" ADD CONSTRAINT "accepted_words_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE accepted_words
  ADD CHECK (section IN ('position', 'causes', 'actions', 'targets', 'governance', 'cost', 'risks')),
  ADD CHECK (trim(reason) <> '');

ALTER TABLE accepted_words ENABLE ROW LEVEL SECURITY;
ALTER TABLE accepted_words FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON accepted_words TO action_plans_system;
CREATE POLICY system ON accepted_words TO action_plans_system USING (true) WITH CHECK (true);

-- The council's alone while it drafts: the Department reads what was kept, and why, inside the revision.
GRANT SELECT, INSERT, UPDATE ON accepted_words TO action_plans_person;
CREATE POLICY council ON accepted_words TO action_plans_person
  USING (EXISTS (SELECT FROM plans p WHERE p.id = plan_id AND p.council_code = ANY (app.councils())))
  WITH CHECK (accepted_by_id = app.person_id()
              AND EXISTS (SELECT FROM plans p WHERE p.id = plan_id AND p.council_code = ANY (app.councils())));
