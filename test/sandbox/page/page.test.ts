import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../support/browser.ts'
import { openPage } from '../../support/open-page.ts'
import { startPageApp } from './page-app.ts'

let running: Awaited<ReturnType<typeof startPageApp>>
let browser: Browser
let page: Page

const tellSandbox = async (path: string, body: unknown) => {
  const response = await fetch(`${running.sandbox.url}/sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(await response.json()).toMatchObject({ ok: true })
}
const go = async (place: string) => {
  await page.goto(`${running.sandbox.url}/page/${place}`)
  await page.getByTestId('persona').waitFor()
}
const focusOn = (attribute: string, value: string) => page.locator(`[${attribute}="${value}"]:focus`).waitFor()

beforeAll(async () => {
  running = await startPageApp()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await running?.stop()
})

beforeEach(async () => {
  const opened = await openPage(browser)
  page = opened.page
  return opened.close
})

describe('by keyboard alone', () => {
  it('completes a command, corrects a form, and presses a button', async () => {
    await go('#U1/C1')
    const { keyboard } = page
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await focusOn('data-testid', 'composer')

    await keyboard.type('/')
    await page.getByRole('option', { name: '/report' }).waitFor()
    await keyboard.press('ArrowDown')
    expect(await page.getByRole('listbox').getByRole('option', { selected: true }).textContent()).toContain('/issue')
    await keyboard.type('re')
    await keyboard.press('Tab')
    expect(await page.getByTestId('composer').inputValue()).toBe('/report ')
    expect(await page.locator('.usage').textContent()).toContain('[任务号]')
    await keyboard.press('Enter')

    const field = page.getByLabel('完成百分比')
    await page.getByTestId('modal').waitFor()
    await focusOn('data-block-id', 'percent')
    await keyboard.press('Enter')
    await page.getByText('请填写此项').waitFor()
    await keyboard.type('120')
    await keyboard.press('Enter')
    await page.locator('[data-error-for=percent]', { hasText: '不能超过 100' }).waitFor()
    await tellSandbox('messages', { user: 'U2', channel: 'C1', text: 'meanwhile' })
    await page.getByText('meanwhile').waitFor()
    expect(await field.inputValue()).toBe('120')
    expect(await field.getAttribute('aria-invalid')).toBe('true')

    await keyboard.press('ControlOrMeta+a')
    await keyboard.type('80')
    await keyboard.press('Enter')
    await page.getByTestId('modal').waitFor({ state: 'detached' })
    await focusOn('data-testid', 'composer')
    await page.locator('[data-action-id=sign]').waitFor()
    await keyboard.press('Shift+Tab')
    await keyboard.press('Shift+Tab')
    await focusOn('data-action-id', 'sign')
    await keyboard.press('Enter')
    await page.getByText('已签收').waitFor()
    expect(await page.locator('[data-action-id=sign]').count()).toBe(0)
  })

  it('opens a message shortcut, keeps the focus in the form and leaves it with Esc', async () => {
    await tellSandbox('messages', { user: 'U1', channel: 'C2', text: '口岸验收需协调' })
    await go('#U1/C2')
    await page.locator('.message').last().focus()
    await page.keyboard.press('Tab')
    await focusOn('data-testid', 'message-menu')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: '转为问题' }).waitFor()
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('main, nav') ?? null)).toBeNull()
    }
    await page.keyboard.press('Escape')
    await page.getByTestId('modal').waitFor({ state: 'detached' })
    await focusOn('data-testid', 'message-menu')
  })
})

it('says where it cannot draw a component, and draws the rest', async () => {
  await tellSandbox('commands', { user: 'U1', channel: 'C1', command: '/report', text: '' })
  await go('#U1/C1')
  await page.getByText('未知组件 / Unknown block: rich_text_input').waitFor()
  expect(await page.getByLabel('完成百分比').count()).toBe(1)
  await page.getByTestId('modal-close').click()
  await page.getByTestId('modal').waitFor({ state: 'detached' })
})

it('shows text as text, ephemeral messages to one person, and refuses unknown commands', async () => {
  await go('#U1/C1')
  await page.getByTestId('composer').fill('/issue')
  await page.keyboard.press('Enter')
  const message = page.locator('[data-ephemeral=true]').last()
  await message.getByText('只有你能看到').waitFor()
  expect(await message.textContent()).toContain('<img src=x onerror=alert(1)> *粗体*中文')
  expect(await message.locator('strong').allTextContents()).toEqual(['没有保存'])
  expect(await message.locator('img').count()).toBe(0)

  await page.getByTestId('composer').fill('/nothing here')
  await page.keyboard.press('Enter')
  await page.getByTestId('notices').getByText('没有命令 /nothing').waitFor()
  expect(await page.getByTestId('composer').inputValue()).toBe('/nothing here')

  await page.getByTestId('persona').selectOption('U2')
  await page.getByRole('heading', { name: 'Channels' }).waitFor()
  expect(await page.locator('[data-ephemeral=true]').count()).toBe(0)
})

it('draws Chinese with the font it brings', async () => {
  await go('#U1/C1')
  const drawn = await page.evaluate(async () => {
    await document.fonts.load('32px "Noto Sans SC"', '进展')
    const draw = (glyph: string) => {
      const canvas = new OffscreenCanvas(40, 40)
      const context = canvas.getContext('2d')
      if (!context) return ''
      context.font = '32px "Noto Sans SC"'
      context.fillText(glyph, 2, 34)
      return context.getImageData(0, 0, 40, 40).data.join()
    }
    const loaded = [...document.fonts].filter(
      (face) => face.family.includes('Noto Sans SC') && face.status === 'loaded',
    )
    return { loaded: loaded.length, differ: draw('进') !== draw('展'), blank: draw('进') === draw(' ') }
  })
  expect(drawn.loaded).toBeGreaterThan(0)
  expect(drawn).toMatchObject({ differ: true, blank: false })
})

it('travels in time, never back', async () => {
  await go('#U1/C1')
  await page.getByTestId('clock').click()
  await page.getByTestId('clock-workday').click()
  await page.waitForFunction(() =>
    document.querySelector<HTMLElement>('[data-testid=clock]')?.dataset.now?.startsWith('2024-07-01T01:0'),
  )
  await page.getByTestId('clock-field').fill('2024-06-01T09:00')
  await page.getByTestId('clock-set').click()
  await page.getByTestId('notices').getByText('不早于现在').waitFor()
  await page.getByTestId('clock-field').fill('2024-07-12T09:00')
  await page.getByTestId('clock-set').click()
  await page.waitForFunction(() =>
    document.querySelector<HTMLElement>('[data-testid=clock]')?.dataset.now?.startsWith('2024-07-12T01:0'),
  )
})

it('speaks the persona’s language and opens the home that the app publishes', async () => {
  await go('#U1/home')
  await page.getByTestId('home').getByText('我的任务').waitFor()
  await page.locator('html[lang=zh-CN]').waitFor()
  await page.getByTestId('locale-en-US').click()
  await page.getByRole('heading', { name: 'Direct messages' }).waitFor()
  await page.locator('html[lang=en-US]').waitFor()
  await page.getByTestId('locale-zh-CN').click()
  await page.getByRole('heading', { name: '私信' }).waitFor()
})

it('marks what is unread, until it is read', async () => {
  await tellSandbox('messages', { user: 'U2', channel: 'C1', text: 'news' })
  await go('#U1/C2')
  await page.locator('[data-channel=C1][data-unread=true]').click()
  await page.locator('[data-channel=C1][data-unread=false][aria-current=page]').waitFor()
})
