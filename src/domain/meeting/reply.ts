/** What a unit answers to an invitation: 参加, 委派, 不能参加. */
export type Reply = 'attend' | 'deputy' | 'cannot'
