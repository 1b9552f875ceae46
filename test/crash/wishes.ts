import type { Chance } from './chance.ts'
import type { Knowledge } from './knowledge.ts'
import type { Answer, Stage } from './stage.ts'

/** What somebody wants to do. */
export type Wish = {
  user: string
  /** Where one kind of wish has several. */
  kind?: string
  /** What the person sees of it when it was done; null where that is no message. */
  receipt: RegExp | null
  /** The entry of the audit trail that holds the token; null where nothing is stored by it under the token. */
  action: string | null
  go: () => Promise<Answer>
}

/** What a wish is made of. */
export type Setting = { stage: Stage; chance: Chance; token: string; knowledge: Knowledge }

/** Where liaisons type. */
export const channel = 'C0LIAISON'
const meetingChannel = 'C0MEETING'

/** The office. */
export const convener = 'U0CONVENER'

/** A liaison and a task of the unit. */
export function somebody({ stage, chance }: Setting): { user: string; unit: string; task: number } {
  const { units, sections } = stage.plan
  const tasks = sections.flatMap((section) => section.tasks)
  const place = chance.below(units.length)
  const unit = units[place]?.name ?? ''
  const own = tasks.filter((task) => task.units.some(({ name }) => name === unit)).map(({ no }) => no)
  return { user: `U0UNIT${String(place + 1).padStart(2, '0')}`, unit, task: own[chance.below(own.length)] ?? 1 }
}

/** A liaison of one of the units named, of any where none is. */
export function liaisonOf(setting: Setting, names: string | null): string {
  const { stage, chance } = setting
  const places = stage.plan.units.flatMap(({ name }, place) => (names?.split('、').includes(name) ? [place] : []))
  const place = places[chance.below(places.length)]
  return place === undefined ? somebody(setting).user : `U0UNIT${String(place + 1).padStart(2, '0')}`
}

/** Somebody types a command. */
export function says({ stage }: Setting, user: string, command: string, text: string, where = channel) {
  return () => stage.post('commands', { user, channel: where, command, text })
}

/** Something that stores nothing under the token: what it sets off is compared as messages owed. */
export function passing(setting: Setting, user: string, said: string, receipt: RegExp | null): Wish {
  const [command = '', ...words] = said.split(' ')
  return { user, receipt, action: null, go: says(setting, user, command, words.join(' '), meetingChannel) }
}
