import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { type Message, note } from '../blocks.ts'
import { AnswerError, type Reply } from '../reply.ts'

/**
 * Shows a digest to one person. A workspace may refuse charts, and a picture cannot go with what only one person sees: then
 * its place says so, and its figures are in the table.
 */
export async function showMessages(locale: Locale, reply: Reply, messages: readonly Message[]): Promise<void> {
  for (const whole of messages) {
    try {
      await reply(whole)
    } catch (error) {
      if (!(error instanceof AnswerError) || !hasChart(whole)) throw error
      await reply({ ...whole, blocks: whole.blocks.map((block) => (isChart(block) ? refusedNote(locale) : block)) })
    }
  }
}

/** The blocks of a message without its charts. */
export function withoutCharts({ text, blocks }: Message): Message {
  return { text, blocks: blocks.filter((block) => !isChart(block)) }
}

const isChart = (block: Message['blocks'][number]) => (block.type as string) === 'data_visualization'
const hasChart = ({ blocks }: Message) => blocks.some(isChart)
const refusedNote = (locale: Locale) => note(t(locale, 'digest.chart.refused'))
