import { DomainError } from '../../domain/errors.ts'
import { foldFullWidth } from '../../domain/full-width.ts'
import { type MeasurementWords, matchTargets, splitMeasurementWords } from '../../domain/target-words.ts'
import { t } from '../../i18n/translate.ts'
import { type ListedTarget, listTargetStandings } from '../../usecases/target/list-targets.ts'
import { type MeasurementInput, recordMeasurement } from '../../usecases/target/record-measurement.ts'
import { setBaseline } from '../../usecases/target/set-baseline.ts'
import { message, paragraph } from '../blocks.ts'
import type { ActionRequest, CommandRequest, Request } from '../listen.ts'
import {
  baselineMessage,
  measurementMessage,
  targetListMessage,
  whichTargetMessage,
  whichUnitMessage,
} from './messages.ts'
import { targetModal } from './views.ts'

const targetsNamed = 10

/** `/target`: the list, a value in one line, the form, a baseline, or help. */
export async function targetCommand(request: CommandRequest): Promise<void> {
  const { locale, reply, channel, triggerId } = request
  const words = foldFullWidth(request.words).trim()
  const [, verb = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(words) ?? []
  if (/^(help|帮助|\?)$/i.test(words)) return reply(message('/target', [paragraph(t(locale, 'target.help'))]))
  if (/^(list|列表|清单|查看)?(\s+\d{1,4})?$/i.test(words)) return showList(request, Number(rest || 1))
  if (/^(baseline|基期|基期值|基线|基数)$/i.test(verb)) return baselineByWords(request, rest)
  if (!/^(record|记录|填报)$/i.test(verb)) return recordByWords(request, words)
  return rest === '' ? openForm(request, channel, triggerId) : recordByWords(request, rest)
}

/** The button that opens the form. */
export async function openTargetForm(request: ActionRequest): Promise<void> {
  await openForm(request, request.channel, request.triggerId)
}

/** The choice of a target or a unit where words left it open: records the value that they gave. */
export async function recordChosen(request: ActionRequest): Promise<void> {
  const { targets } = await listTargetStandings(request.context, request.actor)
  const input = JSON.parse(request.value) as MeasurementInput
  const target = targets.find(({ id }) => id === input.targetId)
  if (!target) throw new DomainError('target.gone')
  await record(request, target, input)
}

async function showList({ context, actor, locale, reply }: Request, page: number): Promise<void> {
  await reply(targetListMessage(locale, await listTargetStandings(context, actor), page))
}

async function openForm(request: Request, channel: string | null, triggerId: string): Promise<void> {
  const { context, actor, locale, client, reply } = request
  const list = await listTargetStandings(context, actor)
  const recordable = list.targets.filter(({ mayRecord }) => mayRecord)
  if (recordable.length === 0) return reply(message(t(locale, 'target.nothing')))
  await client.views.open({ trigger_id: triggerId, view: targetModal(locale, list, recordable, channel) })
}

async function recordByWords(request: Request, text: string): Promise<void> {
  const { locale, reply } = request
  const words = splitMeasurementWords(text)
  const candidates = await findTargets(request, words)
  const [target, other] = candidates
  if (!target || other) return reply(whichTargetMessage(locale, words, candidates))
  await record(request, target, { targetId: target.id, value: words.value, day: words.day, unitId: null })
}

async function record(request: Request, target: ListedTarget, input: MeasurementInput): Promise<void> {
  const { context, actor, locale, reply } = request
  if (target.units.length > 1 && input.unitId === null) return reply(whichUnitMessage(locale, target, input))
  await reply(measurementMessage(locale, await recordMeasurement(context, actor, input)))
}

async function baselineByWords(request: Request, text: string): Promise<void> {
  const { context, actor, locale, reply } = request
  const words = splitMeasurementWords(text)
  const candidates = await findTargets(request, words)
  const [target, other] = candidates
  if (!target || other) {
    throw new DomainError('target.ambiguous', { given: words.metric, ...named(candidates) })
  }
  const { value, day } = words
  await reply(baselineMessage(locale, await setBaseline(context, actor, { targetId: target.id, value, day })))
}

/** The targets that the words may mean, at least one. @throws DomainError `target.unknown` {given, targets, more} */
async function findTargets({ context, actor }: Request, words: MeasurementWords): Promise<ListedTarget[]> {
  const { targets } = await listTargetStandings(context, actor)
  const candidates = matchTargets(words.metric, targets)
  if (candidates.length === 0) throw new DomainError('target.unknown', { given: words.metric, ...named(targets) })
  return candidates
}

function named(targets: readonly ListedTarget[]) {
  const names = targets.slice(0, targetsNamed).map(({ metric }) => metric)
  return { targets: names, more: Math.max(0, targets.length - names.length) }
}
