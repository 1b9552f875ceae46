import { plainText } from './characters.ts'
import type { Doubt, ParsedTarget } from './parsed-plan.ts'
import type { Quantity } from './target-quantities.ts'
import { action, change, filler, funds, leading, namedShare, reach, sizeOnly } from './target-words.ts'

/** What the clauses of a sentence hand on to one another. */
export type SentenceState = {
  /** 每年 holds */
  perYear: boolean
  by: string | null
  /** the deadline was stated before this sentence */
  byCarried: boolean
  /** what the last number measured */
  subject: string
  /** the last number was a target */
  sure: boolean
}

/**
 * A clause: whether its numbers are per year, as it says itself or took from those before it (`perYear`), are per month
 * or the like (`rhythm`), or belong to several names at once (分别).
 */
export type Clause = { perYear: boolean; yearly: boolean; rhythm: boolean; several: boolean }

/** A number where it stands: the text before it, the noun after it. */
export type Candidate = { before: string; noun: string; quantity: Quantity; clause: Clause; taskNo: number | null }

type Judgement = { target: ParsedTarget | null; doubts: Omit<Doubt, 'line'>[] }

const longestMetric = 100

/** Whether a number is a target, and of what. Only what its words make sure is taken; what they make likely is a doubt. */
export function judge(candidate: Candidate, state: SentenceState): Judgement {
  const { before, quantity, clause, taskNo } = candidate
  const reading = readWords(candidate, state)
  const { metric, flow, share } = reading
  const wasSure = state.sure
  state.sure = false
  const nameless = metric.length < 2 || metric.length > longestMetric || reading.bareVerb
  if (!reading.sure || nameless || clause.rhythm || clause.several || reading.putIn) {
    if (metric.length >= 2 && !nameless) state.subject = reading.measured
    const text = plainText(before + candidate.noun).slice(0, 60)
    const likely = (reading.likely || (wasSure && metric.length >= 2)) && !quantity.spelled
    const params = { text, value: quantity.value, unit: quantity.unit }
    return { target: null, doubts: likely ? [{ code: 'target_unclear', params }] : [] }
  }
  state.sure = true
  state.subject = reading.measured
  if (quantity.tooPrecise) {
    const params = { text: plainText(before).slice(0, 60) }
    return { target: null, doubts: [{ code: 'target_too_precise', params }] }
  }
  const doubts: Judgement['doubts'] = []
  if (quantity.upTo !== null) {
    doubts.push({ code: 'target_range', params: { metric, from: quantity.value, to: quantity.upTo } })
  }
  if (state.by && state.byCarried) doubts.push({ code: 'target_deadline_carried', params: { metric, by: state.by } })
  if (!state.by && !flow) doubts.push({ code: 'target_no_deadline', params: { metric } })
  const per = flow || (share && reading.everyYear) ? 'year' : null
  const { value, unit } = quantity
  return { target: { metric, value, unit, kind: flow ? 'flow' : 'level', per, by: state.by, taskNo }, doubts }
}

type Reading = {
  metric: string
  /** what is measured, without the verb of change: the next clause may leave it out */
  measured: string
  flow: boolean
  share: boolean
  /** its own words say that it holds for each year */
  everyYear: boolean
  sure: boolean
  likely: boolean
  bareVerb: boolean
  /** what is spent or how large a thing is, not what comes of it */
  putIn: boolean
}

function readWords({ before, noun: after, quantity, clause }: Candidate, state: SentenceState): Reading {
  const listed = state.sure && /^(?:[、和及]|以及|其中)/.test(before)
  const cumulative = /累计|总共|共计/.test(before)
  const stripped = before.replace(leading, '')
  // 推动3家以上企业上市: the verb itself is all that stands before the number
  const subject = stripped || (after ? (/(?:推动|实现)$/.exec(before)?.[0] ?? '') : '')
  const bare = subject.replace(/(?:约为?|近)$/, '')
  const share = /[%‰倍点]$/.test(quantity.unit)
  const changed = share ? change.exec(before.replace(/(?:约为?|近)$/, '')) : null
  const reaches = !changed && stripped !== '' && (reach.test(bare) || filler.test(bare))
  const acts = action.test(subject) && !share
  const measured = changed
    ? plainText(before.slice(0, changed.index).replace(leading, ''))
    : plainText(bare.replace(reach, '').replace(filler, ''))
  const noun = reaches && (!acts || measured.replace(action, '') !== '') ? '' : after.replace(/^(?:的|以上)/, '')
  const named = completeName(trim(measured), state.subject, changed !== null || (reaches && noun === ''))
  const verb = changed ? changed[0].replace(/(?:达到|达|超过|不低于|保持在|约)$/, '') : ''
  const metric = trim(plainText(named + verb + (acts || reaches || listed ? noun : '')))
  const everyYear = clause.yearly || /年均/.test(before)
  const flow = !share && !cumulative && (everyYear || (clause.perYear && (acts || !reaches || action.test(named))))
  const bounded = /以上/.test(quantity.bound) || cumulative
  const dated = state.by !== null
  const counts = (acts || /(?:实现|完成)/.test(before)) && (dated || bounded)
  return {
    metric,
    measured: named,
    flow,
    share,
    everyYear,
    sure:
      !quantity.spelled || acts
        ? listed ||
          (flow
            ? acts || metric.length >= 2
            : reaches || changed !== null || counts || (share && dated && namedShare.test(named)))
        : false,
    likely: (reaches && dated) || ((acts || reaches || changed !== null || clause.perYear) && metric.length >= 1),
    bareVerb: named.replace(action, '') === '' && noun === '',
    putIn: (/[元币]$/.test(quantity.unit) && funds.test(before + after)) || sizeOnly.test(named),
  }
}

/** A clause that leaves out what it measures (,年均增长8%; ,占比重达到3%) measures what the one before it did. */
function completeName(measured: string, subject: string, verbal: boolean): string {
  if (!verbal || subject === '') return measured
  return measured === '' || /^占/.test(measured) ? subject + measured : measured
}

function trim(text: string): string {
  return text.replace(/^[、,，]+|[,，;；。:：、]+$/g, '')
}
