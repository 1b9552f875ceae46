import { plainText } from './characters.ts'
import { markKinds } from './heading-marks.ts'
import { lineAt, type OutlineNode } from './outline.ts'
import { cutStatements, findStatements, type Statement } from './responsibility.ts'
import { readDue } from './target-deadlines.ts'

/** A statement of responsibility with the input line it begins on. */
export type LocatedStatement = Statement & { line: number }

/** A heading with its title, its text without responsibility, and the statements found in it. */
export type ReadNode = {
  node: OutlineNode
  title: string
  body: string
  titleCut: boolean
  statements: LocatedStatement[]
  /** when it says its work is due, as an ISO day */
  due: string | null
  children: ReadNode[]
  /** a statement stands in it or below it */
  holds: boolean
}

/** A heading chosen as a task; `inherited` are the statements of the headings above it that apply to it. */
export type ChosenTask = {
  read: ReadNode
  section: ReadNode
  statements: LocatedStatement[]
  inherited: ReadNode | null
}

const longestTitle = 60

/** Reads titles and statements of a heading and all below it. */
export function readNode(node: OutlineNode): ReadNode {
  const children = node.children.map(readNode)
  const found = node.rank === -1 && node.headingLevel === 0 ? [] : findStatements(node.text)
  const statements = found.map((statement) => ({ ...statement, line: lineAt(node, statement.start) }))
  const text = cutStatements(node.text, statements)
  const holds = statements.length > 0 || children.some((child) => child.holds)
  return { node, ...splitTitle(text), statements, due: readDue(node.text, found), children, holds }
}

/** A colon, or a single space between two words of Chinese (PDF text has many where it has any), after a short title. */
function readTitleEnd(sentence: string): number {
  const head = sentence.slice(0, 24)
  const colon = head.search(/[:：]/)
  if (colon !== -1) return colon
  const space = head.indexOf(' ')
  return space >= 4 && sentence.indexOf(' ', space + 1) === -1 && /^[\u3400-\u9FFF]/.test(head.slice(space + 1))
    ? space
    : -1
}

/** The heading sentence: up to the first full stop or the end of its paragraph, or a colon where that is too long. */
function splitTitle(text: string): { title: string; body: string; titleCut: boolean } {
  const stop = text.search(/[。\n]/)
  let end = stop === -1 ? text.length : stop
  let titleCut = false
  const colon = readTitleEnd(text.slice(0, end))
  if (colon >= 3 && end - colon > 8) end = colon
  if (end > longestTitle) {
    const head = text.slice(0, longestTitle)
    const pause = head.search(/[,，;；]/)
    titleCut = true
    end = pause !== -1 ? pause : longestTitle
  }
  const title = plainText(text.slice(0, end)).trim()
  return {
    title: title.replace(/[。.;；:：,，、\s]+$/, ''),
    body: text.slice(end).replace(/^[。:：,，;；\s]+/, ''),
    titleCut,
  }
}

/**
 * Chooses the headings that are tasks: those that say who is responsible, and their neighbours of the same level. A
 * statement at the end of the last of several parts, where the parts before it have none, speaks for the whole; where
 * the parts are tasks themselves, for each of them.
 */
export function chooseTasks(root: ReadNode): ChosenTask[] {
  const tasks: ChosenTask[] = []
  const ownShare = shareOfHolders(root)
  const counted = ranksCountedThrough(root)
  const visit = (read: ReadNode, section: ReadNode, above: ReadNode | null) => {
    const holders = read.children.filter((child) => child.holds)
    const applies = read.statements.length > 0 ? read : above
    const last = onlyLastHolds(read, holders)
    const areTasks = last !== null && counted.has(last.node.rank)
    const endsSection = last?.statements.every((statement) => statement.ownParagraph && statement.start > 0) ?? false
    if (last && endsSection && (areTasks || isOutermost(read.node))) {
      for (const child of read.children) {
        tasks.push({ read: child, section: read, statements: last.statements, inherited: read })
      }
    } else if (last && !areTasks && (ownShare.get(last.node.rank) ?? 0) < 0.6) {
      tasks.push({ read, section, statements: collectStatements(read), inherited: null })
    } else if (holders.length === 0) {
      const own = read.statements.length > 0
      tasks.push({
        read,
        section,
        statements: own ? read.statements : (above?.statements ?? []),
        inherited: own ? null : above,
      })
    } else {
      for (const child of read.children) visit(child, read, applies)
    }
  }
  for (const child of root.children) if (child.holds) visit(child, root, null)
  return tasks
}

/** The last of several parts where it alone states responsibility, in a heading that states none itself. */
function onlyLastHolds(read: ReadNode, holders: readonly ReadNode[]): ReadNode | null {
  const [only, second] = holders
  if (!only || second || read.node.rank === -1 || read.statements.length > 0) return null
  const last = read.children.at(-1)
  return only === last && read.children.length >= 2 && only.children.length === 0 ? only : null
}

function isOutermost(node: OutlineNode): boolean {
  return node.rank >= 0 && node.rank <= markKinds.indexOf('han')
}

/** Kinds of heading marks whose numbers run on from one heading above to the next: so a document counts its tasks. */
function ranksCountedThrough(root: ReadNode): Set<number> {
  const ranks = new Set<number>()
  const visit = (read: ReadNode) => {
    const [first] = read.children
    if (first && read !== root && first.node.number > 1) ranks.add(first.node.rank)
    for (const child of read.children) visit(child)
  }
  visit(root)
  return ranks
}

/** For each kind of heading mark, the share of its headings that state responsibility, where any of their siblings do. */
function shareOfHolders(root: ReadNode): Map<number, number> {
  const counts = new Map<number, { all: number; holding: number }>()
  const visit = (read: ReadNode) => {
    const among = read.children.some((child) => child.holds)
    for (const child of read.children) {
      const count = counts.get(child.node.rank) ?? { all: 0, holding: 0 }
      if (among) count.all++
      if (child.statements.length > 0) count.holding++
      counts.set(child.node.rank, count)
      visit(child)
    }
  }
  visit(root)
  return new Map([...counts].map(([rank, count]) => [rank, count.holding / Math.max(1, count.all)]))
}

function collectStatements(read: ReadNode): LocatedStatement[] {
  return [...read.statements, ...read.children.flatMap(collectStatements)]
}

/** A task's text with that of the parts below it, their marks kept. */
export function fullText(read: ReadNode): string {
  const below = read.children.map((child) => `${child.node.mark}${child.title}。${fullText(child)}`)
  return plainText([read.body, ...below].join(''))
}
