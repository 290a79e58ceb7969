-- The state of the stored schools and results that a run was counted in ("stored_version"): the time of a count does not
-- tell whether they have changed since. What was counted before this belongs to no state, and is counted again.
ALTER TABLE "statistics_counts" ADD COLUMN "stored_version" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "statistics_counts" ALTER COLUMN "stored_version" DROP DEFAULT;

-- What a person chose decides how a list is matched, and what links schools which history a result has: a file that was
-- compared before either changed is compared again.
CREATE TRIGGER stored_version AFTER INSERT OR UPDATE OR DELETE ON urn_choices
  FOR EACH STATEMENT EXECUTE FUNCTION app.count_stored_version();
CREATE TRIGGER stored_version AFTER INSERT OR UPDATE OR DELETE ON school_links
  FOR EACH STATEMENT EXECUTE FUNCTION app.count_stored_version();
