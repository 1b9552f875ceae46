import { globSync, readFileSync } from 'node:fs'
import { hostileDate, hostileNumber, hostileText, spoiled } from './hostile.ts'
import type { Random } from './random.ts'

/** What people may type: the verbs of the bot's tables and the examples of its helps and of the README, as they stand now. */
export type Grammar = { verbs: readonly string[]; examples: readonly { command: string; words: string }[] }

/** Reads the grammar from the sources, so that new verbs and new examples are tried by themselves. */
export function readGrammar(commands: readonly string[]): Grammar {
  const read = (pattern: string) =>
    globSync(pattern)
      .sort()
      .map((file) => readFileSync(file, 'utf8'))
  const sources = read('src/slack/**/*.ts').join('\n')
  const verbs = [...sources.matchAll(/names: \[([^\]]*)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name),
  )
  const texts = [...read('src/i18n/**/*.ts'), readFileSync('README.md', 'utf8')].join('\n')
  const examples = [...texts.matchAll(/\/([a-z]+)([^`\n'"\\]*)/g)].flatMap(([, name = '', words = '']) =>
    commands.includes(`/${name}`) ? [{ command: `/${name}`, words: words.split(/[|｜；]/)[0]?.trim() ?? '' }] : [],
  )
  return { verbs: [...new Set(verbs)], examples }
}

/** A command as somebody may type it: an example, one that is spoiled, a verb with noise, or noise. `known` are names to use. */
export function typed(
  random: Random,
  { verbs, examples }: Grammar,
  commands: readonly string[],
  known: readonly string[],
) {
  const example = () => random.pick(examples)
  const part = () =>
    random.weighted<() => string>([
      [4, () => String(1 + random.below(8))],
      [3, () => random.pick(known)],
      [2, () => hostileNumber(random)],
      [2, () => hostileDate(random)],
      [2, () => hostileText(random)],
      [1, () => random.pick(verbs)],
    ])()
  const parts = () => Array.from({ length: random.below(5) }, part).join(random.pick([' ', ' ', ' ', '', '，']))
  const phrase = (command: string) => ({
    command,
    words: `${random.pick(verbs)}${random.pick([' ', ' ', ''])}${parts()}`,
  })
  return random.weighted<() => { command: string; words: string }>([
    [5, example],
    [3, () => renumbered(random, example())],
    [3, () => ({ ...example(), words: spoiled(random, example().words, known) })],
    [2, () => withMore(example(), parts())],
    [5, () => phrase(random.pick(commands))],
    [1, () => ({ command: random.pick(commands), words: parts() })],
    [1, () => ({ command: random.pick(commands), words: '' })],
  ])()
}

const renumbered = (random: Random, { command, words }: { command: string; words: string }) => ({
  command,
  words: words.replaceAll(/\d+/g, (found) =>
    random.chance(0.6) ? String(1 + random.below(9)) : random.chance(0.5) ? found : hostileNumber(random),
  ),
})

const withMore = ({ command, words }: { command: string; words: string }, more: string) => ({
  command,
  words: `${words} ${more}`,
})
