import type { Command } from './wire.ts'

/** What a line in the message box is. */
export type Line = { kind: 'message'; text: string } | { kind: 'command'; command: string; text: string }

/** Reads a line: `/name rest` is a command, anything else a message. */
export function readLine(text: string): Line {
  const match = /^(\/\S+)\s*([\s\S]*)$/.exec(text.trim())
  return match
    ? { kind: 'command', command: match[1] ?? '', text: match[2] ?? '' }
    : { kind: 'message', text: text.trim() }
}

/** The commands that complete what has been typed so far: by name first, then by description. None once a space is typed. */
export function completions(text: string, commands: Command[]): Command[] {
  if (!/^\/\S*$/.test(text)) return []
  const sought = text.slice(1).toLocaleLowerCase()
  const byName = commands.filter((one) => one.command.slice(1).toLocaleLowerCase().startsWith(sought))
  const byWords = commands.filter(
    (one) => !byName.includes(one) && sought !== '' && one.description?.toLocaleLowerCase().includes(sought),
  )
  return [...byName, ...byWords]
}

/** The command whose arguments are being typed, for its usage hint. */
export function commandInProgress(text: string, commands: Command[]): Command | undefined {
  const name = /^(\/\S+)\s/.exec(text)?.[1]
  return commands.find((one) => one.command === name)
}
