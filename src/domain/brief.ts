import { z } from 'zod'
import { matter, slipLine } from './supervision/slip-notice.ts'

const line = z.string().min(1).max(500)
const no = z.int().positive()
const many = 100

/** How something owed stands: its day comes near, is today, or went by. */
const owedConcerns = ['soon', 'today', 'overdue'] as const
export type OwedConcern = (typeof owedConcerns)[number]

/** Why an action stands in a liaison's brief. */
const actionConcerns = ['overdue', 'returned', 'today', 'soon', 'new'] as const
export type ActionConcern = (typeof actionConcerns)[number]

/** A meeting of the brief; minutes count from its start. */
const meeting = z.object({
  no,
  /** ISO instant with offset. */
  startsAt: z.iso.datetime({ offset: true }),
  minutes: z.int().positive(),
  place: z.string().max(300),
})

/**
 * 每日提醒: the one bundled direct message of a working day to a person, all of their roles together; a list that is empty
 * is not shown.
 */
export const brief = z.object({
  language: z.string().min(2).max(20),
  zone: z.string().min(1).max(64),
  planId: no,
  planTitle: line,
  /** The person's units. */
  units: z.array(line).max(300),
  /** ISO day it is for. */
  day: z.iso.date(),
  /** Meetings whose reminder is due, with the person's own times and items; `unanswered`: their units have not replied. */
  meetings: z
    .array(
      meeting.extend({
        fromMinute: z.int().min(0),
        untilMinute: z.int().min(0),
        opening: z.boolean(),
        /** Must a unit of theirs come, or may it? */
        required: z.boolean(),
        unanswered: z.boolean(),
        items: z.array(z.object({ place: no, no, title: line, startMinute: z.int().min(0), minutes: no })).max(300),
      }),
    )
    .max(many),
  /** Actions of the person's units. */
  actions: z
    .array(z.object({ no, issueNo: no, text: line, unit: line, dueOn: z.iso.date(), concern: z.enum(actionConcerns) }))
    .max(many),
  /** Proposals that a unit of theirs has not answered. */
  consultations: z.array(z.object({ id: no, issueNo: no, title: line, unit: line, askedOn: z.iso.date() })).max(many),
  /** For conveners: actions that were reported done. */
  toVerify: z.array(z.object({ no, text: line, owner: line, reportedOn: z.iso.date() })).max(many),
  /** For conveners: meetings of the next working day whose required units have not all answered. */
  missing: z.array(meeting.extend({ units: z.array(line).min(1).max(500) })).max(many),
  /** For conveners: issues that all units agree on, to be settled without a meeting. */
  agreed: z.array(z.object({ id: no, issueNo: no, title: line })).max(many),
  /** For leaders: issues that stand before the leading group. */
  escalated: z.array(z.object({ issueNo: no, title: line, carried: z.int().min(0), since: z.iso.date() })).max(many),
  /** Slips that a unit of theirs has not signed for. Briefs of earlier versions lack what follows. */
  slips: z.array(slipLine).max(many).default([]),
  /** Reports, milestones and visits that their units owe, at their stage; `days` working days left or late. */
  owed: z
    .array(
      matter.extend({
        concern: z.enum(owedConcerns),
        days: z.int().min(0),
        /** Of a report: how many tasks the unit reports on; else 0. */
        total: z.int().min(0),
      }),
    )
    .max(many)
    .default([]),
  /** Reports that the office returned, with its reason. */
  returned: z
    .array(
      z.object({ id: no, taskNo: no, periodKey: line, unit: line, reason: z.string().max(2000), day: z.iso.date() }),
    )
    .max(many)
    .default([]),
  /** For leads: tasks whose participants have all filed while the unit has not. */
  joint: z
    .array(z.object({ unit: line, periodKey: line, nos: z.array(no).max(2000) }))
    .max(many)
    .default([]),
  /** For leaders: red slips to approve. */
  red: z
    .array(slipLine.extend({ id: no }))
    .max(many)
    .default([]),
  /** For the office: joint reports that wait for its review. */
  toReview: z.int().min(0).default(0),
  /** Working days before it whose briefs were not given while the bot stood still. */
  missed: z.int().min(0).default(0),
  /** So many more did not fit. */
  more: z.int().min(0),
  /** Of each list, by its name, so many did not fit. */
  rest: z.record(z.string(), z.int().min(0)).default({}),
  /** The keys of all that stands, see {@link briefKeys}; those that did not fit are counted as told. */
  told: z.array(z.string().min(1).max(100)).max(5000),
})
export type Brief = z.infer<typeof brief>

