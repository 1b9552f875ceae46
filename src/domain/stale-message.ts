/** Days for which a message is worth sending to a workspace that installs the bot again after it was revoked. */
const daysOfUse = 7

/** Kinds of message that speak of the day they were owed on, and are of no use after it. */
const boundToTheirDay = ['brief', 'meeting.item_soon'] as const

/** From which day back messages are of no use: of any kind, and of those bound to their day. */
export const staleness = {
  any: { days: daysOfUse },
  bound: { days: 1, kinds: boundToTheirDay },
}
