import fc from 'fast-check'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { buildAmendment } from '../../../src/documents/minutes/build-amendment.ts'
import { buildMinutes } from '../../../src/documents/minutes/build-minutes.ts'
import { amendmentContent, type MinutesContent, minutesContent } from '../../../src/domain/minutes/minutes-content.ts'
import { allowedText } from '../allowed-text.ts'
import { partOf, partsOf, pretty, textsOf } from '../package-parts.ts'
import { amendment, bareMinutes, englishMinutes, fullMinutes } from './samples.ts'

async function textOf(file: Buffer): Promise<string> {
  return (await mammoth.extractRawText({ buffer: file })).value
}

describe('minutes', () => {
  it.each([
    ['zh', buildMinutes(fullMinutes)],
    ['en', buildMinutes(englishMinutes)],
    ['amendment', buildAmendment(amendment)],
  ])('are laid out as agreed: %s', async (name, built) => {
    const parts = partsOf(await built)
    await expect(pretty(parts['word/document.xml'] ?? '')).toMatchFileSnapshot(`golden/${name}-document.xml`)
  })

  it('have the styles, fonts and page numbers of GB/T 9704-2012', async () => {
    const parts = partsOf(await buildMinutes(fullMinutes))
    for (const name of ['styles', 'fontTable', 'footer1', 'footer2', 'settings']) {
      await expect(pretty(parts[`word/${name}.xml`] ?? '')).toMatchFileSnapshot(`golden/zh-${name}.xml`)
    }
    await expect(pretty(parts['docProps/core.xml'] ?? '')).toMatchFileSnapshot('golden/zh-core.xml')
    const english = partsOf(await buildMinutes(englishMinutes))
    await expect(pretty(english['word/styles.xml'] ?? '')).toMatchFileSnapshot('golden/en-styles.xml')
    await expect(pretty(english['word/header1.xml'] ?? '')).toMatchFileSnapshot('golden/en-header1.xml')
  })

  it('rest on samples that the schema takes', () => {
    for (const content of [fullMinutes, englishMinutes, bareMinutes]) {
      expect(minutesContent.parse(content)).toEqual(content)
    }
    expect(amendmentContent.parse(amendment)).toEqual(amendment)
  })

  it('read in the order of official minutes', async () => {
    const text = await textOf(await buildMinutes(fullMinutes))
    const order = [
      '联席会议纪要',
      '〔2024〕3号',
      '签发人：领导小组成员甲',
      '第3次联席会议纪要',
      '时间：2024年7月2日（周二）15:00至16:55',
      '会议研究议题4项：议定1项，延期1项，提请领导小组1项，撤销1项；确定交办事项2项。',
      '一、以往交办事项落实情况',
      '二、议题研究情况',
      '（一）减免税系统接口数据口径不一，企业重复填报',
      '三、交办事项',
      '出席：市商务局　张三、李四',
      '市交通运输局（委派）　赵六',
      '缺席：市财政局',
      '主送：市商务局，武汉海关',
      '抄送：市人民政府办公厅，领导小组各成员。',
      '2024年7月5日印发',
    ]
    const places = order.map((words, index) => text.indexOf(words, index === 0 ? 0 : text.indexOf(order[0] ?? '') + 1))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('leave out what there is nothing to say of', async () => {
    const file = await buildMinutes(bareMinutes)
    const text = await textOf(file)
    for (const words of ['一、', '地点', '出席', '缺席', '主送', '抄送', '交办事项']) expect(text).not.toContain(words)
    expect(text).toContain('本次会议没有研究议题。')
    expect(text).toContain('草案，尚未印发')
  })

  it('are marked as a draft on every page until they are signed', async () => {
    const draft = partsOf(await buildMinutes({ ...fullMinutes, signed: null }))
    const headers = Object.keys(draft).filter((path) => path.startsWith('word/header'))
    expect(headers).toHaveLength(2)
    for (const path of headers) expect(draft[path]).toContain('草案（未经签发）')
    const signed = partsOf(await buildMinutes(fullMinutes))
    expect(Object.values(signed).join('')).not.toContain('草案')
  })

  it('say nothing in Chinese in English, but what people wrote', async () => {
    const text = await textOf(await buildMinutes(englishMinutes))
    expect(text.match(/\p{Script=Han}+/gu)).toEqual(['武汉海关', '王五'])
  })

  it('tell times of the plan’s zone', async () => {
    const text = await textOf(await buildMinutes({ ...fullMinutes, zone: 'Asia/Urumqi' }))
    expect(text).toContain('2024年7月2日（周二）13:00至14:55')
    const overnight = { ...fullMinutes, startsAt: '2024-07-02T23:00:00+08:00', endedAt: '2024-07-03T00:30:00+08:00' }
    expect(await textOf(await buildMinutes(overnight))).toContain('23:00至2024年7月3日00:30')
  })

  it('give the same bytes for the same content', async () => {
    const [first, second] = [await buildMinutes(fullMinutes), await buildMinutes(structuredClone(fullMinutes))]
    expect(first.equals(second)).toBe(true)
    expect(first.equals(await buildMinutes({ ...fullMinutes, chair: '李四' }))).toBe(false)
  })
})

const hostile = fc.oneof(
  fc.constantFrom('CURRENT', 'TOTAL_PAGES', 'SECTION', '{media}', '{0-0}', ']]>', '<w:p/>', '&amp;', '&#x41;', '=1+1'),
  fc.constantFrom('\u0000\u0008\u001b', '\ud800', '\ufffe\uffff', '{ PAGE \\* MERGEFORMAT }', '__proto__', '😀'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
)

/** A text as one line of a document shows it. */
function shown(text: string): string {
  return allowedText(text).replace(/[^\S\u3000]+/g, ' ')
}

describe('what people write', () => {
  it('is text in the document, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (words) => {
        const text = `甲${words}乙`
        const [item] = fullMinutes.items
        if (!item) throw new Error('the sample has items')
        const content: MinutesContent = { ...fullMinutes, chair: text, place: text, items: [{ ...item, title: text }] }
        const xml = partOf(await buildMinutes(content), 'word/document.xml')
        const texts = textsOf(xml, 'w:t')
        expect(texts.filter((one) => one.includes(shown(text)))).toHaveLength(3)
        expect(xml).not.toMatch(/<w:(?:instrText|fldChar|fldSimple|drawing)\b/)
      }),
      { numRuns: 60 },
    )
  })

  it('is read back by another program', async () => {
    const text = '<b>&amp; "甲" \'乙\' ]]> CURRENT 😀'
    expect(await textOf(await buildMinutes({ ...fullMinutes, chair: text }))).toContain(text)
  })
})
