import type { Scene } from './surface.ts'
import type { Element, Option, OptionGroup } from './wire.ts'

/** A group of options under a heading; the group without a heading holds those that stand alone. */
export type Choices = { label?: string; options: Option[] }[]

const option = (value: string, text: string): Option => ({ value, text: { type: 'plain_text', text, emoji: false } })

/** The options a select offers: its own, or the workspace's people or channels. Null where the page knows no such select. */
export function choicesOf(element: Element, { workspace, user }: Scene): Choices | null {
  const kind = element.type.replace(/^multi_/, '')
  const people = workspace.users.filter((one) => !one.is_bot).map((one) => option(one.id, one.real_name || one.name))
  const channels = workspace.channels.filter((one) => !one.is_im).map((one) => option(one.id, `#${one.name}`))
  if (kind === 'users_select') return [{ options: people }]
  if (kind === 'channels_select') return [{ options: channels }]
  if (kind === 'conversations_select') {
    const direct = workspace.channels.filter((one) => one.is_im && one.members.includes(user))
    const kinds = element.filter?.include ?? ['public', 'im']
    return [
      {
        options: [
          ...(kinds.includes('public') ? channels : []),
          ...(kinds.includes('im') ? direct.map((one) => option(one.id, workspace.app.name)) : []),
        ],
      },
    ]
  }
  if (kind !== 'static_select') return null
  if (element.option_groups) return element.option_groups.map(fromGroup)
  return [{ options: element.options ?? [] }]
}

function fromGroup(group: OptionGroup): Choices[number] {
  return { label: group.label.text, options: group.options }
}

/** The groups with only the options whose text holds `query`, whatever its case; groups left empty are dropped. */
export function filterChoices(choices: Choices, query: string): Choices {
  const sought = query.trim().toLocaleLowerCase()
  if (!sought) return choices
  return choices
    .map((group) => ({
      ...group,
      options: group.options.filter((one) => one.text.text.toLocaleLowerCase().includes(sought)),
    }))
    .filter((group) => group.options.length > 0)
}
