-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "people" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_signed_in_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grants" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "council_code" CHAR(3),
    "school_id" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "granted_by_id" UUID,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_id" UUID,

    CONSTRAINT "role_grants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "set_password_links" (
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "set_password_links_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "sign_in_attempts" (
    "id" BIGSERIAL NOT NULL,
    "account_hash" TEXT NOT NULL,
    "address_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "succeeded" BOOLEAN NOT NULL,

    CONSTRAINT "sign_in_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "declared_interests" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "school_id" UUID,
    "council_code" CHAR(3),
    "nature" TEXT NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "declared_interests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "councils" (
    "code" CHAR(3) NOT NULL,
    "name" TEXT NOT NULL,
    "region" TEXT NOT NULL,

    CONSTRAINT "councils_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "schools" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "urn" TEXT,
    "laestab" CHAR(7) NOT NULL,
    "name" TEXT NOT NULL,
    "council_code" CHAR(3) NOT NULL,
    "phase" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "mainstream" BOOLEAN NOT NULL,
    "open" BOOLEAN NOT NULL DEFAULT true,
    "town" TEXT NOT NULL DEFAULT '',
    "postcode" TEXT NOT NULL DEFAULT '',
    "opened_on" DATE,
    "closed_on" DATE,
    "predecessor_id" UUID,

    CONSTRAINT "schools_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "results" (
    "school_id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "year" SMALLINT NOT NULL,
    "value" DECIMAL(7,4),
    "code" TEXT,
    "pupils" INTEGER,
    "file_id" UUID NOT NULL,

    CONSTRAINT "results_pkey" PRIMARY KEY ("school_id","measure","year")
);

-- CreateTable
CREATE TABLE "results_files" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "filename" TEXT NOT NULL,
    "checksum" CHAR(64) NOT NULL,
    "size" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "expected_year" SMALLINT,
    "layout" TEXT,
    "years" SMALLINT[],
    "measures" TEXT[],
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "rows_total" INTEGER,
    "summary" JSONB,
    "errors" JSONB,
    "uploaded_by_id" UUID,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_over_by_id" UUID,
    "taken_over_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "results_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "results_file_contents" (
    "file_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "results_file_contents_pkey" PRIMARY KEY ("file_id")
);

-- CreateTable
CREATE TABLE "programmes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "floor" DECIMAL(7,4) NOT NULL,
    "latest_year" SMALLINT NOT NULL,
    "rule_years" SMALLINT NOT NULL,
    "concern_years" SMALLINT NOT NULL,
    "gap_policy" TEXT NOT NULL,
    "min_published_years" SMALLINT NOT NULL,
    "goal_value" DECIMAL(7,4) NOT NULL,
    "goal_year" SMALLINT NOT NULL,
    "goal_kind" TEXT NOT NULL,
    "exit_years" SMALLINT NOT NULL,
    "cohort_size" SMALLINT NOT NULL,
    "smallest_council" SMALLINT NOT NULL,
    "priority_due_on" DATE NOT NULL,
    "standard_due_on" DATE NOT NULL,
    "grace_days" SMALLINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "programmes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identification_runs" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "rule" JSONB NOT NULL,
    "files" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "schools_read" INTEGER NOT NULL DEFAULT 0,
    "eligible" INTEGER NOT NULL DEFAULT 0,
    "flagged" INTEGER NOT NULL DEFAULT 0,
    "first_concern" INTEGER NOT NULL DEFAULT 0,
    "boundary" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "cohort_confirmed_by_id" UUID,
    "cohort_confirmed_at" TIMESTAMPTZ(3),
    "published_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "identification_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_schools" (
    "run_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "council_code" CHAR(3) NOT NULL,
    "eligible" BOOLEAN NOT NULL,
    "flagged" BOOLEAN NOT NULL,
    "first_concern" BOOLEAN NOT NULL,
    "boundary" BOOLEAN NOT NULL,
    "values" JSONB NOT NULL,
    "sentence" TEXT NOT NULL,
    "margin" DECIMAL(7,4),

    CONSTRAINT "run_schools_pkey" PRIMARY KEY ("run_id","school_id")
);

-- CreateTable
CREATE TABLE "run_councils" (
    "run_id" UUID NOT NULL,
    "council_code" CHAR(3) NOT NULL,
    "eligible" INTEGER NOT NULL,
    "flagged" INTEGER NOT NULL,
    "proportion" DECIMAL(9,8) NOT NULL,
    "rank" INTEGER,

    CONSTRAINT "run_councils_pkey" PRIMARY KEY ("run_id","council_code")
);

