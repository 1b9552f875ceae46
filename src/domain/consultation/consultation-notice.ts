import { z } from 'zod'
import { ACTION_LIMITS, DECISION_TEXT } from '../action/action-facts.ts'
import { CONSULTATION_LIMITS, consultationStates, settlementOutcomes } from './consultation.ts'

const line = z.string().min(1).max(500)
const isoDay = z.iso.date()
// Limits of typed text count characters, zod counts UTF-16 units: a character has at most two.
const typed = (characters: number) => z.string().max(2 * characters)

/** An issue as messages about it name it. */
const issueFacts = z.object({
  planId: z.int().positive(),
  language: z.string().min(2).max(20),
  no: z.int().positive(),
  title: line,
})

/** Why a consultation ended: a newer proposal, the issue was withdrawn, decided otherwise, or settled on its ground. */
const endings = ['replaced', 'withdrawn', 'decided', 'settled'] as const
export type Ending = (typeof endings)[number]

/** A consultation as it stands, for its post in the channel and for the offer to settle it. Days in the plan's zone. */
export const consultationNotice = issueFacts.extend({
  consultationId: z.int().positive(),
  proposal: typed(CONSULTATION_LIMITS.proposal).min(1),
  state: z.enum(consultationStates),
  askedOn: isoDay,
  ending: z.enum(endings).nullable(),
  units: z
    .array(
      z.object({
        unit: line,
        agrees: z.boolean().nullable(),
        remark: typed(CONSULTATION_LIMITS.remark),
        answeredOn: isoDay.nullable(),
      }),
    )
    .max(500),
})
export type ConsultationNotice = z.infer<typeof consultationNotice>

/** An issue that was settled without a meeting: by the office after all agreed, or by the leading group. */
export const settlementNotice = issueFacts.extend({
  ground: z.enum(['agreed', 'leading']),
  outcome: z.enum(settlementOutcomes),
  text: typed(DECISION_TEXT),
  actions: z
    .array(
      z.object({
        text: typed(ACTION_LIMITS.text).min(1),
        owner: line,
        coUnits: z.array(line).max(ACTION_LIMITS.coUnits),
        dueOn: isoDay,
        measure: typed(ACTION_LIMITS.measure),
      }),
    )
    .max(ACTION_LIMITS.perDecision),
})
export type SettlementNotice = z.infer<typeof settlementNotice>
