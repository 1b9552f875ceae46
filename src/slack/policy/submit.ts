import { checkPolicyFacts, checkPolicyReason } from '../../domain/policy/policy-facts.ts'
import type { Locale } from '../../i18n/locale.ts'
import { addPolicy, type PolicyInput } from '../../usecases/policy/add-policy.ts'
import { removePolicy } from '../../usecases/policy/remove-policy.ts'
import { type Checked, checkedAt } from '../checked.ts'
import { ids } from '../ids.ts'
import type { Fields, SubmitRequest } from '../requests/request.ts'
import { chosenTask } from '../task-choice.ts'
import { policyAddedMessage, policyRemovedMessage } from './messages.ts'
import type { PolicyMetadata } from './views.ts'

/** No day of issue is refused before the form closes for being later: it may have become today meanwhile. */
const anyDay = '9999-12-31'

/** Checks the form of a new policy before it closes; that its day is not to come is checked when it is stored. */
export function checkPolicy(fields: Fields, locale: Locale): Checked<PolicyInput> {
  return checkedAt(locale, at, () => {
    const text = (id: string) => fields[id]?.value ?? ''
    const issuedOn = fields[ids.policy.day]?.selected_date ?? ''
    const facts = checkPolicyFacts(
      {
        title: text(ids.policy.title),
        documentNo: text(ids.policy.document),
        issuedOn,
        link: text(ids.policy.link),
      },
      anyDay,
    )
    return { ...facts, ...chosenTask(fields, ids.policy.task) }
  })
}

/** Checks the reason of a removal before its form closes. */
export function checkPolicyRemoval(fields: Fields, locale: Locale): Checked<string> {
  return checkedAt(locale, ids.policy.reason, () => checkPolicyReason(fields[ids.policy.reason]?.value ?? ''))
}

/** Stores the policy that the form holds. */
export async function submitPolicy(request: SubmitRequest, input: PolicyInput): Promise<void> {
  const { context, locale, reply } = request
  await reply(policyAddedMessage(locale, await addPolicy(context, actorOf(request), input)))
}

/** Removes the policy of the form. */
export async function submitPolicyRemoval(request: SubmitRequest, reason: string): Promise<void> {
  const { context, locale, reply, metadata } = request
  const { id } = metadata as PolicyMetadata
  await reply(policyRemovedMessage(locale, await removePolicy(context, actorOf(request), { id }, reason)))
}

function at(code: string): string {
  if (code.startsWith('policy.title')) return ids.policy.title
  if (code.startsWith('policy.document')) return ids.policy.document
  return code.startsWith('policy.link') ? ids.policy.link : ids.policy.day
}

function actorOf({ actor, metadata }: SubmitRequest) {
  return { ...actor, planId: (metadata as PolicyMetadata).planId }
}
