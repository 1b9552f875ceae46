import type { Button, KnownBlock } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { milestoneLine, roadmapDay } from '../../i18n/milestone-lines.ts'
import { t } from '../../i18n/translate.ts'
import type { AddedMilestone } from '../../usecases/milestone/add-milestone.ts'
import type { Roadmap, RoadmapEntry } from '../../usecases/milestone/list-milestones.ts'
import { button, buttons, clip, type Message, message, note, paragraphs, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { pageOf } from '../page-of.ts'
import { inPlan } from '../plan-value.ts'

/** Slack takes 50 blocks and about 13,200 characters a message; a milestone is two blocks and 1,400 characters at most. */
const entriesAPage = 7
/** In a list a long text is cut; the form of the milestone shows the whole. */
const listedLength = 160

/** 路线图: a page (from 1) of it, task by task; what is on other pages is counted, and one click away. */
export function roadmapMessage(locale: Locale, roadmap: Roadmap, page: number): Message {
  const { entries, planId, scope, taskNo, today } = roadmap
  if (entries.length === 0) return noneMessage(locale, roadmap)
  const { shown, at: current, pages, rest, next } = pageOf(entries, page, entriesAPage)
  const turn = inPlan(planId, `${scope}/${next}`)
  return message(titleOf(locale, roadmap), [
    ...shown.flatMap((entry, index): KnownBlock[] => [
      ...(taskNo === null && shown[index - 1]?.taskNo !== entry.taskNo ? [taskHead(locale, entry)] : []),
      ...entryBlocks(locale, planId, entry, today),
    ]),
    ...(pages > 1 ? [note(t(locale, 'milestone.page', { page: current, pages, rest }))] : []),
    ...rowOf([
      ...(pages > 1
        ? [button(ids.milestone.page, t(locale, rest > 0 ? 'milestone.next' : 'milestone.first'), turn)]
        : []),
      ...(roadmap.mayAdd ? [addButton(locale, planId, taskNo)] : []),
    ]),
  ])
}

/** The receipt of a new milestone. */
export function addedMessage(locale: Locale, added: AddedMilestone): Message {
  const { planId, today, no, title, taskNo, taskTitle, unit, dueOn } = added
  return message(t(locale, 'milestone.added', { no, title, due: roadmapDay(locale, dueOn, today) }), [
    ...paragraphs([t(locale, 'milestone.added_more', { task: taskNo, taskTitle, unit })]),
    buttons(listButton(locale, planId, taskNo), moveButton(locale, planId, no), removeButton(locale, planId, no)),
  ])
}

/** The button that shows the milestones of a task. */
export function listButton(locale: Locale, planId: number, taskNo: number): Button {
  return button(ids.milestone.list, t(locale, 'milestone.list'), inPlan(planId, String(taskNo)))
}

/** Lines of what is told of a milestone beside its own: its evidence, moves, issue, and whether its task is paused. */
function detailLines(locale: Locale, entry: RoadmapEntry, today: string): string[] {
  const last = entry.moves.at(-1)
  const cut = (text: string) => clip(text.replace(/\s+/g, ' '), listedLength)
  return [
    ...(entry.doneOn === null ? [] : [t(locale, 'milestone.evidence', { text: cut(entry.evidence) })]),
    ...(last
      ? [
          t(locale, 'milestone.moved', {
            from: roadmapDay(locale, last.from, today),
            to: roadmapDay(locale, last.to, today),
            reason: cut(last.reason),
            times: entry.moves.length,
          }),
        ]
      : []),
    ...(entry.issueNo === null ? [] : [t(locale, 'milestone.issue', { issueNo: entry.issueNo })]),
    ...(entry.paused && entry.doneOn === null ? [t(locale, 'milestone.paused')] : []),
  ]
}

function entryBlocks(locale: Locale, planId: number, entry: RoadmapEntry, today: string): KnownBlock[] {
  return [
    ...paragraphs([milestoneLine(locale, entry, today), ...detailLines(locale, entry, today)]),
    ...rowOf(entryButtons(locale, planId, entry)),
  ]
}

/** What the person can do about a milestone, the likeliest first; each button names its plan. */
function entryButtons(locale: Locale, planId: number, entry: RoadmapEntry): Button[] {
  const { no, doneOn, issueNo, mayKeep, mayRaise } = entry
  const value = inPlan(planId, String(no))
  const open = doneOn === null
  return [
    ...(mayKeep
      ? [
          button(
            ids.milestone.done,
            t(locale, open ? 'milestone.done' : 'milestone.done_again'),
            value,
            open ? { style: 'primary' } : {},
          ),
        ]
      : []),
    ...(mayRaise ? [button(ids.milestone.raise, t(locale, 'milestone.raise'), value)] : []),
    ...(issueNo === null
      ? []
      : [button(ids.issue.show, `${t(locale, 'issue.show')} #${issueNo}`, inPlan(planId, String(issueNo)))]),
    ...(mayKeep && open ? [moveButton(locale, planId, no)] : []),
    ...(mayKeep && !open ? [button(ids.milestone.reopen, t(locale, 'milestone.reopen'), value)] : []),
    ...(mayKeep ? [removeButton(locale, planId, no)] : []),
  ]
}

/** Beside the issues: the slipped milestones that are issues in waiting, one click away; null where there is none. */
export function waitingMessage(locale: Locale, { planId, entries }: Roadmap): Message | null {
  const count = waiting(entries)
  if (count === 0) return null
  const show = button(ids.milestone.list, t(locale, 'milestone.show_late'), inPlan(planId, 'late'))
  return message(t(locale, 'milestone.waiting', { count }), [buttons(show)])
}

const waiting = (entries: readonly RoadmapEntry[]) =>
  entries.filter(({ mayRaise, paused }) => mayRaise && !paused).length

function titleOf(locale: Locale, { entries, scope, taskNo }: Roadmap): string {
  if (scope === 'late') return t(locale, 'milestone.title.late', { total: entries.length, waiting: waiting(entries) })
  const count = (state: RoadmapEntry['state']) => entries.filter((entry) => entry.state === state).length
  const counts = { total: entries.length, done: count('done'), slipped: count('slipped'), soon: count('soon') }
  return taskNo === null
    ? t(locale, 'milestone.title.mine', counts)
    : t(locale, 'milestone.title.task', { ...counts, task: taskNo })
}

function noneMessage(locale: Locale, { planId, scope, taskNo, mayAdd }: Roadmap): Message {
  if (scope === 'late') return message(t(locale, 'milestone.none.late'))
  const title = taskNo === null ? t(locale, 'milestone.none.mine') : t(locale, 'milestone.none.task', { task: taskNo })
  if (!mayAdd) return message(title)
  return message(title, [
    note(t(locale, 'milestone.none_note', { task: taskNo ?? 6 })),
    buttons(addButton(locale, planId, taskNo)),
  ])
}

function taskHead(locale: Locale, { taskNo, taskTitle }: RoadmapEntry): KnownBlock {
  return strong(clip(t(locale, 'milestone.task', { no: taskNo, title: taskTitle }), listedLength))
}

function addButton(locale: Locale, planId: number, taskNo: number | null): Button {
  return button(ids.milestone.open, t(locale, 'milestone.add'), inPlan(planId, String(taskNo ?? '')))
}

function moveButton(locale: Locale, planId: number, no: number): Button {
  return button(ids.milestone.move, t(locale, 'milestone.move'), inPlan(planId, String(no)))
}

function removeButton(locale: Locale, planId: number, no: number): Button {
  return button(ids.milestone.remove, t(locale, 'milestone.remove'), inPlan(planId, String(no)))
}

const rowOf = (row: Button[]) => (row.length > 0 ? [buttons(...row)] : [])
