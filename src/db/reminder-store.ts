import type { Transaction } from './database.ts'

/** That a person was told of something owed at a stage; what `subject` and `stage` hold is the domain's. */
export type ReminderRow = { userId: string; subject: string; stage: string; at: Date }

/** What people were told of these subjects, oldest first. */
export async function listReminders(
  tx: Transaction,
  planId: number,
  subjects: readonly string[],
): Promise<ReminderRow[]> {
  if (subjects.length === 0) return []
  return tx.reminder.findMany({
    where: { planId, subject: { in: [...new Set(subjects)] } },
    orderBy: [{ at: 'asc' }, { userId: 'asc' }],
    select: { userId: true, subject: true, stage: true, at: true },
  })
}

/** Notes that people were told; what was noted before stays as it is. */
export async function addReminders(tx: Transaction, planId: number, reminders: readonly ReminderRow[]): Promise<void> {
  if (reminders.length === 0) return
  await tx.reminder.createMany({ data: reminders.map((one) => ({ planId, ...one })), skipDuplicates: true })
}
