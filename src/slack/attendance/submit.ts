import { checkReply, plainReply, type ReplyWish } from '../../domain/meeting/reply-words.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { type Checked, checkedAt } from '../checked.ts'
import { ids } from '../ids.ts'
import type { Fields, SubmitRequest } from '../requests/request.ts'
import { answer } from './command.ts'
import type { ReplyMetadata } from './views.ts'

/** Checks who comes instead before the form closes. */
export function checkDeputy(fields: Fields, locale: Locale, metadata: Record<string, unknown>): Checked<ReplyWish> {
  const wish = { ...plainReply('deputy'), deputy: fields[ids.attendance.name]?.value ?? '' }
  return check(wish, ids.attendance.name, locale, metadata)
}

/** Checks how a unit cannot come before the form closes. */
export function checkCannot(fields: Fields, locale: Locale, metadata: Record<string, unknown>): Checked<ReplyWish> {
  const kind = fields[ids.attendance.kind]?.selected_option?.value ?? 'cannot'
  const time = fields[ids.attendance.time]?.selected_time ?? null
  if (kind !== 'cannot' && time === null)
    return { errors: { [ids.attendance.time]: t(locale, 'attendance.time_missing') } }
  const wish = {
    ...plainReply('cannot'),
    remark: fields[ids.attendance.remark]?.value ?? '',
    from: kind === 'from' ? time : null,
    until: kind === 'until' ? time : null,
  }
  return check(wish, kind === 'cannot' ? ids.attendance.remark : ids.attendance.time, locale, metadata)
}

/** Stores the answer a form holds. */
export async function submitReply(request: SubmitRequest, wish: ReplyWish): Promise<void> {
  const { planId, no } = request.metadata as ReplyMetadata
  await answer({ ...request, actor: { ...request.actor, planId } }, no, wish)
}

function check(wish: ReplyWish, field: string, locale: Locale, metadata: Record<string, unknown>): Checked<ReplyWish> {
  return checkedAt(locale, field, () => {
    checkReply(wish, metadata as ReplyMetadata)
    return wish
  })
}
