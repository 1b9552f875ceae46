import type { CompiledReport, MissingKind } from '../../domain/compilation/report-content.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { clip, type Message, message, note, paragraphs } from '../blocks.ts'

/** So many missing tasks are named; the others are counted, and all stand in the report. */
const tasksNamed = 20
const unitsNamed = 20
const titleLength = 60
const unitLength = 40

const kinds: readonly MissingKind[] = ['unfiled', 'returned', 'submitted', 'paused', 'no_unit']

/** What goes with the files: the four counts first, then what is missing by name, and where numbers and claims differ. */
export function compilationMessage(locale: Locale, report: CompiledReport): Message {
  const { counts, period, asOf, missing, participantGaps, targets } = report
  const title = t(locale, 'compilation.message_title', {
    ...counts,
    period: t(locale, 'period.name', { key: period.key }),
  })
  const disputed = targets.filter(({ disagrees }) => disagrees).length
  const more = missing.length - tasksNamed
  const lines = [
    ...missingLines(locale, missing.slice(0, tasksNamed)),
    ...(more > 0 ? [t(locale, 'compilation.message_more', { count: more })] : []),
    ...participantLines(locale, participantGaps),
    ...(disputed > 0 ? [t(locale, 'compilation.message_disagree', { count: disputed })] : []),
  ]
  return message(title, [...paragraphs(lines), note(t(locale, 'compilation.message_files', { day: asOf }))])
}

function missingLines(locale: Locale, missing: CompiledReport['missing']): string[] {
  return kinds.flatMap((kind) => {
    const own = missing.filter((one) => one.kind === kind)
    if (own.length === 0) return []
    const tasks = own.map(({ no, title, lead }) =>
      t(locale, 'compilation.message_task', {
        no,
        title: clip(title, titleLength),
        lead: lead && clip(lead, unitLength),
      }),
    )
    const named = tasks.join(t(locale, 'list.separator'))
    return [t(locale, 'compilation.message_missing', { kind: t(locale, `compilation.missing.${kind}`), tasks: named })]
  })
}

function participantLines(locale: Locale, gaps: CompiledReport['participantGaps']): string[] {
  if (gaps.length === 0) return []
  const units = gaps.slice(0, unitsNamed).map(({ unit, unfiled, submitted, returned }) =>
    t(locale, 'compilation.message_unit', {
      unit: clip(unit, unitLength),
      count: unfiled.length + submitted.length + returned.length,
    }),
  )
  const more = gaps.length - units.length
  return [
    t(locale, 'compilation.message_participants', { units: units.join(t(locale, 'list.separator')) }),
    ...(more > 0 ? [t(locale, 'compilation.message_more_units', { count: more })] : []),
  ]
}
