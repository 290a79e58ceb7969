-- How many pupils a school must have in the latest year to be judged; 0 asks for none.
ALTER TABLE "programmes" ADD COLUMN "min_pupils" SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE programmes ADD CHECK (min_pupils BETWEEN 0 AND 1000);
GRANT SELECT (min_pupils) ON programmes TO action_plans_guest;

-- "2023, 2024 and 2025", for the sentences that the rule writes.
CREATE FUNCTION app.in_words(words text[]) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN cardinality(words) < 2 THEN array_to_string(words, '')
              ELSE array_to_string(words[:cardinality(words) - 1], ', ') || ' and ' || words[cardinality(words)] END
$$;

-- A run is kept as it was, for every role and for whoever owns the tables: what it found of a school never changes, and
-- of the run itself only its state and who moved it on, when. What the job finds, it finds while the run is waiting.
CREATE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% keeps its rows as they are', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON run_schools FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON run_councils FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON identification_runs FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
REVOKE INSERT, UPDATE ON run_schools FROM action_plans_person;
REVOKE UPDATE, DELETE ON run_schools FROM action_plans_system;
REVOKE INSERT ON run_councils FROM action_plans_person;
REVOKE DELETE ON run_councils, identification_runs FROM action_plans_system;

CREATE FUNCTION app.keep_run_councils() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.run_id, NEW.council_code, NEW.eligible, NEW.flagged, NEW.proportion)
     IS DISTINCT FROM (OLD.run_id, OLD.council_code, OLD.eligible, OLD.flagged, OLD.proportion) THEN
    RAISE EXCEPTION 'run_councils keeps its counts as they are' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER kept_counts BEFORE UPDATE ON run_councils FOR EACH ROW EXECUTE FUNCTION app.keep_run_councils();

CREATE FUNCTION app.keep_runs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.programme_id, NEW.number, NEW.rule_version, NEW.rule, NEW.created_by_id, NEW.created_at)
     IS DISTINCT FROM (OLD.id, OLD.programme_id, OLD.number, OLD.rule_version, OLD.rule, OLD.created_by_id, OLD.created_at)
     OR OLD.state NOT IN ('waiting', 'running')
        AND (NEW.files, NEW.schools_read, NEW.eligible, NEW.flagged, NEW.first_concern, NEW.boundary, NEW.failure)
            IS DISTINCT FROM (OLD.files, OLD.schools_read, OLD.eligible, OLD.flagged, OLD.first_concern, OLD.boundary, OLD.failure)
     OR OLD.state = 'published'
        AND (NEW.state, NEW.published_by_id, NEW.published_at) IS DISTINCT FROM (OLD.state, OLD.published_by_id, OLD.published_at) THEN
    RAISE EXCEPTION 'identification_runs keeps its facts as they are' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER kept_facts BEFORE UPDATE ON identification_runs FOR EACH ROW EXECUTE FUNCTION app.keep_runs();

-- A head may read which published files a run rests on.
GRANT SELECT (files) ON identification_runs TO action_plans_guest;

-- Averages of the published values of mainstream schools, by council, region ("code" is its name) and in all (code '').
-- A value that a successor has published of its own for the same year counts there alone.
CREATE TABLE "measure_averages" (
    "measure" TEXT NOT NULL,
    "year" SMALLINT NOT NULL,
    "scope" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "mean" DECIMAL(11,8) NOT NULL,
    "schools" INTEGER NOT NULL,

    CONSTRAINT "measure_averages_pkey" PRIMARY KEY ("measure","year","scope","code")
);
ALTER TABLE measure_averages ADD CHECK (scope IN ('council', 'region', 'national'));

