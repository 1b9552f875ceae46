/** What a unit answers to an invitation: 参加, 委派, 不能参加. */
export const replies = ['attend', 'deputy', 'cannot'] as const
export type Reply = (typeof replies)[number]
