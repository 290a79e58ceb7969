-- A third kind of file beside results and lists of schools.
ALTER TABLE results_files DROP CONSTRAINT results_files_kind_check;
ALTER TABLE results_files ADD CONSTRAINT results_files_kind_check CHECK (kind IN ('results', 'schools', 'links'));

-- Files of links between schools. Every row of one stays with the file, also once it is taken over, so that what the file
-- says can be listed: "from_urn" is the earlier school and "to_urn" the later, both NULL where the kind of link tells of no
-- history. "outcome" and "note" say what became of it when it was last compared with what is stored. By URN and without
-- foreign keys: a file names schools that nobody has stored.
CREATE TABLE "file_links" (
    "file_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "urn" TEXT NOT NULL,
    "link_urn" TEXT NOT NULL,
    "link_name" TEXT NOT NULL,
    "link_type" TEXT NOT NULL,
    "established_on" DATE,
    "from_urn" TEXT,
    "to_urn" TEXT,
    "plain" BOOLEAN NOT NULL,
    "outcome" TEXT,
    "note" TEXT,

    CONSTRAINT "file_links_pkey" PRIMARY KEY ("file_id", "line")
);
ALTER TABLE file_links ADD CHECK ((from_urn IS NULL) = (to_urn IS NULL)), ADD CHECK (from_urn <> to_urn);

ALTER TABLE "school_links" ADD COLUMN "established_on" DATE;

-- Every decision on whose results go on at a school, with its reason where one was asked for. "continues_id" is NULL where
-- nobody's do. What counts now is in school_links and schools.predecessor_id.
CREATE TABLE "history_decisions" (
    "id" BIGSERIAL NOT NULL,
    "school_id" UUID NOT NULL,
    "continues_id" UUID,
    "reason" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "history_decisions_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "history_decisions_school_id_idx" ON "history_decisions"("school_id");
ALTER TABLE "history_decisions" ADD CONSTRAINT "history_decisions_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "history_decisions" ADD CONSTRAINT "history_decisions_continues_id_fkey" FOREIGN KEY ("continues_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['file_links', 'history_decisions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO action_plans_system', t);
    EXECUTE format('CREATE POLICY system ON %I TO action_plans_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO action_plans_person', t);
    EXECUTE format('CREATE POLICY admin ON %I TO action_plans_person USING (app.is_admin()) WITH CHECK (app.is_admin())', t);
  END LOOP;
END $$;
GRANT DELETE ON file_links TO action_plans_person;
GRANT INSERT ON history_decisions TO action_plans_person;
GRANT USAGE ON SEQUENCE history_decisions_id_seq TO action_plans_person, action_plans_system;
