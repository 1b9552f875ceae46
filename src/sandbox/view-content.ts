import { z } from 'zod'
import { ApiError } from './api-error.ts'
import { plainText } from './block-kit/composition.ts'
import { describeIssues, pointed } from './block-kit/issues.ts'
import { viewBlockProblems, withIds } from './block-kit/validate.ts'
import { isObject, objectsIn } from './block-kit/walk.ts'
import type { Core } from './core.ts'
import type { JsonObject } from './entities.ts'

const viewBytes = 250_000

const common = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
}

const modal = z.strictObject({
  type: z.literal('modal'),
  title: plainText(24),
  submit: plainText(24).nullish(),
  close: plainText(24).nullish(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  submit_disabled: z.boolean().optional(),
  ...common,
})

const home = z.strictObject({ type: z.literal('home'), ...common })

/** What an app says of a view, checked, with ids given to its blocks and elements. */
export type ViewContent = JsonObject & {
  type: 'modal' | 'home'
  blocks: JsonObject[]
  private_metadata: string
  callback_id: string
  external_id: string
}

/**
 * Checks the `view` argument against Slack's limits. Throws ApiError `invalid_arguments` with JSON pointers, or
 * `view_too_large`.
 */
export function readView(core: Core, given: unknown, type: 'modal' | 'home'): ViewContent {
  const problems = viewProblems(core, given, type)
  if (problems.length > 0) throw new ApiError('invalid_arguments', problems)
  const view = given as JsonObject
  if (JSON.stringify(view).length > viewBytes) throw new ApiError('view_too_large')
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    ...(type === 'modal' && { title: null, submit: null, close: null, clear_on_close: false, notify_on_close: false }),
    ...view,
    type,
    blocks: withIds(objectsIn(view.blocks)),
  }
}

function viewProblems(core: Core, given: unknown, type: 'modal' | 'home'): string[] {
  if (!isObject(given)) return [pointed('must provide an object', '/view', [])]
  if (given.type !== type) return [pointed(`unsupported type: ${String(given.type)}`, '/view', ['type'])]
  const checked = (type === 'modal' ? modal : home).safeParse(given, { reportInput: true })
  const problems = checked.success ? [] : describeIssues(checked.error.issues, '/view')
  if (Array.isArray(given.blocks)) problems.push(...viewBlockProblems(core, given.blocks))
  const hasInput = objectsIn(given.blocks).some((block) => block.type === 'input')
  if (type === 'modal' && hasInput && !given.submit) {
    problems.push(pointed('`submit` is required when an input block is within the blocks array', '/view', ['submit']))
  }
  return problems
}
