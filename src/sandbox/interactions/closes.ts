import type { Core } from '../core.ts'
import { deliver } from '../deliveries.ts'
import type { OpenView, User } from '../entities.ts'
import { closeView, stackOf } from '../open-views.ts'
import { interactionBase } from './payload-parts.ts'

/**
 * Closes a modal as a person, with those above it; with `clear_on_close` the whole stack. The app hears of each that
 * asked for it. Resolves with whether the app took what it heard in time.
 */
export async function closeAsPerson(core: Core, user: User, open: OpenView): Promise<boolean> {
  const stack = stackOf(core, user.id)
  const cleared = open.view.clear_on_close === true
  const closing = cleared ? stack : stack.slice(stack.indexOf(open))
  for (const { view } of closing) closeView(core, view.id)
  const acks = await Promise.all(
    closing
      .filter(({ view }) => view.notify_on_close === true)
      .map(({ view }) =>
        deliver(core, 'interactive', { ...interactionBase(core, 'view_closed', user), view, is_cleared: cleared }),
      ),
  )
  return acks.every((ack) => ack.kind === 'acked')
}
