import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { largestTableFile, readTableFile, readTableText } from '../../../src/documents/measurement-table/read-table.ts'

const code = (wanted: string) => expect.objectContaining({ code: wanted })
const cells = async (bytes: Uint8Array, name = 'a.csv') => (await readTableFile(name, bytes)).map((row) => row.cells)

async function workbook(): Promise<Buffer> {
  const text = (value: string) => ({ value })
  const head = [text('指标'), text('日期'), text('数值')]
  const day = { value: new Date('2024-05-31T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' }
  const rows = [
    [text('表一')],
    head,
    [text('年进口额'), day, { value: 0.1 + 0.2, type: Number }],
    [text('企业'), text('2024-05'), { value: 1234567, type: Number }],
  ]
  return (await writeXlsxFile(rows)).toBuffer()
}

const sheet = 'xl/worksheets/sheet1.xml'
async function edited(edit: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await workbook())
  return zipSync({ ...parts, [sheet]: strToU8(edit(strFromU8(parts[sheet] ?? new Uint8Array()))) })
}

describe('text with separators', () => {
  it.each([
    ['指标,日期,数值\n"进口,额",2024-05,"1,000"', ['进口,额', '2024-05', '1,000']],
    ['指标\t日期\t数值\n进口,额\t2024-05\t1,000', ['进口,额', '2024-05', '1,000']],
    ['指标；日期；数值\n进口；2024-05；5', ['进口', '2024-05', '5']],
    ['指标，日期，数值\n进口，2024-05，5', ['进口', '2024-05', '5']],
    ['指标;日期;数值\r\n进口;2024-05;5', ['进口', '2024-05', '5']],
  ])('%j', (text, second) => expect(readTableText(text)[1]).toEqual({ no: 2, cells: second }))

  it('is read in UTF-8 with or without a mark, and in GB18030, as Chinese systems save it', async () => {
    const rows = [
      ['指标', '数值'],
      ['进口额', '5'],
    ]
    const utf8 = Buffer.from('指标,数值\n进口额,5')
    const gb18030 = Buffer.from('d6b8b1ea2ccafdd6b50abdf8bfdab6ee2c35', 'hex')
    expect(await cells(utf8)).toEqual(rows)
    expect(await cells(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]))).toEqual(rows)
    expect(await cells(gb18030)).toEqual(rows)
  })

  it('is refused where it is empty, no text, or broken', async () => {
    expect(() => readTableText('  \n')).toThrow(code('target_import.empty'))
    expect(() => readTableText('a,"b\nc,d')).toThrow(code('target_import.broken'))
    await expect(readTableFile('a.csv', Buffer.alloc(0))).rejects.toThrow(code('target_import.empty'))
    await expect(readTableFile('a.png', Buffer.from([0x89, 0x50, 0, 1, 2, 0xff]))).rejects.toThrow(
      code('target_import.not_table'),
    )
    await expect(readTableFile('a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))).rejects.toThrow(
      code('target_import.old_excel'),
    )
    await expect(readTableFile('a.csv', Buffer.alloc(largestTableFile + 1, 'a'))).rejects.toThrow(
      code('target_import.too_large'),
    )
  })
})

describe('a workbook', () => {
  it('gives days as days, numbers as they are shown, and rows by their numbers', async () => {
    expect((await readTableFile('a.xlsx', await workbook())).slice(1)).toEqual([
      { no: 2, cells: ['指标', '日期', '数值'] },
      { no: 3, cells: ['年进口额', '2024-05-31', '0.3'] },
      { no: 4, cells: ['企业', '2024-05', '1234567'] },
    ])
  })

  it('gives what a formula came to, and nothing for one that was never computed', async () => {
    const formula = await edited((xml) => xml.replace('<v>1234567</v>', '<f>1+1</f><v>2</v>'))
    expect((await cells(formula))[3]?.[2]).toBe('2')
    const never = await edited((xml) => xml.replace('<v>1234567</v>', '<f>1+1</f>'))
    expect((await cells(never))[3]?.[2] ?? '').toBe('')
  })

  it('is refused where it would take too much, or is broken', async () => {
    const far = await edited((xml) => xml.replace('r="C4"', 'r="XFD1048576"'))
    await expect(readTableFile('a.xlsx', far)).rejects.toThrow(code('target_import.too_many_rows'))
    const bomb = await edited((xml) => xml.replace('</sheetData>', `${' '.repeat(9 * 1024 * 1024)}</sheetData>`))
    expect(bomb.length).toBeLessThan(largestTableFile)
    await expect(readTableFile('a.xlsx', bomb)).rejects.toThrow(code('target_import.too_large_inside'))
    const many = await edited((xml) => xml.replace('</sheetData>', `${'<row/>'.repeat(200_001)}</sheetData>`))
    await expect(readTableFile('a.xlsx', many)).rejects.toThrow(code('target_import.too_large_inside'))
    const entity = await edited((xml) => xml.replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet'))
    await expect(readTableFile('a.xlsx', entity)).rejects.toThrow(code('target_import.broken'))
    const whole = await workbook()
    await expect(readTableFile('a.xlsx', whole.subarray(0, whole.length - 60))).rejects.toThrow(
      code('target_import.broken'),
    )
    await expect(readTableFile('a.zip', zipSync({ 'a.txt': strToU8('a') }))).rejects.toThrow(
      code('target_import.broken'),
    )
  })
})
