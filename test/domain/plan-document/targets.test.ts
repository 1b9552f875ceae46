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
    ['泊位由2022年的50个增加到2025年的80个。', ['泊位 80 个 level - 2025-12-31']],
    ['到2026年,办结时限由15个工作日缩短至5个工作日。', ['办结时限 5 个工作日 level - 2026-12-31']],
    [
      '到2026年,产值突破30亿元,年均增长8%左右,占全市比重提高到3%。',
      [
        '产值 30 亿元 level - 2026-12-31',
        '产值年均增长 8 % level year 2026-12-31',
        '产值占全市比重 3 % level - 2026-12-31',
      ],
    ],
    [
      '到2026年,打造1个核心区、3个示范园,建成仓库20座、驿站5处。',
      [
        '打造核心区 1 个 level - 2026-12-31',
        '示范园 3 个 level - 2026-12-31',
        '建成仓库 20 座 level - 2026-12-31',
        '驿站 5 处 level - 2026-12-31',
      ],
    ],
    ['每年新增会员不少于100家,累计培育示范店50家以上。', ['新增会员 100 家 flow year -', '培育示范店 50 家 level - -']],
    [
      '到2026年,实现交易额10亿元、年均增长20%以上。',
      ['交易额 10 亿元 level - 2026-12-31', '交易额年均增长 20 % level year 2026-12-31'],
    ],
    ['每年引进五名教师。', ['引进教师 5 名 flow year -']],
    ['每年争取试点不少于1项。', ['试点 1 项 flow year -']],
    [
      '到2025年,修订标准80项;到2027年达到120项。',
      ['修订标准 80 项 level - 2025-12-31', '修订标准 120 项 level - 2027-12-31'],
    ],
    ['2025年一季度,建成驿站5处。', ['建成驿站 5 处 level - 2025-03-31']],
    ['2025年6月15日前,建成驿站5处。', ['建成驿站 5 处 level - 2025-06-15']],
    ['到2025年,平均浓度控制在35微克/立方米以下。', ['平均浓度 35 微克/立方米 level - 2025-12-31']],
    ['到2025年,公交覆盖率100%。', ['公交覆盖率 100 % level - 2025-12-31']],
    ['到2025年,推动3家以上企业上市。', ['推动企业上市 3 家 level - 2025-12-31']],
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
    '对年产值达到5亿元的企业给予50万元奖励。',
    '到2026年,支持投资10亿元以上项目。',
    '每年召开2次联席会议,每半年报送1次进展。',
    '每年安排专项资金5000万元。',
    '截至2022年底,全市建成驿站300处,覆盖率达到85%。',
    '每年完善工作机制,打造品牌30个。',
    '建成15分钟生活圈,压实3个工作日办结要求。',
    '不少于1名专职人员负责。',
    '推进两个方面、三项机制,实施第四次普查。',
  ])('%s holds none', (passage) => {
    expect(read(passage)).toEqual([])
  })

  it('says what is unclear, a range, a deadline that is only carried on, and a number it cannot hold', () => {
    const codes = (passage: string) => findTargets(passage, null).doubts.map((doubt) => doubt.code)
    expect(codes('引进服务商10家。')).toEqual(['target_unclear'])
    expect(codes('每年新建书房5至8个。')).toEqual(['target_range'])
    expect(codes('到2025年,产值达到10亿元。利润突破1亿元。')).toEqual(['target_deadline_carried'])
    expect(codes('产值达到1234567890.12345678亿元。')).toEqual(['target_too_precise'])
    expect(codes('产值五年内翻一番。')).toEqual(['target_unclear'])
    expect(codes('到2026年,吞吐量、周转量分别达到3万吨、5万吨。')).toEqual(['target_unclear'])
    expect(codes('到2026年,建成园区3个,面积20万平方米。')).toEqual(['target_unclear'])
    expect(codes('覆盖率达到85%。')).toEqual(['target_no_deadline'])
  })

  it('takes what was reached before the document was issued for history', () => {
    const passage = '2022年,产值达到10亿元,到2025年达到20亿元。'
    const { targets } = findTargets(passage, null, { issuedOn: '2023-05-01' })
    expect(targets.map((target) => [target.value, target.by])).toEqual([[20, '2025-12-31']])
  })

  it('takes the deadline stated above a passage, with a doubt', () => {
    const { targets, doubts } = findTargets('建成园区3个。', null, { by: '2025-12-31' })
    expect(targets[0]?.by).toBe('2025-12-31')
    expect(doubts.map((doubt) => doubt.code)).toEqual(['target_deadline_carried'])
  })
})
