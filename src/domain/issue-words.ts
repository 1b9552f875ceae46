import { foldFullWidth } from './full-width.ts'
import { ISSUE_DEFAULTS, type IssueFacts, parseSeverity } from './issue.ts'

/** An issue as typed in one line: the facts, the numbers of its task and enterprise, and the names of the units it needs. */
export type IssueWords = IssueFacts & { taskNo: number | null; units: string[]; enterpriseNo?: number }

const taskWord = /^(?:任务|task)(\d{1,4})$/i
const enterpriseWord = /^(?:企业|enterprise)#?(\d{1,6})$/i
const minutesWord = /^(\d{1,4})(?:分钟|分|mins?|minutes?)$/i
const severityWord = /^(?:一般|较重|严重|紧急|minor|moderate|serious|urgent)$/i
const unitsWord = /^(?:需要?|单位|units?|needs?)[:](.+)$/i
// What is marked may be written with blanks inside: "task 12", "20 minutes", "needs: A, B".
const taskApart = /(^|\s)(任务|task)\s+(?=[\d０-９]{1,4}(?:\s|$))/gi
const minutesApart = /(^|\s)([\d０-９]{1,4})\s+(?=(?:分钟|分|mins?|minutes?)(?:\s|$))/gi
const unitsApart =
  /(^|\s)((?:需要?|单位|units?|needs?)\s*[:：])\s*([^\s、,，;；/]+(?:\s*[、,，;；/]\s*[^\s、,，;；/]+)*)/gi
const detailsWord = /(?:^|\s)(?:详情|说明|details?)\s?[:：]/i

/**
 * Reads `任务12 企业3 花山港验收标准不一 需:市交通运输局、武汉海关 20分钟 严重 详情:…`: the marked words in any order, what is
 * left is the title, and everything after 详情: the details. Bounds are checked when it is raised.
 */
export function parseIssueWords(text: string): IssueWords {
  const details = detailsWord.exec(text)
  const head = details ? text.slice(0, details.index) : text
  const found: IssueWords = {
    ...ISSUE_DEFAULTS,
    title: '',
    details: details ? text.slice(details.index + details[0].length).trim() : '',
    taskNo: null,
    units: [],
  }
  const title = joined(head)
    .split(/\s+/)
    .filter((word) => word !== '' && !takeWord(foldFullWidth(word), word, found))
  return { ...found, title: title.join(' ') }
}

/** Marked words without the blanks inside them. */
function joined(head: string): string {
  return head
    .replace(taskApart, '$1$2')
    .replace(minutesApart, '$1$2')
    .replace(unitsApart, (_, before: string, label: string, names: string) => {
      return `${before}${label.replace(/\s/g, '')}${names.replace(/\s/g, '')}`
    })
}

function takeWord(folded: string, typed: string, found: IssueWords): boolean {
  const task = taskWord.exec(folded)
  const enterprise = enterpriseWord.exec(folded)
  const minutes = minutesWord.exec(folded)
  const units = unitsWord.exec(folded)
  if (task && found.taskNo === null) found.taskNo = Number(task[1])
  else if (enterprise && found.enterpriseNo === undefined) found.enterpriseNo = Number(enterprise[1])
  else if (minutes) found.minutes = Number(minutes[1])
  else if (severityWord.test(folded)) found.severity = parseSeverity(folded)
  else if (units)
    found.units = typed
      .slice(typed.length - (units[1] ?? '').length)
      .split(/[、,,;;/]/)
      .filter((name) => name !== '')
  else return false
  return true
}
