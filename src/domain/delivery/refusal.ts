/** Why a message does not arrive, as far as a person can do something about it. */
export type RefusalCause =
  | 'not_in_channel'
  | 'channel_gone'
  | 'archived'
  | 'person_gone'
  | 'closed'
  | 'scope'
  | 'token'
  | 'limited'
  | 'unanswered'
  | 'content'
  | 'other'

/**
 * How a refusal is taken. `concerns`: what else meets it: every message to the place, every message of the workspace, or
 * none. `curable`: somebody can put it right, so the message waits; else it is given up.
 */
export type RefusalNature = { cause: RefusalCause; concerns: 'place' | 'workspace' | 'message'; curable: boolean }

const groups: readonly (RefusalNature & { refusals: readonly string[] })[] = [
  { cause: 'not_in_channel', concerns: 'place', curable: true, refusals: ['not_in_channel'] },
  { cause: 'channel_gone', concerns: 'place', curable: true, refusals: ['channel_not_found'] },
  { cause: 'archived', concerns: 'place', curable: true, refusals: ['is_archived'] },
  {
    cause: 'person_gone',
    concerns: 'place',
    curable: false,
    // The first is the bot's own finding: Slack takes messages to people who left.
    refusals: [
      'person_left',
      'user_not_found',
      'users_not_found',
      'user_disabled',
      'user_not_visible',
      'cannot_dm_bot',
    ],
  },
  {
    cause: 'closed',
    concerns: 'place',
    curable: true,
    refusals: [
      'restricted_action',
      'restricted_action_read_only_channel',
      'restricted_action_non_threadable_channel',
      'restricted_action_thread_only_channel',
      'restricted_action_thread_locked',
      'messages_tab_disabled',
      'no_permission',
      'user_is_restricted',
    ],
  },
  { cause: 'scope', concerns: 'workspace', curable: true, refusals: ['missing_scope'] },
  {
    cause: 'token',
    concerns: 'workspace',
    curable: true,
    refusals: [
      'not_authed',
      'invalid_auth',
      'token_expired',
      'token_revoked',
      'account_inactive',
      'access_denied',
      'ekm_access_denied',
      'team_access_not_granted',
    ],
  },
  { cause: 'limited', concerns: 'message', curable: true, refusals: ['ratelimited'] },
  {
    cause: 'content',
    concerns: 'message',
    curable: false,
    refusals: ['invalid_blocks', 'invalid_blocks_format', 'unsupported_block', 'msg_too_long', 'msg_blocks_too_long'],
  },
]

const known = new Map(groups.flatMap(({ refusals, ...nature }) => refusals.map((refusal) => [refusal, nature])))

/** How a refusal of Slack is taken, or null for one that says nothing about who could do what. */
export function readRefusal(refusal: string): RefusalNature | null {
  return known.get(refusal) ?? null
}

/** Why a message does not arrive, from what the outbox wrote down of its last attempt. */
export function causeOf(lastError: string): RefusalCause {
  const nature = readRefusal(lastError)
  if (nature) return nature.cause
  return /unanswered|timeout|ECONN|socket|fetch failed|HTTP|request failed|internal_error|service_unavailable/i.test(
    lastError,
  )
    ? 'unanswered'
    : 'other'
}
