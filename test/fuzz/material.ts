import { interactiveElements } from '../../src/sandbox/block-kit/walk.ts'
import type { JsonObject } from '../../src/sandbox/entities.ts'
import { units } from '../support/golden-year.ts'
import type { Bot } from './bot.ts'
import { idsOf, type Registered, registeredListeners } from './registered.ts'
import { isJson } from './step.ts'
import { type Grammar, readGrammar } from './words.ts'

/** What steps are made from: the bot's listeners, its grammar, the modals seen so far by callback id, and values of buttons by action id. */
export type Material = {
  listeners: readonly Registered[]
  grammar: Grammar
  views: Map<string, JsonObject[]>
  values: Map<string, Set<string>>
  names: readonly string[]
}

const names = [
  ...units,
  ...[
    '东湖高新区',
    '年进口贸易量',
    '帮扶新开口企业',
    '具有进出口实绩企业',
    '江城进出口有限公司',
    '任务12',
    '#1',
    '#2',
    '#3',
    '任务 5',
    '2024H1',
    '2024上半年',
    '2024-001',
    '2024-003',
  ],
  ...[
    '<@U0UNIT03|商务局>',
    '<@U0CONVENER>',
    '<#C0LEADING|领导小组>',
    '@联络员',
    '来源：海关统计月报',
    '已签约12家',
    '按计划推进',
    'https://example.org/a',
    '315亿',
    '80%',
    '达进度',
  ],
  ...[
    '市商务局、武汉海关',
    '交办：市商务局 完成验收 10个工作日',
    '议定 同意',
    '延期 材料不齐',
    '周报',
    '参加',
    '委派 张三',
    '不能参加',
    '15:30 以后',
    '每月第二个周四',
    '10个工作日',
  ],
]

const keptOfAKind = 12
const keptValues = 60

/** Remembers the modals and the values of buttons that the bot has shown since the last time, and forgets its calls. */
export function noteViews(bot: Bot, { views, values }: Material): void {
  for (const { given, refusal } of bot.slack.calls.splice(0)) {
    if (refusal !== null) continue
    const view = isJson(given.view) ? given.view : null
    if (view?.type === 'modal' && typeof view.callback_id === 'string' && view.callback_id !== '')
      keep(views, view.callback_id, complete(view))
    const blocks = view?.blocks ?? given.blocks
    if (Array.isArray(blocks)) noteValues(values, blocks.filter(isJson))
  }
}

function keep(views: Material['views'], id: string, view: JsonObject): void {
  const known = views.get(id) ?? []
  views.set(id, [...known, view].slice(-keptOfAKind))
}

function complete(view: JsonObject): JsonObject {
  const blocks = (view.blocks as JsonObject[]).map((block, place) => ({ block_id: `b${place}`, ...block }))
  return { private_metadata: '', external_id: '', ...view, blocks }
}

function noteValues(values: Material['values'], blocks: readonly JsonObject[]): void {
  for (const { element } of interactiveElements(blocks)) {
    const id = String(element.action_id)
    const known = values.get(id) ?? new Set()
    values.set(id, known)
    if (typeof element.value === 'string' && known.size < keptValues) known.add(element.value)
    if (Array.isArray(element.options))
      for (const option of element.options) if (known.size < keptValues) known.add(String(option.value))
  }
}

/** What every episode starts from: the bot's own listeners, its grammar, and names and texts of the world. */
export function baseMaterial(): Pick<Material, 'listeners' | 'grammar' | 'names'> {
  const listeners = registeredListeners()
  return { listeners, grammar: readGrammar(idsOf(listeners, 'command')), names }
}
