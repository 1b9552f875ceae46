import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { type Bench, connectApp } from './app.ts'
import { clientOf, control, startBench } from './bench.ts'
import { stateOf } from './state.ts'

let sandbox: Sandbox
let bench: Bench
const heard: Record<string, unknown>[] = []
const triggers: string[] = []

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const option = (value: string) => ({ text: plain(value), value })

const form = {
  type: 'modal' as const,
  callback_id: 'form',
  private_metadata: 'kept',
  notify_on_close: true,
  title: plain('Note'),
  submit: plain('Save'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'title',
      label: plain('Title'),
      element: { type: 'plain_text_input' as const, action_id: 'text', min_length: 2 },
    },
    {
      type: 'input' as const,
      block_id: 'percent',
      optional: true,
      label: plain('Percent'),
      element: {
        type: 'number_input' as const,
        action_id: 'number',
        is_decimal_allowed: false,
        min_value: '0',
        max_value: '100',
      },
    },
    {
      type: 'input' as const,
      block_id: 'status',
      label: plain('Status'),
      element: {
        type: 'static_select' as const,
        action_id: 'choice',
        options: [option('on'), option('off')],
        initial_option: option('on'),
      },
    },
    {
      type: 'input' as const,
      block_id: 'people',
      optional: true,
      label: plain('People'),
      element: { type: 'multi_users_select' as const, action_id: 'users', max_selected_items: 1 },
    },
    {
      type: 'actions' as const,
      block_id: 'more',
      elements: [{ type: 'button' as const, action_id: 'push', text: plain('More'), value: 'deeper' }],
    },
  ],
}

const page = (text: string) => ({
  type: 'modal' as const,
  callback_id: 'page',
  title: plain('Page'),
  blocks: [{ type: 'section' as const, text: plain(text) }],
})

beforeAll(async () => {
  sandbox = await startBench()
  bench = await connectApp(sandbox, (app) => {
    app.shortcut('new_note', async ({ shortcut, ack, client }) => {
      triggers.push(shortcut.trigger_id)
      await ack()
      await client.views.open({ trigger_id: shortcut.trigger_id, view: form })
    })
    app.action('push', async ({ body, ack, client }) => {
      await ack()
      if ('trigger_id' in body && body.trigger_id)
        await client.views.push({ trigger_id: body.trigger_id, view: page('pushed') })
    })
    app.view('form', async ({ ack, view }) => {
      heard.push(view.state.values)
      const title = view.state.values.title?.text?.value
      if (title === 'bad') await ack({ response_action: 'errors', errors: { title: 'Not that' } })
      else if (title === 'update') await ack({ response_action: 'update', view: page('updated') })
      else if (title === 'clear') await ack({ response_action: 'clear' })
      else if (title === 'wrong') await ack({ response_action: 'errors', errors: { nowhere: 'Not there' } })
      else await ack()
    })
    app.view({ type: 'view_closed', callback_id: 'form' }, async ({ ack, body }) => {
      heard.push({ closed: body.view.id })
      await ack()
    })
  })
})

afterAll(async () => {
  await bench.stop()
  await sandbox.stop()
})

async function openForm(user = 'U0WRITER'): Promise<string> {
  await control(sandbox, 'shortcuts', { user, callback_id: 'new_note' })
  const { views } = await stateOf(sandbox, user)
  return views.at(-1)?.id ?? ''
}

const submit = (view_id: string, values: object, user = 'U0WRITER') =>
  control(sandbox, 'submissions', { user, view_id, values })

