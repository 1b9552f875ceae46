import type { ViewOutput } from '@slack/bolt'
import { DomainError } from '../../domain/errors.ts'
import { type Status, statuses } from '../../domain/progress-report.ts'
import type { ReportDraft } from '../../domain/report-draft.ts'
import { linkText } from '../../domain/report-evidence.ts'
import type { OwedReport } from '../../usecases/report/list-owed-reports.ts'
import { clip } from '../blocks.ts'
import { ids } from '../ids.ts'
import type { Fields } from '../requests/request.ts'

const none: ReportDraft = { status: null, percent: '', summary: '', practice: '', links: '', files: [] }

/** Slack counts a text in UTF-16 units. */
export const FIELD_LENGTH = { summary: 2000, practice: 500, links: 3000 } as const

/** Where a form's content starts: the draft, else what was filed or returned in the period, else last time's text. */
export function startContent(report: OwedReport): ReportDraft {
  const { draft, filed, returned, last, evidence } = report
  if (draft) return fitted(draft.content)
  const own = returned ?? filed
  const before = own ?? last
  if (!before) return none
  const { status, percent, summary } = before
  const files = evidence.flatMap(({ fileId, title, url }) => (fileId === null ? [] : [{ fileId, title, url }]))
  return fitted({
    status,
    percent: percent === null ? '' : String(percent),
    summary,
    // Good practice and evidence belong to one period.
    practice: own?.practice ?? '',
    links: own ? linkText(evidence.filter(({ fileId }) => fileId === null)) : '',
    files: own ? files : [],
  })
}

/** What a form holds; `known`: the files it offers to keep. */
export function contentOf(fields: Fields, known: ReportDraft['files']): ReportDraft {
  const kept = new Set(fields[ids.progress.keptFiles]?.selected_options?.map(({ value }) => value))
  const uploaded = (fields[ids.progress.files]?.files ?? []) as UploadedFile[]
  return {
    status: statusOf(fields),
    percent: fields[ids.progress.percent]?.value ?? '',
    summary: fields[ids.progress.summary]?.value ?? '',
    practice: fields[ids.progress.practice]?.value ?? '',
    links: fields[ids.progress.links]?.value ?? '',
    files: [
      ...known.filter(({ fileId }) => kept.has(fileId)),
      ...uploaded
        .filter(({ id }) => !known.some(({ fileId }) => fileId === id))
        .map(({ id, name, title, permalink }) => ({ fileId: id, title: title || name || id, url: permalink ?? '' })),
    ],
  }
}

/** @throws DomainError `request.unreadable` for a status that no form offers */
function statusOf(fields: Fields): Status | null {
  const value = fields[ids.progress.status]?.selected_option?.value
  if (value === undefined) return null
  const status = statuses.find((one) => one === value)
  if (!status) throw new DomainError('request.unreadable')
  return status
}

type UploadedFile = { id: string; name?: string; title?: string; permalink?: string }

/** The fields of an open form by action id, and the value of the choice that they are for. */
export function fieldsOf({ state }: Pick<ViewOutput, 'state'>): { key: string | null; fields: Fields } {
  const block = Object.keys(state.values).find((blockId) => blockId.startsWith('summary-'))
  return { key: block?.slice('summary-'.length) ?? null, fields: Object.assign({}, ...Object.values(state.values)) }
}

/** Was something typed that is not what the form started with? */
export function isTyped(content: ReportDraft, start: ReportDraft): boolean {
  const said = ({ status, percent, summary, practice, links, files }: ReportDraft) =>
    JSON.stringify([status, percent, summary.trim(), practice.trim(), links.trim(), files.map(({ fileId }) => fileId)])
  return said(content) !== said(start) && said(content) !== said(none)
}

function fitted(content: ReportDraft): ReportDraft {
  return {
    ...content,
    summary: clip(content.summary, FIELD_LENGTH.summary),
    practice: clip(content.practice, FIELD_LENGTH.practice),
    links: clip(content.links, FIELD_LENGTH.links),
  }
}
