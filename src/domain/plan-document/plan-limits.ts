/** The most a plan may hold; a text or file with more is refused. Of doubts, more are only counted. */
export const planLimits = {
  characters: 2_000_000,
  tasks: 500,
  units: 300,
  targets: 200,
  headings: 5_000,
  doubts: 500,
} as const
