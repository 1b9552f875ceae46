import { z } from 'zod'

/** A string of `min` to `max` characters. */
export const text = (max: number, min = 1) => z.string().min(min).max(max)

/** A `plain_text` object (https://docs.slack.dev/reference/block-kit/composition-objects/text-object). */
export const plainText = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: text(max), emoji: z.boolean().optional() })

const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: text(max), verbatim: z.boolean().optional() })

/** A `plain_text` or `mrkdwn` object. */
export const anyText = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)])

/** The two kinds of text, for lists that hold other things as well. */
export const textKinds = (max: number) => [plainText(max), mrkdwn(max)] as const

const option = z.strictObject({
  text: anyText(75),
  value: text(150),
  description: anyText(75).optional(),
})

/** An option of an overflow menu may also carry a link. */
export const overflowOption = option.extend({ text: plainText(75), url: text(3000).optional() })

/** An option of radio buttons and checkboxes: its text may be mrkdwn. */
export const choiceOption = option

/** An option of a select menu: plain text only. */
export const selectOption = option.extend({ text: plainText(75), description: plainText(75).optional() })

/** A group of options of a select menu. */
export const optionGroup = z.strictObject({ label: plainText(75), options: z.array(selectOption).min(1).max(100) })

/** A confirmation dialog (https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object). */
export const confirmation = z.strictObject({
  title: plainText(100).optional(),
  text: anyText(300),
  confirm: plainText(30).optional(),
  deny: plainText(30).optional(),
  style: z.enum(['primary', 'danger']).optional(),
})

/** When an input sends its action while the modal is open. */
export const dispatchConfig = z.strictObject({
  trigger_actions_on: z
    .array(z.enum(['on_enter_pressed', 'on_character_entered']))
    .min(1)
    .max(2),
})

/** A reference to a file of the workspace, by id or by its private address. */
const slackFile = z.strictObject({ id: z.string().optional(), url: z.string().optional() }).check((context) => {
  const { id, url } = context.value
  if ((id === undefined) === (url === undefined)) {
    context.issues.push({ code: 'custom', message: 'must define either `id` or `url`', input: context.value })
  }
})

/** What an image block and an image element share: an address or a file of the workspace, and a text in its place. */
export const imageSource = {
  alt_text: text(2000),
  image_url: text(3000).optional(),
  slack_file: slackFile.optional(),
}

/** Refuses an image that has neither an address nor a file, or both. */
export function checkImageSource(
  context: z.core.ParsePayload<{ image_url?: string | undefined; slack_file?: unknown }>,
): void {
  const { image_url, slack_file } = context.value
  if ((image_url === undefined) === (slack_file === undefined)) {
    context.issues.push({
      code: 'custom',
      message: 'must define either `image_url` or `slack_file`',
      input: context.value,
    })
  } else if (image_url !== undefined && !/^https?:\/\//.test(image_url)) {
    context.issues.push({ code: 'custom', message: 'invalid url', path: ['image_url'], input: image_url })
  }
}
