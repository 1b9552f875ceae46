import type { PlanAddresses } from '../../db/plan-address-store.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { type Finding, findings } from './finding.ts'
import { askSlack } from './slack-answer.ts'

/** Slack lists a thousand people a page, and a workspace has no more than these pages for us. */
const pagesAtMost = 100
const namedAtMost = 10

/** How to ask Slack about channels and people. */
type Access = { apiUrl: string | null; botToken: string }

/** Plans: does each have its channels, is the bot in them, and are its people still there? */
export async function checkPlans(locale: Locale, plans: readonly PlanAddresses[], slack: Access): Promise<Finding[]> {
  const { warn } = findings('plans')
  if (plans.length === 0) return [warn(t(locale, 'doctor.no_plan'))]
  const people = await listPeople(slack)
  const found: Finding[] = []
  for (const plan of plans) found.push(...(await checkChannels(locale, plan, slack)), checkPeople(locale, plan, people))
  return found
}

async function checkChannels(locale: Locale, plan: PlanAddresses, slack: Access): Promise<Finding[]> {
  const { ok, warn, fail } = findings('channels')
  const { title } = plan
  const unset = plan.meetingChannel === null || plan.leadingChannel === null
  const found = unset ? [warn(t(locale, 'doctor.channels_unset', { title }))] : []
  for (const channel of plan.channels) {
    const { body } = await askSlack(slack.apiUrl, slack.botToken, 'conversations.info', { channel })
    const { is_member: isMember, is_archived: isArchived } = (body.channel ?? {}) as Record<string, unknown>
    const trouble =
      body.ok !== true ? String(body.error) : isArchived ? 'is_archived' : isMember ? null : 'not_in_channel'
    if (trouble !== null) found.push(fail(t(locale, 'doctor.channel_bad', { title, channel, trouble })))
  }
  return found.length > 0 ? found : [ok(t(locale, 'doctor.channels', { title, count: plan.channels.length }))]
}

function checkPeople(locale: Locale, { title, people }: PlanAddresses, known: ReadonlySet<string>): Finding {
  const { ok, warn } = findings('people')
  const gone = people.filter((person) => !known.has(person))
  if (people.length === 0) return warn(t(locale, 'doctor.people_none', { title }))
  if (gone.length === 0) return ok(t(locale, 'doctor.people', { title, count: people.length }))
  const names = gone.slice(0, namedAtMost).join(' ')
  return warn(t(locale, 'doctor.people_gone', { title, count: gone.length, names }))
}

/** The ids of everybody in the workspace whose account was not closed. */
async function listPeople({ apiUrl, botToken }: Access): Promise<Set<string>> {
  const people = new Set<string>()
  let cursor = ''
  for (let page = 0; page < pagesAtMost; page++) {
    const { body } = await askSlack(apiUrl, botToken, 'users.list', { limit: '1000', ...(cursor ? { cursor } : {}) })
    if (body.ok !== true) throw new Error(`users.list: ${String(body.error)}`)
    const members = body.members as { id: string; deleted?: boolean }[]
    for (const { id, deleted } of members) if (!deleted) people.add(id)
    cursor = (body.response_metadata as { next_cursor?: string } | undefined)?.next_cursor ?? ''
    if (cursor === '') break
  }
  return people
}
