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

-- What a council may read: its own figures, its region's and England's, with small numbers taken out. NULL is a figure
-- that is not shown. Each council has rows of its own of its region and of England, since what may be shown of them
-- depends on what the reader knows already. Only of the newest published run of each programme.
CREATE TABLE "statistics_shown" (
    "run_id" UUID NOT NULL,
    "council_code" CHAR(3) NOT NULL,
    "scope" TEXT NOT NULL,
    "cell" TEXT NOT NULL,
    "year" SMALLINT NOT NULL,
    "value" DECIMAL(9,1),

    CONSTRAINT "statistics_shown_pkey" PRIMARY KEY ("run_id", "council_code", "scope", "cell", "year")
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

-- What is shown of a region and of England is safe from a reader who knows the figures of one council. Somebody who works
-- for several could take them all away, and so reads those councils' own figures alone.
CREATE POLICY council ON statistics_shown FOR SELECT TO action_plans_person USING (
  council_code = ANY (app.councils()) AND (scope = 'council' OR cardinality(app.councils()) = 1));
