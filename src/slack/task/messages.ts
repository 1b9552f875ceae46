import type { KnownBlock } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { milestoneLine, roadmapDay } from '../../i18n/milestone-lines.ts'
import { t } from '../../i18n/translate.ts'
import type { TaskAction, TaskReport, TaskView } from '../../usecases/task/show-task.ts'
import { button, buttons, clip, type Message, message, note, paragraphs, pieces, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { targetLines } from '../issue/life.ts'
import { listButton } from '../milestone/messages.ts'
import { inPlan } from '../plan-value.ts'
import { policyListButton } from '../policy/messages.ts'
import { choiceValue } from '../progress/views.ts'

/** A message takes about 13,200 characters: so many lines of a part are shown, each cut to a length; the rest is counted. */
const linesAPart = 8
const reportsShown = 20
const lineLength = 120
const unitsNamed = 15
/** A longer text of the document follows in messages of its own. */
const textLength = 1500
const textAMessage = 9000

/** A task whole; a long text of the document goes on in further messages, so that nothing of it is cut. */
export function taskMessages(locale: Locale, view: TaskView): Message[] {
  const { no, title } = view.task
  const text = view.text?.trim() ?? ''
  const short = text.length <= textLength
  const first = message(t(locale, 'task.title', { no, title }), [
    note(t(locale, 'task.section', { no: view.task.sectionNo, title: view.task.sectionTitle })),
    ...paragraphs([...headLines(locale, view), ...(short && text !== '' ? text.split('\n') : [])]),
    ...partsOf(locale, view),
    taskButtons(locale, view),
  ])
  const rest = short ? [] : pieces(text, textAMessage)
  return [first, ...rest.map((piece) => message(t(locale, 'task.text', { no }), paragraphs(piece.split('\n'))))]
}

function headLines(locale: Locale, { task, pause, today }: TaskView): string[] {
  const named = (role: 'lead' | 'participant') => {
    const units = task.units.filter((unit) => unit.role === role).map(({ name }) => name)
    const names = units.slice(0, unitsNamed).join(t(locale, 'list.separator'))
    return units.length > unitsNamed ? t(locale, 'task.units_more', { names, count: units.length }) : names
  }
  return [
    t(locale, 'task.units', { leads: named('lead'), others: named('participant') }),
    ...(pause
      ? [t(locale, 'task.paused', { since: roadmapDay(locale, pause.since, today), reason: clip(pause.reason, 300) })]
      : []),
  ]
}

function partsOf(locale: Locale, view: TaskView): KnownBlock[] {
  const { today, task, reports, milestones, policies, issues, actions, period } = view
  const part = (title: string, lines: readonly string[], where: string, most = linesAPart): KnownBlock[] => {
    const left = lines.length - most
    const shown = lines.slice(0, most).map((line) => clip(line, lineLength))
    return [strong(title), ...paragraphs(left > 0 ? [...shown, t(locale, 'task.more', { count: left, where })] : shown)]
  }
  const some = (count: number, blocks: () => KnownBlock[]) => (count > 0 ? blocks() : [])
  const reportsTitle = t(locale, 'task.reports', {
    period: t(locale, 'period.name', { key: period.key }),
    due: roadmapDay(locale, period.dueOn, today),
    missing: reports.filter(({ report }) => report === null).length,
  })
  const missingFirst = reports.toSorted((one, other) => Number(one.report !== null) - Number(other.report !== null))
  return [
    ...some(view.targets.length, () => part(t(locale, 'task.targets'), targetLines(locale, view), '/target list')),
    ...some(reports.length, () =>
      part(
        reportsTitle,
        missingFirst.map((one) => reportLine(locale, one)),
        '/progress status',
        reportsShown,
      ),
    ),
    ...some(milestones.length, () =>
      part(
        t(locale, 'task.milestones', { count: milestones.length }),
        milestones.map((one) => milestoneLine(locale, one, today)),
        `/progress roadmap ${task.no}`,
      ),
    ),
    ...some(policies.length, () =>
      part(
        t(locale, 'task.policies', { count: policies.length }),
        policies.map((one) => t(locale, 'policy.line', one)),
        `/progress policy ${task.no}`,
      ),
    ),
    ...some(issues.length, () =>
      part(
        t(locale, 'task.issues', { count: issues.length }),
        issues.map((one) => t(locale, 'task.issue', { ...one, state: t(locale, `issue_state.${one.state}`) })),
        '/issue list',
      ),
    ),
    ...some(actions.length, () =>
      part(
        t(locale, 'task.actions', { count: actions.length }),
        actions.map((one) => actionLine(locale, one, today)),
        '/todo all',
      ),
    ),
  ]
}

function reportLine(locale: Locale, { unit, role, report }: TaskReport): string {
  const line = t(locale, 'task.report', {
    unit,
    lead: role === 'lead',
    status: t(locale, `status.${report?.status ?? 'missing'}`),
    percent: report?.percent ?? null,
    version: report?.version ?? null,
  })
  return report?.late ? `${line} · ${t(locale, 'task.report_late')}` : line
}

function actionLine(locale: Locale, action: TaskAction, today: string): string {
  const { no, text, owner, dueOn, state, daysLate } = action
  const standing =
    daysLate === null ? t(locale, `task.action_state.${state}`) : t(locale, 'task.action_late', { days: daysLate })
  return t(locale, 'task.action', { no, text: clip(text, 60), owner, due: roadmapDay(locale, dueOn, today), standing })
}

function taskButtons(locale: Locale, { planId, task, reportsFor }: TaskView): KnownBlock {
  return buttons(
    ...(reportsFor
      ? [
          button(
            ids.progress.open,
            t(locale, 'task.report_button'),
            choiceValue({ taskNo: task.no, unitId: reportsFor.unitId }),
            { style: 'primary' },
          ),
        ]
      : []),
    listButton(locale, planId, task.no),
    policyListButton(locale, planId, task.no),
    button(ids.issue.raise, t(locale, 'receipt.raise'), inPlan(planId, String(task.no))),
  )
}
