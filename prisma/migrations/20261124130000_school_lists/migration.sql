-- Lists of schools: where a school is, whether and since when it is open, its federation, and the schools that it
-- continues. Details that results files have too are from the file of details_file_id as of details_on (the end of the
-- school year for a results file); what only lists have is from list_file_id as of listed_on. Newer information wins.
ALTER TABLE "schools"
  ADD COLUMN "status" TEXT,
  ADD COLUMN "easting" INTEGER,
  ADD COLUMN "northing" INTEGER,
  ADD COLUMN "federation" TEXT,
  ADD COLUMN "closed_by_admin_on" DATE,
  ADD COLUMN "details_on" DATE,
  ADD COLUMN "details_file_id" UUID,
  ADD COLUMN "listed_on" DATE,
  ADD COLUMN "list_file_id" UUID;
ALTER TABLE schools
  ADD CHECK (status IN ('open', 'closed', 'proposedToClose', 'proposedToOpen')),
  -- One coordinate alone says nothing.
  ADD CHECK ((easting IS NULL) = (northing IS NULL));
-- Until now closed_on said that an admin had closed the school. It is the day on which a list says that it closed.
UPDATE schools SET closed_by_admin_on = closed_on, closed_on = NULL WHERE closed_on IS NOT NULL;
UPDATE schools SET details_on = make_date(details_year, 8, 31) WHERE details_year IS NOT NULL;

-- What lists and people say about which school goes on as which. "continues": its results are the later one's history;
-- NULL where that is not decided, because a school has several predecessors or the dates do not say which came first
-- ("in_order" is false then). The floor rule follows schools.predecessor_id, which holds what is decided.
CREATE TABLE "school_links" (
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "in_order" BOOLEAN NOT NULL DEFAULT true,
    "continues" BOOLEAN,
    "file_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "school_links_pkey" PRIMARY KEY ("from_id", "to_id")
);
CREATE INDEX "school_links_to_id_idx" ON "school_links"("to_id");
CREATE INDEX "school_links_file_id_idx" ON "school_links"("file_id");
ALTER TABLE "school_links" ADD CONSTRAINT "school_links_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "school_links" ADD CONSTRAINT "school_links_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a list of schools says of itself, kept with the file.
CREATE TABLE "school_lists" (
    "file_id" UUID NOT NULL,
    "listed_on" DATE NOT NULL,
    "listed_on_is_earliest" BOOLEAN NOT NULL,
    "layout_name" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "separator" TEXT NOT NULL,
    "fields" TEXT[],
    "ignored" JSONB NOT NULL,
    "read_ms" INTEGER NOT NULL,

    CONSTRAINT "school_lists_pkey" PRIMARY KEY ("file_id")
);

-- The rows of a list that has been read and not taken over yet, with the stored school that each is about and what it
-- would change of it. No foreign keys, as for staged_rows.
CREATE TABLE "staged_schools" (
    "file_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "urn" TEXT NOT NULL,
    "laestab" TEXT NOT NULL,
    "council_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "mainstream" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL,
    "phase" TEXT,
    "town" TEXT,
    "postcode" TEXT,
    "easting" INTEGER,
    "northing" INTEGER,
    "federation" TEXT,
    "opened_on" DATE,
    "closed_on" DATE,
    "linked_urns" TEXT[],
    "predecessor_urns" TEXT[],
    "successor_urns" TEXT[],
    "school_id" UUID,
    "candidate_ids" UUID[],
    "outcome" TEXT,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "staged_schools_pkey" PRIMARY KEY ("file_id", "line")
);
CREATE UNIQUE INDEX "staged_schools_file_id_urn_key" ON "staged_schools"("file_id", "urn");

-- Links that a list has and that are not stored yet, by URN, because a new school has no id before it is stored.
CREATE TABLE "staged_links" (
    "file_id" UUID NOT NULL,
    "from_urn" TEXT NOT NULL,
    "to_urn" TEXT NOT NULL,
    "in_order" BOOLEAN NOT NULL,
    "clear" BOOLEAN NOT NULL,

    CONSTRAINT "staged_links_pkey" PRIMARY KEY ("file_id", "from_urn", "to_urn")
);

-- Which stored school without a URN is the one of this URN; none where it is a school of its own.
CREATE TABLE "urn_choices" (
    "urn" TEXT NOT NULL,
    "school_id" UUID,
    "file_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "urn_choices_pkey" PRIMARY KEY ("urn")
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['school_links', 'school_lists', 'staged_schools', 'staged_links', 'urn_choices'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO action_plans_system', t);
    EXECUTE format('CREATE POLICY system ON %I TO action_plans_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO action_plans_person', t);
    EXECUTE format('CREATE POLICY admin ON %I TO action_plans_person USING (app.is_admin()) WITH CHECK (app.is_admin())', t);
  END LOOP;
END $$;
GRANT INSERT, UPDATE, DELETE ON school_links, urn_choices TO action_plans_person;
GRANT DELETE ON staged_schools, staged_links, school_lists TO action_plans_person;
-- Which school goes on as which is published; who decided it is not.
CREATE POLICY read ON school_links FOR SELECT TO action_plans_person, action_plans_guest USING (true);
GRANT SELECT (from_id, to_id, in_order, continues) ON school_links TO action_plans_guest;
