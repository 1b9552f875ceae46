import { approveDigest, showPrepared } from '../../usecases/digest/approve-digest.ts'
import { listUnfiled } from '../../usecases/digest/list-unfiled.ts'
import { listTargetStandings } from '../../usecases/target/list-targets.ts'
import type { ActionRequest } from '../listen.ts'
import { ofPlan } from '../plan-value.ts'
import { targetListMessage } from '../target/messages.ts'
import { postingMessage, wholeMessages } from './messages.ts'
import { showMessages } from './show-digest.ts'

/** 全部指标 under a digest: as they stand now, to whoever clicks. */
export async function listTargetsFromButton(request: ActionRequest): Promise<void> {
  const { context, locale, reply } = request
  const { actor } = namedIn(request)
  await reply(targetListMessage(locale, await listTargetStandings(context, actor), 1))
}

/** 未报单位 under a digest: those of now, to whoever clicks. */
export async function listUnitsFromButton(request: ActionRequest): Promise<void> {
  const { context, locale, reply } = request
  const { actor } = namedIn(request)
  await showMessages(locale, reply, wholeMessages(locale, await listUnfiled(context, actor)))
}

/** 批准发布: the button names the digest and the version that the leader saw. */
export async function approveFromButton(request: ActionRequest): Promise<void> {
  const { context, locale, reply } = request
  const { actor, shown } = namedIn(request)
  const { channel } = await approveDigest(context, actor, shown)
  await reply(postingMessage(locale, channel, 'approved'))
}

/** 查看全文 of a digest that waits for approval. */
export async function showWhole(request: ActionRequest): Promise<void> {
  const { context, locale, reply } = request
  const { actor, shown } = namedIn(request)
  await showMessages(locale, reply, wholeMessages(locale, await showPrepared(context, actor, shown.digestId)))
}

function namedIn({ actor, value }: ActionRequest) {
  const { planId, value: named } = ofPlan(value)
  const [digestId, version] = named.split('/').map(Number)
  return { actor: { ...actor, planId }, shown: { digestId: digestId ?? 0, version: version ?? 0 } }
}
