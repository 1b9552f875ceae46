import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { openImage } from '../support/database.ts'
import { type RunningBot, startBot, wholeText } from '../support/running-bot.ts'

const liaison = 'U0UNIT01'
const convener = 'U0CONVENER'
const liaisons = 'C0LIAISON'

describe('the report of the whole plan, in one command', () => {
  let bot: RunningBot
  let database: Database
  beforeAll(async () => {
    database = await openImage()
    bot = await startBot({ database })
    await bot.command(liaison, liaisons, '/progress', '6 80% 达进度 已签约12家，绿色通道上线')
    await bot.command(liaison, liaisons, '/progress', '7 60% 达进度 只是报送')
    await database.client.progressReport.updateMany({ where: { task: { no: 6 } }, data: { state: 'accepted' } })
  })
  afterAll(async () => {
    await bot.stop()
    await database.close()
  })

  /** The newest files a person was sent, by name. */
  const files = async () => {
    const sent = (await bot.state(convener)).messages.filter((one) => (one.files ?? []).length > 0).at(-1)
    const entries = (sent?.files ?? []).map(async ({ name, url }) => {
      const bytes = new Uint8Array(await (await fetch(`${bot.url}${url}`)).arrayBuffer())
      return [name, unzipSync(bytes)] as const
    })
    return { sent, parts: Object.fromEntries(await Promise.all(entries)) }
  }
  const partText = (parts: Record<string, Uint8Array> | undefined, path: string) =>
    new TextDecoder().decode(parts?.[path])

  it('is refused to a liaison, and made for the convener with its ledger', async () => {
    await bot.command(liaison, liaisons, '/progress', '报告')
    expect((await bot.lastMessage(liaison, liaisons)).text).toContain('此操作需由召集人、领导小组成员或管理员进行')
    await bot.command(convener, liaisons, '/progress', '报告 2024上半年')
    expect((await bot.lastMessage(convener, liaisons)).text).toBe('报告和台账已通过私信发给您。')
    const { sent, parts } = await files()
    expect(sent?.text).toContain('22 项任务，超进度0项、达进度1项、欠进度0项、已完成0项，未报送或未采纳21项')
    expect(wholeText(sent?.blocks)).toContain('已报送，尚未采纳：任务7 ')
    expect(Object.keys(parts)).toEqual(['进展情况报告-2024H1-2024-06-24.docx', '进展台账-2024H1-2024-06-24.xlsx'])
    const [docx, xlsx] = Object.values(parts)
    const document = partText(docx, 'word/document.xml')
    expect(document).toContain('已签约12家，绿色通道上线')
    expect(document).not.toContain('只是报送')
    expect(document).toContain('截至2024年6月24日')
    expect(partText(xlsx, 'xl/sharedStrings.xml')).toContain('只是报送')
  })

  it('is in English where that is asked for', async () => {
    await bot.command(convener, liaisons, '/progress', 'report 2024H1 en')
    const { parts } = await files()
    expect(Object.keys(parts)).toEqual([
      'progress-report-2024H1-2024-06-24.docx',
      'progress-ledger-2024H1-2024-06-24.xlsx',
    ])
    expect(partText(Object.values(parts)[0], 'word/document.xml')).toContain('Next steps')
  })

  it('says which periods there are where another is named', async () => {
    await bot.command(convener, liaisons, '/progress', 'report 2024Q1')
    expect((await bot.lastMessage(convener, liaisons)).text).toContain('方案没有「2024Q1」这一报送期')
    await bot.command(convener, liaisons, '/progress', 'report nonsense')
    expect((await bot.lastMessage(convener, liaisons)).text).toContain('没有看懂报送期')
  })
})
