import { DateTime } from 'luxon'
import { fold, plainText } from './characters.ts'

const range = /20\d\d年?(?:—|–|-|~|～|至)(?=20\d\d年)/g
const quarters = '一二三四'

/**
 * The last day of a period named in a text (到2025年, 2024年6月底前, 2025年一季度, “十四五”末), as an ISO day; null if it names
 * none. Of several periods the first counts, of a span of years its end.
 */
export function readDeadline(text: string): string | null {
  const year =
    /(20\d\d)年(?:度)?(?:(上|下)半年|第?([一二三四1-4])季度|(\d{1,2})月份?(?:(\d{1,2})日|(上旬|中旬))?)?/.exec(
      text.replace(range, ''),
    )
  if (year) {
    const [, digits, half, quarter, month, day] = year
    const last = half
      ? half === '上'
        ? 6
        : 12
      : quarter
        ? (quarters.indexOf(quarter) + 1 || Number(quarter)) * 3
        : Number(month ?? 12)
    if (last < 1 || last > 12) return null
    const date = DateTime.utc(Number(digits), last, Number(day ?? 1))
    if (!date.isValid) return null
    return (day === undefined ? date.endOf('month') : date).toISODate()
  }
  const plan = /[“"]?十([三四五六])五[”"]?(?:时期|期间|期)?(?:末|期末|末期)/.exec(text)
  return plan ? `${2010 + '三四五六'.indexOf(plan[1] ?? '') * 5 + 10}-12-31` : null
}

const dueLabel = /(?:完成|办结|落实|实施)(?:时限|时间|期限|日期)[:为]?([^。;\n)]{4,40})/
const dueRemark = /[,;。(:](?=20\d\d年)([^,;。()\n]{5,24}(?:前|底|完成|办结|到位))(?=[,;。)\n]|$)/

/** When a task is due: after its label (完成时限:2024年12月底), or in the brackets that say who is responsible; else null. */
export function readDue(text: string, statements: readonly { start: number; end: number }[]): string | null {
  const labelled = dueLabel.exec(fold(plainLines(text)))?.[1]
  const own = labelled ? readDeadline(labelled) : null
  if (own) return own
  for (const { start, end } of statements) {
    const remark = dueRemark.exec(fold(plainText(text.slice(start, end))))?.[1]
    const day = remark ? readDeadline(remark) : null
    if (day) return day
  }
  return null
}

function plainLines(text: string): string {
  return text.split('\n').map(plainText).join('\n')
}