describe('a modal', () => {
  test('opens from a shortcut, for that person alone', async () => {
    const id = await openForm()
    const { views } = await stateOf(sandbox, 'U0WRITER')
    expect(views).toHaveLength(1)
    expect(views[0]).toMatchObject({ id, user: 'U0WRITER', stack: [id], view: { private_metadata: 'kept' } })
    expect((await stateOf(sandbox, 'U0READER')).views).toEqual([])
  })

  test('is checked before it is sent, in the person’s language', async () => {
    const english = await submit(await openForm(), { text: 'x', number: '101', users: ['U0WRITER', 'U0READER'] })
    expect(english).toMatchObject({
      ok: false,
      errors: {
        title: 'Please enter at least 2 characters.',
        percent: 'Please enter 100 or less.',
        people: 'Please choose at most 1.',
      },
    })
    const before = heard.length
    const chinese = await submit(await openForm('U0READER'), { number: '1.5' }, 'U0READER')
    expect(chinese).toMatchObject({ ok: false, errors: { title: '请填写此必填项。', percent: '请输入整数。' } })
    expect(heard.length).toBe(before)
    expect((await stateOf(sandbox, 'U0READER')).views[0]?.errors).toEqual(chinese.errors)
  })

  test('shows the app’s errors, then closes once it is accepted', async () => {
    const id = await openForm()
    expect(await submit(id, { title: { text: 'bad' } })).toMatchObject({ ok: false, errors: { title: 'Not that' } })
    expect((await stateOf(sandbox, 'U0WRITER')).views[0]?.errors).toEqual({ title: 'Not that' })
    expect(await submit(id, { text: 'good', number: 40, choice: 'off', users: ['U0READER'] })).toMatchObject({
      ok: true,
    })
    expect(heard.at(-1)).toEqual({
      title: { text: { type: 'plain_text_input', value: 'good' } },
      percent: { number: { type: 'number_input', value: '40' } },
      status: { choice: { type: 'static_select', selected_option: option('off') } },
      people: { users: { type: 'multi_users_select', selected_users: ['U0READER'] } },
    })
    expect((await stateOf(sandbox, 'U0WRITER')).views).toEqual([])
  })

  test('keeps initial values that are not given', async () => {
    await submit(await openForm(), { text: 'defaults' })
    expect(heard.at(-1)).toMatchObject({
      status: { choice: { selected_option: option('on') } },
      percent: { number: { value: null } },
    })
  })

  test('may be updated or cleared by the answer', async () => {
    const id = await openForm()
    expect(await submit(id, { text: 'update' })).toMatchObject({ ok: true, response_action: 'update' })
    expect((await stateOf(sandbox, 'U0WRITER')).views[0]).toMatchObject({ id, view: { callback_id: 'page' } })
    expect(await submit(await openForm(), { text: 'clear' })).toMatchObject({ ok: true, response_action: 'clear' })
    expect((await stateOf(sandbox, 'U0WRITER')).views).toEqual([])
  })

  test('refuses an answer that names a block it has not', async () => {
    expect(await submit(await openForm(), { text: 'wrong' })).toMatchObject({
      ok: false,
      error: 'invalid_error_block_ids',
    })
  })

  test('stacks with views.push and tells of its close', async () => {
    const id = await openForm()
    const use = { user: 'U0WRITER', container: { type: 'view', view_id: id }, action_id: 'push' }
    expect(await control(sandbox, 'actions', use)).toMatchObject({ ok: true })
    const { views } = await stateOf(sandbox, 'U0WRITER')
    expect(views.at(-1)).toMatchObject({ previous_id: id, root_id: id, stack: [id, views.at(-1)?.id] })
    expect(await control(sandbox, 'closes', { user: 'U0WRITER', view_id: id })).toMatchObject({ ok: true })
    expect(heard.at(-1)).toEqual({ closed: id })
    expect((await stateOf(sandbox, 'U0WRITER')).views).toEqual([])
  })

  test('is refused in a sentence where a field or an option is not there', async () => {
    const id = await openForm()
    expect(await submit(id, { nothing: 'x' })).toMatchObject({
      status: 400,
      error: expect.stringContaining('no field nothing'),
    })
    expect(await submit(id, { choice: 'maybe' })).toMatchObject({
      status: 400,
      error: expect.stringContaining('on, off'),
    })
    expect(await submit(id, { text: 'good' }, 'U0READER')).toMatchObject({ status: 404 })
  })
})

describe('a trigger', () => {
  const error = (code: string) => ({ data: { error: code } })

  test('is good for one use and three seconds', async () => {
    await openForm()
    const client = clientOf(sandbox)
    const trigger_id = triggers.at(-1) ?? ''
    await expect(client.views.open({ trigger_id, view: form })).rejects.toMatchObject(error('exchanged_trigger_id'))
    await expect(client.views.open({ trigger_id: '1.2.3', view: form })).rejects.toMatchObject(
      error('invalid_trigger_id'),
    )
  })

  test('expires with the clock', async () => {
    const late = await startBench()
    const seen: string[] = []
    const app = await connectApp(late, (listeners) => {
      listeners.shortcut('new_note', async ({ shortcut, ack }) => {
        seen.push(shortcut.trigger_id)
        await ack()
      })
    })
    await control(late, 'shortcuts', { user: 'U0WRITER', callback_id: 'new_note' })
    await control(late, 'clock', { now: '+4s' })
    const opening = clientOf(late).views.open({ trigger_id: seen[0] ?? '', view: form })
    await expect(opening).rejects.toMatchObject(error('expired_trigger_id'))
    await app.stop()
    await late.stop()
  })
})

describe('views.update', () => {
  test('asks for the right hash and keeps what was typed', async () => {
    const id = await openForm()
    await submit(id, { text: 'x' })
    const client = clientOf(sandbox)
    const stale = client.views.update({ view_id: id, hash: '1.stale', view: form })
    await expect(stale).rejects.toMatchObject({ data: { error: 'hash_conflict' } })
    const { view } = await client.views.update({ view_id: id, view: form })
    expect(view?.state).toMatchObject({ values: { title: { text: { value: 'x' } } } })
    await expect(client.views.update({ view_id: 'V0', view: form })).rejects.toMatchObject({
      data: { error: 'not_found' },
    })
  })
})
