import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../../src/domain/errors.ts'
import { en } from '../../src/i18n/en/catalogue.ts'
import { describeError } from '../../src/i18n/translate.ts'
import { zhCn } from '../../src/i18n/zh-cn/catalogue.ts'

const sources = globSync('src/{domain,usecases,db,documents,outbox,slack}/**/*.ts').filter(
  (file) => !file.includes('generated'),
)

describe('catalogue', () => {
  it('says the same things in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zhCn).sort())
    for (const [key, message] of Object.entries(zhCn)) {
      expect(typeof (en as Record<string, unknown>)[key], key).toBe(typeof message)
    }
  })

  it('has words for every refusal that the code can make', () => {
    const codes = sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/new DomainError\(\s*'([\w.]+)'/g)].map((match) => match[1]),
    )
    expect(codes.length).toBeGreaterThan(30)
    const missing = [...new Set(codes)].filter((code) => !(`error.${code}` in zhCn))
    expect(missing).toEqual([])
  })

  it('is English in English and Chinese in Chinese', () => {
    const plain = (catalogue: Record<string, unknown>) =>
      Object.entries(catalogue).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    const han = /\p{Script=Han}/u
    const chineseWithoutHan = plain(zhCn).filter(([, text]) => /\p{L}/u.test(text) && !han.test(text))
    expect(chineseWithoutHan).toEqual([])
  })

  it('fills a refusal with its parameters, in the language asked for', () => {
    const error = new DomainError('task.unknown', { no: 99, numbers: '1、2' })
    expect(describeError('zh-CN', error)).toContain('没有任务 99')
    expect(describeError('en', error)).toContain('no task 99')
    expect(describeError('en', new DomainError('no.such.code'))).toContain('Not done')
  })
})
