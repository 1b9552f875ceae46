import { parseEnterpriseWords, takeEnterpriseNumber } from '../../domain/enterprise/enterprise-words.ts'
import { parseVisitWords } from '../../domain/enterprise/visit-words.ts'
import { DomainError } from '../../domain/errors.ts'
import { t } from '../../i18n/translate.ts'
import { addEnterprise } from '../../usecases/enterprise/add-enterprise.ts'
import { changeEnterprise } from '../../usecases/enterprise/change-enterprise.ts'
import { endEnterprise } from '../../usecases/enterprise/end-enterprise.ts'
import { listEnterprises } from '../../usecases/enterprise/list-enterprises.ts'
import { openEnterprise, openVisit } from '../../usecases/enterprise/open-enterprise.ts'
import { recordVisit } from '../../usecases/enterprise/record-visit.ts'
import { showEnterprise } from '../../usecases/enterprise/show-enterprise.ts'
import { message, paragraph } from '../blocks.ts'
import { plainText } from '../issue/message-text.ts'
import type { FormRequest } from '../requests/request.ts'
import { findVerb, type Verb } from '../verbs.ts'
import { enterpriseListMessage, enterpriseMessage, keptMessage, visitMessage } from './messages.ts'
import { endModal, enterpriseModal, visitModal } from './views.ts'

/** The verbs of `/progress` about enterprises. They get the words with Slack's links to people in them. */
export const enterpriseVerbs: readonly Verb[] = [
  { names: ['enterprises', 'enterprise', '重点企业', '企业'], handle: enterprises },
  { names: ['visit', '走访'], handle: visit },
]

const verbs: readonly Verb[] = [
  { names: ['help', '帮助', '?'], handle: help },
  { names: ['list', '列表', '清单'], handle: list },
  { names: ['show', '查看'], handle: show },
  { names: ['add', 'new', '新增', '登记', '添加'], handle: add },
  { names: ['change', '更改', '修改', '变更'], handle: change },
  { names: ['end', 'stop', '停止联系', '停止'], handle: end },
  { names: ['visit', '走访'], handle: visit },
]

async function enterprises(request: FormRequest, words: string): Promise<void> {
  if (words === '') return list(request)
  const verb = findVerb(verbs, words)
  if (verb) return verb.handle(request, verb.rest)
  if (!/\d|[０-９]/.test(words)) throw new DomainError('enterprise.words_unknown', { given: words.slice(0, 40) })
  await show(request, words)
}

async function help({ locale, reply }: FormRequest): Promise<void> {
  await reply(message('/progress enterprises', [paragraph(t(locale, 'enterprise.help'))]))
}

async function list({ context, actor, locale, reply }: FormRequest): Promise<void> {
  await reply(enterpriseListMessage(locale, await listEnterprises(context, actor), 1))
}

async function show({ context, actor, locale, reply }: FormRequest, words: string): Promise<void> {
  const { no, rest } = takeEnterpriseNumber(words)
  if (rest !== '') throw new DomainError('enterprise.words_unknown', { given: words.slice(0, 40) })
  await reply(enterpriseMessage(locale, await showEnterprise(context, actor, no)))
}

async function add(request: FormRequest, words: string): Promise<void> {
  const { context, actor, locale, channel, client, triggerId, reply } = request
  if (words === '') {
    const view = enterpriseModal(locale, await openEnterprise(context, actor, null), channel)
    await client.views.open({ trigger_id: triggerId, view })
    return
  }
  const { rest, contact, everyMonths, notes } = parseEnterpriseWords(words)
  const input = { named: plainText(rest), contact, everyMonths, notes: notes && plainText(notes) }
  await reply(keptMessage(locale, 'added', await addEnterprise(context, actor, input)))
}

async function change(request: FormRequest, words: string): Promise<void> {
  const { context, actor, locale, channel, client, triggerId, reply } = request
  const { no, rest: said } = takeEnterpriseNumber(words)
  if (said === '') {
    const view = enterpriseModal(locale, await openEnterprise(context, actor, no), channel)
    await client.views.open({ trigger_id: triggerId, view })
    return
  }
  const { rest, contact, everyMonths, notes } = parseEnterpriseWords(said)
  const unit = rest === '' ? null : plainText(rest)
  const wish = { name: null, unit, contact, everyMonths, notes: notes && plainText(notes), version: null }
  await reply(keptMessage(locale, 'changed', await changeEnterprise(context, actor, no, wish)))
}

async function end(request: FormRequest, words: string): Promise<void> {
  const { context, actor, locale, channel, client, triggerId, reply } = request
  const { no, rest } = takeEnterpriseNumber(words)
  if (rest === '') {
    const view = endModal(locale, await openEnterprise(context, actor, no), channel)
    await client.views.open({ trigger_id: triggerId, view })
    return
  }
  await reply(keptMessage(locale, 'stopped', await endEnterprise(context, actor, no, plainText(rest))))
}

/** Without a number the register is shown, each enterprise with its button. */
async function visit(request: FormRequest, words: string): Promise<void> {
  if (words === '') return list(request)
  const { context, actor, locale, channel, client, triggerId, reply } = request
  const { no, rest } = takeEnterpriseNumber(words)
  // The day is read by the plan's own calendar, and refused first where the enterprise is not theirs.
  const opened = await openVisit(context, actor, no, null)
  const { day, notes } = parseVisitWords(plainText(rest), opened.today)
  if (notes === '') {
    await client.views.open({ trigger_id: triggerId, view: visitModal(locale, opened, channel, day) })
    return
  }
  await reply(visitMessage(locale, 'visited', await recordVisit(context, actor, no, { day, notes })))
}
