import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { type RunningBot, startBot, wholeText } from '../support/running-bot.ts'

const office = 'U0CONVENER'
const liaisons = 'C0LIAISON'

describe('a table of measurements', () => {
  let bot: RunningBot
  beforeAll(async () => {
    bot = await startBot()
  })
  afterAll(() => bot.stop())

  const openView = async () => {
    const view = (await bot.state(office)).views.filter((one) => one.user === office).at(-1)
    if (!view) throw new Error('no modal is open')
    return { id: view.id, callback: view.view.callback_id, text: wholeText(view.view.blocks) }
  }
  const submit = async (values: object) => {
    const answer = await bot.post('submissions', { user: office, view_id: (await openView()).id, values })
    expect(answer).toMatchObject({ ok: true })
    return openView()
  }
  const upload = (name: string, bytes: Buffer) =>
    bot.post('files', { user: office, name, content_base64: bytes.toString('base64') })
  const metrics = async () => {
    await bot.command(office, liaisons, '/target')
    return wholeText((await bot.lastMessage(office, liaisons)).blocks)
  }

  it('that is pasted shows every wrong row and saves nothing, then what it would do, and saves it', async () => {
    expect(await metrics()).toContain('无数据')
    await bot.command(office, liaisons, '/target', '导入')
    const wrong = '指标,日期,数值\n年进口贸易量,2024-05,一千左右\n没有这项,2024-05,5'
    const again = await submit({ target_text: wrong })
    expect(again.text).toContain('没有保存：2 行有误')
    expect(again.text).toContain('第2行：「一千左右」不是精确数')
    expect(again.text).toContain('第3行：没有名为「没有这项」的指标')
    expect(again.text).toContain('一千左右')
    const preview = await submit({ target_text: '指标,日期,数值,来源\n年进口贸易量,2024-05,620亿,海关月报' })
    expect(preview.callback).toBe('target_confirm_modal')
    expect(preview.text).toContain('将新增 1 个数据，更正 0 个，0 个无变化')
    expect(preview.text).toContain('第2行 新增：年进口贸易量 2024年5月31日 620亿元 · 领导小组办公室（海关月报）')
    const done = await submit({})
    expect(done.text).toContain('已导入：1 项指标，新增 1 个数据')
    expect((await bot.lastMessage(office, liaisons)).text).toContain('已导入：1 项指标')
    expect(await metrics()).toContain('620亿元')
  })

  it('that is a workbook is read again when it is confirmed; what changed since is shown anew', async () => {
    const rows = [
      [{ value: '数值' }, { value: '日期' }, { value: '指标' }],
      [{ value: 630, type: Number }, { value: '2024-05' }, { value: '年进口贸易量' }],
    ]
    const { id } = await upload('数据.xlsx', await (await writeXlsxFile(rows)).toBuffer())
    await bot.command(office, liaisons, '/target', 'import')
    const preview = await submit({ target_file: [id] })
    expect(preview.text).toContain('第2行 更正：年进口贸易量 2024年5月31日 620亿元 → 630亿元')
    await bot.command(office, liaisons, '/target', '年进口贸易量 625亿 2024-05')
    const anew = await submit({})
    expect(anew.text).toContain('预览之后数据或表格有变动')
    expect(anew.text).toContain('625亿元 → 630亿元')
    expect((await submit({})).text).toContain('更正 1 个')
    await bot.command(office, liaisons, '/target', '年进口贸易量')
    const card = await bot.lastMessage(office, liaisons)
    expect(card.text).toContain('年进口贸易量：630亿元')
  })
})
