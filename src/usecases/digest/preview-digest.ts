import type { DigestContent } from '../../domain/digest.ts'
import { type Actor, type Context, reading } from '../context.ts'
import { permissions } from '../permissions.ts'
import { composeDigest } from './compose-digest.ts'

/** The digest as it would be posted now, for the person alone, and whether they may post it. */
export async function previewDigest(
  context: Context,
  actor: Actor,
): Promise<{ content: DigestContent; mayPost: boolean; hasChannel: boolean }> {
  return reading(context, actor, 'digest.preview', async ({ tx, plan, now, roles }) => ({
    content: await composeDigest(tx, plan, now),
    mayPost: permissions['digest.post'].some((role) => roles.has(role)),
    hasChannel: plan.leadingChannel !== null,
  }))
}
