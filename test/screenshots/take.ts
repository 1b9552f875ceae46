/** Takes the README's screenshots anew from a fresh sandbox: `npm run screenshots`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { launchBrowser } from '../support/browser.ts'
import { deeds } from '../support/golden-half-year.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'liaison-screenshots-'))
const app = await createApp(readConfig({ LIAISON_DATA: dataDir, LIAISON_SANDBOX_PORT: '0' }), createLog('error'))
const browser = await launchBrowser()
try {
  const page = await browser.newPage({ viewport: { width: 1180, height: 760 } })
  await act()
  await beforeTheMeeting(page)
  await atTheMeeting(page)
  await afterTheHalfYear(page)
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

/** 24 June: the half-year closes, issues wait for the meeting of 2 July. */
async function beforeTheMeeting(page: Page): Promise<void> {
  await shoot(page, 'U0UNIT03/C0LIAISON', 'progress-zh', () => openForm(page, '/progress 8'))
  await say('U0CONVENER', 'C0MEETING', '/agenda', '2024-07-02 15:00 120')
  await shoot(page, 'U0CONVENER/C0MEETING', 'agenda-zh')
  await shootHome(page, 'U0UNIT04', 'home-zh')
  await say('U0UNIT03', 'C0LIAISON', '/target', '年进口贸易量')
  await shoot(page, 'U0UNIT03/C0LIAISON', 'target-zh', () => showFromTop(page, '按趋势预计'))
  await importPlan(page)
  for (const user of ['U0UNIT11', 'U0CONVENER']) await speak(user, 'en-US')
  await shoot(page, 'U0UNIT11/C0LIAISON', 'issue-en', () => openForm(page, '/issue'))
  await say('U0CONVENER', 'C0MEETING', '/agenda', '2024-07-02 15:00 120')
  await shoot(page, 'U0CONVENER/C0MEETING', 'agenda-en')
  for (const user of ['U0UNIT11', 'U0CONVENER']) await speak(user, 'zh-CN')
  await say('U0CONVENER', 'C0MEETING', '/agenda', 'publish')
  await shoot(page, `U0UNIT04/${await directChannel('U0UNIT04')}`, 'invitation-zh')
}

/** 1 and 2 July: the week's digest in both languages, and the meeting. */
async function atTheMeeting(page: Page): Promise<void> {
  await travel('2024-07-01T09:00:00+08:00')
  await shoot(page, 'U0LEADER1/C0LEADING', 'digest-zh', () => showFromTop(page, '情况通报 · 7月1日'))
  await speak('U0UNIT01', 'en-US')
  await shoot(page, 'U0UNIT01/C0LIAISON', 'digest-en', () => showFromTop(page, 'Digest · Mon 1 Jul'))
  await travel('2024-07-02T15:00:00+08:00')
  await say('U0CONVENER', 'C0MEETING', '/meeting', 'run')
  await travel('2024-07-02T15:12:00+08:00')
  await shoot(page, 'U0CONVENER/C0MEETING', 'board-zh', async () => {
    await page.getByTestId('modal').getByRole('button', { name: '刷新', exact: true }).click()
    await page.getByTestId('modal').getByText('已用 12 分钟').waitFor()
  })
  await say('U0CONVENER', 'C0MEETING', '/meeting', 'end 1')
}

/** July: most units file, the office reviews, four units are late, and the report of the half-year is made. */
async function afterTheHalfYear(page: Page): Promise<void> {
  const reports = deeds.filter(({ on, text }) => /^\d+ \d+%/.test(text) && on < '2024-07-13')
  const late = ['U0UNIT04', 'U0UNIT11']
  for (const { who, command, text } of reports) if (!late.includes(who)) await say(who, 'C0LIAISON', command, text)
  await say('U0CONVENER', 'C0MEETING', '/progress', '审核')
  await shoot(page, 'U0CONVENER/C0MEETING', 'review-zh', () => showFromTop(page, '待审核'))
  for (let task = 1; task <= 22; task++) await say('U0CONVENER', 'C0MEETING', '/progress', `采纳 ${task}`)
  await speak('U0UNIT04', 'en-US')
  for (const day of ['12', '15', '18']) await travel(`2024-07-${day}T10:00:00+08:00`)
  await shoot(page, `U0UNIT11/${await directChannel('U0UNIT11')}`, 'slips-zh')
  await say('U0UNIT04', await directChannel('U0UNIT04'), '/todo', 'slips')
  await shoot(page, `U0UNIT04/${await directChannel('U0UNIT04')}`, 'slips-en')
  await shootHome(page, 'U0UNIT04', 'home-en')
  await shootHome(page, 'U0CONVENER', 'home-office-zh')
  await travel('2024-07-26T10:00:00+08:00')
  await shootHome(page, 'U0LEADER1', 'home-leader-zh')
  await say('U0CONVENER', 'C0MEETING', '/progress', '报告 2024上半年')
  await firstPage('U0CONVENER', 'report-zh')
}

