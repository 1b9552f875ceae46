import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { largestPlanFile, readPlanFile, readPlanPath } from '../../../src/documents/plan-file/read-plan-file.ts'
import { DomainError } from '../../../src/domain/errors.ts'
import { parsePlan } from '../../../src/domain/plan-document/parse-plan.ts'
import { buildDocx, officialNumbering, paragraph, table } from '../../support/plans/build-docx.ts'

const text = '一、任务\n1.做好此事。(责任单位:市商务局)\n'

function refusal(code: string) {
  return expect.objectContaining({ name: 'DomainError', code })
}

describe('readPlanFile, text', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 little-endian', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 big-endian', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('reads %s', async (_, bytes) => {
    expect(await readPlanFile('a.txt', bytes)).toBe(text)
  })

  it('reads GB18030, whatever the file is called', async () => {
    const gb = Uint8Array.of(0xd2, 0xbb, 0xa1, 0xa2, 0xc8, 0xce, 0xce, 0xf1)
    expect(await readPlanFile('plan.docx', gb)).toBe('一、任务')
  })

  it.each([
    ['plan.empty', Buffer.alloc(0)],
    ['plan.empty', Buffer.from(' \r\n\u3000')],
    ['plan.file_pdf', Buffer.from('%PDF-1.7')],
    ['plan.file_old_word', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1)],
    ['plan.file_rtf', Buffer.from('{\\rtf1')],
    ['plan.file_not_text', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2)],
    ['plan.file_not_text', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0x80)],
    ['plan.file_too_large', Buffer.alloc(largestPlanFile + 1, 'a')],
  ])('refuses with %s', async (code, bytes) => {
    await expect(readPlanFile('plan.txt', bytes)).rejects.toThrow(refusal(code))
  })

  it('gives text or a DomainError for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const result = await readPlanFile('a', bytes).catch((error: unknown) => error)
        expect(typeof result === 'string' || result instanceof DomainError).toBe(true)
      }),
    )
  })
})

