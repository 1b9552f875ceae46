import { findLatestConsultation } from '../../db/consultation-store.ts'
import type { IssueRow } from '../../db/issue-store.ts'
import { isEnded, isUndecided } from '../../domain/consultation/consultation.ts'
import type { ConsultationNotice } from '../../domain/consultation/consultation-notice.ts'
import type { Work } from '../context.ts'
import { allows } from '../permissions.ts'
import { noticeOf } from './announce.ts'
import { settlementGround } from './settlement-access.ts'

/** The latest consultation of an issue as a person sees it, and what they may do about it. */
export type IssueConsultation = {
  planId: number
  latest: ConsultationNotice | null
  mayConsult: boolean
  mayAnswer: boolean
  maySettle: boolean
}

/** What a person sees of an issue's consultation. */
export async function issueConsultation(work: Work, issue: IssueRow): Promise<IssueConsultation> {
  const { tx, plan, roles, units } = work
  const latest = await findLatestConsultation(tx, issue.id)
  const undecided = isUndecided(issue.state)
  const asked = latest?.answers.some((answer) => units.some((unit) => unit.id === answer.unitId)) ?? false
  return {
    planId: plan.id,
    latest: latest && noticeOf(work, { issue, consultation: latest, ending: null }),
    mayConsult: undecided && allows(roles, 'issue.consult'),
    mayAnswer: undecided && latest !== null && !isEnded(latest.state) && asked && allows(roles, 'issue.answer'),
    maySettle: settlementGround(work, issue, latest) !== null,
  }
}
