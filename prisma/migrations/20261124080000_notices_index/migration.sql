-- Every page counts a person's unread notices of the last 400 days, so older ones must not be read to do so.
CREATE INDEX "notices_created_at_idx" ON "notices"("created_at");
