-- Until a run is published, who is to be priority stands with the run alone, where only the Department reads it; the
-- membership that a council may read is written at publication.
ALTER TABLE "run_councils" ADD COLUMN "cohort" TEXT, ADD COLUMN "cohort_reason" TEXT;
ALTER TABLE run_councils ADD CHECK (cohort IN ('priority', 'standard'));

-- The year of the file that a school's name, type and so on are from: an older file that is taken over later must not
-- put them back. And the URN that a file says a school became: its successor may arrive with a later file.
ALTER TABLE "schools" ADD COLUMN "details_year" SMALLINT, ADD COLUMN "successor_urn" TEXT;
CREATE INDEX "schools_successor_urn_idx" ON "schools"("successor_urn");
