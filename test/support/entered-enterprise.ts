import type { Actor, Context } from '../../src/usecases/context.ts'
import { addEnterprise } from '../../src/usecases/enterprise/add-enterprise.ts'

/** A name that no other word of the tests resembles, so that it can be looked for wherever it must not be. */
export const secretName = '绝密进出口有限公司'

/** Enters an enterprise; the unit by name, beside it in the line. Gives its number. */
export async function entered(
  context: Context,
  actor: Actor,
  line = `${secretName} 市商务局`,
  more: { contact?: string; everyMonths?: number; notes?: string } = {},
): Promise<number> {
  const { contact = null, everyMonths = null, notes = null } = more
  return (await addEnterprise(context, actor, { named: line, contact, everyMonths, notes })).enterprise.no
}
