import type { WebClient } from '@slack/web-api'
import { beforeEach, expect, test } from 'vitest'
import { formatPlanYaml, parsePlanYaml } from '../../../src/documents/plan-file/plan-yaml.ts'
import { DomainError } from '../../../src/domain/errors.ts'
import { checkMessageBlocks, viewBlockProblems } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import type { Message } from '../../../src/slack/blocks.ts'
import { ids } from '../../../src/slack/ids.ts'
import { planCommand } from '../../../src/slack/plan/command.ts'
import { checkImport, confirmImport, draftOf, submitImport } from '../../../src/slack/plan/import.ts'
import { checkMembers } from '../../../src/slack/plan/members.ts'
import type { CommandRequest, Fields, SubmitRequest } from '../../../src/slack/requests/request.ts'
import { showPlan } from '../../../src/usecases/plan/show-plan.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { samplePlan } from '../../support/sample-plan.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

type View = { callback_id?: string; blocks: unknown; private_metadata?: string }
type Upload = { channel_id: string; filename: string; file: Buffer }

const fields = (values: Record<string, object>) => values as unknown as Fields
const textOf = (thing: unknown) => JSON.stringify(thing)

describeOnEachDatabase('/plan', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let views: View[]
  let uploads: Upload[]
  let replies: Message[]
  beforeEach(async () => {
    world = await setUpWorld(database())
    views = []
    uploads = []
    replies = []
  })

  const client = () => {
    const show = async ({ view }: { view: View }) => void views.push(view)
    const open = ['C2', 'C3']
    return {
      views: { open: show, update: show },
      conversations: {
        open: async () => ({ channel: { id: 'D1' } }),
        join: async ({ channel }: { channel: string }) => {
          if (!open.includes(channel)) throw new Error('method_not_supported_for_channel_type')
        },
        info: async ({ channel }: { channel: string }) => ({ channel: { is_member: channel === 'G1' } }),
      },
      usergroups: {
        list: async () => ({ usergroups: [{ id: 'S1', handle: 'liaisons', name: '联络员组' }] }),
        users: { list: async () => ({ users: ['U7', 'U8'] }) },
      },
      filesUploadV2: async (upload: Upload) => void uploads.push(upload),
    } as unknown as WebClient
  }
  const request = (userId: string) => ({
    context: world,
    actor: as(userId),
    locale: 'zh-CN' as const,
    client: client(),
    reply: async (message: Message) => {
      checkMessageBlocks({} as Core, JSON.parse(textOf(message.blocks)))
      replies.push(message)
    },
  })
  const type = (userId: string, words: string) =>
    planCommand({ ...request(userId), words, channel: 'C1', triggerId: 't' } as CommandRequest)
  const said = () => textOf(replies.at(-1)?.blocks)

  test('shows the plan, its tasks and units, and everything it understands', async () => {
    await type(people.lead, '')
    expect(replies.at(-1)?.text).toBe('江城市示范区建设实施方案 · 第1版')
    await type(people.lead, '任务')
    expect(said()).toContain('任务2 建设口岸 — 江城海关')
    await type(people.lead, 'units')
    expect(said()).toContain('江城海关：牵头 2 项，配合 0 项')
    await type(people.lead, 'help')
    expect(said()).toContain('/plan import')
  })

  test('in an empty workspace offers the import instead of an error', async () => {
    await database().client.plan.deleteMany()
    await type(people.stranger, '')
    expect(said()).toContain(ids.plan.openImport)
  })

  test('names people by mention, by user group and by its handle', async () => {
    await type(people.admin, 'members add <@U5|x> 召集人')
    await type(people.admin, 'members add <!subteam^S1|@liaisons> 联络员 光谷')
    expect(said()).toContain('光谷管委会 · 联络员')
    await type(people.admin, 'members add @liaisons 联络员 光谷')
    expect(replies.at(-1)?.text).toBe('已添加 0 人，另 2 人原已担任')
    await type(people.admin, 'members')
    for (const user of ['U5', 'U7', 'U8']) expect(said()).toContain(`"user_id":"${user}"`)
    await expect(type(people.admin, 'members add @nobody 联络员 光谷')).rejects.toMatchObject({
      code: 'member.mention_unknown',
    })
  })

  test('sets channels, joins the open ones, and asks for an invitation to the others', async () => {
    await type(people.admin, 'channel meeting <#C2|a>')
    expect(said()).not.toContain('/invite')
    await type(people.admin, 'channel leading <#G1|b>')
    expect(said()).not.toContain('/invite')
    await type(people.admin, 'channel leading <#G2|c>')
    expect(said()).toContain('/invite')
    const { plan } = await showPlan(world, as(people.admin))
    expect(plan).toMatchObject({ meetingChannel: 'C2', leadingChannel: 'G2' })
  })

  test('sends the export as a file that reads back as the plan', async () => {
    await type(people.convener, 'export')
    expect(uploads.map(({ channel_id, filename }) => [channel_id, filename])).toEqual([
      ['D1', '江城市示范区建设实施方案-v1.yaml'],
    ])
    expect(parsePlanYaml(uploads[0]?.file.toString('utf8') ?? '')).toEqual(samplePlan())
  })

  test('imports by modal: form, preview, confirmation, receipt', async () => {
    await type(people.admin, 'import')
    expect(viewBlockProblems({} as Core, JSON.parse(textOf(views[0]?.blocks)))).toEqual([])
    const changed = { ...samplePlan(), title: '修订后的方案' }
    const { plan } = await showPlan(world, as(people.admin))
    const checked = checkImport(
      fields({
        [ids.plan.text]: { value: formatPlanYaml(changed) },
        [ids.plan.target]: { selected_option: { value: String(plan.id) } },
      }),
      'zh-CN',
    )
    if (!('input' in checked)) throw new Error('the form is right')
    const submitted = { ...request(people.admin), metadata: { channel: 'C1' }, body: { view: { id: 'V1' } } }
    await submitImport(submitted as unknown as SubmitRequest, checked.input)
    const preview = views.at(-1)
    expect(preview?.callback_id).toBe(ids.plan.confirmModal)
    expect(textOf(preview?.blocks)).toContain('第2版')
    const metadata = JSON.parse(preview?.private_metadata ?? '')
    expect(metadata).toMatchObject({ channel: 'C1' })
    expect((await showPlan(world, as(people.admin))).plan.title).toBe(samplePlan().title)
    await confirmImport(submitted as unknown as SubmitRequest, draftOf({}, 'zh-CN', metadata).input)
    expect(replies.at(-1)?.text).toBe('已导入：「修订后的方案」第2版')
    expect((await showPlan(world, as(people.admin))).data).toEqual(changed)
  })

  test('shows what is wrong in the form, with what was typed, and stores nothing', async () => {
    const submitted = {
      ...request(people.admin),
      metadata: {},
      body: { view: { id: 'V1' } },
    } as unknown as SubmitRequest
    await submitImport(submitted, { fileId: null, text: '今天天气很好。', asNewVersionOf: null })
    expect(views.at(-1)?.callback_id).toBe(ids.plan.importModal)
    expect(textOf(views.at(-1)?.blocks)).toContain('"initial_value":"今天天气很好。"')
    expect(textOf(views.at(-1)?.blocks)).toContain('没有保存')
    expect(await database().client.planDraft.count()).toBe(0)
  })

  test('whoever may not import is told before the form opens', async () => {
    await expect(type(people.lead, 'import')).rejects.toBeInstanceOf(DomainError)
    expect(views).toEqual([])
  })
})

