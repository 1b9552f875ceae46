-- CreateEnum
CREATE TYPE "ConsultationState" AS ENUM ('asked', 'agreed', 'objected', 'settled', 'dropped');

-- CreateEnum
CREATE TYPE "Reply" AS ENUM ('attend', 'deputy', 'cannot');

-- CreateEnum
CREATE TYPE "DecisionOutcome" AS ENUM ('decided', 'deferred', 'escalated', 'withdrawn');

-- CreateEnum
CREATE TYPE "ActionState" AS ENUM ('open', 'reported', 'verified', 'cancelled');

-- CreateEnum
CREATE TYPE "MinutesState" AS ENUM ('draft', 'signed');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "MeetingState" ADD VALUE 'planned';
ALTER TYPE "MeetingState" ADD VALUE 'running';
ALTER TYPE "MeetingState" ADD VALUE 'held';

-- AlterTable
ALTER TABLE "AgendaItem" ADD COLUMN     "callAt" TIMESTAMPTZ(3),
ADD COLUMN     "calledAt" TIMESTAMPTZ(3),
ADD COLUMN     "endedAt" TIMESTAMPTZ(3),
ADD COLUMN     "startedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "channel" TEXT,
ADD COLUMN     "documents" INTEGER[],
ADD COLUMN     "edits" TEXT;

-- AlterTable
ALTER TABLE "Issue" ADD COLUMN     "closedAt" TIMESTAMPTZ(3),
ADD COLUMN     "escalatedAt" TIMESTAMPTZ(3);

-- AlterTable
-- By hand: published agendas become numbered meetings with their drafter as convener; drafts, which one command makes
-- again, go.
DELETE FROM "Meeting" WHERE "state" = 'draft';
ALTER TABLE "Meeting" ADD COLUMN     "agenda" JSONB,
ADD COLUMN     "draft" JSONB,
ADD COLUMN     "callDays" INTEGER NOT NULL DEFAULT 10,
ADD COLUMN     "calledAt" TIMESTAMPTZ(3),
ADD COLUMN     "cancelReason" TEXT,
ADD COLUMN     "channel" TEXT,
ADD COLUMN     "convener" TEXT,
ADD COLUMN     "draftDays" INTEGER NOT NULL DEFAULT 3,
ADD COLUMN     "draftSentAt" TIMESTAMPTZ(3),
ADD COLUMN     "draftWantedAt" TIMESTAMPTZ(3),
ADD COLUMN     "drafted" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "draftedAt" TIMESTAMPTZ(3),
ADD COLUMN     "draftedBy" TEXT,
ADD COLUMN     "endedAt" TIMESTAMPTZ(3),
ADD COLUMN     "fixes" JSONB,
ADD COLUMN     "no" INTEGER,
ADD COLUMN     "place" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "published" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reminderDays" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "seriesId" INTEGER,
ADD COLUMN     "slot" DATE,
ADD COLUMN     "startedAt" TIMESTAMPTZ(3);
UPDATE "Meeting" meeting SET
  "agenda" = meeting."summary" -> 'notice',
  "convener" = meeting."createdBy",
  "drafted" = 1,
  "draftedAt" = meeting."createdAt",
  "draftedBy" = meeting."createdBy",
  "published" = 1,
  "no" = numbered."no"
FROM (SELECT "id", row_number() OVER (PARTITION BY "planId" ORDER BY "id")::int AS "no" FROM "Meeting") numbered
WHERE numbered."id" = meeting."id";
ALTER TABLE "Meeting" ALTER COLUMN "convener" SET NOT NULL,
ALTER COLUMN "no" SET NOT NULL,
DROP COLUMN "inputHash",
DROP COLUMN "mode",
DROP COLUMN "summary",
DROP COLUMN "waiting";

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "actionSequence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "meetingSequence" INTEGER NOT NULL DEFAULT 0;
UPDATE "Plan" plan SET "meetingSequence" = (SELECT count(*) FROM "Meeting" WHERE "planId" = plan."id");

-- CreateTable
CREATE TABLE "Consultation" (
    "id" SERIAL NOT NULL,
    "issueId" INTEGER NOT NULL,
    "proposal" TEXT NOT NULL,
    "state" "ConsultationState" NOT NULL,
    "askedBy" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConsultationAnswer" (
    "consultationId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "agrees" BOOLEAN,
    "remark" TEXT NOT NULL DEFAULT '',
    "answeredBy" TEXT,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "ConsultationAnswer_pkey" PRIMARY KEY ("consultationId","unitId")
);

