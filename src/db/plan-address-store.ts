import type { Transaction } from './database.ts'

/** Where a plan reaches its people: its channels, those of its series and digests among them, and the members it names. */
export type PlanAddresses = {
  id: number
  title: string
  meetingChannel: string | null
  leadingChannel: string | null
  channels: string[]
  people: string[]
}

/** The addresses of every plan of a workspace. */
export async function listPlanAddresses(tx: Transaction, workspaceId: string): Promise<PlanAddresses[]> {
  return tx.$queryRaw<PlanAddresses[]>`
    SELECT plan."id", plan."title", plan."meetingChannel", plan."leadingChannel",
      ARRAY(SELECT plan."meetingChannel" WHERE plan."meetingChannel" IS NOT NULL
        UNION SELECT plan."leadingChannel" WHERE plan."leadingChannel" IS NOT NULL
        UNION SELECT "channel" FROM "MeetingSeries" WHERE "planId" = plan."id" AND "endedAt" IS NULL AND "channel" IS NOT NULL
        UNION SELECT "place" FROM "DigestSubscription"
          WHERE "planId" = plan."id" AND "endedAt" IS NULL AND "place" ~ '^[CG]') AS "channels",
      ARRAY(SELECT DISTINCT "userId" FROM "Member" WHERE "planId" = plan."id") AS "people"
    FROM "Plan" plan WHERE plan."workspaceId" = ${workspaceId} ORDER BY plan."id"`
}
