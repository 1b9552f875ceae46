import { z } from 'zod'
import { simpleValueSchema } from '../interactions/simple-values.ts'
import { formValuesSchema } from '../interactions/submissions.ts'

const id = z.string().min(1).max(255)
const user = id
const messageRef = z.strictObject({ channel: id, ts: id })

/** The bodies that the control API takes. */
export const controlSchemas = {
  commands: z.strictObject({
    user,
    channel: id,
    command: z.string().regex(/^\/\S+$/),
    text: z.string().max(12_000).default(''),
  }),
  actions: z.strictObject({
    user,
    container: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('message'), channel: id, ts: id }),
      z.strictObject({ type: z.literal('view'), view_id: id }),
      z.strictObject({ type: z.literal('home') }),
    ]),
    action_id: id,
    block_id: id.optional(),
    value: simpleValueSchema.optional(),
    /** What the person has typed so far in the other fields of the view. */
    values: formValuesSchema.optional(),
  }),
  submissions: z.strictObject({ user, view_id: id, values: formValuesSchema.default({}) }),
  closes: z.strictObject({ user, view_id: id }),
  shortcuts: z.strictObject({ user, callback_id: id, message: messageRef.optional() }),
  messages: z.strictObject({ user, channel: id, text: z.string().min(1).max(12_000), thread_ts: id.optional() }),
  home: z.strictObject({ user }),
  files: z.strictObject({
    user,
    name: z.string().min(1).max(255),
    mimetype: z
      .string()
      .regex(/^[\w.+-]+\/[\w.+-]+$/)
      .optional(),
    content_base64: z.base64(),
  }),
  users: z.strictObject({ user, locale: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/, 'a locale such as zh-CN or en-US') }),
  clock: z.strictObject({ now: z.string().max(40) }),
}
