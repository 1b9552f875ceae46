import { DomainError } from '../../domain/errors.ts'
import { foldFullWidth } from '../../domain/full-width.ts'
import { parseDoneDay, parseMilestoneDay } from '../../domain/milestone/milestone-day.ts'
import { type MilestoneWords, parseMilestoneWords } from '../../domain/milestone/milestone-words.ts'
import { t } from '../../i18n/translate.ts'
import { listRoadmap, type RoadmapScope } from '../../usecases/milestone/list-milestones.ts'
import { openMilestone, openTasks } from '../../usecases/milestone/open-milestone.ts'
import { message, paragraph } from '../blocks.ts'
import type { FormRequest, Request } from '../requests/request.ts'
import { add, finish, move, remove, reopen } from './change.ts'
import { roadmapMessage, waitingMessage } from './messages.ts'
import { addModal, changeModal } from './views.ts'

type AddWords = Extract<MilestoneWords, { kind: 'add' }>
type ChangeWords = Extract<MilestoneWords, { no: number }>

/** `/progress roadmap` (路线图): the milestones that concern the person, those of one task, or the slipped. */
export async function roadmapByWords(request: FormRequest, words: string): Promise<void> {
  const typed = foldFullWidth(words).trim()
  if (/^(?:help|帮助|\?)$/i.test(typed)) return help(request)
  if (/^(?:late|overdue|slipped|逾期|超期)$/i.test(typed)) return showRoadmap(request, 'late')
  const task = /^(?:任务|task)?\s*#?\s*(\d{1,4})$/i.exec(typed)
  if (!task && typed !== '') throw new DomainError('milestone.roadmap_words', { given: words.slice(0, 40) })
  await showRoadmap(request, task ? Number(task[1]) : 'mine')
}

/** `/progress milestone` (节点): a new one, or what is done to one; where words are missing, its form. */
export async function milestoneByWords(request: FormRequest, text: string): Promise<void> {
  const words = parseMilestoneWords(text, request.context.now())
  switch (words.kind) {
    case 'help':
      return help(request)
    case 'list':
      return showRoadmap(request, 'mine')
    case 'add':
      return addByWords(request, words)
    default:
      return changeByWords(request, words)
  }
}

/** The first page of a roadmap. */
export async function showRoadmap(request: FormRequest, scope: RoadmapScope): Promise<void> {
  const { context, actor, locale, reply } = request
  await reply(roadmapMessage(locale, await listRoadmap(context, actor, scope), 1))
}

/** The slipped milestones beside a list of issues; nothing where there are none. */
export async function tellWaiting({ context, actor, locale, reply }: Request): Promise<void> {
  const waiting = waitingMessage(locale, await listRoadmap(context, actor, 'late'))
  if (waiting) await reply(waiting)
}

async function help({ locale, reply }: FormRequest): Promise<void> {
  await reply(message('/progress roadmap', [paragraph(t(locale, 'milestone.help'))]))
}

async function addByWords(request: FormRequest, { taskNo, title, day }: AddWords): Promise<void> {
  if (taskNo === null || title === '' || day === '') return openNew(request, taskNo, title, day)
  try {
    await add(request, { taskNo, unitId: null, title, day })
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'task.which_unit') throw error
    await openNew(request, taskNo, title, day)
  }
}

/** The form of a new milestone, with what was typed. */
export async function openNew(request: FormRequest, taskNo: number | null, title = '', day = ''): Promise<void> {
  const { context, actor, locale, client, triggerId, channel } = request
  const opened = await openTasks(context, actor, 'milestone.keep', taskNo)
  const start = { title, day: day === '' ? null : parseMilestoneDay(day, context.now().setZone(opened.zone)) }
  await client.views.open({ trigger_id: triggerId, view: addModal(locale, opened, channel, start) })
}

async function changeByWords(request: FormRequest, words: ChangeWords): Promise<void> {
  const { kind, no, day, text } = words
  if (text === '' || (kind === 'move' && day === '')) return openChange(request, words)
  if (kind === 'done') return finish(request, { no, version: null, day, evidence: text })
  if (kind === 'move') return move(request, { no, version: null, day, reason: text })
  await (kind === 'reopen' ? reopen : remove)(request, { no, version: null, reason: text })
}

/** The form of what is done to a milestone, with what was typed. */
export async function openChange(request: FormRequest, { kind, no, day, text }: ChangeWords): Promise<void> {
  const { context, actor, locale, client, triggerId, channel } = request
  const opened = await openMilestone(context, actor, no, kind)
  const now = context.now().setZone(opened.zone)
  const typed = day === '' ? null : kind === 'done' ? parseDoneDay(day, now) : parseMilestoneDay(day, now)
  const view = changeModal(locale, kind, opened, channel, { day: typed, text })
  await client.views.open({ trigger_id: triggerId, view })
}
