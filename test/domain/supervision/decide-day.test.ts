import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { isWorkingDay } from '../../../src/domain/calendar.ts'
import { defaultSettings } from '../../../src/domain/plan-settings.ts'
import {
  type DueReminder,
  decideDay,
  type KnownSlip,
  owedKey,
  reminderKey,
  stageKey,
} from '../../../src/domain/supervision/decide-day.ts'
import type { Obligation } from '../../../src/domain/supervision/obligation.ts'
import { isSlipLevel, stageOf } from '../../../src/domain/supervision/stage.ts'

const owed = (more: Partial<Obligation> = {}): Obligation => ({
  ...{ kind: 'action', subject: 'action/1', unitId: 1, unit: '市商务局', people: 'liaisons' },
  ...{ dueOn: '2024-07-12', countFrom: more.dueOn ?? '2024-07-12', items: [{ no: 1, title: '细则' }] },
  ...more,
})
const liaisons = new Map([
  [1, ['U1', 'U2']],
  [2, ['U3']],
])

/** What was done over days, as the stores would keep it. */
class Ledger {
  told = new Set<string>()
  slips: KnownSlip[] = []
  reminded: (DueReminder & { day: string })[] = []

  run(obligations: Obligation[], day: string, held: ReadonlySet<string> = new Set()) {
    const decision = decideDay(
      { obligations, slips: this.slips, told: this.told, liaisons, held },
      defaultSettings,
      day,
    )
    const make = ({ subject, unitId, dueOn }: Obligation, level: KnownSlip['level'], state: KnownSlip['state']) =>
      this.slips.push({ id: this.slips.length + 1, subject, unitId, dueOn, level, state })
    for (const { obligation, level } of decision.issue) make(obligation, level, 'issued')
    for (const obligation of decision.propose) make(obligation, 'red', 'proposed')
    this.slips = this.slips.map((slip) =>
      decision.settle.includes(slip.id) ? { ...slip, state: 'settled' as const } : slip,
    )
    for (const one of decision.reminders) {
      this.reminded.push({ ...one, day })
      this.told.add(keyOf(one))
    }
    return decision
  }
}

const keyOf = ({ userId, obligation, stage }: DueReminder) =>
  reminderKey({ userId, subject: owedKey(obligation), stage: stageKey(stage, obligation.dueOn) })

const from = DateTime.fromISO('2024-06-17', { zone: 'utc' })
const days = Array.from({ length: 60 }, (_, index) => from.plus({ days: index }))
const working = days.filter(isWorkingDay).map((day) => day.toFormat('yyyy-MM-dd'))

