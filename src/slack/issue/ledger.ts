import { buildLedger } from '../../documents/ledger/build-ledger.ts'
import { t } from '../../i18n/translate.ts'
import { exportLedger } from '../../usecases/ledger/export-ledger.ts'
import { message } from '../blocks.ts'
import { sendFiles } from '../delivery/send-files.ts'
import type { Request } from '../requests/request.ts'

/** 台账: both ledgers of the plan as one workbook, in a direct message, where it stays to be found again. */
export async function sendLedger({ context, actor, locale, client, reply }: Request): Promise<void> {
  const content = await exportLedger(context, actor)
  const { planTitle: plan, on: day, issues, actions } = content
  const title = t(locale, 'issue.ledger_title', { plan, issues: issues.length, actions: actions.length })
  const file = { name: t(locale, 'issue.ledger_file', { day }), bytes: await buildLedger(locale, content) }
  await sendFiles(client, actor.userId, message(title), [file])
  await reply(message(t(locale, 'issue.ledger_sent')))
}
