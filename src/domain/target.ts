import type { Decimal } from './decimal.ts'

/** 指标. Days are ISO dates. */
export type TargetFacts = {
  id: number
  metric: string
  value: Decimal
  unit: string
  /**
   * flow: what is measured adds up (引进企业 5家 each year). level: what is measured replaces what was measured before
   * (达到1000家). A level of an annual amount (年进口贸易量) is measured as the sum so far this year, see
   * {@link isAnnualAmount}.
   */
  kind: 'flow' | 'level'
  /** "year" where the value is asked for anew each year; null for once, until `by`. */
  per: 'year' | null
  by: string | null
  /** Where it started. Never invented: without it a path that needs it has no due value. */
  baseline: { value: Decimal; on: string } | null
  /**
   * 逐年目标: the value to reach in single years, by the year ("2024"). Of a flow or an amount of a year that year's own;
   * of a level, and of a flow asked for once, what is to be reached by the end of that year. Null or left out where there
   * are none.
   */
  yearly?: Readonly<Record<string, Decimal>> | null
}

/** 指标数据: a value on a day; of two for one day the later in the list counts. */
export type MeasurementFacts = { value: Decimal; asOf: string }

/**
 * Is this a level whose metric is a year's total (年进口贸易量达到1000亿元)? It is measured cumulatively within the year
 * (620亿元, January to May) and begins at nothing each January, while the year's total to reach rises straight from the
 * baseline's year to the target's. Told by the metric's first word (年…, 全年…, 每年…, but not 年末 or 年底, which are
 * stocks) or by `per`.
 */
export function isAnnualAmount(target: Pick<TargetFacts, 'kind' | 'metric' | 'per'>): boolean {
  return target.kind === 'level' && (target.per === 'year' || /^(?:全年|每年|年(?![末底初均]))/.test(target.metric))
}

/** May a value of the target be below nothing: a growth in percent, or what starts or ends below nothing? */
export function isSigned({
  metric,
  unit,
  value,
  baseline,
}: Pick<TargetFacts, 'metric' | 'unit' | 'value' | 'baseline'>): boolean {
  const grows = /^[%％]/.test(unit) && /增长|增速|增幅|增量|同比|环比|growth|change/i.test(metric)
  return grows || value.startsWith('-') || (baseline?.value.startsWith('-') ?? false)
}