describe('what a day decides', () => {
  it('goes from reminders through slips to a proposal, each once, and settles them when it is done', () => {
    const ledger = new Ledger()
    const done = working.indexOf('2024-07-30')
    for (const [index, day] of working.entries()) ledger.run(index < done ? [owed()] : [], day)
    expect(ledger.reminded.filter(({ userId }) => userId === 'U1').map(({ day, stage }) => `${day} ${stage}`)).toEqual([
      '2024-07-03 before-7',
      '2024-07-11 before-1',
      '2024-07-12 day',
      '2024-07-15 blue',
      '2024-07-18 yellow',
      '2024-07-25 red',
    ])
    expect(ledger.slips.map(({ level, state }) => `${level} ${state}`)).toEqual([
      'blue settled',
      'yellow settled',
      'red settled',
    ])
  })

  it('after downtime fires the present stage alone, and names no slip that never was', () => {
    const ledger = new Ledger()
    ledger.run([owed()], '2024-07-11')
    const { issue } = ledger.run([owed()], '2024-07-19')
    expect(issue.map(({ level }) => level)).toEqual(['yellow'])
    expect(ledger.slips).toHaveLength(1)
  })

  it('tells a person who came later of the slip that stands, and nobody of one that was signed or withdrawn', () => {
    const ledger = new Ledger()
    ledger.run([owed({ people: ['U1'] })], '2024-07-15')
    const standing = (state: KnownSlip['state']) => ({
      ...{ obligations: [owed()], told: ledger.told, liaisons, held: new Set<string>() },
      slips: ledger.slips.map((slip) => ({ ...slip, state })),
    })
    const told = (state: KnownSlip['state']) =>
      decideDay(standing(state), defaultSettings, '2024-07-16').reminders.map(({ userId }) => userId)
    expect(told('issued')).toEqual(['U2'])
    for (const state of ['signed', 'withdrawn'] as const) expect(told(state)).toEqual([])
  })

  it('keeps a slip of what is paused, and settles one whose day was put off', () => {
    const ledger = new Ledger()
    ledger.run([owed()], '2024-07-15')
    expect(ledger.run([], '2024-07-22', new Set([owedKey(owed())])).settle).toEqual([])
    expect(ledger.run([owed({ countFrom: '2024-07-22' })], '2024-07-23')).toMatchObject({ issue: [], settle: [] })
    expect(ledger.run([owed({ dueOn: '2024-08-09' })], '2024-07-24').settle).toEqual([1])
    expect(ledger.reminded.filter(({ userId }) => userId === 'U1').map(({ stage }) => stage)).toEqual(['blue'])
  })

  const obligation = fc
    .record({
      no: fc.integer({ min: 1, max: 4 }),
      unitId: fc.constantFrom(1, 2),
      due: fc.integer({ min: 0, max: 59 }),
      doneAfter: fc.integer({ min: 0, max: 80 }),
      resumed: fc.option(fc.integer({ min: 0, max: 59 })),
    })
    .map(({ no, unitId, due, doneAfter, resumed }) => {
      const day = (index: number) => days[index]?.toFormat('yyyy-MM-dd') ?? ''
      const later = resumed !== null && resumed > due ? day(resumed) : day(due)
      return {
        owed: owed({ subject: `action/${no}`, unitId, dueOn: day(due), countFrom: later }),
        done: day(doneAfter) || '9999-12-31',
        /** Paused until this day: from the day it was due. */
        pausedUntil: later,
      }
    })

  it('leaves nothing unreminded and tells nothing twice, whatever days the process was down', () => {
    const lives = fc.uniqueArray(obligation, {
      maxLength: 6,
      selector: ({ owed: one }) => owedKey(one),
    })
    fc.assert(
      fc.property(lives, fc.uniqueArray(fc.constantFrom(...working), { maxLength: working.length }), (all, down) => {
        const ledger = new Ledger()
        for (const day of working.filter((one) => !down.includes(one))) {
          const open = all.filter(({ done }) => day < done)
          const paused = open.filter(({ owed: one, pausedUntil }) => day >= one.dueOn && day < pausedUntil)
          const standing = open.filter((one) => !paused.includes(one)).map((one) => one.owed)
          const held = new Set(paused.map((one) => owedKey(one.owed)))
          const before = ledger.reminded.length
          ledger.run(standing, day, held)
          for (const { obligation: told } of ledger.reminded.slice(before)) expect(held.has(owedKey(told))).toBe(false)
          for (const one of standing) {
            const stage = stageOf(one, defaultSettings, day)
            if (stage === null) continue
            for (const userId of liaisons.get(one.unitId) ?? [])
              expect(ledger.told.has(keyOf({ userId, obligation: one, stage }))).toBe(true)
            if (isSlipLevel(stage))
              expect(
                ledger.slips.filter((slip) => owedKey(slip) === owedKey(one) && slip.level === stage),
              ).toHaveLength(1)
          }
          const owing = new Set([...standing.map(owedKey), ...held])
          for (const slip of ledger.slips)
            if (!owing.has(owedKey(slip))) expect(['settled', 'declined', 'withdrawn']).toContain(slip.state)
        }
        expect(new Set(ledger.reminded.map(keyOf)).size).toBe(ledger.reminded.length)
        const slips = ledger.slips.map((slip) => `${owedKey(slip)} ${slip.dueOn} ${slip.level}`)
        expect(new Set(slips).size).toBe(slips.length)
      }),
      { numRuns: 300 },
    )
  })
})
