import { readFile } from 'node:fs/promises'
import type { WebClient } from '@slack/web-api'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import { launchBrowser } from '../../support/browser.ts'
import { openPage } from '../../support/open-page.ts'
import { type Bench, connectApp } from '../app.ts'
import { clientOf, control, startBench } from '../bench.ts'
import { registerStack } from '../stack-app.ts'
import { stateOf } from '../state.ts'

let sandbox: Sandbox
let bench: Bench
let browser: Browser
let client: WebClient
let page: Page
const heard: unknown[] = []

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const options = (...values: string[]) => values.map((value) => ({ text: plain(value), value }))

beforeAll(async () => {
  sandbox = await startBench()
  client = clientOf(sandbox)
  bench = await connectApp(sandbox, (app) => {
    registerStack(app, heard)
    app.action(/^(?!deeper)/, async ({ action, ack, respond }) => {
      heard.push(action)
      await ack()
      if ('action_id' in action && action.action_id === 'replace')
        await respond({ text: 'In its place', replace_original: true })
    })
  })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await bench?.stop()
  await sandbox?.stop()
})

beforeEach(async () => {
  const opened = await openPage(browser)
  page = opened.page
  await control(sandbox, 'clock', { now: '+1m' })
  return opened.close
})

const go = async (user: string, channel: string) => {
  await page.goto(`${sandbox.url}/page/#${user}/${channel}`)
  await page.getByTestId('persona').waitFor()
}

async function upload(name: string, bytes: Buffer): Promise<string> {
  const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({
    filename: name,
    length: bytes.byteLength,
  })
  await fetch(upload_url, { method: 'POST', body: new Uint8Array(bytes) })
  const { files } = await client.files.completeUploadExternal({ files: [{ id: file_id }] })
  await control(sandbox, 'clock', { now: '+1s' })
  return files?.[0]?.permalink ?? ''
}

it('shows the files of a message beneath its blocks, not its text, and lets its people download them', async () => {
  const png = await readFile(new URL('../../screenshots/issue-en.png', import.meta.url))
  const links = [
    await upload('纪要.docx', Buffer.from('minutes')),
    await upload('台账.xlsx', Buffer.from('ledger')),
    await upload('邀请.ics', Buffer.from('BEGIN:VCALENDAR')),
    await upload('图.png', png),
  ]
  const blocks = [{ type: 'section' as const, text: plain('Ready to sign') }]
  const { channel = '', ts = '' } = await client.chat.postMessage({
    channel: 'U0READER',
    text: `notified ${links.join(' ')}`,
    blocks,
  })
  await go('U0READER', channel)
  const message = page.locator(`[data-ts="${ts}"]`)
  await message.getByText('Ready to sign').waitFor()
  expect(await message.locator('.file-name').allTextContents()).toEqual([
    '纪要.docx',
    '台账.xlsx',
    '邀请.ics',
    '图.png',
  ])
  expect(await message.textContent()).not.toContain('notified')
  await page.waitForFunction(() => [...document.images].every((image) => image.naturalWidth > 0))
  const coming = page.waitForEvent('download')
  await message.getByRole('link', { name: '下载 纪要.docx' }).click()
  const download = await coming
  expect(download.suggestedFilename()).toBe('纪要.docx')
  expect(await readFile(await download.path(), 'utf8')).toBe('minutes')

  await client.chat.update({ channel, ts, text: 'signed', blocks: [{ type: 'section', text: plain('Signed') }] })
  await message.getByText('Signed', { exact: true }).waitFor()
  await message.getByText('已编辑').waitFor()
  expect(await message.locator('.file-name').count()).toBe(4)
})

it('opens a permalink in a text as the one who looks at it', async () => {
  const permalink = await upload('a.csv', Buffer.from('a,b'))
  const { channel = '', ts } = await client.chat.postMessage({
    channel: 'U0READER',
    text: `See <${permalink}|the list>`,
  })
  await go('U0READER', channel)
  const href = await page.locator(`[data-ts="${ts}"]`).getByRole('link', { name: 'the list' }).getAttribute('href')
  expect(href).toBe(`${permalink}?user=U0READER`)
  expect(await (await fetch(String(href))).text()).toBe('a,b')
})

