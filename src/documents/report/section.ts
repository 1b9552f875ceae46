import type { FileChild } from 'docx'
import type { CompiledReport } from '../../domain/compilation/report-content.ts'
import type { Locale } from '../../i18n/locale.ts'

/** The figures of a report, ready to stand in it; `undrawn` targets had no room in them. */
export type Figures = { sections: FileChild[]; targets: FileChild[]; trends: FileChild[]; undrawn: number }

/** A numbered part of the report: its heading without the number, and what stands under it. */
type Section = { title: string; children: FileChild[] }

/** Makes a part of the report; null where it has nothing to say. */
export type MakeSection = (locale: Locale, report: CompiledReport, figures: Figures) => Section | null
