/** What a person may be in a plan: 联络员, 召集人, 领导小组成员, 管理员. */
export const memberRoles = ['liaison', 'convener', 'leader', 'admin'] as const

/** One of `memberRoles`. */
export type MemberRole = (typeof memberRoles)[number]
