import { beforeEach, expect, it } from 'vitest'
import type { Locale } from '../../../src/i18n/locale.ts'
import { checkMessageBlocks, viewBlockProblems } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import type { Message } from '../../../src/slack/blocks.ts'
import { ids } from '../../../src/slack/ids.ts'
import { issueCommand } from '../../../src/slack/issue/command.ts'
import { checkIssue, submitIssue } from '../../../src/slack/issue/submit.ts'
import {
  milestonesFromButton,
  openMilestoneForm,
  openMilestoneFromButton,
  raiseForMilestone,
  turnRoadmap,
} from '../../../src/slack/milestone/buttons.ts'
import { checkNewMilestone, submitMilestoneMove, submitNewMilestone } from '../../../src/slack/milestone/submit.ts'
import { planCommand } from '../../../src/slack/plan/command.ts'
import { openPolicyFromButton, removePolicyFromButton } from '../../../src/slack/policy/command.ts'
import { checkPolicy, submitPolicy } from '../../../src/slack/policy/submit.ts'
import { progressCommand } from '../../../src/slack/progress/command.ts'
import type { Fields } from '../../../src/slack/requests/request.ts'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

type View = { callback_id: string; private_metadata: string; blocks: Parameters<typeof viewBlockProblems>[1] }
const asSent = (value: unknown) => JSON.parse(JSON.stringify(value))

