import { expect, it } from 'vitest'
import { readTableText } from '../../../src/documents/measurement-table/read-table.ts'
import { readMeasurementRows } from '../../../src/domain/measurement-table.ts'
import type { Message } from '../../../src/slack/blocks.ts'
import { confirmTargetImport } from '../../../src/slack/target/import.ts'
import { previewImport } from '../../../src/usecases/target/import-measurements.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

describeOnEachDatabase('an import of values', (database) => {
  it('is told to be stored where it is, though its form was closed meanwhile', async () => {
    const world = await setUpWorld(database())
    const text = '指标\t日期\t数值\n引进企业\t2024-05-31\t2家'
    const actor = as(people.convener)
    const planned = await previewImport(world, actor, readMeasurementRows(readTableText(text)))
    const views: unknown[] = []
    const update = async (view: unknown) => {
      views.push(view)
      throw new Error('not_found')
    }
    const replies: Message[] = []
    const reply = async (message: Message) => void replies.push(message)
    const request = { context: world, actor, locale: 'zh-CN', reply, client: { views: { update } } }
    const { print, planId } = planned
    const form = { body: { view: { id: 'V1' } }, metadata: { print, planId, channel: null }, fields: {} }
    await confirmTargetImport({ ...request, ...form } as never, { fileId: null, text })
    expect(await database().transaction((tx) => tx.measurement.count())).toBe(1)
    expect(replies).toHaveLength(1)
    expect(JSON.stringify([views, replies])).not.toContain('未作任何改动')
  })
})
