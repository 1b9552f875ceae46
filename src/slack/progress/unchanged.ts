import { numberRanges } from '../../domain/number-ranges.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { type FiledUnchanged, fileUnchanged } from '../../usecases/report/file-unchanged.ts'
import { previewUnchanged, type UnchangedReports } from '../../usecases/report/find-unchanged.ts'
import { button, buttons, clip, confirm, type Message, message, note, paragraphs } from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan, ofPlan } from '../plan-value.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest, Request } from '../requests/request.ts'
import { moreNote } from './messages.ts'

const linesShown = 40
const namesShown = 600

/** The preview of what "no change" would file: of one task, or of all that is owed (null). */
export async function showUnchanged(request: Request, taskNo: number | null): Promise<void> {
  const { context, actor, locale, reply } = request
  await reply(unchangedMessage(locale, await previewUnchanged(context, actor, taskNo)))
}

/** The button beside what is owed. */
export async function unchangedFromButton(request: ActionRequest): Promise<void> {
  const { planId } = ofPlan(request.value)
  await showUnchanged({ ...request, actor: { ...request.actor, planId } }, null)
}

/** The button under the preview: files exactly what it showed. */
export async function confirmUnchanged(request: ActionRequest): Promise<void> {
  const { context, locale, replace } = request
  const { planId, value } = ofPlan(request.value)
  const [task = '', key = ''] = value.split('/')
  const taskNo = task === 'all' ? null : wholeNumber(task)
  await replace(filedUnchangedMessage(locale, await fileUnchanged(context, { ...request.actor, planId }, taskNo, key)))
}

/** What would be filed, from which earlier report; what cannot be is named. */
export function unchangedMessage(locale: Locale, found: UnchangedReports): Message {
  const { able, planId, taskNo, key } = found
  const count = able.length
  const question = t(locale, 'unchanged.confirm', { count, tasks: clip(taskNumbers(locale, found), 150) })
  const yes = t(locale, 'unchanged.button', { count })
  return message(count > 0 ? t(locale, 'unchanged.title', { count }) : t(locale, 'unchanged.none'), [
    ...listed(locale, found, 'unchanged.more'),
    ...leftOut(locale, found),
    ...(count > 0
      ? [
          buttons(
            button(ids.progress.fileUnchanged, yes, inPlan(planId, `${taskNo ?? 'all'}/${key}`), {
              style: 'primary',
              confirm: confirm(yes, question, t(locale, 'button.yes'), t(locale, 'button.no')),
            }),
          ),
        ]
      : []),
  ])
}

/** The receipt: what was filed, and what is still owed. */
export function filedUnchangedMessage(locale: Locale, filed: FiledUnchanged): Message {
  const title = t(locale, 'unchanged.filed', { count: filed.able.length, late: filed.late })
  return message(title, [...listed(locale, filed, 'unchanged.more_filed'), ...leftOut(locale, filed)])
}

function listed(locale: Locale, { able }: UnchangedReports, more: 'unchanged.more' | 'unchanged.more_filed') {
  const shown = able.slice(0, linesShown)
  const lines = shown.map(({ claim: { task, unit, period }, from }) =>
    t(locale, 'unchanged.line', {
      no: task.no,
      title: clip(task.title, 60),
      unit: clip(unit.name, 40),
      period: nameOf(locale, period.key),
      status: t(locale, `status.${from.status}`),
      percent: from.percent,
      from: nameOf(locale, from.periodKey),
      version: from.version,
    }),
  )
  const rest = able.length - shown.length
  return [...paragraphs(lines), ...moreNote(t(locale, more, { count: rest }), rest)]
}

function leftOut(locale: Locale, { without, returned }: UnchangedReports) {
  const names = (claims: UnchangedReports['without']) => {
    const groups = Map.groupBy(claims, ({ period }) => period.key)
    const all = [...groups].map(([key, list]) => {
      const numbers = numberRanges([...new Set(list.map(({ task }) => task.no))].toSorted((one, other) => one - other))
      return t(locale, 'unchanged.tasks', {
        period: nameOf(locale, key),
        numbers: numbers.join(t(locale, 'list.separator')),
      })
    })
    return clip(all.join(t(locale, 'list.separator')), namesShown)
  }
  return [
    ...(without.length > 0 ? [note(t(locale, 'unchanged.without', { tasks: names(without) }))] : []),
    ...(returned.length > 0 ? [note(t(locale, 'unchanged.returned', { tasks: names(returned) }))] : []),
  ]
}

function taskNumbers(locale: Locale, { able }: UnchangedReports): string {
  return [...new Set(able.map(({ claim }) => claim.task.no))].join(t(locale, 'list.separator'))
}

const nameOf = (locale: Locale, key: string) => t(locale, 'period.name', { key })
