-- What a published run counts in each council: for the Department alone. One row a figure ("cell") and year.
CREATE TABLE "statistics_counts" (
    "run_id" UUID NOT NULL,
    "council_code" CHAR(3) NOT NULL,
    "cell" TEXT NOT NULL,
    "year" SMALLINT NOT NULL,
    "value" DECIMAL(14,4) NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "statistics_counts_pkey" PRIMARY KEY ("run_id", "council_code", "cell", "year")
);
ALTER TABLE "statistics_counts" ADD CONSTRAINT "statistics_counts_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "identification_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The same for councils, their region and the country, with small numbers taken out: NULL is a figure that is not shown.
-- Only of the newest published run of each programme. "code" is a council's code, a region's name, or '' for England.
CREATE TABLE "statistics_shown" (
    "run_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "cell" TEXT NOT NULL,
    "year" SMALLINT NOT NULL,
    "value" DECIMAL(9,1),

    CONSTRAINT "statistics_shown_pkey" PRIMARY KEY ("run_id", "scope", "code", "cell", "year")
);
ALTER TABLE "statistics_shown" ADD CONSTRAINT "statistics_shown_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "identification_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE statistics_shown ADD CHECK (scope IN ('council', 'region', 'national'));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['statistics_counts', 'statistics_shown'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY system ON %I TO action_plans_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY department ON %I FOR SELECT TO action_plans_person USING (app.is_department())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO action_plans_system', t);
    EXECUTE format('GRANT SELECT ON %I TO action_plans_person', t);
  END LOOP;
END $$;

-- A council reads its own row, its region's and England's. What is shown of a region is safe from a reader who knows the
-- figures of one council of it; somebody who works for several could take them all away, and so reads their own alone.
CREATE POLICY council ON statistics_shown FOR SELECT TO action_plans_person USING (
  (scope = 'council' AND code = ANY (app.councils()))
  OR (cardinality(app.councils()) = 1
      AND (scope = 'national'
           OR (scope = 'region' AND code IN (SELECT c.region FROM councils c WHERE c.code = ANY (app.councils()))))));
