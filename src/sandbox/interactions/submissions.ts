import { z } from 'zod'
import { ApiError } from '../api-error.ts'
import { interactiveElements } from '../block-kit/walk.ts'
import { ControlError } from '../control/control-error.ts'
import type { Core } from '../core.ts'
import { deliver } from '../deliveries.ts'
import type { JsonObject, OpenView, StateValues, User } from '../entities.ts'
import { closeAll, closeView, findView, pushView, replaceView } from '../open-views.ts'
import { issueTrigger } from '../triggers.ts'
import { readView } from '../view-content.ts'
import { shapeOf } from './element-values.ts'
import { checkInputs } from './input-checks.ts'
import { interactionBase } from './payload-parts.ts'
import { type SimpleValue, shapedValue, simpleValueSchema } from './simple-values.ts'
import { submissionFailure } from './wording.ts'

/** block_id → action_id → simple value, or simply action_id → simple value. */
export const formValuesSchema = z.record(
  z.string().max(255),
  z.union([simpleValueSchema, z.record(z.string().max(255), simpleValueSchema)]),
)

/** Values as {@link formValuesSchema} reads them. */
export type FormValues = z.infer<typeof formValuesSchema>

/** What became of a submission. `errors` is block_id → sentence, `error` and `message` say what went wrong otherwise. */
export type SubmissionOutcome =
  | { ok: true; response_action: string | null; ack: JsonObject }
  | { ok: false; errors: Record<string, string> }
  | { ok: false; error: string; message: string }

/** Submits a modal as a person, with these values over those it holds. */
export async function submitView(
  core: Core,
  user: User,
  open: OpenView,
  given: FormValues,
): Promise<SubmissionOutcome> {
  const { view } = open
  const values = fillForm(core, view.blocks, view.state.values, given)
  view.state = { values }
  const refused = checkInputs(view.blocks, values, user.locale)
  if (Object.keys(refused).length > 0) return showErrors(core, open, refused)
  delete open.errors
  const ack = await deliver(core, 'interactive', {
    ...interactionBase(core, 'view_submission', user),
    trigger_id: issueTrigger(core, user.id, { view: view.id }).id,
    view: structuredClone(view),
    response_urls: [],
  })
  const trouble = (error: string): SubmissionOutcome => ({ ok: false, error, message: submissionFailure(user.locale) })
  if (ack.kind === 'timeout') return trouble('operation_timeout')
  try {
    return answerSubmission(core, user, open, ack.payload)
  } catch (error) {
    if (error instanceof ApiError) return trouble(error.message)
    throw error
  }
}

function answerSubmission(core: Core, user: User, open: OpenView, ack: JsonObject): SubmissionOutcome {
  const { response_action, errors, view } = ack
  const done = (action: string | null): SubmissionOutcome => ({ ok: true, response_action: action, ack })
  switch (response_action) {
    case 'errors': {
      const parsed = z.record(z.string(), z.string()).safeParse(errors)
      const inputs = open.view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id)
      if (!parsed.success || !Object.keys(parsed.data).every((blockId) => inputs.includes(blockId))) {
        throw new ApiError('invalid_error_block_ids')
      }
      return showErrors(core, open, parsed.data)
    }
    case 'update':
      replaceView(core, open.view, readView(core, view, 'modal'))
      return done('update')
    case 'push':
      pushView(core, user.id, readView(core, view, 'modal'))
      return done('push')
    case 'clear':
      closeAll(core, user.id)
      return done('clear')
    case undefined:
      if (findView(core, open.view.id)) closeView(core, open.view.id)
      return done(null)
    default:
      throw new ApiError('invalid_response_action')
  }
}

function showErrors(core: Core, open: OpenView, errors: Record<string, string>): SubmissionOutcome {
  open.errors = errors
  core.store.changed()
  return { ok: false, errors }
}

/** The state of a form after a person has filled it in. Throws ControlError for a field that is not there. */
export function fillForm(
  core: Core,
  blocks: readonly JsonObject[],
  before: StateValues,
  given: FormValues,
): StateValues {
  const values = structuredClone(before)
  const fields = interactiveElements(blocks).filter(({ element }) => shapeOf(element))
  const set = (blockId: string | null, actionId: string, value: SimpleValue) => {
    const matches = fields.filter(
      ({ block, element }) => element.action_id === actionId && (blockId === null || block.block_id === blockId),
    )
    const [field] = matches
    if (!field || matches.length > 1) {
      const known = fields.map(({ block, element }) => `${String(block.block_id)}.${String(element.action_id)}`)
      const where = blockId === null ? actionId : `${blockId}.${actionId}`
      throw new ControlError(
        `The form has ${field ? 'several fields' : 'no field'} ${where}. Its fields: ${known.join(', ')}.`,
      )
    }
    const id = String(field.block.block_id)
    values[id] = { ...values[id], [actionId]: shapedValue(core, field.element, value) }
  }
  for (const [key, value] of Object.entries(given)) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) set(null, key, value)
    else for (const [actionId, inner] of Object.entries(value)) set(key, actionId, inner)
  }
  return values
}
