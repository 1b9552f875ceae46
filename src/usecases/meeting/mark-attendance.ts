import { inviteUnit, listAttendance, updateAttendance } from '../../db/attendance-store.ts'
import { listUnits, type UnitRow } from '../../db/unit-store.ts'
import { type Actor, type Context, changing, reading } from '../context.ts'
import { pickUnit } from '../plan/find-unit.ts'
import { findMeetingToRun, lockBoard } from './find-board.ts'
import { sendRoster } from './send-roster.ts'

/** Units that came and that did not, by name. */
export type MarkedAttendance = { present: string[]; absent: string[] }

/** What the form of attendance offers: all units, those of the roster, and those taken to be there. */
export type AttendanceChoices = { planId: number; units: UnitRow[]; present: number[] }

/** The units to choose from; where nobody was marked yet, those that answered that they come are taken to be there. */
export async function attendanceChoices(context: Context, actor: Actor, no: number): Promise<AttendanceChoices> {
  return reading(context, actor, 'meeting.run', async (work) => {
    const meeting = await findMeetingToRun(work, no)
    const roster = await listAttendance(work.tx, meeting.id)
    const marked = roster.some((one) => one.attended !== null)
    const there = roster.filter((one) => (marked ? one.attended : one.reply === 'attend' || one.reply === 'deputy'))
    return {
      planId: work.plan.id,
      units: await listUnits(work.tx, work.plan.id),
      present: there.map((one) => one.unitId),
    }
  })
}

/**
 * Marks which units are there (点名), by id or by name, in a running meeting or in one that is over until its minutes are
 * signed: those units and no others. One that was not invited and came is put on the roster.
 * @throws DomainError `unit.unknown`, `unit.ambiguous`, and what `lockBoard` throws
 */
export async function markAttendance(
  context: Context,
  actor: Actor,
  no: number,
  present: readonly (number | string)[],
): Promise<MarkedAttendance> {
  return changing(context, actor, 'meeting.run', async (work) => {
    const { tx, plan } = work
    const meeting = await lockBoard(work, no, true)
    const units = await listUnits(tx, plan.id)
    const there = new Set(present.map((unit) => pickUnit(units, unit).id))
    const before = await listAttendance(tx, meeting.id)
    const guests = [...there].filter((unitId) => !before.some((one) => one.unitId === unitId))
    for (const unitId of guests) await inviteUnit(tx, meeting.id, { unitId, required: false, invited: [] })
    const roster = await listAttendance(tx, meeting.id)
    const came = roster.filter((one) => there.has(one.unitId))
    const away = roster.filter((one) => !there.has(one.unitId))
    await updateAttendance(
      tx,
      meeting.id,
      came.map((one) => one.unitId),
      { attended: true },
    )
    await updateAttendance(
      tx,
      meeting.id,
      away.map((one) => one.unitId),
      { attended: false },
    )
    const marked = { present: came.map((one) => one.unit), absent: away.map((one) => one.unit) }
    const earlier = before.filter((one) => one.attended).map((one) => one.unit)
    await work.audit('meeting.attendance', `meeting/${no}`, { present: earlier }, marked)
    await sendRoster(work, meeting)
    return marked
  })
}
