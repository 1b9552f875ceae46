import type { Omitted } from '../../db/transfer/contents.ts'

/** What is deliberately not exported: tokens, what was taken in already, and leases. */
export const notExported: Omitted = {
  InboundReceipt: true,
  Installation: ['token'],
  Delivery: ['leasedUntil'],
}

/** The column that is exported as files of their own: its rows name the file instead. */
export const documents = { table: 'Document', column: 'bytes' } as const

/** Says what an export holds, and lists the files. */
export const contentsFile = 'contents.json'

/** The file of a table's rows of one workspace: ProgressReport is progress-report.jsonl. */
export function rowsPath(workspaceId: string, table: string): string {
  return `${folderOf(workspaceId)}/${nounOf(table)}.jsonl`
}

/** A table's name as its file has it. */
export function nounOf(table: string): string {
  return table.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase()
}

/** The file of a plan of a workspace. */
export function planPath(workspaceId: string, planId: number): string {
  return `${folderOf(workspaceId)}/plans/${planId}.yaml`
}

/** The file of a document: its name, without what a file system could stumble over. */
export function documentPath(workspaceId: string, id: number, name: string): string {
  const safe = name.replace(/[^\p{L}\p{N}._-]+/gu, '_').slice(-80)
  return `${folderOf(workspaceId)}/files/${id}-${safe}`
}

function folderOf(workspaceId: string): string {
  return workspaceId.replace(/[^A-Za-z0-9_-]/g, '_')
}
