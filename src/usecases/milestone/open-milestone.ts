import { listTasks } from '../../db/task-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { numberRanges } from '../../domain/number-ranges.ts'
import { type Actor, type Context, reading } from '../context.ts'
import { findTask, isOffice, type KeptTask, keptTasks, leadsOf } from '../task/keep-task.ts'
import { readMilestone, refuseDone } from './hold-milestone.ts'
import { type SeenMilestone, seeMilestones } from './see-milestones.ts'

/** What is done to a milestone by a form. */
export type MilestoneForm = 'done' | 'move' | 'reopen' | 'remove'

/** A milestone whose form is opened; `today` is an ISO day. */
export type OpenedMilestone = { planId: number; today: string; zone: string; milestone: SeenMilestone }

/** The tasks a new milestone or policy may be of, each with the units that may keep it. */
export type OpenedTasks = { planId: number; today: string; zone: string; choices: KeptTask[] }

/**
 * A milestone before the form of what is done to it is shown: refused as the form's submission would be.
 * @throws DomainError `access.role_needed`, `milestone.unknown` {no}, `milestone.not_yours` {no, unit},
 *   `milestone.already_done` {no}, `milestone.not_done` {no}
 */
export async function openMilestone(
  context: Context,
  actor: Actor,
  no: number,
  form: MilestoneForm,
): Promise<OpenedMilestone> {
  return reading(context, actor, 'milestone.keep', async (work) => {
    const row = await readMilestone(work, no)
    if (form === 'move') refuseDone(row)
    if (form === 'reopen' && row.doneOn === null) throw new DomainError('milestone.not_done', { no })
    const leads = leadsOf(await listTasks(work.tx, work.plan.id))
    const [milestone] = seeMilestones(work, [row], leads)
    if (!milestone) throw new DomainError('milestone.unknown', { no })
    return { planId: work.plan.id, today: work.now.toFormat('yyyy-MM-dd'), zone: work.plan.zone, milestone }
  })
}

/**
 * What the form of a new milestone or policy offers: of one task all units that the person may name; of all tasks each of the
 * person's units, for the office the lead alone.
 * @throws DomainError `access.role_needed`, `task.unknown` {no, numbers}, `task.not_yours` {task, units, numbers},
 *   `task.none_yours`
 */
export async function openTasks(
  context: Context,
  actor: Actor,
  action: 'milestone.keep' | 'policy.keep',
  taskNo: number | null,
): Promise<OpenedTasks> {
  return reading(context, actor, action, async (work) => {
    const tasks = await listTasks(work.tx, work.plan.id)
    const all = keptTasks(work, tasks)
    const opened = { planId: work.plan.id, today: work.now.toFormat('yyyy-MM-dd'), zone: work.plan.zone }
    if (taskNo === null) {
      if (all.length === 0) throw new DomainError('task.none_yours')
      return {
        ...opened,
        choices: isOffice(work) ? all.map(({ task, units }) => ({ task, units: units.slice(0, 1) })) : all,
      }
    }
    findTask(tasks, taskNo)
    const choices = all.filter(({ task }) => task.no === taskNo)
    if (choices.length === 0)
      throw new DomainError('task.not_yours', {
        task: taskNo,
        units: work.units.map(({ name }) => name),
        numbers: numberRanges(all.map(({ task }) => task.no)),
      })
    return { ...opened, choices }
  })
}
