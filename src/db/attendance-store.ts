import type { Reply } from '../domain/meeting/reply.ts'
import type { Transaction } from './database.ts'

/** A unit at a meeting: whether it must come, what it answered, and whether it came. Minutes are the meeting's own. */
export type AttendanceRow = {
  unitId: number
  unit: string
  required: boolean
  reply: Reply | null
  deputy: string
  remark: string
  fromMinute: number | null
  untilMinute: number | null
  repliedBy: string | null
  repliedAt: Date | null
  /** People who got the invitation. */
  invited: string[]
  attended: boolean | null
}

/** The units of a meeting: the required ones first, each in the document's order. */
export async function listAttendance(tx: Transaction, meetingId: number): Promise<AttendanceRow[]> {
  const rows = await tx.attendance.findMany({
    where: { meetingId },
    orderBy: [{ required: 'desc' }, { unit: { position: 'asc' } }],
    select: {
      unitId: true,
      unit: { select: { name: true } },
      required: true,
      reply: true,
      deputy: true,
      remark: true,
      fromMinute: true,
      untilMinute: true,
      repliedBy: true,
      repliedAt: true,
      invited: true,
      attended: true,
    },
  })
  return rows.map(({ unit, ...row }) => ({ ...row, unit: unit.name }))
}

/** Adds a unit to a meeting, or says anew whether it is required and who was invited; what it answered stays. */
export async function inviteUnit(
  tx: Transaction,
  meetingId: number,
  unit: { unitId: number; required: boolean; invited: readonly string[] },
): Promise<void> {
  const { unitId, required } = unit
  const invited = [...unit.invited]
  await tx.attendance.upsert({
    where: { meetingId_unitId: { meetingId, unitId } },
    create: { meetingId, unitId, required, invited },
    update: { required, invited },
  })
}

/** Takes units off a meeting. */
export async function dropUnits(tx: Transaction, meetingId: number, unitIds: readonly number[]): Promise<void> {
  await tx.attendance.deleteMany({ where: { meetingId, unitId: { in: [...unitIds] } } })
}

/** What may be written of units at a meeting. */
export type AttendanceChange = Partial<Omit<AttendanceRow, 'unitId' | 'unit' | 'required' | 'invited'>>

/** Writes the same of several units at a meeting; gives how many there were. */
export async function updateAttendance(
  tx: Transaction,
  meetingId: number,
  unitIds: readonly number[],
  change: AttendanceChange,
): Promise<number> {
  const where = { meetingId, unitId: { in: [...unitIds] } }
  return (await tx.attendance.updateMany({ where, data: change })).count
}
