import { t } from '../../i18n/translate.ts'
import { listRoadmap, type RoadmapScope } from '../../usecases/milestone/list-milestones.ts'
import type { MilestoneForm } from '../../usecases/milestone/open-milestone.ts'
import { showRaisable } from '../../usecases/milestone/raise-milestone.ts'
import { openForm } from '../issue/command.ts'
import { ofPlan } from '../plan-value.ts'
import { optionalNumber, wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest } from '../requests/request.ts'
import { openChange, openNew, showRoadmap } from './command.ts'
import { roadmapMessage } from './messages.ts'

/** 节点 under a task: its milestones; or those that slipped. */
export async function milestonesFromButton(request: ActionRequest): Promise<void> {
  const { actor, value } = namedIn(request)
  await showRoadmap({ ...request, actor }, scopeOf(value))
}

/** Another page of a roadmap, in its place. */
export async function turnRoadmap(request: ActionRequest): Promise<void> {
  const { context, locale, replace } = request
  const { actor, value } = namedIn(request)
  const [scope = '', page] = value.split('/')
  await replace(roadmapMessage(locale, await listRoadmap(context, actor, scopeOf(scope)), wholeNumber(page)))
}

/** 新增节点 */
export async function openMilestoneFromButton(request: ActionRequest): Promise<void> {
  const { actor, value } = namedIn(request)
  await openNew({ ...request, actor }, optionalNumber(value))
}

/** The button that opens the form of what is to be done to a milestone. */
export function openMilestoneForm(kind: MilestoneForm) {
  return async (request: ActionRequest): Promise<void> => {
    const { actor, value } = namedIn(request)
    await openChange({ ...request, actor }, { kind, no: wholeNumber(value), day: '', text: '' })
  }
}

/** 提出需协调问题 under a slipped milestone: the form of an issue, filled from it. */
export async function raiseForMilestone(request: ActionRequest): Promise<void> {
  const { context, locale } = request
  const { actor, value } = namedIn(request)
  const { milestone, unitIds } = await showRaisable(context, actor, wholeNumber(value))
  const { no, title, taskNo, dueOn, days } = milestone
  const start = {
    // No number in it: titles that differ by a number alone would look like the same issue.
    title: t(locale, 'milestone.issue_title', { title }),
    details: t(locale, 'milestone.issue_details', {
      title,
      due: t(locale, 'milestone.day_with_year', { day: dueOn }),
      days: days ?? 0,
    }),
    taskNo,
    units: unitIds,
    milestoneNo: no,
  }
  await openForm({ ...request, actor }, request.triggerId, request.channel, start, null)
}

function scopeOf(value: string): RoadmapScope {
  return value === 'late' ? value : (optionalNumber(value) ?? 'mine')
}

function namedIn({ actor, value }: ActionRequest) {
  const { planId, value: named } = ofPlan(value)
  return { actor: { ...actor, planId }, value: named }
}
