import { DomainError } from '../../domain/errors.ts'
import {
  checkMilestoneEvidence,
  checkMilestoneReason,
  checkMilestoneTitle,
} from '../../domain/milestone/milestone-facts.ts'
import type { Locale } from '../../i18n/locale.ts'
import type { MilestoneInput } from '../../usecases/milestone/add-milestone.ts'
import type { DoneInput } from '../../usecases/milestone/finish-milestone.ts'
import type { MoveInput } from '../../usecases/milestone/move-milestone.ts'
import type { RemovalInput } from '../../usecases/milestone/remove-milestone.ts'
import { type Checked, checkedAt } from '../checked.ts'
import { ids } from '../ids.ts'
import type { Fields, SubmitRequest } from '../requests/request.ts'
import { chosenTask } from '../task-choice.ts'
import { add, finish, move, remove, reopen } from './change.ts'
import type { MilestoneMetadata } from './views.ts'

/** Checks the form of a new milestone before it closes. */
export function checkNewMilestone(
  fields: Fields,
  locale: Locale,
  metadata: Record<string, unknown>,
): Checked<MilestoneInput> {
  return checkedAt(locale, at, () => {
    const title = checkMilestoneTitle(fields[ids.milestone.title]?.value ?? '')
    return { ...chosenTask(fields, ids.milestone.task), title, day: dayToCome(fields, metadata) }
  })
}

/** Checks the form of a milestone that was reached. */
export function checkReached(fields: Fields, locale: Locale, metadata: Record<string, unknown>): Checked<DoneInput> {
  return checkedAt(locale, at, () => {
    const evidence = checkMilestoneEvidence(fields[ids.milestone.evidence]?.value ?? '')
    return { ...heldOf(metadata), day: dayOf(fields), evidence }
  })
}

/** Checks the form of another day. */
export function checkMilestoneMove(
  fields: Fields,
  locale: Locale,
  metadata: Record<string, unknown>,
): Checked<MoveInput> {
  return checkedAt(locale, at, () => ({
    ...heldOf(metadata),
    day: dayToCome(fields, metadata),
    reason: reasonOf(fields),
  }))
}

/** Checks the form of a removal, or of taking back that it was reached. */
export function checkMilestoneRemoval(
  fields: Fields,
  locale: Locale,
  metadata: Record<string, unknown>,
): Checked<RemovalInput> {
  return checkedAt(locale, at, () => ({ ...heldOf(metadata), reason: reasonOf(fields) }))
}

/** Stores the new milestone that the form holds. */
export async function submitNewMilestone(request: SubmitRequest, input: MilestoneInput): Promise<void> {
  await add(inPlanOf(request), input)
}

/** Reports the milestone of the form reached. */
export async function submitReached(request: SubmitRequest, input: DoneInput): Promise<void> {
  await finish(inPlanOf(request), input)
}

/** Gives the milestone of the form its new day. */
export async function submitMilestoneMove(request: SubmitRequest, input: MoveInput): Promise<void> {
  await move(inPlanOf(request), input)
}

/** Removes the milestone of the form. */
export async function submitMilestoneRemoval(request: SubmitRequest, input: RemovalInput): Promise<void> {
  await remove(inPlanOf(request), input)
}

/** Takes back that the milestone of the form was reached. */
export async function submitReopening(request: SubmitRequest, input: RemovalInput): Promise<void> {
  await reopen(inPlanOf(request), input)
}

function at(code: string): string {
  if (code.startsWith('milestone.title')) return ids.milestone.title
  if (code.startsWith('milestone.evidence')) return ids.milestone.evidence
  return code.startsWith('milestone.reason') ? ids.milestone.reason : ids.milestone.day
}

function dayOf(fields: Fields): string {
  const day = fields[ids.milestone.day]?.selected_date ?? ''
  if (day === '') throw new DomainError('milestone.day_missing')
  return day
}

/** A day that was past when the form was opened is past for good. */
function dayToCome(fields: Fields, metadata: Record<string, unknown>): string {
  const day = dayOf(fields)
  if (day < (metadata as MilestoneMetadata).today) throw new DomainError('milestone.day_passed', { day })
  return day
}

function reasonOf(fields: Fields): string {
  return checkMilestoneReason(fields[ids.milestone.reason]?.value ?? '')
}

function heldOf(metadata: Record<string, unknown>): { no: number; version: number } {
  const { no, version } = metadata as MilestoneMetadata
  return { no, version }
}

function inPlanOf(request: SubmitRequest): SubmitRequest {
  const { planId } = request.metadata as MilestoneMetadata
  return { ...request, actor: { ...request.actor, planId } }
}
