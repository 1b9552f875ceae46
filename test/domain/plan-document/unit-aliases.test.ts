import { describe, expect, it } from 'vitest'
import { resolveUnits } from '../../../src/domain/plan-document/unit-aliases.ts'

function resolve(...names: string[]) {
  const { units, doubts } = resolveUnits(
    names.map((name, index) => ({ name, line: index + 1 })),
    '武汉',
  )
  return {
    units: units.map((unit) => [unit.name, ...unit.aliases]),
    doubts: doubts.map(({ line, code }) => `${line} ${code}`),
  }
}

describe('one unit written two ways', () => {
  it.each([
    ['东湖高新区', '东湖高新区管委会'],
    ['江汉区', '江汉区人民政府'],
    ['各县(市、区)政府', '各县(市、区)人民政府'],
    ['市发改委', '市发展改革委'],
    ['市发改委', '市发展和改革委员会'],
    ['市经信局', '市经济和信息化局'],
    ['市卫健委', '市卫生健康委员会'],
    ['市文旅局', '武汉市文化和旅游局'],
    ['人行武汉分行', '中国人民银行武汉分行'],
    ['市住建局', '市住房和城乡建设局'],
  ])('%s is %s', (short, full) => {
    expect(resolve(short, '市税务局', full)).toEqual({
      units: [[full, short], ['市税务局']],
      doubts: ['3 units_merged'],
    })
  })

  it('offers names that only look alike, and keeps them apart', () => {
    expect(resolve('市委外办', '市外办')).toEqual({ units: [['市委外办'], ['市外办']], doubts: ['2 units_similar'] })
    expect(resolve('湖北机场集团公司', '湖北机场集团分司').doubts).toEqual(['2 units_similar'])
  })

  it('says nothing of different units', () => {
    for (const pair of [
      ['市教育局', '市体育局'],
      ['市发改委', '省发改委'],
      ['武汉海关', '武汉海事局'],
      ['黄石市商务局', '武汉市商务局'],
      ['市财政局', '市民政局'],
    ]) {
      expect(resolve(...pair)).toEqual({ units: pair.map((name) => [name]), doubts: [] })
    }
  })
})