-- CreateTable
CREATE TABLE "MeetingSeries" (
    "id" SERIAL NOT NULL,
    "planId" INTEGER NOT NULL,
    "rule" JSONB NOT NULL,
    "minutes" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "channel" TEXT,
    "convener" TEXT NOT NULL,
    "callDays" INTEGER NOT NULL,
    "draftDays" INTEGER NOT NULL,
    "reminderDays" INTEGER NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MeetingSeries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "meetingId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "required" BOOLEAN NOT NULL,
    "reply" "Reply",
    "deputy" TEXT NOT NULL DEFAULT '',
    "remark" TEXT NOT NULL DEFAULT '',
    "fromMinute" INTEGER,
    "untilMinute" INTEGER,
    "repliedBy" TEXT,
    "repliedAt" TIMESTAMPTZ(3),
    "invited" TEXT[],
    "attended" BOOLEAN,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("meetingId","unitId")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" SERIAL NOT NULL,
    "planId" INTEGER NOT NULL,
    "issueId" INTEGER NOT NULL,
    "meetingId" INTEGER,
    "agendaItemId" INTEGER,
    "outcome" "DecisionOutcome" NOT NULL,
    "text" TEXT NOT NULL,
    "decidedBy" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Action" (
    "id" SERIAL NOT NULL,
    "planId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "decisionId" INTEGER NOT NULL,
    "issueId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "ownerId" INTEGER NOT NULL,
    "dueOn" DATE NOT NULL,
    "measure" TEXT NOT NULL,
    "state" "ActionState" NOT NULL,
    "evidence" TEXT NOT NULL DEFAULT '',
    "reportedBy" TEXT,
    "reportedAt" TIMESTAMPTZ(3),
    "settledBy" TEXT,
    "settledAt" TIMESTAMPTZ(3),
    "remark" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionUnit" (
    "actionId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,

    CONSTRAINT "ActionUnit_pkey" PRIMARY KEY ("actionId","unitId")
);

-- CreateTable
CREATE TABLE "Minutes" (
    "id" SERIAL NOT NULL,
    "meetingId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "MinutesState" NOT NULL,
    "content" JSONB NOT NULL,
    "documentId" INTEGER,
    "draftedBy" TEXT NOT NULL,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "submitted" INTEGER,
    "signedBy" TEXT,
    "signedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Minutes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" SERIAL NOT NULL,
    "planId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Consultation_issueId_idx" ON "Consultation"("issueId");

-- CreateIndex
CREATE INDEX "ConsultationAnswer_unitId_idx" ON "ConsultationAnswer"("unitId");

-- CreateIndex
CREATE INDEX "MeetingSeries_planId_idx" ON "MeetingSeries"("planId");

-- CreateIndex
CREATE INDEX "Attendance_unitId_idx" ON "Attendance"("unitId");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_agendaItemId_key" ON "Decision"("agendaItemId");

-- CreateIndex
CREATE INDEX "Decision_issueId_idx" ON "Decision"("issueId");

-- CreateIndex
CREATE INDEX "Decision_meetingId_idx" ON "Decision"("meetingId");

-- CreateIndex
CREATE INDEX "Decision_planId_idx" ON "Decision"("planId");

-- CreateIndex
CREATE INDEX "Action_issueId_idx" ON "Action"("issueId");

-- CreateIndex
CREATE INDEX "Action_decisionId_idx" ON "Action"("decisionId");

-- CreateIndex
CREATE INDEX "Action_ownerId_idx" ON "Action"("ownerId");

-- CreateIndex
CREATE INDEX "Action_planId_state_dueOn_idx" ON "Action"("planId", "state", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "Action_planId_no_key" ON "Action"("planId", "no");

-- CreateIndex
CREATE INDEX "ActionUnit_unitId_idx" ON "ActionUnit"("unitId");

-- CreateIndex
CREATE INDEX "Minutes_documentId_idx" ON "Minutes"("documentId");

-- CreateIndex
CREATE UNIQUE INDEX "Minutes_meetingId_number_key" ON "Minutes"("meetingId", "number");

-- CreateIndex
CREATE INDEX "Document_planId_idx" ON "Document"("planId");

-- CreateIndex
CREATE INDEX "AgendaItem_callAt_idx" ON "AgendaItem"("callAt");

-- CreateIndex
CREATE INDEX "Meeting_planId_state_idx" ON "Meeting"("planId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_planId_no_key" ON "Meeting"("planId", "no");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_seriesId_slot_key" ON "Meeting"("seriesId", "slot");

-- AddForeignKey
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsultationAnswer" ADD CONSTRAINT "ConsultationAnswer_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsultationAnswer" ADD CONSTRAINT "ConsultationAnswer_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingSeries" ADD CONSTRAINT "MeetingSeries_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "MeetingSeries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionUnit" ADD CONSTRAINT "ActionUnit_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionUnit" ADD CONSTRAINT "ActionUnit_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Minutes" ADD CONSTRAINT "Minutes_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Minutes" ADD CONSTRAINT "Minutes_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: Prisma's schema cannot express it.
-- Signed minutes stay as they are; what changes afterwards is an amendment of its own.
CREATE FUNCTION refuse_signed_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" = 'signed' THEN
    RAISE EXCEPTION 'Minutes % are signed: % refused', OLD."id", TG_OP USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN COALESCE(NEW, OLD);
END
$$;

CREATE TRIGGER signed_minutes_stay
  BEFORE UPDATE ON "Minutes"
  FOR EACH ROW EXECUTE FUNCTION refuse_signed_change();
