import type { Transaction } from './database.ts'

/** A file that is kept as it was made. */
export type DocumentRow = { name: string; bytes: Uint8Array }

/** Keeps a file; gives its id. */
export async function addDocument(
  tx: Transaction,
  planId: number,
  { name, bytes }: DocumentRow,
  createdAt: Date,
): Promise<number> {
  const data = { planId, name, bytes: new Uint8Array(bytes), createdAt }
  return (await tx.document.create({ data, select: { id: true } })).id
}

/** The files of these ids, in that order; those that are gone are left out. */
export async function loadDocuments(tx: Transaction, ids: readonly number[]): Promise<DocumentRow[]> {
  const found = await tx.document.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, bytes: true },
  })
  return ids.flatMap((id) => {
    const document = found.find((one) => one.id === id)
    return document ? [{ name: document.name, bytes: document.bytes }] : []
  })
}
