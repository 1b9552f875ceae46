import { expect, it } from 'vitest'
import type { Message } from '../../../src/slack/blocks.ts'
import { submitIssue } from '../../../src/slack/issue/submit.ts'
import type { SubmitRequest } from '../../../src/slack/requests/request.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

describeOnEachDatabase('an issue raised in a form', (database) => {
  it('is told to a person who closed the form meanwhile', async () => {
    const context = await setUpWorld(database())
    const told: string[] = []
    const update = () => Promise.reject(new Error('not_found'))
    const request = {
      context,
      actor: as(people.lead),
      locale: 'en',
      client: { views: { update } },
      body: { view: { id: 'V1' } },
      metadata: { channel: 'C1', sourceLink: null, similarSeen: false },
      reply: async ({ text }: Message) => {
        told.push(text)
      },
    } as unknown as SubmitRequest
    const facts = { title: 'Customs interface', details: '', minutes: 15, severity: 2 as const }
    await submitIssue(request, { ...facts, taskNo: null, units: [], sourceLink: null, similarSeen: false })
    expect(told).toEqual([expect.stringContaining('#1')])
  })
})
