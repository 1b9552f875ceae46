/** Takes the README's screenshots anew from a fresh sandbox: `npm run screenshots`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { launchBrowser } from '../support/browser.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'liaison-screenshots-'))
const app = await createApp(readConfig({ LIAISON_DATA: dataDir, LIAISON_SANDBOX_PORT: '0' }), createLog('error'))
const browser = await launchBrowser()
try {
  await act()
  const page = await browser.newPage({ viewport: { width: 1180, height: 760 } })
  await shoot(page, 'U0UNIT03/C0LIAISON', 'progress-zh', () => openForm(page, '/progress'))
  await shoot(page, 'U0CONVENER/C0MEETING', 'agenda-zh')
  await shoot(page, 'U0LEADER1/C0LEADING', 'digest-zh')
  await tell('home', { user: 'U0UNIT04' })
  await shoot(page, 'U0UNIT04/home', 'home-zh')
  await importPlan(page)
  for (const user of ['U0UNIT11', 'U0CONVENER']) await tell('users', { user, locale: 'en-US' })
  await tell('commands', {
    user: 'U0UNIT11',
    channel: 'C0LIAISON',
    command: '/progress',
    text: '13 70% on_track two routes opened',
  })
  await shoot(page, 'U0UNIT11/C0LIAISON', 'issue-en', () => openForm(page, '/issue'))
  await tell('commands', { user: 'U0CONVENER', channel: 'C0MEETING', command: '/agenda', text: '2024-07-02 15:00 120' })
  await shoot(page, 'U0CONVENER/C0MEETING', 'agenda-en')
  await tell('users', { user: 'U0CONVENER', locale: 'zh-CN' })
  await tell('commands', { user: 'U0CONVENER', channel: 'C0MEETING', command: '/agenda', text: 'publish' })
  await shoot(page, `U0UNIT04/${await directChannel('U0UNIT04')}`, 'invitation-zh')
  await tell('clock', { now: '2024-07-02T15:00:00+08:00' })
  await tell('commands', { user: 'U0CONVENER', channel: 'C0MEETING', command: '/meeting', text: 'run' })
  await tell('clock', { now: '2024-07-02T15:12:00+08:00' })
  await shoot(page, 'U0CONVENER/C0MEETING', 'board-zh', async () => {
    await page.getByTestId('modal').getByRole('button', { name: '刷新', exact: true }).click()
    await page.getByTestId('modal').getByText('已用 12 分钟').waitFor()
  })
} finally {
  await browser.close()
  await app.stop()
  rmSync(dataDir, { recursive: true })
}

async function tell(path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${app.url}/sandbox/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const { ok, error } = (await answer.json()) as { ok: boolean; error?: string }
  if (!ok) throw new Error(`${path}: ${error}`)
}

/** What the people of the screenshots have done before. */
async function act(): Promise<void> {
  const commands: [user: string, channel: string, command: string, text: string][] = [
    ['U0UNIT01', 'C0LIAISON', '/progress', '6 80% 达进度 已签约12家,设备进口绿色通道上线'],
    ['U0UNIT01', 'C0LIAISON', '/progress', '1 90% 超进度 新引进外贸企业4家'],
    ['U0UNIT03', 'C0LIAISON', '/progress', '8 60% 欠进度 数字文化贸易进口受阻'],
    ['U0UNIT03', 'C0LIAISON', '/progress', '9 75% 达进度 直播基地已开工'],
    [
      'U0UNIT11',
      'C0LIAISON',
      '/issue',
      '任务12 花山港一类口岸验收标准不一 需:市交通运输局、市商务局、武汉海关 25分钟 严重',
    ],
    ['U0UNIT04', 'C0LIAISON', '/issue', '任务6 减免税审核系统接口数据口径 15分钟'],
    ['U0UNIT13', 'C0LIAISON', '/issue', '任务18 优质企业名单共享 20分钟 较重'],
    ['U0UNIT09', 'C0LIAISON', '/issue', '任务7 首次进口药品口岸申报材料 35分钟 紧急'],
    ['U0LEADER1', 'C0LEADING', '/issue', '任务13 国际货运航线补贴 30分钟 紧急 需:市交通运输局、湖北机场集团'],
    ['U0CONVENER', 'C0MEETING', '/target', 'baseline 年进口贸易量 520亿 2023-05-23'],
    ['U0UNIT01', 'C0LIAISON', '/target', '年进口贸易量 420亿 2024-06'],
    ['U0UNIT03', 'C0LIAISON', '/target', '帮扶新开口企业 17家 2024-06'],
    ['U0CONVENER', 'C0MEETING', '/agenda', '2024-07-02 15:00 120'],
    ['U0LEADER1', 'C0LEADING', '/digest', ''],
  ]
  for (const [user, channel, command, text] of commands) await tell('commands', { user, channel, command, text })
}

async function shoot(page: Page, place: string, name: string, prepare?: () => Promise<void>): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${app.url}/page/#${place}`)
  await page.getByTestId('persona').waitFor()
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await prepare?.()
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(import.meta.dirname, `${name}.png`) })
}

/** The channel of a person's direct messages with the bot. */
async function directChannel(user: string): Promise<string> {
  const state = (await (await fetch(`${app.url}/sandbox/state?user=${user}`)).json()) as {
    messages: { channel: string }[]
  }
  return state.messages.find((message) => message.channel.startsWith('D'))?.channel ?? ''
}

async function openForm(page: Page, command: string): Promise<void> {
  await page.getByTestId('composer').fill(command)
  await page.keyboard.press('Escape')
  await page.getByTestId('composer').press('Enter')
  await page.getByTestId('modal').waitFor()
}

/** The preview of an import, from a small document that is pasted. */
async function importPlan(page: Page): Promise<void> {
  const text = [
    '江城市促进外贸稳增长实施方案',
    '一、工作任务',
    '(一)扩大进口',
    '1. 引进龙头企业。每年引进外贸企业5家。(责任单位:市商务局、光谷管委会)',
    '2. 建设进口口岸。到2025年,进口额达到100亿元。(牵头单位:江城海关;配合单位:市交通局等)',
    '(二)优化环境',
    '3. 简化通关手续。推广“单一窗口”。(责任单位:江城海关)',
  ].join('\n')
  await shoot(page, 'U0ADMIN/C0LIAISON', 'import-zh', async () => {
    await openForm(page, '/plan import')
    await page.getByTestId('modal').locator('textarea').fill(text)
    await page.getByTestId('modal-submit').click()
    await page.getByTestId('modal').getByText('简化通关手续').first().waitFor()
  })
}
