import type { MemberRole } from '../domain/membership.ts'
import type { Transaction } from './database.ts'
import type { UnitRow } from './unit-store.ts'

/** What a person is in a plan: their roles, and the units they are liaison of in the document's order. */
export type Membership = { roles: ReadonlySet<MemberRole>; units: UnitRow[] }

/** One role of one person; a liaison's names the unit. */
export type MemberRow = { userId: string; role: MemberRole; unitId: number | null }

/** Reads what a person is in a plan; no roles when they are not a member. */
export async function loadMembership(tx: Transaction, planId: number, userId: string): Promise<Membership> {
  const rows = await tx.member.findMany({
    where: { planId, userId },
    include: {
      unit: { select: { id: true, name: true, nameEn: true, aliases: true, position: true, retiredAt: true } },
    },
  })
  const units = rows
    .flatMap((row) => (row.unit && !row.unit.retiredAt ? [row.unit] : []))
    .sort((a, b) => a.position - b.position)
    .map(({ id, name, nameEn, aliases }) => ({ id, name, nameEn, aliases }))
  return { roles: new Set(rows.map((row) => row.role)), units }
}

/** Every role of every member of a plan. */
export async function listMembers(tx: Transaction, planId: number): Promise<MemberRow[]> {
  return tx.member.findMany({
    where: { planId },
    select: { userId: true, role: true, unitId: true },
    orderBy: { id: 'asc' },
  })
}

/** The plans of a workspace that a person is admin of. */
export async function listAdminPlanIds(tx: Transaction, workspaceId: string, userId: string): Promise<number[]> {
  const rows = await tx.member.findMany({
    where: { userId, role: 'admin', plan: { workspaceId } },
    select: { planId: true },
  })
  return rows.map((row) => row.planId)
}

/** Gives roles that are not held yet; returns how many were new. */
export async function addMembers(tx: Transaction, planId: number, members: readonly MemberRow[]): Promise<number> {
  const held = new Set((await listMembers(tx, planId)).map(memberKey))
  const fresh = [...new Map(members.map((member) => [memberKey(member), member])).values()].filter(
    (member) => !held.has(memberKey(member)),
  )
  await tx.member.createMany({ data: fresh.map((member) => ({ planId, ...member })) })
  return fresh.length
}

/** Makes the liaisons of each unit `from` liaisons of `into`, too. */
export async function copyLiaisons(
  tx: Transaction,
  planId: number,
  merged: readonly { from: number; into: number }[],
): Promise<void> {
  if (merged.length === 0) return
  await tx.$executeRaw`
    INSERT INTO "Member" ("planId", "userId", "role", "unitId")
    SELECT member."planId", member."userId", member."role", merged."into"
    FROM "Member" member
      JOIN jsonb_to_recordset(${JSON.stringify(merged)}::jsonb) AS merged("from" int, "into" int)
        ON member."unitId" = merged."from"
    WHERE member."planId" = ${planId}
    ON CONFLICT DO NOTHING`
}

/** Takes roles away; returns how many were held. */
export async function removeMembers(tx: Transaction, planId: number, members: readonly MemberRow[]): Promise<number> {
  if (members.length === 0) return 0
  const { count } = await tx.member.deleteMany({ where: { planId, OR: members.map((member) => ({ ...member })) } })
  return count
}

function memberKey(member: MemberRow): string {
  return `${member.userId}/${member.role}/${member.unitId ?? ''}`
}