-- CreateTable
CREATE TABLE "cohort_memberships" (
    "programme_id" UUID NOT NULL,
    "council_code" CHAR(3) NOT NULL,
    "cohort" TEXT NOT NULL,
    "reason" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cohort_memberships_pkey" PRIMARY KEY ("programme_id","council_code")
);

-- CreateTable
CREATE TABLE "school_cases" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "council_code" CHAR(3) NOT NULL,
    "run_id" UUID NOT NULL,
    "plan_id" UUID,
    "previous_case_id" UUID,
    "plan_state" TEXT NOT NULL,
    "deadline_state" TEXT NOT NULL,
    "context" JSONB NOT NULL,
    "machine_version" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "first_due_on" DATE NOT NULL,
    "submitted_on" DATE,
    "submitted_at" TIMESTAMPTZ(3),
    "revision_number" INTEGER NOT NULL DEFAULT 0,
    "reviewer_id" UUID,
    "event_count" INTEGER NOT NULL DEFAULT 0,
    "event_hash" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "school_cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plans" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "council_code" CHAR(3) NOT NULL,
    "reply_by_on" DATE,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_sections" (
    "plan_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "complete" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_sections_pkey" PRIMARY KEY ("plan_id","key")
);

-- CreateTable
CREATE TABLE "plan_actions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "plan_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "cost_pence" BIGINT NOT NULL,
    "funding" TEXT NOT NULL,
    "milestone" TEXT NOT NULL,
    "measure_of_success" TEXT NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_actions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_contributors" (
    "plan_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_contributors_pkey" PRIMARY KEY ("plan_id","person_id")
);

