import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { defaultSettings, planSettings } from '../../../src/domain/plan-settings.ts'
import { periodAt } from '../../../src/domain/reporting-period.ts'
import { settingsForm } from '../../../src/domain/settings-form.ts'
import { checkMessageBlocks, viewBlockProblems } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import { ids } from '../../../src/slack/ids.ts'
import { checkPlanSettings } from '../../../src/slack/plan/settings.ts'
import { previewMessage, savedMessage, settingsMessage, settingsModal } from '../../../src/slack/plan/settings-views.ts'
import type { Fields } from '../../../src/slack/requests/request.ts'

const asSent = (value: unknown) => JSON.parse(JSON.stringify(value))
const chinese = /[\u4e00-\u9fff]/
const start = settingsForm(defaultSettings)
const period = periodAt(DateTime.fromISO('2024-06-24T09:00', { zone: 'Asia/Shanghai' }))
const yearly = planSettings.parse({
  reporting: { cadence: 'year', opensDaysBefore: 0, dueWorkingDays: 0 },
  reminderDays: [],
  slipDays: { blue: 2, yellow: 100, red: 250 },
})
const change = {
  ...{ planId: 5, planTitle: 'P'.repeat(200), before: defaultSettings, after: yearly },
  asking: { first: period, kept: [period, period] },
}
const typed = (values: Partial<typeof start>) => {
  const all = { ...start, ...values }
  return Object.fromEntries(
    Object.entries(all).map(([field, value]) => [
      ids.settings[field as keyof typeof start],
      field === 'cadence' ? { selected_option: { value } } : { value: value || null },
    ]),
  ) as unknown as Fields
}
const check = (values: Partial<typeof start>) => checkPlanSettings(typed(values), 'zh-CN', { start })

describe('a plan’s settings in Slack', () => {
  it('keep to the limits of Slack, and speak each language', () => {
    const shown = {
      ...{ planId: 5, planTitle: 'P'.repeat(200), settings: yearly, usual: false, mayChange: true },
      ...{ running: [period], next: period },
    }
    for (const locale of ['zh-CN', 'en'] as const) {
      const parts = [settingsMessage(locale, shown), previewMessage(locale, change), savedMessage(locale, change)]
      for (const { blocks } of parts) checkMessageBlocks({} as Core, asSent(blocks))
      const form = settingsModal(locale, { channel: 'C1', planId: 5, start: settingsForm(yearly) })
      expect(viewBlockProblems({} as Core, asSent(form.blocks))).toEqual([])
      if (locale === 'en') expect(JSON.stringify([...parts, form])).not.toMatch(chinese)
    }
  })

  it('take only what was changed out of the form', () => {
    expect(check({})).toEqual({ input: {} })
    expect(check({ due: ' 10 个工作日' })).toEqual({ input: {} })
    expect(check({ due: '5', reminders: '' })).toEqual({ input: { due: '5', reminders: '' } })
  })

  it('say at each field what is wrong', () => {
    expect(check({ due: '1'.repeat(3000), blue: '四' })).toEqual({
      errors: {
        [ids.settings.due]: expect.stringMatching(/^没有修改：「1{40}」不是 0 到 60 之间的整数天数/),
        [ids.settings.blue]: expect.stringContaining('「四」不是 1 到 250 之间'),
      },
    })
    expect(check({ blue: '4' })).toMatchObject({
      errors: { [ids.settings.yellow]: expect.stringContaining('须晚于') },
    })
  })
})
