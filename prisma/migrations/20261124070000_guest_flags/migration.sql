-- The head's school with the schools that it continues and those that continue it: a conversion gives a school a new row,
-- while an old run keeps the old one. The bound on the steps ends a circle in the data.
CREATE FUNCTION app.school_line() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH RECURSIVE before AS (
    SELECT s.id, s.predecessor_id, 0 AS step FROM public.schools s WHERE s.id = app.school_id()
    UNION ALL SELECT s.id, s.predecessor_id, step + 1 FROM public.schools s JOIN before ON s.id = before.predecessor_id WHERE step < 20),
  after AS (
    SELECT app.school_id() AS id, 0 AS step
    UNION ALL SELECT s.id, step + 1 FROM public.schools s JOIN after ON s.predecessor_id = after.id WHERE step < 20)
  SELECT id FROM before UNION SELECT id FROM after WHERE id IS NOT NULL
$$;

-- A head reads another row of the school's line only of the run that their own school's case was opened by.
ALTER POLICY guest ON run_schools USING (
  (school_id = app.school_id() OR council_code = ANY (app.advised())
   OR (school_id IN (SELECT app.school_line())
       AND EXISTS (SELECT FROM school_cases c WHERE c.school_id = app.school_id() AND c.run_id = run_schools.run_id)))
  AND EXISTS (SELECT FROM identification_runs r WHERE r.id = run_id AND r.state = 'published'));

-- A reply is part of what is submitted: it is written while the plan of the head's own school is a draft, not after.
ALTER POLICY head ON headteacher_replies
  USING (school_id = app.school_id())
  WITH CHECK (school_id = app.school_id() AND person_id = app.person_id()
              AND EXISTS (SELECT FROM school_cases c
                           WHERE c.plan_id = headteacher_replies.plan_id AND c.school_id = app.school_id()
                             AND c.plan_state IN ('drafting', 'returned')));
