import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { t } from '../../i18n/translate.ts'

const schemaFile = join(import.meta.dirname, '..', '..', '..', 'prisma', 'schema.prisma')

type Described = { name: string; columns: readonly string[]; rows: number }

/** The README of an export, in both languages: what is in it and what is not, and every field, as the schema explains it. */
export function buildExportReadme(tables: readonly Described[], nounOf: (table: string) => string): string {
  const models = readModels(readFileSync(schemaFile, 'utf8'))
  const sections = tables.map(({ name, columns, rows }) => {
    const model = models.get(name)
    const fields = columns.map((column) => fieldLine(column, model?.fields.get(column)))
    return [`## ${nounOf(name)}.jsonl (${rows})`, '', ...(model?.says ? [model.says, ''] : []), ...fields, ''].join(
      '\n',
    )
  })
  return [t('zh-CN', 'transfer.readme'), t('en', 'transfer.readme'), ...sections].join('\n\n')
}

type Field = { type: string; says: string }

function fieldLine(column: string, field: Field | undefined): string {
  return `- \`${column}\`${field ? `: ${field.type}` : ''}${field?.says ? `. ${field.says}` : ''}`
}

/** Models and enums' columns of the schema, with the comments above them. */
function readModels(schema: string): Map<string, { says: string; fields: Map<string, Field> }> {
  const models = new Map<string, { says: string; fields: Map<string, Field> }>()
  let says: string[] = []
  let fields = new Map<string, Field>()
  for (const line of schema.split('\n').map((one) => one.trim())) {
    const comment = /^\/\/\/ ?(.*)$/.exec(line)
    if (comment) {
      says.push(comment[1] ?? '')
      continue
    }
    const model = /^model (\w+) \{/.exec(line)
    const field = /^(\w+)\s+([\w[\]?]+)/.exec(line)
    if (model?.[1]) {
      fields = new Map()
      models.set(model[1], { says: says.join(' '), fields })
    } else if (field?.[1] && field[2]) fields.set(field[1], { type: field[2], says: says.join(' ') })
    says = []
  }
  return models
}
