-- CreateEnum
CREATE TYPE "ObligationKind" AS ENUM ('report', 'action', 'milestone', 'visit');

-- CreateEnum
CREATE TYPE "SlipLevel" AS ENUM ('blue', 'yellow', 'red');

-- CreateEnum
CREATE TYPE "SlipState" AS ENUM ('proposed', 'issued', 'signed', 'settled', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "DigestCadence" AS ENUM ('weekly', 'monthly', 'half_yearly');

-- CreateEnum
CREATE TYPE "DigestState" AS ENUM ('prepared', 'owed', 'dropped');

-- AlterTable
ALTER TABLE "Issue" ADD COLUMN     "enterpriseId" INTEGER,
ADD COLUMN     "milestoneId" INTEGER;

-- AlterTable
ALTER TABLE "Measurement" ADD COLUMN     "source" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "homeEvent" BIGINT,
ADD COLUMN     "homeOpenedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "enterpriseSequence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "milestoneSequence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "settings" JSONB;

-- AlterTable
ALTER TABLE "ProgressReport" ADD COLUMN     "decidedAt" TIMESTAMPTZ(3),
ADD COLUMN     "decidedBy" TEXT,
ADD COLUMN     "practice" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "unchanged" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ReportingPeriod" ADD COLUMN     "closedAt" TIMESTAMPTZ(3),
ADD COLUMN     "opensOn" DATE;

-- Written by hand: what earlier versions asked for opened thirteen days before a period's end.
UPDATE "ReportingPeriod" SET "opensOn" = "endsOn" - 13;
ALTER TABLE "ReportingPeriod" ALTER COLUMN "opensOn" SET NOT NULL;

-- CreateTable
CREATE TABLE "ReportDraft" (
    "taskId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "periodId" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "savedBy" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ReportDraft_pkey" PRIMARY KEY ("taskId","unitId","periodId")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" SERIAL NOT NULL,
    "reportId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "fileId" TEXT,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Pause" (
    "id" SERIAL NOT NULL,
    "planId" INTEGER NOT NULL,
    "taskId" INTEGER,
    "periodId" INTEGER,
    "reason" TEXT NOT NULL,
    "startedBy" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedBy" TEXT,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Pause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Slip" (
    "id" SERIAL NOT NULL,
    "planId" INTEGER NOT NULL,
    "year" INTEGER,
    "no" INTEGER,
    "kind" "ObligationKind" NOT NULL,
    "subject" TEXT NOT NULL,
    "unitId" INTEGER NOT NULL,
    "level" "SlipLevel" NOT NULL,
    "state" "SlipState" NOT NULL,
    "dueOn" DATE NOT NULL,
    "items" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "issuedAt" TIMESTAMPTZ(3),
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "signedBy" TEXT,
    "signedAt" TIMESTAMPTZ(3),
    "signedRemark" TEXT NOT NULL DEFAULT '',
    "settledAt" TIMESTAMPTZ(3),
    "withdrawnBy" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Slip_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "planId" INTEGER NOT NULL,
    "userId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("planId","userId","subject","stage")
);

-- CreateTable
CREATE TABLE "Milestone" (
    "id" SERIAL NOT NULL,
    "planId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "taskId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "doneOn" DATE,
    "evidence" TEXT NOT NULL DEFAULT '',
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "doneBy" TEXT,
    "removedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Policy" (
    "id" SERIAL NOT NULL,
    "planId" INTEGER NOT NULL,
    "taskId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "documentNo" TEXT NOT NULL,
    "issuedOn" DATE NOT NULL,
    "link" TEXT NOT NULL DEFAULT '',
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Enterprise" (
    "id" SERIAL NOT NULL,
    "planId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "unitId" INTEGER NOT NULL,
    "contact" TEXT NOT NULL,
    "everyMonths" INTEGER NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Enterprise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Visit" (
    "id" SERIAL NOT NULL,
    "enterpriseId" INTEGER NOT NULL,
    "visitedOn" DATE NOT NULL,
    "notes" TEXT NOT NULL,
    "visitedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DigestSubscription" (
    "id" SERIAL NOT NULL,
    "planId" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "cadence" "DigestCadence" NOT NULL,
    "language" TEXT NOT NULL,
    "sections" TEXT[],
    "approval" BOOLEAN NOT NULL DEFAULT false,
    "nextRunAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DigestSubscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Digest" (
    "id" SERIAL NOT NULL,
    "planId" INTEGER NOT NULL,
    "subscriptionId" INTEGER,
    "slot" TIMESTAMPTZ(3) NOT NULL,
    "since" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3) NOT NULL,
    "state" "DigestState" NOT NULL,
    "content" JSONB NOT NULL,
    "interpretation" TEXT NOT NULL DEFAULT '',
    "interpretedBy" TEXT,
    "approvedBy" TEXT,
    "approvedAt" TIMESTAMPTZ(3),
    "deliveries" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Digest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReportDraft_unitId_idx" ON "ReportDraft"("unitId");

-- CreateIndex
CREATE INDEX "ReportDraft_periodId_idx" ON "ReportDraft"("periodId");

-- CreateIndex
CREATE INDEX "Evidence_reportId_idx" ON "Evidence"("reportId");

-- CreateIndex
CREATE INDEX "Pause_planId_idx" ON "Pause"("planId");

-- CreateIndex
CREATE INDEX "Pause_taskId_idx" ON "Pause"("taskId");

-- CreateIndex
CREATE INDEX "Pause_periodId_idx" ON "Pause"("periodId");

-- CreateIndex
CREATE INDEX "Slip_planId_state_idx" ON "Slip"("planId", "state");

-- CreateIndex
CREATE INDEX "Slip_unitId_idx" ON "Slip"("unitId");

-- CreateIndex
CREATE UNIQUE INDEX "Slip_planId_subject_unitId_dueOn_level_key" ON "Slip"("planId", "subject", "unitId", "dueOn", "level");

-- CreateIndex
CREATE UNIQUE INDEX "Slip_planId_year_no_key" ON "Slip"("planId", "year", "no");

-- CreateIndex
CREATE INDEX "Milestone_taskId_idx" ON "Milestone"("taskId");

-- CreateIndex
CREATE INDEX "Milestone_unitId_idx" ON "Milestone"("unitId");

-- CreateIndex
CREATE INDEX "Milestone_planId_dueOn_idx" ON "Milestone"("planId", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "Milestone_planId_no_key" ON "Milestone"("planId", "no");

-- CreateIndex
CREATE INDEX "Policy_planId_idx" ON "Policy"("planId");

-- CreateIndex
CREATE INDEX "Policy_taskId_idx" ON "Policy"("taskId");

-- CreateIndex
CREATE INDEX "Policy_unitId_idx" ON "Policy"("unitId");

-- CreateIndex
CREATE INDEX "Enterprise_unitId_idx" ON "Enterprise"("unitId");

-- CreateIndex
CREATE UNIQUE INDEX "Enterprise_planId_no_key" ON "Enterprise"("planId", "no");

-- CreateIndex
CREATE INDEX "Visit_enterpriseId_visitedOn_idx" ON "Visit"("enterpriseId", "visitedOn");

-- CreateIndex
CREATE INDEX "DigestSubscription_planId_idx" ON "DigestSubscription"("planId");

-- CreateIndex
CREATE INDEX "DigestSubscription_nextRunAt_idx" ON "DigestSubscription"("nextRunAt");

-- CreateIndex
CREATE INDEX "Digest_planId_idx" ON "Digest"("planId");

-- CreateIndex
CREATE UNIQUE INDEX "Digest_subscriptionId_slot_key" ON "Digest"("subscriptionId", "slot");

-- CreateIndex
CREATE INDEX "Issue_enterpriseId_idx" ON "Issue"("enterpriseId");

-- CreateIndex
CREATE INDEX "Issue_milestoneId_idx" ON "Issue"("milestoneId");

-- CreateIndex
CREATE INDEX "ProgressReport_planId_reportedAt_idx" ON "ProgressReport"("planId", "reportedAt");

-- AddForeignKey
ALTER TABLE "ReportDraft" ADD CONSTRAINT "ReportDraft_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportDraft" ADD CONSTRAINT "ReportDraft_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportDraft" ADD CONSTRAINT "ReportDraft_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "ProgressReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pause" ADD CONSTRAINT "Pause_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pause" ADD CONSTRAINT "Pause_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pause" ADD CONSTRAINT "Pause_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slip" ADD CONSTRAINT "Slip_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slip" ADD CONSTRAINT "Slip_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Policy" ADD CONSTRAINT "Policy_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Policy" ADD CONSTRAINT "Policy_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Policy" ADD CONSTRAINT "Policy_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enterprise" ADD CONSTRAINT "Enterprise_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enterprise" ADD CONSTRAINT "Enterprise_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DigestSubscription" ADD CONSTRAINT "DigestSubscription_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "DigestSubscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Written by hand: Prisma's schema cannot express them.
-- The weekly digest of the leading group's channel becomes a subscription, due when its job was.
INSERT INTO "DigestSubscription" ("planId", "place", "cadence", "language", "sections", "nextRunAt", "createdBy", "createdAt")
SELECT plan."id", plan."leadingChannel", 'weekly', plan."language", ARRAY[]::text[],
       COALESCE(job."nextRunAt", CURRENT_TIMESTAMP), 'liaison', CURRENT_TIMESTAMP
FROM "Plan" plan LEFT JOIN "JobSlot" job ON job."planId" = plan."id" AND job."job" = 'weekly-digest'
WHERE plan."leadingChannel" IS NOT NULL;
DELETE FROM "JobSlot" WHERE "job" = 'weekly-digest';

-- A pause is of a task or of a period.
ALTER TABLE "Pause" ADD CONSTRAINT "Pause_of_one" CHECK (("taskId" IS NULL) <> ("periodId" IS NULL));
-- Only one pause of each at a time.
CREATE UNIQUE INDEX "Pause_task_standing" ON "Pause" ("taskId") WHERE "endedAt" IS NULL AND "taskId" IS NOT NULL;
CREATE UNIQUE INDEX "Pause_period_standing" ON "Pause" ("periodId") WHERE "endedAt" IS NULL AND "periodId" IS NOT NULL;
