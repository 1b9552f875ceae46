import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { type Bench, connectApp } from './app.ts'
import { clientOf, control, startBench } from './bench.ts'
import { registerStack, rootView } from './stack-app.ts'
import { stateOf } from './state.ts'

let sandbox: Sandbox
let bench: Bench
let root: string
const heard: unknown[] = []
const user = 'U0WRITER'

beforeAll(async () => {
  sandbox = await startBench()
  bench = await connectApp(sandbox, (app) => registerStack(app, heard))
})

afterAll(async () => {
  await bench.stop()
  await sandbox.stop()
})

beforeEach(async () => {
  await control(sandbox, 'commands', { user, channel: 'C0NOTES', command: '/note' })
  root = (await open()).at(-1)?.id ?? ''
  await deeper(root, { text: 'typed', pick: 'high' })
})

const open = async () => (await stateOf(sandbox, user)).views
const top = async () => (await open()).at(-1)
const deeper = (view_id: string | undefined, values = {}) =>
  control(sandbox, 'actions', { user, container: { type: 'view', view_id }, action_id: 'deeper', values })
const submit = (view_id: string | undefined, values: object) =>
  control(sandbox, 'submissions', { user, view_id, values })

const filled = {
  title: { text: { type: 'plain_text_input', value: 'typed' } },
  weight: { pick: { type: 'radio_buttons', selected_option: { value: 'high' } } },
  place: { where: { type: 'conversations_select', selected_conversation: 'C0NOTES' } },
}

describe('a stack of modals', () => {
  test('holds three and no more', async () => {
    await deeper((await top())?.id)
    const views = await open()
    expect(views.map(({ previous_id }) => previous_id)).toEqual([null, root, views[1]?.id])
    expect(views[2]).toMatchObject({ root_id: root, stack: views.map(({ id }) => id) })
    await deeper(views[2]?.id)
    expect(heard.at(-1)).toBe('push_limit_reached')
    expect(await open()).toHaveLength(3)
  })

  test('goes back to the form below, which was updated meanwhile and keeps what was typed', async () => {
    expect(await submit((await top())?.id, { text: 'item 3' })).toMatchObject({ ok: true, response_action: null })
    const views = await open()
    expect(views).toMatchObject([{ id: root, view: { state: { values: filled } } }])
    expect(JSON.stringify(views[0]?.view.blocks)).toContain('with item 3')
    await submit(root, {})
    expect(heard.at(-1)).toMatchObject(filled)
    expect(await open()).toEqual([])
  })

  test('is closed as a whole by clear, and changed by update and push', async () => {
    const second = (await top())?.id
    await submit(second, { text: 'update' })
    expect(await top()).toMatchObject({ id: second, previous_id: root, view: { title: { text: 'Updated' } } })
    await submit(second, { text: 'push' })
    expect(await top()).toMatchObject({ previous_id: second, view: { title: { text: 'Pushed' } } })
    expect(await submit((await top())?.id, { text: 'push' })).toMatchObject({ ok: false, error: 'push_limit_reached' })
    expect(await submit((await top())?.id, { text: 'clear' })).toMatchObject({ ok: true, response_action: 'clear' })
    expect(await open()).toEqual([])
  })

  test('lets nobody use a form that lies below another', async () => {
    const above = { status: 409, ok: false, error: expect.stringContaining('lies above') }
    expect(await submit(root, {})).toMatchObject(above)
    expect(await deeper(root)).toMatchObject(above)
    const id = (await top())?.id
    expect(await control(sandbox, 'closes', { user, view_id: id })).toMatchObject({ ok: true })
    expect(await open()).toMatchObject([{ id: root }])
  })

  test('is updated by view_id below another, with the hash it has', async () => {
    const client = clientOf(sandbox)
    const below = (await open())[0]?.view
    const { view } = await client.views.update({ view_id: root, hash: String(below?.hash), view: rootView(['fresh']) })
    expect(view?.hash).not.toBe(below?.hash)
    const stale = client.views.update({ view_id: root, hash: String(below?.hash), view: rootView() })
    await expect(stale).rejects.toMatchObject({ data: { error: 'hash_conflict' } })
    expect(await open()).toMatchObject([{ id: root, view: { state: { values: filled } } }, { previous_id: root }])
  })
})

test('a form that nobody touched sends what it starts with', async () => {
  await control(sandbox, 'commands', { user, channel: 'C0NOTES', command: '/note' })
  await submit((await top())?.id, {})
  expect(heard.at(-1)).toMatchObject({
    title: { text: { value: 'draft' } },
    weight: { pick: { selected_option: null } },
    place: { where: { selected_conversation: 'C0NOTES' } },
  })
})
