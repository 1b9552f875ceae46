import type { Transaction } from './database.ts'
import { toNullableJson } from './json.ts'

/** One line of the audit trail: who did what to which subject, when, and what it was before and after. */
export type AuditEntry = {
  workspaceId: string
  planId: number | null
  userId: string
  at: Date
  action: string
  subject: string
  before: unknown
  after: unknown
}

/** Appends to the audit trail, which the database itself keeps append-only. */
export async function appendAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  const { workspaceId, planId, userId: actor, at, action, subject } = entry
  await tx.auditEvent.create({
    data: {
      workspaceId,
      planId,
      at,
      actor,
      action,
      subject,
      before: toNullableJson(entry.before),
      after: toNullableJson(entry.after),
    },
  })
}

/** Appends many lines of one moment at once. */
export async function appendAudits(tx: Transaction, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  await tx.auditEvent.createMany({
    data: entries.map(({ userId: actor, before, after, ...entry }) => ({
      ...entry,
      actor,
      before: toNullableJson(before),
      after: toNullableJson(after),
    })),
  })
}

/** The audit trail of a plan, oldest first. */
export async function listAudit(tx: Transaction, workspaceId: string, planId: number) {
  return tx.auditEvent.findMany({ where: { workspaceId, planId }, orderBy: { id: 'asc' } })
}

/** The lines of a plan's audit trail about these subjects with these actions, oldest first. */
export async function listAuditOf(
  tx: Transaction,
  { workspaceId, id: planId }: { workspaceId: string; id: number },
  subjects: readonly string[],
  actions: readonly string[],
) {
  if (subjects.length === 0) return []
  return tx.auditEvent.findMany({
    where: { workspaceId, planId, subject: { in: [...subjects] }, action: { in: [...actions] } },
    orderBy: { id: 'asc' },
    select: { at: true, actor: true, action: true, subject: true, before: true, after: true },
  })
}

/** The latest entry of that action about that subject, or null. */
export async function findLatestAudit(
  tx: Transaction,
  { workspaceId, planId, action, subject }: Pick<AuditEntry, 'workspaceId' | 'planId' | 'action' | 'subject'>,
): Promise<Pick<AuditEntry, 'before' | 'after'> | null> {
  return tx.auditEvent.findFirst({
    where: { workspaceId, planId, action, subject },
    orderBy: { id: 'desc' },
    select: { before: true, after: true },
  })
}

/** Who changed that subject last, and when; null where nobody did. */
export async function findLatestChange(
  tx: Transaction,
  { workspaceId, id: planId }: { workspaceId: string; id: number },
  subject: string,
): Promise<{ by: string; at: Date } | null> {
  const latest = await tx.auditEvent.findFirst({
    where: { workspaceId, planId, subject },
    orderBy: { id: 'desc' },
    select: { actor: true, at: true },
  })
  return latest && { by: latest.actor, at: latest.at }
}
