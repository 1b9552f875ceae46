import { Resvg } from '@resvg/resvg-js'
import { describe, expect, it } from 'vitest'
import { chartPicture, pictureSize } from '../../../src/documents/charts/chart-picture.ts'
import { chartSvg } from '../../../src/documents/charts/chart-svg.ts'
import type { Chart } from '../../../src/domain/chart.ts'

const sample: Chart = {
  kind: 'bar',
  title: '指标完成情况',
  unit: '%',
  categories: ['年进口贸易量', '新开口企业'],
  series: [
    { name: '实际完成', values: [1234.5, 34] },
    { name: '时序应达', values: [50, 50] },
  ],
}

describe('a chart as a picture', () => {
  it('is a PNG of the size that documents count with, the same bytes for the same chart', async () => {
    const [first, second] = await Promise.all([chartPicture(sample), chartPicture({ ...sample })])
    expect(first.subarray(1, 4).toString()).toBe('PNG')
    expect([first.readUInt32BE(16), first.readUInt32BE(20)]).toEqual([pictureSize.width, pictureSize.height])
    expect(first.equals(second)).toBe(true)
  })

  it('draws Chinese characters, each its own', async () => {
    const titled = (title: string) => chartPicture({ ...sample, title })
    const [target, other, unknown, alsoUnknown] = await Promise.all(['指', '标', '\u{f0001}', '\u{f0002}'].map(titled))
    expect(target?.equals(other as Buffer)).toBe(false)
    expect(target?.equals(unknown as Buffer)).toBe(false)
    // What no font holds looks alike, so characters that differ were found.
    expect(unknown?.equals(alsoUnknown as Buffer)).toBe(true)
  })

  it('would draw no text without the font', async () => {
    const bare = new Resvg(chartSvg(sample, 'zh-CN'), {
      font: { loadSystemFonts: false },
      fitTo: { mode: 'width', value: 1600 },
    })
    expect((await chartPicture(sample)).equals(bare.render().asPng())).toBe(false)
  })

  it('writes title, unit, categories, legend and numbers', () => {
    const svg = chartSvg(sample, 'zh-CN')
    for (const text of ['指标完成情况', '%', '年进口贸易量', '新开口企业', '实际完成', '时序应达', '1,234.5'])
      expect(svg).toContain(`>${text}</text>`)
  })

  it('draws lines as lines', () => {
    const lines = chartSvg({ ...sample, kind: 'line' }, 'en')
    expect(lines).not.toBe(chartSvg(sample, 'en'))
    expect(lines).toContain('stroke-width="3"')
  })

  it('sets many and long categories aslant, and cuts none of the few', () => {
    const many = Array.from({ length: 20 }, (_, index) => `第${index + 1}项指标的名称很长`)
    const crowded: Chart = {
      ...sample,
      categories: many,
      series: [{ name: '实际完成', values: many.map((_, i) => i) }],
    }
    expect(chartSvg(crowded, 'zh-CN')).toContain('第20项指标')
    expect(chartSvg(crowded, 'zh-CN')).toContain('matrix(0.866')
  })

  it('takes the most that a chart may hold', async () => {
    const full: Chart = {
      kind: 'line',
      title: '很'.repeat(200),
      unit: '元'.repeat(50),
      categories: Array.from({ length: 20 }, () => '类'.repeat(100)),
      series: Array.from({ length: 6 }, () => ({
        name: '列'.repeat(100),
        values: Array.from({ length: 20 }, () => 1e15),
      })),
    }
    expect((await chartPicture(full)).length).toBeGreaterThan(1000)
  })
})
