import { beforeEach, describe, expect, it } from 'vitest'
import type { Locale } from '../../../src/i18n/locale.ts'
import { checkMessageBlocks, viewBlockProblems } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import { agendaCommand } from '../../../src/slack/agenda/command.ts'
import { changeMode, publishFromButton } from '../../../src/slack/agenda/controls.ts'
import { checkAgenda, submitAgenda } from '../../../src/slack/agenda/submit.ts'
import type { Message } from '../../../src/slack/blocks.ts'
import { ids } from '../../../src/slack/ids.ts'
import type { Fields } from '../../../src/slack/requests/request.ts'
import { raiseIssue } from '../../../src/usecases/issue/raise-issue.ts'
import { setPlanChannels } from '../../../src/usecases/plan/set-plan-channels.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

type View = { blocks: unknown; private_metadata: string; callback_id: string }

const validBlocks = (blocks: unknown) => JSON.parse(JSON.stringify(blocks))
const buttonValue = (message: Message | undefined, actionId: string) =>
  message?.blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .flatMap((element) =>
      element.type === 'button' && element.action_id === actionId ? [element.value ?? ''] : [],
    )[0] ?? ''

describeOnEachDatabase('/agenda', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let views: View[]
  beforeEach(async () => {
    world = await setUpWorld(database())
    views = []
    const facts = { details: '', taskNo: 2, units: [], minutes: 20, severity: 3 as const, sourceLink: null }
    for (const title of ['花山港验收标准不一', '减免税系统接口'])
      await raiseIssue(world, as(people.customs), { ...facts, title, similarSeen: true })
  })

  /** Acts as the convener; gives back the one answer, which Slack would take. */
  async function answer<R>(act: (request: R) => Promise<void>, more: object, locale: Locale = 'zh-CN') {
    const replies: Message[] = []
    const reply = async (message: Message) => void replies.push(message)
    const client = { views: { open: async ({ view }: { view: View }) => void views.push(view) } }
    const place = { channel: 'C1', triggerId: 't', responseUrl: null, client }
    const request = { context: world, actor: as(people.convener), locale, ...place, reply, replace: reply }
    await act({ ...request, ...more } as R)
    for (const { blocks } of replies) checkMessageBlocks({} as Core, validBlocks(blocks))
    expect(replies.length + views.length).toBe(1)
    return replies[0]
  }
  const type = (words: string, locale?: Locale) => answer(agendaCommand, { words }, locale)

  it.each(['help', '帮助', '?', '?'])('%s explains itself in both languages', async (words) => {
    expect(JSON.stringify((await type(words))?.blocks)).toContain('/agenda 2024-07-02 15:00 120')
    expect(JSON.stringify((await type(words, 'en'))?.blocks)).toContain('units wait least')
  })

  it('alone opens the form with the usual meeting, and the form drafts it', async () => {
    await type('')
    const [view] = views
    expect(viewBlockProblems({} as Core, validBlocks(view?.blocks))).toEqual([])
    expect(view?.callback_id).toBe(ids.agenda.modal)
    const form = JSON.stringify(view?.blocks)
    for (const part of [
      '未决问题 2 个',
      '"initial_date":"2024-07-02"',
      '"initial_time":"15:00"',
      '"initial_value":"120"',
    ])
      expect(form).toContain(part)
    views = []
    const checked = checkAgenda(fields('2024-07-03', '09:30', '60', 'score'), 'zh-CN')
    if (!('input' in checked)) throw new Error('the form was refused')
    const draft = await answer(
      (request: Parameters<typeof submitAgenda>[0]) => submitAgenda(request, checked.input),
      {},
    )
    expect(draft?.text).toBe('7月联席会议草案 · 7月3日（周三）09:30–10:30 · 2 项，用时 40 分钟')
  })

  it.each(['2024-07-02 15:00 120', '7月2日 15:00', '7月2日下午3点 2小时', '120'])(
    '%s drafts at once',
    async (words) => {
      expect((await type(words))?.text).toBe('7月联席会议草案 · 7月2日（周二）15:00–17:00 · 2 项，用时 40 分钟')
    },
  )

  it('drafts, reorders by the button, publishes by the button, and shows what was published', async () => {
    await setPlanChannels(world, as(people.admin), { meetingChannel: 'CMEETING' })
    const draft = await type('7月2日 15:00')
    const reordered = await answer(changeMode, { value: buttonValue(draft, ids.agenda.otherMode) })
    expect(JSON.stringify(reordered?.blocks)).toContain('按重要程度排列')
    await expect(answer(publishFromButton, { value: buttonValue(draft, ids.agenda.publish) })).rejects.toMatchObject({
      code: 'agenda.unknown',
    })
    const receipt = await answer(publishFromButton, { value: buttonValue(reordered, ids.agenda.publish) })
    expect(receipt?.text).toBe('已发布：7月2日（周二）15:00–17:00 联席会议议程，2 项，用时 40 分钟')
    for (const words of ['show', '查看', 'show 1', '查看 第1页']) {
      expect((await type(words))?.text).toBe('联席会议议程 · 7月2日（周二）15:00–17:00 · 2 项，用时 40 分钟')
    }
  })

  it.each(['publish', '发布'])('%s publishes the latest draft by words alone', async (words) => {
    await setPlanChannels(world, as(people.admin), { meetingChannel: 'CMEETING' })
    await type('90')
    expect((await type(words, 'en'))?.text).toMatch(/^Published: .* Tue 2 Jul 15:00–16:30, 2 items in 40 minutes$/)
  })

  it.each([
    ['开会', 'agenda.words_unknown'],
    ['6月31日', 'agenda.no_such_time'],
    ['7月2日 15:00 1000', 'agenda.minutes_out_of_range'],
    ['show', 'agenda.none'],
    ['publish', 'agenda.no_draft'],
  ])('%s is refused with %s', async (words, code) => {
    await expect(type(words)).rejects.toMatchObject({ code })
  })

  it('has no second page of a short agenda', async () => {
    await type('120')
    await expect(type('show 2')).rejects.toMatchObject({ code: 'agenda.no_page', params: { page: 2, pages: 1 } })
  })
})

const fields = (date: string, time: string, minutes: string, mode: string): Fields =>
  ({
    [ids.agenda.date]: { selected_date: date },
    [ids.agenda.time]: { selected_time: time },
    [ids.agenda.minutes]: { value: minutes },
    [ids.agenda.mode]: { selected_option: { value: mode } },
  }) as unknown as Fields

describe('the form', () => {
  it('gives the meeting, or says at the field what is wrong', () => {
    expect(checkAgenda(fields('2024-07-02', '15:00', '120', 'waiting'), 'zh-CN')).toEqual({
      input: { day: { year: 2024, month: 7, day: 2 }, time: { hour: 15, minute: 0 }, minutes: 120, mode: 'waiting' },
    })
    expect(checkAgenda(fields('2024-07-02', '15:00', '5', 'waiting'), 'zh-CN')).toEqual({
      errors: { [ids.agenda.minutes]: expect.stringContaining('15–480') },
    })
  })
})
