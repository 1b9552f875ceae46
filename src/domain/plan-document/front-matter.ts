import { DateTime } from 'luxon'
import { fold, plainText } from './characters.ts'
import { readHanNumber } from './heading-marks.ts'

/** What a document says of itself around its body. Dates are ISO days. */
export type FrontMatter = { title: string | null; documentNo: string | null; issuedOn: string | null }

const planWord =
  '(?:实施方案|工作方案|行动方案|总体方案|建设方案|方案|行动计划|三年行动|工作计划|计划|规划|实施意见|意见|若干措施|政策措施|措施|办法|工作要点|要点|任务清单|任务分工|清单|若干政策|政策|行动纲要|纲要|实施细则|工作安排)'
const note = '(?:[(（][^()（）\n]{2,30}[)）])?'
const quotedAndIssued = new RegExp(`《([^《》]{4,80}${note})》 ?(?:已经?|经|现?印发|业经)`)
const issuing = new RegExp(`关于印发《?([^《》]{4,80}?${planWord}${note})》?的通知`)
const endsAsPlan = new RegExp(`${planWord}${note}$`)
const startsAsPlan = new RegExp(`^.{4,60}?${planWord}${note}(?=\n|$)`)

/**
 * Title, document number and date of issue.
 * @param front the text before the first heading, a line break where a paragraph ends
 * @param back the text after the body: signature, date, distribution
 */
export function readFrontMatter(front: string, back: string): FrontMatter {
  const head = front.slice(0, 20_000)
  const tail = back.slice(-5_000)
  return {
    title: readTitle(head),
    documentNo: readDocumentNo(head),
    issuedOn: readOwnDay(head) ?? readOwnDay(tail) ?? readSignedDay(head) ?? readSignedDay(tail),
  }
}

function readTitle(front: string): string | null {
  const joined = plainText(front)
  const quoted = quotedAndIssued.exec(joined)?.[1]
  if (quoted) return quoted
  const own = readTitleLines(front)
  return own ?? issuing.exec(joined)?.[1] ?? null
}

/** The document's own title: the last run of short lines without a full stop that ends in 方案, 计划 or the like. */
function readTitleLines(front: string): string | null {
  let run: string[] = []
  let found: string | null = null
  for (const paragraph of front.split('\n')) {
    const text = plainText(paragraph).trim()
    if (text === '' || readDay(text) || isLetterhead(text) || /[。;,:；，：]$/.test(text) || text.length > 80) {
      const glued = text.length > 80 ? startsAsPlan.exec(plainText(paragraph))?.[0] : undefined
      if (glued && !found) found = glued
      run = []
      continue
    }
    if (run.length === 0 && found && /^[(（].{2,40}[)）]$/.test(text)) {
      if (/\d{4}/.test(text)) found += text
      continue
    }
    run = [...run, text].slice(-4)
    const joined = run.join('')
    if (endsAsPlan.test(joined)) {
      found = joined
      run = []
    } else if (/通知$/.test(joined)) run = []
  }
  return found
}

/** Whether a line is that of an office, a number, an address or an annex, and no title. */
export function isLetterhead(text: string): boolean {
  return (
    /(?:文件|公报|政府|办公厅|办公室|委员会)$/.test(text) || /号$/.test(text) || /^(?:附件|目录|目 录|各)/.test(text)
  )
}

const documentNo = /([\u3400-\u9FFF]{2,10}) ?[〔[(【﹝［（] ?((?:19|20)\d\d) ?[〕\])】﹞］）] ?第? ?(\d{1,5}) ?号/

function readDocumentNo(front: string): string | null {
  const paragraphs = front.split('\n')
  const own = paragraphs.find((text) => new RegExp(`^(?:发文字号:?|文号:?)?${documentNo.source}$`).test(fold2(text)))
  const match = documentNo.exec(own ?? '') ?? findUnquoted(front)
  if (!match) return null
  const office = (match[1] ?? '').replace(/^.*(?:文件|字号|文号|通知|印发)/, '')
  return office ? `${office}〔${match[2]}〕${match[3]}号` : null
}

function fold2(text: string): string {
  return text.replace(/[:：]\s*/g, ':').trim()
}

/** A number in the running head of the document, not one that it refers to: those stand in brackets after a title. */
function findUnquoted(front: string): RegExpExecArray | null {
  const text = front.slice(0, 600)
  const match = documentNo.exec(text)
  if (!match) return null
  const before = text.slice(Math.max(0, match.index - 1), match.index)
  return /[(（》]/.test(before) && !match[1]?.includes('通知') ? null : match
}

function readOwnDay(text: string): string | null {
  for (const paragraph of text.split('\n')) {
    const day = readDay(plainText(paragraph).trim())
    if (day) return day
  }
  return null
}

const date = '((?:19|20)\\d\\d)[年/.-](\\d{1,2})[月/.-](\\d{1,2})日?'
const signedDays = [
  new RegExp(`(?:发文|成文|发布|印发|印制)(?:日期|时间)[:：] ?${date}`),
  new RegExp(`(?:政府|办公厅|办公室|委员会|领导小组|[局厅部委])${date}(?!印发)`),
  new RegExp(`${date}(?=印发|发布)`),
]

const hanDate =
  /(?:政府|办公厅|办公室|委员会|领导小组|[局厅部委])([〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)/

/** A date that a label, a signature before it or 印发 after it makes that of the document. */
function readSignedDay(text: string): string | null {
  const joined = plainText(text)
  for (const pattern of signedDays) {
    const match = pattern.exec(joined)
    if (match) return toDay(Number(match[1]), Number(match[2]), Number(match[3]))
  }
  const han = hanDate.exec(joined)?.[1]
  return han ? readDay(han) : null
}

/** A paragraph that is a date and nothing else (an office may stand before it), as an ISO day. */
function readDay(paragraph: string): string | null {
  const text = fold(paragraph).replaceAll(' ', '')
  const arabic = /^(?:\(|[\u3400-\u9FFF]{2,24}(?<!\d))?((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日\)?$/.exec(text)
  if (arabic) return toDay(Number(arabic[1]), Number(arabic[2]), Number(arabic[3]))
  const han =
    /^\(?([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日\)?$/.exec(text)
  if (!han) return null
  const year = [...(han[1] ?? '')].map((c) => Math.max(0, '〇一二三四五六七八九'.indexOf(c))).join('')
  return toDay(Number(year), readHanNumber(han[2] ?? '') ?? 0, readHanNumber(han[3] ?? '') ?? 0)
}

function toDay(year: number, month: number, day: number): string | null {
  const date = DateTime.utc(year, month, day)
  return date.isValid ? date.toISODate() : null
}
