import { formatPlanYaml } from '../../documents/plan-file/plan-yaml.ts'
import { DomainError } from '../../domain/errors.ts'
import { t } from '../../i18n/translate.ts'
import { choosePlan, listPlanChoices } from '../../usecases/plan/choose-plan.ts'
import { exportPlan } from '../../usecases/plan/export-plan.ts'
import { showPlan } from '../../usecases/plan/show-plan.ts'
import { escapeText, message, paragraph } from '../blocks.ts'
import { burdenCommand } from '../burden/command.ts'
import { healthCommand } from '../health/command.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest, CommandRequest, Request } from '../requests/request.ts'
import { showTaskTo } from '../task/command.ts'
import { openChannels, storeChannels } from './channels.ts'
import { openImport } from './import.ts'
import { changeMembers, showMembers } from './members.ts'
import { choicesMessage, noPlanMessage, planMessage, tasksMessage, unitsMessage } from './messages.ts'
import { settingsCommand } from './settings.ts'
import { type PlanWords, parsePlanWords } from './words.ts'

/** The help of each part of `/plan`. */
const helpParts = [
  'plan.help',
  'task.help', // 任务
] as const

/** `/plan`: the plan, its import and export, its people, its channels. */
export async function planCommand(request: CommandRequest): Promise<void> {
  const { context, actor, locale, reply } = request
  const words = parsePlanWords(request.words)
  switch (words.kind) {
    case 'help':
      return reply(
        message(
          '/plan',
          helpParts.map((part) => paragraph(t(locale, part))),
        ),
      )
    case 'show':
      return show(request)
    case 'tasks':
      return reply(tasksMessage(locale, await showPlan(context, actor)))
    case 'task':
      return showTaskTo(request, words.taskNo)
    case 'units':
      return reply(unitsMessage(locale, await showPlan(context, actor)))
    case 'import':
      return openImport(request)
    case 'export':
      return sendExport(request)
    case 'members':
      return showMembers(request)
    case 'change-members':
      return changeMembers(request, words.members)
    case 'use':
      return use(request, words)
    case 'settings':
      return settingsCommand(request, words.words)
    case 'health':
      return healthCommand(request)
    case 'burden':
      return burdenCommand(request, words.period)
    case 'channel':
      return words.channel ? storeChannels(request, channelsOf(words.channel)) : openChannels(request)
  }
}

/** A plan was chosen from the list of plans. */
export async function useChosen(request: ActionRequest): Promise<void> {
  await use(request, { kind: 'use', position: wholeNumber(request.value) })
}

/** A title as part of a file's name: letters and digits, and no dash at its ends, which a shell would take for an option. */
function plainName(title: string): string {
  return title
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
}

/** Sends the plan as a file in a direct message, where it stays to be found again. */
export async function sendExport(request: Request): Promise<void> {
  const { context, actor, locale, client, reply } = request
  const { data, version } = await exportPlan(context, actor)
  const names = { title: data.title, version }
  try {
    const { channel } = await client.conversations.open({ users: actor.userId })
    await client.filesUploadV2({
      channel_id: channel?.id ?? '',
      filename: `${plainName(data.title) || 'plan'}-v${version}.yaml`,
      title: t(locale, 'plan.title', names),
      initial_comment: escapeText(t(locale, 'plan.exporting_comment', names)),
      file: Buffer.from(formatPlanYaml(data)),
    })
  } catch (error) {
    throw new DomainError('plan.export_failed', { reason: error instanceof Error ? error.message : String(error) })
  }
  await reply(message(t(locale, 'plan.exported', names)))
}

async function show({ context, actor, locale, reply }: Request): Promise<void> {
  try {
    await reply(planMessage(locale, await showPlan(context, actor)))
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'plan.none') throw error
    await reply(noPlanMessage(locale))
  }
}

async function use({ context, actor, locale, reply }: Request, { position }: Extract<PlanWords, { kind: 'use' }>) {
  if (position !== null) return reply(message(t(locale, 'plan.used', await choosePlan(context, actor, position))))
  const choices = await listPlanChoices(context, actor)
  await reply(choices.length === 0 ? noPlanMessage(locale) : choicesMessage(locale, choices))
}

function channelsOf({ purpose, id }: { purpose: 'meeting' | 'leading'; id: string }) {
  return purpose === 'meeting' ? { meetingChannel: id } : { leadingChannel: id }
}
