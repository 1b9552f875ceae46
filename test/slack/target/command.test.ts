import { beforeEach, describe, expect, it } from 'vitest'
import { DomainError } from '../../../src/domain/errors.ts'
import type { Locale } from '../../../src/i18n/locale.ts'
import { describeError } from '../../../src/i18n/translate.ts'
import { checkMessageBlocks, viewBlockProblems } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import type { Message } from '../../../src/slack/blocks.ts'
import { ids } from '../../../src/slack/ids.ts'
import { AnswerError } from '../../../src/slack/reply.ts'
import type { Fields } from '../../../src/slack/requests/request.ts'
import { showChosen, turnHistory, undoFromButton } from '../../../src/slack/target/buttons.ts'
import { whichTargetMessage } from '../../../src/slack/target/choices.ts'
import { recordChosen, targetCommand } from '../../../src/slack/target/command.ts'
import { targetListMessage } from '../../../src/slack/target/messages.ts'
import { checkMeasurement } from '../../../src/slack/target/submit.ts'
import { targetModal } from '../../../src/slack/target/views.ts'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import type { ListedTarget } from '../../../src/usecases/target/list-targets.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const accepted = (message: Message) => checkMessageBlocks({} as Core, JSON.parse(JSON.stringify(message.blocks)))
const buttonsOf = (message: Message) =>
  message.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : [])) as {
    action_id: string
    value: string
  }[]

