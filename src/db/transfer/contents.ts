import { z } from 'zod'
import { DomainError } from '../../domain/errors.ts'
import type { Snapshot } from './read-rows.ts'

/** The first format; one that cannot be read by this version has another number. */
const FORMAT = 1

const name = z.string().min(1).max(100)

/** A path inside the folder of an export, as an export writes it. */
const pathInside = z
  .string()
  .max(500)
  .regex(/^[^/\\:]+(?:\/[^/\\:]+)*$/)
  .refine((path) => !path.split('/').includes('..'))

/** What a copy of an installation says of itself before its rows. */
const contents = z.object({
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
  counters: z.record(
    name,
    z
      .string()
      .regex(/^\d{1,19}$/)
      .nullable(),
  ),
})
export type Contents = z.infer<typeof contents>

/** What a backup says of itself. */
export const backupContents = contents.extend({ liaison: z.literal('backup') })

/** What an export says of itself, with the files it consists of: by their paths, with their SHA-256. */
export const exportContents = contents.extend({
  liaison: z.literal('export'),
  workspaces: z.array(name),
  files: z.record(pathInside, z.object({ sha256: z.string().length(64) })),
})
export type ExportContents = z.infer<typeof exportContents>

/** What may be left out of a copy: whole tables (true), or some of their columns. */
export type Omitted = Readonly<Record<string, true | readonly string[]>>

/** What a snapshot holds, to be said before its rows. */
export async function describeContents(snapshot: Snapshot, createdAt: Date, omitted: Omitted = {}): Promise<Contents> {
  const tables: Contents['tables'] = []
  for (const table of snapshot.tables) {
    const without = omitted[table.name] ?? []
    if (without === true) continue
    const columns = table.columns.filter((column) => !without.includes(column))
    tables.push({ name: table.name, columns, rows: await snapshot.count(table) })
  }
  const { migrations, counters } = snapshot
  return { format: FORMAT, createdAt: createdAt.toISOString(), migrations, tables, counters }
}

/** How many rows are said to follow. */
export function rowsOf({ tables }: Contents): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0)
}

/**
 * Reads what a backup or an export says of itself.
 * @throws DomainError `transfer.not_one` {name}; `transfer.newer` {name} for another format
 */
export function parseContents<S extends typeof backupContents | typeof exportContents>(
  text: string,
  file: string,
  schema: S,
): z.infer<S> {
  const json = parseJson(text)
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data as z.infer<S>
  const kind = schema.shape.liaison
  const other = z.object({ liaison: kind, format: z.int().min(FORMAT + 1) }).safeParse(json)
  throw new DomainError(other.success ? 'transfer.newer' : 'transfer.not_one', { name: file })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
