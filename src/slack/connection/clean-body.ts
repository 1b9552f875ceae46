import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt'

/**
 * Takes out of everything that comes in what no database keeps and nobody sees: NUL characters, and halves of characters
 * that a cut left behind.
 */
export async function cleanBody({ body, next }: AnyMiddlewareArgs & AllMiddlewareArgs): Promise<void> {
  clean(body)
  await next()
}

function clean(holder: object): void {
  for (const [key, value] of Object.entries(holder)) {
    if (typeof value === 'object' && value !== null) clean(value)
    else if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
      Reflect.set(holder, key, value.replaceAll('\0', '').toWellFormed())
  }
}
