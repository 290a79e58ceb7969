-- A file is read into staging tables, compared there by set-based SQL, and taken over from there in one transaction. What
-- it replaces is kept, so that it can be listed and taken back.
ALTER TABLE "results_files"
  ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'results',
  ADD COLUMN "read_share" REAL NOT NULL DEFAULT 0,
  ADD COLUMN "read_rate" INTEGER,
  ADD COLUMN "checked_at" TIMESTAMPTZ(3),
  ADD COLUMN "staged" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "column_measures" TEXT[],
  ADD COLUMN "column_years" SMALLINT[],
  ADD COLUMN "phase" TEXT,
  ADD COLUMN "staged_totals" JSONB,
  ADD COLUMN "undecided" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "compared_at_version" BIGINT,
  ADD COLUMN "taken_over_nth" INTEGER,
  ADD COLUMN "taken_back_by_id" UUID,
  ADD COLUMN "taken_back_at" TIMESTAMPTZ(3);
ALTER TABLE results_files DROP CONSTRAINT results_files_state_check;
ALTER TABLE results_files
  ADD CHECK (state IN ('waiting', 'reading', 'checked', 'refused', 'takingOver', 'takenOver', 'takenBack', 'discarded')),
  ADD CHECK (kind IN ('results', 'schools'));
-- The order in which files were taken over.
UPDATE results_files f SET taken_over_nth = o.nth
  FROM (SELECT id, row_number() OVER (ORDER BY taken_over_at, id) AS nth FROM results_files WHERE state = 'takenOver') o
 WHERE f.id = o.id;
CREATE UNIQUE INDEX "results_files_taken_over_nth_key" ON "results_files"("taken_over_nth");
-- Kept as they are: compressing the national file costs more than reading it.
ALTER TABLE results_file_contents ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- The rows of a file that has been read and not taken over yet. What stands at each place of "values" and "codes" is
-- said by the file's column_measures and column_years. No foreign key: a check for each row would cost as much as the
-- copy, and results_files are never deleted.
CREATE TABLE "staged_rows" (
    "file_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "urn" TEXT,
    "laestab" TEXT,
    "council_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "mainstream" BOOLEAN NOT NULL,
    "open" BOOLEAN NOT NULL,
    "town" TEXT NOT NULL,
    "postcode" TEXT NOT NULL,
    "pupils" INTEGER,
    "successor_urn" TEXT,
    "values" DECIMAL(7,4)[],
    "codes" TEXT[],

    CONSTRAINT "staged_rows_pkey" PRIMARY KEY ("file_id", "line")
);

-- Rows that several stored schools could be meant by, decided or not.
CREATE TABLE "staged_unmatched" (
    "file_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "laestab" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "candidate_ids" UUID[],

    CONSTRAINT "staged_unmatched_pkey" PRIMARY KEY ("file_id", "line")
);

-- What the staged rows would change, found when the file is checked and stored when it is taken over: results that are not
-- stored as they are, known schools with the details that they will have, and schools that continue others.
CREATE TABLE "staged_results" (
    "file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "school_id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "year" SMALLINT NOT NULL,
    "value" DECIMAL(7,4),
    "code" TEXT,
    "pupils" INTEGER,
    "before_value" DECIMAL(7,4),
    "before_code" TEXT,
    "before_pupils" INTEGER,
    "before_file_id" UUID,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "staged_results_pkey" PRIMARY KEY ("file_id", "position")
);

CREATE TABLE "staged_details" (
    "file_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "mainstream" BOOLEAN NOT NULL,
    "open" BOOLEAN NOT NULL,
    "council_code" TEXT NOT NULL,
    "laestab" TEXT NOT NULL,
    "urn" TEXT,
    "town" TEXT NOT NULL,
    "postcode" TEXT NOT NULL,
    "successor_urn" TEXT,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "staged_details_pkey" PRIMARY KEY ("file_id", "school_id")
);

CREATE TABLE "staged_successions" (
    "file_id" UUID NOT NULL,
    "earlier_id" UUID NOT NULL,
    "later_id" UUID NOT NULL,

    CONSTRAINT "staged_successions_pkey" PRIMARY KEY ("file_id", "earlier_id", "later_id")
);

-- The last transaction that changed what files are compared with: where it is still the one that it was when a file was
-- compared, the comparison still holds.
CREATE TABLE "stored_version" (
    "id" INTEGER NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "stored_version_pkey" PRIMARY KEY ("id")
);
INSERT INTO stored_version VALUES (1, 1);

-- Which school is meant by a council and establishment number; none where its rows are left out.
CREATE TABLE "laestab_choices" (
    "laestab" TEXT NOT NULL,
    "school_id" UUID,
    "file_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "laestab_choices_pkey" PRIMARY KEY ("laestab")
);

-- Every error of a file that was refused, in the order of its lines.
CREATE TABLE "refused_rows" (
    "file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "line" INTEGER,
    "column_name" TEXT,
    "found" TEXT,
    "message" TEXT NOT NULL,

    CONSTRAINT "refused_rows_pkey" PRIMARY KEY ("file_id", "position")
);

