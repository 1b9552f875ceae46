import { fold, plainText } from './characters.ts'
import type { Doubt, ParsedTarget } from './parsed-plan.ts'
import { type Quantity, readDeadline, readQuantities } from './target-quantities.ts'

/** The targets of one passage. `offset` says where in the passage a doubt arises. */
export type FoundTargets = { targets: ParsedTarget[]; doubts: (Omit<Doubt, 'line'> & { offset: number })[] }

const reach =
  /(?:达到|达|突破|超过|超|增至|增加到|增加至|提高到|提高至|提升到|提升至|扩大到|扩大至|增长到|增长至|稳定在|保持在|不低于|不少于|不小于|降至|下降到|降低到|控制在|实现|完成|累计)$/
const change = /(?:增长|下降|降低|提升|提高|增加|压缩|缩短|增幅|增速|翻)(?:率|幅度)?(?:达到|达|超过|不低于|约)?$/
const filler = /(?:约为?|近|接近|不少于|不低于|至少|达到?|超过?|突破|总数|数量|累计|总计|共计?|为|将|力争)+$/
const action =
  /^(?:引进|新增|帮扶|培育|举办|引育|新建|建设|建成|打造|培养|扶持|支持|组织|开展|认定|新设|设立|开行|开通|吸引|招引|引入|完成|落地|孵化|新培育|新引进|改造|实施|推动|推进|发展|集聚|遴选|发布|培训|拓展|开辟|建立|形成|入库|净增|签约|承办|创建|选派|获|争创|服务|推广|兑现|投放|发放|安排)/
const leading =
  /^(?:并|且|同时|其中|力争|争取|努力|确保|预计|计划|全市|全省|全区|使|实现|推动|以上|以内|左右|将|要|再|约|、|和|及|“十[三四五六]五”(?:时期|期间|末|期末)?|(?:到|至|截至)?20\d\d年(?:\d{1,2}月)?(?:上半年)?(?:底|末)?(?:之?前)?|20\d\d(?:年)?(?:—|–|-|~|至)20\d\d年|每年度?|全年|年均|逐年|三年内|今年|当年|内|,)+/

/** What is longer is no clause of a sentence, whatever it is. */
const longestClause = 400

const longestMetric = 100

type Context = { perYear: boolean; by: string | null; byCarried: boolean }

/**
 * Finds the numeric targets of a passage: what is to be reached (达到, 突破 …: level) and what is to be added each year
 * (每年引进…5家: flow). 每年 and a deadline hold to the end of their sentence, a deadline with a doubt beyond it. A number
 * that only qualifies a noun (5亿元以上外贸企业) is part of the metric's name.
 */
export function findTargets(passage: string, taskNo: number | null): FoundTargets {
  const found: FoundTargets = { targets: [], doubts: [] }
  let by: string | null = null
  let offset = 0
  for (const sentence of passage.split(/(?<=[。!！?？])/)) {
    const context: Context = { perYear: false, by, byCarried: by !== null }
    let at = offset
    for (const clause of sentence.split(/(?<=,(?!\d{3}(?!\d))|[，;；:：。])/)) {
      if (/\d|年|十[三四五六]五/.test(clause))
        readClause(plainText(clause.slice(0, longestClause)), context, taskNo, at, found)
      at += clause.length
    }
    by = context.by
    offset += sentence.length
  }
  return found
}

function readClause(raw: string, context: Context, taskNo: number | null, offset: number, found: FoundTargets): void {
  const clause = fold(raw)
  const deadline = readDeadline(clause)
  if (deadline) {
    context.by = deadline
    context.byCarried = false
  }
  if (/每年|年均|逐年|全年/.test(clause)) context.perYear = true
  let from = 0
  const quantities = readQuantities(clause)
  for (const [index, quantity] of quantities.entries()) {
    const next = quantities[index + 1]
    if (isQualifier(clause, quantity, next)) continue
    const before = raw.slice(from, quantity.start)
    const rest = raw.slice(quantity.end, next && /[、和及]/.test(clause[quantity.end] ?? '') ? quantity.end : undefined)
    from = quantity.end
    judge(before, rest, quantity, context, taskNo, offset, found)
  }
}

/** A number is part of a noun's name when 以上 and a noun follow and either it is money or the count is still to come. */
function isQualifier(clause: string, quantity: Quantity, next: Quantity | undefined): boolean {
  const after = clause.slice(quantity.end)
  const nounFollows = /^(?:的|[\u3400-\u9FFF(“])/.test(after) && !/^[和及与]/.test(after)
  if (!nounFollows) return false
  const money = /[元币]$/.test(quantity.unit)
  return (next !== undefined && (money || quantity.bound !== '')) || money || /^级/.test(after)
}

function judge(
  before: string,
  after: string,
  quantity: Quantity,
  context: Context,
  taskNo: number | null,
  offset: number,
  found: FoundTargets,
): void {
  const subject = before.replace(leading, '')
  const bare = subject.replace(/(?:约为?|近)$/, '')
  const share = /[%‰倍点]$/.test(quantity.unit)
  const reaches = reach.test(bare) || filler.test(bare)
  const changes = share && change.test(bare)
  const acts = action.test(subject) && !share
  const stem = changes ? bare.replace(/(?:达到|达|超过|不低于|约)$/, '') : bare.replace(reach, '').replace(filler, '')
  const noun =
    /^[\u3400-\u9FFF(（“]/.test(after) && !reaches
      ? after.replace(/[,，;；。:：]$/, '').replace(/^(?:的|以上)/, '')
      : ''
  const metric = plainText(stem + (acts || reaches ? noun : '')).replace(/[,，;；。:：、]+$/, '')
  const flow = context.perYear && !share && (acts || !reaches || action.test(stem))
  const sure = flow ? acts || metric.length >= 2 : reaches || changes || (acts && context.by !== null)
  const excerpt = { text: plainText(before + after).slice(0, 60), value: quantity.value, unit: quantity.unit }
  const bareVerb = metric.replace(action, '').replace(change, '') === ''
  if (!sure || metric.length < 2 || metric.length > longestMetric || bareVerb) {
    const plausible = (acts || reaches || changes || context.perYear) && metric.length >= 1
    if (plausible) found.doubts.push({ offset, code: 'target_unclear', params: excerpt })
    return
  }
  if (quantity.tooPrecise) {
    found.doubts.push({ offset, code: 'target_too_precise', params: excerpt })
    return
  }
  if (quantity.upTo !== null) {
    found.doubts.push({ offset, code: 'target_range', params: { metric, from: quantity.value, to: quantity.upTo } })
  }
  if (context.by && context.byCarried && !flow) {
    found.doubts.push({ offset, code: 'target_deadline_carried', params: { metric, by: context.by } })
  }
  found.targets.push({
    metric,
    value: quantity.value,
    unit: quantity.unit,
    kind: flow ? 'flow' : 'level',
    per: flow || (share && context.perYear) ? 'year' : null,
    by: context.by,
    taskNo,
  })
}
