import type { DigestContent } from '../../domain/digest.ts'
import { type Actor, type Context, reading } from '../context.ts'
import { composeLeading } from './preview-digest.ts'

/** The units that have not filed all their reports of the period a digest speaks of now. */
export async function listUnfiled(context: Context, actor: Actor): Promise<DigestContent> {
  return reading(context, actor, 'digest.preview', async (work) => {
    const wish = { cadence: 'weekly' as const, language: work.plan.language }
    return { ...(await composeLeading(work, wish, { at: work.now, past: false })), sections: ['units'] }
  })
}
