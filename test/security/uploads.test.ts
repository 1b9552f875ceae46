import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readTableFile } from '../../src/documents/measurement-table/read-table.ts'
import { interpretPlan } from '../../src/documents/plan-file/interpret-plan.ts'
import { parsePlanYaml } from '../../src/documents/plan-file/plan-yaml.ts'
import { readPlanFile } from '../../src/documents/plan-file/read-plan-file.ts'
import { DomainError } from '../../src/domain/errors.ts'
import { readMeasurementRows } from '../../src/domain/measurement-table.ts'
import { buildDocx, paragraph } from '../support/plans/build-docx.ts'

/** The code that reading is refused with, or null where it is read. Any other failure is one of the test. */
async function refusal(read: () => unknown): Promise<string | null> {
  try {
    await read()
    return null
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}
const plan = (name: string, bytes: Uint8Array) => refusal(() => readPlanFile(name, bytes))
const table = (name: string, bytes: Uint8Array) =>
  refusal(async () => readMeasurementRows(await readTableFile(name, bytes)))

describe('an upload', () => {
  it('is what its content is, whatever it is called', async () => {
    const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    const program = Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(64)])
    for (const name of ['plan.txt', 'plan.docx', '../../etc/passwd', 'a.csv']) {
      expect(await plan(name, picture)).toBe('plan.file_not_text')
      expect(await plan(name, program)).toBe('plan.file_not_text')
      expect(await table(name, picture)).toBe('target_import.not_table')
      expect(await table(name, program)).toBe('target_import.not_table')
    }
    expect(await plan('plan.txt', buildDocx(paragraph('甲市方案')))).toBeNull()
  })

  it('unfolds no entity, in whatever encoding its XML hides them', async () => {
    const lol = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')
    const prologs = [
      `<!DOCTYPE a [<!ENTITY l0 "lol">${lol}]>`,
      '<!DOCTYPE a [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
      '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
    ]
    for (const prolog of prologs) {
      const whole = buildDocx(paragraph('&l9;'), { prolog })
      expect(await plan('a.docx', whole)).toBe('plan.docx_entities')
      const xml = `<?xml version="1.0" encoding="UTF-16"?>${prolog}<w:document xmlns:w="w"><w:body>${paragraph('&l9;')}</w:body></w:document>`
      const hidden = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')])
      const utf16 = buildDocx('', { files: { 'word/document.xml': new Uint8Array(hidden) } })
      expect(await plan('a.docx', utf16)).toMatch(/^plan\.(?:docx_broken|docx_entities|empty)$/)
    }
  })

  it('is no archive of too much, of other archives, or of paths', async () => {
    const parts = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`word/a${at}.xml`, new Uint8Array(1)]))
    expect(await plan('a.docx', buildDocx(paragraph('甲'), { files: parts(2_001) }))).toBe('plan.docx_broken')
    const inner = zipSync({ 'b.xml': new Uint8Array(50_000_000) })
    const paths = { '../../../tmp/evil.xml': strToU8('<a/>'), '/etc/passwd': strToU8('a'), 'word/inner.docx': inner }
    expect(await readPlanFile('a.docx', buildDocx(paragraph('甲市方案'), { files: paths }))).toBe('甲市方案')
  })

  it('is no YAML without a bottom, of strange types, or of the objects’ own names', async () => {
    for (const deep of ['a: '.concat('['.repeat(100_000)), `${'- '.repeat(100_000)}a`, `${'{a: '.repeat(50_000)}`])
      expect(await refusal(() => parsePlanYaml(deep))).toMatch(/^plan\.yaml_/)
    expect(await refusal(() => parsePlanYaml('title: !!js/function "function () {}"'))).toMatch(/^plan\.yaml_/)
    expect(await refusal(() => parsePlanYaml('__proto__: {polluted: true}\nconstructor: {a: 1}'))).toMatch(
      /^plan\.yaml_/,
    )
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(await refusal(() => interpretPlan('plan.yaml', `title: a\nsections: ${'['.repeat(100_000)}`))).not.toBeNull()
  })

  it('is no table of a million columns or rows', async () => {
    expect(await table('a.csv', Buffer.alloc(1024 * 1024, ','))).toMatch(/^target_import\./)
    expect(await table('a.csv', Buffer.alloc(1024 * 1024, 'a,\n'))).toMatch(/^target_import\./)
    expect(await table('a.csv', Buffer.from(`指标,日期,数值${',列'.repeat(200_000)}\n`))).toMatch(/^target_import\./)
  })
})