it('shows a form again when the one above has gone, with what was typed and the focus where it was', async () => {
  await go('U0WRITER', 'C0NOTES')
  await control(sandbox, 'commands', { user: 'U0WRITER', channel: 'C0NOTES', command: '/note' })
  const root = page.getByRole('dialog', { name: 'Minutes' })
  await root.getByRole('textbox', { name: 'Title' }).fill('typed')
  await root.getByRole('radio', { name: 'high' }).check()
  await root.getByRole('button', { name: 'Edit item' }).press('Enter')
  const upper = page.getByRole('dialog', { name: 'Item' })
  await upper.waitFor()
  expect(await root.count()).toBe(0)
  await page.locator('[data-block-id=item]:focus').waitFor()
  await page.keyboard.type('item 3')
  await page.keyboard.press('Enter')
  await root.getByText('with item 3').waitFor()
  await page.locator('[data-action-id=deeper]:focus').waitFor()
  expect(await root.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('typed')
  await page.reload()
  await root.waitFor()
  expect(await root.getByRole('radio', { name: 'high' }).isChecked()).toBe(true)
  expect(await root.getByRole('combobox', { name: 'Place' }).inputValue()).toBe('C0NOTES')
  await page.getByTestId('modal-submit').click()
  await root.waitFor({ state: 'detached' })
  expect(heard.at(-1)).toMatchObject({
    title: { text: { value: 'typed' } },
    weight: { pick: { selected_option: { value: 'high' } } },
  })
})

it('draws every choice of a message with a name, and menus within sight', async () => {
  const row = (name: string) => ({
    type: 'section' as const,
    text: plain(name),
    accessory: { type: 'overflow' as const, action_id: 'menu', options: options(`up ${name}`, `down ${name}`) },
  })
  const { ts } = await client.chat.postMessage({
    channel: 'C0NOTES',
    text: 'Agenda',
    blocks: [
      row('first'),
      row('second'),
      {
        type: 'section',
        text: plain('Attend'),
        accessory: { type: 'radio_buttons', action_id: 'rsvp', options: options('yes', 'no') },
      },
      {
        type: 'section',
        text: plain('Copy to'),
        accessory: { type: 'checkboxes', action_id: 'copy', options: options('all') },
      },
      {
        type: 'actions',
        elements: [
          { type: 'overflow', action_id: 'last', options: options('left', 'right') },
          { type: 'datepicker', action_id: 'day', placeholder: plain('Day') },
          { type: 'timepicker', action_id: 'time', placeholder: plain('Time') },
          { type: 'static_select', action_id: 'lead', placeholder: plain('Lead'), options: options('one', 'two') },
          { type: 'users_select', action_id: 'who', placeholder: plain('Who') },
        ],
      },
    ],
  })
  await go('U0WRITER', 'C0NOTES')
  const message = page.locator(`[data-ts="${ts}"]`)
  await message.getByRole('button', { name: 'More actions: second' }).press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const told = page.waitForResponse((response) => response.url().endsWith('/sandbox/actions'))
  await page.keyboard.press('Enter')
  await told
  expect(heard.at(-1)).toMatchObject({ action_id: 'menu', selected_option: { value: 'down second' } })

  await message.locator('[data-action-id=last]').click()
  const [list, pane] = await Promise.all([
    page.getByRole('menu').boundingBox(),
    page.locator('.scroller').boundingBox(),
  ])
  expect(list?.x).toBeGreaterThanOrEqual(pane?.x ?? Infinity)
  expect((list?.y ?? Infinity) + (list?.height ?? 0)).toBeLessThanOrEqual((pane?.y ?? 0) + (pane?.height ?? 0))
  await page.keyboard.press('Escape')

  expect(await message.getByRole('radiogroup', { name: 'Attend' }).getByRole('radio').count()).toBe(2)
  expect(await message.getByRole('group', { name: 'Copy to' }).getByRole('checkbox').count()).toBe(1)
  for (const name of ['Day', 'Time', 'Lead', 'Who']) await message.getByLabel(name).waitFor()
  const kept = page.waitForResponse((response) => response.url().endsWith('/sandbox/actions'))
  await message.getByLabel('Lead').selectOption('two')
  await kept
  await page.reload()
  await message.getByLabel('Lead').waitFor()
  expect(await message.getByLabel('Lead').inputValue()).toBe('two')
  await page.getByTestId('persona').selectOption('U0READER')
  await page.getByRole('heading', { name: '频道' }).waitFor()
  expect(await message.getByLabel('Lead').inputValue()).toBe('')
})

it('replaces what one person alone sees where it stands', async () => {
  const { message_ts } = await client.chat.postEphemeral({
    channel: 'C0NOTES',
    user: 'U0READER',
    text: 'Sign?',
    blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'replace', text: plain('Sign') }] }],
  })
  await go('U0READER', 'C0NOTES')
  const message = page.locator(`[data-ts="${message_ts}"]`)
  await message.getByRole('button', { name: 'Sign' }).click()
  await message.getByText('In its place').waitFor()
  expect(await message.getByRole('button', { name: 'Sign' }).count()).toBe(0)
  await message.getByText('只有你能看到').waitFor()
  const { messages } = await stateOf(sandbox, 'U0READER', 'channel=C0NOTES')
  expect(messages.filter((one) => one.ephemeral_for)).toMatchObject([{ ts: message_ts, text: 'In its place' }])
})

it('draws the newest of many messages, and the earlier ones when asked', async () => {
  for (let number = 1; number <= 155; number += 1)
    await control(sandbox, 'messages', { user: 'U0WRITER', channel: 'other', text: `line ${number}` })
  await go('U0WRITER', 'C0OTHER')
  await page.getByText('line 155', { exact: true }).waitFor()
  expect(await page.locator('.message').count()).toBe(150)
  await page.getByRole('button', { name: '5 earlier messages' }).click()
  await page.getByText('line 1', { exact: true }).waitFor()
  expect(await page.getByTestId('earlier').count()).toBe(0)
})