async function say(user: string, channel: string, command: string, text: string): Promise<void> {
  await tell('commands', { user, channel, command, text })
}

async function travel(now: string): Promise<void> {
  await tell('clock', { now })
}

async function speak(user: string, locale: string): Promise<void> {
  await tell('users', { user, locale })
}

async function shootHome(page: Page, user: string, name: string): Promise<void> {
  await tell('home', { user })
  await shoot(page, `${user}/home`, name)
}

/** Brings the head of a long message to the top. */
async function showFromTop(page: Page, text: string): Promise<void> {
  const message = page.locator('.message').filter({ hasText: text }).last()
  await message.waitFor()
  await message.evaluate((element) => element.scrollIntoView({ block: 'start' }))
}

/** The first page of the newest .docx that a person was sent; left as it is where LibreOffice is not installed. */
async function firstPage(user: string, name: string): Promise<void> {
  const { files } = await stateOf(user)
  const file = files.findLast((one) => one.name.endsWith('.docx'))
  if (!file) throw new Error(`${user} was sent no document`)
  const bytes = await (await fetch(`${app.url}/sandbox/files/${file.id}?user=${user}`)).arrayBuffer()
  const document = join(dataDir, 'report.docx')
  writeFileSync(document, new Uint8Array(bytes))
  const made = spawnSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', dataDir, document]).status
  if (made !== 0) return
  const picture = join(import.meta.dirname, name)
  spawnSync('pdftoppm', ['-png', '-r', '72', '-f', '1', '-l', '1', '-singlefile', join(dataDir, 'report.pdf'), picture])
}

type State = { messages: { channel: string }[]; files: { id: string; name: string }[] }

async function stateOf(user: string): Promise<State> {
  return (await fetch(`${app.url}/sandbox/state?user=${user}`)).json() as Promise<State>
}

/** What the people of the screenshots have done before. */
async function act(): Promise<void> {
  const commands: [user: string, channel: string, command: string, text: string][] = [
    ['U0UNIT01', 'C0LIAISON', '/progress', '6 80% 达进度 已签约12家,设备进口绿色通道上线'],
    ['U0UNIT01', 'C0LIAISON', '/progress', '1 90% 超进度 新引进外贸企业4家'],
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
    ['U0CONVENER', 'C0MEETING', '/target', 'baseline 年进口贸易量 500亿 2023-12-31'],
    ['U0CONVENER', 'C0MEETING', '/target', 'baseline 具有进出口实绩企业 700家 2023-12-31'],
    ['U0CONVENER', 'C0MEETING', '/target', 'yearly 年进口贸易量 2024:700 2025:1000'],
    ['U0UNIT03', 'C0LIAISON', '/target', '年进口贸易量 48亿 2024-01 来源：武汉海关统计月报'],
    ['U0UNIT03', 'C0LIAISON', '/target', '年进口贸易量 95亿 2024-02 来源：武汉海关统计月报'],
    ['U0UNIT03', 'C0LIAISON', '/target', '年进口贸易量 168亿 2024-03 来源：武汉海关统计月报'],
    ['U0UNIT03', 'C0LIAISON', '/target', '年进口贸易量 241亿 2024-04 来源：武汉海关统计月报'],
    ['U0UNIT03', 'C0LIAISON', '/target', '年进口贸易量 315亿 2024-05 来源：武汉海关统计月报'],
    ['U0UNIT03', 'C0LIAISON', '/target', '帮扶新开口企业 17家 2024-05'],
    ['U0UNIT03', 'C0LIAISON', '/target', '具有进出口实绩企业 762家 2024-05'],
    ['U0UNIT01', 'C0LIAISON', '/target', '引进进出口额5亿元以上外贸企业 3家 2024-05'],
    ['U0UNIT04', 'C0LIAISON', '/target', '新增海关高级认证 2家 2024-05'],
    ['U0UNIT11', 'C0LIAISON', '/progress', '节点 14 中欧班列开行100列 2024-06-27'],
    ['U0CONVENER', 'C0LEADING', '/digest', 'subscribe weekly <#C0LIAISON|联络员> en'],
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
  // A form that stays open would lie over the person's next page.
  while ((await page.getByTestId('modal').count()) > 0) await page.keyboard.press('Escape')
}

/** The channel of a person's direct messages with the bot. */
async function directChannel(user: string): Promise<string> {
  return (await stateOf(user)).messages.find(({ channel }) => channel.startsWith('D'))?.channel ?? ''
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
