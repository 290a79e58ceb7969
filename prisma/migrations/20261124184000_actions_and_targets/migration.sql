-- Which causes an action answers and which year's target it is meant to move. Actions of before say neither.
ALTER TABLE "plan_actions" ADD COLUMN "causes" TEXT[] DEFAULT ARRAY[]::TEXT[],
                           ADD COLUMN "target_year" SMALLINT;
ALTER TABLE plan_actions
  ALTER COLUMN causes SET NOT NULL,
  ADD CHECK (causes <@ ARRAY['leadership', 'teaching', 'english', 'maths', 'attendance', 'behaviour', 'turnover']),
  ADD CHECK (target_year BETWEEN 2000 AND 2100);

-- What schools that started within 5 points of "start" have gained over so many years ("span"), in whole points: half of
-- them "half" or less, nine in ten "most" or less. Of the country alone, and only where enough schools of enough councils
-- are behind a row (app/statistics/count-gains.server.ts): a row says nothing of any school or council.
CREATE TABLE "comparable_gains" (
    "measure" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "start" SMALLINT NOT NULL,
    "span" SMALLINT NOT NULL,
    "schools" INTEGER NOT NULL,
    "half" SMALLINT NOT NULL,
    "most" SMALLINT NOT NULL,
    "first_year" SMALLINT NOT NULL,
    "last_year" SMALLINT NOT NULL,
    "stored_version" BIGINT NOT NULL,

    CONSTRAINT "comparable_gains_pkey" PRIMARY KEY ("measure", "phase", "start", "span")
);
ALTER TABLE comparable_gains ADD CHECK (schools >= 20);

ALTER TABLE comparable_gains ENABLE ROW LEVEL SECURITY;
ALTER TABLE comparable_gains FORCE ROW LEVEL SECURITY;
CREATE POLICY system ON comparable_gains TO action_plans_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON comparable_gains TO action_plans_system;
-- When results were stored is the Department's affair: the column that follows it is not read by anybody else.
CREATE POLICY read ON comparable_gains FOR SELECT TO action_plans_person, action_plans_guest USING (true);
GRANT SELECT (measure, phase, start, span, schools, half, most, first_year, last_year)
  ON comparable_gains TO action_plans_person, action_plans_guest;
