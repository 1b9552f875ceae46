import { DomainError } from '../../domain/errors.ts'
import { checkPolicyFacts, type PolicyFacts } from '../../domain/policy/policy-facts.ts'
import { type PolicyWords, parsePolicyWords } from '../../domain/policy/policy-words.ts'
import { t } from '../../i18n/translate.ts'
import { openTasks } from '../../usecases/milestone/open-milestone.ts'
import { addPolicy } from '../../usecases/policy/add-policy.ts'
import { openPolicy, type PolicyName } from '../../usecases/policy/find-policy.ts'
import { listPolicies } from '../../usecases/policy/list-policies.ts'
import { removePolicy } from '../../usecases/policy/remove-policy.ts'
import { message, paragraph } from '../blocks.ts'
import { ofPlan } from '../plan-value.ts'
import { optionalNumber, wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest, FormRequest } from '../requests/request.ts'
import { policyAddedMessage, policyListMessage, policyRemovedMessage } from './messages.ts'
import { addPolicyModal, removePolicyModal } from './views.ts'

type AddWords = Extract<PolicyWords, { kind: 'add' }>

/** `/progress policy` (政策): the list, a new one in one line or by its form, or a removal. */
export async function policyByWords(request: FormRequest, text: string): Promise<void> {
  const { context, actor, locale, reply } = request
  const words = parsePolicyWords(text)
  if (words.kind === 'help') return reply(message('/progress policy', [paragraph(t(locale, 'policy.help'))]))
  if (words.kind === 'list') return showPolicies(request, words.taskNo)
  if (words.kind === 'add') return addByWords(request, words)
  const { reason, ...name } = words
  if (reason === '') return openRemoval(request, name)
  await reply(policyRemovedMessage(locale, await removePolicy(context, actor, name, reason)))
}

/** 政策 under a task: its policies. */
export async function policiesFromButton(request: ActionRequest): Promise<void> {
  const { actor, value } = namedIn(request)
  await showPolicies({ ...request, actor }, wholeNumber(value))
}

/** Another page of the list, in its place. */
export async function turnPolicies(request: ActionRequest): Promise<void> {
  const { context, locale, replace } = request
  const { actor, value } = namedIn(request)
  const [task = '', page] = value.split('/')
  await replace(policyListMessage(locale, await listPolicies(context, actor, optionalNumber(task)), wholeNumber(page)))
}

/** 新增政策 */
export async function openPolicyFromButton(request: ActionRequest): Promise<void> {
  const { actor, value } = namedIn(request)
  await openNew({ ...request, actor }, optionalNumber(value))
}

/** 删除 under a policy: the form that asks why. */
export async function removePolicyFromButton(request: ActionRequest): Promise<void> {
  const { actor, value } = namedIn(request)
  await openRemoval({ ...request, actor }, { id: wholeNumber(value) })
}

async function showPolicies({ context, actor, locale, reply }: FormRequest, taskNo: number | null): Promise<void> {
  await reply(policyListMessage(locale, await listPolicies(context, actor, taskNo), 1))
}

async function addByWords(request: FormRequest, words: AddWords): Promise<void> {
  const { context, actor, locale, reply } = request
  const { taskNo, title, issuedOn } = words
  if (taskNo === null || title === '' || issuedOn === '') return openNew(request, taskNo, words)
  try {
    await reply(policyAddedMessage(locale, await addPolicy(context, actor, { ...words, taskNo, unitId: null })))
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'task.which_unit') throw error
    await openNew(request, taskNo, words)
  }
}

async function openNew(request: FormRequest, taskNo: number | null, typed: Partial<PolicyFacts> = {}): Promise<void> {
  const { context, actor, locale, client, triggerId, channel } = request
  const opened = await openTasks(context, actor, 'policy.keep', taskNo)
  // A calendar takes only a day as it is stored; what was typed otherwise is checked now.
  const { title = '', documentNo = '', issuedOn = '', link = '' } = typed
  const day = issuedOn && checkPolicyFacts({ title: title || '-', documentNo, issuedOn, link }, opened.today).issuedOn
  const start = { title, documentNo, issuedOn: day, link }
  await client.views.open({ trigger_id: triggerId, view: addPolicyModal(locale, opened, channel, start) })
}

async function openRemoval(request: FormRequest, name: PolicyName): Promise<void> {
  const { context, actor, locale, client, triggerId, channel } = request
  const view = removePolicyModal(locale, await openPolicy(context, actor, name), channel)
  await client.views.open({ trigger_id: triggerId, view })
}

function namedIn({ actor, value }: ActionRequest) {
  const { planId, value: named } = ofPlan(value)
  return { actor: { ...actor, planId }, value: named }
}
