import { z } from 'zod'
import { DomainError } from '../../domain/errors.ts'
import type { Snapshot } from './read-rows.ts'

/** The first format; one that cannot be read by this version has another number. */
const FORMAT = 1

const name = z.string().min(1).max(100)

/** What a backup or an export says of itself before its rows. */
export const contents = z.object({
  liaison: z.enum(['backup', 'export']),
  format: z.literal(FORMAT),
  createdAt: z.iso.datetime(),
  /** The migrations that had made the tables. */
  migrations: z
    .array(z.object({ name, checksum: z.string().length(64) }))
    .min(1)
    .max(10_000),
  /** In an order in which rows refer only to earlier ones. */
  tables: z.array(z.object({ name, columns: z.array(name).min(1).max(500), rows: z.int().min(0) })).max(1000),
  /** How far the counters of ids had counted, by table. */
  counters: z.record(name, z.string().regex(/^\d{1,19}$/).nullable()),
})
export type Contents = z.infer<typeof contents>

/** What may be left out of a copy: whole tables (true), or some of their columns. */
export type Omitted = Readonly<Record<string, true | readonly string[]>>

/** What a snapshot holds, to be said before its rows. */
export async function describeContents(
  snapshot: Snapshot,
  kind: Contents['liaison'],
  createdAt: Date,
  omitted: Omitted = {},
): Promise<Contents> {
  const tables: Contents['tables'] = []
  for (const table of snapshot.tables) {
    const without = omitted[table.name] ?? []
    if (without === true) continue
    const columns = table.columns.filter((column) => !without.includes(column))
    tables.push({ name: table.name, columns, rows: await snapshot.count(table) })
  }
  const { migrations, counters } = snapshot
  return { liaison: kind, format: FORMAT, createdAt: createdAt.toISOString(), migrations, tables, counters }
}

/**
 * Reads what a backup or an export says of itself.
 * @throws DomainError `transfer.not_one` {name}; `transfer.newer` {name} for another format
 */
export function parseContents(text: string, file: string, kind: Contents['liaison']): Contents {
  const json = parseJson(text)
  const parsed = contents.safeParse(json)
  if (parsed.success && parsed.data.liaison === kind) return parsed.data
  const other = z.object({ liaison: z.literal(kind), format: z.int().min(FORMAT + 1) }).safeParse(json)
  throw new DomainError(other.success ? 'transfer.newer' : 'transfer.not_one', { name: file })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