describeOnEachDatabase('roadmaps, policies and tasks by words and buttons', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let views: View[]
  beforeEach(async () => {
    world = await setUpWorld(database())
    views = []
  })

  /** Acts as a person of the workspace; gives back what they are answered, first lines and blocks. */
  async function answers<R>(
    userId: string,
    more: object,
    act: (request: R) => Promise<void>,
    locale: Locale = 'zh-CN',
  ) {
    const replies: Message[] = []
    const reply = async (message: Message) => void replies.push(message)
    const show = async ({ view }: { view: View }) => {
      expect(viewBlockProblems({} as Core, asSent(view.blocks))).toEqual([])
      views.push(asSent(view))
    }
    const client = { views: { open: show, update: show } }
    const given = { context: world, actor: as(userId), locale, channel: 'C1', triggerId: 't', client, reply }
    await act({ ...given, replace: reply, body: { view: { id: 'V1' } }, ...more } as R)
    for (const { blocks } of replies) checkMessageBlocks({} as Core, asSent(blocks))
    return [replies[0]?.text, JSON.stringify(replies.map(({ blocks }) => blocks))] as const
  }
  const progress = (userId: string, words: string, locale?: Locale) =>
    answers(userId, { words }, progressCommand, locale)
  const plan = (userId: string, words: string, locale?: Locale) => answers(userId, { words }, planCommand, locale)
  const opened = () => {
    const view = views.at(-1)
    if (!view) throw new Error('no form was opened')
    return { ...view, text: JSON.stringify(view.blocks), metadata: JSON.parse(view.private_metadata) }
  }
  const field = (value: string) => ({ type: 'plain_text_input', value })

  it.each(['help', '帮助'])('/progress %s explains them all', async (words) => {
    const [, blocks] = await progress(people.lead, words)
    for (const part of ['/progress 6 80%', '/progress roadmap', '/progress policy add']) expect(blocks).toContain(part)
    expect((await progress(people.lead, `roadmap ${words}`, 'en'))[1]).toContain('/progress milestone done 3')
    expect((await progress(people.lead, `政策 ${words}`))[1]).toContain('政策 新增 6')
    expect((await plan(people.lead, words, 'en'))[1]).toContain('/plan task 6')
  })

  it('adds, reaches, moves and removes a milestone in one line each, in both languages', async () => {
    expect(await progress(people.customs, '节点 2 口岸验收完成 9月底')).toEqual([
      '已新增：节点1 口岸验收完成，9月30日（周一）到期。',
      expect.stringContaining('任务2 建设口岸 · 江城海关'),
    ])
    expect((await progress(people.customs, 'milestone 2 Port designed by 30 Sep 2025', 'en'))[0]).toBe(
      'Added: milestone 2 Port designed, due Tue 30 Sep 2025.',
    )
    expect((await progress(people.customs, '节点 改期 1 2024-10-15 汛期停工'))[0]).toBe(
      '已改期：节点1 口岸验收完成，由9月30日（周一）改为10月15日（周二）。',
    )
    expect((await progress(people.customs, 'milestone done 1 验收文件'))[0]).toBe(
      '已记录：节点1 口岸验收完成，6月24日（周一）完成。',
    )
    const [title, blocks] = await progress(people.customs, '路线图 2')
    expect(title).toBe('任务2 路线图：2 个节点，完成 1 个')
    expect(blocks).toContain('由9月30日（周一）改为10月15日（周二）：「汛期停工」')
    expect(blocks).toContain('佐证：「验收文件」')
    expect((await progress(people.customs, '节点 撤回完成 1 验收未通过'))[0]).toBe(
      '已撤回完成：节点1 口岸验收完成，仍以10月15日（周二）为期。',
    )
    await progress(people.customs, '节点 完成 1 昨天 验收文件第2号')
    expect((await progress(people.customs, 'milestone remove 2 merged', 'en'))[0]).toBe(
      'Removed: milestone 2 Port designed. The record is kept.',
    )
    expect((await progress(people.leader, 'roadmap', 'en'))[0]).toBe('Roadmap: 1 milestone, 1 reached')
    expect((await progress(people.lead, 'roadmap'))[0]).toBe('还没有节点。')
  })

  it('opens the form where words are missing, with what was typed, and stores it in its plan', async () => {
    await progress(people.customs, 'milestone 2 口岸验收完成')
    expect(opened()).toMatchObject({
      callback_id: ids.milestone.addModal,
      metadata: { planId: 1, today: '2024-06-24' },
    })
    expect(opened().text).toContain('"initial_value":"口岸验收完成"')
    expect(opened().text).toMatch(/"initial_option":\{"value":"2\/\d+"/)
    await progress(people.customs, 'milestone')
    expect(opened().text).not.toContain('initial_option')
    const typed = (title: string, day: string): Fields => ({
      [ids.milestone.task]: {
        type: 'static_select',
        selected_option: { value: '2/3', text: { type: 'plain_text', text: '' } },
      },
      [ids.milestone.title]: field(title),
      [ids.milestone.day]: { type: 'datepicker', selected_date: day },
    })
    const check = (title: string, day: string) => checkNewMilestone(typed(title, day), 'zh-CN', opened().metadata)
    expect(check('', '2024-09-30')).toHaveProperty(['errors', ids.milestone.title])
    expect(check('长'.repeat(201), '2024-09-30')).toHaveProperty(['errors', ids.milestone.title])
    expect(check('口岸', '2024-06-23')).toHaveProperty(['errors', ids.milestone.day])
    const checked = check('口岸验收完成', '2024-09-30')
    if ('errors' in checked) throw new Error('refused')
    const submit = { metadata: opened().metadata }
    expect(
      (await answers(people.customs, submit, (request: never) => submitNewMilestone(request, checked.input)))[0],
    ).toBe('已新增：节点1 口岸验收完成，9月30日（周一）到期。')
    await progress(people.customs, '节点 改期 1 汛期停工')
    expect(opened().text).toContain('"initial_value":"汛期停工"')
    const input = { no: 1, version: 1, day: '2024-10-15', reason: '汛期停工' }
    const move = (request: never) => submitMilestoneMove(request, input)
    await answers(people.customs, { metadata: opened().metadata }, move)
    await expect(answers(people.customs, { metadata: opened().metadata }, move)).rejects.toMatchObject({
      code: 'milestone.changed_meanwhile',
    })
  })

  it('asks a person of two responsible units in whose name', async () => {
    await assignMembers(world, as(people.admin), [{ userId: people.lead, role: 'liaison', unit: '光谷管委会' }])
    await progress(people.lead, 'milestone 1 引进首家 9月底')
    expect(opened().text).toContain('"initial_date":"2024-09-30"')
    expect(opened().text).toContain('光谷管委会')
    await progress(people.lead, 'policy add 1 措施 江政〔2024〕1号 2024年5月1日')
    expect(opened().text).toContain('"initial_date":"2024-05-01"')
  })

  it('raises a slipped milestone as an issue by one click and one submission, once', async () => {
    await progress(people.customs, 'milestone 2 口岸验收完成 2024-06-28')
    expect((await progress(people.leader, 'roadmap 2'))[1]).not.toContain(ids.milestone.raise)
    world.clock.set('2024-07-03T09:00:00+08:00')
    const [title, blocks] = await progress(people.leader, 'roadmap 2')
    expect(title).toBe('任务2 路线图：1 个节点，完成 0 个，逾期 1 个')
    expect(blocks).toContain('🟡 已逾期 3 个工作日')
    expect(blocks).toContain(ids.milestone.raise)
    expect(blocks).not.toContain(ids.milestone.done)
    const [, list] = await answers(people.leader, { words: 'list' }, issueCommand)
    expect(list).toContain('没有未决问题')
    expect(list).toContain('另有 1 个逾期节点尚未提出问题')
    expect(list).toContain('"value":"1/late"')
    expect((await answers(people.leader, { value: '1/late' }, milestonesFromButton))[0]).toBe(
      '逾期的节点 1 个，其中 1 个尚未提出问题',
    )
    expect((await progress(people.lead, 'roadmap overdue', 'en'))[0]).toBe('No milestone is late.')
    await answers(people.customs, { value: '1/1' }, raiseForMilestone)
    const { text, metadata } = opened()
    for (const part of ['逾期：口岸验收完成', '已逾期 3 个工作日', '"initial_options"']) expect(text).toContain(part)
    const select = (value: string) => ({ selected_option: { value, text: { type: 'plain_text', text: '' } } })
    const fields = {
      [ids.issue.title]: field('逾期：口岸验收完成'),
      [ids.issue.minutes]: { type: 'number_input', value: '15' },
      [ids.issue.severity]: { type: 'static_select', ...select('2') },
      [ids.issue.task]: { type: 'static_select', ...select('2') },
    } as Fields
    const checked = checkIssue(fields, 'zh-CN', metadata)
    if ('errors' in checked) throw new Error('refused')
    const raised = await answers(people.customs, { metadata }, (request: never) => submitIssue(request, checked.input))
    expect(raised[0]).toContain('已提出问题 #1')
    const [, after] = await progress(people.leader, 'roadmap 2')
    expect(after).toContain('问题 #1 协调中')
    expect(after).not.toContain(ids.milestone.raise)
    await expect(answers(people.customs, { value: '1/1' }, raiseForMilestone)).rejects.toMatchObject({
      code: 'milestone.issue_stands',
      params: { no: 1, issueNo: 1 },
    })
  })

  it('keeps policies by words and by the form', async () => {
    const words = '政策 新增 2 关于促进通关的若干措施 江政办[2024]12号 2024-05-10 https://example.org/a'
    const [title, blocks] = await progress(people.customs, words)
    expect(title).toBe('已新增：任务2 配套政策《关于促进通关的若干措施》江政办〔2024〕12号')
    expect(blocks).toContain('"type":"link","url":"https://example.org/a"')
    expect((await progress(people.customs, 'policy add 2 办法 2024-05-10'))[1]).toContain('没有看到文号')
    expect((await progress(people.leader, 'policy', 'en'))[0]).toBe('2 supporting policies')
    await answers(people.customs, { value: '1/' }, openPolicyFromButton)
    expect(opened()).toMatchObject({ callback_id: ids.policy.addModal })
    const form = (day: string, link: string): Fields => ({
      [ids.policy.task]: {
        type: 'static_select',
        selected_option: { value: '3/3', text: { type: 'plain_text', text: '' } },
      },
      [ids.policy.title]: field('意见'),
      [ids.policy.document]: field(''),
      [ids.policy.day]: { type: 'datepicker', selected_date: day },
      [ids.policy.link]: field(link),
    })
    expect(checkPolicy(form('2024-05-10', 'example'), 'en')).toHaveProperty(['errors', ids.policy.link])
    const checked = checkPolicy(form('2024-05-10', ''), 'en')
    if ('errors' in checked) throw new Error('refused')
    const { metadata } = opened()
    expect(
      (await answers(people.customs, { metadata }, (request: never) => submitPolicy(request, checked.input)))[0],
    ).toBe('已新增：任务3 配套政策《意见》')
    expect((await progress(people.customs, '政策 删除 2 江政办〔2024〕12号 已被代替'))[0]).toContain('已删除：任务2')
    await progress(people.customs, 'policy remove 2 《办法》')
    expect(opened().callback_id).toBe(ids.policy.removeModal)
    await answers(people.customs, { value: `1/${opened().metadata.id}` }, removePolicyFromButton)
    expect(opened().text).toContain('《办法》')
  })

  it('shows a task whole, with the buttons of what the person can do', async () => {
    await progress(people.customs, 'milestone 2 口岸验收完成 9月底')
    await progress(people.customs, 'policy add 2 措施 江政〔2024〕1号 2024-05-01')
    const [title, blocks] = await plan(people.customs, '任务 2')
    expect(title).toBe('任务2 建设口岸')
    for (const part of [
      '一、扩大进口',
      '牵头：江城海关',
      '建设口岸。',
      '2024年上半年报送（7月12日（周五）截止）：1 个单位未报',
      '⚪ 未报送 · 江城海关（牵头）',
      '节点1 口岸验收完成 · 江城海关 · 9月30日（周一）到期 · ⚪ 未到期',
      '《措施》江政〔2024〕1号',
      ids.progress.open,
      ids.milestone.list,
      ids.policy.list,
      ids.issue.raise,
    ])
      expect(blocks).toContain(part)
    expect((await plan(people.leader, 'task 2', 'en'))[1]).not.toContain(ids.progress.open)
    await expect(plan(people.leader, 'task 9')).rejects.toMatchObject({ code: 'task.unknown' })
    expect((await plan(people.leader, '任务'))[0]).toBe('3 项任务')
  })

  it('turns pages in place, and refuses words it cannot read', async () => {
    for (let count = 1; count <= 8; count++) await progress(people.customs, `milestone 2 节点${count} 2024-09-30`)
    expect((await progress(people.leader, 'roadmap'))[1]).toContain('第 1 页，共 2 页，后面还有 1 个')
    expect((await answers(people.leader, { value: '1/mine/2' }, turnRoadmap))[1]).toContain('节点8')
    await answers(people.customs, { value: '1/2' }, openMilestoneFromButton)
    await answers(people.customs, { value: '1/8' }, openMilestoneForm('done'))
    expect(opened().text).toContain('节点8')
    await expect(progress(people.leader, 'roadmap 口岸')).rejects.toMatchObject({ code: 'milestone.roadmap_words' })
    await expect(progress(people.lead, 'milestone 2 口岸')).rejects.toMatchObject({ code: 'task.not_yours' })
  })
})