-- CreateTable
CREATE TABLE "headteacher_replies" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "plan_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "stance" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "headteacher_replies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revisions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "plan_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "section_verdicts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "revision_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "comment" TEXT,
    "reviewer_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "shared_at" TIMESTAMPTZ(3),
    "reply" TEXT,
    "replied_by_id" UUID,
    "replied_at" TIMESTAMPTZ(3),

    CONSTRAINT "section_verdicts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "extension_requests" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_due_on" DATE NOT NULL,
    "previous_due_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,
    "granted_due_on" DATE,

    CONSTRAINT "extension_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "challenges" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "ground" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,

    CONSTRAINT "challenges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "progress_entries" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "action_id" UUID,
    "status" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "progress_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "chain" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "case_id" UUID,
    "programme_id" UUID,
    "council_code" CHAR(3),
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_role" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "machine_version" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "command_id" UUID,
    "department_only" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_words" (
    "event_id" UUID NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "event_words_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "checkpoints" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "heads" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "events" INTEGER NOT NULL,

    CONSTRAINT "checkpoints_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_events" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID,
    "kind" TEXT NOT NULL,
    "path" TEXT NOT NULL,

    CONSTRAINT "access_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notices" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "dedupe_key" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "person_id" UUID,
    "council_code" CHAR(3),
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "link" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_readings" (
    "notice_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_readings_pkey" PRIMARY KEY ("notice_id","person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "people_email_key" ON "people"("email");

-- CreateIndex
CREATE INDEX "role_grants_person_id_idx" ON "role_grants"("person_id");

-- CreateIndex
CREATE INDEX "role_grants_council_code_idx" ON "role_grants"("council_code");

-- CreateIndex
CREATE INDEX "sessions_person_id_idx" ON "sessions"("person_id");

-- CreateIndex
CREATE INDEX "set_password_links_person_id_idx" ON "set_password_links"("person_id");

-- CreateIndex
CREATE INDEX "sign_in_attempts_account_hash_at_idx" ON "sign_in_attempts"("account_hash", "at");

-- CreateIndex
CREATE INDEX "sign_in_attempts_address_hash_at_idx" ON "sign_in_attempts"("address_hash", "at");

-- CreateIndex
CREATE INDEX "declared_interests_person_id_idx" ON "declared_interests"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "schools_urn_key" ON "schools"("urn");

-- CreateIndex
CREATE INDEX "schools_laestab_idx" ON "schools"("laestab");

-- CreateIndex
CREATE INDEX "schools_council_code_idx" ON "schools"("council_code");

-- CreateIndex
CREATE INDEX "schools_predecessor_id_idx" ON "schools"("predecessor_id");

-- CreateIndex
CREATE INDEX "results_measure_year_idx" ON "results"("measure", "year");

-- CreateIndex
CREATE INDEX "results_file_id_idx" ON "results"("file_id");

-- CreateIndex
CREATE INDEX "results_files_checksum_idx" ON "results_files"("checksum");

-- CreateIndex
CREATE UNIQUE INDEX "identification_runs_programme_id_number_key" ON "identification_runs"("programme_id", "number");

-- CreateIndex
CREATE INDEX "run_schools_run_id_council_code_idx" ON "run_schools"("run_id", "council_code");

-- CreateIndex
CREATE INDEX "run_schools_school_id_idx" ON "run_schools"("school_id");

-- CreateIndex
CREATE INDEX "school_cases_council_code_programme_id_idx" ON "school_cases"("council_code", "programme_id");

-- CreateIndex
CREATE INDEX "school_cases_programme_id_plan_state_idx" ON "school_cases"("programme_id", "plan_state");

-- CreateIndex
CREATE INDEX "school_cases_plan_id_idx" ON "school_cases"("plan_id");

-- CreateIndex
CREATE INDEX "school_cases_school_id_idx" ON "school_cases"("school_id");

-- CreateIndex
CREATE INDEX "plans_council_code_idx" ON "plans"("council_code");

-- CreateIndex
CREATE INDEX "plan_actions_plan_id_idx" ON "plan_actions"("plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "headteacher_replies_plan_id_school_id_key" ON "headteacher_replies"("plan_id", "school_id");

-- CreateIndex
CREATE UNIQUE INDEX "revisions_reference_key" ON "revisions"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "revisions_plan_id_number_key" ON "revisions"("plan_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "section_verdicts_revision_id_section_key" ON "section_verdicts"("revision_id", "section");

-- CreateIndex
CREATE INDEX "extension_requests_case_id_idx" ON "extension_requests"("case_id");

-- CreateIndex
CREATE INDEX "challenges_case_id_idx" ON "challenges"("case_id");

-- CreateIndex
CREATE INDEX "progress_entries_case_id_idx" ON "progress_entries"("case_id");

-- CreateIndex
CREATE INDEX "events_case_id_idx" ON "events"("case_id");

-- CreateIndex
CREATE INDEX "events_council_code_at_idx" ON "events"("council_code", "at");

-- CreateIndex
CREATE UNIQUE INDEX "events_chain_sequence_key" ON "events"("chain", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "events_chain_command_id_key" ON "events"("chain", "command_id");

-- CreateIndex
CREATE INDEX "access_events_at_idx" ON "access_events"("at");

-- CreateIndex
CREATE UNIQUE INDEX "notices_dedupe_key_key" ON "notices"("dedupe_key");

-- CreateIndex
CREATE INDEX "notices_council_code_idx" ON "notices"("council_code");

-- CreateIndex
CREATE INDEX "notices_person_id_idx" ON "notices"("person_id");

-- AddForeignKey
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_council_code_fkey" FOREIGN KEY ("council_code") REFERENCES "councils"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "set_password_links" ADD CONSTRAINT "set_password_links_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declared_interests" ADD CONSTRAINT "declared_interests_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schools" ADD CONSTRAINT "schools_council_code_fkey" FOREIGN KEY ("council_code") REFERENCES "councils"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schools" ADD CONSTRAINT "schools_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "schools"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "results" ADD CONSTRAINT "results_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "results" ADD CONSTRAINT "results_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "results_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "results_file_contents" ADD CONSTRAINT "results_file_contents_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "results_files"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identification_runs" ADD CONSTRAINT "identification_runs_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_schools" ADD CONSTRAINT "run_schools_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "identification_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_schools" ADD CONSTRAINT "run_schools_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_councils" ADD CONSTRAINT "run_councils_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "identification_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort_memberships" ADD CONSTRAINT "cohort_memberships_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort_memberships" ADD CONSTRAINT "cohort_memberships_council_code_fkey" FOREIGN KEY ("council_code") REFERENCES "councils"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_cases" ADD CONSTRAINT "school_cases_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_cases" ADD CONSTRAINT "school_cases_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_cases" ADD CONSTRAINT "school_cases_council_code_fkey" FOREIGN KEY ("council_code") REFERENCES "councils"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_cases" ADD CONSTRAINT "school_cases_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "identification_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_cases" ADD CONSTRAINT "school_cases_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plans" ADD CONSTRAINT "plans_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_sections" ADD CONSTRAINT "plan_sections_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_contributors" ADD CONSTRAINT "plan_contributors_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "headteacher_replies" ADD CONSTRAINT "headteacher_replies_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "section_verdicts" ADD CONSTRAINT "section_verdicts_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension_requests" ADD CONSTRAINT "extension_requests_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "school_cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "school_cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_entries" ADD CONSTRAINT "progress_entries_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "school_cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_entries" ADD CONSTRAINT "progress_entries_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "plan_actions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_words" ADD CONSTRAINT "event_words_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_readings" ADD CONSTRAINT "notice_readings_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- ---------------------------------------------------------------------------------------------------------------
-- By hand from here on: what Prisma's schema cannot say.

-- Values that a column may hold. The words are those of the workflows and schemas; a test compares them.
ALTER TABLE people ADD CHECK (email = lower(email));
ALTER TABLE role_grants
  ADD CHECK (role IN ('officer', 'lead', 'headteacher', 'reviewer', 'adviser', 'admin')),
  ADD CHECK ((role IN ('officer', 'lead', 'headteacher', 'adviser')) = (council_code IS NOT NULL)),
  ADD CHECK ((role = 'headteacher') = (school_id IS NOT NULL));
ALTER TABLE results ADD CHECK ((value IS NULL) <> (code IS NULL)), ADD CHECK (value BETWEEN 0 AND 100);
ALTER TABLE results_files ADD CHECK (state IN ('waiting', 'reading', 'checked', 'refused', 'takingOver', 'takenOver', 'discarded'));
ALTER TABLE programmes
  ADD CHECK (state IN ('draft', 'published')),
  ADD CHECK (gap_policy IN ('break', 'skip')),
  ADD CHECK (rule_years BETWEEN 1 AND 10 AND concern_years >= rule_years AND concern_years <= 10),
  ADD CHECK (priority_due_on <= standard_due_on);
ALTER TABLE identification_runs
  ADD CHECK (state IN ('waiting', 'running', 'proposed', 'failed', 'confirmed', 'cohortConfirmed', 'published', 'discarded'));
ALTER TABLE cohort_memberships ADD CHECK (cohort IN ('priority', 'standard'));
ALTER TABLE school_cases
  ADD CHECK (plan_state IN ('identified', 'challenged', 'drafting', 'submitted', 'inReview', 'awaitingSecondApproval',
                            'returned', 'approved', 'removed', 'exited', 'closed')),
  ADD CHECK (deadline_state IN ('notDue', 'dueSoon', 'overdue', 'met', 'metLate', 'notRequired'));
ALTER TABLE plan_sections
  ADD CHECK (key IN ('position', 'causes', 'actions', 'targets', 'governance', 'cost', 'risks'));
ALTER TABLE section_verdicts ADD CHECK (verdict IN ('accepted', 'comment'));
ALTER TABLE extension_requests ADD CHECK (state IN ('pending', 'granted', 'refused'));
ALTER TABLE challenges ADD CHECK (state IN ('open', 'upheld', 'removed'));
ALTER TABLE headteacher_replies ADD CHECK (stance IN ('acknowledged', 'disagreed'));
ALTER TABLE progress_entries ADD CHECK (status IN ('notStarted', 'onTrack', 'atRisk', 'done'));
ALTER TABLE notices ADD CHECK (audience IN ('person', 'council', 'department', 'admins'));

-- One open case per school and programme.
CREATE UNIQUE INDEX school_cases_one_open ON school_cases (programme_id, school_id)
  WHERE plan_state NOT IN ('removed', 'exited', 'closed');
-- One pending extension request, and one open challenge, per case.
CREATE UNIQUE INDEX extension_requests_one_pending ON extension_requests (case_id) WHERE state = 'pending';
CREATE UNIQUE INDEX challenges_one_open ON challenges (case_id) WHERE state = 'open';
-- The same bytes are taken over once.
CREATE UNIQUE INDEX results_files_taken_over_once ON results_files (checksum) WHERE state IN ('takingOver', 'takenOver');
-- One role of a kind, per person and place, at a time.
CREATE UNIQUE INDEX role_grants_one_in_force ON role_grants (person_id, role, coalesce(council_code, ''))
  WHERE revoked_at IS NULL;

-- Who is asking. asActor takes one of three roles for the length of a transaction; none of them can bypass row-level
-- security, none owns a table, and each holds only the privileges granted below:
--   action_plans_person  people of a council or of the Department
--   action_plans_guest   headteachers and advisers: no column from which a due date or a cohort could be read
--   action_plans_system  jobs, sign-in, the command line
DO $$
DECLARE wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['action_plans_person', 'action_plans_guest', 'action_plans_system'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOBYPASSRLS NOINHERIT', wanted);
    END IF;
    IF NOT pg_has_role(current_user, wanted, 'MEMBER') THEN
      EXECUTE format('GRANT %I TO CURRENT_USER', wanted);
    END IF;
  END LOOP;
END $$;

CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app, public TO action_plans_person, action_plans_guest, action_plans_system;

CREATE FUNCTION app.person_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.person_id', true), '')::uuid $$;
CREATE FUNCTION app.has_role(wanted text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT wanted = ANY (coalesce(nullif(current_setting('app.roles', true), ''), '{}')::text[]) $$;
CREATE FUNCTION app.is_admin() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT app.has_role('admin') $$;
CREATE FUNCTION app.is_department() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT app.has_role('admin') OR app.has_role('reviewer') $$;
-- The councils whose officer or lead the person is.
CREATE FUNCTION app.councils() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(nullif(current_setting('app.councils', true), ''), '{}')::text[] $$;
-- The councils that the person was appointed to as an adviser.
CREATE FUNCTION app.advised() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(nullif(current_setting('app.advised', true), ''), '{}')::text[] $$;
-- The school whose head the person is.
CREATE FUNCTION app.school_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.school_id', true), '')::uuid $$;
CREATE FUNCTION app.led() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(nullif(current_setting('app.led', true), ''), '{}')::text[] $$;

-- A job is added in the transaction of the change that needs it. The queue's tables belong to the migrating user, so
-- this one function, and nothing else of the queue, is open to the three roles.
CREATE FUNCTION app.add_job(task text, payload json, job_key text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS
$$ BEGIN PERFORM graphile_worker.add_job(task, payload, job_key := job_key); END $$;
REVOKE ALL ON FUNCTION app.add_job(text, json, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.add_job(text, json, text) TO action_plans_person, action_plans_guest, action_plans_system;

-- Every table: row-level security, forced, so that even its owner sees nothing without a policy.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY system ON %I TO action_plans_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO action_plans_system', t);
  END LOOP;
END $$;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO action_plans_person, action_plans_guest, action_plans_system;

-- The log is append-only: no role may change or delete a row of it, the system included.
REVOKE UPDATE, DELETE ON events, access_events, checkpoints FROM action_plans_system;

-- councils, schools, results: published facts.
GRANT SELECT ON councils, schools, results TO action_plans_person, action_plans_guest;
GRANT INSERT, UPDATE ON schools, results TO action_plans_person;
CREATE POLICY read ON councils FOR SELECT TO action_plans_person, action_plans_guest USING (true);
CREATE POLICY read ON schools FOR SELECT TO action_plans_person, action_plans_guest USING (true);
CREATE POLICY read ON results FOR SELECT TO action_plans_person, action_plans_guest USING (true);
CREATE POLICY admin_insert ON schools FOR INSERT TO action_plans_person WITH CHECK (app.is_admin());
CREATE POLICY admin_update ON schools FOR UPDATE TO action_plans_person USING (app.is_admin()) WITH CHECK (app.is_admin());

GRANT DELETE ON results TO action_plans_person;
CREATE POLICY admin ON results TO action_plans_person USING (app.is_admin()) WITH CHECK (app.is_admin());

-- people: their passwords are read by the system alone.
GRANT SELECT (id, email, name, active, created_at, last_signed_in_at, version) ON people TO action_plans_person, action_plans_guest;
GRANT INSERT (id, email, name, active, created_at), UPDATE (email, name, active, version) ON people TO action_plans_person;
GRANT SELECT, INSERT, UPDATE ON role_grants TO action_plans_person;
GRANT SELECT ON role_grants TO action_plans_guest;
CREATE POLICY read ON role_grants FOR SELECT TO action_plans_person, action_plans_guest USING (
  person_id = app.person_id() OR app.is_department() OR role IN ('admin', 'reviewer')
  OR council_code = ANY (app.councils()) OR (role IN ('officer', 'lead') AND council_code = ANY (app.advised())));
CREATE POLICY admin_insert ON role_grants FOR INSERT TO action_plans_person WITH CHECK (app.is_admin());
CREATE POLICY admin_update ON role_grants FOR UPDATE TO action_plans_person USING (app.is_admin()) WITH CHECK (app.is_admin());
CREATE POLICY read ON people FOR SELECT TO action_plans_person, action_plans_guest USING (
  id = app.person_id() OR app.is_admin() OR EXISTS (SELECT FROM role_grants g WHERE g.person_id = people.id));
CREATE POLICY admin_insert ON people FOR INSERT TO action_plans_person WITH CHECK (app.is_admin());
CREATE POLICY admin_update ON people FOR UPDATE TO action_plans_person USING (app.is_admin()) WITH CHECK (app.is_admin());
GRANT INSERT ON set_password_links TO action_plans_person;
CREATE POLICY admin_insert ON set_password_links FOR INSERT TO action_plans_person WITH CHECK (app.is_admin());
-- A deactivation or a new password ends the person's sessions.
GRANT SELECT (token_hash, person_id, created_at, last_seen_at, expires_at), DELETE ON sessions TO action_plans_person, action_plans_guest;
CREATE POLICY own ON sessions TO action_plans_person, action_plans_guest USING (person_id = app.person_id() OR app.is_admin());
GRANT SELECT, INSERT, DELETE ON declared_interests TO action_plans_person;
CREATE POLICY own ON declared_interests TO action_plans_person
  USING (person_id = app.person_id() OR app.is_department()) WITH CHECK (person_id = app.person_id());

-- files: admins.
GRANT SELECT, INSERT, UPDATE ON results_files, results_file_contents TO action_plans_person;
CREATE POLICY admin ON results_files TO action_plans_person USING (app.is_admin()) WITH CHECK (app.is_admin());
CREATE POLICY admin ON results_file_contents TO action_plans_person USING (app.is_admin()) WITH CHECK (app.is_admin());

-- programmes: admins write; others know those that are published. Guests read no date of them.
GRANT SELECT, INSERT, UPDATE ON programmes TO action_plans_person;
GRANT SELECT (id, name, template, measure, floor, latest_year, rule_years, concern_years, gap_policy, min_published_years,
              goal_value, goal_year, goal_kind, exit_years, state) ON programmes TO action_plans_guest;
CREATE POLICY admin ON programmes TO action_plans_person USING (app.is_admin()) WITH CHECK (app.is_admin());
CREATE POLICY read ON programmes FOR SELECT TO action_plans_person, action_plans_guest USING (state = 'published');

-- identification runs: the Department; of a published run a council reads its own rows, a head those of the school.
GRANT SELECT, INSERT, UPDATE ON identification_runs, run_schools, run_councils TO action_plans_person;
GRANT SELECT (id, programme_id, number, rule_version, rule, state, published_at) ON identification_runs TO action_plans_guest;
GRANT SELECT ON run_schools TO action_plans_guest;
CREATE POLICY admin ON identification_runs TO action_plans_person USING (app.is_admin()) WITH CHECK (app.is_admin());
CREATE POLICY read ON identification_runs FOR SELECT TO action_plans_person, action_plans_guest USING (state = 'published');
CREATE POLICY admin ON run_schools TO action_plans_person USING (app.is_admin()) WITH CHECK (app.is_admin());
CREATE POLICY department ON run_schools FOR SELECT TO action_plans_person USING (
  app.is_department() AND EXISTS (SELECT FROM identification_runs r WHERE r.id = run_id AND r.state = 'published'));
CREATE POLICY council ON run_schools FOR SELECT TO action_plans_person USING (
  council_code = ANY (app.councils()) AND EXISTS (SELECT FROM identification_runs r WHERE r.id = run_id AND r.state = 'published'));
CREATE POLICY guest ON run_schools FOR SELECT TO action_plans_guest USING (
  (school_id = app.school_id() OR council_code = ANY (app.advised()))
  AND EXISTS (SELECT FROM identification_runs r WHERE r.id = run_id AND r.state = 'published'));
CREATE POLICY admin ON run_councils TO action_plans_person USING (app.is_admin()) WITH CHECK (app.is_admin());
CREATE POLICY department ON run_councils FOR SELECT TO action_plans_person USING (
  app.is_department() AND EXISTS (SELECT FROM identification_runs r WHERE r.id = run_id AND r.state = 'published'));

-- cohorts: who is priority is known to the Department and to that council's officers and leads, nobody else.
GRANT SELECT, INSERT, UPDATE ON cohort_memberships TO action_plans_person;
CREATE POLICY admin ON cohort_memberships TO action_plans_person USING (app.is_admin()) WITH CHECK (app.is_admin());
CREATE POLICY read ON cohort_memberships FOR SELECT TO action_plans_person
  USING (app.is_department() OR council_code = ANY (app.councils()));

-- cases: the Department knows state and dates; a council its own. A guest reads no date and no working context.
GRANT SELECT, INSERT, UPDATE ON school_cases TO action_plans_person;
GRANT SELECT (id, programme_id, school_id, council_code, run_id, plan_id, plan_state, revision_number, created_at) ON school_cases TO action_plans_guest;
CREATE POLICY department ON school_cases TO action_plans_person USING (app.is_department()) WITH CHECK (app.is_department());
CREATE POLICY council ON school_cases FOR SELECT TO action_plans_person USING (council_code = ANY (app.councils()));
CREATE POLICY council_update ON school_cases FOR UPDATE TO action_plans_person
  USING (council_code = ANY (app.councils())) WITH CHECK (council_code = ANY (app.councils()));
CREATE POLICY guest ON school_cases FOR SELECT TO action_plans_guest
  USING (school_id = app.school_id() OR council_code = ANY (app.advised()));

-- plans: the working draft is the council's alone, and the head's to read; the Department reads revisions.
GRANT SELECT, INSERT, UPDATE ON plans TO action_plans_person;
GRANT SELECT ON plans TO action_plans_guest;
CREATE POLICY council ON plans TO action_plans_person
  USING (council_code = ANY (app.councils())) WITH CHECK (council_code = ANY (app.councils()));
CREATE POLICY department ON plans FOR SELECT TO action_plans_person USING (app.is_department());
CREATE POLICY guest ON plans FOR SELECT TO action_plans_guest USING (
  EXISTS (SELECT FROM school_cases c WHERE c.plan_id = plans.id));
GRANT SELECT, INSERT, UPDATE ON plan_sections, plan_actions TO action_plans_person;
GRANT SELECT ON plan_sections, plan_actions TO action_plans_guest;
CREATE POLICY council ON plan_sections TO action_plans_person
  USING (EXISTS (SELECT FROM plans p WHERE p.id = plan_id AND p.council_code = ANY (app.councils())))
  WITH CHECK (EXISTS (SELECT FROM plans p WHERE p.id = plan_id AND p.council_code = ANY (app.councils())));
CREATE POLICY council ON plan_actions TO action_plans_person
  USING (EXISTS (SELECT FROM plans p WHERE p.id = plan_id AND p.council_code = ANY (app.councils())))
  WITH CHECK (EXISTS (SELECT FROM plans p WHERE p.id = plan_id AND p.council_code = ANY (app.councils())));
CREATE POLICY head ON plan_sections FOR SELECT TO action_plans_guest USING (
  EXISTS (SELECT FROM school_cases c WHERE c.plan_id = plan_sections.plan_id AND c.school_id = app.school_id()));
CREATE POLICY head ON plan_actions FOR SELECT TO action_plans_guest USING (
  EXISTS (SELECT FROM school_cases c WHERE c.plan_id = plan_actions.plan_id AND c.school_id = app.school_id()));

-- Who drafted bars from reviewing, so the Department reads it; nobody takes a row back.
GRANT SELECT, INSERT ON plan_contributors TO action_plans_person;
CREATE POLICY council ON plan_contributors TO action_plans_person
  USING (EXISTS (SELECT FROM plans p WHERE p.id = plan_id AND p.council_code = ANY (app.councils())))
  WITH CHECK (person_id = app.person_id() AND EXISTS (SELECT FROM plans p WHERE p.id = plan_id AND p.council_code = ANY (app.councils())));
CREATE POLICY department ON plan_contributors FOR SELECT TO action_plans_person USING (app.is_department());

-- The head's reply: written by the head alone, read by the council at once, by the Department inside the revision.
GRANT SELECT ON headteacher_replies TO action_plans_person;
GRANT SELECT, INSERT, UPDATE ON headteacher_replies TO action_plans_guest;
CREATE POLICY council ON headteacher_replies FOR SELECT TO action_plans_person
  USING (EXISTS (SELECT FROM plans p WHERE p.id = plan_id AND p.council_code = ANY (app.councils())));
CREATE POLICY head ON headteacher_replies TO action_plans_guest
  USING (school_id = app.school_id()) WITH CHECK (school_id = app.school_id() AND person_id = app.person_id());

-- Revisions: what was submitted. A withdrawn one is the council's alone again.
GRANT SELECT, INSERT ON revisions TO action_plans_person;
GRANT UPDATE (withdrawn_at) ON revisions TO action_plans_person;
GRANT SELECT ON revisions TO action_plans_guest;
CREATE POLICY council ON revisions TO action_plans_person
  USING (EXISTS (SELECT FROM plans p WHERE p.id = plan_id AND p.council_code = ANY (app.councils())))
  WITH CHECK (EXISTS (SELECT FROM plans p WHERE p.id = plan_id AND p.council_code = ANY (app.councils())));
CREATE POLICY department ON revisions FOR SELECT TO action_plans_person USING (app.is_department() AND withdrawn_at IS NULL);
CREATE POLICY guest ON revisions FOR SELECT TO action_plans_guest USING (
  withdrawn_at IS NULL AND EXISTS (SELECT FROM school_cases c WHERE c.plan_id = revisions.plan_id));

-- Verdicts: the reviewer's until they are shared by a return or an approval; the council then answers them.
GRANT SELECT, INSERT, UPDATE ON section_verdicts TO action_plans_person;
CREATE POLICY department ON section_verdicts TO action_plans_person USING (app.is_department()) WITH CHECK (app.is_department());
CREATE POLICY council ON section_verdicts FOR SELECT TO action_plans_person USING (
  shared_at IS NOT NULL AND EXISTS (SELECT FROM revisions r JOIN plans p ON p.id = r.plan_id
                                    WHERE r.id = revision_id AND p.council_code = ANY (app.councils())));
CREATE POLICY council_reply ON section_verdicts FOR UPDATE TO action_plans_person
  USING (shared_at IS NOT NULL AND EXISTS (SELECT FROM revisions r JOIN plans p ON p.id = r.plan_id
                                           WHERE r.id = revision_id AND p.council_code = ANY (app.councils())))
  WITH CHECK (shared_at IS NOT NULL AND EXISTS (SELECT FROM revisions r JOIN plans p ON p.id = r.plan_id
                                                WHERE r.id = revision_id AND p.council_code = ANY (app.councils())));

-- Extensions and challenges: the council that asks and the admins who decide.
GRANT SELECT, INSERT, UPDATE ON extension_requests, challenges TO action_plans_person;
CREATE POLICY admin ON extension_requests TO action_plans_person USING (app.is_admin()) WITH CHECK (app.is_admin());
CREATE POLICY admin ON challenges TO action_plans_person USING (app.is_admin()) WITH CHECK (app.is_admin());
CREATE POLICY council_read ON extension_requests FOR SELECT TO action_plans_person
  USING (EXISTS (SELECT FROM school_cases c WHERE c.id = case_id AND c.council_code = ANY (app.councils())));
CREATE POLICY council_ask ON extension_requests FOR INSERT TO action_plans_person
  WITH CHECK (state = 'pending' AND requested_by_id = app.person_id()
              AND EXISTS (SELECT FROM school_cases c WHERE c.id = case_id AND c.council_code = ANY (app.councils())));
CREATE POLICY council_read ON challenges FOR SELECT TO action_plans_person
  USING (EXISTS (SELECT FROM school_cases c WHERE c.id = case_id AND c.council_code = ANY (app.councils())));
CREATE POLICY council_ask ON challenges FOR INSERT TO action_plans_person
  WITH CHECK (state = 'open' AND made_by_id = app.person_id()
              AND EXISTS (SELECT FROM school_cases c WHERE c.id = case_id AND c.council_code = ANY (app.councils())));

-- Progress after approval: the council records, the Department and the council's adviser read.
GRANT SELECT, INSERT ON progress_entries TO action_plans_person;
GRANT SELECT ON progress_entries TO action_plans_guest;
CREATE POLICY council ON progress_entries TO action_plans_person
  USING (EXISTS (SELECT FROM school_cases c WHERE c.id = case_id AND c.council_code = ANY (app.councils())))
  WITH CHECK (recorded_by_id = app.person_id()
              AND EXISTS (SELECT FROM school_cases c WHERE c.id = case_id AND c.council_code = ANY (app.councils())));
CREATE POLICY department ON progress_entries FOR SELECT TO action_plans_person USING (app.is_department());
CREATE POLICY adviser ON progress_entries FOR SELECT TO action_plans_guest
  USING (EXISTS (SELECT FROM school_cases c WHERE c.id = case_id AND c.council_code = ANY (app.advised())));

-- The log: the Department reads all of it, a council what concerns it and was not the Department's own working.
GRANT SELECT, INSERT ON events, event_words TO action_plans_person;
GRANT INSERT ON access_events TO action_plans_person, action_plans_guest;
GRANT SELECT ON access_events, checkpoints TO action_plans_person;
CREATE POLICY department ON events FOR SELECT TO action_plans_person USING (app.is_department());
CREATE POLICY council ON events FOR SELECT TO action_plans_person
  USING (council_code = ANY (app.councils()) AND NOT department_only);
CREATE POLICY append ON events FOR INSERT TO action_plans_person
  WITH CHECK (actor_id = app.person_id() AND (app.is_department() OR council_code = ANY (app.councils())));
CREATE POLICY read ON event_words FOR SELECT TO action_plans_person USING (
  EXISTS (SELECT FROM events e WHERE e.id = event_id));
CREATE POLICY append ON event_words FOR INSERT TO action_plans_person WITH CHECK (
  EXISTS (SELECT FROM events e WHERE e.id = event_id AND e.actor_id = app.person_id()));
CREATE POLICY append ON access_events FOR INSERT TO action_plans_person, action_plans_guest
  WITH CHECK (person_id = app.person_id());
CREATE POLICY admin ON access_events FOR SELECT TO action_plans_person USING (app.is_admin());
CREATE POLICY admin ON checkpoints FOR SELECT TO action_plans_person USING (app.is_admin());

-- Notices: those whom they are for.
GRANT SELECT ON notices TO action_plans_person, action_plans_guest;
GRANT SELECT, INSERT ON notice_readings TO action_plans_person, action_plans_guest;
CREATE POLICY read ON notices FOR SELECT TO action_plans_person, action_plans_guest USING (
  (audience = 'person' AND person_id = app.person_id())
  OR (audience = 'department' AND app.is_department())
  OR (audience = 'admins' AND app.is_admin())
  OR (audience = 'council' AND council_code = ANY (app.councils())));
CREATE POLICY own ON notice_readings TO action_plans_person, action_plans_guest
  USING (person_id = app.person_id()) WITH CHECK (person_id = app.person_id());