describe('readPlanFile, .docx', () => {
  it('reads paragraphs with their automatic numbers', async () => {
    const body = [
      paragraph('甲市方案'),
      paragraph('任务', 0),
      paragraph('引导', 1),
      paragraph('开展活动。多做。(责任单位:市商务局)', 2),
      paragraph('扩大宣传。多讲。(责任单位:市教育局)', 2),
      paragraph('服务', 1),
      paragraph('提速。多快。(责任单位:市财政局)', 2),
    ].join('')
    const read = await readPlanFile('plan.docx', buildDocx(body, { numbering: officialNumbering }))
    expect(read.split('\n').slice(0, 4)).toEqual([
      '甲市方案',
      '一、 任务',
      '(一) 引导',
      '1. 开展活动。多做。(责任单位:市商务局)',
    ])
    const plan = parsePlan(read)
    expect(plan.sections.map((section) => [section.no, section.title, section.tasks.length])).toEqual([
      ['一', '引导', 2],
      ['二', '服务', 1],
    ])
  })

  it('reads a table of tasks with merged cells', async () => {
    const body =
      paragraph('甲市分工方案') +
      table([
        ['序号', '类别', '工作任务', '责任单位'],
        ['1', '引导', '开展活动', '市商务局、市教育局'],
        ['2', '^', '扩大宣传', '市教育局'],
        ['3', '服务', '提速', '市财政局'],
      ])
    const plan = parsePlan(await readPlanFile('plan.docx', buildDocx(body)))
    expect(plan.sections.map(({ title, tasks }) => [title, tasks.map((task) => `${task.no} ${task.title}`)])).toEqual([
      ['引导', ['1 开展活动', '2 扩大宣传']],
      ['服务', ['3 提速']],
    ])
  })

  it('refuses a broken one, an archive of something else, and one that defines entities', async () => {
    const whole = buildDocx(paragraph(text))
    await expect(readPlanFile('a.docx', whole.subarray(0, 300))).rejects.toThrow(refusal('plan.docx_broken'))
    await expect(readPlanFile('a.docx', whole.subarray(0, -30))).rejects.toThrow(refusal('plan.docx_broken'))
    await expect(readPlanFile('a.docx', buildDocx('<w:p><w:r>'))).rejects.toThrow(DomainError)
    const other = zipSync({ 'xl/workbook.xml': Buffer.from('<a/>') })
    await expect(readPlanFile('a.docx', other)).rejects.toThrow(refusal('plan.file_not_docx'))
    const entities = buildDocx(paragraph('&a;'), { prolog: '<!DOCTYPE a [<!ENTITY a "b">]>' })
    await expect(readPlanFile('a.docx', entities)).rejects.toThrow(refusal('plan.docx_entities'))
  })

  it('stops unpacking a bomb at the limit, whatever size it declares', async () => {
    const bomb = buildDocx('', { files: { 'word/document.xml': new Uint8Array(200 * 1024 * 1024) } })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    const header = Buffer.from(bomb).indexOf('word/document.xml') - 30
    const lying = Buffer.from(bomb)
    lying.writeUInt32LE(100, header + 22)
    for (const bytes of [bomb, lying]) {
      const before = process.memoryUsage().arrayBuffers
      await expect(readPlanFile('bomb.docx', bytes)).rejects.toThrow(refusal('plan.file_too_large'))
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 1024 * 1024)
    }
  })

  it('refuses one with more elements than it could hold in memory', async () => {
    const many = buildDocx('<w:p/>'.repeat(200_000))
    await expect(readPlanFile('a.docx', many)).rejects.toThrow(refusal('plan.docx_too_long'))
  })

  it('keeps bold, which ends a heading run into its text, and no other format', async () => {
    const bold =
      '<w:p><w:r><w:rPr><w:rFonts w:ascii="a"/><w:b/></w:rPr><w:t>1.引导</w:t></w:r><w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>开展活动。(责任单位:市商务局)</w:t></w:r></w:p>'
    const plan = parsePlan(await readPlanFile('a.docx', buildDocx(paragraph('一、任务') + bold)))
    expect(plan.sections[0]?.tasks.map(({ title, text: rest }) => [title, rest])).toEqual([['引导', '开展活动。']])
  })

  it('never opens the other files of the archive', async () => {
    const files = { 'word/media/image1.png': new Uint8Array(60 * 1024 * 1024) }
    expect(await readPlanFile('a.docx', buildDocx(paragraph('甲'), { files }))).toBe('甲')
  })

  it('refuses damaged bytes with a DomainError, or reads what they still say', async () => {
    const whole = buildDocx(paragraph(text) + table([['a', 'b']]), { numbering: officialNumbering })
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(damage, async (bytes) => {
        const copy = whole.slice()
        for (const [at, value] of bytes) copy[at] = value
        const result = await readPlanFile('a.docx', copy).catch((error: unknown) => error)
        expect(typeof result === 'string' || result instanceof DomainError).toBe(true)
      }),
    )
  })
})

describe('readPlanPath', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plan-file-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('reads a file, and refuses a large one by its size alone', async () => {
    await writeFile(join(folder, 'plan.txt'), text)
    expect(await readPlanPath(join(folder, 'plan.txt'))).toBe(text)
    const large = await open(join(folder, 'large.txt'), 'w')
    await large.truncate(5_000_000_000)
    await large.close()
    await expect(readPlanPath(join(folder, 'large.txt'))).rejects.toThrow(refusal('plan.file_too_large'))
  })

  it('says that a file is missing, and that a folder or a device is none', async () => {
    for (const path of [join(folder, 'none.txt'), folder, '/dev/zero']) {
      await expect(readPlanPath(path)).rejects.toThrow(refusal('plan.file_missing'))
    }
  })
})
