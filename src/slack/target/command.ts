import { z } from 'zod'
import { DomainError } from '../../domain/errors.ts'
import { foldFullWidth } from '../../domain/full-width.ts'
import { splitSource } from '../../domain/measurement-source.ts'
import { matchTargets, splitMeasurementWords } from '../../domain/target-words.ts'
import { splitYearlyWords } from '../../domain/target-yearly-words.ts'
import { t } from '../../i18n/translate.ts'
import type { ListedTarget, TargetList } from '../../usecases/target/list-targets.ts'
import { listTargetStandings } from '../../usecases/target/list-targets.ts'
import type { MeasurementInput } from '../../usecases/target/record-measurement.ts'
import { setBaseline } from '../../usecases/target/set-baseline.ts'
import { setYearly } from '../../usecases/target/set-yearly.ts'
import { message, paragraph } from '../blocks.ts'
import { ofPlan } from '../plan-value.ts'
import { readWritten } from '../requests/handed-back.ts'
import type { ActionRequest, CommandRequest, Request } from '../requests/request.ts'
import { openForm, showCard, showHistory } from './buttons.ts'
import { whichCardMessage, whichTargetMessage, whichUnitMessage } from './choices.ts'
import { findTargets, namesOnly, oneTarget } from './find.ts'
import { openTargetImport } from './import.ts'
import { baselineMessage, targetListMessage, yearlyMessage } from './messages.ts'
import { recordValue } from './submit.ts'

/** `/target`: the list, a card, a value in one line, the form, history, import, a baseline, yearly values, or help. */
export async function targetCommand(request: CommandRequest): Promise<void> {
  const { locale, reply, channel, triggerId } = request
  const words = foldFullWidth(request.words).trim()
  const [, verb = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(words) ?? []
  if (/^(help|帮助|\?)$/i.test(words)) return reply(message('/target', [paragraph(t(locale, 'target.help'))]))
  if (/^(?:(?:list|列表|清单|查看)(?:\s+\d{1,4})?)?$/i.test(words)) return showList(request, Number(rest || 1))
  if (/^(baseline|基期|基期值|基线|基数)$/i.test(verb)) return baselineByWords(request, rest)
  if (/^(yearly|逐年|逐年目标|年度目标)$/i.test(verb)) return yearlyByWords(request, rest)
  if (/^(history|历史|历史数据)$/i.test(verb)) return historyByWords(request, rest)
  if (/^(import|导入|批量|批量导入)$/i.test(words)) return openTargetImport(request)
  const form = /^(record|记录|填报)$/i.test(verb)
  if (form && rest === '') return openForm(request, { channel, triggerId, chosen: null })
  // The source keeps its own full-width signs; folding keeps every place.
  await recordOrShow(request, form ? request.words.trim().slice(verb.length) : request.words.trim())
}

async function showList({ context, actor, locale, reply }: Request, page: number): Promise<void> {
  await reply(targetListMessage(locale, await listTargetStandings(context, actor), page))
}

async function recordOrShow(request: Request, text: string): Promise<void> {
  const { context, actor, locale, reply } = request
  const list = await listTargetStandings(context, actor)
  const { words: typed, source } = splitSource(text)
  const named = source === '' ? namesOnly(typed, list.targets) : null
  if (named) return showNamed(request, list, typed, named)
  const words = splitMeasurementWords(typed)
  const candidates = findTargets(list, words.metric)
  const [target, other] = candidates
  if (!target || other) return reply(whichTargetMessage(locale, list.planId, { ...words, source }, candidates))
  await record(request, list.planId, target, {
    targetId: target.id,
    value: words.value,
    day: words.day,
    unitId: null,
    source,
  })
}

const writtenInput = z.object({
  targetId: z.int32(),
  value: z.string(),
  day: z.string(),
  unitId: z.int32().nullable(),
  source: z.string().default(''),
})

/** The choice of a target or a unit where words left it open: records the value that they gave. */
export async function recordChosen(request: ActionRequest): Promise<void> {
  const { planId, value } = ofPlan(request.value)
  const actor = { ...request.actor, planId }
  const { targets } = await listTargetStandings(request.context, actor)
  const input: MeasurementInput = readWritten(value, writtenInput)
  const target = targets.find(({ id }) => id === input.targetId)
  if (!target) throw new DomainError('target.gone')
  await record(request, planId, target, input)
}

async function record(request: Request, planId: number, target: ListedTarget, input: MeasurementInput) {
  const { actor, locale, reply } = request
  if (target.units.length > 1 && input.unitId === null) {
    return reply(whichUnitMessage(locale, planId, target, input))
  }
  await recordValue({ ...request, actor: { ...actor, planId } }, input)
}

async function showNamed(request: Request, list: TargetList, given: string, named: readonly ListedTarget[]) {
  const [target, other] = named
  if (!target || other) return request.reply(whichCardMessage(request.locale, list.planId, given.trim(), named))
  await showCard(request, target.id)
}

async function historyByWords(request: Request, text: string): Promise<void> {
  const list = await listTargetStandings(request.context, request.actor)
  await showHistory(request, oneTarget(list, matchTargets(text, list.targets), text).id, 1)
}

async function baselineByWords(request: Request, text: string): Promise<void> {
  const { context, actor, locale, reply } = request
  const { metric, value, day } = splitMeasurementWords(text)
  const list = await listTargetStandings(context, actor)
  const target = oneTarget(list, findTargets(list, metric), metric)
  await reply(baselineMessage(locale, await setBaseline(context, actor, { targetId: target.id, value, day })))
}

async function yearlyByWords(request: Request, text: string): Promise<void> {
  const { context, actor, locale, reply } = request
  const { metric, years } = splitYearlyWords(text)
  const list = await listTargetStandings(context, actor)
  const target = oneTarget(list, findTargets(list, metric), metric)
  await reply(yearlyMessage(locale, await setYearly(context, actor, { targetId: target.id, years })))
}
