import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialOf } from '../../../src/sandbox/page/avatar.ts'
import { axisTicks, labelLines, slicePath } from '../../../src/sandbox/page/chart-scale.ts'
import { fileSize } from '../../../src/sandbox/page/image.ts'
import { filterChoices } from '../../../src/sandbox/page/options.ts'
import { createRefresher } from '../../../src/sandbox/page/refresher.ts'
import { toInline } from '../../../src/sandbox/page/rich-text.ts'
import { nextIndex } from '../../../src/sandbox/page/roving.ts'
import { errorText, pageLocale } from '../../../src/sandbox/page/words.ts'
import { en } from '../../../src/sandbox/page/words-en.ts'
import { zh } from '../../../src/sandbox/page/words-zh.ts'

describe('refreshing', () => {
  it('loads once for all asks that come during a load', async () => {
    const gates: (() => void)[] = []
    const refresh = createRefresher(() => new Promise<void>((resolve) => gates.push(resolve)))
    const first = refresh()
    const later = [refresh(), refresh(), refresh()]
    gates[0]?.()
    await first
    await Promise.resolve()
    gates[1]?.()
    await Promise.all(later)
    expect(gates).toHaveLength(2)
  })

  it('goes on after a load that failed', async () => {
    let calls = 0
    const refresh = createRefresher(async () => {
      calls += 1
      if (calls === 1) throw new Error('lost')
    })
    await expect(refresh()).rejects.toThrow('lost')
    await refresh()
    expect(calls).toBe(2)
  })
})

describe('charts', () => {
  it('have an axis that covers every value and zero in even steps', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true }).filter((one) => one === 0 || Math.abs(one) > 1e-6)
    fc.assert(
      fc.property(fc.array(value, { maxLength: 12 }), (values) => {
        const ticks = axisTicks(values)
        expect(ticks).toContain(0)
        expect(ticks[0]).toBeLessThanOrEqual(Math.min(0, ...values))
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(0, ...values))
        expect(ticks.length).toBeGreaterThan(1)
        expect(ticks.length).toBeLessThan(9)
      }),
    )
  })

  it('have labels that keep clear of each other, in two lines at most', () => {
    expect(labelLines('年进口贸易量', 100)).toEqual(['年进口贸易量'])
    expect(labelLines('具有进出口实绩企业', 60)).toEqual(['具有进出口', '实绩企业'])
    expect(labelLines('引进进出口额5亿元以上外贸企业', 48)).toEqual(['引进进出', '口额5…'])
    expect(labelLines('Q1 2024', 100)).toEqual(['Q1 2024'])
  })

  it('draw a whole circle for a single slice', () => {
    expect(slicePath(0, 1, 100, 100, 50)).toBe(
      'M 100.00 50.00 A 50 50 0 1 1 100.00 150.00 A 50 50 0 1 1 100.00 50.00 Z',
    )
  })
})

it('wraps rich text in all its styles', () => {
  expect(toInline({ type: 'text', text: 'a', style: { bold: true, code: true } })).toEqual({
    kind: 'bold',
    children: [{ kind: 'code', text: 'a' }],
  })
  expect(toInline({ type: 'emoji', name: 'nosuch' })).toEqual({ kind: 'text', text: ':nosuch:' })
  expect(toInline({ type: 'emoji', name: 'x', unicode: '1f7e2' })).toMatchObject({ glyph: '🟢' })
})

it('filters options and drops groups left empty', () => {
  const option = (text: string) => ({ value: text, text: { type: 'plain_text' as const, text } })
  const choices = [
    { label: '市级', options: [option('市商务局'), option('市科技局')] },
    { label: '区级', options: [option('东湖高新区')] },
  ]
  expect(filterChoices(choices, '科技')).toEqual([{ label: '市级', options: [option('市科技局')] }])
  expect(filterChoices(choices, ' ')).toBe(choices)
})

it('moves through a list and stops at its ends', () => {
  expect(['ArrowDown', 'ArrowUp', 'Home', 'End', 'a'].map((key) => nextIndex(key, 1, 3))).toEqual([2, 0, 0, 2, null])
  expect(nextIndex('ArrowDown', 2, 3)).toBe(2)
  expect(nextIndex('ArrowUp', -1, 3)).toBe(2)
  expect(nextIndex('ArrowDown', -1, 0)).toBeNull()
})

it('marks city bodies by the character that tells them apart', () => {
  expect(['市商务局联络员', '武汉海关', 'customs', ''].map(initialOf)).toEqual(['商', '武', 'C', '?'])
})

it('says sizes as people do', () => {
  expect([12, 1536, 20_480, 5_242_880].map(fileSize)).toEqual(['12 B', '1.5 KB', '20 KB', '5.0 MB'])
})

describe('words', () => {
  it('are complete in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
    expect(Object.keys(en.errors).sort()).toEqual(Object.keys(zh.errors).sort())
    for (const [key, value] of Object.entries(zh))
      if (typeof value === 'string') expect(en).not.toMatchObject({ [key]: value })
  })

  it('use Chinese punctuation in Chinese', () => {
    const said = Object.values(zh).filter((value) => typeof value === 'string')
    for (const sentence of [...said, ...Object.values(zh.errors)]) {
      expect(sentence).not.toMatch(/[\u4e00-\u9fff][,:;?!]|[,:;?!][\u4e00-\u9fff]/)
    }
  })

  it('follow the locale and explain errors', () => {
    expect(['zh-CN', 'en-GB', undefined].map(pageLocale)).toEqual(['zh-CN', 'en-US', 'zh-CN'])
    expect(errorText(en, 'operation_timeout')).toBe(en.errors.operation_timeout)
    expect(errorText(en, 'no such user')).toContain('no such user')
  })
})

it('has text colours that stand out from their grounds by 4.5 to 1 (WCAG 2.2 AA)', async () => {
  const css = await readFile(new URL('../../../src/sandbox/page/style.css', import.meta.url), 'utf8')
  const colour = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(css)?.[1] ?? 'missing'
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const pairs = [
    ['ink', 'paper'],
    ['ink-soft', 'paper'],
    ['ink-soft', 'wash'],
    ['paper', 'accent'],
    ['accent-deep', 'accent-wash'],
    ['danger', 'paper'],
    ['danger', 'danger-wash'],
    ['warn', 'warn-wash'],
    ['side-ink', 'side'],
    ['side-soft', 'side'],
    ['side-soft', 'side-raised'],
  ]
  for (const pair of pairs) {
    const [dark = 0, light = 0] = pair.map((name) => luminance(colour(name))).sort((a, b) => a - b)
    expect((light + 0.05) / (dark + 0.05), pair.join(' on ')).toBeGreaterThanOrEqual(4.5)
  }
})
