import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const execute = promisify(execFile)

const document = `江城市示范区建设实施方案

一、扩大进口
1. 引进企业。每年引进进口企业5家。(责任单位:市商务局、光谷管委会)
2. 建设口岸。建设口岸。(责任单位:江城海关)
`

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'liaison-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Runs the command line as a process of its own, in a Chinese shell unless told otherwise. */
async function run(args: readonly string[], env: Record<string, string> = { LANG: 'zh_CN.UTF-8' }) {
  const options = { env: { PATH: process.env.PATH ?? '', ...env } }
  return execute(process.execPath, ['src/cli/main.ts', ...args], options).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }) as { code: number; stdout: string; stderr: string },
  )
}

describe('plan parse', () => {
  test('gives the plan as JSON in exactly the shape that is promised', async () => {
    const { code, stdout, stderr } = await run(['plan', 'parse', write('plan.txt', document), '--json'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual({
      title: '江城市示范区建设实施方案',
      documentNo: null,
      issuedOn: null,
      sections: [
        {
          no: '一',
          title: '扩大进口',
          tasks: [
            {
              no: 1,
              title: '引进企业',
              text: expect.any(String),
              units: [
                { name: '市商务局', role: 'lead' },
                { name: '光谷管委会', role: 'participant' },
              ],
            },
            { no: 2, title: '建设口岸', text: expect.any(String), units: [{ name: '江城海关', role: 'lead' }] },
          ],
        },
      ],
      units: [
        { name: '市商务局', aliases: [] },
        { name: '光谷管委会', aliases: [] },
        { name: '江城海关', aliases: [] },
      ],
      targets: [{ metric: expect.any(String), value: 5, unit: '家', kind: 'flow', per: 'year', by: null, taskNo: 1 }],
      doubts: expect.any(Array),
    })
  })

  test('tells a person the same in their language', async () => {
    const path = write('plan.txt', document)
    expect((await run(['plan', 'parse', path])).stdout).toContain('任务1 引进企业 — 市商务局（牵头）、光谷管委会')
    const english = await run(['plan', 'parse', path], { LANG: 'en_US.UTF-8' })
    expect(english.stdout).toContain('Task 1 引进企业 — 市商务局 (lead), 光谷管委会')
    const chosen = await run(['--lang', 'zh-CN', 'plan', 'parse', path], { LANG: 'en_US.UTF-8' })
    expect(chosen.stdout).toContain('任务1')
  })

  test('names every doubt with its line', async () => {
    const path = write('doubtful.txt', document.replace('江城海关)', '江城海关等)'))
    expect((await run(['plan', 'parse', path])).stdout).toMatch(/存疑（\d+ 处，请核对）\n {2}第\d+行：/)
    const { doubts } = JSON.parse((await run(['plan', 'parse', path, '--json'])).stdout)
    expect(doubts).toEqual(
      expect.arrayContaining([{ line: expect.any(Number), message: expect.stringMatching(/[\u4e00-\u9fff]/) }]),
    )
  })

  test.each<[string, () => string, RegExp]>([
    ['a missing file', () => join(folder, 'none.txt'), /none\.txt/],
    ['a folder', () => folder, /找不到/],
    ['an empty file', () => write('empty.txt', ''), /空|没有/],
    ['no plan', () => write('poem.txt', '床前明月光,疑是地上霜。'), /没有保存/],
    ['a picture', () => write('picture.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])), /文字文件/],
    ['a broken document', () => write('broken.docx', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9])), /broken\.docx/],
    ['50 MB', () => write('large.txt', Buffer.alloc(50 * 1024 * 1024, 'a')), /MB/],
  ])('%s: one clear line on stderr and exit code 1', async (_, make, reason) => {
    const { code, stdout, stderr } = await run(['plan', 'parse', make()])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(reason)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  test('bad files are explained in English too', async () => {
    const { stderr } = await run(['plan', 'parse', write('poem.txt', '床前明月光。'), '--json'], {
      LANG: 'en_GB.UTF-8',
    })
    expect(stderr).toMatch(/^Nothing was saved: /)
  })
})

describe('plan validate and plan diff', () => {
  const seed = 'prisma/seed/wuhan-2023-45.yaml'

  test('accepts the seeded plan, and names the place of an error', async () => {
    expect(await run(['plan', 'validate', seed])).toMatchObject({ code: 0, stderr: '' })
    const path = write('wrong.yaml', 'title: 方案\nsections:\n  - title: 甲\n    tasks:\n      - no: zero\nunits: []\n')
    const { code, stderr } = await run(['plan', 'validate', path])
    expect(code).toBe(1)
    expect(stderr).toContain('sections[0].tasks[0]')
  })

  test('tells what changes, and when nothing does', async () => {
    expect((await run(['plan', 'diff', seed, seed])).stdout).toBe('两个方案没有差别\n')
    const [before, after] = [write('a.txt', document), write('b.txt', document.replace('建设口岸。', '建设码头。'))]
    expect((await run(['plan', 'diff', before, after])).stdout).toContain('任务2 改名：建设口岸 → 建设码头')
    expect(JSON.parse((await run(['plan', 'diff', before, after, '--json'])).stdout).tasks.retitled).toHaveLength(1)
  })
})

describe('agenda solve', () => {
  test('orders the issues of a file', async () => {
    const issue = (id: number, units: string[]) => ({ id, score: 20 - id, minutes: 20, units })
    const units = [
      { id: 'a', delegates: 2 },
      { id: 'b', delegates: 1 },
    ]
    const input = { minutes: 60, mode: 'waiting', units, issues: [issue(1, ['a']), issue(2, ['b']), issue(3, ['a'])] }
    const { stdout } = await run(['agenda', 'solve', write('agenda.json', JSON.stringify(input)), '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ waiting: 0, minutesUsed: 60, proved: true, leftOut: [] })
  })

  test('says what is wrong with a file', async () => {
    const wrong = await run(['agenda', 'solve', write('agenda.json', '{"minutes": 60}')])
    expect(wrong).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('units') })
    expect(await run(['agenda', 'solve', write('agenda.json', '{')])).toMatchObject({ code: 1, stdout: '' })
    expect(await run(['agenda', 'solve', join(folder, 'none.json')])).toMatchObject({ code: 1, stdout: '' })
  })
})
