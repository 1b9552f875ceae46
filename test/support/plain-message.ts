type Json = Record<string, unknown>
type Blocks = readonly unknown[] | undefined

/** A message as a person reads it, a line a row: for golden files. Buttons stand in brackets, a table row by row, a chart by its numbers. */
export function plainMessage(message: { text: string; blocks?: Blocks }): string {
  const lines = (message.blocks ?? []).flatMap((block) => linesOf(block as Json))
  return lines.length === 0 ? message.text : lines.join('\n')
}

function linesOf(block: Json): string[] {
  switch (block.type) {
    case 'header':
      return [`# ${textOf(block.text)}`]
    case 'section':
      return [
        ...[block.text, ...list(block.fields)].flatMap((text) => (text ? [textOf(text)] : [])),
        ...(block.accessory ? [buttonsOf([block.accessory])] : []),
      ]
    case 'context':
      return [`（${list(block.elements).map(textOf).join(' ')}）`]
    case 'actions':
      return [buttonsOf(list(block.elements))]
    case 'rich_text':
      return [list(block.elements).map(richText).join('\n')]
    case 'table':
      return list(block.rows).map((row) => (row as unknown as Json[]).map(cellText).join(' | '))
    case 'data_visualization':
      return chartLines(block)
    case 'divider':
      return ['———']
    default:
      return [`〔${String(block.type)}〕`]
  }
}

function chartLines({ title, chart }: Json): string[] {
  const { series = [] } = chart as { series?: { name: string; data: { label: string; value: number }[] }[] }
  return [
    `〔图〕${String(title)}`,
    ...series.map(({ name, data }) => `  ${name}：${data.map(({ label, value }) => `${label} ${value}`).join('，')}`),
  ]
}

const list = (value: unknown) => (value ?? []) as Json[]
const textOf = (value: unknown): string => String((value as Json).text ?? '')
const cellText = (cell: Json) =>
  cell.type === 'rich_text' ? list(cell.elements).map(richText).join(' ') : textOf(cell)
const buttonsOf = (elements: readonly unknown[]) =>
  elements
    .map((element) => element as Json)
    .map(
      ({ text, placeholder, type }) => `[ ${text ? textOf(text) : placeholder ? textOf(placeholder) : String(type)} ]`,
    )
    .join(' ')

function richText(element: Json): string {
  if (element.elements)
    return list(element.elements)
      .map(richText)
      .join(element.type === 'rich_text_list' ? '\n' : '')
  if (element.type === 'user') return `<@${String(element.user_id)}>`
  if (element.type === 'channel') return `<#${String(element.channel_id)}>`
  return String(element.text ?? element.url ?? '')
}
