import { beforeEach, expect, it } from 'vitest'
import { checkMessageBlocks, viewBlockProblems } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import type { Message } from '../../../src/slack/blocks.ts'
import { agreeFromButton, objectFromButton, openConsultation } from '../../../src/slack/consultation/command.ts'
import { submitObjection, submitProposal } from '../../../src/slack/consultation/submit.ts'
import { ids } from '../../../src/slack/ids.ts'
import {
  issueCommand,
  raiseForTask,
  requireFromButton,
  showFromButton,
  withdrawFromButton,
} from '../../../src/slack/issue/command.ts'
import { showIssue } from '../../../src/usecases/issue/list-issues.ts'
import { raiseIssue } from '../../../src/usecases/issue/raise-issue.ts'
import { choosePlan } from '../../../src/usecases/plan/choose-plan.ts'
import { importPlan } from '../../../src/usecases/plan/import-plan.ts'
import { setPlanChannels } from '../../../src/usecases/plan/set-plan-channels.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { samplePlan } from '../../support/sample-plan.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

type View = { blocks: unknown; private_metadata: string; callback_id: string }

const facts = { title: '接口口径不一', details: '', minutes: 20, severity: 3 as const, sourceLink: null }

describeOnEachDatabase('/issue about a consultation', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let views: View[]
  beforeEach(async () => {
    world = await setUpWorld(database())
    views = []
    await setPlanChannels(world, as(people.convener), { meetingChannel: 'CMEETING' })
    await raiseIssue(world, as(people.customs), { ...facts, taskNo: 2, units: [], similarSeen: true })
  })

  /** Lets a person act; gives back the one answer, which Slack would take, or nothing where a form was opened. */
  async function answer<R>(act: (request: R) => Promise<void>, user: string, more: object) {
    const replies: Message[] = []
    const reply = async (message: Message) => void replies.push(message)
    const client = { views: { open: async ({ view }: { view: View }) => void views.push(view) } }
    const request = { context: world, actor: as(user), locale: 'zh-CN', channel: 'C1', triggerId: 't', client, reply }
    await act({ ...request, ...more } as R)
    for (const { blocks } of replies) checkMessageBlocks({} as Core, JSON.parse(JSON.stringify(blocks)))
    for (const { blocks } of views)
      expect(viewBlockProblems({} as Core, JSON.parse(JSON.stringify(blocks)))).toEqual([])
    return replies[0]?.text
  }
  const type = (user: string, words: string) => answer(issueCommand, user, { words })
  const agrees = async () => (await showIssue(world, as(people.customs), 1)).consultation.latest?.units[0]?.agrees

  it('works by words alone', async () => {
    expect(await type(people.convener, '会商 1 以海关口径为准')).toBe('已发出会商 #1 接口口径不一 · 1 个单位')
    expect(await type(people.customs, '有异议 １ 期限太紧')).toBe('已记录：#1 江城海关有异议')
    expect(await agrees()).toBe(false)
    expect(await type(people.customs, 'agree #1 fine')).toBe('已记录：#1 江城海关同意处理意见')
    expect(await agrees()).toBe(true)
  })

  it('asks for the number, and explains itself', async () => {
    await expect(type(people.convener, '会商')).rejects.toMatchObject({ code: 'consultation.number_missing' })
    await expect(type(people.customs, '同意 ')).rejects.toMatchObject({ code: 'consultation.number_missing' })
    expect(await type(people.convener, 'help')).toBe('/issue')
  })

  it('raises an issue whose title begins with the same words', async () => {
    expect(await type(people.customs, '会商机制不健全 任务2')).toBe('已提出问题 #2：会商机制不健全')
  })

  it('opens the forms where no text is given, and they do the same', async () => {
    await type(people.convener, '会商 1')
    expect(views.at(-1)?.callback_id).toBe(ids.consultation.modal)
    const metadata = JSON.parse(views.at(-1)?.private_metadata ?? '')
    const submit = (request: Parameters<typeof submitProposal>[0]) => submitProposal(request, '以海关口径为准')
    expect(await answer(submit, people.convener, { metadata })).toContain('已发出会商 #1')
    await type(people.customs, '有异议 1')
    expect(views.at(-1)?.callback_id).toBe(ids.consultation.objectModal)
    const object = (request: Parameters<typeof submitObjection>[0]) =>
      submitObjection(request, { agrees: false, remark: '期限太紧' })
    const seen = JSON.parse(views.at(-1)?.private_metadata ?? '')
    expect(await answer(object, people.customs, { metadata: seen })).toContain('有异议')
    // The form of a consultation that was replaced meanwhile answers nothing.
    await type(people.convener, '会商 1 另一处理意见')
    await expect(answer(object, people.customs, { metadata: seen })).rejects.toMatchObject({
      code: 'consultation.ended',
    })
    expect(await agrees()).toBeNull()
  })

  it('works in the plan of the button, whichever plan the person’s commands speak of', async () => {
    const other = { ...samplePlan(), title: '另一方案' }
    await importPlan(world, as(people.admin), other, { asNewVersionOf: null })
    await choosePlan(world, as(people.admin), 2)
    const open = (value: string) => answer(openConsultation, people.admin, { value })
    await open('1/1')
    const metadata = JSON.parse(views.at(-1)?.private_metadata ?? '')
    const submit = (request: Parameters<typeof submitProposal>[0]) => submitProposal(request, '以海关口径为准')
    expect(await answer(submit, people.admin, { metadata })).toContain('已发出会商 #1')
    await expect(open('2/1')).rejects.toMatchObject({ code: 'issue.unknown' })
    await choosePlan(world, as(people.customs), 2)
    expect(await answer(agreeFromButton, people.customs, { value: '1/1/1' })).toContain('同意处理意见')
    expect(await answer(showFromButton, people.customs, { value: '1/1' })).toContain('#1 接口口径不一')
    await answer(raiseForTask, people.customs, { value: '1/0' })
    expect(JSON.parse(views.at(-1)?.private_metadata ?? '')).toMatchObject({ planId: 1 })
    await answer(objectFromButton, people.customs, { value: '1/1/1' })
    expect(views.at(-1)?.callback_id).toBe(ids.consultation.objectModal)
    await expect(answer(agreeFromButton, people.customs, { value: '1/1/99' })).rejects.toMatchObject({
      code: 'consultation.ended',
    })
    await raiseIssue(world, as(people.admin), { ...facts, taskNo: 2, units: [], similarSeen: true })
    await expect(answer(requireFromButton, people.leader, { value: '2/1' })).rejects.toMatchObject({
      code: 'access.not_a_member',
    })
    expect(await answer(requireFromButton, people.leader, { value: '1/1' })).toContain('#1')
    await answer(withdrawFromButton, people.admin, { value: '1/1' })
    expect(await showIssue(world, { ...as(people.admin), planId: 1 }, 1)).toMatchObject({ state: 'withdrawn' })
    expect(await showIssue(world, as(people.admin), 1)).toMatchObject({ state: 'open' })
  })
})