-- The schools that a file has rows for, with the line; kept after it is taken over. A new school's row is not stored
-- before, so school_id has no foreign key. What says how new a known school's details are was as in the last columns.
CREATE TABLE "file_schools" (
    "file_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "is_new" BOOLEAN NOT NULL,
    "before_year" SMALLINT,
    "before_on" DATE,
    "before_file_id" UUID,

    CONSTRAINT "file_schools_pkey" PRIMARY KEY ("file_id", "line")
);
CREATE INDEX "file_schools_school_id_idx" ON "file_schools"("school_id");

-- What a file that was taken over replaced. "before" and "after" hold the columns that changed, and no other.
CREATE TABLE "school_changes" (
    "id" BIGSERIAL NOT NULL,
    "file_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "school_changes_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "school_changes_file_id_idx" ON "school_changes"("file_id");
CREATE INDEX "school_changes_school_id_idx" ON "school_changes"("school_id");

CREATE TABLE "result_changes" (
    "id" BIGSERIAL NOT NULL,
    "file_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "year" SMALLINT NOT NULL,
    "before_value" DECIMAL(7,4),
    "before_code" TEXT,
    "before_pupils" INTEGER,
    "before_file_id" UUID NOT NULL,
    "after_value" DECIMAL(7,4),
    "after_code" TEXT,
    "after_pupils" INTEGER,

    CONSTRAINT "result_changes_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "result_changes_file_id_school_id_measure_year_key" ON "result_changes"("file_id", "school_id", "measure", "year");
CREATE INDEX "result_changes_school_id_measure_year_idx" ON "result_changes"("school_id", "measure", "year");
CREATE INDEX "result_changes_before_file_id_idx" ON "result_changes"("before_file_id");

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['staged_rows', 'staged_unmatched', 'staged_results', 'staged_details', 'staged_successions', 'stored_version', 'laestab_choices', 'refused_rows', 'file_schools', 'school_changes', 'result_changes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO action_plans_system', t);
    EXECUTE format('CREATE POLICY system ON %I TO action_plans_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO action_plans_person', t);
    EXECUTE format('CREATE POLICY admin ON %I TO action_plans_person USING (app.is_admin()) WITH CHECK (app.is_admin())', t);
  END LOOP;
END $$;
GRANT INSERT, UPDATE, DELETE ON laestab_choices TO action_plans_person;
-- A file that is put aside lets go of what was staged of it.
GRANT DELETE ON staged_rows, staged_unmatched, staged_results, staged_details, staged_successions, file_schools TO action_plans_person;
GRANT USAGE ON SEQUENCE school_changes_id_seq, result_changes_id_seq TO action_plans_system;

-- Results point to a school and a file. Foreign keys would look both up for each row, which for a national file takes as
-- long as storing it; these look once for each statement. EXECUTE plans for the rows at hand: a plan kept from a statement
-- of one row would be ruinous for one of thousands.
ALTER TABLE results DROP CONSTRAINT results_school_id_fkey, DROP CONSTRAINT results_file_id_fkey;
CREATE FUNCTION app.results_point_somewhere() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE lost boolean;
BEGIN
  EXECUTE 'SELECT EXISTS (SELECT FROM (SELECT DISTINCT school_id FROM touched) t LEFT JOIN schools s ON s.id = t.school_id
                           WHERE s.id IS NULL)
               OR EXISTS (SELECT FROM (SELECT DISTINCT file_id FROM touched) t LEFT JOIN results_files f ON f.id = t.file_id
                           WHERE f.id IS NULL)' INTO lost;
  IF lost THEN
    RAISE EXCEPTION 'A result is of a school or of a file that is not there' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION app.results_keep_what_they_point_to() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE needed boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT FROM gone g JOIN results r ON r.%I = g.id)', TG_ARGV[0]) INTO needed;
  IF needed THEN
    RAISE EXCEPTION 'Results point to a row of % that is to go', TG_TABLE_NAME USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER point_insert AFTER INSERT ON results REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION app.results_point_somewhere();
CREATE TRIGGER point_update AFTER UPDATE ON results REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION app.results_point_somewhere();
CREATE TRIGGER point_delete AFTER DELETE ON schools REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION app.results_keep_what_they_point_to('school_id');
CREATE TRIGGER point_delete AFTER DELETE ON results_files REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION app.results_keep_what_they_point_to('file_id');
CREATE FUNCTION app.count_stored_version() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE stored_version SET version = pg_current_xact_id()::text::bigint
   WHERE version <> pg_current_xact_id()::text::bigint;
  RETURN NULL;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['schools', 'results', 'laestab_choices'] LOOP
    EXECUTE format('CREATE TRIGGER stored_version AFTER INSERT OR UPDATE OR DELETE ON %I
                      FOR EACH STATEMENT EXECUTE FUNCTION app.count_stored_version()', t);
  END LOOP;
END $$;
GRANT CREATE ON SCHEMA app TO action_plans_system;
ALTER FUNCTION app.count_stored_version() OWNER TO action_plans_system;
ALTER FUNCTION app.results_point_somewhere() OWNER TO action_plans_system;
ALTER FUNCTION app.results_keep_what_they_point_to() OWNER TO action_plans_system;
REVOKE CREATE ON SCHEMA app FROM action_plans_system;

-- Each year's file says anew of every school how new its details are: with room on its page a row need not move, and
-- none of the table's indexes need an entry for it.
ALTER TABLE schools SET (fillfactor = 50);
