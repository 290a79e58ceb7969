-- A request for an extension, and a challenge, can be overtaken by what happens to the case: the plan comes in, the
-- flag is removed for another reason, the school closes. Such a row lapses; left pending or open it would bar the next.
ALTER TABLE extension_requests DROP CONSTRAINT extension_requests_state_check,
  ADD CONSTRAINT extension_requests_state_check CHECK (state IN ('pending', 'granted', 'refused', 'lapsed'));
ALTER TABLE challenges DROP CONSTRAINT challenges_state_check,
  ADD CONSTRAINT challenges_state_check CHECK (state IN ('open', 'upheld', 'removed', 'lapsed'));

-- The council's own submission overtakes its own request; it can let one lapse and change nothing else of it.
CREATE POLICY council_lapse ON extension_requests FOR UPDATE TO action_plans_person
  USING (state = 'pending' AND EXISTS (SELECT FROM school_cases c WHERE c.id = case_id AND c.council_code = ANY (app.councils())))
  WITH CHECK (state = 'lapsed' AND decided_by_id IS NULL
              AND EXISTS (SELECT FROM school_cases c WHERE c.id = case_id AND c.council_code = ANY (app.councils())));

-- In the database, so that no operation that moves a case can forget it. The asker's own policies hold inside.
CREATE FUNCTION app.lapse_extension_request() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  UPDATE extension_requests SET state = 'lapsed' WHERE case_id = NEW.id AND state = 'pending';
  RETURN NULL;
END $$;
CREATE TRIGGER lapse_extension_request AFTER UPDATE OF plan_state ON school_cases FOR EACH ROW
  WHEN (NEW.plan_state IN ('submitted', 'removed', 'exited', 'closed') AND NEW.plan_state <> OLD.plan_state)
  EXECUTE FUNCTION app.lapse_extension_request();
