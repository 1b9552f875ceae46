import {
  type AnswerRow,
  type ConsultationRow,
  findLatestConsultation,
  moveConsultation,
  writeAnswers,
} from '../../db/consultation-store.ts'
import { findIssue, type IssueRow } from '../../db/issue-store.ts'
import { type Answer, checkAnswer, isEnded, isUndecided, stateOf } from '../../domain/consultation/consultation.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, changing, reading, type Work } from '../context.ts'
import { holdIssue } from '../issue/hold-issue.ts'
import { announceConsultation, offerSettlement } from './announce.ts'

/** The consultation that is meant: the one of a message, or by the issue alone (`id` null) the one under way. */
export type ConsultationReference = { no: number; id: number | null }

/** What was recorded: for which units, what they had said before, and how many have not answered yet. */
export type AnsweredConsultation = Answer & {
  no: number
  title: string
  units: string[]
  /** What the units had answered before where that was otherwise; null: nothing. */
  before: boolean | null
  waiting: number
  state: 'asked' | 'agreed' | 'objected'
}

/**
 * Answers a consultation for all units of the person that are asked; until it ended, an answer takes the place of an
 * earlier one. The channel's post is brought up to date; once all agree, whoever asked is offered to settle it.
 * @throws DomainError what `checkAnswer` throws, `issue.unknown`, `consultation.none` {no}, `consultation.ended` {no},
 *   `consultation.not_asked` {no, units}
 */
export async function answerConsultation(
  context: Context,
  actor: Actor,
  reference: ConsultationReference,
  given: Answer,
): Promise<AnsweredConsultation> {
  const answer = checkAnswer(given)
  return changing(context, actor, 'issue.answer', async (work) => {
    const { tx, now } = work
    const issue = await holdIssue(work, reference.no)
    const { consultation, mine } = await underWay(work, issue, reference)
    const changed = mine.filter((one) => !saysSo(one, answer))
    const answers = consultation.answers.map((one) =>
      changed.includes(one) ? { ...one, ...answer, answeredBy: actor.userId, answeredAt: now.toJSDate() } : one,
    )
    const state = stateOf(answers.map((one) => one.agrees))
    if (changed.length > 0) {
      const unitIds = changed.map((one) => one.unitId)
      await writeAnswers(tx, consultation.id, unitIds, {
        ...answer,
        answeredBy: actor.userId,
        answeredAt: now.toJSDate(),
      })
      await moveConsultation(tx, consultation.id, state, null)
      const news = { issue, consultation: { ...consultation, state, answers }, ending: null }
      await announceConsultation(work, news)
      await offerSettlement(work, news)
      const said = changed.map(({ unit, agrees, remark }) => ({ unit, agrees, remark }))
      await work.audit(
        'issue.answer',
        `issue/${issue.no}`,
        { id: consultation.id, answers: said },
        { ...answer, state },
      )
    }
    const before = changed.find((one) => one.agrees !== null && one.agrees !== answer.agrees)?.agrees ?? null
    const waiting = answers.filter((one) => one.agrees === null).length
    return { no: issue.no, title: issue.title, units: mine.map((one) => one.unit), ...answer, before, waiting, state }
  })
}

/** What the form of an objection shows: the proposal, the person's units, and what they objected before. */
export type AnswerForm = {
  planId: number
  no: number
  id: number
  title: string
  proposal: string
  units: string[]
  remark: string
}

/** What the form of an objection shows. @throws DomainError as `answerConsultation`, but for the answer */
export async function prepareAnswer(
  context: Context,
  actor: Actor,
  reference: ConsultationReference,
): Promise<AnswerForm> {
  return reading(context, actor, 'issue.answer', async (work) => {
    const issue = await findIssue(work.tx, work.plan.id, reference.no)
    if (!issue) throw new DomainError('issue.unknown', { no: reference.no })
    const { consultation, mine } = await underWay(work, issue, reference)
    const { id, proposal } = consultation
    const remark = mine.find((one) => one.agrees === false)?.remark ?? ''
    const { no, title } = issue
    return { planId: work.plan.id, no, id, title, proposal, units: mine.map((one) => one.unit), remark }
  })
}

async function underWay(
  work: Work,
  issue: IssueRow,
  { no, id }: ConsultationReference,
): Promise<{ consultation: ConsultationRow; mine: AnswerRow[] }> {
  const consultation = await findLatestConsultation(work.tx, issue.id)
  if (!consultation) throw new DomainError('consultation.none', { no })
  const meant = id === null || consultation.id === id
  if (!meant || isEnded(consultation.state) || !isUndecided(issue.state))
    throw new DomainError('consultation.ended', { no })
  const mine = consultation.answers.filter((one) => work.units.some((unit) => unit.id === one.unitId))
  if (mine.length === 0)
    throw new DomainError('consultation.not_asked', { no, units: consultation.answers.map((one) => one.unit) })
  return { consultation, mine }
}

/** Agreeing again in one click leaves the line that was given with the first. */
function saysSo({ agrees, remark }: AnswerRow, answer: Answer): boolean {
  return agrees === answer.agrees && (remark === answer.remark || (answer.agrees && answer.remark === ''))
}
