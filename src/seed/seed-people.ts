import type { MemberRole } from '../domain/membership.ts'
import type { PlanData } from '../domain/plan-file/plan-schema.ts'

/** A person of the seeded workspace; `name` is their handle. */
type SeedUser = { id: string; name: string; realName: string; locale: string; title: string }

/** A channel of the seeded workspace; `bot` where the bot is a member and may post. */
type SeedChannel = { id: string; name: string; topic: string; members: string[] | 'all'; bot: boolean }

/** The local Slack that a seeded bot works in. */
export type SeedWorkspace = {
  team: { id: string; name: string }
  users: SeedUser[]
  channels: SeedChannel[]
  usergroups: { id: string; handle: string; name: string; users: string[] }[]
}

/** A role that a person of the seeded workspace holds; a liaison's names the unit. */
export type SeedMember = { userId: string; role: MemberRole; unit: string | null }

/** The person who imports the seeded plan. */
export const seedAdminId = 'U0ADMIN'

/** The channels that the seeded plan posts to. */
export const seedChannelIds = { meeting: 'C0MEETING', leading: 'C0LEADING' }

const locale = 'zh-CN'

const office: readonly (SeedUser & { role: MemberRole })[] = [
  { id: seedAdminId, name: 'admin', realName: '管理员', locale, title: '管理员', role: 'admin' },
  { id: 'U0CONVENER', name: 'convener', realName: '召集人', locale, title: '领导小组办公室', role: 'convener' },
  { id: 'U0LEADER1', name: 'leader1', realName: '领导小组成员甲', locale, title: '领导小组', role: 'leader' },
  { id: 'U0LEADER2', name: 'leader2', realName: '领导小组成员乙', locale, title: '领导小组', role: 'leader' },
]

/** The people and channels of the sandbox for a plan: a liaison for each unit, named by the unit, and the office. */
export function sandboxWorkspace(plan: PlanData): SeedWorkspace {
  const liaisons = plan.units.map((unit, index) => liaisonOf(unit.name, index))
  const inOffice = office.map((user) => user.id)
  return {
    team: { id: 'T00LIAISON', name: '武汉进口贸易示范区' },
    users: [...office.map(({ role: _, ...user }) => user), ...liaisons],
    channels: [
      { id: seedChannelIds.meeting, name: '联席会议', topic: '联席会议议程与通知', members: 'all', bot: true },
      { id: seedChannelIds.leading, name: '领导小组', topic: '情况通报', members: inOffice, bot: true },
      { id: 'C0LIAISON', name: '联络员', topic: '各责任单位联络员', members: 'all', bot: true },
    ],
    usergroups: [
      { id: 'S0LIAISON', handle: 'liaisons', name: '联络员', users: liaisons.map((user) => user.id) },
      { id: 'S0LEADING', handle: 'leaders', name: '领导小组', users: ['U0LEADER1', 'U0LEADER2'] },
    ],
  }
}

/** The roles those people hold, without the admin's, which comes with the import. */
export function seedMembers(plan: PlanData): SeedMember[] {
  return [
    ...office.flatMap(({ id, role }) => (role === 'admin' ? [] : [{ userId: id, role, unit: null }])),
    ...plan.units.map((unit, index) => ({
      userId: liaisonOf(unit.name, index).id,
      role: 'liaison' as const,
      unit: unit.name,
    })),
  ]
}

function liaisonOf(unit: string, index: number): SeedUser {
  const no = String(index + 1).padStart(2, '0')
  return { id: `U0UNIT${no}`, name: `unit${no}`, realName: `${unit}联络员`, locale, title: unit }
}
