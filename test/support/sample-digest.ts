import { type DigestContent, digestContent } from '../../src/domain/digest.ts'

/** A small digest, as the outbox keeps it: what digests of earlier versions lack has its default. */
export function sampleDigest(change: Partial<DigestContent> = {}): DigestContent {
  return digestContent.parse({
    planTitle: '江城市示范区建设实施方案',
    language: 'zh-CN',
    zone: 'Asia/Shanghai',
    asOf: '2024-06-24',
    periodKey: '2024H1',
    dueOn: '2024-07-12',
    missedSlots: 0,
    targets: [],
    reports: { owed: 0, filed: 0, filedUnits: [], unfiled: [] },
    statusCounts: { ahead: 0, on_track: 0, behind: 0, done: 0 },
    issues: { open: 0, top: [] },
    since: null,
    ...change,
  })
}
