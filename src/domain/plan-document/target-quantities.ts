import { DateTime } from 'luxon'

/** A number with its unit in a clause, at `start`..`end` of it. */
export type Quantity = {
  value: number
  unit: string
  start: number
  end: number
  /** 以上, 左右 … after it */
  bound: string
  /** the upper end where a range is given */
  upTo: number | null
  /** more than 15 significant digits or 6 decimals: it could not be kept exactly */
  tooPrecise: boolean
}

const number = '\\d{1,15}(?:,\\d{3}){0,5}(?:\\.\\d{1,15})?'
const units =
  '(?:万亿|千亿|百亿|亿|万|千|百)?(?:美元|欧元|港元|人民币|元)|(?:个)?百分点|[%‰]|倍|' +
  '(?:万|亿|千|百)?(?:平方公里|平方千米|平方米|立方米|公里|千米|公顷|亩|标准箱|标箱|TEU|吨|千瓦时|千瓦|人次|人|户|家|个|项|名|台套|台|套|辆|列次|列|班次|班|条|场次|场|次|件|种|座|所|处|批|只|支|张|对|所|艘|架|片|门|期|位|平米)|' +
  '(?:万|亿)(?=[以左上,。;、]|$)'
const quantity = new RegExp(
  `(?<![\\d.A-Za-z第前])(${number})(?:(${units})?(?:—|–|-|~|～|至|到)(${number}))? ?(余|多)?(${units})(以上|以下|以内|左右|及以上|或以上)?`,
  'g',
)

/** Every number that counts something, in order. Dates, times, ordinals and names such as 5G or 500强 count nothing. */
export function readQuantities(clause: string): Quantity[] {
  const found: Quantity[] = []
  for (const match of clause.matchAll(quantity)) {
    const [all, digits = '', , upper, , unit = '', bound = ''] = match
    const after = clause.slice(match.index + all.length, match.index + all.length + 3)
    if (/^(?:个)$/.test(unit) && /^(?:工作日|月|小时|年|自然)/.test(after)) continue
    if (unit === '项' && /^目标/.test(after)) continue
    found.push({
      value: Number(digits.replaceAll(',', '')),
      unit: unit.startsWith('个百分') ? '百分点' : unit,
      start: match.index,
      end: match.index + all.length,
      bound,
      upTo: upper === undefined ? null : Number(upper.replaceAll(',', '')),
      tooPrecise: digits.replace(/^0+|[.,]/g, '').length > 15 || /\.\d{7}/.test(digits),
    })
  }
  return found
}

/** The last day of a period named in a text (到2025年, 2024年6月底前, “十四五”末), as an ISO day; null if there is none. */
export function readDeadline(text: string): string | null {
  const year =
    /(?:到|至|截至|力争|争取|—|–|-|~)? ?(20\d\d)年(?:(上半年|(\d{1,2})月)?(?:底|末|中)?(?:之?前|左右)?)/.exec(
      text.replace(/20\d\d年?(?:—|–|-|~|至)(?=20\d\d年)/g, ''),
    )
  if (year) {
    const month = year[2] === '上半年' ? 6 : Number(year[3] ?? 12)
    if (month < 1 || month > 12) return null
    return DateTime.utc(Number(year[1]), month).endOf('month').toISODate()
  }
  const plan = /[“"]?十([三四五六])五[”"]?(?:时期|期间|期)?(?:末|期末|末期)/.exec(text)
  return plan ? `${2010 + '三四五六'.indexOf(plan[1] ?? '') * 5 + 10}-12-31` : null
}
