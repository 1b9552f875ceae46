import type { ModalView } from '@slack/types'
import { listEnterprises } from '../../usecases/enterprise/list-enterprises.ts'
import { openEnterprise, openVisit } from '../../usecases/enterprise/open-enterprise.ts'
import { showEnterprise } from '../../usecases/enterprise/show-enterprise.ts'
import { issueChoices } from '../../usecases/issue/list-issues.ts'
import { issueModal } from '../issue/views.ts'
import { ofPlan } from '../plan-value.ts'
import { optionalNumber, wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest } from '../requests/request.ts'
import { enterpriseListMessage, enterpriseMessage } from './messages.ts'
import { endModal, enterpriseModal, removeModal, visitModal } from './views.ts'

/** Another page of the list, in its place. */
export async function turnListPage(request: ActionRequest): Promise<void> {
  const { context, locale, replace } = request
  const { actor, no: page } = namedIn(request)
  await replace(enterpriseListMessage(locale, await listEnterprises(context, actor), page))
}

/** An enterprise's page; another page of its visits comes in its place. */
export async function showFromButton(request: ActionRequest): Promise<void> {
  const { context, locale, reply, replace } = request
  const { actor, no, rest } = namedIn(request)
  const shown = await showEnterprise(context, actor, no, optionalNumber(rest) ?? 1)
  await (rest === '' ? reply : replace)(enterpriseMessage(locale, shown))
}

/** 登记企业: the form of a new one. */
export async function openAdd(request: ActionRequest): Promise<void> {
  const { context, locale, channel } = request
  const { actor } = namedIn(request)
  await open(request, enterpriseModal(locale, await openEnterprise(context, actor, null), channel))
}

/** 更改 */
export async function openChange(request: ActionRequest): Promise<void> {
  const { context, locale, channel } = request
  const { actor, no } = namedIn(request)
  await open(request, enterpriseModal(locale, await openEnterprise(context, actor, no), channel))
}

/** 停止联系 */
export async function openEnd(request: ActionRequest): Promise<void> {
  const { context, locale, channel } = request
  const { actor, no } = namedIn(request)
  await open(request, endModal(locale, await openEnterprise(context, actor, no), channel))
}

/** 走访 */
export async function openNewVisit(request: ActionRequest): Promise<void> {
  const { context, locale, channel } = request
  const { actor, no } = namedIn(request)
  await open(request, visitModal(locale, await openVisit(context, actor, no, null), channel, null))
}

/** 更正 */
export async function openCorrection(request: ActionRequest): Promise<void> {
  const { context, locale, channel } = request
  const { actor, no, rest } = namedIn(request)
  await open(request, visitModal(locale, await openVisit(context, actor, no, wholeNumber(rest)), channel, null))
}

/** 删除 */
export async function openRemoval(request: ActionRequest): Promise<void> {
  const { context, locale, channel } = request
  const { actor, no, rest } = namedIn(request)
  await open(request, removeModal(locale, await openVisit(context, actor, no, wholeNumber(rest)), channel))
}

/** 提出需协调问题: the form of an issue with the enterprise attached. */
export async function raiseForEnterprise(request: ActionRequest): Promise<void> {
  const { context, locale, channel } = request
  const { actor, no } = namedIn(request)
  const { planId, enterprise } = await showEnterprise(context, actor, no)
  const metadata = { planId, channel, sourceLink: null, similarSeen: false, enterprise: { no, name: enterprise.name } }
  await open(request, issueModal(locale, await issueChoices(context, actor), {}, metadata))
}

async function open({ client, triggerId, body }: ActionRequest, view: ModalView): Promise<void> {
  const show = body.view?.type === 'modal' ? client.views.push : client.views.open
  await show({ trigger_id: triggerId, view })
}

function namedIn({ actor, value }: ActionRequest) {
  const { planId, value: named } = ofPlan(value)
  const [no = '', rest = ''] = named.split('/')
  return { actor: { ...actor, planId }, no: wholeNumber(no), rest }
}
