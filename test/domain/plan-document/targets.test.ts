import { describe, expect, it } from 'vitest'
import { findTargets } from '../../../src/domain/plan-document/targets.ts'

function read(passage: string): string[] {
  return findTargets(passage, null).targets.map(({ metric, value, unit, kind, per, by }) =>
    [metric, value, unit, kind, per ?? '-', by ?? '-'].join(' '),
  )
}

describe('findTargets', () => {
  it.each([
    [
      '到2025年,年贸易量达到1000亿元,有实绩企业突破1000家。',
      ['年贸易量 1000 亿元 level - 2025-12-31', '有实绩企业 1000 家 level - 2025-12-31'],
    ],
    [
      '每年引进进出口额5亿元以上外贸企业5家,新增高级认证(AEO)企业5家。',
      ['引进进出口额5亿元以上外贸企业 5 家 flow year -', '新增高级认证(AEO)企业 5 家 flow year -'],
    ],
    ['每年新增5家以上专精特新企业。', ['新增专精特新企业 5 家 flow year -']],
    ['每年举办展会不少于3场、培训人员2,000人次以上。', ['举办展会 3 场 flow year -', '培训人员 2000 人次 flow year -']],
    ['力争2026年底前,建成智能工厂30个。', ['建成智能工厂 30 个 level - 2026-12-31']],
    ['2024年6月底前,完成改造项目12个。', ['完成改造项目 12 个 level - 2024-06-30']],
    ['进出口总额年均增长8%以上。', ['进出口总额年均增长 8 % level year -']],
    ['“十四五”末,岸电使用率超过85.5％。', ['岸电使用率 85.5 % level - 2025-12-31']],
  ])('%s', (passage, targets) => {
    expect(read(passage)).toEqual(targets)
  })

  it.each([
    '5亿元以上项目优先保障。',
    '实施“一企一策”,提供24小时服务,3个工作日内办结。',
    '落实武政办〔2023〕45号文件,于2023年5月23日起施行。',
    '建设5G网络,引进世界500强企业,争当全国第1个试点。',
    '统筹专项资金2亿元支持企业。',
    '围绕3个方面、4项机制推进工作。',
  ])('%s holds none', (passage) => {
    expect(read(passage)).toEqual([])
  })

  it('says what is unclear, a range, a deadline that is only carried on, and a number it cannot hold', () => {
    const codes = (passage: string) => findTargets(passage, null).doubts.map((doubt) => doubt.code)
    expect(codes('引进服务商10家。')).toEqual(['target_unclear'])
    expect(codes('每年新建书房5至8个。')).toEqual(['target_range'])
    expect(codes('到2025年,产值达到10亿元。利润突破1亿元。')).toEqual(['target_deadline_carried'])
    expect(codes('产值达到1234567890.12345678亿元。')).toEqual(['target_too_precise'])
  })
})
