import { z } from 'zod'
import { ApiError } from './api-error.ts'
import type { JsonObject } from './entities.ts'

/**
 * The arguments of a call, from its query and its body: JSON, or a form in which objects, arrays, numbers and booleans
 * are written as text (https://docs.slack.dev/apis/web-api). Throws ApiError `invalid_json`, `invalid_form_data` or
 * `invalid_post_type`.
 */
export async function readArguments(request: Request): Promise<JsonObject> {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  if (request.method === 'GET') return query
  const type = request.headers.get('content-type')?.split(';')[0]?.trim() ?? ''
  if (type === 'application/json') return { ...query, ...(await readJson(request)) }
  if (type === 'application/x-www-form-urlencoded') {
    return { ...query, ...Object.fromEntries(new URLSearchParams(await request.text())) }
  }
  if (type === 'multipart/form-data') return { ...query, ...(await readMultipart(request)) }
  if ((await request.text()) === '') return query
  throw new ApiError('invalid_post_type')
}

async function readJson(request: Request): Promise<JsonObject> {
  const text = await request.text()
  const parsed = z.record(z.string(), z.unknown()).safeParse(parseOr(text, null))
  if (!parsed.success) throw new ApiError('invalid_json')
  return parsed.data
}

async function readMultipart(request: Request): Promise<JsonObject> {
  try {
    return Object.fromEntries(await request.formData())
  } catch {
    throw new ApiError('invalid_form_data')
  }
}

function parseOr(text: string, otherwise: unknown): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return otherwise
  }
}

/** A string argument, or a number or boolean written as one. */
export const textArgument = z.union([z.string(), z.number(), z.boolean()]).transform(String)

/** A boolean argument: a form writes `true` and `false`, or `1` and `0`. */
export const flagArgument = z.union([z.boolean(), z.enum(['true', 'false', '1', '0'])]).transform((value) => {
  return value === true || value === 'true' || value === '1'
})

/** A whole-number argument, as a number or as text. */
export const countArgument = z.coerce.number().int()

/** An argument that holds JSON: as such in a JSON body, as a string in a form. */
export const jsonArgument = z
  .unknown()
  .transform((value) => (typeof value === 'string' ? parseOr(value, value) : value))

/** Checks the arguments of a call. Throws ApiError `invalid_arguments` with one message for each that does not fit. */
export function checkArguments<Schema extends z.ZodType>(schema: Schema, given: JsonObject): z.infer<Schema> {
  const parsed = schema.safeParse(given, { reportInput: true })
  if (parsed.success) return parsed.data
  const messages = parsed.error.issues.map((issue) => {
    const [name, ...rest] = issue.path.map(String)
    if (rest.length === 0 && issue.input === undefined) return `missing required field: ${name}`
    return `invalid value [json-pointer:/${[name, ...rest].join('/')}]`
  })
  throw new ApiError('invalid_arguments', messages)
}
