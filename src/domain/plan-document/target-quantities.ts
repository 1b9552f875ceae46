import { readHanNumber } from './heading-marks.ts'

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
  /** written in Chinese numerals (五家): oftener a manner of speaking than a number to be counted */
  spelled: boolean
}

const number = '\\d{1,15}(?:,\\d{3}){0,5}(?:\\.\\d{1,15})?'
const hanNumber = '[一二两三四五六七八九]?[百十][一二三四五六七八九十零]{0,4}|[二两三四五六七八九]'
const counted =
  '家次|件次|户次|微克|毫克|平方公里|平方千米|平方米|立方米|公里|千米|公顷|亩|标准箱|标箱|TEU|吨标准煤|吨|千瓦时|千瓦|兆瓦|人次|人|户|家|个|项|名|' +
  '台套|台|套|辆|列次|列|班次|班|条|场次|场|次|件|种|座|所|处|批次|批|只|支|张|对|艘|架|片|门|期|位|平米|栋|间|笔|宗|例|份|起|款|床'
/** What a rate is per: 35微克/立方米, 50万元/亩. */
const rate = '(?:/(?:平方米|立方米|平方公里|公里|万人|千人|人|户|亩|年|月|日|天|小时|升|家|个|次))?'
const time = '(?:个)?工作日|个月|小时|分钟|天'
const units =
  `(?:万亿|千亿|百亿|亿|万|千|百)?(?:美元|欧元|港元|人民币|元)${rate}|(?:个)?百分点|[%‰]|倍|` +
  `${time}|(?:万|亿|千|百)?(?:${counted})${rate}|(?:万|亿)(?=[以左上,。;、]|$)`
const quantity = new RegExp(
  `(?<![\\d.A-Za-z第前])(${number})(?:(${units})?(?:—|–|-|~|～|至|到)(${number}))? ?(余|多)?(${units})(以上|以下|以内|左右|及以上|或以上)?`,
  'g',
)
const spelled = new RegExp(
  `(?<![第前一二两三四五六七八九十百千万\\d])(${hanNumber})(?:余|多)?(${counted.replace('人次|人|', '人次|')})(以上|左右)?`,
  'g',
)

/** A length of time is to be reached only where it is cut to that length; else it says when something happens. */
const cutTo = /(?:压缩|缩短|压减|缩减|减少|控制|降低|降|提速|减)(?:至|到|在)约?$/
/** What a number before it counts is named and not aimed at: 三个方面, 5个工作日. */
const namesParts = /^(?:方面|层面|阶段|环节|步骤|维度|原则|一(?!批|流)|月|小时|年|自然|工作日)/

/** Every number that counts something, in order. Dates, times, ordinals and names such as 5G or 500强 count nothing. */
export function readQuantities(clause: string): Quantity[] {
  const found: Quantity[] = []
  for (const match of clause.matchAll(quantity)) {
    const [all, digits = '', , upper, , unit = '', bound = ''] = match
    const after = clause.slice(match.index + all.length, match.index + all.length + 3)
    if (/^(?:个)$/.test(unit) && namesParts.test(after)) continue
    if (
      /^(?:个?工作日|个月|小时|分钟|天)$/.test(unit) &&
      !cutTo.test(clause.slice(Math.max(0, match.index - 8), match.index))
    )
      continue
    if (unit === '项' && /^目标/.test(after)) continue
    found.push({
      value: Number(digits.replaceAll(',', '')),
      unit: unit.startsWith('个百分') ? '百分点' : unit,
      start: match.index,
      end: match.index + all.length,
      bound,
      upTo: upper === undefined ? null : Number(upper.replaceAll(',', '')),
      tooPrecise: digits.replace(/^0+|[.,]/g, '').length > 15 || /\.\d{7}/.test(digits),
      spelled: false,
    })
  }
  for (const match of clause.matchAll(spelled)) {
    const [all, han = '', unit = '', bound = ''] = match
    const end = match.index + all.length
    const value = readHanNumber(han)
    if (value === null || value < 2 || namesParts.test(clause.slice(end, end + 3))) continue
    found.push({ value, unit, start: match.index, end, bound, upTo: null, tooPrecise: false, spelled: true })
  }
  return found.sort((a, b) => a.start - b.start)
}

const from = `(?:由|从)(?:20\\d\\d年(?:底|末|的)*|目前的?|现在的?|现有的?|当前的?)?(?:约)?${number}(?:${units})`
const risen = '(?:增加|提高|提升|增长|扩大|上升|扩容|压缩|缩短|下降|降低|压减|减少|缩减|增|升|降)(?:到|至|为)'
const baseline = new RegExp(`${from}(?:左右|以上)?,?(?=(?:在)?(?:20\\d\\d年(?:底|末|的)*)?${risen})`, 'g')
const yearOfGoal = new RegExp(`(${risen})(?:20\\d\\d年)(?:底|末)?的`, 'g')

/** The clause without where a value starts from: 由2022年的50家增加到2025年的80家 aims at 80家. */
export function withoutBaseline(clause: string): string {
  return clause.replace(baseline, '')
}

/** The clause without the year inside its goal (增加到2025年的80家), which would part the verb from its number. */
export function withoutYearOfGoal(clause: string): string {
  return clause.replace(yearOfGoal, '$1')
}
