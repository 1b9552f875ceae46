/** The parts a digest may have beside its point, in the order they are shown. */
export const digestSections = [
  'leaders',
  'changes',
  'targets',
  'reports',
  'units',
  'issues',
  'actions',
  'supervision',
  'roadmap',
  'practices',
] as const

/** A part of a digest. */
export type DigestSection = (typeof digestSections)[number]

/** What a part is called where it is chosen by words; the first is shown. */
const names: Readonly<Record<DigestSection, readonly string[]>> = {
  leaders: ['leaders', 'decisions', '领导', '需领导决定', '待决定'],
  changes: ['changes', '变化', '变动'],
  targets: ['targets', 'target', '指标'],
  reports: ['reports', 'progress', '进展', '报送'],
  units: ['units', 'missing', '单位', '未报', '未报单位'],
  issues: ['issues', 'issue', '问题'],
  actions: ['actions', 'todo', '交办', '交办事项'],
  supervision: ['supervision', 'slips', '督办', '督办单'],
  roadmap: ['roadmap', 'milestones', 'policies', '节点', '路线图', '时间表', '政策', '配套政策'],
  practices: ['practices', 'practice', '经验', '经验做法'],
}

/** The part that a word names, small letters, or null. */
export function sectionNamed(word: string): DigestSection | null {
  return digestSections.find((section) => names[section].includes(word)) ?? null
}

/** The parts that are shown where these were chosen: all where none was, in the order they are shown. */
export function shownSections(chosen: readonly string[]): DigestSection[] {
  const wanted = digestSections.filter((section) => chosen.includes(section))
  return wanted.length === 0 ? [...digestSections] : wanted
}
