import { appendAudits } from '../../db/audit-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import { addReminders, listReminders } from '../../db/reminder-store.ts'
import {
  addSlips,
  lastSlipNo,
  listSlips,
  type NewSlip,
  reissueSlips,
  type SlipRow,
  settleSlips,
} from '../../db/slip-store.ts'
import {
  type DayDecision,
  type DueReminder,
  decideDay,
  owedKey,
  reminderKey,
  stageKey,
} from '../../domain/supervision/decide-day.ts'
import type { Obligation } from '../../domain/supervision/obligation.ts'
import { isOpenSlip, slipLabel } from '../../domain/supervision/slip.ts'
import type { SlipLevel } from '../../domain/supervision/stage.ts'
import type { Work } from '../context.ts'
import { heldSlips } from './held-slips.ts'
import { listObligations } from './list-obligations.ts'

/** What stands after a day's supervision, and whom it is to be told. */
export type SupervisedDay = {
  obligations: readonly Obligation[]
  /** The slips that are still open, the newest first. */
  slips: readonly SlipRow[]
  reminders: readonly DueReminder[]
  /** What people were told before today about what is owed, as {@link reminderKey} writes it. */
  told: ReadonlySet<string>
}

/**
 * Supervises a working day: makes the slips that are due, proposes red ones, settles those whose matter is done, and notes
 * who is reminded of what; what it gives is told in the briefs of the same transaction. The plan is held until that ends.
 * `people` are those who can be told.
 */
export async function superviseDay(
  work: Work,
  people: ReadonlySet<string>,
  liaisons: ReadonlyMap<number, readonly string[]>,
): Promise<SupervisedDay> {
  const { tx, plan, now } = work
  await lockPlan(tx, plan.id)
  const obligations = await listObligations(work)
  const slips = await knownSlips(work, obligations)
  const open = slips.filter(({ state }) => isOpenSlip(state))
  const told = new Set((await listReminders(tx, plan.id, obligations.map(owedKey))).map(reminderKey))
  const standing = { obligations, slips, told, liaisons, held: await heldSlips(work, open) }
  const decision = decideDay(standing, plan.settings, now.toFormat('yyyy-MM-dd'))
  const reminders = decision.reminders.filter(({ userId }) => people.has(userId))
  await store(work, decision, reminders)
  const states = ['proposed', 'issued', 'signed'] as const
  return { obligations, slips: await listSlips(tx, plan.id, { states }), reminders, told }
}

/** The slips about what is owed, and every open one. */
async function knownSlips({ tx, plan }: Work, obligations: readonly Obligation[]): Promise<SlipRow[]> {
  const about = await listSlips(tx, plan.id, { subjects: [...new Set(obligations.map(({ subject }) => subject))] })
  const open = await listSlips(tx, plan.id, { states: ['proposed', 'issued', 'signed'] })
  return [...new Map([...about, ...open].map((slip) => [slip.id, slip])).values()]
}

async function store(work: Work, decision: DayDecision, reminders: readonly DueReminder[]): Promise<void> {
  const { tx, plan, now } = work
  const at = now.toJSDate()
  const first = decision.issue.length === 0 ? 0 : 1 + (await lastSlipNo(tx, plan.id, now.year))
  const made: NewSlip[] = [
    ...decision.issue.map(({ obligation, level }, index) => ({
      ...newSlip(obligation, level, at),
      ...{ state: 'issued' as const, year: now.year, no: first + index, issuedAt: at },
    })),
    ...decision.propose.map((obligation) => newSlip(obligation, 'red', at)),
  ]
  const ids = await addSlips(tx, plan.id, made)
  await reissueSlips(tx, decision.reissue)
  await settleSlips(tx, decision.settle, at)
  const rows = reminders.map(({ userId, obligation, stage }) => ({
    userId,
    ...{ subject: owedKey(obligation), stage: stageKey(stage, obligation.dueOn), at },
  }))
  await addReminders(tx, plan.id, rows)
  const line = { workspaceId: plan.workspaceId, userId: work.actor.userId, planId: plan.id, at, before: null }
  await appendAudits(tx, [
    ...made.map(({ state, level, subject, unitId, ...slip }, index) => ({
      ...{ ...line, action: `slip.${state === 'issued' ? 'issue' : 'propose'}`, subject: `slip/${ids[index]}` },
      after: { state, level, subject, unitId, slip: slipLabel(slip) },
    })),
    ...decision.reissue.map((id) => ({ ...line, action: 'slip.reissue', subject: `slip/${id}`, after: null })),
    ...decision.settle.map((id) => ({ ...line, action: 'slip.settle', subject: `slip/${id}`, after: null })),
  ])
}

function newSlip({ kind, subject, unitId, dueOn, items }: Obligation, level: SlipLevel, createdAt: Date): NewSlip {
  const what = { kind, subject, unitId, dueOn, items: items.map(({ no, title }) => ({ no, title })) }
  return { ...what, level, state: 'proposed', year: null, no: null, createdAt, issuedAt: null }
}