test('the import form wants one file or one text', () => {
  const file = { [ids.plan.file]: { files: [{ id: 'F1' }] } }
  expect(checkImport(fields({}), 'zh-CN')).toEqual({ errors: { [ids.plan.text]: '请上传一个文件，或粘贴文字。' } })
  expect(checkImport(fields({ [ids.plan.text]: { value: ' ' }, ...file }), 'zh-CN')).toEqual({
    input: { fileId: 'F1', text: ' ', asNewVersionOf: null },
  })
  expect(checkImport(fields({ [ids.plan.text]: { value: '甲' }, ...file }), 'en')).toMatchObject({
    errors: { [ids.plan.text]: expect.stringContaining('one of the two') },
  })
})

test('the form of people says at the field what is missing', () => {
  const people = { [ids.members.people]: { selected_users: ['U1'] } }
  const role = (value: string) => ({ [ids.members.role]: { selected_option: { value } } })
  const unit = { [ids.members.unit]: { selected_option: { value: '0', text: { text: '市商务局' } } } }
  const fieldsAtFault = (values: Record<string, object>) => {
    const checked = checkMembers(fields(values), 'zh-CN')
    return 'errors' in checked ? Object.keys(checked.errors) : []
  }
  expect(fieldsAtFault({ ...role('admin') })).toEqual([ids.members.people])
  expect(fieldsAtFault({ ...people, ...role('liaison') })).toEqual([ids.members.unit])
  expect(fieldsAtFault({ ...people, ...role('admin'), ...unit })).toEqual([ids.members.unit])
  const group = { [ids.members.group]: { value: ' @liaisons ' } }
  expect(checkMembers(fields({ ...group, ...role('liaison'), ...unit }), 'zh-CN')).toEqual({
    input: {
      change: 'add',
      people: { users: [], groups: [], handles: ['liaisons'] },
      role: 'liaison',
      unit: '市商务局',
    },
  })
})
