import { DateTime } from 'luxon'
import { expect, it } from 'vitest'
import { agendaNotice } from '../../src/domain/agenda/notice.ts'
import { addWorkingDays } from '../../src/domain/calendar.ts'
import { describeOnEachDatabase } from '../support/database.ts'
import { issuesOf, liaisonOf, outcomeOf, units } from '../support/golden-year.ts'
import { type RunningBot, startBot } from '../support/running-bot.ts'

const convener = 'U0CONVENER'
const leader = 'U0LEADER1'
const liaisons = 'C0LIAISON'
const meetingChannel = 'C0MEETING'
const zone = 'Asia/Shanghai'

describeOnEachDatabase('a golden year: twelve joint meetings, sixty issues', (database) => {
  it('leaves no issue without an outcome, no action without an owner, and nobody told twice', async () => {
    directs.clear()
    const bot = await startBot({ database: database(), startAt: '2024-01-02T09:00:00+08:00' })
    try {
      await bot.command(
        convener,
        meetingChannel,
        '/meeting',
        'series 每月第二个周四 15:00 150分钟 地点：市政府3号会议室',
      )
      for (let month = 0; month < 12; month++) {
        await liveMonth(bot, month)
        await checkInvariants()
      }
      await checkYear()
      await checkMessages(bot)
    } finally {
      await bot.stop()
    }
  }, 400_000)

  const directs = new Map<string, string>()
  const now = (date: Date) => DateTime.fromJSDate(date, { zone })
  const clock = async (bot: RunningBot, at: DateTime) => {
    expect(await bot.post('clock', { now: at.toISO() })).toMatchObject({ ok: true })
  }
  const say = (bot: RunningBot, user: string, command: string, text: string) =>
    bot.command(user, command === '/meeting' ? meetingChannel : liaisons, command, text)

  async function liveMonth(bot: RunningBot, month: number): Promise<void> {
    const meeting = await nextMeeting()
    const start = now(meeting.startsAt)
    await raiseAll(bot, month)
    await clock(bot, addWorkingDays(start, -3).set({ hour: 9, minute: 5 }))
    await publish(bot, month)
    const { no, agenda, agendaItems } = await publishedMeeting(meeting.no)
    expect(agenda.items.reduce((sum, item) => sum + item.minutes, agenda.followUp?.minutes ?? 0)).toBe(
      agenda.minutesUsed,
    )
    expect(agendaItems.map((item) => item.issue.no)).toEqual(agenda.items.map((item) => item.no))
    await answerAll(bot, no, agenda.attendance)
    await clock(bot, addWorkingDays(start, -1).set({ hour: 9, minute: 5 }))
    await clock(bot, start)
    await hold(bot, month, no, agenda)
    await followUp(bot, month)
  }

  async function nextMeeting() {
    const [next] = await database().client.meeting.findMany({
      where: { state: 'planned' },
      orderBy: { startsAt: 'asc' },
      take: 1,
    })
    if (!next) throw new Error('no meeting is planned')
    return next
  }

  async function raiseAll(bot: RunningBot, month: number): Promise<void> {
    for (const { raisedBy, words } of issuesOf(month)) {
      const user = liaisonOf(raisedBy)
      await say(bot, user, '/issue', words)
      const answer = (await messagesTo(bot, user, liaisons)).at(-1)
      if (JSON.stringify(answer).includes('issue_raise_anyway')) await click(bot, user, answer, 'issue_raise_anyway')
    }
    expect(await database().client.issue.count()).toBe((month + 1) * 5)
  }

  /** The draft came by itself; some months the convener changes it first. */
  async function publish(bot: RunningBot, month: number): Promise<void> {
    const draft = (await messagesTo(bot, convener)).findLast((one) => JSON.stringify(one).includes('agenda_publish'))
    expect(draft?.text).toContain('联席会议草案')
    if (month % 3 === 0) return click(bot, convener, draft, 'agenda_publish')
    const notice = await database().client.meeting.findFirstOrThrow({
      where: { draft: { not: 'null' } },
      orderBy: { draftedAt: 'desc' },
    })
    const items = (notice.draft as { notice: { items: { no: number; mandatory: boolean }[] } }).notice.items
    const pinned = items.at(-1)?.no ?? 0
    const free = items.find((item) => !item.mandatory && item.no !== pinned)?.no
    await say(bot, convener, '/agenda', `固定首位 ${pinned}`)
    if (month % 3 === 2 && free) await say(bot, convener, '/agenda', `延期 ${free}`)
    await say(bot, convener, '/agenda', '发布')
  }

  async function publishedMeeting(no: number) {
    const found = await database().client.meeting.findFirstOrThrow({
      where: { no },
      include: { items: { orderBy: { position: 'asc' }, include: { issue: true } } },
    })
    expect(found.state).toBe('published')
    const agenda = agendaNotice.parse({ ...(found.agenda as object), meetingId: found.id })
    return { no: found.no, agenda, agendaItems: found.items }
  }

  async function answerAll(bot: RunningBot, no: number, attendance: { unit: string }[]): Promise<void> {
    for (const [index, { unit }] of attendance.entries()) {
      const user = liaisonOf(unit)
      const invitation = (await messagesTo(bot, user)).findLast((one) =>
        JSON.stringify(one).includes('attendance_attend'),
      )
      expect(invitation?.files?.map((file) => file.name)).toEqual([`meeting-${no}.ics`])
      if (index % 4 !== 3) await click(bot, user, invitation, 'attendance_attend')
      else await say(bot, user, '/meeting', `rsvp ${no} 委派 张三`)
    }
    const replies = await database().client.attendance.findMany({ where: { meeting: { no } } })
    expect(replies.filter((one) => one.reply === null)).toEqual([])
  }

  async function hold(
    bot: RunningBot,
    month: number,
    no: number,
    agenda: { items: { no: number }[]; attendance: { unit: string }[] },
  ): Promise<void> {
    await say(bot, convener, '/meeting', `run ${no}`)
    const present = agenda.attendance.filter((_, index) => index % 5 !== 4).map(({ unit }) => unit)
    await say(bot, convener, '/meeting', `attend ${no} ${present.join('、')}`)
    for (const [place, item] of agenda.items.entries()) {
      const words = outcomeOf(month, place)
      if (words === null) continue
      await say(bot, convener, '/meeting', `take ${no} #${item.no}`)
      await say(bot, convener, '/meeting', `outcome ${no} #${item.no} ${words}`)
      const kept = await database().client.decision.count({ where: { meeting: { no }, issue: { no: item.no } } })
      expect({ item: item.no, words, kept }).toEqual({ item: item.no, words, kept: 1 })
    }
    await say(bot, convener, '/meeting', `end ${no}`)
    await say(bot, convener, '/meeting', `submit ${no}`)
    await say(bot, leader, '/meeting', `sign ${no}`)
    const minutes = await database().client.minutes.findFirstOrThrow({
      where: { meeting: { no } },
      include: { document: true },
    })
    expect(minutes).toMatchObject({ number: 0, state: 'signed', document: { name: `minutes-${no}.docx` } })
  }

  /** Owners report what is due; every third report is returned first; the last of a month is left to become overdue. */
  async function followUp(bot: RunningBot, month: number): Promise<void> {
    const open = await database().client.action.findMany({
      where: { state: 'open' },
      include: { owner: true },
      orderBy: { no: 'asc' },
    })
    for (const [index, action] of open.entries()) {
      if (index === open.length - 1 && month < 11) continue
      const owner = liaisonOf(action.owner.name)
      await say(bot, owner, '/todo', `done ${action.no} 已办结，见办结单`)
      if (index % 3 === 2) {
        await say(bot, convener, '/todo', `return ${action.no} 请补办结单`)
        await say(bot, owner, '/todo', `done ${action.no} 已补办结单`)
      }
      await say(bot, convener, '/todo', `verify ${action.no}`)
      expect(await database().client.action.findUnique({ where: { id: action.id } })).toMatchObject({
        state: 'verified',
      })
    }
  }

  /** After every month. */
  async function checkInvariants(): Promise<void> {
    const { client } = database()
    const issues = await client.issue.findMany({
      include: { decisions: true, actions: true, items: { include: { meeting: true } } },
    })
    for (const issue of issues) {
      const outcomes = issue.decisions.map((decision) => decision.outcome)
      if (issue.state !== 'open')
        expect([issue.no, issue.state, outcomes.length > 0]).toEqual([issue.no, issue.state, true])
      expect([issue.no, issue.carried]).toEqual([issue.no, outcomes.filter((one) => one === 'deferred').length])
      if (issue.carried >= 2 && issue.state === 'open') expect(issue.escalatedAt).not.toBeNull()
      const held = issue.items.filter((item) => item.meeting.state === 'held')
      for (const item of held) expect(issue.decisions.map((one) => one.agendaItemId)).toContain(item.id)
      if (issue.state === 'closed')
        expect([issue.no, issue.actions.every((action) => action.state === 'verified')]).toEqual([issue.no, true])
      if (issue.state === 'in_action') expect(issue.actions.some((action) => action.state !== 'verified')).toBe(true)
    }
    const owners = new Set((await client.unit.findMany()).map((unit) => unit.id))
    for (const action of await client.action.findMany()) expect(owners.has(action.ownerId)).toBe(true)
    expect(await client.delivery.groupBy({ by: ['state'], _count: true })).toEqual([
      { state: 'sent', _count: expect.any(Number) },
    ])
  }

  async function checkYear(): Promise<void> {
    const { client } = database()
    expect(await client.meeting.count({ where: { state: 'held' } })).toBe(12)
    expect(await client.issue.count()).toBe(60)
    expect(await client.issue.count({ where: { state: 'scheduled' } })).toBe(0)
    expect(await client.issue.count({ where: { state: 'closed' } })).toBeGreaterThan(20)
    expect(await client.decision.count({ where: { outcome: 'escalated' } })).toBeGreaterThan(0)
    const overdue = await client.meeting.findMany({ where: { state: 'held' } })
    const told = overdue.filter(
      ({ agenda }) => ((agenda as { followUp: { overdue: unknown[] } | null }).followUp?.overdue ?? []).length > 0,
    )
    expect(told.length).toBeGreaterThan(5)
  }

  /** Every message owed stands once, and each person got one for a cause: an invitation a change, a brief a day. */
  async function checkMessages(bot: RunningBot): Promise<void> {
    const owed = await database().client.delivery.findMany({ where: { edits: null } })
    for (const user of [convener, leader, ...units.map(liaisonOf)]) {
      const direct = await messagesTo(bot, user)
      const keys = direct.flatMap((one) => one.metadata?.event_payload?.key ?? [])
      expect(new Set(keys).size).toBe(keys.length)
      const mine = owed.filter((one) => one.place === user)
      const channel = mine[0]?.channel
      expect(direct.filter((one) => one.channel === channel && one.metadata).length).toBe(mine.length)
      const briefs = mine.filter((one) => one.kind === 'brief').map((one) => now(one.createdAt).toISODate())
      expect(new Set(briefs).size).toBe(briefs.length)
      const invitations = mine.filter((one) => one.kind === 'meeting.invitation').map((one) => one.dedupeKey)
      expect(invitations.length).toBeLessThanOrEqual(12)
    }
  }

  /** What a person sees in a channel, or in their direct messages with the bot. */
  async function messagesTo(bot: RunningBot, user: string, channel?: string) {
    if (channel) return (await bot.state(user, channel)).messages
    const known = directs.get(user)
    if (known) return (await bot.state(user, known)).messages
    const messages = (await bot.state(user)).messages.filter((one) => one.channel.startsWith('D'))
    const [first] = messages
    if (first) directs.set(user, first.channel)
    return messages
  }

  async function click(
    bot: RunningBot,
    user: string,
    message: { channel: string; ts: string } | undefined,
    actionId: string,
  ) {
    if (!message) throw new Error(`no message with ${actionId} for ${user}`)
    const container = { type: 'message', channel: message.channel, ts: message.ts }
    expect(await bot.post('actions', { user, container, action_id: actionId })).toMatchObject({ ok: true })
  }
})
