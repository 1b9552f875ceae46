import type { Obligation } from './obligation.ts'
import { isOpenSlip, type SlipState } from './slip.ts'
import { isSlipLevel, type SlipLevel, type Stage, type StageSettings, stageOf } from './stage.ts'

/** A slip as the decision reads it. */
export type KnownSlip = {
  id: number
  subject: string
  unitId: number
  dueOn: string
  level: SlipLevel
  state: SlipState
}

/** What stands on a day, and what was done about it before. */
export type Standing = {
  obligations: readonly Obligation[]
  /** Every slip about these obligations, and every open one. */
  slips: readonly KnownSlip[]
  /** The {@link reminderKey}s of what people were told. */
  told: ReadonlySet<string>
  liaisons: ReadonlyMap<number, readonly string[]>
  /** The {@link owedKey}s of what is still owed, but paused. */
  held: ReadonlySet<string>
}

/** A person to be told of something owed at a stage. */
export type DueReminder = { userId: string; obligation: Obligation; stage: Stage }

/** What is to be done on a day. */
export type DayDecision = {
  reminders: DueReminder[]
  issue: { obligation: Obligation; level: 'blue' | 'yellow' }[]
  /** Slips, by id, that were settled and whose matter is owed again: they stand again under their numbers. */
  reissue: number[]
  /** Red slips that a leader is asked to approve. */
  propose: Obligation[]
  /** Slips, by id, whose obligation is gone. */
  settle: number[]
}

/** Names an obligation for ever: its subject beside its unit. */
export function owedKey({ subject, unitId }: Pick<Obligation, 'subject' | 'unitId'>): string {
  return `${subject}@${unitId}`
}

/** Names a stage of an obligation's day: with another day its stages are told anew. */
export function stageKey(stage: string, dueOn: string): string {
  return `${stage}/${dueOn}`
}

/** Names that a person was told of something at a stage. */
export function reminderKey(one: { userId: string; subject: string; stage: string }): string {
  return `${one.userId} ${one.subject} ${one.stage}`
}

/** The people who are asked for an obligation. */
export function peopleOf({ people, unitId }: Obligation, liaisons: Standing['liaisons']): readonly string[] {
  return people === 'liaisons' ? (liaisons.get(unitId) ?? []) : people
}

/**
 * What is to be done on an ISO day, which must be a working day: each obligation fires its present stage and none of those
 * that went by, and what a person was told at a stage they are not told again. A slip is made once for each level; a red
 * one is proposed, and the unit told that it is. A blue or yellow one that was settled stands again, and is told again,
 * where its matter is owed once more (a report was returned). A slip whose obligation is gone, or due another day now, is settled,
 * unless it is paused.
 */
export function decideDay(standing: Standing, settings: StageSettings, day: string): DayDecision {
  const { obligations, slips, told, liaisons, held } = standing
  const made = new Map(slips.map((slip) => [slipKey(slip, slip.level), slip]))
  const decision: DayDecision = { reminders: [], issue: [], reissue: [], propose: [], settle: [] }
  for (const obligation of obligations) {
    const stage = stageOf(obligation, settings, day)
    if (stage === null) continue
    const slip = isSlipLevel(stage) ? made.get(slipKey(obligation, stage)) : undefined
    if (isSlipLevel(stage) && !slip) {
      if (stage === 'red') decision.propose.push(obligation)
      else decision.issue.push({ obligation, level: stage })
    }
    if (slip?.state === 'settled' && stage !== 'red') {
      decision.reissue.push(slip.id)
      for (const userId of peopleOf(obligation, liaisons)) decision.reminders.push({ userId, obligation, stage })
      continue
    }
    // Of one that was signed, settled, declined or withdrawn nobody need hear any more.
    if (slip && slip.state !== 'issued' && slip.state !== 'proposed') continue
    const known = { subject: owedKey(obligation), stage: stageKey(stage, obligation.dueOn) }
    for (const userId of peopleOf(obligation, liaisons))
      if (!told.has(reminderKey({ userId, ...known }))) decision.reminders.push({ userId, obligation, stage })
  }
  const owed = new Set(obligations.map((one) => `${owedKey(one)} ${one.dueOn}`))
  decision.settle = slips
    .filter((slip) => isOpenSlip(slip.state) && !owed.has(`${owedKey(slip)} ${slip.dueOn}`) && !held.has(owedKey(slip)))
    .map(({ id }) => id)
  return decision
}

const slipKey = (one: Pick<KnownSlip, 'subject' | 'unitId' | 'dueOn'>, level: SlipLevel) =>
  `${owedKey(one)} ${one.dueOn} ${level}`
