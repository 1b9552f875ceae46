import type { KnownBlock, ModalView } from '@slack/types'
import type { ReadPlan } from '../../documents/plan-file/interpret-plan.ts'
import { isUnchanged } from '../../domain/plan-file/compare-plans.ts'
import { changeLines } from '../../i18n/change-lines.ts'
import { doubtLines } from '../../i18n/doubt-lines.ts'
import type { Locale } from '../../i18n/locale.ts'
import { targetLine, taskLines, unitLines } from '../../i18n/plan-lines.ts'
import { t } from '../../i18n/translate.ts'
import type { PlanPreview } from '../../usecases/plan/draft-plan.ts'
import { countPlan } from '../../usecases/plan/import-plan.ts'
import { header, note, paragraph, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { fitLines, type Room } from './fit-lines.ts'

/** Of the 100 blocks of a modal, those for lines; the rest is for titles. */
const roomForLines: Room = { blocks: 80, characters: 60_000 }

/** The preview that is confirmed: what it will be, every doubt, what changes, targets, units and tasks. */
export function previewModal(
  locale: Locale,
  read: ReadPlan,
  preview: PlanPreview,
  metadata: Record<string, unknown>,
): ModalView {
  const { data } = read
  const counts = countPlan(data)
  const blocks: KnownBlock[] = [
    strong(data.title),
    note(t(locale, 'plan.document', data)),
    paragraph(t(locale, 'plan.counts', counts)),
    note(purpose(locale, preview)),
    ...(preview.sameTitle ? [strong(t(locale, 'import.same_title'))] : []),
  ]
  let room = roomForLines
  let left = 0
  const add = (title: string, lines: readonly string[]) => {
    if (lines.length === 0) return
    const fitted = fitLines(lines, room)
    blocks.push(header(title), ...fitted.blocks)
    room = fitted.room
    left += fitted.left
  }
  const doubts = doubtLines(locale, read.doubts)
  if (doubts.length === 0) blocks.push(note(t(locale, 'import.no_doubts')))
  add(t(locale, 'import.doubts', { count: doubts.length }), doubts)
  if (preview.newVersionOf) {
    const { difference } = preview.newVersionOf
    const same = isUnchanged(difference)
    add(t(locale, 'import.changes'), same ? [t(locale, 'import.unchanged')] : changeLines(locale, difference))
  }
  add(
    t(locale, 'import.targets', { count: counts.targets }),
    data.targets.map((target) => targetLine(locale, target)),
  )
  add(t(locale, 'import.units', { count: counts.units }), unitLines(locale, data))
  add(t(locale, 'import.tasks', { count: counts.tasks }), taskLines(locale, data))
  if (left > 0) blocks.push(note(t(locale, 'import.more', { count: left })))
  return {
    type: 'modal',
    callback_id: ids.plan.confirmModal,
    title: { type: 'plain_text', text: t(locale, 'import.preview_title') },
    submit: { type: 'plain_text', text: t(locale, 'import.confirm') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify({ ...metadata, draftId: preview.draftId }),
    blocks,
  }
}

function purpose(locale: Locale, { newVersionOf }: PlanPreview): string {
  if (!newVersionOf) return t(locale, 'import.as_new')
  return t(locale, 'import.as_version', { title: newVersionOf.title, version: newVersionOf.version + 1 })
}
