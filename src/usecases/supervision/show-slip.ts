import { DateTime } from 'luxon'
import { listPauses } from '../../db/pause-store.ts'
import { listPeriods } from '../../db/period-store.ts'
import { listReminders } from '../../db/reminder-store.ts'
import { listSlips, type SlipRow } from '../../db/slip-store.ts'
import { listFiledVersions } from '../../db/supervision-source-store.ts'
import { listTasks } from '../../db/task-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { owedKey, stageKey } from '../../domain/supervision/decide-day.ts'
import { slipLabel } from '../../domain/supervision/slip.ts'
import { type SlipEventLine, slipTrail } from '../../domain/supervision/slip-trail.ts'
import { loadTrail } from '../action/see-actions.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { type SeenSlip, seeSlips } from './list-slips.ts'
import { ownUnitsOnly, type SlipNumber, seenSlip, wasIssued } from './slip-access.ts'

/** A slip's page: itself, what was owed, and what led to it and came of it. */
export type SlipPage = { planId: number; slip: SeenSlip; items: SlipRow['items']; trail: SlipEventLine[] }

/** One slip by its number, with its trail. @throws DomainError `slip.unknown` {slip} */
export async function showSlip(context: Context, actor: Actor, number: SlipNumber): Promise<SlipPage> {
  return reading(context, actor, 'supervision.list', async (work) => {
    const row = await seenSlip(work, number)
    const [slip] = await seeSlips(work, [row])
    if (!slip) throw new DomainError('slip.unknown', { slip: slipLabel(number) })
    return { planId: work.plan.id, slip, items: row.items, trail: await trailOf(work, row) }
  })
}

async function trailOf(work: Work, slip: SlipRow): Promise<SlipEventLine[]> {
  const { tx, plan } = work
  const day = dayIn(plan.zone)
  const told = await listReminders(tx, plan.id, [owedKey(slip)])
  const of = stageKey('', slip.dueOn)
  const about = await listSlips(tx, plan.id, { subjects: [slip.subject], unitIds: [slip.unitId] })
  const all = !ownUnitsOnly(work)
  const same = about.filter((one) => one.dueOn === slip.dueOn && (all || wasIssued(one)))
  return slipTrail({
    dueOn: slip.dueOn,
    reminders: told
      .filter(({ stage }) => stage.endsWith(of))
      .map(({ stage, at }) => ({ stage: stage.slice(0, -of.length), day: day(at) })),
    others: [
      ...same.toReversed().flatMap((one) => lifeOf(one, day)),
      ...(await doneSince(work, slip, day)),
      ...(await pausesOf(work, slip, day)),
    ],
  })
}

function lifeOf(slip: SlipRow, day: (at: Date) => string): SlipEventLine[] {
  const { level, createdAt, issuedAt, signedAt, settledAt, withdrawnAt, decidedAt, state, reason } = slip
  const name = { level, slip: slipLabel(slip) }
  return [
    ...(level === 'red' ? [{ kind: 'proposed' as const, day: day(createdAt), level, slip: '' }] : []),
    ...(issuedAt ? [{ kind: 'issued' as const, day: day(issuedAt), ...name }] : []),
    ...(signedAt ? [{ kind: 'signed' as const, day: day(signedAt), ...name, text: slip.signedRemark }] : []),
    ...(settledAt ? [{ kind: 'settled' as const, day: day(settledAt), ...name }] : []),
    ...(state === 'declined' && decidedAt
      ? [{ kind: 'declined' as const, day: day(decidedAt), ...name, text: reason }]
      : []),
    ...(withdrawnAt ? [{ kind: 'withdrawn' as const, day: day(withdrawnAt), ...name, text: reason }] : []),
  ]
}

/** What the unit and the office did about it: versions filed and returned, and the life of an action. */
async function doneSince(work: Work, slip: SlipRow, day: (at: Date) => string): Promise<SlipEventLine[]> {
  const { tx, plan } = work
  if (slip.kind === 'action') {
    const trail = await loadTrail(
      work,
      slip.items.map(({ no }) => no),
    )
    return trail.map(({ kind, at, text }) => ({ kind: 'action', day: day(at), what: kind, text }))
  }
  if (slip.kind !== 'report') return []
  const wanted = new Set(slip.items.map(({ no }) => no))
  const versions = await listFiledVersions(tx, plan.id, slip.unitId, periodOf(slip))
  return versions
    .filter(({ taskNo }) => wanted.has(taskNo))
    .flatMap(({ taskNo: no, version, state, reason, reportedAt, decidedAt }): SlipEventLine[] => [
      { kind: 'filed', day: day(reportedAt), no, version },
      ...(state === 'returned' && decidedAt
        ? [{ kind: 'returned' as const, day: day(decidedAt), no, text: reason }]
        : []),
    ])
}

async function pausesOf({ tx, plan }: Work, slip: SlipRow, day: (at: Date) => string): Promise<SlipEventLine[]> {
  if (slip.kind !== 'report') return []
  const nos = new Set(slip.items.map(({ no }) => no))
  const tasks = new Set((await listTasks(tx, plan.id)).flatMap(({ id, no }) => (nos.has(no) ? [id] : [])))
  const period = (await listPeriods(tx, plan.id)).find(({ key }) => key === periodOf(slip))
  return (await listPauses(tx, plan.id))
    .filter(({ taskId, periodId }) => (taskId !== null ? tasks.has(taskId) : periodId === period?.id))
    .flatMap(({ startedAt, endedAt, reason }): SlipEventLine[] => [
      { kind: 'paused', day: day(startedAt), text: reason },
      ...(endedAt ? [{ kind: 'resumed' as const, day: day(endedAt) }] : []),
    ])
}

const periodOf = ({ subject }: Pick<SlipRow, 'subject'>) => subject.slice('report/'.length)

const dayIn = (zone: string) => (at: Date) => DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd')
