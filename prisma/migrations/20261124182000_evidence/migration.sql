-- Files that show what a text says: of a plan, of a challenge of a flag, or of a note on progress. Their bytes stand in
-- a table of their own, so that a list reads none, and in the database, so that several processes share them.
CREATE TABLE "evidence" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "plan_id" UUID,
    "challenge_id" UUID,
    "progress_entry_id" UUID,
    "filename" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "checksum" CHAR(64) NOT NULL,
    "description" TEXT NOT NULL,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "removed_by_id" UUID,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "evidence_contents" (
    "evidence_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "evidence_contents_pkey" PRIMARY KEY ("evidence_id")
);
CREATE INDEX "evidence_plan_id_idx" ON "evidence"("plan_id");
CREATE INDEX "evidence_challenge_id_idx" ON "evidence"("challenge_id");
CREATE INDEX "evidence_progress_entry_id_idx" ON "evidence"("progress_entry_id");
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_challenge_id_fkey" FOREIGN KEY ("challenge_id") REFERENCES "challenges"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_progress_entry_id_fkey" FOREIGN KEY ("progress_entry_id") REFERENCES "progress_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_contents" ADD CONSTRAINT "evidence_contents_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE evidence
  ADD CHECK (num_nonnulls(plan_id, challenge_id, progress_entry_id) = 1),
  ADD CHECK (kind IN ('pdf', 'png', 'jpeg', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'csv', 'text')),
  ADD CHECK (size BETWEEN 1 AND 10485760),
  ADD CHECK ((removed_at IS NULL) = (removed_by_id IS NULL));
-- The bytes are packed already, or small: packing them again would cost time and gain nothing.
ALTER TABLE evidence_contents ALTER COLUMN bytes SET STORAGE EXTERNAL;
-- The same bytes once for each thing that they are evidence of.
CREATE UNIQUE INDEX evidence_once ON evidence (coalesce(plan_id, challenge_id, progress_entry_id), checksum)
  WHERE removed_at IS NULL;

ALTER TABLE evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence FORCE ROW LEVEL SECURITY;
ALTER TABLE evidence_contents ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_contents FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON evidence, evidence_contents TO action_plans_system;
CREATE POLICY system ON evidence TO action_plans_system USING (true) WITH CHECK (true);
CREATE POLICY system ON evidence_contents TO action_plans_system USING (true) WITH CHECK (true);

-- Both ask as the person who asks, whose own policies decide which revisions and which draft there are for them.
CREATE FUNCTION app.revision_cites(of_plan uuid, piece uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT EXISTS (SELECT FROM public.revisions r WHERE r.plan_id = of_plan
                  AND r.content -> 'evidence' @> jsonb_build_array(jsonb_build_object('id', piece))) $$;
CREATE FUNCTION app.draft_cites(of_plan uuid, piece uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT EXISTS (
     SELECT FROM public.plan_sections s,
                 jsonb_array_elements_text(CASE jsonb_typeof(s.content -> 'cites') WHEN 'array' THEN s.content -> 'cites'
                                                                                  ELSE '[]' END) cite
      WHERE s.plan_id = of_plan AND right(cite, 36) = piece::text) $$;

-- Who may read a text reads what it cites: the council all of its own plan's evidence, the Department and the adviser what
-- a revision cites that they may read, the head also what the draft cites.
GRANT SELECT, INSERT, DELETE ON evidence TO action_plans_person;
GRANT UPDATE (description, removed_at, removed_by_id) ON evidence TO action_plans_person;
GRANT SELECT ON evidence TO action_plans_guest;
CREATE POLICY council_read ON evidence FOR SELECT TO action_plans_person
  USING (EXISTS (SELECT FROM plans p WHERE p.id = plan_id AND p.council_code = ANY (app.councils())));
-- Policies are asked in the order of their names: what costs the most comes last.
CREATE POLICY submission ON evidence FOR SELECT TO action_plans_person, action_plans_guest
  USING (app.revision_cites(plan_id, id));
CREATE POLICY head ON evidence FOR SELECT TO action_plans_guest
  USING (app.draft_cites(plan_id, id));
CREATE POLICY challenge ON evidence FOR SELECT TO action_plans_person
  USING (EXISTS (SELECT FROM challenges c WHERE c.id = challenge_id));
CREATE POLICY progress ON evidence FOR SELECT TO action_plans_person, action_plans_guest
  USING (EXISTS (SELECT FROM progress_entries e WHERE e.id = progress_entry_id));

CREATE POLICY plan_add ON evidence FOR INSERT TO action_plans_person
  WITH CHECK (added_by_id = app.person_id()
              AND EXISTS (SELECT FROM plans p WHERE p.id = plan_id AND p.council_code = ANY (app.councils())));
CREATE POLICY challenge_add ON evidence FOR INSERT TO action_plans_person
  WITH CHECK (added_by_id = app.person_id()
              AND EXISTS (SELECT FROM challenges c JOIN school_cases s ON s.id = c.case_id
                           WHERE c.id = challenge_id AND c.state = 'open' AND s.council_code = ANY (app.councils())));
CREATE POLICY progress_add ON evidence FOR INSERT TO action_plans_person
  WITH CHECK (added_by_id = app.person_id()
              AND EXISTS (SELECT FROM progress_entries e JOIN school_cases s ON s.id = e.case_id
                           WHERE e.id = progress_entry_id AND s.council_code = ANY (app.councils())));
-- What a submission cites stays as it was then: it can be taken out of the draft, and neither deleted nor described anew.
CREATE POLICY council_change ON evidence FOR UPDATE TO action_plans_person
  USING (EXISTS (SELECT FROM plans p WHERE p.id = plan_id AND p.council_code = ANY (app.councils())))
  WITH CHECK (EXISTS (SELECT FROM plans p WHERE p.id = plan_id AND p.council_code = ANY (app.councils())));
CREATE POLICY council_delete ON evidence FOR DELETE TO action_plans_person
  USING (EXISTS (SELECT FROM plans p WHERE p.id = plan_id AND p.council_code = ANY (app.councils()))
         AND NOT app.revision_cites(plan_id, id));
CREATE FUNCTION app.keep_description() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
     IF app.revision_cites(OLD.plan_id, OLD.id) THEN
       RAISE EXCEPTION 'A submission cites this evidence: its description stays';
     END IF;
     RETURN NEW;
   END $$;
CREATE TRIGGER keep_description BEFORE UPDATE OF description ON evidence FOR EACH ROW
  WHEN (OLD.description IS DISTINCT FROM NEW.description) EXECUTE FUNCTION app.keep_description();

GRANT SELECT, INSERT ON evidence_contents TO action_plans_person;
GRANT SELECT ON evidence_contents TO action_plans_guest;
CREATE POLICY read ON evidence_contents FOR SELECT TO action_plans_person, action_plans_guest
  USING (EXISTS (SELECT FROM evidence e WHERE e.id = evidence_id));
CREATE POLICY add ON evidence_contents FOR INSERT TO action_plans_person
  WITH CHECK (EXISTS (SELECT FROM evidence e WHERE e.id = evidence_id AND e.added_by_id = app.person_id()));
