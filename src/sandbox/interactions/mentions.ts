import type { Core } from '../core.ts'

/**
 * Turns `@name` and `#channel` into Slack's links (`<@U…|name>`, `<#C…|name>`), as its client does when a command asks
 * for escaping. The longest known name wins; a name nobody has stays as it is.
 */
export function linkMentions(core: Core, text: string): string {
  const { users, channels } = core.store.state
  const people = users.flatMap((user) => [
    { sign: '@', name: user.name, link: `<@${user.id}|${user.name}>` },
    { sign: '@', name: user.real_name, link: `<@${user.id}|${user.name}>` },
  ])
  const places = channels.filter((channel) => !channel.is_im)
  const names = [...people, ...places.map(({ id, name }) => ({ sign: '#', name, link: `<#${id}|${name}>` }))]
    .filter(({ name }) => name !== '')
    .sort((a, b) => b.name.length - a.name.length)
  let linked = ''
  for (let at = 0; at < text.length; ) {
    const mention = names.find(({ sign, name }) => text[at] === sign && text.startsWith(name, at + 1))
    linked += mention ? mention.link : text[at]
    at += mention ? mention.name.length + 1 : 1
  }
  return linked
}

/** A person's text as Slack stores it: mentions as `<@U…>`, and `&`, `<`, `>` escaped. */
export function storedText(core: Core, text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return linkMentions(core, escaped).replaceAll(/<@(\w+)\|[^>]*>/g, '<@$1>')
}
