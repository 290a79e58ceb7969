-- What an adviser says of a submitted plan, section by section. Nobody changes or takes back a comment.
CREATE TABLE "advice" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "revision_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "given_by_id" UUID NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "advice_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "advice_revision_id_idx" ON "advice"("revision_id");
ALTER TABLE "advice" ADD CONSTRAINT "advice_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE advice
  ADD CHECK (section IN ('position', 'causes', 'actions', 'targets', 'governance', 'cost', 'risks'));

ALTER TABLE advice ENABLE ROW LEVEL SECURITY;
ALTER TABLE advice FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON advice TO action_plans_system;
CREATE POLICY system ON advice TO action_plans_system USING (true) WITH CHECK (true);

-- Who may read the revision reads what was advised on it, heads excepted: the advice is the council's to act on.
GRANT SELECT ON advice TO action_plans_person;
GRANT SELECT, INSERT ON advice TO action_plans_guest;
CREATE POLICY read ON advice FOR SELECT TO action_plans_person USING (
  EXISTS (SELECT FROM revisions r WHERE r.id = revision_id));
CREATE POLICY adviser_read ON advice FOR SELECT TO action_plans_guest USING (
  EXISTS (SELECT FROM revisions r JOIN plans p ON p.id = r.plan_id
          WHERE r.id = revision_id AND p.council_code = ANY (app.advised())));
CREATE POLICY adviser_give ON advice FOR INSERT TO action_plans_guest WITH CHECK (
  given_by_id = app.person_id()
  AND EXISTS (SELECT FROM revisions r JOIN plans p ON p.id = r.plan_id
              WHERE r.id = revision_id AND p.council_code = ANY (app.advised())));
