import type { DateTime } from 'luxon'
import { addWorkingDays, atTime } from '../../src/domain/calendar.ts'
import type { Chance } from './chance.ts'
import type { MeetingNow } from './knowledge.ts'
import { convener, passing, type Setting, says, somebody, type Wish } from './wishes.ts'

const leader = 'U0LEADER1'

/** The office takes the next step of the latest joint meeting, from its draft agenda to its signed minutes. */
export function meet(setting: Setting): Wish {
  const { chance, knowledge } = setting
  const meeting = knowledge.meeting()
  if (meeting === null || meeting.state === 'signed') {
    if (meeting && chance.happens(0.1)) return amend(setting, meeting)
    return knowledge.isDrafted() ? publish(setting) : draft(setting)
  }
  const { no, state } = meeting
  const office = (kind: string, words: string, receipt: RegExp | null): Wish => ({
    ...passing(setting, convener, `/meeting ${words}`, receipt),
    kind,
  })
  if (state === 'ended') return office('submit', `submit ${no}`, new RegExp(`已送签：第${no}次`))
  if (state === 'submitted')
    return { ...passing(setting, leader, `/meeting sign ${no}`, new RegExp(`已签发：第${no}次`)), kind: 'signMinutes' }
  if (chance.happens(0.3)) return office('run', `run ${no}`, null)
  const [item] = meeting.open
  if (item === undefined || chance.happens(0.1))
    return office('end', `end ${no}`, new RegExp(`第${no}次联席会议已结束`))
  return outcome(setting, no, item)
}

function draft(setting: Setting): Wish {
  const at = soon(setting.stage.now(), setting.chance)
  const words = at.toFormat('yyyy-MM-dd HH:mm')
  return { ...passing(setting, convener, `/agenda ${words} 120`, /月联席会议草案 · /), kind: 'agenda' }
}

/** Some working day soon: near enough to be begun when time passes, far enough for its agenda to be published before. */
function soon(now: DateTime, chance: Chance): DateTime {
  return atTime(addWorkingDays(now, 1 + chance.below(2)), { hour: 10 + chance.below(6), minute: 0 })
}

function publish(setting: Setting): Wish {
  return { ...passing(setting, convener, '/agenda publish', /已发布：.*联席会议议程/), kind: 'publish' }
}

function amend(setting: Setting, { no }: MeetingNow): Wish {
  const words = `/meeting amend ${no} ${setting.token}`
  return { ...passing(setting, convener, words, new RegExp(`第${no}次联席会议纪要更正.*草稿已生成`)), kind: 'amend' }
}

function outcome(setting: Setting, no: number, item: number): Wish {
  const { unit } = somebody(setting)
  const receipt = new RegExp(`已记录：#${item} .*议定`)
  const text = `outcome ${no} #${item} 议定 ${setting.token}；交办：${unit} 完成验收 10个工作日 标准：出具验收单`
  const go = says(setting, convener, '/meeting', text)
  return { kind: 'outcome', user: convener, receipt, action: 'decision.record', go }
}
