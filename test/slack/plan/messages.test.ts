import { describe, expect, test } from 'vitest'
import { defaultSettings } from '../../../src/domain/plan-settings.ts'
import { checkMessageBlocks, viewBlockProblems } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import type { Message } from '../../../src/slack/blocks.ts'
import { channelsModal } from '../../../src/slack/plan/channels.ts'
import { importModal } from '../../../src/slack/plan/import-views.ts'
import { membersMessage } from '../../../src/slack/plan/member-messages.ts'
import { membersModal } from '../../../src/slack/plan/member-views.ts'
import {
  choicesMessage,
  importedMessage,
  noPlanMessage,
  planMessage,
  tasksMessage,
  unitsMessage,
} from '../../../src/slack/plan/messages.ts'
import { samplePlan } from '../../support/sample-plan.ts'

const check = (message: Message) => checkMessageBlocks({} as Core, JSON.parse(JSON.stringify(message.blocks)))
const problemsOf = (view: { blocks: unknown }) => viewBlockProblems({} as Core, JSON.parse(JSON.stringify(view.blocks)))
const textOf = (thing: unknown) => JSON.stringify(thing)

const row = {
  id: 1,
  workspaceId: 'T1',
  title: '江城市示范区建设实施方案',
  documentNo: null,
  issuedOn: null,
  language: 'zh-CN',
  zone: 'Asia/Shanghai',
  meetingChannel: 'C1',
  leadingChannel: null,
  version: 2,
  settings: defaultSettings,
  createdAt: new Date('2024-01-02T00:00:00Z'),
}
const nothing = { importVersion: false, exportFile: false, setChannels: false }
const view = { plan: row, data: samplePlan(), people: 4, may: nothing }
const big = { ...view, data: bigPlan() }

describe('messages of /plan', () => {
  test('the plan at a glance, with the buttons of what the person may do', () => {
    const text = textOf(planMessage('zh-CN', view))
    expect(text).toContain('江城市示范区建设实施方案 · 第2版')
    expect(text).toContain('未注明文号和日期 · 4 人有职责')
    expect(text).toContain('"channel_id":"C1"')
    expect(text).toContain('未设定')
    expect(text).not.toContain('导入新版本')
    const may = { importVersion: true, exportFile: true, setChannels: true }
    expect(textOf(planMessage('zh-CN', { ...view, may }))).toContain('导入新版本')
  })

  test.each([
    ['plan', planMessage('zh-CN', big)],
    ['tasks', tasksMessage('zh-CN', big)],
    ['units', unitsMessage('en', big)],
    ['no plan', noPlanMessage('zh-CN')],
    ['import', importedMessage('en', { planId: 1, title: '方案', version: 1, becameAdmin: true, counts: counts() })],
    ['choices', choicesMessage('zh-CN', manyChoices())],
    ['members', membersMessage('zh-CN', manyMembers())],
  ])('%s: Slack takes it, however large the plan', (_, message) => {
    expect(() => check(message)).not.toThrow()
  })

  test('what does not fit is counted', () => {
    expect(textOf(tasksMessage('zh-CN', big))).toMatch(/另有 \d+ 行没有显示/)
    expect(textOf(membersMessage('zh-CN', manyMembers()))).toContain('另有 200 个单位没有显示')
  })

  test('people: who is missing comes first, and only an admin gets the button to change them', () => {
    const members = { ...manyMembers(), units: [{ name: '市商务局', liaisons: [] }] }
    const text = textOf(membersMessage('zh-CN', members))
    expect(text).toContain('人员：1 个单位中 1 个没有联络员')
    expect(text).toContain('添加或移除')
    expect(textOf(membersMessage('zh-CN', { ...members, mayAssign: false }))).not.toContain('添加或移除')
  })
})

describe('forms of /plan', () => {
  const plans = Array.from({ length: 50 }, (_, index) => ({
    ...row,
    id: index + 1,
    title: '很长的方案名称'.repeat(25),
  }))

  test.each([
    ['import', importModal('zh-CN', plans, { channel: 'C1' }, { text: '文'.repeat(3000), asNewVersionOf: 3 }, '有误')],
    ['import in an empty workspace', importModal('en', [], {}, { text: '', asNewVersionOf: null })],
    [
      'members',
      membersModal(
        'zh-CN',
        Array.from({ length: 300 }, (_, index) => `单位${index}`),
        {},
      ),
    ],
    ['members without units', membersModal('en', [], {})],
    ['channels', channelsModal('zh-CN', row, {})],
  ])('%s: Slack takes it', (_, modal) => {
    expect(problemsOf(modal)).toEqual([])
    for (const part of [modal.title, modal.submit, modal.close]) expect(part?.text.length ?? 0).toBeLessThanOrEqual(24)
  })

  test('the import form keeps what was typed and chosen, and says first what is wrong', () => {
    const modal = importModal('zh-CN', plans, {}, { text: '一、总则', asNewVersionOf: 3 }, '没有导入:原因')
    expect(textOf(modal.blocks[0])).toContain('没有导入:原因')
    expect(textOf(modal)).toContain('"initial_value":"一、总则"')
    expect(textOf(modal)).toMatch(/"initial_option":\{"value":"3"/)
  })
})

function counts() {
  return { sections: 1, tasks: 2, units: 3, targets: 4 }
}

function bigPlan() {
  const data = samplePlan()
  const [section] = data.sections
  const [task] = section?.tasks ?? []
  if (!section || !task) throw new Error('the sample has a task')
  const tasks = Array.from({ length: 500 }, (_, index) => ({ ...task, no: index + 1, title: '任务'.repeat(100) }))
  const units = Array.from({ length: 300 }, (_, index) => ({ name: `${'单位'.repeat(25)}${index}`, aliases: [] }))
  return { ...data, sections: Array.from({ length: 100 }, () => ({ ...section, tasks })), units }
}

function manyChoices() {
  const choice = { id: 1, title: '很长的方案名称'.repeat(25), version: 1, current: false }
  return Array.from({ length: 50 }, (_, index) => ({ ...choice, position: index + 1 }))
}

function manyMembers() {
  const liaisons = Array.from({ length: 30 }, (_, index) => `U${index}`)
  const units = Array.from({ length: 300 }, (_, index) => ({ name: `${'单位'.repeat(25)}${index}`, liaisons }))
  return { planTitle: '方案', admins: ['U1'], conveners: [], leaders: [], units, mayAssign: true }
}
