-- A result that is moved to another year or measure leaves the averages of the old one: both are worked out anew. Nothing
-- of the service moves one, but the averages are to follow whoever changes results.
CREATE FUNCTION app.follow_changed_results() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed record;
BEGIN
  SELECT array_agg(measure) AS measures, array_agg(year) AS years INTO changed
    FROM (SELECT measure, year FROM before UNION SELECT measure, year FROM after) t;
  IF changed.measures IS NOT NULL THEN
    PERFORM app.work_out_averages(changed.measures, changed.years);
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER averages_update ON results;
CREATE TRIGGER averages_update AFTER UPDATE ON results REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION app.follow_changed_results();
