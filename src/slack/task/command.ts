import { showTask } from '../../usecases/task/show-task.ts'
import type { Request } from '../requests/request.ts'
import { taskMessages } from './messages.ts'

/** `/plan task 6` (任务 6): one task whole, in as many messages as that takes. */
export async function showTaskTo({ context, actor, locale, reply }: Request, taskNo: number): Promise<void> {
  for (const part of taskMessages(locale, await showTask(context, actor, taskNo))) await reply(part)
}
