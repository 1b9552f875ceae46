import { DomainError } from '../../domain/errors.ts'
import { checkReportFacts, type ReportFacts } from '../../domain/progress-report.ts'
import { checkEvidenceList, type Evidence, parseLinks } from '../../domain/report-evidence.ts'
import type { Locale } from '../../i18n/locale.ts'
import { describeError } from '../../i18n/translate.ts'
import { fileReport, type ReportInput } from '../../usecases/report/file-report.ts'
import { refreshHome } from '../home/refresh-home.ts'
import { ids } from '../ids.ts'
import { namesOf } from '../names.ts'
import type { FieldErrors, Fields, SubmitRequest } from '../requests/request.ts'
import { parseChoice } from './choice.ts'
import { evidenceFiles } from './evidence-files.ts'
import { contentOf } from './form-content.ts'
import { colleaguesIn, receiptMessage } from './messages.ts'
import type { ProgressMetadata } from './views.ts'

/** What a form asks to file; the files are looked up once it closed. */
export type ProgressInput = Omit<ReportInput, 'evidence'> & { links: Evidence[]; fileIds: string[] }

/** Checks the form before it closes; what is wrong is said at the field. */
export function checkProgress(
  fields: Fields,
  locale: Locale,
  metadata: Record<string, unknown> = {},
): { errors: FieldErrors } | { input: ProgressInput } {
  const { periodKey = null, draftVersion = 0, filedVersion = 0 } = metadata as ProgressMetadata
  const choice = parseChoice(fields[ids.progress.task]?.selected_option?.value ?? '')
  const { percent, status, summary, practice, links } = contentOf(fields, [])
  const fileIds = [
    ...(fields[ids.progress.keptFiles]?.selected_options ?? []).flatMap(({ value }) => value ?? []),
    ...(fields[ids.progress.files]?.files ?? []).flatMap(({ id }) => id ?? []),
  ]
  const facts = {
    status: (status ?? '') as ReportFacts['status'],
    percent: percent === '' ? null : Number(percent),
    summary,
    practice,
  }
  try {
    const evidence = parseLinks(links)
    checkEvidenceList([...evidence, ...fileIds.map((fileId) => ({ title: '', url: '', fileId }))])
    const input = {
      ...checkReportFacts(facts),
      links: evidence,
      fileIds: [...new Set(fileIds)],
      draftVersion,
      filedVersion,
    }
    return { input: { ...choice, ...input, periodKey: periodKey ?? choice.periodKey } }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { errors: { [fieldOf(error.code)]: describeError(locale, error) } }
  }
}

/** Files what the form holds and answers with the receipt. */
export async function submitProgress(request: SubmitRequest, input: ProgressInput): Promise<void> {
  const { context, actor, locale, client, reply } = request
  const { planId, home } = request.metadata as ProgressMetadata
  const { links, fileIds, ...report } = input
  const evidence = [...links, ...(await evidenceFiles(client, fileIds))]
  const receipt = await fileReport(context, { ...actor, ...(planId ? { planId } : {}) }, { ...report, evidence })
  await reply(receiptMessage(locale, receipt, await namesOf(client, colleaguesIn(receipt))))
  if (home) await refreshHome(request)
}

function fieldOf(code: string): string {
  if (code.startsWith('report.percent')) return ids.progress.percent
  if (code.startsWith('report.practice')) return ids.progress.practice
  if (code === 'report.too_many_files') return ids.progress.files
  if (/link|title/.test(code)) return ids.progress.links
  return code.startsWith('report.status') ? ids.progress.status : ids.progress.summary
}
