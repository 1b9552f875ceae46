-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "dismissedAt" TIMESTAMPTZ(3),
ADD COLUMN     "priority" INTEGER NOT NULL DEFAULT 50,
ADD COLUMN     "removes" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "freeAt" TIMESTAMPTZ(3),
ADD COLUMN     "silentUntil" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Installation" (
    "workspaceId" TEXT NOT NULL,
    "token" BYTEA,
    "keyId" TEXT NOT NULL,
    "appId" TEXT NOT NULL,
    "botUserId" TEXT NOT NULL,
    "scopes" TEXT[],
    "installedBy" TEXT NOT NULL,
    "installedAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedReason" TEXT,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "Place" (
    "workspaceId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "freeAt" TIMESTAMPTZ(3),
    "trouble" TEXT,
    "troubleSince" TIMESTAMPTZ(3),
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "Place_pkey" PRIMARY KEY ("workspaceId","place")
);

-- CreateIndex
CREATE INDEX "Delivery_planId_sentAt_idx" ON "Delivery"("planId", "sentAt");

-- AddForeignKey
ALTER TABLE "Installation" ADD CONSTRAINT "Installation_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Place" ADD CONSTRAINT "Place_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: a person's data can be erased from the audit trail, by an erasure that says so in its transaction; nothing
-- is ever deleted from it.
CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('liaison.erasing', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'AuditEvent is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