describeOnEachDatabase('/target', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let opened: { view: Parameters<typeof viewBlockProblems>[1] }[]
  beforeEach(async () => {
    world = await setUpWorld(database())
    opened = []
  })

  /** Acts as a person of the workspace; gives back what they are answered. */
  const type = async (userId: string, words: string, locale: Locale = 'zh-CN') =>
    answers(userId, locale, { words }, targetCommand)
  const click = async (userId: string, value: string) => answers(userId, 'zh-CN', { value }, recordChosen)
  const press = async (
    userId: string,
    actionId: string,
    message: Message,
    act: typeof undoFromButton,
    locale: Locale = 'zh-CN',
  ) => {
    const pressed = buttonsOf(message).find(({ action_id }) => action_id === actionId)
    return answers(userId, locale, { value: pressed?.value ?? 'none' }, act)
  }
  async function answers<R>(userId: string, locale: Locale, more: object, act: (request: R) => Promise<void>) {
    const replies: Message[] = []
    const reply = async (message: Message) => void replies.push(message)
    const users = { info: async () => ({ user: { real_name: '张三' } }) }
    const client = { users, views: { open: async (view: (typeof opened)[number]) => void opened.push(view) } }
    await act({ context: world, actor: as(userId), locale, channel: 'C1', triggerId: 't', client, reply, ...more } as R)
    for (const message of replies) accepted(message)
    return replies.map((message) => [message.text, JSON.stringify(message.blocks), message] as const)[0]
  }
  const recorded = () => database().transaction((tx) => tx.measurement.count())

  it.each(['help', '帮助', '?', '?'])('%s explains itself', async (words) => {
    expect((await type(people.lead, words))?.[1]).toContain('/target 进口额 620亿 2024-06')
    expect((await type(people.lead, words, 'en'))?.[1]).toContain('/target record')
  })

  it.each(['', 'list', '列表', 'list 1', 'list 1'])('%j lists the targets with where they stand', async (words) => {
    const [text, blocks] = (await type(people.leader, words)) ?? []
    expect(text).toBe('2 项指标：0 项达到或超过进度，0 项欠进度，2 项不能判断（截至2024年6月24日）')
    expect(blocks).toContain('引进企业（任务1）')
    expect(blocks).toContain('⚪ 无数据')
    expect(blocks).not.toContain(ids.target.open)
  })

  it('records in one line, with a receipt that says what was there before and how it stands', async () => {
    await type(people.lead, '引进企业 1家 2024-03')
    const [text, blocks] = (await type(people.lead, '引进 2 家 2024-06')) ?? []
    expect(text).toBe('已记录：引进企业 2家（截至2024年6月24日）')
    expect(blocks).toContain('该时段2024年6月30日才结束，已按今天（2024年6月24日）记录。')
    expect(blocks).toContain('累计 3家，应达 2.4家，差 +0.6家：🔵 超进度')
    expect(blocks).toContain('此前：1家（2024年3月31日）。 来源：市商务局。')
    expect(await recorded()).toBe(2)
    expect((await type(people.lead, '年进口 62亿', 'en'))?.[0]).toBe(
      'Recorded: 年进口额 RMB 6.2 billion (62亿元) (as of 24 Jun 2024)',
    )
  })

  it.each([
    ['一千左右', '不是精确数', 'is not exact'],
    ['约1000', '不是精确数', 'is not exact'],
    ['1e999', '科学计数法', 'scientific notation'],
    ['-5', '是负数', 'below zero'],
    ['NaN', '不是可识别的数值', 'no number I can read'],
    ['1000000000000000000000', '太大', 'too large'],
    ['3.1234567', '最多 6 位小数', 'at most 6 decimals'],
    ['5亿美元', '单位不对', 'in another unit'],
    ['620亿', '倍', 'times what'],
    ['5 2024-07-01', '之后', 'after today'],
    ['5家 下周', '看不懂日期', 'no date I understand'],
  ])('%s is refused in clear words of both languages, and nothing is kept', async (value, chinese, english) => {
    const refusal = await type(people.lead, `引进企业 ${value}`).catch((error) => error)
    expect(refusal).toBeInstanceOf(DomainError)
    const said = describeError('zh-CN', refusal)
    expect(said.startsWith('没有保存：')).toBe(true)
    expect(said).toContain(chinese)
    expect(describeError('en', refusal)).toContain(english)
    expect(describeError('en', refusal).startsWith('Not saved: ')).toBe(true)
    expect(await recorded()).toBe(0)
  })

  it.each(['年进口额', '年进口'])('%s alone shows the card', async (words) => {
    await type(people.convener, '基期 年进口额 35亿 2022年')
    await type(people.convener, '逐年 年进口额 2023：50亿，2024：80')
    await type(people.lead, '年进口额 20 2月 来源：统计月报')
    await type(people.lead, '年进口额 30 3月')
    await type(people.customs, '年进口额 40 4月')
    await type(people.lead, '年进口额 41 4月')
    const [text, blocks] = (await type(people.leader, words)) ?? []
    expect(text).toBe('年进口额：41亿元，应达 26.4亿元，🔵 超进度')
    for (const part of [
      '目标：100.5亿元（2025年12月31日前）',
      '逐年目标：2023年 50亿元、2024年 80亿元',
      '基期：35亿元（2022年12月31日）',
      '现值：41亿元（截至2024年4月30日），来源：市商务局',
      '今后须达速度：每30天',
      '依据：2024年2月29日至2024年4月30日的 3 个数据',
      '2024年4月30日各来源数据不一致：江城海关 40亿元；市商务局 41亿元，以此为准',
      '"type":"data_visualization"',
    ])
      expect(blocks).toContain(part)
    const [english] = (await type(people.leader, words, 'en')) ?? []
    expect(english).toContain('年进口额: RMB 4.1 billion (41亿元), due RMB 2.64 billion (26.4亿元)')
  })

  it('shows the card without its chart where the workspace takes none', async () => {
    await type(people.convener, '基期 年进口额 35亿 2022年')
    await type(people.lead, '年进口额 20 2月')
    const replies: Message[] = []
    const reply = async (message: Message) => {
      if (JSON.stringify(message).includes('data_visualization')) throw new AnswerError('invalid_blocks')
      replies.push(message)
    }
    const request = { context: world, actor: as(people.lead), locale: 'zh-CN', channel: 'C1', triggerId: 't', reply }
    await targetCommand({ ...request, words: '年进口额' } as never)
    expect(JSON.stringify(replies)).toContain('此工作区不能显示图表')
  })

  it('a task’s number shows its target; a name that several have, the choice', async () => {
    expect((await type(people.lead, '1'))?.[0]).toContain('引进企业（任务1）：无数据')
    expect((await type(people.lead, '任务1'))?.[0]).toContain('引进企业（任务1）')
    await database().transaction(async (tx) => {
      const first = await tx.target.findFirstOrThrow({ where: { metric: '引进企业' } })
      await tx.target.create({
        data: { ...first, id: undefined, metric: '引进世界500强企业', yearly: undefined, position: 9 },
      })
    })
    expect((await type(people.lead, '引进世界500强企业'))?.[0]).toContain('引进世界500强企业（任务1）')
    const [text, , message] = (await type(people.lead, '任务1')) ?? []
    expect(text).toBe('「任务1」可能指 2 项指标，请点选一项')
    const chosen = message && (await press(people.lead, ids.target.show, message, showChosen))
    expect(chosen?.[0]).toContain('引进企业（任务1）：')
  })

  it('a correction can be taken back from its receipt; the history marks what was superseded', async () => {
    const first = await type(people.lead, '引进企业 1家 3月')
    expect(first?.[1]).not.toContain(ids.target.undo)
    const [, , receipt] = (await type(people.lead, '引进企业 4家 3月 来源:手工台账')) ?? []
    const undone = receipt && (await press(people.lead, ids.target.undo, receipt, undoFromButton))
    expect(undone?.[0]).toBe('已撤销更正：引进企业 2024年3月31日 恢复为 1家（撤去 4家，留存备查）')
    const [text, blocks] = (await type(people.leader, '历史 引进企业')) ?? []
    expect(text).toBe('引进企业：共 3 个数据，其中 2 个已被取代')
    expect(blocks).toContain('（已被取代）4家 · 截至2024年3月31日 · 来源：市商务局（手工台账）')
    expect((await type(people.leader, 'history 引进企业', 'en'))?.[0]).toBe('引进企业: 3 values, 2 of them superseded')
    await expect(type(people.leader, '历史 游客')).rejects.toMatchObject({ code: 'target.unknown' })
  })

  it('turns the pages of a long history', async () => {
    for (let n = 1; n <= 21; n += 1) await type(people.lead, `引进企业 ${n}家 3月`)
    const [, blocks, page] = (await type(people.lead, '历史 任务1')) ?? []
    expect(blocks).toContain('第 1–20 个，共 21 个')
    const second = page && (await press(people.lead, ids.target.history, page, turnHistory))
    expect(second?.[1]).toContain('第 21–21 个，共 21 个')
  })

  it('says how to set a baseline where there is none, and sets one', async () => {
    expect((await type(people.lead, '进口额 62亿'))?.[1]).toContain('/target baseline 年进口额 数值 日期')
    expect((await type(people.convener, '基期 进口额 35亿 2022年'))?.[0]).toBe(
      '已设定基期值：年进口额 35亿元（2022年12月31日）',
    )
    expect((await type(people.leader, 'list'))?.[1]).not.toContain('缺基期值')
  })

  it('asks which target is meant, and records the one that is clicked', async () => {
    await database().transaction(async (tx) => {
      const first = await tx.target.findFirstOrThrow({ where: { metric: '引进企业' } })
      await tx.target.create({
        data: {
          planId: first.planId,
          metric: '帮扶企业',
          value: 50,
          unit: '家',
          kind: 'flow',
          per: 'year',
          position: 9,
        },
      })
    })
    const [text, , message] = (await type(people.lead, '企业 3家 2024-05')) ?? []
    expect(text).toBe('尚未保存：「企业」可能指 2 项指标，请点选一项')
    expect(await recorded()).toBe(0)
    const choices = message ? buttonsOf(message) : []
    expect(choices.map(({ action_id }) => action_id)).toEqual([ids.target.choose, ids.target.choose])
    expect((await click(people.lead, choices[1]?.value ?? ''))?.[0]).toBe('已记录：帮扶企业 3家（截至2024年5月31日）')
  })

  it('asks a person of several units which of them says it', async () => {
    await assignMembers(world, as(people.admin), [{ userId: people.lead, role: 'liaison', unit: '光谷管委会' }])
    const [text, , message] = (await type(people.lead, '任务1 3')) ?? []
    expect(text).toContain('请点选「引进企业」的数据来源单位')
    const choices = message ? buttonsOf(message) : []
    expect((await click(people.lead, choices[1]?.value ?? ''))?.[1]).toContain('来源：光谷管委会。')
  })

  it.each([
    ['游客人数 5', 'target.unknown'],
    ['引进企业 2024-06', 'target.words_missing'],
    ['list 9', 'target.no_page'],
    ['引进企业 一千左右', 'quantity.not_exact'],
    ['引进企业 3 4', 'target.two_values'],
  ])('%s is refused with %s', async (words, code) => {
    await expect(type(people.lead, words)).rejects.toMatchObject({ code })
    expect(await recorded()).toBe(0)
  })

  it.each(['record', '记录'])('%s opens the form with the targets the person may record', async (words) => {
    await type(people.customs, words)
    const view = opened[0]?.view as { blocks: unknown; private_metadata: string }
    expect(viewBlockProblems({} as Core, JSON.parse(JSON.stringify(view.blocks)))).toEqual([])
    expect(JSON.stringify(view.blocks)).toContain('年进口额')
    expect(JSON.stringify(view.blocks)).not.toContain('引进企业')
    expect(JSON.parse(view.private_metadata)).toMatchObject({ channel: 'C1', today: '2024-06-24' })
  })

  it('offers no form to those who may record nothing', async () => {
    expect((await type(people.leader, 'record'))?.[0]).toContain('没有您可以记录数据的指标')
    expect(opened).toEqual([])
  })
})

