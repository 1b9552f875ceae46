import type { FileChild } from 'docx'

/** A numbered part of a document: its heading without the number, and what stands under it. */
export type Section = { title: string; children: FileChild[] }
