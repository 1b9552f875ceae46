import { buildReport } from '../../documents/report/build-report.ts'
import { buildReportLedger } from '../../documents/report/build-report-ledger.ts'
import { localeOf } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { compileReport } from '../../usecases/report/compile-report.ts'
import { message } from '../blocks.ts'
import { sendFiles } from '../delivery/send-files.ts'
import { namesOf } from '../names.ts'
import type { FormRequest } from '../requests/request.ts'
import { compilationMessage } from './messages.ts'
import { parseCompilationWords } from './words.ts'

/**
 * `/progress report 2024H1 en`: the report of the whole plan and its ledger, in a direct message, where they stay to be
 * found again. Documents are in the plan's language, or in the one that is named; the message is in the person's.
 */
export async function sendReport(request: FormRequest, words: string): Promise<void> {
  const { context, actor, locale, client, reply } = request
  const { period, language } = parseCompilationWords(words)
  const { report, ledger } = await compileReport(context, actor, period)
  const of = language ?? localeOf(report.language)
  const names = await namesOf(client, [...new Set(ledger.reports.flatMap(({ decidedBy }) => decidedBy ?? []))])
  const named = { key: report.period.key, day: report.on }
  await sendFiles(client, actor.userId, compilationMessage(locale, report), [
    { name: t(of, 'compilation.file', named), bytes: await buildReport(of, report) },
    { name: t(of, 'compilation.ledger_file', named), bytes: await buildReportLedger(of, ledger, names) },
  ])
  await reply(message(t(locale, 'compilation.sent')))
}
