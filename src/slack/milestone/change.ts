import { roadmapDay } from '../../i18n/milestone-lines.ts'
import { t } from '../../i18n/translate.ts'
import { addMilestone, type MilestoneInput } from '../../usecases/milestone/add-milestone.ts'
import { type DoneInput, finishMilestone } from '../../usecases/milestone/finish-milestone.ts'
import { type MoveInput, moveMilestone } from '../../usecases/milestone/move-milestone.ts'
import { type RemovalInput, removeMilestone } from '../../usecases/milestone/remove-milestone.ts'
import { reopenMilestone } from '../../usecases/milestone/reopen-milestone.ts'
import { buttons, message, paragraphs } from '../blocks.ts'
import type { Request } from '../requests/request.ts'
import { addedMessage, listButton } from './messages.ts'

/** Stores a milestone, with the receipt. */
export async function add({ context, actor, locale, reply }: Request, input: MilestoneInput): Promise<void> {
  await reply(addedMessage(locale, await addMilestone(context, actor, input)))
}

/** Reports a milestone reached, with the receipt. */
export async function finish({ context, actor, locale, reply }: Request, input: DoneInput): Promise<void> {
  const { planId, today, milestone } = await finishMilestone(context, actor, input)
  const { no, title, doneOn, evidence, taskNo } = milestone
  const day = roadmapDay(locale, doneOn ?? today, today)
  await reply(
    message(t(locale, 'milestone.finished', { no, title, day }), [
      ...paragraphs([t(locale, 'milestone.evidence', { text: evidence })]),
      buttons(listButton(locale, planId, taskNo)),
    ]),
  )
}

/** Gives a milestone another day, with the receipt. */
export async function move({ context, actor, locale, reply }: Request, input: MoveInput): Promise<void> {
  const { planId, today, milestone, before, reason } = await moveMilestone(context, actor, input)
  const { no, title, dueOn, taskNo } = milestone
  const [from, to] = [roadmapDay(locale, before, today), roadmapDay(locale, dueOn, today)]
  await reply(
    message(t(locale, 'milestone.moved_to', { no, title, from, to }), [
      ...paragraphs([t(locale, 'milestone.reason', { text: reason })]),
      buttons(listButton(locale, planId, taskNo)),
    ]),
  )
}

/** Takes back that a milestone was reached, with the receipt. */
export async function reopen({ context, actor, locale, reply }: Request, input: RemovalInput): Promise<void> {
  const { planId, today, milestone } = await reopenMilestone(context, actor, input)
  const { no, title, dueOn, taskNo } = milestone
  await reply(
    message(t(locale, 'milestone.reopened', { no, title, due: roadmapDay(locale, dueOn, today) }), [
      buttons(listButton(locale, planId, taskNo)),
    ]),
  )
}

/** Removes a milestone, with the receipt. */
export async function remove({ context, actor, locale, reply }: Request, input: RemovalInput): Promise<void> {
  const { planId, milestone } = await removeMilestone(context, actor, input)
  await reply(
    message(t(locale, 'milestone.removed', milestone), [buttons(listButton(locale, planId, milestone.taskNo))]),
  )
}
