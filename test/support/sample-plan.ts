import type { PlanData } from '../../src/domain/plan-file/plan-schema.ts'

/** A small plan: two sections, three tasks, three units (one written two ways), two targets. */
export function samplePlan(): PlanData {
  return {
    title: '江城市示范区建设实施方案',
    documentNo: '江政〔2023〕1号',
    issuedOn: '2023-05-01',
    sections: [
      {
        no: '一',
        title: '扩大进口',
        tasks: [
          {
            no: 1,
            title: '引进企业',
            text: '每年引进企业5家。',
            units: [
              { name: '市商务局', role: 'lead' },
              { name: '光谷管委会', role: 'participant' },
            ],
          },
          { no: 2, title: '建设口岸', text: '建设口岸。', units: [{ name: '江城海关', role: 'lead' }] },
        ],
      },
      {
        no: '二',
        title: '优化环境',
        tasks: [{ no: 3, title: '简化通关', text: '简化通关。', units: [{ name: '江城海关', role: 'lead' }] }],
      },
    ],
    units: [
      { name: '市商务局', aliases: [] },
      { name: '光谷管委会', aliases: ['光谷'] },
      { name: '江城海关', aliases: [] },
    ],
    targets: [
      { metric: '引进企业', value: 5, unit: '家', kind: 'flow', per: 'year', by: '2025-12-31', taskNo: 1 },
      { metric: '年进口额', value: 100.5, unit: '亿元', kind: 'level', per: null, by: '2025-12-31', taskNo: null },
    ],
  }
}