/** The lists of a brief. */
export type BriefLists = Pick<
  Brief,
  | 'meetings'
  | 'actions'
  | 'consultations'
  | 'toVerify'
  | 'missing'
  | 'agreed'
  | 'escalated'
  | 'slips'
  | 'owed'
  | 'returned'
  | 'joint'
  | 'red'
  | 'toReview'
>

/** So many of each list are told one by one. */
const EACH = 8

/** A brief told something; the same again counts as new after so many days. */
export const REPEAT_DAYS = 7

/** Told once a stage, whatever a brief told lately: see `Reminder`. */
const staged: ReadonlySet<ActionConcern> = new Set(['overdue', 'today', 'soon'])

/**
 * What a brief tells, each by a key: it is new where its key was not told lately. What is told once a stage (slips, and
 * what is owed by a day) has none.
 */
export function briefKeys(lists: BriefLists): string[] {
  return [
    ...lists.meetings.map((one) => `meeting/${one.no}/${one.startsAt}`),
    ...lists.actions.filter((one) => !staged.has(one.concern)).map((one) => `action/${one.no}/${one.concern}`),
    ...lists.consultations.map((one) => `consultation/${one.id}`),
    ...lists.toVerify.map((one) => `verify/${one.no}`),
    ...lists.missing.map((one) => `missing/${one.no}/${one.startsAt}`),
    ...lists.agreed.map((one) => `agreed/${one.id}`),
    ...lists.escalated.map((one) => `escalated/${one.issueNo}`),
    ...lists.returned.map((one) => `returned/${one.id}`),
    ...lists.red.map((one) => `red/${one.id}`),
    ...(lists.toReview > 0 ? ['review'] : []),
  ]
}

/** How many things a brief tells, those that did not fit included. */
export function countBrief({ toReview, more = 0, ...lists }: BriefLists & { more?: number }): number {
  return listNames.reduce((sum, name) => sum + lists[name].length, more) + Number(toReview > 0)
}

/** The head of each list, so that a brief stays one screen, and how many did not fit. */
export function fitBrief(lists: BriefLists): BriefLists & Pick<Brief, 'more' | 'rest' | 'told'> {
  return { ...shortenBrief({ ...lists, more: 0, rest: {} }, EACH), told: briefKeys(lists) }
}

/** A brief with at most so many of each list; the others are counted. */
export function shortenBrief<T extends BriefLists & Pick<Brief, 'more' | 'rest'>>(whole: T, each: number): T {
  const heads = Object.fromEntries(listNames.map((name) => [name, whole[name].slice(0, each)]))
  const short = { ...whole, ...heads }
  const left = listNames.map((name) => [name, countOf(whole, name) - short[name].length] as const)
  const rest = Object.fromEntries(left.filter(([, count]) => count > 0))
  return { ...short, rest, more: countBrief(whole) - countBrief({ ...short, more: 0 }) }
}

/** How many things of a list a brief tells, those that did not fit included. */
export function countOf(lists: BriefLists & Pick<Brief, 'rest'>, name: (typeof listNames)[number]): number {
  return lists[name].length + (lists.rest[name] ?? 0)
}

const listNames = [
  ...(['meetings', 'actions', 'consultations', 'toVerify', 'missing', 'agreed', 'escalated'] as const),
  ...(['slips', 'owed', 'returned', 'joint', 'red'] as const),
] as const
