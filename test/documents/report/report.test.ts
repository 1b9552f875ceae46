import { unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { beforeAll, describe, expect, it } from 'vitest'
import { pictureSize } from '../../../src/documents/charts/chart-picture.ts'
import { buildReport } from '../../../src/documents/report/build-report.ts'
import { reportCharts } from '../../../src/documents/report/report-charts.ts'
import { chart } from '../../../src/domain/chart.ts'
import { compileReport } from '../../../src/domain/compilation/compile-report.ts'
import type { CompiledReport } from '../../../src/domain/compilation/report-content.ts'
import { sampleRecords, version } from '../../support/sample-compilation.ts'
import { allowedText } from '../allowed-text.ts'
import { partOf, partsOf, pretty, textsOf } from '../package-parts.ts'

const report: CompiledReport = {
  ...compileReport(sampleRecords()),
  burden: [{ unit: '市商务局', asks: 4, messages: 12, meetingMinutes: 90, waitingMinutes: 5 }],
}

async function textOf(file: Buffer): Promise<string> {
  return (await mammoth.extractRawText({ buffer: file })).value
}

describe('the report of a period as a document', () => {
  const built: Record<'zh-CN' | 'en', Buffer> = { 'zh-CN': Buffer.alloc(0), en: Buffer.alloc(0) }
  beforeAll(async () => {
    for (const locale of ['zh-CN', 'en'] as const) built[locale] = await buildReport(locale, report)
  })

  it.each(['zh-CN', 'en'] as const)('is laid out as agreed: %s', async (locale) => {
    const parts = partsOf(built[locale])
    // A picture's name is made of its bytes, which fonts and drawing decide; that they are the same is tested apart.
    const document = (parts['word/document.xml'] ?? '').replace(/[0-9a-f]{40}/g, 'picture')
    await expect(pretty(document)).toMatchFileSnapshot(`golden/${locale}-document.xml`)
  })

  it('reads in the order of official reports', async () => {
    const text = await textOf(built['zh-CN'])
    const order = [
      '江城市示范区建设',
      '2024年上半年进展情况报告',
      '（截至2024年6月30日）',
      '一、概述',
      '方案所列5项任务中，超进度1项、达进度0项、欠进度1项、已完成0项，另有3项未报送或未采纳',
      '图1　各板块任务进度',
      '二、指标完成情况',
      '「引进企业」按数据为欠进度，任务1牵头单位报超进度，两者不一致，请核实。',
      '三、任务进展',
      '（一）扩大进口',
      '任务1　引进企业（市商务局牵头，超进度，80%）。已签约12家。',
      '（以上为第1版；第2版已报送，尚未采纳。）',
      '任务3　简化通关（江城海关牵头）。已报送，尚未采纳，本期无可采用的内容。',
      '四、时间表与配套政策',
      '五、问题与议定事项',
      '六、经验做法',
      '七、未报送和未采纳情况',
      '八、各单位工作负担',
      '九、下一步',
      '领导小组办公室',
      '2024年7月15日',
    ]
    let from = 0
    for (const words of order) {
      const at = text.indexOf(words, from)
      expect(at, words).toBeGreaterThanOrEqual(0)
      from = at
    }
  })

  it('shows its charts as pictures of their shape, with their numbers as alternative text', () => {
    const document = partOf(built['zh-CN'], 'word/document.xml')
    const pictures = Object.entries(unzipSync(built['zh-CN'])).filter(([path]) => path.startsWith('word/media/'))
    expect(pictures.length).toBe(3)
    for (const [path, bytes] of pictures) {
      expect(path).toMatch(/\.png$/)
      expect(Buffer.from(bytes).readUInt32BE(16)).toBe(pictureSize.width)
    }
    const drawings = [...document.matchAll(/<wp:docPr id="(\d+)" name="[^"]*" descr="([^"]*)"/g)]
    expect(drawings.map(([, id]) => id)).toEqual(['1', '2', '3'])
    expect(drawings[1]?.[2]).toContain('引进企业 现值 40%、应达 49.7%')
  })

  it('says nothing in Chinese in English, but what people wrote', async () => {
    const own = JSON.stringify(report)
    const text = (await textOf(built.en)).match(/[\p{Script=Han}]+/gu) ?? []
    expect(text.filter((words) => !own.includes(words))).toEqual([])
  })

  it('gives the same bytes for the same content, whatever was made before it', async () => {
    expect((await buildReport('zh-CN', structuredClone(report))).equals(built['zh-CN'])).toBe(true)
  })

  it('stands without reports, targets, issues and all else', async () => {
    const nothing = { values: [], issues: [], actions: [], milestones: [], policies: [], versions: [] }
    const bare = compileReport(sampleRecords({ ...nothing, targets: [], tasks: [] }))
    const text = await textOf(await buildReport('zh-CN', bare))
    for (const words of ['方案没有数值指标。', '0项任务牵头单位的报送均已采纳。', '各项任务按方案继续推进。'])
      expect(text).toContain(words)
    for (const words of ['经验做法', '时间表', '工作负担', '图1']) expect(text).not.toContain(words)
  })

  it('holds what people wrote as text', async () => {
    const marks = [
      'CURRENT { PAGE }',
      ']]><w:p/>&amp;',
      '=1+1',
      '\u0000\u001b\ud800\ufffe',
      '__proto__ {media}',
      '很'.repeat(2000),
    ]
    const wrote = marks.map((words) => `甲${words}乙`)
    const tasks = sampleRecords().tasks.slice(0, 1)
    const compiled = compileReport(
      sampleRecords({ tasks, versions: [version({ taskId: 1, unitId: 1, summary: wrote.join('\n') })] }),
    )
    const [target] = compiled.targets
    if (!target) throw new Error('the sample has targets')
    const hostile = {
      ...compiled,
      planTitle: wrote[0] ?? '',
      targets: wrote.map((metric) => ({ ...target, metric, trend: [] })),
      practices: wrote.map((text) => ({ taskNo: 1, taskTitle: text, unit: text, text })),
    }
    const xml = partOf(await buildReport('zh-CN', hostile), 'word/document.xml')
    const texts = textsOf(xml, 'w:t')
    for (const words of wrote) {
      const shown = allowedText(words).replace(/[^\S\u3000]+/g, ' ')
      expect(texts.filter((text) => text.includes(shown)).length).toBeGreaterThanOrEqual(3)
    }
    expect(xml).not.toMatch(/<w:(?:instrText|fldChar|fldSimple)\b/)
  })

  it('draws no more than a chart holds, and counts what it does not draw', () => {
    const [target] = report.targets
    const [section] = report.sections
    if (!target || !section) throw new Error('the sample has targets and sections')
    const many: CompiledReport = {
      ...report,
      targets: Array.from({ length: 45 }, (_, index) => ({ ...target, metric: `指标${index}`.padEnd(300, '长') })),
      sections: Array.from({ length: 17 }, () => ({ ...section, title: '' })),
    }
    const charts = reportCharts('zh-CN', many)
    expect([charts.sections.length, charts.targets.length, charts.trends.length]).toEqual([3, 4, 6])
    for (const one of [...charts.sections, ...charts.targets, ...charts.trends])
      expect(chart.safeParse(one).success).toBe(true)
    expect(charts.undrawn).toBe(5 + 39)
  })
})