const listed = (id: number): ListedTarget => ({
  id,
  metric: `${'引进各类头部企业数量'.repeat(19)}${id}`,
  unit: '家',
  value: '5',
  current: '3',
  asOf: '2024-05-31',
  due: '2.4',
  gap: '0.6',
  status: 'ahead',
  reason: null,
  taskNo: id,
  by: '2025-12-31',
  per: 'year',
  source: '江城市人民政府办公厅综合处',
  units: [{ id: 1, name: '市商务局' }],
  mayRecord: true,
  claims: [],
  signed: false,
})

describe('with 200 targets of long names', () => {
  const list = {
    planId: 1,
    planTitle: '方案',
    asOf: '2024-06-24',
    targets: Array.from({ length: 200 }, (_, index) => listed(index + 1)),
  }

  it.each(['zh-CN', 'en'] as const)('each page fits, and the pages show every target once (%s)', (locale) => {
    const shown: string[] = []
    let pages = 0
    while (shown.length < list.targets.length) {
      pages += 1
      const message = targetListMessage(locale, list, pages)
      accepted(message)
      expect(JSON.stringify(message.blocks).length).toBeLessThan(60_000)
      const words = JSON.stringify(message.blocks).match(/"text":"[^"]*"/g) ?? []
      expect(words.join('').length - words.length * 9).toBeLessThan(12_000)
      const table = message.blocks.find((block) => block.type === 'table')
      shown.push(...(table?.type === 'table' ? table.rows : []).slice(1).map(([first]) => JSON.stringify(first)))
    }
    expect(pages).toBeLessThan(10)
    expect(shown).toHaveLength(200)
    expect(new Set(shown).size).toBe(200)
    expect(() => targetListMessage(locale, list, pages + 1)).toThrow(
      expect.objectContaining({ code: 'target.no_page' }),
    )
  })

  it('the form and the choice count what they leave out', () => {
    const view = targetModal('zh-CN', list, list.targets, null)
    expect(viewBlockProblems({} as Core, JSON.parse(JSON.stringify(view.blocks)))).toEqual([])
    expect(JSON.stringify(view.blocks)).toContain('另有 100 项未列出')
    const which = whichTargetMessage('zh-CN', 1, { metric: '企业', value: '5', day: '', source: '' }, list.targets)
    accepted(which)
    expect(JSON.stringify(which.blocks)).toContain('另有 190 项未列出')
  })
})

describe('the form', () => {
  const fields = (value: string, day: string): Fields =>
    ({
      [ids.target.target]: { selected_option: { value: '7/家' } },
      [ids.target.value]: { value },
      [ids.target.day]: { selected_date: day },
    }) as unknown as Fields
  const check = (value: string, day: string) => checkMeasurement(fields(value, day), 'zh-CN', { today: '2024-06-24' })

  it('gives the input, and says at each field what is wrong', () => {
    expect(check('17家', '2024-06-20')).toEqual({
      input: { targetId: 7, value: '17家', day: '2024-06-20', unitId: null, source: '' },
    })
    expect(check('大约17', '2024-06-25')).toEqual({
      errors: {
        [ids.target.value]: expect.stringContaining('不是精确数'),
        [ids.target.day]: expect.stringContaining('2024-06-24'),
      },
    })
  })
})
