import type { WebClient } from '@slack/web-api'
import { DomainError } from '../../domain/errors.ts'
import type { NamedPeople } from './words.ts'

/**
 * The Slack ids of the people named, each once; a user group stands for the people in it now.
 * @throws DomainError `member.mention_unknown` for a name that is no group, `member.group_unreadable` when Slack refuses,
 *   `member.nobody` when nobody is left
 */
export async function resolvePeople(client: WebClient, people: NamedPeople): Promise<string[]> {
  const groups = [...people.groups, ...(await groupsOfHandles(client, people.handles))]
  const members = await Promise.all(groups.map((group) => peopleOfGroup(client, group)))
  const users = [...new Set([...people.users, ...members.flat()])]
  if (users.length === 0) throw new DomainError('member.nobody')
  return users
}

async function groupsOfHandles(client: WebClient, handles: readonly string[]): Promise<string[]> {
  if (handles.length === 0) return []
  const answer = await client.usergroups.list({}).catch(refused)
  return handles.map((handle) => {
    const group = answer.usergroups?.find((candidate) => candidate.handle === handle || candidate.name === handle)
    if (!group?.id) throw new DomainError('member.mention_unknown', { name: handle })
    return group.id
  })
}

async function peopleOfGroup(client: WebClient, usergroup: string): Promise<string[]> {
  return (await client.usergroups.users.list({ usergroup }).catch(refused)).users ?? []
}

function refused(error: unknown): never {
  throw new DomainError('member.group_unreadable', { reason: error instanceof Error ? error.message : String(error) })
}