-- The averages that the Department prints in its own files, for councils and the country (code ''). Those of the file
-- that was taken over last count; one that is taken back takes its own with it.
CREATE TABLE "published_averages" (
    "measure" TEXT NOT NULL,
    "year" SMALLINT NOT NULL,
    "scope" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "value" DECIMAL(7,4) NOT NULL,
    "file_id" UUID NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "published_averages_pkey" PRIMARY KEY ("measure","year","scope","code","file_id")
);
ALTER TABLE "published_averages" ADD CONSTRAINT "published_averages_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "results_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "published_averages_file_id_idx" ON "published_averages"("file_id");
ALTER TABLE published_averages ADD CHECK (scope IN ('council', 'national')), ADD CHECK (value BETWEEN 0 AND 100);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['measure_averages', 'published_averages'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY system ON %I TO action_plans_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT TO action_plans_person, action_plans_guest USING (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO action_plans_system', t);
    EXECUTE format('GRANT SELECT ON %I TO action_plans_person, action_plans_guest', t);
  END LOOP;
END $$;

-- The averages follow the results in the statement that changes them, whoever changes them, so that none is ever old.
-- The lock lets one transaction at a time work them out: two that did so side by side would miss each other's rows. It
-- is taken before the rows of schools, so that nobody waits for it holding what its holder needs.
CREATE FUNCTION app.lock_averages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('measure-averages'));
  RETURN NULL;
END $$;

-- Without nested loops: the planner knows nothing yet of what a statement has just stored, and takes a national file for
-- a handful of rows. By council first, so that regions and the country are sums of 150 rows a year.
CREATE FUNCTION app.work_out_averages(of_measures text[], of_years smallint[]) RETURNS void LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public SET enable_nestloop = off AS $$
DECLARE
  wanted record;
BEGIN
  FOR wanted IN SELECT w.measure, array_agg(w.year) AS years FROM unnest(of_measures, of_years) AS w (measure, year) GROUP BY w.measure LOOP
    DELETE FROM measure_averages a WHERE a.measure = wanted.measure AND a.year = ANY (wanted.years);
    INSERT INTO measure_averages (measure, year, scope, code, mean, schools)
    WITH published AS MATERIALIZED (
      SELECT r.year, r.school_id, r.value, s.council_code, s.mainstream, s.predecessor_id
        FROM results r JOIN schools s ON s.id = r.school_id
       WHERE r.measure = wanted.measure AND r.year = ANY (wanted.years) AND r.value IS NOT NULL),
    by_council AS MATERIALIZED (
      SELECT p.year, p.council_code, sum(p.value) AS total, count(*) AS schools
        FROM published p
        LEFT JOIN (SELECT DISTINCT year, predecessor_id FROM published WHERE predecessor_id IS NOT NULL) own
          ON own.predecessor_id = p.school_id AND own.year = p.year
       WHERE p.mainstream AND own.predecessor_id IS NULL
       GROUP BY p.year, p.council_code)
    SELECT wanted.measure, b.year,
           CASE WHEN grouping(c.code) = 0 THEN 'council' WHEN grouping(c.region) = 0 THEN 'region' ELSE 'national' END,
           coalesce(c.code, c.region, ''), sum(b.total) / sum(b.schools), sum(b.schools)
      FROM by_council b JOIN councils c ON c.code = b.council_code
     GROUP BY GROUPING SETS ((b.year, c.code), (b.year, c.region), (b.year));
  END LOOP;
END $$;

CREATE FUNCTION app.follow_results() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed record;
BEGIN
  SELECT array_agg(measure) AS measures, array_agg(year) AS years INTO changed
    FROM (SELECT DISTINCT measure, year FROM touched) t;
  IF changed.measures IS NOT NULL THEN
    PERFORM app.work_out_averages(changed.measures, changed.years);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION app.follow_schools() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed record;
BEGIN
  SELECT array_agg(measure) AS measures, array_agg(year) AS years INTO changed
    FROM (SELECT DISTINCT r.measure, r.year
            FROM before JOIN after USING (id)
            JOIN results r ON r.school_id IN (before.id, before.predecessor_id, after.predecessor_id)
           WHERE (before.mainstream, before.council_code, before.predecessor_id)
                 IS DISTINCT FROM (after.mainstream, after.council_code, after.predecessor_id)) t;
  IF changed.measures IS NOT NULL THEN
    PERFORM app.work_out_averages(changed.measures, changed.years);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION app.follow_regions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed record;
BEGIN
  IF EXISTS (SELECT FROM before JOIN after USING (code) WHERE before.region IS DISTINCT FROM after.region) THEN
    PERFORM pg_advisory_xact_lock(hashtext('measure-averages'));
    SELECT array_agg(measure) AS measures, array_agg(year) AS years INTO changed
      FROM (SELECT DISTINCT measure, year FROM results) t;
    IF changed.measures IS NOT NULL THEN
      PERFORM app.work_out_averages(changed.measures, changed.years);
    END IF;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER lock_averages BEFORE INSERT OR UPDATE OR DELETE ON results FOR EACH STATEMENT EXECUTE FUNCTION app.lock_averages();
CREATE TRIGGER lock_averages BEFORE UPDATE ON schools FOR EACH STATEMENT EXECUTE FUNCTION app.lock_averages();
CREATE TRIGGER averages_insert AFTER INSERT ON results REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION app.follow_results();
CREATE TRIGGER averages_update AFTER UPDATE ON results REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION app.follow_results();
CREATE TRIGGER averages_delete AFTER DELETE ON results REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION app.follow_results();
CREATE TRIGGER averages_update AFTER UPDATE ON schools REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION app.follow_schools();
CREATE TRIGGER averages_update AFTER UPDATE ON councils REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION app.follow_regions();

CREATE FUNCTION app.drop_published_averages() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM published_averages WHERE file_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER averages_taken_back AFTER UPDATE ON results_files FOR EACH ROW
  WHEN (OLD.state = 'takenOver' AND NEW.state <> 'takenOver') EXECUTE FUNCTION app.drop_published_averages();

GRANT CREATE ON SCHEMA app TO action_plans_system;
ALTER FUNCTION app.work_out_averages(text[], smallint[]) OWNER TO action_plans_system;
ALTER FUNCTION app.drop_published_averages() OWNER TO action_plans_system;
REVOKE CREATE ON SCHEMA app FROM action_plans_system;
REVOKE ALL ON FUNCTION app.work_out_averages(text[], smallint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.work_out_averages(text[], smallint[]) TO action_plans_person, action_plans_system;

-- What is stored already.
SELECT app.work_out_averages(array_agg(measure), array_agg(year)) FROM (SELECT DISTINCT measure, year FROM results) t;
