import { fold, plainText } from './characters.ts'
import { splitNames } from './name-splitting.ts'
import type { UnitRole } from './parsed-plan.ts'
import { isDueRemark, trimOpenEnd } from './unit-words.ts'

/** A unit as a statement of responsibility names it; `null` where the statement gives it no role of its own. */
export type NamedUnit = { name: string; role: UnitRole | null }

/** The units of one statement; `openEnded` when it says 等, `several` when two or more are named lead. */
export type UnitList = { units: NamedUnit[]; openEnded: boolean }

type Role = UnitRole | null | 'ignored'

const labels: readonly (readonly [string, Role])[] = [
  [
    '(?:完成|办结|落实|实施)?(?:时限|时间|期限|日期)|(?:进度|时间)安排|联系人|联系电话|备注|工作目标|预期成果',
    'ignored',
  ],
  ['(?:牵头|责任|分管|包保|联系|市)?(?:市|区)?(?:领导|责任人)', 'ignored'],
  [
    '(?:主要|第一|首要)?(?:牵头|主责|主办|领办|总牵头)(?:责任)?(?:[市省县区][直级])?(?:单位|部门|机构|处室|方|区)?',
    'lead',
  ],
  ['(?:主要|第一|首要)责任(?:单位|部门|主体|机构)?', 'lead'],
  [
    '(?:主要)?(?:配合|参与|参加|协办|协同|协作|协助|支持|会办|共同参与)(?:责任)?(?:[市省县区][直级])?(?:单位|部门|机构|处室|方)?',
    'participant',
  ],
  [
    '(?:责任|落实|实施|承办|执行|完成|负责|组织|承担|工作|主管|任务)(?:责任)?(?:[市省县区][直级])?(?:单位|部门|主体|机构|处室)(?:和部门|及部门|及分工)?',
    null,
  ],
  ['(?:责任|分工|职责分工|责任分工)', null],
]
const anyLabel = `(?:${labels.map(([words]) => `(${words})`).join('|')})(?: ?:|(?<=单位|部门)为)`
const label = new RegExp(anyLabel, 'g')
const labelAtStart = new RegExp(`^${anyLabel}`)

/** A remark that states what holds anyway: the first unit listed leads. */
const firstLeads = /[,;。]?(?:注:)?(?:排|列)?(?:在|名)?(?:首位|第一位?)的?(?:单位|部门)?为牵头(?:责任)?(?:单位|部门)?/

/** Whether a text begins with any label, also one that names a person or a date (责任领导:, 完成时限:). */
export function startsWithAnyLabel(text: string): boolean {
  return labelAtStart.test(fold(text.slice(0, 24)))
}

/** Whether a text begins with the label of a statement of responsibility, half- or full-width. */
export function startsWithLabel(text: string): boolean {
  const match = labelAtStart.exec(fold(text.slice(0, 24)))
  return match !== null && roleOfLabel(match) !== 'ignored'
}

function roleOfLabel(match: RegExpMatchArray): Role {
  const index = match.slice(1).findIndex((group) => group !== undefined)
  return labels[index]?.[1] ?? null
}

/** Reads the inside of a statement: `责任单位:A、B`, `牵头单位:A;配合单位:B、C`, `A牵头,B、C配合`, `A(牵头)、B`. */
export function readUnitList(statement: string): UnitList {
  const lines = fold(statement).split('\n')
  const text = lines
    .map((line, index) => (index > 0 && startsWithAnyLabel(line) ? `;${line}` : line))
    .join('')
    .replace(firstLeads, '')
  const list: UnitList = { units: [], openEnded: false }
  let position = 0
  let role: Role = null
  for (const match of text.matchAll(label)) {
    if (match.index < position || !isLabelStart(text, match.index)) continue
    readClause(text.slice(position, match.index), role, list)
    role = roleOfLabel(match)
    position = match.index + match[0].length
  }
  readClause(text.slice(position), role, list)
  return list
}

function isLabelStart(text: string, index: number): boolean {
  return (
    index === 0 ||
    /[,:;。、( )]/.test(text[index - 1] ?? '') ||
    /(?:局|委|办|会|区|府|关|部|团|司|院|厅|行|心)/.test(text[index - 1] ?? '')
  )
}

const verb =
  /(牵头(?:负责|组织|落实|实施|推进|抓总|单位|会同|,?会同)?|主办|主责|领办|会同|联合|配合(?:落实|实施|单位)?|协办|协助|(?:协同|联合|共同)(?:推进|落实|做好|参与|配合)|协同|参与|参加|分工(?:负责|落实)|(?:共同|具体|分别)?组织(?:实施|落实|推进|开展)|(?:共同|具体|分别)?(?:推进|抓好)落实|(?:依|按照?)(?:各自)?(?:职责|职能)?(?:分工|职责|职能)(?:抓好落实|落实|负责|配合|做好)?|(?:分别|共同|具体)?(?:负责|落实))/g

function readClause(clause: string, labelled: Role, list: UnitList): void {
  if (labelled === 'ignored') return
  let position = 0
  let next: UnitRole | null = null
  for (const match of clause.matchAll(verb)) {
    if (insideBrackets(clause, position, match.index)) continue
    const word = match[0]
    const names = clause.slice(position, match.index)
    const role = word.includes('牵头') || /^(?:主办|主责|领办)/.test(word) ? 'lead' : roleAfter(word)
    const joins = /会同|^联合$/.test(word)
    readNames(names, next ?? (joins ? 'lead' : role) ?? labelled, list)
    next = joins ? 'participant' : null
    position = match.index + word.length
  }
  readNames(clause.slice(position), next ?? labelled, list)
}

function roleAfter(verbWord: string): UnitRole | null {
  return /^(?:配合|协|参|联合|共同(?:推进|落实|做好|参与|配合))/.test(verbWord) ? 'participant' : null
}

function insideBrackets(text: string, from: number, to: number): boolean {
  let depth = 0
  for (let index = from; index < to; index++) depth += text[index] === '(' ? 1 : text[index] === ')' ? -1 : 0
  return depth > 0
}

function readNames(text: string, role: UnitRole | null, list: UnitList): void {
  for (const piece of splitNames(text)) {
    const marked = /^(.+?)\((牵头|主办|主责|配合|参与|协办|牵头单位|配合单位)\)$/.exec(piece)
    const bare = (marked?.[1] ?? piece)
      .replace(/^(?:由|和|及|以及|并|与|请)(?=.{3})/, '')
      .replace(/^[由:·\-—]+|[:·\-—]+$/g, '')
    const trimmed = trimOpenEnd(bare)
    if (trimmed !== null) list.openEnded = true
    const name = plainText(trimmed ?? bare).trim()
    if (!name || name === '等' || isDueRemark(name)) continue
    list.units.push({ name, role: marked ? (/牵头|主/.test(marked[2] ?? '') ? 'lead' : 'participant') : role })
  }
}
