import type { Button, KnownBlock, RichTextBlock } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { KeptPolicy } from '../../usecases/policy/add-policy.ts'
import type { PolicyList, SeenPolicy } from '../../usecases/policy/list-policies.ts'
import { button, buttons, clip, link, type Message, message, note, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { pageOf } from '../page-of.ts'
import { inPlan } from '../plan-value.ts'

/** Slack takes 50 blocks and about 13,200 characters a message; a policy is two blocks and 1,300 characters at most. */
const policiesAPage = 8
const headLength = 160

/** 配套政策: a page (from 1) of them, task by task; what is on other pages is counted, and one click away. */
export function policyListMessage(locale: Locale, list: PolicyList, page: number): Message {
  const { policies, planId, taskNo } = list
  if (policies.length === 0) return noneMessage(locale, list)
  const { shown, at: current, pages, rest, next } = pageOf(policies, page, policiesAPage)
  const turn = inPlan(planId, `${taskNo ?? 'mine'}/${next}`)
  const row = [
    ...(pages > 1 ? [button(ids.policy.page, t(locale, rest > 0 ? 'milestone.next' : 'milestone.first'), turn)] : []),
    ...(list.mayAdd ? [addButton(locale, planId, taskNo)] : []),
  ]
  return message(titleOf(locale, list), [
    ...shown.flatMap((policy, index): KnownBlock[] => [
      ...(taskNo === null && shown[index - 1]?.taskNo !== policy.taskNo ? [taskHead(locale, policy)] : []),
      policyLine(locale, policy),
      ...(policy.mayKeep ? [buttons(removeButton(locale, planId, policy.id))] : []),
    ]),
    ...(pages > 1 ? [note(t(locale, 'policy.page', { page: current, pages, rest }))] : []),
    ...(row.length > 0 ? [buttons(...row)] : []),
  ])
}

/** The receipt of a new policy. */
export function policyAddedMessage(locale: Locale, policy: KeptPolicy): Message {
  const { planId, id, taskNo, documentNo } = policy
  return message(t(locale, 'policy.added', { ...policy, task: taskNo }), [
    policyLine(locale, policy),
    ...(documentNo === '' ? [note(t(locale, 'policy.no_document'))] : []),
    buttons(policyListButton(locale, planId, taskNo), removeButton(locale, planId, id)),
  ])
}

/** The receipt of a removal. */
export function policyRemovedMessage(locale: Locale, policy: KeptPolicy): Message {
  const { planId, taskNo } = policy
  return message(t(locale, 'policy.removed', { ...policy, task: taskNo }), [
    buttons(policyListButton(locale, planId, taskNo)),
  ])
}

/** The button that shows the policies of a task. */
export function policyListButton(locale: Locale, planId: number, taskNo: number): Button {
  return button(ids.policy.list, t(locale, 'policy.list'), inPlan(planId, String(taskNo)))
}

/** A policy in one line, its title leading to its text where there is a link: rich text, so nothing else in it can. */
export function policyLine(
  locale: Locale,
  policy: Pick<SeenPolicy, 'title' | 'documentNo' | 'unit' | 'issuedOn' | 'link'>,
): RichTextBlock {
  const title = t(locale, 'policy.title_part', policy)
  const rest = ` ${t(locale, 'policy.more_part', policy)}`
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          policy.link === '' ? { type: 'text', text: title } : link(policy.link, title),
          { type: 'text', text: rest },
        ],
      },
    ],
  }
}

function titleOf(locale: Locale, { policies, taskNo }: PolicyList): string {
  const count = policies.length
  return taskNo === null
    ? t(locale, 'policy.title.mine', { count })
    : t(locale, 'policy.title.task', { task: taskNo, count })
}

function noneMessage(locale: Locale, { planId, taskNo, mayAdd }: PolicyList): Message {
  const title = taskNo === null ? t(locale, 'policy.none.mine') : t(locale, 'policy.none.task', { task: taskNo })
  if (!mayAdd) return message(title)
  return message(title, [
    note(t(locale, 'policy.none_note', { task: taskNo ?? 6 })),
    buttons(addButton(locale, planId, taskNo)),
  ])
}

function taskHead(locale: Locale, { taskNo, taskTitle }: SeenPolicy): KnownBlock {
  return strong(clip(t(locale, 'milestone.task', { no: taskNo, title: taskTitle }), headLength))
}

function addButton(locale: Locale, planId: number, taskNo: number | null): Button {
  return button(ids.policy.open, t(locale, 'policy.add'), inPlan(planId, String(taskNo ?? '')))
}

function removeButton(locale: Locale, planId: number, id: number): Button {
  return button(ids.policy.remove, t(locale, 'policy.remove'), inPlan(planId, String(id)))
}
